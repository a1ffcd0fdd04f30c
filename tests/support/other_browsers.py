"""Firefox and WebKitGTK, as far as a test needs them: both take the commands of WebDriver, each in its own way.

Firefox takes them at its Marionette socket, WebKit over HTTP from WebKitWebDriver. Playwright drives only browsers that
it has built itself.
"""

import contextlib
import glob
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

LIMIT = 60.0  # in seconds, for a command or the start of a browser
RIGHT, ENTER, TAB = "\ue014", "\ue007", "\ue004"


class WebDriver:
    """One window of a browser."""

    def send(self, command: str, **parameters: Any) -> Any:
        """The browser's answer to a command of WebDriver; raises a RuntimeError if it refuses."""
        raise NotImplementedError

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page has loaded."""
        self.send("Navigate", url=address)

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page."""
        return self.send("ExecuteScript", script=f"return {expression}", args=[])

    def focus(self, selector: str) -> None:
        """Move the keyboard's focus to the first element that a selector finds, as soon as it is there."""
        end = time.monotonic() + LIMIT
        while not self.run(
            f"document.querySelector({selector!r})?.focus() ?? document.activeElement.matches({selector!r})"
        ):
            assert time.monotonic() < end, f"{selector} never comes"
            time.sleep(0.05)

    def press(self, keys: str) -> None:
        """Press and release keys, one after the other."""
        strokes = [{"type": way, "value": key} for key in keys for way in ("keyDown", "keyUp")]
        self.send("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def resize(self, width: int) -> None:
        """Make the window this wide, in pixels."""
        self.send("SetWindowRect", width=width, height=900)


class Firefox(WebDriver):
    """A Firefox that listens at a port."""

    def __init__(self, port: int) -> None:
        self.wire = socket.create_connection(("127.0.0.1", port), LIMIT)
        self.answers = self.wire.makefile("rb")
        self._receive()  # its greeting
        self.send("NewSession")

    def send(self, command: str, **parameters: Any) -> Any:
        asked = json.dumps([0, 1, f"WebDriver:{command}", parameters]).encode()
        self.wire.sendall(b"%d:%s" % (len(asked), asked))
        _, _, error, answer = self._receive()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer.get("value")

    def _receive(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self.answers.read(1)
        return json.loads(self.answers.read(int(length[:-1])))


class WebKit(WebDriver):
    """A MiniBrowser of WebKitGTK, behind a WebKitWebDriver that listens at a port."""

    paths = {
        "NewSession": "",
        "Navigate": "/url",
        "ExecuteScript": "/execute/sync",
        "PerformActions": "/actions",
        "SetWindowRect": "/window/rect",
    }

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/session"
        options = {"binary": mini_browser(), "args": ["--automation"]}
        made = self.send("NewSession", capabilities={"alwaysMatch": {"webkitgtk:browserOptions": options}})
        self.address += f"/{made['sessionId']}"

    def send(self, command: str, **parameters: Any) -> Any:
        request = urllib.request.Request(self.address + self.paths[command], json.dumps(parameters).encode())
        try:
            with urllib.request.urlopen(request, timeout=LIMIT) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{command}: {json.load(error)['value']['message']}") from None


def mini_browser() -> str:
    """The path of WebKitGTK's browser, "" if there is none."""
    found = [
        path for folder in ("/usr/lib/*", "/usr/libexec") for path in glob.glob(f"{folder}/webkit2gtk-4.*/MiniBrowser")
    ]
    return max(found, default="")


def missing(name: str) -> str:
    """What a browser, "firefox" or "webkit", lacks to run here; "" if it can."""
    if name == "firefox":
        return "" if _firefox() else "no Firefox found: install one called firefox or firefox-esr"
    there = shutil.which("WebKitWebDriver") and shutil.which("xvfb-run") and mini_browser()
    return "" if there else "no WebKitGTK found: install webkit2gtk-driver and xvfb"


def _firefox() -> str | None:
    return shutil.which("firefox") or shutil.which("firefox-esr")


@contextlib.contextmanager
def start(name: str, folder: Path) -> Iterator[WebDriver]:
    """A browser that is installed, with an empty folder for its profile; it ends with the block."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    if name == "firefox":
        Path(folder, "user.js").write_text(f'user_pref("marionette.port", {port});')
        command = [_firefox(), "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
    else:
        command = ["xvfb-run", "--auto-servernum", "WebKitWebDriver", f"--port={port}"]
    nowhere = subprocess.DEVNULL
    environment = {**os.environ, "HOME": str(folder)}
    process = subprocess.Popen(command, env=environment, start_new_session=True, stdout=nowhere, stderr=nowhere)
    try:
        _wait_for(port)
        yield Firefox(port) if name == "firefox" else WebKit(port)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _wait_for(port: int) -> None:
    end = time.monotonic() + LIMIT
    while time.monotonic() < end:
        with contextlib.suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.1)
