"""The best match against every match there is, and the matrix of scores against the score of one pair."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from asnkarier.core.growth.mentors import Lack, Match, Mentee, Mentor, greedy, score
from asnkarier.optimise.matching import match, scores

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
    return score(mentees[e], mentors[m])[0]


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
    found = match(mentees, mentors, forbidden)
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
    found = greedy(mentees, mentors, forbidden)
    assert sound(found, *case)
    matrix = scores(mentees, mentors, forbidden)
    for e, m in product(range(len(mentees)), range(len(mentors))):
        assert matrix[e, m] == worth(*case, e, m)
