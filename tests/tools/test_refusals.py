"""The check refuses each fault that is planted in a small project, names its place and says what is wrong."""

import contextlib
import os
import subprocess
import sys

import pytest

from tests.support.project import edit, section
from tools.examples import recording
from tools.pages import __main__ as pages
from tools.pages.check import check

PAGE = '```python\n--8<-- "page/x.py:only"\n```\n\n```text\n--8<-- "page/x.out:only"\n```\n'
GOOD = section("print(1 + 1)")

RUNS_BADLY = {  # by the fault: the code, a section unless it has marks of its own, and what is said
    "a tab, which a page would turn into spaces": (
        "print('a\\tb')",
        "section 'only' prints '\\t', which a page cannot show",
    ),
    "an exception": ("x = 1\n1 / 0", "x.py:3: raises ZeroDivisionError: division by zero"),
    "an exception in a function": ("def f():\n    raise KeyError(3)\nf()", "x.py:3: raises KeyError: 3"),
    "a failing assertion": ("assert 1 == 2, 'no'", "x.py:2: raises AssertionError: no"),
    "a non-zero exit": ("import sys\nprint(1)\nsys.exit(3)", "x.py:1: exits with status 3"),
    "os._exit": ("import os\nprint(1)\nos._exit(0)", "x.py:1: left through os._exit or a crash"),
    "a crash": ("import os\nos.kill(os.getpid(), 11)", "x.py:1: left through os._exit or a crash"),
    "a broken hook": ("import sys\nsys.excepthook = None\n1 / 0", "x.py:4: raises ZeroDivisionError"),
    "a strange exit": ("import sys\nsys.exit([])", "x.py:1: exits with status []"),
    "an end before the end": (
        section("raise SystemExit", "a") + section("print(1)"),
        "x.py:4: section 'only' is never reached",
    ),
    "a lost parent": (
        "import os, time\nif os.fork():\n    time.sleep(0.3)\n    os._exit(7)",
        "x.py:1: left through os._exit or a crash",
    ),
    "endless output": ("while True: print('x' * 99)", "x.py:1: prints more than 100,000 bytes"),
    "long output, quickly": ("import sys\nsys.stdout.write('12345678\\n' * 20000)", "prints more than 100,000 bytes"),
    "endless errors": ("import sys\nwhile True: sys.stderr.write('x' * 99)", "x.py:1: prints more than 100,000 bytes"),
    "a warning": ("import warnings\nwarnings.warn('old')", "x.py:3: writes to standard error: '3: UserWarning: old'"),
    "standard error": ("import sys\nprint('oops', file=sys.stderr)", "x.py:1: writes to standard error: 'oops'"),
    "torch's warning": ("import torch\nprint(torch.nn.Softmax()(torch.ones(2)))", "writes to standard error"),
    "output outside": ("print('lost')\n" + GOOD, "x.py:1: prints 'lost' outside any section"),
    "output between": (
        section("x = 1", "a") + "print(x)\n" + section("print(x)"),
        "x.py:4: prints '1' outside any section",
    ),
    "output at exit": (
        "import atexit\natexit.register(print, 'bye')",
        "x.py: prints 'bye' while the interpreter shuts down",
    ),
    "an unfinished line": ("print(1, end='')", "x.py:1: section 'only' leaves its last line unfinished"),
    "an include in the output": ("print('--8' + '<-- \"a.py\"')", "which a page cannot show"),
    "a fence in the output": ("print('`' * 3)", "which a page cannot show"),
    "no UTF-8": ("import sys\nsys.stdout.buffer.write(b'\\xff\\n')", "which a page cannot show"),
    "a path": ("print(__file__)", "x.py:1: section 'only' prints a path of this machine"),
    "output of a cycle at exit": (
        "class A:\n    def __del__(self, print=print): print('bye')\na = A()\na.a = a",
        "x.py: prints 'bye' while the interpreter shuts down",
    ),
    "a carriage return": ("print('1\\r2')", "which a page cannot show"),
    "text that runs backwards": ("print('1\\u202e2')", r"prints '\u202e', which a page cannot show"),
    "the folder it works in": ("import os\nprint(os.getcwd())", "prints a path of this machine"),
    "an exception that cannot be printed": ("raise ValueError('\\ud800\\x1b')", r"ValueError: \ud800\x1b"),
    "a figure that is none": ("open('x.svg', 'w').write('<html>')", "x.py: saves x.svg, which is no SVG"),
    "an include in a pipe": ("import os\nos.mkfifo('x.svg')\nprint('--8' + '<--')", "which a page cannot show"),
}

READS_BADLY = {
    "nested": (
        "# --8<-- [start:a]\nx = 1\n# --8<-- [start:b]\ny = 1\n# --8<-- [end:b]\n# --8<-- [end:a]\n",
        "x.py:3: section 'b' begins inside section 'a'",
    ),
    "duplicate": (GOOD + GOOD, "x.py:4: a second section is named 'only'"),
    "unclosed": ("# --8<-- [start:a]\nx = 1\n", "x.py:1: section 'a' never ends"),
    "empty-named": ("# --8<-- [start:]\nx = 1\n# --8<-- [end:]\n", "x.py:1: this section has no name"),
    "never begun": (GOOD + "# --8<-- [end:b]\n", "x.py:4: section 'b' ends here but did not begin"),
    "misspelt end": (
        "# --8<-- [start:a]\nx = 1\n# --8<-- [end:aa]\n",
        "x.py:3: section 'aa' ends here but 'a' has begun",
    ),
    "without code": ("# --8<-- [start:a]\n# nothing\n# --8<-- [end:a]\n", "x.py:1: section 'a' holds no code"),
    "no section": ("print(1)\n", "x.py:1: no section"),
    "a cut statement": (
        "for i in [1]:\n# --8<-- [start:a]\n    print(i)\n# --8<-- [end:a]\n",
        "x.py:1: section 'a' cuts",
    ),
    "an include": (GOOD + '# --8<-- "other.py"\n', "x.py:4: a snippet may not include another file"),
    "a block include": (GOOD + "# --8<--\n", "x.py:4: a snippet may not include another file"),
    "a misspelt mark": ("#--8<--[start:a]\nx = 1\n", "x.py:1: not a section mark"),
    "a late import from the future": (
        GOOD + section("from __future__ import annotations", "b"),
        "x.py:5: raises SyntaxError: from __future__ imports must occur at the beginning",
    ),
    "an encoding": ("# -*- coding: latin-1 -*-\n" + GOOD, "x.py:1: names an encoding"),
    "not Python": (section("print(1"), "x.py:2: not Python"),
    "the year of the clock": (
        section("import time\nprint(time.strftime('%Y'))"),
        "x.py:3: time.strftime differs from day to day",
    ),
    "a vacuous comparison": (
        section("import torch\na = torch.ones(2)\nprint(torch.allclose(a, a))"),
        "x.py:4: torch.allclose(a, a) compares an expression with itself, which shows nothing",
    ),
}

PAGES_BADLY = {
    "a section that does not exist": (PAGE.replace("py:only", "py:nothing"), "page.md:2: shows section 'nothing'"),
    "output that does not exist": (PAGE.replace("out:only", "out:nothing"), "page.md:6: shows section 'nothing'"),
    "a snippet that does not exist": (
        PAGE.replace("x.py", "z.py"),
        "page.md:2: shows snippets/page/z.py, which does not exist",
    ),
    "a snippet that no page shows": ("# Empty\n", "x.py:1: no page shows section 'only'"),
    "a snippet shown in a comment only": (f"<!--\n{PAGE}-->\n", "x.py:1: no page shows section 'only'"),
    "a misspelt include between two comments in code": (
        f"`<!--`\n\n{PAGE.replace('py:only', 'py:1:2')}\n`-->`\n",
        "page.md:4: write an include as",
    ),
    "output that no page shows": (PAGE.split("```text")[0], "x.py:1: no page shows what section 'only' prints"),
    "output below other code": (
        PAGE.replace("x.py", "y.py").replace("y.py:only", "y.py:other") + PAGE,
        "page.md:6: shows the output of section 'only' of x.py below other code",
    ),
    "a space at the end": (PAGE.replace('out:only"', 'out:only" '), "page.md:6: write an include as"),
    "a path elsewhere": (PAGE.replace("page/x.py", "/nowhere/x.py"), "page.md:2: shows "),
    "line numbers": (PAGE.replace("py:only", "py:1:2"), "page.md:2: write an include as"),
    "a whole transcript": (PAGE.replace("out:only", "out"), "page.md:6: write an include as"),
    "the block form": ("--8<--\npage/x.py\n--8<--\n", "page.md:1: write an include as"),
}


@pytest.fixture
def strict_runner(runner, monkeypatch):
    """The runner of all tests, with little patience."""
    monkeypatch.setattr(runner, "limit", 2.0)
    monkeypatch.setattr(runner, "most", 100_000)
    return runner


@pytest.mark.parametrize("fault", RUNS_BADLY | READS_BADLY)
def test_refuses_a_snippet(fault, project, strict_runner):
    code, message = (RUNS_BADLY | READS_BADLY)[fault]
    code = code if fault in READS_BADLY or "--8<--" in code else section(code)
    report = check(project({"snippets/page/x.py": code, "docs/page.md": PAGE}), runner=strict_runner)
    assert not report.ok and message in str(report)


@pytest.mark.parametrize("code", ["while True: pass", "import time\ntime.sleep(99)"])
def test_refuses_a_snippet_without_end(code, project, strict_runner, monkeypatch):
    monkeypatch.setattr(strict_runner, "limit", 0.5)
    report = check(project({"snippets/page/x.py": section(code), "docs/page.md": PAGE}), runner=strict_runner)
    assert not report.ok and "x.py:1: has not ended after 0.5 seconds" in str(report)


@pytest.mark.parametrize("fault", PAGES_BADLY)
def test_refuses_a_page_that_does_not_fit(fault, project, strict_runner):
    page, message = PAGES_BADLY[fault]
    other = section("print(2)", "other")
    root = project({"snippets/page/x.py": GOOD, "snippets/page/y.py": other, "docs/page.md": page})
    assert recording.record(root, runner=strict_runner).ok
    report = check(root, runner=strict_runner)
    assert not report.ok and message in str(report)


def test_refuses_a_page_that_shows_the_output_of_a_section_that_prints_nothing(project, strict_runner):
    root = project({"snippets/page/x.py": section("x = 1"), "docs/page.md": PAGE})
    recording.record(root, runner=strict_runner)
    assert "page.md:6: shows the output of section 'only' of x.py, which prints nothing" in str(
        check(root, runner=strict_runner)
    )


def test_refuses_data_that_no_seal_covers(project, strict_runner):
    page = PAGE + '\n``` { .text }\n--8<-- "page/data.txt"\n--8<-- "page/c/data.txt"\n```\n'
    data = {"snippets/page/data.txt": "1", "snippets/page/c/data.txt": "1"}
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": page, **data})
    recording.record(root, runner=strict_runner)
    [problem] = check(root, runner=strict_runner).problems
    assert "snippets/page/c/data.txt, which no seal covers" in str(problem)


@pytest.mark.parametrize("name", ["y.out", "y.svg"])
def test_refuses_a_transcript_and_a_figure_without_a_snippet(name, project, strict_runner):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE, f"snippets/page/{name}": ""})
    assert f"{name}: a transcript without its snippet y.py" in str(check(root, runner=strict_runner))


DRAWS = section("import matplotlib.pyplot as plt\nplt.plot([0, 1], [2, 3])\nplt.savefig('x.svg')")
SHOWS = '```python\n--8<-- "page/x.py:only"\n```\n\n<figure>\n--8<-- "page/x.svg"\n</figure>\n'


def test_a_figure_is_recorded_and_checked_like_text(project, runner):
    root = project({"snippets/page/x.py": DRAWS, "docs/page.md": SHOWS})
    assert recording.record(root, runner=runner).ok and check(root, runner=runner).ok
    figure = root / "snippets/page/x.svg"
    text = figure.read_text()
    assert text.startswith("<svg") and ">2.0</text>" in text and "<metadata" not in text
    edit(figure, ">2.0</text>", ">2.1</text>")
    report = check(root, runner=runner)
    assert report.differ == 1 and "x.svg (recorded)" in str(report)
    project({"docs/page.md": SHOWS.split("<figure>")[0]})
    assert "x.py: no page shows the figure x.svg" in str(check(root, runner=runner))
    project({"docs/page.md": SHOWS, "snippets/page/x.py": section("x = 1")})
    report = recording.record(root, runner=runner)
    assert report.ok and not figure.exists()
    assert "page.md:6: shows the figure of x.py, which saves none as x.svg" in str(check(root, runner=runner))


def test_refuses_a_snippet_that_hides_a_module(project, strict_runner):
    """`python numbers.py` puts its own folder first on the module path: `import torch` would then find this file."""
    root = project({"snippets/page/numbers.py": GOOD, "docs/page.md": PAGE.replace("/x", "/numbers")})
    assert "numbers.py: hides Python's module 'numbers'" in str(check(root, runner=strict_runner))


def test_refuses_to_find_nothing(project):
    root = project({"docs/page.md": "# Empty\n"})
    assert "no snippet here" in str(check(root)) and not check(root).ok
    assert not recording.record(root).ok


def test_refuses_an_only_that_fits_nothing(project):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE})
    assert "no snippet here whose path contains 'page/z'" in str(check(root, "page/z"))


def test_refuses_another_torch_in_one_line_and_records_nothing(project):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE, "requirements.txt": "torch==2.12.9  # pinned\n"})
    for report in (check(root), recording.record(root)):
        assert report.ran == 0 and len(report.problems) == 1
        assert "recorded with torch 2.12.9, this is 2.13.0" in str(report)
    assert not (root / "snippets/page/x.out").exists()


def test_shows_a_changed_digit_of_snippet_or_transcript_as_a_diff(project, strict_runner):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE})
    recording.record(root, runner=strict_runner)
    assert check(root, runner=strict_runner).ok
    for path, old, new in [
        ("x.out", "\n2\n", "\n3\n"),
        ("x.py", "[end:only]\n", "[end:only]\n# 1\n"),
        ("x.py", "1 + 1", "1 + 2"),
        ("x.out", "Seal: ", "Seal: 0"),
    ]:
        path = root / "snippets/page" / path
        text = edit(path, old, new)
        report = check(root, runner=strict_runner)
        assert (report.ran, report.differ, report.ok) == (1, 1, False)
        assert "x.out (recorded)" in str(report) and "make record only=page/x" in str(report)
        path.write_text(text)


def test_a_snippet_may_print_its_own_warning(run):
    code = "import warnings\nwith warnings.catch_warnings(record=True) as caught:\n    warnings.warn('old')\n"
    assert run(x=section(code + "print(caught[0].message)"))["x"].outputs == {"only": "old\n"}


def test_a_failing_snippet_keeps_its_transcript_and_the_others_are_written(project, strict_runner):
    root = project({"snippets/page/x.py": GOOD, "snippets/page/y.py": GOOD, "docs/page.md": PAGE})
    recording.record(root, runner=strict_runner)
    old = (root / "snippets/page/x.out").read_text()
    project({"snippets/page/x.py": section("1 / 0"), "snippets/page/y.py": section("print(5)")})
    report = recording.record(root, runner=strict_runner)
    assert not report.ok and report.written == 1
    assert (root / "snippets/page/x.out").read_text() == old
    assert "\n5\n" in (root / "snippets/page/y.out").read_text()


def test_a_time_limit_ends_what_the_snippet_started(project, strict_runner, tmp_path):
    command = f"[sys.executable, '-c', 'import time; time.sleep(60)', {str(tmp_path)!r}]"
    code = f"import subprocess, sys\nsubprocess.Popen({command}).wait()"
    check(project({"snippets/page/x.py": section(code), "docs/page.md": PAGE}), runner=strict_runner)
    assert str(tmp_path) not in subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True).stdout


def test_one_broken_snippet_does_not_touch_its_neighbours(project, strict_runner):
    slow = {f"snippets/page/y{n}.py": section("import time\ntime.sleep(0.5)\nprint(1)") for n in range(3)}
    broken = section("import sys\nsys.excepthook = sys.exit = None\n1 / 0")
    root = project({"snippets/page/x.py": broken, "docs/page.md": "", **slow})
    report = recording.record(root, runner=strict_runner)
    assert report.written == 3 and [problem.path.name for problem in report.problems] == ["x.py"]


def test_refuses_a_file_that_is_no_text_and_passes_over_hidden_ones(project, strict_runner):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE})
    (root / "snippets/page/.#x.py").symlink_to("nowhere")
    recording.record(root, runner=strict_runner)
    assert check(root, runner=strict_runner).ok
    (root / "docs/page.md").write_bytes(b"\xff")
    os.mkfifo(root / "snippets/page/x.txt")
    report = str(check(root, runner=strict_runner))
    assert "page.md: cannot be read" in report and "x.txt: cannot be read: it is a folder, or a pipe" in report


@pytest.mark.parametrize("name", ["docs/assets", "snippets/page/y.txt"])
def test_refuses_a_symbolic_link(name, project, strict_runner):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE, "elsewhere/n.html": "97.5"})
    (root / name).symlink_to(root / ("elsewhere/n.html" if name.endswith("txt") else "elsewhere"))
    recording.record(root, runner=strict_runner)
    [problem] = check(root, runner=strict_runner).problems
    assert f"{name}: is a symbolic link; put the file or the folder itself there" in str(problem)


@pytest.fixture
def command(runner, monkeypatch, capsys):
    """A function that runs a command in a project; what it prints, and then what it exits with."""

    def command(root, name):
        monkeypatch.chdir(root)
        monkeypatch.setattr(sys, "argv", ["pages", name])
        monkeypatch.setattr(recording, "Runner", lambda: contextlib.nullcontext(runner))
        with pytest.raises(SystemExit) as end:
            pages.main()
        return f"{capsys.readouterr().out}{end.value.code}"

    return command


@pytest.mark.parametrize("name", ["check", "record"])
def test_the_command_fails_with_the_message(name, project, command):
    said = command(project({"snippets/page/x.py": section("1 / 0"), "docs/page.md": PAGE}), name)
    assert said.endswith("\n1") and "snippets/page/x.py:2: raises ZeroDivisionError" in said


def test_settings_that_cannot_be_read_are_no_traceback(project, command):
    root = project({"snippets/page/x.py": GOOD, "docs/page.md": PAGE, "mkdocs.yml": "site_name: ["})
    assert "error parsing the configuration file" in command(root, "record")
