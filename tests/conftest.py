"""What several test files share."""

import contextlib
import os
import re
import shutil
import time
from pathlib import Path

import pytest

from tests.support.project import ROOT, mkdocs
from tools.examples import snippets

BUILT_FROM = ["docs", "snippets", "mkdocs.yml", "overrides", "requirements.txt", "tools"]


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """What `mkdocs build` says, its exit status, and the folder of the site; built once for all processes that test."""
    ours = tmp_path_factory.getbasetemp()
    folder = (ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours) / "the-site"
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        done = mkdocs(ROOT, "build", "--site-dir", str(folder / "site"))
        (folder / "part").write_text(f"{done.returncode}\n{done.stderr}", encoding="utf-8")
        (folder / "part").rename(folder / "said")
    while not (folder / "said").exists():
        time.sleep(0.1)
    status, _, said = (folder / "said").read_text(encoding="utf-8").partition("\n")
    return said, int(status), folder / "site"


@pytest.fixture(scope="session")
def site(built):
    """The folder of the site as `mkdocs build` makes it."""
    said, status, folder = built
    assert status == 0, said
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


@pytest.fixture
def copy(tmp_path):
    """A copy of what the site is built from, cut down to the home page and the first worked example, which are quick."""
    kept = [
        "docs/assets",
        "docs/index",
        "docs/worked-examples/logits-to-loss",
        "snippets/index",
        "snippets/worked-examples/logits-to-loss",
    ]
    needed = [*kept, "snippets/reference/ledger/printed.txt", *BUILT_FROM[2:]]
    for where in [path for name in needed for path in [ROOT / name, *ROOT.glob(f"{name}.*")] if path.exists()]:
        to = tmp_path / where.relative_to(ROOT)
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(where, to, ignore=shutil.ignore_patterns("__pycache__")) if where.is_dir() else shutil.copy(
            where, to
        )
    pages = [page for page in (ROOT / "docs").rglob("*.*") if page.suffix in (".md", ".py")]
    pages = [tmp_path / page.relative_to(ROOT) for page in pages]
    gone = "|".join(
        page.name if page.stem != "index" else f"{page.parent.name}/index.md" for page in pages if not page.exists()
    )
    for page in [page for page in pages if page.exists()]:
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(rf"\[([^\]]+)\]\([^)]*({gone})[^)]*\)", r"\1", text), encoding="utf-8")
    config = (tmp_path / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(
        r"^nav:\n( .*\n)+", "nav: [index.md, worked-examples/logits-to-loss.md]\n", config, flags=re.MULTILINE
    )
    (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    return tmp_path
