"""Tells a server of changed files, also after their folder was replaced, as when another branch is checked out."""

from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter
from watchdog.utils.dirsnapshot import DirectorySnapshot, EmptyDirectorySnapshot

INTERVAL = 0.1  # in seconds: a look at a few hundred files takes milliseconds


class PatientEmitter(PollingEmitter):
    """Looks for changes again and again; a folder that is gone is empty until it is back."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        look = self._take_snapshot

        def take_snapshot() -> DirectorySnapshot:
            try:
                return look()
            except OSError:
                return EmptyDirectorySnapshot()

        self._take_snapshot = take_snapshot


def observer() -> BaseObserver:
    """An observer for MkDocs' server, which by itself looks twice a second, and never again once a folder was gone."""
    return BaseObserver(PatientEmitter, timeout=INTERVAL)
