"""The browser that opens the built pages, and the server they come from.

    python -m tools.maintenance.browser

finds Chromium, or installs it: Playwright's own, or Debian's where Playwright's cannot be had.
"""

import contextlib
import functools
import gzip
import http.server
import io
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ["chromium-headless-shell", "chromium", "google-chrome", "chromium-browser"]  # the quickest first
QUIET = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
]
MISSING = "no Chromium found: `make browser` installs it, or put one called chromium on the PATH"


def find() -> str | None:
    """The path of a Chromium on this machine, or None."""
    for name in NAMES:
        if installed := shutil.which(name):
            return installed
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Install Playwright's own Chromium or, where that cannot be had, Debian's, without a window if it has that."""
    own = [sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"]
    refused = subprocess.run(own, capture_output=True).returncode
    if refused and shutil.which("apt-get") and _is_root():
        subprocess.run(["apt-get", "update", "--quiet=2"])
        get = ["apt-get", "install", "--yes", "--quiet=2"]
        if subprocess.run([*get, "chromium-headless-shell"], capture_output=True).returncode:
            subprocess.run([*get, "chromium"], stdout=subprocess.DEVNULL)


def arguments() -> list[str]:
    """The arguments to start the browser with; as root, it runs only without its sandbox."""
    return [*QUIET, "--no-sandbox"] if _is_root() else QUIET


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def launch(playwright: Playwright) -> Browser:
    """Start the browser."""
    return playwright.chromium.launch(executable_path=find(), args=arguments())


@functools.cache
def _compressed(path: Path) -> bytes:
    """The bytes of a file, compressed once: a site does not change while it is served."""
    return gzip.compress(path.read_bytes())


class _Pages(http.server.SimpleHTTPRequestHandler):
    """As hosts of static pages do: compressed, and the site's own page for what is not there."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if not path.is_file():
            return super().send_head()
        return io.BytesIO(self._begin(200, path, self.guess_type(path)))

    def send_error(self, code: int, *_: Any) -> None:
        self.wfile.write(self._begin(code, Path(self.directory, "404.html"), "text/html; charset=utf-8"))

    def _begin(self, code: int, path: Path, kind: str) -> bytes:
        """Send the head of an answer; return its body, the file compressed."""
        body = _compressed(path)
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return body

    def handle(self) -> None:
        with contextlib.suppress(ConnectionError):  # a browser may leave at any time
            super().handle()

    def log_message(self, *_: Any) -> None:
        pass


def serve(folder: Path) -> http.server.ThreadingHTTPServer:
    """Serve the folder on a free port of this machine, from a thread; the server, to be shut down by the caller."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Pages, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def main() -> None:
    """Install a Chromium if there is none; exit with a message if there still is none."""
    if not find():
        install()
    sys.exit(None if find() else MISSING)


if __name__ == "__main__":
    main()
