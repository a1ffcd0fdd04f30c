# --8<-- [start:mixed]
import torch
import torch.nn.functional as F

bit = torch.tensor(2.0).log()
z = torch.tensor([[1 / 2, 1 / 8, 3 / 8]]).log()  # (1, 3)
first, second = -z[0, :2] / bit
print(f"losses: {first:.2f} and {second:.2f}")
print(f"mixed: {F.cross_entropy(z, torch.tensor([[0.25, 0.75, 0.0]])) / bit:.2f}")
print(f"shares swapped: {F.cross_entropy(z, torch.tensor([[0.75, 0.25, 0.0]])) / bit:.2f}")
print(f"plain mean: {(first + second) / 2:.2f}")
p = z.exp()[0]  # (3,)
print(f"log of the mixed probability: {-(0.25 * p[0] + 0.75 * p[1]).log2():.2f}")
# --8<-- [end:mixed]

# --8<-- [start:batchmean]
student = torch.tensor([4, 2, 1, 1]).div(8).log().expand(2, 3, 4)  # (2, 3, 4)
teacher = torch.tensor([1, 4, 2, 1]).div(8).log().expand(2, 3, 4)  # (2, 3, 4)
losses = F.kl_div(student, teacher, reduction="none", log_target=True) / bit  # (2, 3, 4)
batchmean = F.kl_div(student, teacher, reduction="batchmean", log_target=True) / bit
print(f"batchmean: {batchmean:.3f}")
print(f"mean over tokens: {losses.sum(dim=2).mean():.3f}, over all entries: {losses.mean():.3f}")
print(f"sum over {losses[..., 0].numel()} tokens: {losses.sum():.3f}")
# --8<-- [end:batchmean]

# --8<-- [start:levels]
y = torch.tensor(2)  # () class 2 of 5
print("above 0 to 3:", (y > torch.arange(4)).int().tolist())
print("at least 0 to 3:", (y >= torch.arange(4)).int().tolist())
print("above 0 to 4:", (y > torch.arange(5)).int().tolist())
print("one-hot:", F.one_hot(y, 5).tolist())
# --8<-- [end:levels]

# --8<-- [start:corn]
given = torch.tensor([0.9, 0.6, 0.8])  # (3,) sigmoids
above = given.cumprod(dim=0)  # (3,)
print("above:", above, "class:", (above > 0.5).sum().item())
print("not multiplied:", (given > 0.5).sum().item())
print("largest:", given.argmax().item())
# --8<-- [end:corn]

# --8<-- [start:margin]
beta, chosen, rejected = 0.1, -9 - -10, -13 - -12  # the model's minus the reference's
print("changes:", chosen, "and", rejected)
print("rewards:", f"{beta * chosen:.2f} and {beta * rejected:.2f}")
print(f"margin: {beta * (chosen - rejected):.2f}, sum: {beta * (chosen + rejected):.2f}")
print(f"without the reference: {beta * (-9 - -13):.2f}")
print(f"without beta: {chosen - rejected:.2f}")
# --8<-- [end:margin]
