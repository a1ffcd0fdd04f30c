# --8<-- [start:figure]
import matplotlib.pyplot as plt
import numpy as np

tokens, features = 8192, 4096
classes = np.linspace(0, 128_256, 50)
logits = tokens * classes * 4 / 2**30
gradients = (classes + tokens) * features * 4 / 2**30

fig, ax = plt.subplots()
ax.plot(classes, 5 * logits, label="cross_entropy, one-hot targets")
ax.plot(classes, 4 * logits, label="cross_entropy, class indices")
ax.plot(classes, 2 * gradients, label="linear_cross_entropy, options")
ax.set(xlabel="classes C", ylabel="GiB at the peak", xlim=0, ylim=0)
ax.legend()
fig.savefig("growth.svg")
# --8<-- [end:figure]
