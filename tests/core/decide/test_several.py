"""Chains of vacancies, whatever the lists."""

from typing import Any

from asnkarier.core.decide.check import Verdict
from asnkarier.core.decide.lists.several import Place, Seat, chain, on_several
from asnkarier.core.decide.shortlist import Judged, Ranked
from asnkarier.core.decide.talent import Talent
from asnkarier.core.person import Person

HERE, THERE, ELSEWHERE = 1, 2, 3


def ranked(rank: int, person: int, post: int | None) -> Ranked:
    blank: dict[str, Any] = dict.fromkeys(Person._fields)
    who = Person(**{**blank, "id": person, "nip": f"{person:018}", "name": "Contoh", "position_id": post})
    points = (0, 0, 1)
    talent = Talent(points, points, points, (9,), False)
    return Ranked(rank, False, Judged(who, "met", (Verdict("met", 9),), talent, points), rank, rank)


def seat(person: Person) -> Seat | None:
    return None if person.position_id is None else Seat(person.position_id, 1, 0, True)


def test_two_who_would_swap_end_the_chain() -> None:
    # 1 holds THERE and is first for HERE; 2 holds HERE and is first for THERE: after both have moved nothing is empty.
    lists = {HERE: [ranked(1, 1, THERE)], THERE: [ranked(1, 2, HERE)]}
    found = chain(Place(HERE, lists[HERE][0]), lists, seat)
    assert [(step.person.id, step.to) for step in found] == [(1, HERE), (2, THERE)]


def test_nobody_moves_twice() -> None:
    # The first for THERE has moved to HERE already: the second follows.
    lists = {HERE: [ranked(1, 1, THERE)], THERE: [ranked(1, 1, THERE), ranked(2, 5, ELSEWHERE)]}
    found = chain(Place(HERE, lists[HERE][0]), lists, seat)
    assert [(step.person.id, step.to) for step in found] == [(1, HERE), (5, THERE)]
    assert found[-1].left == Seat(ELSEWHERE, 1, 0, True)


def test_a_seat_that_stays_filled_asks_for_nobody() -> None:
    lists = {HERE: [ranked(1, 1, THERE)], THERE: [ranked(1, 5, ELSEWHERE)]}
    full = chain(Place(HERE, lists[HERE][0]), lists, lambda person: Seat(THERE, 2, 2, True))
    assert len(full) == 1
    assert chain(Place(HERE, ranked(1, 9, None)), lists, seat)[0].left is None


def test_a_seat_is_empty_by_its_headcount_and_without_one_only_in_the_line() -> None:
    assert [Seat(1, 2, left, False).empty for left in (0, 1, 2, 3)] == [True, True, False, False]
    assert [Seat(1, None, left, True).empty for left in (0, 1)] == [True, None]
    assert Seat(1, None, 0, False).empty is None


def test_on_several_lists_best_first() -> None:
    lists = {
        HERE: [ranked(1, 1, None), ranked(2, 2, None)],
        THERE: [ranked(1, 3, None), ranked(3, 2, None), ranked(4, 1, None)],
    }
    found = on_several(lists)
    assert [(person.id, [(p.position_id, p.ranked.rank) for p in places]) for person, places in found] == [
        (1, [(HERE, 1), (THERE, 4)]),
        (2, [(HERE, 2), (THERE, 3)]),
    ]
