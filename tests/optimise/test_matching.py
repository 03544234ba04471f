"""The best match against every match there is, and the matrix of scores against the score of one pair."""

from datetime import date
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.mentors import Lack, Match, Mentee, Mentor, greedy, score
from asnkarier.law.load import regulations
from asnkarier.optimise import matching
from asnkarier.optimise.matching import match, scores

RULE = regulations().mentoring.on(date(2026, 6, 30)).value

LEVELS = st.sampled_from([10_000, 20_000, 25_000, 30_000, 40_000])


@st.composite
def people(draw: st.DrawFn) -> tuple[list[Mentee], list[Mentor], frozenset[tuple[int, int]]]:
    mentees = [
        Mentee(
            number,
            {c: Lack(draw(LEVELS), draw(LEVELS), draw(st.integers(1, 3))) for c in draw(st.sets(st.integers(1, 3)))},
            draw(st.booleans()),
            draw(st.sampled_from([None, "kesehatan", "keuangan"])),
            draw(st.sampled_from([None, 1, 2])),
        )
        for number in range(draw(st.integers(1, 4)))
    ]
    mentors = [
        Mentor(
            number,
            {c: draw(LEVELS) for c in draw(st.sets(st.integers(1, 3)))},
            draw(st.integers(0, 25)),
            draw(st.sampled_from([None, "kesehatan", "keuangan"])),
            draw(st.sampled_from([None, 1, 2])),
            draw(st.integers(1, 2)),
        )
        for number in range(2, 2 + draw(st.integers(1, 3)))
    ]
    forbidden = draw(st.frozensets(st.tuples(st.integers(0, 4), st.integers(0, 3)), max_size=3))
    return mentees, mentors, forbidden


def worth(mentees: list[Mentee], mentors: list[Mentor], forbidden: frozenset[tuple[int, int]], e: int, m: int) -> int:
    if (mentors[m].person_id, mentees[e].person_id) in forbidden:
        return 0
    return score(mentees[e], mentors[m], RULE)[0]


def sound(found: Match, mentees: list[Mentee], mentors: list[Mentor], forbidden: frozenset[tuple[int, int]]) -> bool:
    load = [0] * len(mentors)
    for e, m in found.pairs:
        load[m] += 1
        if not worth(mentees, mentors, forbidden, e, m):
            return False
    one_each = len({e for e, _ in found.pairs}) == len(found.pairs)
    return one_each and all(n <= mentor.free for n, mentor in zip(load, mentors, strict=True))


@settings(max_examples=60, deadline=None)
@given(people())
def test_no_match_is_worth_more(case: tuple[list[Mentee], list[Mentor], frozenset[tuple[int, int]]]) -> None:
    mentees, mentors, forbidden = case
    found = match(mentees, mentors, forbidden, RULE)
    assert sound(found, *case)
    best = 0
    for choice in product([None, *range(len(mentors))], repeat=len(mentees)):
        if any(choice.count(m) > mentor.free for m, mentor in enumerate(mentors)):
            continue
        best = max(best, sum(worth(*case, e, m) for e, m in enumerate(choice) if m is not None))
    assert (found.total, found.bound, found.optimal) == (best, best, True)


@settings(max_examples=60, deadline=None)
@given(people())
def test_the_greedy_match_is_sound_and_the_matrix_agrees(
    case: tuple[list[Mentee], list[Mentor], frozenset[tuple[int, int]]],
) -> None:
    mentees, mentors, forbidden = case
    found = greedy(mentees, mentors, forbidden, RULE)
    assert sound(found, *case)
    matrix = scores(mentees, mentors, forbidden, RULE)
    for e, m in product(range(len(mentees)), range(len(mentors))):
        assert matrix[e, m] == worth(*case, e, m)


def circle(count: int, places: int) -> tuple[list[Mentee], list[Mentor]]:
    """Invent people of whom each is worth something to nearly everyone, with fewer places than mentees."""
    chance = Random(count)
    mentees = [
        Mentee(
            who,
            {
                c: Lack(chance.choice([30_000, 40_000]), chance.choice([10_000, 22_500]), chance.randint(1, 3))
                for c in chance.sample(range(6), 3)
            },
            False,
            None,
            chance.randint(1, 9),
        )
        for who in range(count)
    ]
    mentors = [
        Mentor(1000 + who, {c: chance.randint(1, 5) * 10_000 for c in range(6)}, chance.randint(5, 30), None, 1, 1)
        for who in range(places)
    ]
    return mentees, mentors


@pytest.mark.parametrize("work", [0, 10_000, 100_000])
def test_ended_early_it_is_no_worse_than_the_greedy_match_and_bounds_the_best(work: int) -> None:
    mentees, mentors = circle(120, 60)
    whole = match(mentees, mentors, frozenset(), RULE)
    early = match(mentees, mentors, frozenset(), RULE, work=work)
    plain = greedy(mentees, mentors, frozenset(), RULE)
    assert whole.optimal
    assert whole.bound == whole.total
    assert sound(early, mentees, mentors, frozenset())
    assert early.bound is not None
    assert plain.total <= early.total <= whole.total <= early.bound
    # The same work is the same match.
    assert early == match(mentees, mentors, frozenset(), RULE, work=work)


def test_a_known_match_that_is_worth_more_stays() -> None:
    mentees, mentors = circle(40, 20)
    best = match(mentees, mentors, frozenset(), RULE)
    assert match(mentees, mentors, frozenset(), RULE, best, work=0).total == best.total


def test_too_many_pairs_leave_the_greedy_match_with_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    mentees, mentors = circle(40, 20)
    best = match(mentees, mentors, frozenset(), RULE)
    monkeypatch.setattr(matching, "CELLS", 100)
    found = match(mentees, mentors, frozenset(), RULE)
    assert found.method == "greedy"
    assert found.bound is not None
    assert found.total <= best.total <= found.bound
