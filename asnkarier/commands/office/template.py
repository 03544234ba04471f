"""`template`: an empty workbook for one or more kinds of sheet; with a database, its units, posts and competencies to choose from."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.kinds import KIND_NAMES
from asnkarier.commands.parameters import argument, option
from asnkarier.core.errors import Usage
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import EXAMPLE_MARK, Field, Kind
from asnkarier.core.kinds.vocabulary import SPELLINGS
from asnkarier.core.names import folded
from asnkarier.sheets.template import TemplateColumn, TemplateSheet, template
from asnkarier.store.database import Database
from asnkarier.store.queries import choices, competencies
from asnkarier.views.language import N_, SOURCE, Words, current, translate
from asnkarier.views.output import replacing
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table
from asnkarier.views.terms import term
from asnkarier.views.values import say

_AS_TEXT = frozenset({"nip", "text", "list", "golongan", "unit", "agency", "position", "competency"})
_EDUCATIONS = ("SD", "SLTP", "SLTA", "D-I", "D-II", "D-III", "D-IV", "S1", "S2", "S3")
_ECHELONS = ("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a")


def run(
    db: Database | None,
    as_of: date,
    kinds: Annotated[
        list[str],
        argument(
            N_("KIND"),
            help=N_("Kind of sheet; several give a workbook of several sheets."),
            choices=KIND_NAMES,
            completes="kind",
        ),
    ],
    output: Annotated[
        Path,
        option("--output", "--keluaran", "-o", help=N_("The workbook to write."), metavar=N_("FILE"), completes="file"),
    ],
) -> Result:
    """Write the workbook and tell what is in it."""
    if output.suffix.lower() not in ("", ".xlsx"):
        raise Usage("template_ending", {"path": str(output)})
    wanted = [KINDS[name] for name in dict.fromkeys(kinds)]
    known = _known(db, as_of)
    sheets = [TemplateSheet(kind.label, [_column(kind, field, known) for field in kind.fields]) for kind in wanted]
    with replacing(output) as temporary:
        temporary.write_bytes(template(sheets))
    columns = (
        Column("header", N_("Column")),
        Column("field", N_("Field"), "code"),
        Column("required", N_("Required")),
        Column("help", N_("What belongs in it")),
    )
    tables = [
        Table(kind.label, columns, [(f.label, f.name, f.required, Words(f.help)) for f in kind.fields])
        for kind in wanted
    ]
    data = {
        "file": str(output),
        "sheets": [
            {"kind": kind.name, "sheet": kind.label, "fields": [field.name for field in kind.fields]} for kind in wanted
        ],
    }
    note = Words(
        N_("{path} is ready. The row that begins with `{mark}` is an example and is skipped on import."),
        {"path": str(output), "mark": EXAMPLE_MARK},
    )
    following = Words(
        N_("Filled in: `asnkarier import {path!q} --dry-run` shows what would happen."), {"path": str(output)}
    )
    return Result(data, tables, hints=[note, following])


def _known(db: Database | None, day: date) -> Mapping[str, Sequence[str]]:
    """Return what the database offers for a type of field; nothing where there is none yet."""
    if db is None:
        return {}
    return {
        "unit": choices.units(db, day),
        "agency": choices.agencies(db, day),
        "position": choices.positions(db, day),
        "competency": [competency.name for competency in competencies.every(db)],
    }


def _column(kind: Kind, field: Field, known: Mapping[str, Sequence[str]]) -> TemplateColumn:
    first = field is kind.fields[0]
    return TemplateColumn(
        header=field.label,
        note=say(Words(N_("Must be filled in. {help}"), {"help": Words(field.help)}))
        if field.required
        else translate(field.help),
        example=f"{EXAMPLE_MARK} {field.example}" if first else field.example,
        choices=_choices(field, known),
        required=field.required,
        form="nip"
        if field.type == "nip"
        else "text"
        if field.type in _AS_TEXT
        else "date"
        if field.type == "date"
        else "",
    )


def _choices(field: Field, known: Mapping[str, Sequence[str]]) -> Sequence[str]:
    if field.type in known:
        return known[field.type]
    if field.type == "education":
        return _EDUCATIONS
    if field.type == "echelon":
        return _ECHELONS
    if field.type == "yes_no":
        return ("ya", "tidak")
    words = SPELLINGS.get(field.vocabulary, {})
    return tuple(_spelled(value, spellings) for value, spellings in words.items() if not value.startswith("?"))


def _spelled(value: str, spellings: Sequence[str]) -> str:
    """Return the word people of the language know, where the importer reads it back; else a spelling of real workbooks, or its own key."""
    shown = folded(term(value))
    real = [spelling for spelling in spellings if spelling != value]
    kept = [value] if current() == SOURCE and "_" not in value else []
    return next((spelling for spelling in (*real, *spellings) if folded(spelling) == shown), (*kept, *real, value)[0])
