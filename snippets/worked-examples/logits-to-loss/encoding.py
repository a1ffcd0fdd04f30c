# --8<-- [start:both]
import torch
import torch.nn.functional as F

cities = ["Anaheim", "Boulder", "Chicago"]
lives_in = ["Boulder", "Anaheim", "Chicago", "Chicago"]

ordinal = torch.tensor([cities.index(city) for city in lives_in])  # (4,)
one_hot = F.one_hot(ordinal, num_classes=3)  # (4, 3)
# --8<-- [end:both]

# --8<-- [start:table]
print("| city | one-hot | ordinal |")
print("| --- | :-: | :-: |")
for city, vector, index in zip(lives_in, one_hot.tolist(), ordinal):
    print(f"| {city} | {', '.join(map(str, vector))} | {index} |")
# --8<-- [end:table]

# --8<-- [start:fifty_states]
index = torch.tensor([31])  # (1,) one state of fifty
vector = F.one_hot(index, num_classes=50).float()  # (1, 50)
print("zeros:", int((vector == 0).sum()), "ones:", int((vector == 1).sum()))
print("bytes:", vector.nbytes, "one-hot,", index.nbytes, "ordinal")
# --8<-- [end:fifty_states]

# --8<-- [start:types]
logits = torch.zeros(4, 3)
print(ordinal.dtype, one_hot.dtype)
for target in (ordinal.float(), one_hot):
    try:
        F.cross_entropy(logits, target)
    except RuntimeError as error:
        print("RuntimeError:", error)
as_floats = F.cross_entropy(logits, one_hot.float())
print(torch.allclose(F.cross_entropy(logits, ordinal), as_floats))
# --8<-- [end:types]
