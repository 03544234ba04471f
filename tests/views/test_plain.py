"""Shapes as plain text, whole and at fixed widths."""

from datetime import date
from decimal import Decimal

import pytest

from asnkarier.views import language
from asnkarier.views.drawing.plain import draw
from asnkarier.views.language import Words
from asnkarier.views.shapes import (
    Bar,
    Bars,
    Column,
    Field,
    Grid,
    Heat,
    Node,
    Record,
    Section,
    Shape,
    Table,
    Text,
    Tree,
)
from tests.golden import check

PEOPLE = Table(
    Words("~Candidates for {position}", {"position": "Kepala Dinas"}),
    (
        Column("rank", "~Rank", "integer"),
        Column("nip", "~NIP", "nip"),
        Column("name", "~Name"),
        Column("since", "~Since", "date"),
        Column("score", "~Score", "score"),
        Column("outcome", "~Outcome", "outcome"),
    ),
    (
        (1, "197203141997032929", "Siti [bold]Aminah[/bold] binti Contoh yang Namanya Panjang, M.Kes.", date(2020, 10, 1), Decimal("91.245"), "met"),
        (2, "197108091998121922", "Budi\x1b[31m Merah", date(2019, 3, 31), Decimal(88), "not_met"),
        (10, "197411021999032912", "Citra", None, None, "unknown"),
    ),
    "PP 11/2017 Ps 107; per 30 Juni 2026",
)  # fmt: skip

SHAPES: dict[str, Shape] = {
    "table": PEOPLE,
    "record": Record(
        "~Profile",
        (
            Field("nip", "~NIP", "197203141997032929", "nip", "08-daftar-pegawai.xlsx, Sheet1, B7"),
            Field("since", "~Since", date(2020, 2, 29), "date"),
            Field("jp", "~JP", Decimal("20.5"), "number"),
            Field("pay", "~Pay", 4_500_000, "money"),
        ),
        "~Source: import 3",
    ),
    "tree": Tree(
        "~Reasons",
        (
            Node("~Rank", "met", (Node("~III/d since 1 October 2020"), Node("~asked: III/c"))),
            Node("~Assessment", "unknown"),
            Node("~Discipline", "not_met"),
        ),
    ),
    "grid": Grid("~Nine boxes", {9: 2, 5: 1}, {9: ["Siti Aminah", "Budi"], 5: ["Citra"]}, "~policy umum", 3),
    "heat": Heat("~Gaps", "~Unit", ["Dinas A", "Dinas B"], ["~Integritas", "~Kerjasama"], [[Decimal(-1), 0], [None, Decimal("0.5")]], -2, 0),
    "bars": Bars("~Competencies", (Bar("~Integritas", 3, 4), Bar("~Kerjasama", None, 3), Bar("~Komunikasi", 4, 3)), 5, "level"),
    "section": Section("~Two", (Text(("~One paragraph.", "~Another.")), Table("~Empty", (Column("a", "A"),), ()))),
}  # fmt: skip


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("name", SHAPES)
def test_shapes(name: str, width: int) -> None:
    text = "\n".join(draw([SHAPES[name]], width)) + "\n"
    check(f"shapes/{name}_{width}", text)


@pytest.mark.parametrize("width", range(40, 200, 7))
def test_no_digit_is_cut_or_wrapped(width: int) -> None:
    text = "\n".join(draw([PEOPLE], width))
    for whole in (
        "197203141997032929",
        "197108091998121922",
        "197411021999032912",
        "1 Oktober 2020",
        "31 Maret 2019",
        "91,25",
        "88,00",
    ):
        assert whole in text


def test_markup_and_escapes_are_shown_not_obeyed() -> None:
    text = "\n".join(draw([PEOPLE], 200))
    assert "[bold]Aminah[/bold]" in text
    assert "\x1b" not in text
    assert "Budi\\x1b[31m Merah" in text


def test_english() -> None:
    language.use("en")
    text = "\n".join(draw([PEOPLE], 200))
    assert "1 October 2020" in text
    assert "91.25" in text


def test_long_words_break_but_never_inside_a_number() -> None:
    from asnkarier.views.drawing.layout import wrap

    assert wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert wrap("no 197203141997032929 yes", 10) == ["no", "197203141997032929", "yes"]
    assert wrap("12a-asesmen-2025-2026.xlsx", 12) == ["12a-asesmen-", "2025-2026.xl", "sx"]
    assert wrap("kota/30-06-2026", 8) == ["kota/", "30-06-2026"]
    assert wrap("a 91,25 b", 4) == ["a", "91,25", "b"]


@pytest.mark.parametrize(("letters", "table"), [(120, True), (121, False)])
def test_a_text_in_a_tall_narrow_column_reads_better_as_a_record(letters: int, table: bool) -> None:
    # A NIP and the gap leave 20 of 40 characters: 120 letters are six lines, and no more than that is drawn as a table.
    text = ("kata " * 30)[: letters - 1] + "a"
    shape = Table("~Reasons", (Column("nip", "~NIP", "nip"), Column("why", "~Why")), [("197203141997032929", text)])
    lines = list(draw([shape], 40))
    assert lines[1].split() == (["~NIP", "~Why"] if table else ["~NIP:", "197203141997032929"])
