"""What ranking never does, whatever the points."""

from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.decide.check import Verdict, overall
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.shortlist import Judged, box_verdict, overlapping, ranked
from asnkarier.core.decide.talent import Talent, added
from asnkarier.core.person import Person

POINTS = st.tuples(st.integers(0, 1_000_000), st.integers(1, 40)).map(lambda p: (p[0] * p[1] // 2, p[0] * p[1], p[1]))
PEOPLE = st.lists(st.tuples(POINTS, POINTS, POINTS), min_size=1, max_size=12)


def judged(number: int, score: Points, performance: Points, potential: Points) -> Judged:
    blank: dict[str, Any] = dict.fromkeys(Person._fields)
    person = Person(**{**blank, "id": number, "nip": f"{number:018}", "name": "Contoh"})
    talent = Talent(performance, potential, score, (9,), False)
    return Judged(person, "met", (Verdict("met", 9),), talent, score)


def people(points: list[tuple[Points, Points, Points]]) -> list[Judged]:
    return [judged(number, *each) for number, each in enumerate(points, 1)]


def places(found: list[Judged]) -> dict[str, int]:
    return {place.judged.person.nip: place.rank for place in ranked(found, "kepala dinas")}


@given(PEOPLE, st.randoms())
def test_the_order_of_input_never_matters(points: list[tuple[Points, Points, Points]], random: Any) -> None:
    found = people(points)
    first = ranked(found, "kepala dinas")
    shuffled = found[:]
    random.shuffle(shuffled)
    assert ranked(shuffled, "kepala dinas") == first


@given(PEOPLE, st.integers(1, 500_000))
def test_more_points_never_lower_a_rank(points: list[tuple[Points, Points, Points]], more: int) -> None:
    before = places(people(points))
    (low, high, base), performance, potential = points[0]
    raised = [((low + more * base, high + more * base, base), performance, potential), *points[1:]]
    assert places(people(raised))[f"{1:018}"] <= before[f"{1:018}"]


@given(PEOPLE, st.tuples(POINTS, POINTS, POINTS))
def test_one_more_person_never_reorders_the_others(
    points: list[tuple[Points, Points, Points]], one: tuple[Points, Points, Points]
) -> None:
    before = [p.judged.person.nip for p in ranked(people(points), "kepala dinas")]
    after = [p.judged.person.nip for p in ranked(people([*points, one]), "kepala dinas")]
    assert [nip for nip in after if nip in before] == before


def test_equal_quotients_written_differently_are_equal() -> None:
    # 90/1 and 270/3 are the same score: they share the rank.
    same = [((900_000, 900_000, 1),) * 3, ((2_700_000, 2_700_000, 3),) * 3]
    assert [p.rank for p in ranked(people(same), "x")] == [1, 1]  # type: ignore[arg-type]


RANGES = st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 1))
"""A score from a low end on, so many points wide, and a performance that is known."""


@given(st.lists(RANGES, min_size=1, max_size=5))
def test_possible_ranks_are_those_of_all_that_may_turn_out(ends: list[tuple[int, int, int]]) -> None:
    """Every score is put in place of every range: the best and the worst rank of all those lists are the ones told."""
    points = [((low, low + wide, 1), (known, known, 1), (0, 0, 1)) for low, wide, known in ends]
    found = overlapping(ranked(people(points), "x"))
    least = {number: len(ends) for number in range(1, len(ends) + 1)}
    most = dict.fromkeys(least, 1)
    for scores in product(*[range(low, low + wide + 1) for low, wide, _ in ends]):
        for number in least:
            (mine, known), wide = (scores[number - 1], ends[number - 1][2]), ends[number - 1][1]
            sure = perhaps = 0
            for other, ((_, other_wide, other_known), score) in enumerate(zip(ends, scores, strict=True), 1):
                if other == number or score < mine:
                    continue
                if score > mine:
                    sure, perhaps = sure + 1, perhaps + 1
                elif wide or other_wide:
                    perhaps += 1  # of a score that is not known the performance is not either
                else:
                    ahead = other_known > known
                    sure, perhaps = sure + ahead, perhaps + ahead
            least[number], most[number] = min(least[number], 1 + sure), max(most[number], 1 + perhaps)
    assert {p.judged.person.id: (p.best, p.worst) for p in found} == {n: (least[n], most[n]) for n in least}
    assert all(place.best <= place.rank <= place.worst for place in found)


@given(PEOPLE)
def test_without_a_range_a_rank_is_sure(points: list[tuple[Points, Points, Points]]) -> None:
    known = [tuple((high, high, base) for _, high, base in each) for each in points]
    assert all(p.best == p.rank == p.worst for p in overlapping(ranked(people(known), "x")))  # type: ignore[arg-type]


@given(POINTS, POINTS, st.integers(0, 100))
def test_a_weighted_mean_is_exact(one: Points, other: Points, weight: int) -> None:
    low, _, base = added(one, weight, other, 100 - weight)
    expected = Fraction(one[0], one[2]) * weight / 100 + Fraction(other[0], other[2]) * (100 - weight) / 100
    assert Fraction(low, base) == expected


def test_what_is_not_met_outweighs_what_is_not_known() -> None:
    assert overall(["met", "unknown", "not_met"]) == "not_met"
    assert overall(["met", "unknown"]) == "unknown"
    assert overall(["met"]) == "met"


def test_a_box_is_met_when_every_possible_one_is_allowed() -> None:
    def boxes(*possible: int) -> str:
        talent = Talent((0, 0, 1), (0, 0, 1), (0, 0, 1), possible, False)
        return box_verdict(talent, (7, 8, 9)).outcome

    assert [boxes(9), boxes(7, 9), boxes(5, 8), boxes(5), boxes(1, 2)] == [
        "met",
        "met",
        "unknown",
        "not_met",
        "not_met",
    ]
