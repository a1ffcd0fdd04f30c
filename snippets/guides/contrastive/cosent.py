# --8<-- [start:grades]
import math

import torch


def cosent(cosines, grades, scale=20.0):  # (N,), (N,)
    below = grades.unsqueeze(1) < grades  # (N, N)
    terms = scale * (cosines.unsqueeze(1) - cosines)[below]
    return torch.cat([torch.zeros(1), terms]).logsumexp(dim=0), len(terms)


grades = torch.tensor([0.0, 0.5, 0.5, 1.0])  # (4,) one for each pair
for name, values in ("equal", [0.3, 0.3, 0.3, 0.3]), ("in order", [0.1, 0.3, 0.3, 0.4]):
    loss, count = cosent(torch.tensor(values), grades)
    print(f"cosines {name}: {loss:.4f}, 1 + {count} terms, ln {1 + count} = {math.log(1 + count):.4f}")
# --8<-- [end:grades]
