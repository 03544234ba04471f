"""A workbook from the standard input: kept in a file of its own while it is read, and gone afterwards."""

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def from_stdin(files: Sequence[Path]) -> Iterator[list[Path]]:
    """Give the files with `-` replaced by a file that only its owner can read and that is removed at the end."""
    if not any(str(path) == "-" for path in files):
        yield list(files)
        return
    with tempfile.TemporaryDirectory(prefix="asnkarier-") as folder:
        held = Path(folder) / "stdin"
        with os.fdopen(os.open(held, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            while part := sys.stdin.buffer.read(1 << 20):
                file.write(part)
        yield [held if str(path) == "-" else path for path in files]
