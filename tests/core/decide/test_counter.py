"""A counter of service goes by the classes of the records it is asked about, whatever it was asked before."""

from datetime import date

from asnkarier.core.decide.checks.service import Counter
from asnkarier.core.decide.records import PostClass, Records

TEACHER, CLERK, HEAD = (PostClass(None, family, family or "") for family in ("guru", "arsiparis", "kepala"))


def counter() -> Counter:
    return Counter(lambda post: post.family == "guru", date(2026, 1, 1))


def test_classes_in_another_order_are_told_anew() -> None:
    one = counter()
    assert one.counting(Records(classes=[TEACHER, CLERK])) == [True, False]
    assert one.counting(Records(classes=[CLERK, TEACHER])) == [False, True]


def test_classes_that_came_later_are_told_too() -> None:
    one, records = counter(), Records(classes=[TEACHER])
    assert one.counting(records) == [True]
    records.classes += [HEAD, TEACHER]
    assert one.counting(records) == [True, False, True]
