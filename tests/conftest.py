"""The built site, and small projects to plant faults in."""

import contextlib
import gc
import logging
import os
import shutil
import signal
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from tests.support import small_site
from tests.support.project import ROOT, mkdocs
from tools.examples import snippets
from tools.site import build as site_build

NOT_BUILT = pytest.StashKey[bool]()  # whether a test of this worker has failed because the site is not built


def pytest_collection_modifyitems(items):
    """Move the tests of the built site to the end: while one worker builds it, the other has tests to run."""
    items.sort(key=lambda item: "built" in getattr(item, "fixturenames", ()))


def pytest_runtest_setup(item):
    """Skip a test of the site if it is not built and another test of the worker has said so already."""
    if item.config.stash.get(NOT_BUILT, False) and "site" in item.fixturenames:
        pytest.skip("the site is not built")


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """What `mkdocs build` says, its exit status, and the folder of the site; built once for all workers."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "the-site"
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        try:
            done = mkdocs(ROOT, "build", "--site-dir", str(folder / "site"))
            said = f"{done.returncode}\n{done.stderr}"
        except subprocess.TimeoutExpired as late:
            said = f"1\n`mkdocs build` took more than {late.timeout} seconds"  # else the other workers wait for ever
        (folder / "part").write_text(said, encoding="utf-8")
        (folder / "part").rename(folder / "said")
    while not (folder / "said").exists():
        time.sleep(0.1)
    status, _, said = (folder / "said").read_text(encoding="utf-8").partition("\n")
    return said, int(status), folder / "site"


@pytest.fixture(scope="session")
def site(built, request):
    """The folder of the site as `mkdocs build` makes it."""
    said, status, folder = built
    if status:
        request.config.stash[NOT_BUILT] = True
        begin = "\n".join(said.strip().splitlines()[:8])
        pytest.fail(f"the site is not built, so this is not tested; `make build` says why:\n{begin}", pytrace=False)
    assert sorted(path.name for path in folder.parent.iterdir()) == ["said", "site"]
    return folder


@pytest.fixture
def run(runner, tmp_path):
    """A function that writes each text as a snippet and runs them, in order of their names; a dict of their Runs."""

    def run(**texts):
        for name, text in texts.items():
            (tmp_path / f"{name}.py").write_text(text, encoding="utf-8")
        written = [snippets.read(tmp_path / f"{name}.py") for name in texts]
        return {run.snippet.path.stem: run for run in runner.run(written)}

    return run


@pytest.fixture
def project(tmp_path):
    """A function that lays out a small project: each path with its text, besides the pinned requirements."""

    def project(files):
        (tmp_path / "docs").mkdir(exist_ok=True)
        shutil.copy(ROOT / "requirements.txt", tmp_path)
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        return tmp_path

    return project


@pytest.fixture(scope="session")
def small_project(tmp_path_factory):
    """The project with two pages only: the home page and the first worked example, which are quick."""
    folder = tmp_path_factory.mktemp("small")
    small_site.write(folder)
    return folder


@pytest.fixture
def copy(small_project, tmp_path):
    """A copy of the small project, in which a test may plant a fault."""
    return shutil.copytree(small_project, tmp_path, dirs_exist_ok=True)


@pytest.fixture
def build(runner, monkeypatch):
    """A function that runs `mkdocs build` in a project; click's result, with `exit_code` and `stderr`.

    What the project says outside its pages is recorded before, whatever a test has changed of it. It costs a fifth of a
    process: MkDocs and torch are imported already, and the tests' runner runs the snippets.
    """
    monkeypatch.setattr(site_build, "Runner", lambda: contextlib.nullcontext(runner))
    monkeypatch.setattr(sys, "path", sys.path.copy())  # MkDocs adds the project
    monkeypatch.setattr(sys, "warnoptions", ["default"])  # else MkDocs says nothing twice
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])
    on_end = signal.getsignal(signal.SIGTERM)

    def build(root, **environment):
        small_site.record_texts(root)
        monkeypatch.chdir(root)
        done = CliRunner().invoke(cli, ["build"], env=environment)
        for thread in threading.enumerate():
            if thread.name == "check":
                thread.join()  # a process would end; here the runner must be free for the next test
        assert isinstance(done.exception, SystemExit | None), done.exception
        return done

    yield build
    signal.signal(signal.SIGTERM, on_end)
    gc.enable()
