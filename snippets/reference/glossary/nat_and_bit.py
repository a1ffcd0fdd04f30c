# --8<-- [start:example]
import math

import torch
import torch.nn.functional as F

logits = torch.tensor([2.5, 3.5, 1.5])  # (3,)
nats = F.cross_entropy(logits, torch.tensor(1))  # ()
print(nats)
print(nats / math.log(2), "bits")
# --8<-- [end:example]
