"""Measures a built site as its readers get it: in Chromium, from a server that compresses as hosts of static pages do.

    python -m tools.maintenance.audit [FOLDER]    every page by axe, in both schemes and at two widths; its markup by the Nu validator; what
                                      a first visit to it moves; and three pages by Lighthouse

`npm ci` in this folder installs axe, Lighthouse and the validator; Node, Java and Chromium must be there.
"""

import argparse
import collections
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.maintenance import browser as chromium

INSTALLED = Path(__file__).parent / "node_modules"
NEEDED = {"node": "Node 20 or newer", "java": "a Java runtime, version 11 or newer"}
SCHEMES, WIDTHS = ["light", "dark"], [1440, 390]
FIRST_VISIT = 250_000
KINDS = ["", "worked-examples/logits-to-loss/", "reference/losses/classification/"]
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3


def violations(browser, address, pages):
    """What axe finds: a sentence for each rule that a page violates, with the first element that does."""
    axe = (INSTALLED / "axe-core/axe.min.js").read_text(encoding="utf-8")
    for scheme in SCHEMES:
        for width in WIDTHS:
            with browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address
            ) as context:
                tab = context.new_page()
                for page in pages:
                    tab.goto(page)
                    tab.evaluate(axe)
                    for found in tab.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
                        node, others = found["nodes"][0], len(found["nodes"]) - 1
                        element = f"{node['target'][0]}{f' and {others} more' if others else ''}"
                        reason = node["failureSummary"].split("\n")[1].strip()
                        yield f"/{page} ({scheme}, {width} pixels): {found['help']}: {element}: {reason}"


def invalid(address, pages):
    """What the Nu validator says about any page."""
    checker = [
        "java",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(INSTALLED / "vnu-jar/build/dist/vnu.jar"),
    ]
    done = subprocess.run(
        [*checker, "--format", "json", *(address + page for page in pages)], capture_output=True, text=True
    )
    for found in json.loads(done.stderr)["messages"]:
        place = f"/{found.get('url', '').removeprefix(address)}:{found.get('lastLine', 0)}"
        yield f"{place}: {found['message']} {found.get('extract', '')!r}"


def first_visit(browser, address, page):
    """The bytes that move when a browser opens the page with nothing of the site in its cache, and the addresses asked."""
    with browser.new_context(base_url=address) as context:
        tab, asked = context.new_page(), []
        tab.on("requestfinished", lambda request: asked.append(request))
        tab.goto(page, wait_until="networkidle")
        sizes = [request.sizes() for request in asked]
        moved = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        return moved, [request.url for request in asked]


def heavy(browser, address, pages):
    """The pages whose first visit moves too much, or asks elsewhere."""
    largest = collections.Counter()
    for page in pages:
        largest[page], asked = first_visit(browser, address, page)
        yield from (f"/{page} asks {url}" for url in asked if not url.startswith(address))
        if largest[page] > FIRST_VISIT:
            yield f"/{page}: a first visit moves {largest[page]:,} bytes, more than {FIRST_VISIT:,}"
    [(page, moved)] = largest.most_common(1)
    print(f"first visit: {moved:,} bytes at most, by /{page}", flush=True)


def scores(address, page):
    """Lighthouse's scores for the page on a slow phone, by category, and the titles of what costs points."""
    flags = " ".join(["--headless=new", *chromium.arguments()])
    command = [
        str(INSTALLED / ".bin/lighthouse"),
        address + page,
        "--quiet",
        "--output=json",
        f"--chrome-flags={flags}",
    ]
    command.append(f"--only-categories={','.join(LEAST)}")
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "CHROME_PATH": chromium.find()})
    if done.returncode:
        sys.exit(f"Lighthouse broke off at /{page}: {done.stderr.strip()}")
    report = json.loads(done.stdout)
    lost = {
        name: [
            report["audits"][part["id"]]["title"]
            for part in category["auditRefs"]
            if part["weight"]
            and (report["audits"][part["id"]]["score"] or 0) < 0.9
            and report["audits"][part["id"]]["score"] is not None
        ]
        for name, category in report["categories"].items()
    }
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}, lost


def slow(address):
    """The pages that Lighthouse scores lower than they must be; a busy machine slows a page, so the best of a few tries counts."""
    for page in KINDS:
        for _ in range(TRIES):
            reached, lost = scores(address, page)
            low = [name for name in LEAST if reached[name] < LEAST[name]]
            if not low:
                break
        print(f"Lighthouse, /{page}: {', '.join(f'{name} {score}' for name, score in reached.items())}", flush=True)
        yield from (
            f"/{page}: {name} is {reached[name]}, less than {LEAST[name]}: {'; '.join(lost[name])}" for name in low
        )


def main():
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tools.maintenance.audit", description=__doc__.split("\n")[0])
    parser.add_argument("site", nargs="?", default="site", type=Path, help="the folder of the built site")
    site = parser.parse_args().site
    if not (site / "index.html").exists():
        sys.exit(f"{site}: no site here; make build")
    if not INSTALLED.exists():
        sys.exit(f"{os.path.relpath(INSTALLED)} is missing; make audit")
    for name, what in NEEDED.items():
        if not shutil.which(name):
            sys.exit(f"no {name} found: the audit needs {what}")
    if not chromium.find():
        sys.exit(chromium.MISSING)
    pages = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    server = chromium.serve(site)
    address = f"http://127.0.0.1:{server.server_port}/"
    problems = 0
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        for name, found in {
            "the Nu validator": invalid(address, pages),
            "axe": violations(browser, address, pages),
            "first visits": heavy(browser, address, pages),
            "Lighthouse": slow(address),
        }.items():
            said = list(found)
            problems += len(said)
            print(*said, f"{name}: {len(said)} problems", sep="\n", flush=True)
        browser.close()
    server.shutdown()
    sys.exit(bool(problems))


if __name__ == "__main__":
    main()
