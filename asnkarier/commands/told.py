"""Values of the log and of the file as people type and read them: 85 instead of 850000, no helper columns."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.numbers import unscaled
from asnkarier.core.spans import OPEN
from asnkarier.views.terms import TERMS, term
from asnkarier.views.values import UNKNOWN, day, number

_SCALED = frozenset({"decimal", "level", "score", "jpm"})
_HELPERS = ("_key", "_id")


@cache
def _scaled_fields() -> frozenset[tuple[str, str]]:
    """Table and column of every decimal number, which the file keeps as an integer of 1/10 000."""
    found = {(kind.table, field.name) for kind in KINDS.values() for field in kind.fields if field.type in _SCALED}
    return frozenset(found | {("assessment_level", "level"), ("standard", "required")})


def is_scaled(table: str, field: str) -> bool:
    """Tell whether the file keeps the field as an integer of 1/10 000."""
    return (table, field) in _scaled_fields() or field.startswith("level:")


def plain(table: str, field: str, value: Any) -> Any:
    """Return a stored value as the number or text it stands for, for documents."""
    return unscaled(value) if isinstance(value, int) and is_scaled(table, field) else value


def text(table: str, field: str, value: Any) -> str:
    """Return a stored value as people read it."""
    if value in (None, ""):
        return UNKNOWN
    if value == OPEN:
        return "…"
    if isinstance(value, int):
        return number(unscaled(value)) if is_scaled(table, field) else str(value)
    if isinstance(value, str) and len(value) == 10 and value[4:8:3] == "--":
        return day(date.fromisoformat(value))
    if isinstance(value, str) and value in TERMS:
        return term(value)
    return str(value)


def fields(table: str, values: Mapping[str, Any]) -> str:
    """Return field: value; field: value …, without blanks and helper columns."""
    return "; ".join(f"{name}: {text(table, name, value)}" for name, value in _worth_telling(values))


def changes(table: str, values: Mapping[str, Any]) -> str:
    """Return field: old → new; …"""
    pairs = ((name, pair) for name, pair in values.items() if not name.endswith(_HELPERS))
    return "; ".join(f"{name}: {text(table, name, old)} → {text(table, name, new)}" for name, (old, new) in pairs)


def _worth_telling(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if value not in (None, "") and not name.endswith(_HELPERS):
            yield name, value
