# --8<-- [start:table]
import torch

counts = torch.tensor([[760, 40], [80, 20], [60, 40]])  # (3, 2)
p = counts[:, 1] / counts.sum(dim=1)  # (3,) of class 1, from plain training
zeros, ones = counts.sum(dim=0).tolist()

print("| threshold | cost | misses | false alarms | F1 | balanced | precision | recall | accuracy |")
print("| --: | --: | --: | --: | --: | --: | --: | --: | --: |")
for threshold in 0.5, 0.3, 0.1, 0.03:
    says = p >= threshold  # (3,)
    hits, alarms = counts[says, 1].sum().item(), counts[says, 0].sum().item()
    misses, recall = ones - hits, hits / ones
    accuracy = (zeros - alarms + hits) / (zeros + ones)
    of_both = ((zeros - alarms) / zeros + recall) / 2
    precision = f"{hits / (hits + alarms):.3f}" if says.any() else "–"
    cost = 9 * misses + alarms
    f1 = 2 * hits / (hits + alarms + ones)
    print(f"| {threshold} | {cost} | {misses} | {alarms} | {f1:.3f} | {of_both:.3f} "
          f"| {precision} | {recall:.3f} | {accuracy:.3f} |")
# --8<-- [end:table]
