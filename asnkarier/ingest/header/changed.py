"""Lists of what a reorganisation changed: whether a row is about a unit or a post is said by its headers, else by its names."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from asnkarier.core.text import folded
from asnkarier.ingest.header.headers import of_kind
from asnkarier.ingest.header.places import is_surely_unit

_UNITS: Final = re.compile(r"\b(?:unit|unor|opd|skpd|satuan|perangkat|organisasi)\b")
_POSTS: Final = re.compile(r"\bjabatan\b")
_POST: Final = re.compile(r"(?i)^(?:kepala|kabid|kasi|kasubbag|jabatan)\b")


def is_old(header: str) -> bool:
    """Tell whether a folded header is that of the names before."""
    entry = of_kind("successions").get(header)
    return entry is not None and entry.fields == ("old",)


def is_change(headers: Iterable[str]) -> bool:
    """Tell whether folded headers name what was and what became of it; a bare `Lama` beside `Baru` may be of anything."""
    index = of_kind("successions")
    said = {index[name].fields for name in headers if name in index and name not in ("lama", "baru")}
    return {("old",), ("new",)} <= said


def object_in(header: str) -> str | None:
    """Return what the header of the old names says they are; nothing where it says neither or both."""
    name = folded(header)
    units, posts = _UNITS.search(name), _POSTS.search(name)
    return None if bool(units) == bool(posts) else "unit" if units else "position"


def objects_of(kinds: Sequence[Any], names: Sequence[Any]) -> list[Any]:
    """Fill in what the names themselves are; one that does not say so stays open."""
    return [
        kind if kind is not None or type(name) is not str else _object(name)
        for kind, name in zip(kinds, names, strict=True)
    ]


def _object(name: str) -> str | None:
    return "unit" if is_surely_unit(name) else "position" if _POST.match(name) else None
