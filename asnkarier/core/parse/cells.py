"""The parser of every type of field."""

from collections.abc import Mapping
from typing import Final

from asnkarier.core.kinds.spec import Field, FieldType
from asnkarier.core.parse.base import Bad, Cell, Parser, error_cell, nothing, read_code, read_name, read_text, text_of
from asnkarier.core.parse.dates import read_birth_date, read_date, read_year, read_year_or_day
from asnkarier.core.parse.education import read_education
from asnkarier.core.parse.nip import read_nip
from asnkarier.core.parse.numbers import (
    counted,
    read_decimal,
    read_integer,
    read_jpm,
    read_level,
    read_money,
    read_score,
)
from asnkarier.core.parse.ranks import read_echelon, read_golongan
from asnkarier.core.parse.words import read_yes_no, word_reader
from asnkarier.core.text import cleaned


def read_list(value: Cell) -> str | Bad | None:
    """Read several values separated by semicolons or line breaks; they come back joined by `; `."""
    if not isinstance(value, str):
        return read_text(value)
    parts = [cleaned(part) for line in value.splitlines() for part in line.split(";")]
    kept = [part for part in parts if not nothing(part)]
    if any(error_cell(part) for part in kept):
        return Bad("cell_error", {"value": text_of(value)})
    return "; ".join(kept) or None


_BY_TYPE: Final[Mapping[FieldType, Parser]] = {
    "nip": read_nip,
    "text": read_text,
    "list": read_list,
    "date": read_date,
    "year": read_year,
    "year_or_day": read_year_or_day,
    "integer": read_integer,
    "money": read_money,
    "decimal": read_decimal,
    "level": read_level,
    "score": read_score,
    "jpm": read_jpm,
    "golongan": read_golongan,
    "echelon": read_echelon,
    "education": read_education,
    "yes_no": read_yes_no,
    "unit": read_code,
    "agency": read_name,
    "position": read_name,
    "competency": read_name,
}


_NUMBERS: Final[frozenset[FieldType]] = frozenset(("integer", "decimal"))
_MARKS: Final[frozenset[FieldType]] = frozenset(("score", "jpm"))


def parser_of(field: Field) -> Parser:
    """Return the parser of one field."""
    if field.type == "text" and field.required:
        return read_code
    if field.type == "word":
        return word_reader(field.vocabulary)
    read = read_birth_date if field.name == "birth_date" else _BY_TYPE[field.type]
    if field.type in _MARKS:
        return counted(read, ("poin",))
    return counted(read, field.units) if field.type in _NUMBERS else read
