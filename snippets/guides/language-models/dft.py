# --8<-- [start:detach]
import torch
import torch.nn.functional as F

right = torch.tensor([0, 0])  # (T,)
for detached in True, False:
    scores = torch.tensor([[0.25, 0.75], [0.5, 0.5]]).log().requires_grad_()  # (T, V)
    nll = F.cross_entropy(scores, right, reduction="none")  # (T,)
    p = torch.exp(-nll)  # (T,) of the targets
    dft = (p.detach() if detached else p) * nll  # (T,)
    dft.sum().backward()
    if detached:
        print("cross-entropy:", nll.detach())
        print("DFT:          ", dft.detach())
    print(f"gradient, {'with' if detached else 'without'} detach:", scores.grad[:, 0])
# --8<-- [end:detach]
