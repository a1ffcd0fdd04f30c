"""A server shows edits at once, survives failures, and writes nothing into `snippets/`."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from tests.support.project import edit

SNIPPET = "snippets/worked-examples/logits-to-loss/softmax.py"
PAGE = "docs/worked-examples/logits-to-loss.md"


class Server:
    """`mkdocs serve` in a project."""

    def __init__(self, root, port):
        self.address, self.log = f"http://127.0.0.1:{port}/", root / "terminal"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
        with self.log.open("w") as log:
            environment = {**os.environ, "TMPDIR": str(root)}
            self.process = subprocess.Popen(command, cwd=root, stdout=log, stderr=log, env=environment)

    def terminal(self):
        """What the terminal shows."""
        return self.log.read_text(encoding="utf-8")

    def says(self, text):
        """Wait until the terminal shows a text."""
        end = time.monotonic() + 20
        while text not in self.terminal():
            assert time.monotonic() < end, f"waited in vain for {text!r}; terminal:\n{self.terminal()}"
            time.sleep(0.05)

    def text(self, path):
        """The file at this path."""
        with urllib.request.urlopen(self.address + path, timeout=5) as response:
            return response.read().decode()

    def page(self, text, there=True):
        """The page, once it holds (or no longer holds) a text."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            assert self.process.poll() is None, self.terminal()
            with contextlib.suppress(OSError):
                html = self.text("worked-examples/logits-to-loss/")
                if (text in html) == there:
                    return html
            time.sleep(0.05)
        raise AssertionError(f"waited in vain for {text!r}, there={there}; terminal:\n{self.terminal()}")


@contextlib.contextmanager
def serving(root):
    """A server of the project at `root`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(root, port)
    yield server
    server.process.terminate()
    server.process.wait(timeout=20)


@pytest.fixture
def server(copy):
    """A server of the small site."""
    with serving(copy) as server:
        yield server


def files(root):
    return {path: path.read_bytes() for path in (root / "snippets").rglob("*") if path.is_file()}


@pytest.mark.ci
def test_a_serving_session(server, copy):
    page, before = server.page, files(copy)
    assert "33.1155" in page("49.7796")

    edit(copy / PAGE, "## Squared error", "A sentence just written.\n\n## Squared error")
    page("A sentence just written.")

    good = edit(copy / SNIPPET, "2.5, 3.5, 1.5", "2.5, 4.5, 1.5")
    html = page("90.0171")
    assert "49.7796" in html, "the other table of the page is recorded and stays"
    assert 'class="to-file" href="../../snippets/worked-examples/logits-to-loss/softmax.py"' in html
    assert "2.5, 4.5, 1.5" in server.text("snippets/worked-examples/logits-to-loss/softmax.py")
    for beside in "worked-examples/logits-to-loss/index.md", "worked-examples/logits-to-loss.ipynb":
        assert "90.0171" in server.text(beside) and "49.7796" in server.text(beside)
    assert "make record only=worked-examples/logits-to-loss/softmax" in server.terminal()
    assert "+| Boulder | 4.5 | 90.0171" in server.terminal()

    (copy / SNIPPET).write_text(good.replace("exps = logits.exp()", "exps = logits.exq()"), encoding="utf-8")
    page("raises AttributeError")
    assert "snippets/worked-examples/logits-to-loss/softmax.py:5: raises AttributeError" in server.terminal()

    (copy / SNIPPET).write_text(good.replace("[end:table]", "[end:tabel]"), encoding="utf-8")
    page("section &#x27;tabel&#x27; ends here but &#x27;table&#x27; has begun".replace("&#x27;", "'"))

    edit(copy / PAGE, "A sentence just written.", "A formula just begun: $\\fraq$.")
    page("does not parse, at character")
    (copy / "docs/index.md").write_text('--8<-- "/nowhere/three_steps.py:steps"\n')
    edit(copy / PAGE, "A formula just begun: $\\fraq$.", "Written beside a broken page.")
    page("Written beside a broken page.")
    (copy / "docs/index.md").write_text('--8<-- "index/three_steps.py:')
    (copy / SNIPPET).write_text(good.replace("2.5, 3.5, 1.5", "2.5, 4.5, 1.6"), encoding="utf-8")
    page("4.9530")

    (copy / SNIPPET).write_text(
        f"import time\n\ntime.sleep(6)\n{good}".replace("2.5, 3.5", "2.5, 4.5"), encoding="utf-8"
    )
    page("still runs after 2 seconds; it is ended after 15")
    assert "softmax.py: still runs after 2 seconds" in server.terminal()
    edit(copy / PAGE, "Written beside a broken page.", "Served meanwhile.")
    assert "still runs" in page("Served meanwhile.")
    page("90.0171")

    (copy / "snippets").rename(copy / "gone")
    (copy / "docs").rename(copy / "gone too")
    time.sleep(0.5)
    (copy / "gone").rename(copy / "snippets")
    (copy / "gone too").rename(copy / "docs")
    edit(copy / PAGE, "Served meanwhile.", "Back again.")
    page("Back again.")

    (copy / "docs/unreadable.md").write_bytes(b"# \xff")
    (copy / "docs/nowhere.md").symlink_to("nothing")
    (copy / os.fsdecode(b"docs/caf\xe9.md")).touch()
    edit(copy / PAGE, "Back again.", "Beside unreadable ones.")
    page("Beside unreadable ones.")
    assert "docs/unreadable.md: cannot be read" in server.terminal()
    assert ".md: has a name that is not UTF-8; rename it" in server.terminal()
    (copy / "docs/unreadable.md").unlink()

    settings = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    (copy / "mkdocs.yml").write_text(f"{settings}\nnav: [\n", encoding="utf-8")
    server.says("error parsing the configuration file")
    (copy / "mkdocs.yml").write_text(settings, encoding="utf-8")
    edit(copy / PAGE, "Beside unreadable ones.", "With settings again.")
    page("With settings again.")
    assert "Traceback" not in server.terminal()

    (copy / SNIPPET).write_text(good, encoding="utf-8")
    page("90.0171", there=False)
    assert "33.1155" in page("still runs", there=False)
    assert files(copy) == before


@pytest.mark.ci
def test_each_page_of_the_first_build_says_once_what_is_wrong_with_it(copy):
    for path in "docs/index.md", PAGE:
        with (copy / path).open("a", encoding="utf-8") as page:
            page.write("\n[nowhere](#nowhere)\n")
    with serving(copy) as server:
        assert 'href="#nowhere"' in server.page("49.7796")
        assert 'href="#nowhere"' in server.text("")
        for path in "docs/index.md", PAGE:
            said = f"Doc file '{path.removeprefix('docs/')}' contains a link '#nowhere'"
            assert server.terminal().count(said) == 1, server.terminal()
