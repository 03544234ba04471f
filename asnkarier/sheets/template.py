"""Empty workbooks to fill in: labels, notes, drop-downs, text format where digits must survive, and one example row."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from asnkarier.sheets.book import CHOICES
from asnkarier.sheets.write import finished, put, sheet_title

_REQUIRED = PatternFill("solid", fgColor="FFFFE699")
_OPTIONAL = PatternFill("solid", fgColor="FFDDEBF7")
_EXAMPLE = Font(italic=True, color="FF7F7F7F")
_LAST_ROW = 5_000
_FORMATS = {"nip": "@", "text": "@", "date": "yyyy-mm-dd"}
_NIP_DIGITS = 18
_OPEN = Protection(locked=False)


class TemplateColumn(NamedTuple):
    """One column: header, note, example, choices of the drop-down, whether it must be filled, and how cells are written.

    `form` is `nip` or `text` where digits must survive, `date`, or '' for numbers.
    """

    header: str
    note: str
    example: str
    choices: Sequence[str]
    required: bool
    form: str


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
    hidden = book.create_sheet(sheet_title(CHOICES, taken))
    hidden.sheet_state = "hidden"
    for worksheet, sheet in made:
        for place, column in enumerate(sheet.columns, start=1):
            _head(worksheet, place, column)
            if column.choices:
                worksheet.add_data_validation(_choices(worksheet, hidden, lists, place, column))
            elif column.form == "nip":
                worksheet.add_data_validation(_nip(place, column))
        worksheet.freeze_panes = "A2"
        worksheet.print_title_rows = "1:1"
        worksheet.page_setup.orientation = "landscape"
        worksheet.page_setup.paperSize = 9  # A4
        worksheet.page_setup.fitToHeight = 0
        worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        _protect(worksheet)
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
    example.protection = _OPEN
    worksheet.column_dimensions[letter].width = max(len(column.header) + 4, min(len(column.example) + 2, 40), 12)
    # The format and the open lock stand on the column, so that every row below the heading has them and no empty cell is written.
    worksheet.column_dimensions[letter].protection = _OPEN
    if column.form:
        worksheet.column_dimensions[letter].number_format = example.number_format = _FORMATS[column.form]


def _protect(worksheet: Any) -> None:
    """Keep the headings as they are, without a password; rows may be filled, sorted, added and taken out."""
    protection = worksheet.protection
    protection.sheet = True
    for allowed in ("formatCells", "formatColumns", "formatRows", "insertRows", "deleteRows", "sort", "autoFilter"):
        setattr(protection, allowed, False)  # what is True is forbidden


def _nip(place: int, column: TemplateColumn) -> DataValidation:
    """Return the rule that warns where a NIP has not its digits: the cell has lost some, or was typed short."""
    rule = DataValidation(
        type="textLength",
        operator="equal",
        formula1=str(_NIP_DIGITS),
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning",
        errorTitle=column.header[:32],
        error=column.note[:255],
    )
    return _over(rule, place)


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
    return _over(DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=False), place)


def _over(rule: DataValidation, place: int) -> DataValidation:
    rule.add(f"{get_column_letter(place)}2:{get_column_letter(place)}{_LAST_ROW}")
    return rule
