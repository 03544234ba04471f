"""A shortlist as one table for programs: who is on it, who is undetermined, and (asked for) who is not eligible."""

from collections.abc import Iterator, Mapping

from asnkarier.core.decide.shortlist import Judged, Shortlist
from asnkarier.views.decide import checks
from asnkarier.views.decide.shortlist import Written, exact, number
from asnkarier.views.formats import listed
from asnkarier.views.shapes import Table

_FLAT = (
    "rank tied best_rank worst_rank nip name position outcome move box boxes score score_low score_high performance performance_low "
    "performance_high potential potential_low potential_high checks advisory pension_from by_decree leaves_on "
    "leaves_by off_duty_from off_duty_as"
)
"""The columns of csv, be there a row or none."""


def flat(found: Shortlist, written: Written, top: int | None, everyone: bool) -> Table:
    """Return a row for each person in the keys of JSON; of the checks those that are not met."""
    return listed.table(_rows(found, written, top, everyone), _FLAT)


def _rows(found: Shortlist, written: Written, top: int | None, everyone: bool) -> Iterator[dict[str, object]]:
    for place in found.ranked[:top] if top is not None else found.ranked:
        ranks = {"rank": place.rank, "tied": place.tied, "best_rank": place.best, "worst_rank": place.worst}
        yield {**ranks, **_row(place.judged, written)}
    for judged in (*found.undetermined, *(found.excluded if everyone else ())):
        yield _row(judged, written)


def _row(judged: Judged, written: Written) -> dict[str, object]:
    person, talent, judge = judged.person, judged.talent, written.judge
    row: dict[str, object] = {
        "nip": person.nip,
        "name": person.name,
        "position": written.frame.position_of(person),
        "move": written.frame.move_of(person),
        "outcome": judged.outcome,
        "box": talent.box,
        "boxes": sorted(set(talent.boxes)),
    }
    for name, points in (
        ("score", judged.score),
        ("performance", talent.performance),
        ("potential", talent.potential),
    ):
        low, high, base = points
        row |= {name: exact(points), f"{name}_low": number(low, base), f"{name}_high": number(high, base)}
    asked = zip(judge.names(), judged.verdicts, strict=True)
    row["checks"] = [f"{name}: {verdict.outcome}" for name, verdict in asked if verdict.outcome != "met"]
    row["advisory"] = [
        check.name for check in judge.asked.advisory if check.question.judge(person, judge.records).outcome == "not_met"
    ]
    for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False):
        if check.kind == "retirement_age":
            served = checks.value_data(check.kind, verdict, written.frame.as_of)
            row |= served if isinstance(served, Mapping) else {}
    return row
