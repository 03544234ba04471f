"""A small report with one of everything in it, and names that want to be markup."""

from datetime import date
from decimal import Decimal

from asnkarier.views.report.model import Chart, Figure, Headline, Report, Section, Signatures, Signer
from asnkarier.views.shapes import Bar, Bars, Column, Field, Grid, Heat, Node, Record, Table, Text, Tree

EVIL = '<script>alert(1)</script>"&=1+1'
TABLE = Table(
    "People by unit",
    (
        Column("unit", "Unit"),
        Column("men", "Men", "integer"),
        Column("women", "Women", "integer"),
        Column("share", "Share", "percent"),
        Column("since", "Since", "date"),
        Column("nip", "NIP", "nip"),
    ),
    (
        ("Dinas Contoh", 12, 30, Decimal("42.5"), "2026-06-30", "198001012005011901"),
        (EVIL, 3, 0, None, None, None),
    ),
    "Law 1/2020",
)


def report() -> Report:
    return Report(
        "Report of samples",
        f"Kota {EVIL}",
        date(2026, 6, 30),
        [Field("as_of", "Data as of", date(2026, 6, 30), "date")],
        [
            Section(
                "first",
                "First",
                ["A sentence."],
                [
                    Figure(TABLE, Chart("stacked", "unit", ("men", "women"))),
                    Figure(TABLE, Chart("bars", "unit", ("men",), mark="women")),
                    Figure(TABLE, Chart("share", "unit", ("men", "women"), "good_to_bad"), shown=1),
                ],
            ),
            Section(
                "second",
                "Second",
                [],
                [
                    Record(EVIL, [Field("a", "A", 1, "integer", "source")]),
                    Heat("Heat", "Unit", ["One", EVIL], ["A", "B"], [[-2, None], [1, 0]], -2, 1),
                    Grid("Boxes", {9: 2}, {9: ["Ani", EVIL]}, undetermined=3),
                    Bars("Bars", [Bar("Adi", 3, 4), Bar(EVIL, 5)], 5.0),
                    Tree("Tree", [Node(EVIL, "met", [Node("below", "not_met")])]),
                    Text([EVIL]),
                    Table("Empty", (Column("a", "A"),), (), "Law", "Nobody."),
                    Signatures([Signer("Kepala Badan"), Signer("Sekretaris", "Ani")]),
                ],
            ),
        ],
        [Headline("Staff", 1192), Headline("Mean", Decimal("83.456"), "score")],
    )
