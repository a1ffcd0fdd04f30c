# --8<-- [start:scores]
import torch
import torch.nn.functional as F

better = torch.tensor([2.0, 0.5])  # (2,), scores of the better ones
worse = torch.tensor([0.0, 1.0])  # (2,)
for shift in 0.0, 100.0:
    a, b = better + shift, worse + shift
    margin = F.margin_ranking_loss(a, b, torch.ones(2), margin=1.0)
    logistic = F.binary_cross_entropy_with_logits(a - b, torch.ones(2))
    print(f"{margin:.4f} {logistic:.4f}")
# --8<-- [end:scores]

# --8<-- [start:candidates]
scores = torch.tensor([[2.0, 0.0, 1.0, -1.0]])  # (1, 4), 4 candidates
print(F.cross_entropy(scores, torch.tensor([0])))
# --8<-- [end:candidates]

# --8<-- [start:flat]
for count in 2, 1024:
    best = -torch.ones(count)  # (count,), cosines: all others opposite
    best[0] = 1.0
    print(f"{count} {best.softmax(dim=0)[0]:.4f}")
# --8<-- [end:flat]

# --8<-- [start:matching]
texts = torch.tensor([[1.0, 0.0], [0.6, 0.8], [0.0, 1.0]])  # (3, 2)
images = torch.tensor([[0.8, 0.6], [0.6, 0.8], [0.0, 1.0]])  # (3, 2)
alike = texts @ images.T  # (3, 3), cosines: all are unit vectors
own = torch.arange(3)  # (3,)
for temperature in 1.0, 0.1:
    z = alike / temperature  # (3, 3)
    print(F.cross_entropy(z, own), z.argmax(dim=1))
# --8<-- [end:matching]

# --8<-- [start:directions]
z = alike / 0.1  # (3, 3)
text_to_image, image_to_text = F.cross_entropy(z, own), F.cross_entropy(z.T, own)
print(text_to_image, image_to_text)
print((text_to_image + image_to_text) / 2)
# --8<-- [end:directions]
