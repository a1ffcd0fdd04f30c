"""Measures a built site as its readers get it: in Chromium, from a server that compresses as hosts of static pages do.

    python -m tools.maintenance.audit [FOLDER]

Every page by axe, in both schemes and at two widths; its markup by the Nu validator; the bytes of a first visit to it;
and three pages by Lighthouse. `npm ci` in this folder installs axe, Lighthouse and the validator; Node, Java and
Chromium must be there.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page, Request, ViewportSize, sync_playwright

from tools.maintenance import browser as chromium
from tools.site import built

INSTALLED = Path(__file__).parent / "node_modules"
AXE = INSTALLED / "axe-core/axe.min.js"
LIGHTHOUSE = INSTALLED / ".bin/lighthouse"
VALIDATOR = INSTALLED / "vnu-jar/build/dist/vnu.jar"
NEEDED = {"node": "Node 20 or newer", "java": "a Java runtime, version 11 or newer"}
SCHEMES: list[Literal["light", "dark"]] = ["light", "dark"]
WIDTHS = [1440, 390]  # pixels
FIRST_VISIT = 150_000  # bytes, at most
SCORED = ["", "worked-examples/logits-to-loss/", "reference/losses/classification/"]
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TRIES = 3


def violations(browser: Browser, address: str, pages: Sequence[str]) -> Iterator[str]:
    """What axe finds: a sentence for each rule that a page violates, with the first element that does."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            viewport = ViewportSize(width=width, height=900)
            with browser.new_context(viewport=viewport, color_scheme=scheme, base_url=address) as context:
                tab = context.new_page()
                for page in pages:
                    for found in _run_axe(tab, page):
                        yield f"/{page} ({scheme}, {width} pixels): {found}"


def _run_axe(tab: Page, page: str) -> Iterator[str]:
    tab.goto(page)
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    for found in tab.evaluate("axe.run({resultTypes: ['violations']})")["violations"]:
        first, *others = found["nodes"]
        more = f" and {len(others)} more" if others else ""
        reason = first["failureSummary"].split("\n")[1].strip()
        yield f"{found['help']}: {first['target'][0]}{more}: {reason}"


def invalid(address: str, pages: Sequence[str]) -> Iterator[str]:
    """What the Nu validator says about any page."""
    checker = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(VALIDATOR), "--format", "json"]
    done = subprocess.run([*checker, *(address + page for page in pages)], capture_output=True, text=True)
    for found in json.loads(done.stderr)["messages"]:
        place = f"/{found.get('url', '').removeprefix(address)}:{found.get('lastLine', 0)}"
        yield f"{place}: {found['message']} {found.get('extract', '')!r}"


def first_visit(browser: Browser, address: str, page: str) -> tuple[int, list[str]]:
    """The bytes that a browser with an empty cache moves to open the page, and the addresses that it requests."""
    requests: list[Request] = []
    with browser.new_context(base_url=address) as context:
        tab = context.new_page()
        tab.on("requestfinished", lambda request: requests.append(request))  # no built-in function is accepted
        tab.goto(page, wait_until="networkidle")
        sizes = [request.sizes() for request in requests]
        moved = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        return moved, [request.url for request in requests]


def heavy(browser: Browser, address: str, pages: Sequence[str]) -> Iterator[str]:
    """The pages whose first visit moves too much, or loads anything from another site."""
    moved: dict[str, int] = {}
    for page in pages:
        moved[page], requested = first_visit(browser, address, page)
        for url in requested:
            if not url.startswith(address):
                yield f"/{page} loads {url}"
        if moved[page] > FIRST_VISIT:
            yield f"/{page}: a first visit moves {moved[page]:,} bytes, more than {FIRST_VISIT:,}"
    heaviest = max(moved, key=lambda page: moved[page])
    print(f"first visit: {moved[heaviest]:,} bytes at most, by /{heaviest}", flush=True)


def slow(address: str) -> Iterator[str]:
    """The pages that Lighthouse scores lower than they must be."""
    for page in SCORED:
        report = _best_report(address, page)
        scores = _scores(report)
        print(f"Lighthouse, /{page}: {', '.join(f'{name} {score}' for name, score in scores.items())}", flush=True)
        for name, least in LEAST.items():
            if scores[name] < least:
                yield f"/{page}: {name} is {scores[name]}, less than {least}: {'; '.join(_lost(report, name))}"


def _best_report(address: str, page: str) -> dict[str, Any]:
    """The first report with scores as high as they must be, or that of the last try: a busy machine slows a page."""
    for _ in range(TRIES):
        report = _run_lighthouse(address, page)
        scores = _scores(report)
        if all(scores[name] >= least for name, least in LEAST.items()):
            break
    return report


def _run_lighthouse(address: str, page: str) -> dict[str, Any]:
    """Lighthouse's report on a page, as on a slow phone."""
    flags = " ".join(["--headless=new", *chromium.arguments()])
    categories = ",".join(LEAST)
    command = [str(LIGHTHOUSE), address + page, "--quiet", "--output=json"]
    command += [f"--chrome-flags={flags}", f"--only-categories={categories}"]
    environment = {**os.environ, "CHROME_PATH": chromium.find() or ""}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode:
        sys.exit(f"Lighthouse broke off at /{page}: {done.stderr.strip()}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _scores(report: dict[str, Any]) -> dict[str, int]:
    """The score of each category, of 100."""
    return {name: round(100 * category["score"]) for name, category in report["categories"].items()}


def _lost(report: dict[str, Any], category: str) -> Iterator[str]:
    """The titles of what costs a category points."""
    for part in report["categories"][category]["auditRefs"]:
        found = report["audits"][part["id"]]
        if part["weight"] and found["score"] is not None and found["score"] < 0.9:
            yield found["title"]


def refuse_missing_programs() -> None:
    """Exit with a message if a program that the audit runs is missing."""
    if not INSTALLED.exists():
        sys.exit(f"{os.path.relpath(INSTALLED)} is missing; make audit")
    for name, what in NEEDED.items():
        if not shutil.which(name):
            sys.exit(f"no {name} found: the audit needs {what}")
    if not chromium.find():
        sys.exit(chromium.MISSING)


def tell(name: str, found: Iterable[str]) -> int:
    """Print the problems that one of the programs found; their number."""
    problems = list(found)
    print(*problems, f"{name}: {len(problems)} problems", sep="\n", flush=True)
    return len(problems)


def main() -> None:
    """The command line; the exit status is 1 if there is any problem."""
    site = built.folder_argument("tools.maintenance.audit", "Measure a built site as its readers get it.")
    refuse_missing_programs()
    pages = sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))
    server = chromium.serve(site)
    address = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        problems = tell("the Nu validator", invalid(address, pages))
        problems += tell("axe", violations(browser, address, pages))
        problems += tell("first visits", heavy(browser, address, pages))
        problems += tell("Lighthouse", slow(address))
        browser.close()
    server.shutdown()
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
