# --8<-- [start:loss]
import torch
import torch.nn.functional as F

bit = torch.tensor(2.0).log()
chosen = torch.tensor([3.0, 1.0, 1.0]).log()  # (3,), rewards
rejected = torch.tensor([1.0, 1.0, 3.0]).log()  # (3,)
gap = chosen - rejected  # (3,)
print(gap.sigmoid(), -F.logsigmoid(gap) / bit)
far = torch.tensor(-200.0)
print("far off:", -F.logsigmoid(far), -far.sigmoid().log())
# --8<-- [end:loss]
