"""Putting reports into a folder: each file under a temporary name first, and only when it is whole under its own."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.errors import Interrupted, Usage
from asnkarier.views.language import N_, Words
from asnkarier.views.output import replacing
from asnkarier.views.report.files import FORMS

AS_FILE = Words(N_("As a document: the same command with -o FILE.html, .pdf or .xlsx"))
"""What to do with a report that stands on the terminal."""


class Written(NamedTuple):
    """A file that was written."""

    path: Path
    bytes: int
    sha256: str

    def as_data(self) -> dict[str, object]:
        """Return it for the JSON document."""
        return {"path": str(self.path), "bytes": self.bytes, "sha256": self.sha256}


def folder(path: Path) -> Path:
    """Make the folder reports go into; Usage where it cannot be one."""
    if path.exists() and not path.is_dir():
        raise Usage("report_needs_folder", {"path": str(path)})
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Usage("output_refused", {"path": str(path), "reason": error.strerror or ""}) from error
    return path


def one_form(form: str | None) -> str:
    """Return the form that --format asks of the files of a report, nothing where it asks none; Usage where there is no such file."""
    if form is not None and form not in FORMS:
        raise Usage("report_form", {"form": form})
    return form or ""


class Several:
    """The files of one report: what was written of them, also when Ctrl-C comes right behind a file."""

    def __init__(self) -> None:
        self.written: list[Written] = []

    def write(self, path: Path, make: Callable[[], bytes]) -> None:
        """Write one file whole and keep it in the list."""
        content = make()
        done = Written(path, len(content), hashlib.sha256(content).hexdigest())
        try:
            self.written.append(write(path, lambda: content))
        except KeyboardInterrupt:
            if done not in self.written and path.exists() and path.read_bytes() == content:
                self.written.append(done)
            raise


@contextmanager
def several(into: Path, total: int) -> Iterator[Several]:
    """Give what writes the files into a folder, and on Ctrl-C say how far it came: files that are whole stay."""
    files = Several()
    try:
        yield files
    except KeyboardInterrupt as pressed:
        told = {"count": len(files.written), "total": total, "path": str(into)}
        raise Interrupted("interrupted_report", told) from pressed


def write(path: Path, make: Callable[[], bytes]) -> Written:
    """Write one file whole."""
    content = make()
    with replacing(path) as temporary:
        temporary.write_bytes(content)
    return Written(path, len(content), hashlib.sha256(content).hexdigest())
