"""JSON in bulk: documents whose long lists are written row by row, without an object for every value."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from json.encoder import encode_basestring
from typing import NamedTuple

from asnkarier.core.numbers import SCALE
from asnkarier.views.document import dumps_line


class Rows(NamedTuple):
    """A list whose rows are JSON already."""

    rows: Iterable[str]


SEPARATOR = ",\n    "
CHUNK = 512
"""Rows encoded at once: a document of everyone is never one string."""


def encoded(document: Mapping[str, object]) -> list[bytes]:
    """Return the document as JSON in chunks, all made now: while the database is still open."""
    return list(streamed(document))


def streamed(document: Mapping[str, object]) -> Iterator[bytes]:
    """Yield the document as JSON in chunks of UTF-8; every `Rows` in it has one row a line."""
    head = "{\n  "
    for key, value in document.items():
        if not isinstance(value, Rows):
            head += f"{quoted(key)}: {dumps_line(value)},\n  "
            continue
        head += f"{quoted(key)}: ["
        rows = iter(value.rows)
        before = "\n    "
        while part := list(islice(rows, CHUNK)):
            yield f"{head}{before}{SEPARATOR.join(part)}".encode()
            head, before = "", ",\n    "
        head += "],\n  " if before == "\n    " else "\n  ],\n  "
    yield (head.rstrip().removesuffix(",") + "\n}\n").encode()


def quoted(text: str | None) -> str:
    """Return text as JSON; null for None."""
    return "null" if text is None else encode_basestring(text)


@lru_cache(maxsize=65_536)
def level(value: int | None) -> str:
    """Return a number kept as an integer of 1/10 000 as JSON."""
    if value is None:
        return "null"
    whole, rest = divmod(value, SCALE)
    return str(whole) if not rest else repr(value / SCALE)


def quotient(value: tuple[int, int] | None) -> str:
    """Return a quotient as a JSON number, unrounded but for what a double can hold."""
    if value is None:
        return "null"
    whole, rest = divmod(value[0], value[1])
    return str(whole) if not rest else repr(value[0] / value[1])
