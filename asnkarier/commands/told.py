"""Values of the log and of the file as people type and read them: 85 instead of 850000, no helper columns."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.numbers import unscaled
from asnkarier.core.spans import OPEN
from asnkarier.store.queries.batches import ChangeRow
from asnkarier.views.language import N_, current, translate
from asnkarier.views.terms import TERMS, term
from asnkarier.views.values import UNKNOWN, day, number

_SCALED = frozenset({"decimal", "level", "score", "jpm"})
_HELPERS = ("_key", "_id", "stated", "assumed", "rank")
_SPANS = {
    "person_post": "position",
    "person_duty": "position",
    "person_unit": "unit",
    "person_golongan": "golongan",
    "person_status": "status",
    "person_kind": "employee_kind",
    "person_nip": "nip",
}
_OTHER_NAMES = {
    ("unit", "name"): "unit",
    ("position", "name"): "position",
    ("competency", "name"): "competency",
    ("competency", "grp"): "group",
}
"""Columns that people know by another name, that of the field they come from."""
_REST = {
    "idp_review": N_("reviews of plans"),
    "reviewed_on": N_("reviewed on"),
    "batch": N_("entries in the log"),
    "change": N_("changes in the log"),
    "assessment_level": N_("levels of assessments"),
    "seal": N_("sealed decision"),
    "decree": N_("decree"),
    "note": N_("note"),
    "as_of": N_("as of"),
    "sealed_by": N_("sealed by"),
    "sealed_at": N_("sealed at"),
    "added_rule": N_("rule or policy of the institution"),
    "topic": N_("topic"),
    "name": N_("name"),
    "added_by": N_("added by"),
    "added_at": N_("added at"),
    "saved_map": N_("saved reading of headers"),
    "setting": N_("setting"),
    "entered_on": N_("in service since"),
}
"""Tables and fields of no kind of sheet."""
_WHOLE = {"added_rule": "text", "seal": "document", "saved_map": "text"}
"""Whole files kept in a field: their hash stands beside them, and they have commands of their own."""
_MORE = {"since": N_("since"), "until": N_("until"), "person": N_("person"), "duty": N_("duty")}


@cache
def _labels() -> dict[tuple[str, str], str]:
    """Table and column → the Indonesian label; column '' is the table's own."""
    found: dict[tuple[str, str], str] = {}
    for kind in KINDS.values():
        found.setdefault((kind.table, ""), kind.label)
        for field in kind.fields:
            found.setdefault((kind.table, field.name), field.label)
    for table, name in _SPANS.items():
        found[table, ""] = found["person", name]
        for field in KINDS["roster"].fields:
            found.setdefault((table, field.name), field.label)
    return found


def label(table: str, field: str = "") -> str:
    """Return what people call a field, or a table: the label of the kind of sheet in Indonesian, the canonical key in English."""
    field = _OTHER_NAMES.get((table, field), field)
    if field in _MORE:
        return translate(_MORE[field])
    if field.startswith("level:"):
        return field.removeprefix("level:")
    name = field or _SPANS.get(table, table)
    known = _labels().get((table, field)) if current() == "id" else None
    return known or translate(_REST.get(name, name))


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


def logged(change: ChangeRow) -> dict[str, Any]:
    """Return field → stored value (inserted, deleted) or field → [old, new] of one change of the log."""
    told = json.loads(change.fields)
    if isinstance(told, list):
        return dict(zip(json.loads(change.sheet_fields or "[]"), told, strict=False))
    return dict(told)


def plain_fields(table: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return stored values, or pairs of what was and what is, as the numbers and texts they stand for, for documents."""
    return {
        name: [plain(table, name, one) for one in value]
        if isinstance(value, (list, tuple))
        else plain(table, name, value)
        for name, value in values.items()
    }


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
    shown = ((name, value) for name, value in _worth_telling(values) if name != _WHOLE.get(table))
    return "; ".join(f"{label(table, name)}: {text(table, name, value)}" for name, value in shown)


def changes(table: str, values: Mapping[str, Any]) -> str:
    """Return field: old → new; …"""
    pairs = ((name, pair) for name, pair in values.items() if not name.endswith(_HELPERS))
    return "; ".join(
        f"{label(table, name)}: {text(table, name, old)} → {text(table, name, new)}" for name, (old, new) in pairs
    )


def _worth_telling(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if value not in (None, "", OPEN) and name != "id" and not name.endswith(_HELPERS):
            yield name, value
