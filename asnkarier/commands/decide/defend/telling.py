"""What has changed since a decision, told: which datum of whom, from what to what, by which entry of the log."""

from collections.abc import Mapping
from typing import Any

from asnkarier.commands import told
from asnkarier.commands.decide.defend.verifying import Since
from asnkarier.core.defend.differences import Changed
from asnkarier.views.defend.verified import Difference

_NAMED = {"position_id": "position", "unit_id": "unit", "competency_id": "competency"}
"""Columns that point at something with a name → the table of its name."""
_ABOUT = {
    "evaluation": ("year",),
    "assessment": ("assessed_on",),
    "assessment_level": ("competency_id",),
    "standard": ("position_id", "competency_id"),
    "history": ("position", "since"),
    "discipline": ("decided_on",),
    "education": ("education",),
    "training": ("title",),
    "exam": ("exam",),
    "award": ("awarded_on",),
    "feedback": ("year",),
    "indicator": ("year",),
    "unit_performance": ("unit_id", "year"),
    "position": ("name",),
    "unit": ("name",),
    "competency": ("name",),
    "coverage": ("kind",),
}
"""What tells one row of a table from another."""


def differences(since: Since, body: Mapping[str, Any]) -> list[Difference]:
    """Return every change with who made it and when."""
    names = _names(body)
    result = []
    for place, changed in enumerate(since.changes):
        whose = since.names.get(changed.person) or _person(body, changed.person)
        result.append(
            Difference(
                table=changed.table,
                what=changed.what,
                nip=whose[0] if whose else None,
                name=whose[1] if whose else None,
                about=_about(changed, names),
                said=_said(changed, names),
                fields={
                    name: tuple(_plain(changed.table, name, value, names) for value in pair)
                    for name, pair in changed.fields.items()
                },
                entry=since.entries.get(place),
            )
        )
    return result


Names = Mapping[str, Mapping[object, str]]


def _names(body: Mapping[str, Any]) -> Names:
    found: dict[str, dict[object, str]] = {}
    for entry in body["data"]:
        if entry["table"] in _NAMED.values():
            name = entry["columns"].index("name")
            found[entry["table"]] = {row[0]: row[name] for row in entry["rows"]}
    return found


def _person(body: Mapping[str, Any], person: int) -> tuple[str, str] | None:
    for part in ("candidates", "undetermined_people", "excluded_people"):
        for one in body[part]:
            if one["id"] == person:
                return one["nip"], one["name"]
    return None


def _plain(table: str, field: str, value: object, names: Names) -> object:
    known = names.get(_NAMED.get(field, ""), {})
    return known.get(value, value) if field in _NAMED else told.plain(table, field, value)


def _text(table: str, field: str, value: object, names: Names) -> str:
    return told.text(table, _NAMED.get(field, field), _plain(table, field, value, names) if field in _NAMED else value)


def _about(changed: Changed, names: Names) -> str:
    parts = (_text(changed.table, f, changed.row.get(f), names) for f in _ABOUT.get(changed.table, ()))
    return " ".join((told.label(changed.table), *parts))


def _said(changed: Changed, names: Names) -> str:
    parts = []
    for field, (old, new) in changed.fields.items():
        if field.endswith("_key") or field in ("person_id", "stated"):
            continue
        label = told.label(changed.table, _NAMED.get(field, field))
        before, after = (_text(changed.table, field, value, names) for value in (old, new))
        if changed.what == "changed":
            parts.append(f"{label}: {before} → {after}")
        elif (value := old if changed.what == "removed" else new) not in (None, ""):
            parts.append(f"{label}: {_text(changed.table, field, value, names)}")
    return "; ".join(parts)
