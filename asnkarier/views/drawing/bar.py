"""The progress bar: on stderr, on a terminal, and only for work of more than a second."""

import shutil
import sys
import time

from asnkarier.views.terms import term

_PATIENCE = 1.0
_PAUSE = 0.1


class Bar:
    """A `core.access.Progress` that draws itself. Rich is not worth loading for one line."""

    def __init__(self) -> None:
        self._since = time.monotonic()
        self._drawn = 0.0
        self._visible = False

    def __call__(self, done: int, total: int | None, what: str) -> None:
        """Draw how far the work is."""
        now = time.monotonic()
        if now - self._since < _PATIENCE or now - self._drawn < _PAUSE:
            return
        self._drawn = now
        self._visible = True
        text = f"{term(what)} {done:,}".replace(",", ".")
        if total:
            filled = min(round(done / total * 30), 30)
            text = f"{term(what)} {'━' * filled}{' ' * (30 - filled)} {done * 100 // total}%"
        line = text[: shutil.get_terminal_size((80, 24)).columns - 1]
        sys.stderr.write(f"\r\x1b[K{line}")
        sys.stderr.flush()

    def close(self) -> None:
        """Wipe the line."""
        if self._visible:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
