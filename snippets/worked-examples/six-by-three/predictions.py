# --8<-- [start:axis]
import torch

twins = torch.tensor([[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]])  # (2, 3)
print("dim=0:", torch.softmax(twins, dim=0)[0, 2])
print("dim=1:", torch.softmax(twins, dim=1)[0, 2])
print("whole matrix:", torch.softmax(twins.flatten(), dim=0)[2])
# --8<-- [end:axis]

# --8<-- [start:shape]
p, c = torch.zeros(4, 3), torch.tensor([0, 2, 1, 1])  # (4, 3), (4,)
print("p[:, c]:", tuple(p[:, c].shape))
print("p[range(4), c]:", tuple(p[range(4), c].shape))
print("gather:", tuple(p.gather(dim=1, index=c[:, None]).shape))
# --8<-- [end:shape]

# --8<-- [start:halved]
high, low = torch.tensor([0.8, 0.4]), torch.tensor([0.02, 0.01])  # (2,), (2,)
print("from 0.8 to 0.4:  ", high[0].log() - high[1].log())
print("from 0.02 to 0.01:", low[0].log() - low[1].log())
print("of probabilities: ", low[0] - low[1])
print("straight line:    ", torch.tensor(2.0).log() / 0.4 * 0.01)
# --8<-- [end:halved]

# --8<-- [start:unsure]
two_rows = torch.tensor([[0.4, 0.3, 0.3], [0.45, 0.55, 0.0]])  # (2, 3)
print("predictions:", two_rows.argmax(dim=1))
print("loss of A:", -two_rows[0, 0].log())  # target 0
print("loss of B:", -two_rows[1, 0].log())  # target 0
# --8<-- [end:unsure]

# --8<-- [start:two_batches]
first = torch.tensor([0.5, 1.5, 1.0, 1.0])  # (4,) losses
second = torch.tensor([3.0, 5.0])  # (2,) losses
print(f"means: {first.mean():.1f}, {second.mean():.1f}")
print(f"all 6 rows: {torch.cat([first, second]).mean():.1f}")
print(f"mean of means: {(first.mean() + second.mean()) / 2:.1f}")
print(f"sum: {first.sum() + second.sum():.1f}")
# --8<-- [end:two_batches]

# --8<-- [start:one_activation]
print("sigmoid of 4:", torch.sigmoid(torch.tensor(4.0)))
for class_1 in 3.0, 4.0, 5.0, -5.0:
    pair = torch.tensor([-1.0, class_1])  # (2,)
    print(f"softmax with {class_1:g}:", torch.softmax(pair, dim=0)[1])
# --8<-- [end:one_activation]
