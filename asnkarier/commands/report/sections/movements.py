"""Movements of the year: who came, who left, whose standing changed."""

from collections import Counter

from asnkarier.commands.report.basis import Basis
from asnkarier.store.queries.report import year
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Table

IN = ("masuk",)
OUT = ("pensiun", "meninggal", "pindah", "berhenti", "diberhentikan", "kontrak_berakhir")
OTHER = ("cpns_ke_pns", "cltn", "tugas_belajar", "aktif_kembali")


def section(on: Basis) -> Section:
    """Count and list the personnel events of the year."""
    rule = on.law.staff.on(on.as_of)
    found = year.movements(on.db, f"{on.year}-01-01", on.last_day.isoformat())
    if on.inside is not None:
        found = [movement for movement in found if movement.unit_id in on.inside]
    law = Words(
        N_("{law}. Events from 1 January {year!y} to {last}."),
        {"law": rule.citation.text, "year": on.year, "last": on.last_day},
    )
    counts = Counter(movement.event for movement in found)
    quarters = Counter((movement.event, (int(movement.effective_on[5:7]) - 1) // 3) for movement in found)
    rows = [
        (event, *(quarters[event, quarter] for quarter in range(4)), counts[event])
        for event in (*IN, *OUT, *OTHER)
        if counts[event]
    ]
    columns = (
        Column("event", N_("Event"), "term"),
        *(Column(f"q{n}", Words(N_("Quarter {n}"), {"n": n}), "integer") for n in range(1, 5)),
        Column("total", N_("Total"), "integer"),
    )
    people = Table(
        N_("List of movements"),
        (
            Column("effective_on", N_("Effective on"), "date"),
            Column("nip", N_("NIP"), "nip"),
            Column("name", N_("Name")),
            Column("event", N_("Event"), "term"),
            Column("unit", N_("Unit")),
            Column("destination", N_("Destination")),
        ),
        [(m.effective_on, m.nip, m.name, m.event, on.units.name(m.unit_id), m.destination) for m in found],
        law,
        N_("No movement of this year is on record."),
    )
    came, left = sum(counts[event] for event in IN), sum(counts[event] for event in OUT)
    return Section(
        "mutasi",
        N_("Movements of staff"),
        [Words(N_("In {year!y}, {came} came and {left} left."), {"year": on.year, "came": came, "left": left})],
        [
            Figure(
                Table(N_("Events by quarter"), columns, rows, law, N_("No movement of this year is on record.")),
                Chart("bars", "event", ("total",)),
            ),
            Figure(people, shown=40),
        ],
    )
