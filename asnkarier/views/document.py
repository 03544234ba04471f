"""JSON documents: never localised, numbers as numbers, dates as ISO text."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath


def dumps(document: Mapping[str, object]) -> str:
    """Return the document as readable JSON."""
    return json.dumps(document, ensure_ascii=False, indent=2, default=_plain, allow_nan=False)


def dumps_line(value: object) -> str:
    """Return a value as JSON on one line, as `json_text` puts rows together."""
    return _LINE.encode(value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal | Fraction):
        whole = int(value)
        return whole if whole == value else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PurePath):
        return str(value)
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"no JSON for {type(value).__name__}")


_LINE = json.JSONEncoder(ensure_ascii=False, default=_plain, allow_nan=False)
