"""Discipline: how many sanctions of which level; never who."""

from collections import Counter

from asnkarier.commands.report.basis import Basis
from asnkarier.core.decide.reach import reaches
from asnkarier.core.rules.sanctions import LEVELS
from asnkarier.store.queries.report import year
from asnkarier.views.language import N_, Words
from asnkarier.views.people.reach import reach_said
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Table

YEARS = 5


def section(on: Basis) -> Section:
    """Count the sanctions of five years; names have no place in a report that leaves the office."""
    rule = on.law.discipline.on(on.last_day)
    first = on.year - YEARS + 1
    day = on.last_day.isoformat()
    found = [one for one in year.sanctions(on.db, day, rule.value) if on.inside is None or one.person_id in on.by_id]
    counts = Counter((int(one.decided_on[:4]), one.level) for one in found)
    rows = [
        (each, *(counts[each, level] for level in LEVELS), sum(counts[each, level] for level in LEVELS))
        for each in range(first, on.year + 1)
    ]
    known = on.coverage.get("discipline", ())
    reach = reaches(known, f"{first}-01-01")
    law = Words(N_("{law}. Decided up to {last}, annulled ones left out."), {"law": rule.citation.text, "last": day})
    columns = (
        Column("year", N_("Year"), "year"),
        *(Column(level, level.capitalize(), "integer") for level in LEVELS),
        Column("total", N_("Total"), "integer"),
    )
    sentences = [
        Words(
            N_("In {year!y}, {count} {count:sanction was|sanctions were} decided."),
            {"year": on.year, "count": sum(counts[on.year, level] for level in LEVELS)},
        ),
        Words(N_("The register of discipline is complete until {day}."), {"day": reach})
        if reach
        else Words(
            N_("The register of discipline is complete only in a part of this time: {spans}."),
            {"spans": reach_said(known)},
        )
        if known
        else Words(N_("Nobody said how far the register of discipline reaches: fewer may be shown than there were.")),
    ]
    table = Table(N_("Sanctions by year and level"), columns, rows, law)
    return Section("disiplin", N_("Discipline"), sentences, [Figure(table, Chart("stacked", "year", LEVELS))])
