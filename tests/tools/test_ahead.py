"""What a fork makes while a server goes on."""

import os
import signal
import threading

import pytest

from tools.site.ahead import Ahead


@pytest.fixture(autouse=True)
def alone(monkeypatch):
    """The other threads of the tests hold nothing that these forks need."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def test_it_is_taken_once():
    ahead = Ahead(lambda: {"page": "text" * 100_000, "process": os.getpid()})
    made = ahead.take()
    assert made["page"] == "text" * 100_000 and made["process"] != os.getpid()
    assert ahead.take() is None


@pytest.mark.parametrize("fails", [lambda: 1 / 0, lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: lambda: 0])
def test_a_fork_that_fails_has_made_nothing(fails):
    assert Ahead(fails).take() is None


def test_it_ends_with_the_server():
    ahead = Ahead(signal.pause)
    fork = ahead.pid
    ahead.close()
    with pytest.raises(ProcessLookupError):
        os.kill(fork, 0)


def test_beside_another_thread_nothing_is_made(monkeypatch):
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert Ahead(lambda: 1).take() is None
