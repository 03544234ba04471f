"""`template`: an empty workbook for one or more kinds of sheet."""

from pathlib import Path
from typing import Annotated

from asnkarier.commands.kinds import KIND_NAMES
from asnkarier.commands.parameters import argument, option
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import EXAMPLE_MARK, Field, Kind
from asnkarier.core.kinds.vocabulary import SPELLINGS
from asnkarier.sheets.template import TemplateColumn, TemplateSheet, template
from asnkarier.views.language import N_, Words, translate
from asnkarier.views.output import replacing
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Table

_AS_TEXT = frozenset({"nip", "text", "list", "golongan", "unit", "agency", "position", "competency"})
_EDUCATIONS = ("SD", "SLTP", "SLTA", "D-I", "D-II", "D-III", "D-IV", "S1", "S2", "S3")
_ECHELONS = ("I.a", "I.b", "II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b", "V.a")


def run(
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
    wanted = [KINDS[name] for name in dict.fromkeys(kinds)]
    sheets = [TemplateSheet(kind.label, [_column(kind, field) for field in kind.fields]) for kind in wanted]
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
    return Result(data, tables, [note])


def _column(kind: Kind, field: Field) -> TemplateColumn:
    first = field is kind.fields[0]
    return TemplateColumn(
        header=field.label,
        note=translate(field.help),
        example=f"{EXAMPLE_MARK} {field.example}" if first else field.example,
        choices=() if first else _choices(field),
        required=field.required,
        as_text=field.type in _AS_TEXT,
    )


def _choices(field: Field) -> tuple[str, ...]:
    if field.type == "education":
        return _EDUCATIONS
    if field.type == "echelon":
        return _ECHELONS
    if field.type == "yes_no":
        return ("ya", "tidak")
    words = SPELLINGS.get(field.vocabulary, {})
    return tuple(spellings[0] for value, spellings in words.items() if not value.startswith("?"))
