"""Strict reading of TOML tables into core's NamedTuples: no unknown key, nothing missing, nothing of another type.

Errors name the file, the key and what would be right; they carry codes, not words.
"""

from collections.abc import Callable, Mapping
from collections.abc import Mapping as MappingOrigin
from datetime import date, datetime
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from asnkarier.core.bands import Band
from asnkarier.core.errors import RuleError
from asnkarier.core.regulation import Scaled

SCALE = 10_000
LARGEST_POWER = 1_000


def refuse(code: str, where: "Where", **values: object) -> RuleError:
    """Make the error for something wrong at `where`."""
    return RuleError(code, {"file": where.file, "key": where.key or "(file)", **values})


class Where:
    """A place in a rule or policy file: the file and the path of the key."""

    __slots__ = ("file", "key")

    def __init__(self, file: str, key: str = "") -> None:
        """Point at `key` of `file`; an empty key is the file itself."""
        self.file = file
        self.key = key

    def at(self, key: str | int) -> "Where":
        """Point at a key inside this one; lists count from 1."""
        if isinstance(key, int):
            return Where(self.file, f"{self.key}[{key + 1}]")
        shown = key if key.replace("_", "").isalnum() else f'"{key}"'
        return Where(self.file, f"{self.key}.{shown}" if self.key else shown)


def written(value: object) -> str:
    """Return a value as TOML writes it, so that a number in quotation marks is seen to be a text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping | list):
        return "{…}" if isinstance(value, Mapping) else "[…]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def scaled(value: object, where: Where) -> Scaled:
    """Read a number with at most four decimals as an integer of 1/10 000."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise refuse("rule_wrong_type", where, value=written(value), wanted="number")
    # Beyond this a number is a slip of the pen, and its product would not fit.
    if isinstance(value, Decimal) and (not value.is_finite() or abs(value.adjusted()) > LARGEST_POWER):
        raise refuse("rule_wrong_type", where, value=written(value), wanted="number")
    exact = value * SCALE
    whole = int(exact)
    if whole != exact:
        raise refuse("rule_wrong_type", where, value=written(value), wanted="number")
    return Scaled(whole)


def band(value: object, where: Where) -> Band:
    """Read `{ name, from | above, below | to }`."""
    entry = table(value, where)
    known(entry, ("name", "from", "above", "below", "to"), where)
    for one, other in (("from", "above"), ("below", "to")):
        if one in entry and other in entry:
            raise refuse("rule_keys_exclude", where, one=one, other=other)
    if "name" not in entry:
        raise refuse("rule_missing_key", where.at("name"))
    low_key = "from" if "from" in entry else "above"
    high_key = "to" if "to" in entry else "below"
    return Band(
        decode(str, entry["name"], where.at("name")),
        scaled(entry[low_key], where.at(low_key)) if low_key in entry else None,
        low_key == "from",
        scaled(entry[high_key], where.at(high_key)) if high_key in entry else None,
        high_key == "to",
    )


def table(value: object, where: Where) -> Mapping[str, object]:
    """Insist on a table."""
    if not isinstance(value, dict):
        raise refuse("rule_wrong_type", where, value=written(value), wanted="table")
    return value


def known(entry: Mapping[str, object], keys: "tuple[str, ...] | list[str]", where: Where) -> None:
    """Refuse a key that nobody knows, naming the nearest that exists."""
    for key in entry:
        if key not in keys:
            raise refuse("rule_unknown_key", where.at(key), near=nearest(key, keys), known=", ".join(keys))


def nearest(word: str, words: "tuple[str, ...] | list[str]") -> str:
    """Return the most similar of `words`, '' when none is close."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, words, n=1)), "")


def decode(kind: Any, value: object, where: Where) -> Any:
    """Read `value` as `kind`: a plain type, Literal, tuple, Mapping, optional, or a NamedTuple or union of them.

    Members of a union are told apart by their Literal field `rule` or `method`.
    """
    plain = PLAIN.get(kind)
    if plain is not None:
        return plain(value, where)
    origin = get_origin(kind)
    if origin is Literal:
        return one_of(get_args(kind), value, where)
    if origin is tuple:
        return _decode_tuple(get_args(kind), value, where)
    if origin is MappingOrigin:
        key_kind, item_kind = get_args(kind)
        return {
            _decode_key(key_kind, key, where): decode(item_kind, item, where.at(key))
            for key, item in table(value, where).items()
        }
    if origin is Union or origin is UnionType:
        return _decode_union(get_args(kind), value, where)
    return _decode_record(kind, value, where)


def one_of(names: tuple[Any, ...], value: object, where: Where) -> Any:
    """Insist on one of `names`."""
    if value not in names or isinstance(value, bool):
        words = tuple(str(n) for n in names)
        near = nearest(value, words) if isinstance(value, str) else ""
        raise refuse("rule_unknown_value", where, value=written(value), near=near, known=", ".join(words))
    return value


def _decode_key(kind: Any, key: str, where: Where) -> Any:
    if kind is int:
        if not key.isdecimal():
            raise refuse("rule_wrong_type", where.at(key), value=key, wanted="integer")
        return int(key)
    return decode(kind, key, where.at(key))


def _decode_tuple(kinds: tuple[Any, ...], value: object, where: Where) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise refuse("rule_wrong_type", where, value=written(value), wanted="array")
    if kinds[-1] is Ellipsis:
        return tuple(decode(kinds[0], item, where.at(i)) for i, item in enumerate(value))
    if len(value) != len(kinds):
        raise refuse("rule_wrong_length", where, wanted=len(kinds), found=len(value))
    return tuple(decode(k, item, where.at(i)) for i, (k, item) in enumerate(zip(kinds, value, strict=True)))


def _decode_union(kinds: tuple[Any, ...], value: object, where: Where) -> Any:
    rest = tuple(k for k in kinds if k is not NoneType)
    if len(rest) == 1:
        return decode(rest[0], value, where)
    entry = table(value, where)
    tag = "rule" if "rule" in rest[0].__annotations__ else "method"
    if tag not in entry:
        raise refuse("rule_missing_key", where.at(tag))
    by_tag = {get_args(k.__annotations__[tag])[0]: k for k in rest}
    return decode(by_tag[one_of(tuple(by_tag), entry[tag], where.at(tag))], value, where)


def _decode_record(kind: Any, value: object, where: Where) -> Any:
    entry = table(value, where)
    fields: dict[str, Any] = kind.__annotations__
    known(entry, tuple(fields), where)
    read = {}
    for field, field_kind in fields.items():
        if field in entry:
            read[field] = decode(field_kind, entry[field], where.at(field))
        elif field not in kind._field_defaults:
            raise refuse("rule_missing_key", where.at(field))
    return kind(**read)


def _plain(kind: type, wanted: str) -> Callable[[object, Where], Any]:
    def read(value: object, where: Where) -> Any:
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)) or isinstance(value, datetime):
            raise refuse("rule_wrong_type", where, value=written(value), wanted=wanted)
        return value

    return read


PLAIN: dict[Any, Callable[[object, Where], Any]] = {
    str: _plain(str, "string"),
    int: _plain(int, "integer"),
    bool: _plain(bool, "boolean"),
    date: _plain(date, "date"),
    Scaled: scaled,
    Band: band,
}
