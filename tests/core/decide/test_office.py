"""Which post an additional duty means."""

import pytest

from asnkarier.core.decide.office import Duty, Office, meant
from asnkarier.law.load import regulations

NAMED = regulations().topic("positions").versions[-1].value.own_law_names["kepala_sekolah"]
SCHOOL, OTHER, ABOVE = 1, 2, 3


def office(post: int, name: str, unit: int | None) -> Office:
    return Office(post, name, unit, NAMED)


TWO = (office(10, "kepala sdn 1", SCHOOL), office(20, "kepala sdn 2", OTHER))


@pytest.mark.parametrize(
    ("duty", "unit", "offices", "expected"),
    [
        ("kepala sdn 1", SCHOOL, TWO, 10),
        ("kepala sdn 2", SCHOOL, TWO, 20),  # the name says it, wherever the teacher stands
        ("kepala sdn 1", None, TWO, 10),
        ("kepala sekolah", SCHOOL, TWO, 10),
        ("kepala sekolah", None, TWO, None),
        ("kepala sekolah sdn 1", SCHOOL, TWO, 10),
        ("kepala sekolah sdn 2", SCHOOL, TWO, None),  # another school than that of the unit
        ("kepala sd negeri 1", SCHOOL, TWO, 10),
        ("wakil kepala sekolah", SCHOOL, TWO, None),
        ("wali kelas", SCHOOL, TWO, None),
        # Two schools in one unit: the number tells which, "kepala sekolah" alone does not.
        ("kepala sekolah sdn 2", SCHOOL, (TWO[0], office(20, "kepala sdn 2", SCHOOL)), 20),
        ("kepala sekolah", SCHOOL, (TWO[0], office(20, "kepala sdn 2", SCHOOL)), None),
        # Posts of one name: the unit tells which.
        ("kepala sekolah", OTHER, (office(10, "kepala sekolah", SCHOOL), office(20, "kepala sekolah", OTHER)), 20),
        ("kepala sekolah", ABOVE, (office(10, "kepala sekolah", SCHOOL), office(20, "kepala sekolah", OTHER)), None),
    ],
)
def test_the_post_that_is_meant(duty: str, unit: int | None, offices: tuple[Office, ...], expected: int | None) -> None:
    assert meant(Duty(duty, unit), offices) == expected
