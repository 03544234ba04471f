"""The progress bar: on stderr, on a terminal, and only for work of more than a second.

Work that tells nothing of itself is told about all the same: a thread of its own says that it goes on, and for how long.
"""

import shutil
import sys
import time
from threading import Event, Lock, Thread

from asnkarier.views.drawing.escapes import understood
from asnkarier.views.output import readable
from asnkarier.views.terms import term
from asnkarier.views.values import number

PATIENCE = 1.0
_PAUSE = 0.1
_SILENT = 2.0
"""After so many seconds without a word the line says how long the work has taken."""


class Bar:
    """A `core.access.Progress` that draws itself. Rich is not worth loading for one line."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._drawn = 0.0
        self._visible = False
        self._done = Event()
        self._lock = Lock()
        self._width = shutil.get_terminal_size((80, 24)).columns - 1
        self._wipe = "\r\x1b[K" if understood(sys.stderr) else f"\r{' ' * self._width}\r"
        self._ticking = Thread(target=self._tick, daemon=True)
        self._ticking.start()

    def __call__(self, done: int, total: int | None, what: str) -> None:
        """Draw how far the work is."""
        now = time.monotonic()
        if now - self._since < PATIENCE or now - self._drawn < _PAUSE:
            return
        text = f"{term(what)} {number(done)}"
        if total:
            filled = min(round(done / total * 30), 30)
            text = f"{term(what)} {'━' * filled}{' ' * (30 - filled)} {done * 100 // total}%"
        self._draw(text)

    def close(self) -> None:
        """Wipe the line."""
        self._done.set()
        with self._lock:
            if self._visible:
                sys.stderr.write(self._wipe)
                sys.stderr.flush()

    def _tick(self) -> None:
        if self._done.wait(PATIENCE):
            return
        while True:
            now = time.monotonic()
            if now - self._drawn >= _SILENT:
                self._draw(f"{term('compute')} … {now - self._since:.0f} s", told=False)
            if self._done.wait(_PAUSE * 5):
                return

    def _draw(self, text: str, told: bool = True) -> None:
        with self._lock:
            if self._done.is_set():
                return
            if told:
                self._drawn = time.monotonic()
            self._visible = True
            sys.stderr.write(f"{self._wipe}{readable(text, sys.stderr.encoding)[: self._width]}")
            sys.stderr.flush()
