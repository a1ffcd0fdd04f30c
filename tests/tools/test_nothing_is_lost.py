"""Builds at once, and builds killed at any moment, leave one whole site; the next one clears up."""

import os
import random
import resource
import signal
import subprocess
import sys
import time

import pytest

from tests.support.project import ROOT, section, start
from tools.examples.files import describe, write_at_once
from tools.examples.scratch import Scratch
from tools.site import exchange

PAIRS, KILLS = 2, 6


def files(site):
    """The files of a site, with their texts but for the date that the map of the site carries.

    A folder that is listed when another takes its place empties meanwhile: then the site is read again.
    """
    folder = site.stat().st_ino
    found = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    texts = {name: path.read_bytes() for name, path in found.items() if not name.startswith("sitemap")}
    return texts if site.stat().st_ino == folder else files(site)


@pytest.mark.ci
def test_two_builds_at_once_both_publish_a_whole_site(copy, build):
    assert build(copy).exit_code == 0
    whole = files(copy / "site")
    for _ in range(PAIRS):
        both = [start(copy, "mkdocs", "build", "--quiet") for _ in range(2)]
        while any(process.poll() is None for process in both):
            assert files(copy / "site") == whole
        assert [process.returncode for process in both] == [0, 0], both[0].stderr.read() + both[1].stderr.read()
        assert files(copy / "site") == whole and not list(copy.glob("site.*"))


@pytest.mark.ci
def test_a_build_that_is_killed_leaves_the_last_site_and_the_next_one_clears_up(copy, build):
    assert build(copy).exit_code == 0
    whole, moments = files(copy / "site"), random.Random(1)
    for _ in range(KILLS):
        process = start(copy, "mkdocs", "build", "--quiet")
        time.sleep(moments.uniform(0.5, 5))
        os.killpg(process.pid, moments.choice([signal.SIGKILL, signal.SIGINT]))
        process.communicate(timeout=30)
        assert files(copy / "site") == whole
    process = start(copy, "mkdocs", "build", "--quiet")
    assert process.communicate(timeout=60) and process.returncode == 0
    assert files(copy / "site") == whole and not list(copy.glob("site.*"))
    left = [path.name for path in (copy / "tmp").iterdir()]
    assert not [name for name in left if not name.startswith("torchinductor_")], "the library's own is empty"


def test_a_folder_is_left_alone_while_its_process_lives(tmp_path):
    ours = Scratch("ours-", str(tmp_path))
    code = (
        f"from tools.examples.scratch import Scratch; Scratch('ours-', {str(tmp_path)!r}); print(flush=True); input()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={"PYTHONPATH": str(ROOT)},
    )
    process.stdout.readline()
    third = Scratch("ours-", str(tmp_path))
    assert len(list(tmp_path.iterdir())) == 3
    process.kill()
    process.wait()
    fourth = Scratch("ours-", str(tmp_path))
    assert sorted(map(str, tmp_path.iterdir())) == sorted(scratch.path for scratch in (ours, third, fourth))
    for scratch in (ours, third, fourth):
        scratch.remove()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("swaps", [True, False])
def test_a_site_is_exchanged_also_where_the_system_cannot_swap(swaps, tmp_path, monkeypatch):
    if not swaps:
        monkeypatch.setattr(exchange, "_swap", lambda *_: False)
    place = tmp_path / "site"
    for text in ("first", "second", "third"):
        new = tmp_path / "site.part"
        new.mkdir(mode=0o700)
        (new / text).touch()
        exchange.replace_folder(str(new), str(place))
        assert [path.name for path in place.iterdir()] == [text] and [path.name for path in tmp_path.iterdir()] == [
            "site"
        ]
    assert place.stat().st_mode == tmp_path.stat().st_mode


def test_a_full_disk_leaves_the_old_file_and_is_told_with_its_name(tmp_path):
    path = tmp_path / "x.out"
    path.write_text("old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
    try:
        with pytest.raises(OSError) as refused:
            write_at_once(path, "new")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert describe(refused.value).endswith("x.out") and path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.ci
def test_a_recording_waits_for_another(project):
    code = "import time\nprint(1)\ntime.sleep(1)"
    root = project({"snippets/page/one.py": section(code), "mkdocs.yml": ""})
    command = "tools.pages", "record"
    both = [start(root, *command), start(root, *command)]
    said = sorted(process.communicate(timeout=60)[1].decode() for process in both)
    assert said[1].startswith("another recording runs in this checkout; this one waits for its end")
    assert (root / "snippets/page/one.out").read_text(encoding="utf-8").count("\n1\n") == 1
