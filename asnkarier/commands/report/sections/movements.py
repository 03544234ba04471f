"""Movements of the year: who came, who left, whose standing changed."""

from collections import Counter

from asnkarier.commands.report.basis import Basis
from asnkarier.store.queries.report import year
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Said, Table

IN = ("appointed", "masuk")
OUT = ("pensiun", "meninggal", "pindah", "berhenti", "diberhentikan", "kontrak_berakhir")
OTHER = ("cpns_ke_pns", "cltn", "tugas_belajar", "aktif_kembali")


def events(on: Basis) -> list[year.Movement]:
    """Return what happened in the year up to the day of the data, by day: events on record, and who was appointed."""
    first, last = f"{on.year}-01-01", on.last_day.isoformat()
    found = [*year.movements(on.db, first, last), *year.appointed(on.db, first, last)]
    found.sort(key=lambda one: (one.effective_on, one.nip))
    return [one for one in found if on.inside is None or one.unit_id in on.inside]


def section(on: Basis) -> Section:
    """Count and list the personnel events of the year."""
    rule = on.law.staff.on(on.as_of)
    found = events(on)
    law = Words(
        N_("{law}. Events from 1 January {year!y} to {last}; appointments by the list of staff."),
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
    values = {"year": on.year, "came": came, "left": left, "appointed": counts["appointed"]}
    sentences: list[Said] = [
        Words(
            N_("In {year!y}, {came} came ({appointed} of them appointed, by the list of staff) and {left} left."),
            values,
        ),
        N_("Counted is what the lists of staff and of movements say: who left without a row in one is not among them."),
    ]
    return Section(
        "mutasi",
        N_("Movements of staff"),
        sentences,
        [
            Figure(
                Table(N_("Events by quarter"), columns, rows, law, N_("No movement of this year is on record.")),
                Chart("bars", "event", ("total",)),
            ),
            Figure(people, shown=40),
        ],
    )
