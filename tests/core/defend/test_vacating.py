"""Seat by seat: how many are empty on the day, and which fall empty when."""

from datetime import date

import pytest

from asnkarier.core.defend.vacating import Falling, Stay, vacating
from asnkarier.core.person import Person

ON, UNTIL = date(2026, 6, 30), date(2028, 6, 30)
MARCH, JUNE, LATE = date(2027, 3, 1), date(2027, 6, 1), date(2028, 7, 1)


def person(number: int) -> Person:
    return Person(*[number, *[None] * (len(Person._fields) - 1)])  # type: ignore[arg-type]  # only who it is matters


A, B, C = person(1), person(2), person(3)


def found(headcount: int | None, *stays: Stay, begins: date | None = None, ends: date | None = None) -> object:
    seats = vacating(stays, headcount, ON, UNTIL, begins, ends)
    return seats.empty, [(one.on, one.holder and one.holder.id) for one in seats.falling]


def until(who: Person, day: date | None) -> Stay:
    return Stay(who, None, day)


def test_one_seat() -> None:
    assert found(1) == (1, [])
    assert found(None) == (1, [])
    assert found(0) == (0, [])
    assert found(1, until(A, None)) == (0, [])
    assert found(1, until(A, MARCH)) == (0, [(MARCH, 1)])
    # The last day looked at counts, the one after does not.
    assert found(1, until(A, UNTIL)) == (0, [(UNTIL, 1)])
    assert found(1, until(A, LATE)) == (0, [])
    # Overdue: still there, and gone by right.
    assert found(1, until(A, date(2026, 4, 1))) == (0, [(date(2026, 4, 1), 1)])


def test_every_seat_is_told() -> None:
    # 3 places, 2 holders: 3 - 2 = 1 empty, and both fall empty.
    assert found(3, until(B, JUNE), until(A, MARCH)) == (1, [(MARCH, 1), (JUNE, 2)])
    assert found(2, until(A, MARCH), until(B, None)) == (0, [(MARCH, 1)])
    # 3 holders of 2 places: the first to leave leaves no seat, the second does.
    assert found(2, until(A, MARCH), until(B, JUNE), until(C, None)) == (0, [(JUNE, 2)])
    # Without a headcount the post falls empty with its last holder.
    assert found(None, until(A, MARCH), until(B, None)) == (0, [])
    assert found(None, until(A, MARCH), until(B, JUNE)) == (0, [(JUNE, 2)])


def test_a_successor_on_record_fills_the_seat() -> None:
    assert found(1, until(A, MARCH), Stay(B, MARCH, None)) == (0, [])
    assert found(1, until(A, MARCH), Stay(B, JUNE, None)) == (0, [(MARCH, 1)])
    # Empty now, filled in March, empty again in June.
    assert found(1, Stay(B, MARCH, JUNE)) == (1, [(JUNE, 2)])


@pytest.mark.parametrize(
    ("begins", "ends", "expected"),
    [
        (ON, None, (1, [(MARCH, 1)])),
        (MARCH, None, (0, [(MARCH, None), (MARCH, None)])),
        (UNTIL, None, (0, [(UNTIL, None), (UNTIL, None)])),
        (LATE, None, (0, [])),
        (None, ON, (0, [])),
        (None, date(2026, 7, 1), (1, [])),
        # Two places, one holder until March: a post that is no more from then on leaves no seat.
        (None, MARCH, (1, [])),
        (None, date(2027, 3, 2), (1, [(MARCH, 1)])),
    ],
)
def test_only_while_the_post_is_there(begins: date | None, ends: date | None, expected: object) -> None:
    assert found(2, until(A, MARCH), begins=begins, ends=ends) == expected


def test_the_first_of_the_seats() -> None:
    seats = vacating([until(B, JUNE), until(A, MARCH)], 2, ON, UNTIL, None, None)
    assert (seats.first, seats.holder) == (MARCH, A)
    # A seat that is empty already comes before.
    seats = vacating([until(A, MARCH)], 2, ON, UNTIL, None, None)
    assert (seats.first, seats.holder, seats.falling) == (None, None, (Falling(MARCH, A),))
