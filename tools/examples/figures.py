"""Makes what matplotlib saves as SVG fit to stand in a page.

Removes the prolog and the metadata, gives every id a prefix of its own, and turns inline styles, which the site's
policy forbids, into attributes. Text takes the page's font. Coordinates keep two decimals of a pixel: further ones are
not seen, and differ between processors. So do the ids that matplotlib makes of all decimals: they are numbered instead.
"""

import re

LONG = re.compile(r"-?\d+\.\d{3,}")
ID = re.compile(r"(?<=[\"#])[a-z][0-9a-f]{10}(?=[\")])")  # of those that matplotlib makes


def clean(svg: str, name: str) -> str:
    """The `<svg>` element of a saved figure; every id in it begins with `name`."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"\s*<metadata>.*?</metadata>|\s*<style type=.*?</style>|\s*<!--.*?-->", "", svg, flags=re.DOTALL)
    svg = re.sub(r' (width|height)="[^"]*pt"', "", svg)
    svg = re.sub(r' style="([^"]*)"', lambda style: _attributes(style[1]), svg)
    svg = re.sub(r"<[^>]*>", lambda tag: LONG.sub(lambda number: f"{float(number[0]):.2f}", tag[0]), svg)
    ids: dict[str, str] = {}
    svg = ID.sub(lambda found: ids.setdefault(found[0], f"part-{len(ids) + 1}"), svg)
    svg = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{name}-", svg)
    return "\n".join(line.rstrip() for line in svg.split("\n") if line.strip()) + "\n"


def _attributes(style: str) -> str:
    pairs = [declaration.split(":", 1) for declaration in style.split(";")]
    return "".join(f' {name.strip()}="{value.strip()}"' for name, value in pairs if name.strip() != "font-family")
