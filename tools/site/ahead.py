"""Does a part of the work in a fork, beside the rest, so that a server's first page comes earlier."""

import os
import pickle
import signal
import threading
from collections.abc import Callable
from typing import Any


class Ahead:
    """A fork that makes something, which must be picklable, while this process goes on.

    Where there is no fork, or another thread holds what a fork would wait for, nothing is made.
    """

    def __init__(self, make: Callable[[], Any]) -> None:
        self.pid = self.reads = 0
        if not hasattr(os, "fork") or threading.active_count() > 1:
            return
        self.reads, writes = os.pipe()
        self.pid = os.fork()
        if not self.pid:
            try:
                os.close(self.reads)  # else the fork would wait for ever for a server that was killed
                with open(writes, "wb") as pipe:
                    pickle.dump(make(), pipe)
            finally:
                os._exit(0)
        os.close(writes)

    def take(self) -> Any:
        """Wait for what is made; None if nothing is, or if it was taken before."""
        if not self.pid:
            return None
        try:
            with open(self.reads, "rb", closefd=False) as pipe:
                return pickle.load(pipe)
        except (EOFError, pickle.UnpicklingError):
            return None
        finally:
            self.close()

    def close(self) -> None:
        """End the fork."""
        if self.pid:
            os.close(self.reads)
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.pid = 0
