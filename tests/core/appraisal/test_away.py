"""Times spent wholly in a state in which nobody is evaluated, to the day."""

from collections.abc import Sequence
from datetime import date

import pytest

from asnkarier.core.appraisal.away import away_throughout, throughout, years_away
from asnkarier.law.load import regulations

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def days(*spans: tuple[str, str]) -> list[tuple[int, int]]:
    return [(date.fromisoformat(a).toordinal(), date.fromisoformat(b).toordinal()) for a, b in spans]


@pytest.mark.parametrize(
    ("spans", "whole"),
    [
        ([("2025-01-01", "2025-12-31")], True),
        ([("2025-01-02", "2025-12-31")], False),
        ([("2025-01-01", "2025-12-30")], False),
        ([("2023-05-01", "9999-12-31")], True),
        ([("2025-01-01", "2025-06-30"), ("2025-07-01", "2025-12-31")], True),
        ([("2025-01-01", "2025-06-29"), ("2025-07-01", "2025-12-31")], False),  # 30 June is held by none
        ([("2024-01-01", "2025-08-31"), ("2025-02-01", "2025-03-01"), ("2025-09-01", "2026-01-31")], True),
        ([("2026-01-01", "2026-12-31")], False),
        ([], False),
    ],
)
def test_every_day_of_a_time(spans: Sequence[tuple[str, str]], whole: bool) -> None:
    assert throughout(days(*spans), FIRST, LAST) is whole


def test_the_law_of_the_year_says_in_which_states_nobody_is_evaluated() -> None:
    # PermenPANRB 6/2022 holds for the evaluations of 2022 and later; of what holds for 2021 nothing is known.
    law, asked = regulations().predicate, []
    spans = {1: days(("2021-01-01", "2023-12-31")), 2: days(("2022-06-01", "2023-05-31"))}

    def absences(states: frozenset[str]) -> dict[int, list[tuple[int, int]]]:
        asked.append(states)
        return spans

    assert years_away(law, range(2020, 2025), absences) == {1: frozenset({2022, 2023})}
    assert asked == [{"cltn", "diberhentikan_sementara"}]
    assert away_throughout(law, date(2022, 7, 1), date(2022, 9, 30), absences) == {1, 2}
    assert away_throughout(law, date(2022, 4, 1), date(2022, 6, 30), absences) == {1}
    assert away_throughout(law, date(2021, 4, 1), date(2021, 6, 30), absences) == frozenset()
