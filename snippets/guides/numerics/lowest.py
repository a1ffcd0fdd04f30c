# --8<-- [start:half]
import torch
import torch.nn.functional as F

lowest = torch.finfo(torch.float16).min
one_hot = torch.tensor([[0.0, 1.0, 0.0]]).half()  # (1, 3)
for largest in 3.5, 20.0:
    logits = torch.tensor([[2.5, largest, lowest]]).half()  # (1, 3)
    print("log-softmax:", [f"{x:.4f}" for x in logits.log_softmax(dim=1)[0]])
    print("loss:", F.cross_entropy(logits, one_hot))
# --8<-- [end:half]
