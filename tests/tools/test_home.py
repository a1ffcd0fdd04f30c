"""A user without a home and without an entry in the system's list can build; anybody else keeps the own home."""

import os
import pwd
import tempfile
from pathlib import Path

from tools.site import home


def test_it_is_provided_only_where_there_is_none(monkeypatch):
    home.provide()
    assert os.environ.get("HOME") != tempfile.gettempdir()
    monkeypatch.delenv("HOME")

    def unknown(_):
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    home.provide()
    assert Path.home() == Path(tempfile.gettempdir())
