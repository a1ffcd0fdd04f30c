# --8<-- [start:gaps]
import torch

for gap in 1.0, 5.0, 20.0, 40.0, 80.0, 100.0, 104.0:
    z = torch.tensor([0.0, -gap])  # (2,)
    exact = z.double().log_softmax(dim=0)[1].float()  # () rounded once
    found = z.softmax(dim=0).log()[1]  # () by way of the probability
    print(f"gap {gap:g}: {found:.4f}", torch.isclose(found, exact, rtol=1e-6).item())
# --8<-- [end:gaps]
