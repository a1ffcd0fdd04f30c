"""Draws what other sites show beside a link to a page: one image for each section of the menu.

Its numbers are those that a script of the home page printed. There are images only where the site has an address: other
sites ask for the whole address of an image.
"""

from pathlib import Path

from mkdocs.structure.pages import Page

from tools.pages.project import Project
from tools.site.rendered_site import RenderedSite

PRINTED = Path("snippets/index/every_step.py"), "table"
FOLDER = "assets/social"
WIDTH, HEIGHT, DPI = 1200, 630, 100  # in pixels
LOGIT, PROBABILITY, LOSS, TEXT, QUIET = "#0e47cd", "#a95702", "#98101c", "#1b2430", "#566170"  # as in site.css
TAGS = """
  <meta property="og:image" content="{address}">
  <meta property="og:image:width" content="{width}">
  <meta property="og:image:height" content="{height}">
  <meta property="og:image:alt" content="{title}: three logits, their softmax, and the loss">
"""


def link(html: str, page: Page, site: RenderedSite) -> str:
    """The HTML of a page, with its section's image in its head if the site has an address."""
    if not site.config.site_url:
        return html
    title = site.section(page)
    address = f"{site.config.site_url}{_uri(title)}"
    tags = TAGS.strip("\n").format(address=address, width=WIDTH, height=HEIGHT, title=title)
    html = html.replace('name="twitter:card" content="summary"', 'name="twitter:card" content="summary_large_image"')
    return html.replace("</head>", f"{tags}\n  </head>", 1)


def write(site: RenderedSite, found: Project) -> None:
    """Write the image of each section into the folder of the site, if that has an address."""
    path, name = PRINTED
    example = found.snippets.get(found.root / path)
    if not site.config.site_url or not example:
        return
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in found.outputs(example)[name].splitlines()]
    rows = [dict(zip(cells[0], row, strict=True)) for row in cells[2:-1]]
    for title in dict.fromkeys(map(site.section, site.pages)):
        target = site.folder / _uri(title)
        target.parent.mkdir(parents=True, exist_ok=True)
        draw(title, site.config.site_name, rows, target)


def draw(title: str, name: str, rows: list[dict[str, str]], target: Path) -> None:
    """Draw a title and the name of the site beside the rows of a table: class, logit, softmax, log-softmax, target."""
    from matplotlib.figure import Figure

    figure = Figure((WIDTH / DPI, HEIGHT / DPI), DPI, facecolor="white")
    figure.text(0.06, 0.56, title, size=54 if len(title) < 12 else 42, weight="bold", color=TEXT)
    figure.text(0.06, 0.45, "softmax and cross-entropy in PyTorch", size=19, color=QUIET)
    figure.text(0.06, 0.1, name if name != title else "", size=22, weight="bold", color=TEXT)
    axes = figure.add_axes((0.58, 0.36, 0.36, 0.46), xlim=(0, 1), ylim=(len(rows) - 0.4, -0.6))
    axes.set_axis_off()
    for at, row in enumerate(rows):
        share = float(row["softmax"])
        axes.barh(at, 1, 0.62, color="#f1f3f6")
        axes.barh(at, share, 0.62, color=PROBABILITY, alpha=1 if row["target"] == "1" else 0.55)
        axes.text(-0.04, at, row["logit"], size=24, ha="right", va="center", color=LOGIT)
        axes.text(share + 0.03, at, row["softmax"], size=21, va="center", color=TEXT)
    loss = next(row["log-softmax"] for row in rows if row["target"] == "1").lstrip("-")
    figure.text(0.58, 0.84, "softmax", size=19, color=PROBABILITY)
    figure.text(0.565, 0.84, "logits", size=19, ha="right", color=LOGIT)
    figure.text(0.58, 0.26, "loss", size=19, color=LOSS)
    figure.text(0.576, 0.1, loss, size=56, weight="bold", color=LOSS)
    figure.savefig(target)


def _uri(title: str) -> str:
    return f"{FOLDER}/{title.lower().replace(' ', '-')}.png"
