# --8<-- [start:order]
import torch

a, b, c = torch.tensor([2.0**24, 1.0, 1.0])  # three losses in float32
print(f"{(a + b) + c:.0f}, {a + (b + c):.0f}")
# --8<-- [end:order]

# --8<-- [start:batch]
torch.manual_seed(0)
layer, x = torch.nn.Linear(64, 8), torch.randn(32, 64)  # (32, 64)
alone = torch.cat([layer(row[None]) for row in x])  # (32, 8) one row at a time
print(torch.allclose(layer(x), alone, atol=1e-6))
# --8<-- [end:batch]

# --8<-- [start:dropout]
dropout = torch.nn.Dropout(0.5)
first, second = dropout(x), dropout(x)  # (32, 64)
torch.manual_seed(0)
again = dropout(x)  # (32, 64)
torch.manual_seed(0)
print(torch.equal(first, second), torch.equal(again, dropout(x)))
dropout.eval()
print(torch.equal(dropout(x), x))
# --8<-- [end:dropout]
