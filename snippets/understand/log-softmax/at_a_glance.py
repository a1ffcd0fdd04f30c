# --8<-- [start:three_forms]
import torch
import torch.nn.functional as F

for logits in torch.tensor([[100.0, 101.0], [0.0, -104.0]]):  # (2,) each
    print("logits:       ", logits)
    print("log(softmax): ", logits.softmax(dim=0).log())
    print("formula:      ", logits - logits.exp().sum().log())
    print("F.log_softmax:", F.log_softmax(logits, dim=0))
# --8<-- [end:three_forms]
