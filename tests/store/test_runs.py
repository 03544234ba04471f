"""Sets of numbers as runs."""

from hypothesis import given
from hypothesis import strategies as st

from asnkarier.store.queries.file.runs import Runs

numbers = st.sets(st.integers(min_value=1, max_value=60))


@given(numbers)
def test_a_set_reads_back_as_it_was(some: set[int]) -> None:
    again = Runs.read(Runs(some).text())
    assert list(again) == sorted(some)
    assert [number in again for number in range(62)] == [number in some for number in range(62)]
    assert bool(again) == bool(some)


@given(numbers, numbers)
def test_two_overlap_where_a_number_is_in_both(one: set[int], other: set[int]) -> None:
    assert Runs(one).overlaps(Runs(other)) == bool(one & other)


def test_a_run_is_its_ends() -> None:
    assert Runs([7, 1, 2, 3, 9]).text() == "[[1,3],7,9]"
    assert Runs(range(1, 100_001)).text() == "[[1,100000]]"
    assert Runs().text() == "[]"
