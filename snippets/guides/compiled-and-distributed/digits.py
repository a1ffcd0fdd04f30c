# --8<-- [start:digits]
import torch

a, b, c = torch.tensor([2.0**24, 1.0, 1.0])  # three losses in float32
print(f"two orders: {(a + b) + c:.0f}, {a + (b + c):.0f}")

torch.manual_seed(0)
layer, x = torch.nn.Linear(64, 8), torch.randn(32, 64)  # x: (32, 64)
alone = torch.cat([layer(row[None]) for row in x])  # (32, 8) one row at a time
print("batch and rows alone, allclose:", torch.allclose(layer(x), alone, atol=1e-6))

dropout = torch.nn.Dropout(0.5)
first, second = dropout(x), dropout(x)  # (32, 64)
print("dropout twice, equal:", torch.equal(first, second))
dropout.eval()
print("dropout in eval, equal to its input:", torch.equal(dropout(x), x))
# --8<-- [end:digits]
