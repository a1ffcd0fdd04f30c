# --8<-- [start:forms]
import matplotlib.pyplot as plt
import mpmath
import torch

mpmath.mp.dps = 50
forms = {
    "formula": lambda z: z - z.exp().sum().log(),
    "log(softmax)": lambda z: z.softmax(dim=0).log(),
    "log_softmax": lambda z: z.log_softmax(dim=0),
}
exact = -mpmath.log(1 + mpmath.exp(2))  # of the first of [offset, offset + 2]
print(mpmath.nstr(exact, 20))
# --8<-- [end:forms]

# --8<-- [start:errors]
offsets = range(-104, 101, 2)
pairs = [torch.tensor([each, each + 2.0]) for each in offsets]  # float32
errors = {
    name: [float(abs(form(z)[0].item() - exact)) for z in pairs]
    for name, form in forms.items()
}
# --8<-- [end:errors]

# --8<-- [start:steps]
log_sums = torch.tensor([float(each - exact) for each in offsets])  # (103,)
size = log_sums.abs().clamp(min=2)  # the result is about that large
steps = (size.nextafter(size + 1) - size).tolist()  # to the next float32
print([f"{steps[offsets.index(each)]:.1e}" for each in (0, 10, 20, 40, 80)])
at_normal = list(zip(offsets, errors["formula"], steps))[9:-7]
print("from offset", at_normal[0][0], "to", at_normal[-1][0])
print("below a step:", all(error < step for _, error, step in at_normal))
# --8<-- [end:steps]

# --8<-- [start:figure]
fig, ax = plt.subplots(figsize=(6.2, 3.6))
styles = {"formula": ("-", 2), "log(softmax)": ("-", 5), "log_softmax": ("--", 2)}
for name, (style, width) in styles.items():
    ax.plot(offsets, errors[name], linestyle=style, linewidth=width)
ax.lines[-1].set_color("white")  # on the wider line below
ax.plot(offsets, steps, ":", color="#7a4fa3")
ax.text(34, 4e-7, "the formula", color="#1f5fa8")
text = "log_softmax, on the line of log(softmax)"
ax.text(0, 1.6e-8, text, ha="center", color="#4d7c1b")
ax.text(-62, 1.2e-5, "a step of float32")
ax.text(-90, 3e-2, "exp is subnormal")
ax.text(103, 1.2e-5, "exp overflows", ha="right")
ax.set_title("error of log p", size=11, weight="normal")
ax.set(xlabel="offset of the logits", yscale="log", ylim=(1e-8, 1))
ax.set(xticks=[-100, -50, 0, 50, 100], yticks=[1e-8, 1e-6, 1e-4, 1e-2, 1])
ax.set(yticklabels=["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "1"])
ax.minorticks_off()
fig.savefig("precision.svg")
# --8<-- [end:figure]

# --8<-- [start:values]
print("| offset |", " | ".join(forms), "|")
print("| --: | --: | --: | --: |")
for offset in -106, -104, -100, -96, 0, 86, 88:
    z = torch.tensor([offset, offset + 2.0])  # (2,)
    found = [f"{form(z)[0]:.4f}" for form in forms.values()]
    print(f"| {offset} |", " | ".join(found), "|")
# --8<-- [end:values]
