"""What a sealed document must look like before anything is computed from it: strict, because anybody may have written it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_NUMBER: Any = (int, float)
_TEXT: Any = (str,)
_MAYBE_TEXT: Any = (str, type(None))
_MAYBE_NUMBER: Any = (int, float, type(None))
_MAYBE_WHOLE: Any = (int, type(None))
_WHOLE: Any = (int,)


class _Each:
    """Every value of a mapping, or every item of a list."""

    def __init__(self, of: Any, kind: type = list) -> None:
        self.of, self.kind = of, kind


class _Maybe:
    """A shape, or nothing."""

    def __init__(self, of: Any) -> None:
        self.of = of


class _OneOf:
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words


_DAY = object()
_OUTCOME = _OneOf("met", "not_met", "unknown")
_COUNTS = _Each(_WHOLE, dict)
_AXES = {f"{axis}_{end}": _NUMBER for axis in ("performance", "potential", "score") for end in ("low", "high")}
_PERSON: Mapping[str, Any] = {
    "id": _WHOLE,
    "nip": _TEXT,
    "name": _TEXT,
    "full_name": _TEXT,
    "outcome": _OUTCOME,
    "boxes": _Each(_WHOLE),
    "talent": _MAYBE_NUMBER,
    **_AXES,
    "checks": _Each({"check": _TEXT, "outcome": _OUTCOME}),
    "components": _Each({"component": _TEXT, "axis": _TEXT, "weight": _NUMBER, "value": _MAYBE_NUMBER}),
}
DOCUMENT: Mapping[str, Any] = {
    "institution": _MAYBE_TEXT,
    "position": {"id": _WHOLE, "name": _TEXT, "unit": _MAYBE_TEXT},
    "as_of": _DAY,
    "decree": _MAYBE_TEXT,
    "note": _MAYBE_TEXT,
    "sealed_by": _TEXT,
    "sealed_at": _TEXT,
    "chosen": _Maybe({"nip": _TEXT, "name": _TEXT, "rank": _MAYBE_WHOLE, "outcome": _OUTCOME, "reason": _MAYBE_TEXT}),
    "asked_for": {"unit": _MAYBE_WHOLE, "among": _Maybe(_Each(_TEXT))},
    "pool": {"on_duty": _WHOLE, "not_considered": _COUNTS, "not_on_duty": _COUNTS},
    "considered": _WHOLE,
    "eligible": _WHOLE,
    "undetermined": _WHOLE,
    "policy": {"name": _TEXT, "sha256": _TEXT, "text": _TEXT},
    "rules": _Each({"topic": _TEXT}),
    "last_entry": {"batch": _WHOLE, "digest": _TEXT},
    "batches": _Each({"batch": _WHOLE}),
    "candidates": _Each({"rank": _WHOLE, **_PERSON}),
    "undetermined_people": _Each(_PERSON),
    "excluded_people": _Each(_PERSON),
    "not_considered": _Each(_Each(_TEXT), dict),
    "places": _Each({}),
    "sources": _Each({"id": _WHOLE, "at": _Each(_Each((str, int, type(None))), dict)}),
    "data": _Each({"table": _TEXT, "columns": _Each(_TEXT), "rows": _Each(_Each((str, int, type(None))))}),
}


def fits(body: object, shape: Any = DOCUMENT) -> bool:
    """Tell whether a document has everything that is computed from, each of its kind; more is no harm."""
    if isinstance(shape, tuple):
        # True and False are no numbers here.
        return type(body) in shape
    if isinstance(shape, Mapping):
        return isinstance(body, dict) and all(key in body and fits(body[key], of) for key, of in shape.items())
    if isinstance(shape, _Each):
        if not isinstance(body, shape.kind):
            return False
        items: Any = body.values() if isinstance(body, dict) else body
        return all(fits(item, shape.of) for item in items)
    if isinstance(shape, _Maybe):
        return body is None or fits(body, shape.of)
    if isinstance(shape, _OneOf):
        return body in shape.words
    return _is_day(body)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
