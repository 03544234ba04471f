"""The parent's side: start the child for each file, and give its frames out as they come."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from asnkarier.core.errors import Stopped
from asnkarier.ingest.frames import DoneFrame, Frame, ReadOptions, decoded, options_to_json
from asnkarier.sheets.formats import format_of
from asnkarier.sheets.guard import messages
from asnkarier.sheets.scans.xlsx import sheet_sizes

_AT_LEAST_SECONDS: Final = 20.0
_SECONDS_PER_BYTE: Final = 0.75 / (1 << 20)
_DENSEST: Final = 60
"""Honest sheets unzip to at most so many times their size; only they get more time than the least."""


def read(path: Path, options: ReadOptions, *, file: str = "") -> Iterator[Frame]:
    """Yield the frames of one file. Stopped when the file cannot be read, or when the child died, hung or outgrew its memory."""
    file = file or path.name
    format_of(path)  # what can be said of the file without opening it is said without a child
    request = {"path": str(path.resolve()), "file": file, "options": options_to_json(options)}
    seconds = min(options.seconds, allowed_seconds(path))
    done = False
    for body in messages("asnkarier.ingest.child", {**request, "seconds": seconds}, file=file, seconds=seconds):
        if body.startswith(b'["stopped"'):
            _tag, code, values = json.loads(body)
            raise Stopped(code, values)
        frame = decoded(body)
        done = isinstance(frame, DoneFrame)
        yield frame
    if not done:
        raise Stopped("reader_died", {"file": file})


def read_all(paths: Iterable[Path], options: ReadOptions) -> Iterator[Frame]:
    """Yield the frames of several files, one after the other."""
    for path in paths:
        yield from read(path, options)


def allowed_seconds(path: Path) -> float:
    """Return how long the parent waits for the child: longer for more XML, unless it unzips to a bomb."""
    size = path.stat().st_size
    unzipped = sheet_sizes(path) or size
    if unzipped > _DENSEST * max(size, 1):
        return _AT_LEAST_SECONDS
    return max(_AT_LEAST_SECONDS, unzipped * _SECONDS_PER_BYTE)
