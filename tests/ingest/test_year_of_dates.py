"""The year of an evaluation and the dates beside it."""

import pytest

from asnkarier.ingest.cells.checks import problems


@pytest.mark.parametrize(
    ("start", "end", "codes"),
    [
        ("2025-01-01", "2025-12-31", []),
        ("2024-01-01", "2024-12-31", ["year_not_of_dates"]),
        ("2026-01-01", "2026-03-31", ["year_not_of_dates"]),
    ],
)
def test_a_year_that_its_dates_do_not_name_is_told(start: str, end: str, codes: list[str]) -> None:
    columns = {"year": [2025], "predicate": ["baik"], "started_on": [start], "ended_on": [end]}
    found = [one.code for one in problems(columns, "2026-11-22") if one.code != "period_disagrees"]
    assert found == codes
