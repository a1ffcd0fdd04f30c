# --8<-- [start:formats]
import torch
import torch.nn.functional as F

dtypes = torch.float32, torch.bfloat16, torch.float16
print("| | step above 1 | largest | smallest above 0 |")
print("| --- | --: | --: | --: |")
for dtype in dtypes:
    f = torch.finfo(dtype)
    row = f"{f.eps:.1e} | {f.max:.1e} | {f.smallest_normal * f.eps:.1e}"
    print(f"| {str(dtype)[6:]} | {row} |")
# --8<-- [end:formats]

# --8<-- [start:loss]
z, y = torch.tensor([[2.5, 3.5, 1.5]]), torch.tensor([1])  # (1, 3), (1,)
exact = F.cross_entropy(z.double(), y)
for dtype in dtypes:
    print("loss:   ", F.cross_entropy(z.to(dtype), y))
    print("nearest:", exact.to(dtype))
# --8<-- [end:loss]

# --8<-- [start:logits]
z, y = torch.tensor([[20.3, 19.9]]), torch.tensor([1])  # (1, 2), (1,)
for dtype in dtypes:
    rounded = z.to(dtype)
    loss = F.cross_entropy(rounded.float(), y)
    print(f"{loss:.4f} from", rounded)
# --8<-- [end:logits]

# --8<-- [start:gaps]
print("| | gap | `softmax`, `log` | `log_softmax` |")
print("| --- | --: | --: | --: |")
for dtype in dtypes:
    for gap in range(1, 200):
        z = torch.tensor([0.0, gap], dtype=dtype)  # (2,)
        late = z.softmax(dim=0).log()[0]
        if late == -torch.inf:
            break
    good = z.log_softmax(dim=0)[0]
    print(f"| {str(dtype)[6:]} | {gap} | {late:.4f} | {good:.4f} |")
# --8<-- [end:gaps]
