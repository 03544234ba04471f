"""One list shared by many posts, told without the holders of each."""

from typing import Any

import pytest

from asnkarier.core.decide.shortlist import lot
from asnkarier.core.defend.following import Ready, shared


def ready(number: int, box: int, rises: bool = True) -> Ready:
    one: Any = type("P", (), {})()
    one.id, one.nip = number, f"{number:018}"
    return Ready(one, box, None, rises)


PEOPLE = [ready(1, 9), ready(2, 8, False), ready(3, 8), ready(4, 8), ready(5, 7, False)]
SHARED = shared([PEOPLE[:1], PEOPLE[1:4], PEOPLE[4:]])


def numbers(listed: Any) -> list[int]:
    return [one.person.id for one in listed]


def test_the_holders_are_neither_counted_nor_named() -> None:
    # 5 people; 2 and 5 hold the post, 77 is in no list. Of the five three rise, of the three left all.
    listed = SHARED.of("kepala", frozenset({2, 5, 77}))
    assert (len(listed), listed.rising) == (3, 3)
    assert sorted(numbers(listed)) == [1, 3, 4]
    assert (len(SHARED.of("kepala", frozenset())), SHARED.of("kepala", frozenset({1})).rising) == (5, 2)


@pytest.mark.parametrize("key", ["kepala bidang", "sekretaris", "camat"])
def test_whom_no_rule_tells_apart_stand_in_the_order_of_the_own_lot(key: str) -> None:
    listed = SHARED.of(key, frozenset())
    drawn = sorted((2, 3, 4), key=lambda number: lot(PEOPLE[number - 1].person, key))
    assert numbers(listed) == [1, *drawn, 5]
    assert numbers(listed[:2]) == [1, drawn[0]]
    assert (listed[0].person.id, listed[-1].person.id) == (1, 5)
    with pytest.raises(IndexError):
        listed[5]


def test_nobody() -> None:
    listed = shared([]).of("", frozenset({1}))
    assert (len(listed), listed.rising, list(listed), listed[:3]) == (0, 0, [], ())
