"""FIELD=VALUE as people type it: the field by its name or any header it may have, the value read as in a workbook's cell."""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from asnkarier.commands import named
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.spec import Field, Kind
from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.text import folded


def typed_pairs(kind: Kind, texts: Sequence[str], more: Sequence[Field] = ()) -> dict[str, Any]:
    """Return field → canonical value, in the order typed; an empty value is None.

    `more` are fields that the command line has besides those of the kind.
    """
    names = _names((*kind.fields, *more))
    found: dict[str, Any] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals:
            raise Usage("pair_unreadable", {"typed": text})
        field = names.get(folded(name))
        if field is None:
            raise _unknown(name, kind, [*kind.fields, *more])
        if field.name in found:
            raise Usage("pair_twice", {"field": field.name})
        found[field.name] = _read(field, value)
    return found


def _names(fields: Sequence[Field]) -> Mapping[str, Field]:
    names: dict[str, Field] = {}
    for field in fields:
        names[folded(field.name)] = field
    for field in fields:
        for spelling in (field.label, *field.headers):
            names.setdefault(folded(spelling), field)
    return names


def _unknown(name: str, kind: Kind, fields: Sequence[Field]) -> Usage:
    known = [field.name for field in fields]
    spellings = {folded(word): field.name for field in fields for word in (field.name, field.label)}
    near = get_close_matches(folded(name), list(spellings), n=1, cutoff=0.6)
    values = {"typed": name, "kind": named.kind(kind.name), "fields": known, "near": spellings[near[0]] if near else ""}
    return Usage("field_unknown_near" if near else "field_unknown", values)


def _read(field: Field, text: str) -> Any:
    value = parser_of(field)(text)
    if isinstance(value, Bad):
        raise Usage(value.code, {"field": field.name, **value.values, "value": text})
    return value
