"""Where an answer goes and in which form: the terminal or a file; table, json, csv, xlsx or md.

A file is written under a temporary name beside its own and renamed when it is whole.
"""

import errno
import os
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

from asnkarier.core.access import Progress, silent
from asnkarier.core.errors import Usage
from asnkarier.views.drawing.escapes import coloured
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape, Table

PLAIN_FROM = 300
"""Tables of more rows are drawn plain: colour costs 0.6 ms a row."""
_ENDINGS = {
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".txt": "table",
    ".log": "table",
}
_ENDING = re.compile(r"\.[a-z][a-z0-9]{1,4}", re.IGNORECASE)
"""What programs take for the form of a file; the rest of a name with a dot in it, such as that of `mktemp`, is not one."""
_NO_TEXT = ("xlsx", "pdf")
LISTS = (None, "table", "json")
"""The forms in which the list of the files made is shown, by commands that make files of their own."""
_LEFT = re.compile(r"\.(?P<name>.+)\.(?P<process>\d+)\.tmp")
_MINUTE = 60


class Target(NamedTuple):
    """The form of the answer and its file; None is the terminal."""

    form: str
    path: Path | None
    by_name: bool = False
    """Whether nothing but the name of the file says the form."""


class Answer(NamedTuple):
    """An answer ready to go, made while the database was open: the text or bytes for stdout or file, and what stderr says."""

    target: Target
    make: Callable[[], str | bytes | Iterable[bytes]]
    notes: Sequence[Words]

    def hints(self, result: Result) -> Sequence[Words]:
        """Return what to do next; of an answer that went into a file, that it is there."""
        if self.target.path is None:
            return result.hints
        return [Words(N_("{path} is ready."), {"path": str(self.target.path)})]

    def send(self, paged: bool = False) -> None:
        """Write the answer; `paged` shows one that is longer than the screen page by page, where somebody looks on."""
        content = self.make()
        path = self.target.path
        if path is not None:
            with replacing(path) as temporary, temporary.open("wb") as file:
                file.writelines(_raw(content))
        elif not isinstance(content, str) or self.target.form != "table":
            sys.stdout.flush()
            sys.stdout.buffer.writelines(_raw(content))
            sys.stdout.buffer.flush()
        else:
            if paged and sys.stdout.isatty():
                from asnkarier.views import pager

                if pager.show(content):
                    return
            sys.stdout.write(content)
            sys.stdout.flush()


def _raw(content: str | bytes | Iterable[bytes]) -> Iterable[bytes]:
    if isinstance(content, str):
        return [content.encode("utf-8")]
    return [content] if isinstance(content, bytes) else content


def target(form: str | None, output: str | None) -> Target:
    """Decide form and file; the ending of the file's name decides the form where none is given."""
    path = None if output in (None, "", "-") else Path(output or "")
    if path is not None:
        if path.is_dir():
            raise Usage("output_is_folder", {"path": str(path)})
        if not path.absolute().parent.is_dir():
            raise Usage("output_folder_missing", {"path": str(path.absolute().parent)})
    chosen = form or (_ENDINGS.get(path.suffix.lower()) if path else None) or "table"
    if chosen in _NO_TEXT and path is None and sys.stdout.isatty():
        raise Usage("output_needs_file", {})
    return Target(chosen, path, form is None)


def _refuse_ending(path: Path | None) -> None:
    """Raise Usage where the ending of a file's name says a form that we do not make, such as .docx."""
    if path is not None and path.suffix.lower() not in _ENDINGS and _ENDING.fullmatch(path.suffix):
        endings = ", ".join(known for known in _ENDINGS if known != ".htm")
        raise Usage("output_ending_unknown", {"path": str(path), "ending": path.suffix, "endings": endings})


def prepare(result: Result, where: Target, as_of: date) -> Answer:
    """Work out everything that needs the database; what is left to do is writing."""
    if where.form == "json":
        from asnkarier.views.document import dumps

        document = result.document()
        if not isinstance(document, Mapping):
            return Answer(where, lambda: document, result.notes)
        text = dumps(document) + "\n"
        return Answer(where, lambda: text, result.notes)
    verbatim = result.verbatim
    if verbatim is not None and where.form == "table":
        return Answer(where, lambda: verbatim, result.notes)
    if where.by_name:
        _refuse_ending(where.path)
    if where.form in ("html", "pdf") or (where.form == "xlsx" and result.report is not None):
        from asnkarier.views.report.files import content as document_of
        from asnkarier.views.report.model import of_result

        report = of_result(result, as_of)
        return Answer(where, lambda: document_of(report, where.form), result.notes)
    in_rows = where.form in ("csv", "xlsx") and result.sheets is not None
    if where.form == "csv" and result.flat is not None:
        shapes: list[Shape] = [result.flat()]
    else:
        shapes = list(result.sheets() if in_rows and result.sheets else result.pictures())
    if result.findings and where.form != "csv":
        from asnkarier.views.findings import as_table

        shapes.append(as_table(result.findings))
    return Answer(where, _maker(shapes, where), result.notes)


def _maker(shapes: Sequence[Shape], where: Target) -> Callable[[], str | bytes]:
    if where.form == "csv":
        from asnkarier.views.formats.csv import text as csv_text

        return lambda: csv_text(shapes)
    if where.form == "md":
        from asnkarier.views.formats.markdown import text as markdown_text

        return lambda: markdown_text(shapes)
    if where.form == "xlsx":
        from asnkarier.views.formats.workbook import content

        return lambda: content(shapes)
    if where.path is None and coloured(sys.stdout) and not _long(shapes):
        from asnkarier.views.drawing.coloured import text as coloured_text

        return lambda: readable(coloured_text(shapes, width()), sys.stdout.encoding)
    from asnkarier.views.drawing.plain import draw

    encoding = sys.stdout.encoding if where.path is None else "utf-8"
    return lambda: readable("".join(f"{line}\n" for line in draw(shapes, width())), encoding)


def readable(text: str, encoding: str | None) -> str:
    """Replace signs that the terminal's code page does not have."""
    try:
        text.encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        from asnkarier.views.values import ASCII_SIGNS

        return text.translate(str.maketrans(ASCII_SIGNS))
    return text


def width() -> int:
    """Return how many characters a line may have: COLUMNS, else the terminal's width, else 80."""
    return max(shutil.get_terminal_size((80, 24)).columns, 40)


def _long(shapes: Sequence[Shape]) -> bool:
    return sum(len(shape.rows) for shape in shapes if isinstance(shape, Table)) > PLAIN_FROM


def tell(notes: Sequence[Words]) -> None:
    """Say messages on stderr."""
    if not notes:
        return
    from asnkarier.views.values import say

    sys.stdout.flush()
    for note in notes:
        sys.stderr.write(readable(f"{say(note)}\n", sys.stderr.encoding))
    sys.stderr.flush()


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a temporary path beside `path`, and put what was written there in its place; nothing is left where it fails.

    What is no file of its own (a device such as /dev/null, a pipe) is written to directly: it must not be replaced by a file.
    """
    if path.exists() and not path.is_file():
        if path.is_dir():
            raise Usage("output_refused", {"path": str(path), "reason": os.strerror(errno.EISDIR)})
        yield path
        return
    for left in _left(path.parent).pop(path.name, ()):
        with suppress(OSError):
            left.unlink()
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        raise Usage("output_refused", {"path": str(path), "reason": error.strerror or ""}) from error
    finally:
        temporary.unlink(missing_ok=True)


@cache
def _left(folder: Path) -> dict[str, list[Path]]:
    """Return what processes that were killed left half-written in a folder, by the name it was to have; looked for once."""
    found: dict[str, list[Path]] = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            match = _LEFT.fullmatch(entry.name)
            if match and entry.is_file(follow_symlinks=False) and _gone(int(match["process"]), entry):
                found.setdefault(match["name"], []).append(Path(entry.path))
    return found


def _gone(process: int, entry: os.DirEntry[str]) -> bool:
    """Whether the process that wrote a file is no more."""
    if os.name == "nt":  # where signal 0 ends a process; a file still being written cannot be removed there
        return time.time() - entry.stat().st_mtime > _MINUTE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except (OSError, OverflowError):
        return False
    return False


@contextmanager
def progress() -> Iterator[Progress]:
    """Give a progress that draws a bar on stderr when work takes more than a second; only on a terminal."""
    if not sys.stderr.isatty():
        yield silent
        return
    from asnkarier.views.drawing.bar import Bar

    bar = Bar()
    try:
        yield bar
    finally:
        bar.close()
