"""Chapters on decisions to come and decisions made: who could follow in key posts, and whether groups come through alike."""

from asnkarier.commands.decide.fairness import fairness
from asnkarier.commands.decide.succession import succession
from asnkarier.commands.report.basis import Basis
from asnkarier.core.access import silent
from asnkarier.views.decide import fairness as fair
from asnkarier.views.decide import succession as bench
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Content, Figure, Section
from asnkarier.views.shapes import Table


def successors(on: Basis) -> Section:
    """How many could follow in each key post. Names stay out: `succession` shows them to those who decide."""
    found = succession(on.ground, silent, on.unit, None, on.records)
    drawn = Figure(bench.by_bench(found), Chart("bars", "bench", ("posts",)))
    return Section(
        "suksesi", N_("Succession in key posts"), bench.sentences(found, named=False), [drawn, bench.counts(found)]
    )


def opportunity(on: Basis) -> Section:
    """Whether groups came through at like rates in the year."""
    found = fairness(on.ground, on.year, on.unit, read=on.records)
    leaders = [fair.same_rating(found)] if found.leaders.leaders else []
    if not found.comparisons:
        # Few people: noughts would read as if something had been compared.
        few = Words(
            N_("Nothing can be compared: nowhere are there two groups of {smallest} people or more."),
            {"smallest": found.rule.smallest_group},
        )
        return Section("kesetaraan", N_("Equal opportunity"), [few, *leaders])
    tables: list[Content] = [fair.standing_out(found)]
    for measure in found.measures:
        tables += [_drawn(table) for table in fair.tables(found, measure)]
    return Section("kesetaraan", N_("Equal opportunity"), [*fair.sentences(found), *leaders], tables)


def _drawn(table: Table) -> Figure:
    return Figure(table, Chart("bars", "group", ("rate",)))
