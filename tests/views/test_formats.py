"""csv, Markdown, xlsx and JSON: typed, safe, the same bytes for the same data."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from fractions import Fraction

import openpyxl

from asnkarier.views import document
from asnkarier.views.formats import csv as csv_format
from asnkarier.views.formats import markdown, workbook
from asnkarier.views.language import N_, Words, use
from asnkarier.views.shapes import Coded, Column, Rounded, Table, ranged
from tests.views.test_plain import PEOPLE, SHAPES

EVIL = Table(
    "=1+1",
    (Column("text", "=Header"), Column("number", "Number", "number"), Column("day", "Day", "date"), Column("nip", "NIP", "nip")),
    (("=HYPERLINK(1)", Decimal("-1.5"), date(2026, 6, 30), "197203141997032929"), ("-2|3`*<b>", 7, None, "@x"), ("+62", None, None, "")),
)  # fmt: skip


def test_csv_has_keys_and_raw_values_and_no_formula() -> None:
    rows = list(csv.reader(io.StringIO(csv_format.text([EVIL]))))
    assert rows == [
        ["text", "number", "day", "nip"],
        ["'=HYPERLINK(1)", "-1.5", "2026-06-30", "197203141997032929"],
        ["'-2|3`*<b>", "7", "", "'@x"],
        ["'+62", "", "", ""],
    ]


def test_xlsx_text_is_text_and_numbers_are_numbers() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.content([EVIL]))).worksheets[0]
    assert [cell.value for cell in sheet[4]] == ["=HYPERLINK(1)", -1.5, sheet["C4"].value, "197203141997032929"]
    assert {sheet[place].data_type for place in ("A1", "A3", "A4", "A5", "A6", "D4")} == {"s"}
    assert sheet["B4"].data_type == "n"
    assert sheet["C4"].is_date


def test_xlsx_of_every_shape_has_the_same_bytes_twice() -> None:
    shapes = list(SHAPES.values())
    assert workbook.content(shapes) == workbook.content(shapes)


def test_markdown_is_escaped() -> None:
    text = markdown.text([EVIL])
    assert "\\|3\\`\\*\\<b\\>" in text
    assert markdown.text([PEOPLE]).count("\n| ") == 4


def test_json_numbers_are_numbers() -> None:
    text = document.dumps(
        {"a": Decimal("91.25"), "b": Fraction(2, 1), "c": date(2026, 1, 31), "d": None, "e": Decimal(3)}
    )
    assert json.loads(text) == {"a": 91.25, "b": 2, "c": "2026-01-31", "d": None, "e": 3}
    assert '"e": 3,' not in text
    assert '"e": 3' in text


def test_xlsx_says_what_it_holds_in_words() -> None:
    """Words inside a list, yes and no, rounded numbers: nothing as the program holds it."""
    table = Table(
        "T",
        (Column("a", "A"), Column("b", "B"), Column("c", "C", "term"), Column("d", "D")),
        (
            ([Words("{n} of {all}", {"n": 1, "all": 2}), Words("2 x")], True, ["sangat_baik", "baik"], False),
            ((Words("1 x"),), Rounded(Decimal("1.5")), "kurang", None),
        ),
    )
    sheet = openpyxl.load_workbook(io.BytesIO(workbook.content([table]))).worksheets[0]
    assert [cell.value for cell in sheet[4]] == ["1 of 2; 2 x", "ya", "Sangat Baik; Baik", "tidak"]
    assert [cell.value for cell in sheet[5]] == ["1 x", 1.5, "Kurang", None]


def test_csv_writes_sentences_the_same_in_every_language() -> None:
    said = Words(N_("{count} empty now"), {"count": 1234})
    day = Words("{day}: {share}", {"day": date(2026, 7, 1), "share": Fraction(5, 4)})
    columns = (Column("a", "A"), Column("b", "B"), ranged("c", "C"), Column("d", "D", "date", ("open",)))
    more = [Coded("x", N_("met")), Coded(None, "+ 6")]
    rows = [(said, day, Fraction(3, 2), Coded((None, True), N_("met"))), (more, None, Coded((None, 1, 2), "1–2"), None)]
    texts = set()
    for language in ("id", "en"):
        use(language)
        texts.add(csv_format.text([Table("T", columns, rows)]))
    assert texts == {"a,b,c,c_low,c_high,d,open\n1234 empty now,2026-07-01: 1.25,1.5,1.5,1.5,,true\nx,,,1,2,,\n"}
