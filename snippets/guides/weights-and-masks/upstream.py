# --8<-- [start:upstream]
import torch
import torch.nn.functional as F

pad = torch.tensor([[False, False, True], [True, True, True]])  # (2, 3)
y, scores = torch.tensor([0, -100]), torch.zeros(2, 3)  # (2,), (2, 3)
for mask in pad, pad & ~pad.all(dim=1, keepdim=True):  # (2, 3)
    values = torch.eye(3, 2).requires_grad_()  # (3, 2)
    attention = scores.masked_fill(mask, -torch.inf).softmax(dim=1)
    z, valid = attention @ values, y != -100  # (2, 2), (2,)
    loss = F.cross_entropy(z[valid], y[valid])
    loss.backward()
    print(f"{loss:.4f}", values.grad, sep="\n")
# --8<-- [end:upstream]

# --8<-- [start:functions]
torch.manual_seed(0)
x = torch.ones(1, 3, 2)  # (N, L, E), a sequence of padding only
padding = torch.ones(1, 3, dtype=torch.bool)  # (1, 3)
print(F.scaled_dot_product_attention(x, x, x, attn_mask=~padding[:, None]))
layer = torch.nn.MultiheadAttention(2, num_heads=2, batch_first=True)
for weights in False, True:
    y, _ = layer(x, x, x, key_padding_mask=padding, need_weights=weights)
    print(f"need_weights={weights}: nan", y.isnan().any().item())
with torch.inference_mode():  # together with eval(), the fast path
    y, _ = layer.eval()(x, x, x, key_padding_mask=padding, need_weights=False)
print("fast path: nan", y.isnan().any().item())
# --8<-- [end:functions]
