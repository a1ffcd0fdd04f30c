# --8<-- [start:paste]
import torch
import torch.nn.functional as F

torch.manual_seed(42)
drawn = torch.randn((6, 3)) * 2  # (6, 3)
printed = torch.tensor(  # (6, 3) four decimals, as the source shows it
    [
        [3.8538, 2.9746, -0.9948],
        [0.8792, -1.5163, 2.1566],
        [1.6016, 3.3612, 0.7117],
        [-1.3732, 1.2209, 2.6695],
        [-0.4632, 0.0835, -0.5032],
        [1.7197, -0.6195, -0.7914],
    ]
)
targ = torch.tensor([0, 1, 0, 2, 2, 0])  # (6,)
print(F.cross_entropy(drawn, targ, reduction="none"))
print(F.cross_entropy(printed, targ, reduction="none"))
# --8<-- [end:paste]

# --8<-- [start:more_digits]
torch.set_printoptions(precision=5)
print(drawn[1])
print(printed[1])
# --8<-- [end:more_digits]

# --8<-- [start:worth]
torch.set_printoptions(precision=6)
rows = [1, 4]  # in float64, for the sixth decimal
print(F.cross_entropy(drawn[rows].double(), targ[rows], reduction="none"))
print(F.cross_entropy(printed[rows].double(), targ[rows], reduction="none"))
torch.set_printoptions(precision=4)
# --8<-- [end:worth]
