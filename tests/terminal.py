"""Running the program in tests as people run it, without a new process for each."""

import io
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from asnkarier.cli import run


class Said(NamedTuple):
    """What a run answered: exit code, stdout, stderr."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    tty = False

    def isatty(self) -> bool:
        return self.tty

    def text(self) -> str:
        self.flush()
        return self.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@contextmanager
def _streams(tty: bool) -> Iterator[tuple[_Stream, _Stream]]:
    out, err = _Stream(io.BytesIO(), encoding="utf-8", newline=""), _Stream(io.BytesIO(), encoding="utf-8", newline="")
    out.tty = err.tty = tty
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        yield out, err
    finally:
        sys.stdout, sys.stderr = before


def asnkarier(
    *arguments: object,
    width: int = 100,
    lang: str | None = None,
    env: Mapping[str, str] | None = None,
    tty: bool = False,
) -> Said:
    """Run `asnkarier` with these arguments on a terminal of this width and return what it answered.

    `lang` is set through ASNKARIER_LANG; without it the language is Indonesian. Without `tty` it is run as by a job:
    stdout and stderr are files.
    """
    import os
    from unittest.mock import patch

    settings = {
        "COLUMNS": str(width),
        "ASNKARIER_BY": "Penguji",
        **({"ASNKARIER_LANG": lang} if lang else {}),
        **(env or {}),
    }
    with patch.dict(os.environ, settings), _streams(tty) as (out, err):
        code = run([str(argument) for argument in arguments])
        return Said(code, out.text(), err.text())
