"""Empty workbooks to fill in: labels, notes, drop-downs, text format where digits must survive, and one example row."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from asnkarier.sheets.write import finished, put, sheet_title

_REQUIRED = PatternFill("solid", fgColor="FFFFE699")
_OPTIONAL = PatternFill("solid", fgColor="FFDDEBF7")
_EXAMPLE = Font(italic=True, color="FF7F7F7F")
_LAST_ROW = 5_000


class TemplateColumn(NamedTuple):
    """One column: header, note, example, choices of the drop-down, whether it must be filled and whether digits are text."""

    header: str
    note: str
    example: str
    choices: Sequence[str]
    required: bool
    as_text: bool


class TemplateSheet(NamedTuple):
    """One sheet of a template."""

    title: str
    columns: Sequence[TemplateColumn]


def template(sheets: Sequence[TemplateSheet]) -> bytes:
    """Return the workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    lists: list[Sequence[str]] = []
    made = [(book.create_sheet(sheet_title(sheet.title, taken)), sheet) for sheet in sheets]
    hidden = book.create_sheet(sheet_title("Pilihan", taken))
    hidden.sheet_state = "hidden"
    for worksheet, sheet in made:
        for place, column in enumerate(sheet.columns, start=1):
            _head(worksheet, place, column)
            if column.choices:
                worksheet.add_data_validation(_choices(worksheet, hidden, lists, place, column))
        worksheet.freeze_panes = "A2"
    if not lists:
        book.remove(hidden)
    return finished(book)


def _head(worksheet: Any, place: int, column: TemplateColumn) -> None:
    letter = get_column_letter(place)
    head = worksheet.cell(1, place)
    put(head, column.header)
    head.font = Font(bold=True)
    head.fill = _REQUIRED if column.required else _OPTIONAL
    head.alignment = Alignment(wrap_text=True, vertical="top")
    head.comment = Comment(column.note, "asnkarier", height=90, width=260)
    example = worksheet.cell(2, place)
    if column.example:
        put(example, column.example)
    example.font = _EXAMPLE
    worksheet.column_dimensions[letter].width = max(len(column.header) + 4, min(len(column.example) + 2, 40), 12)
    if column.as_text:
        worksheet.column_dimensions[letter].number_format = "@"


def _choices(
    worksheet: Any, hidden: Any, lists: list[Sequence[str]], place: int, column: TemplateColumn
) -> DataValidation:
    """Return the rule of a drop-down; its words stand on a hidden sheet, for Excel cuts long lists and splits at commas."""
    if column.choices not in lists:
        lists.append(column.choices)
        for row, choice in enumerate(column.choices, start=1):
            put(hidden.cell(row, len(lists)), choice)
    letter = get_column_letter(lists.index(column.choices) + 1)
    formula = f"'{hidden.title}'!${letter}$1:${letter}${len(column.choices)}"
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False)
    rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{_LAST_ROW}")
    return rule
