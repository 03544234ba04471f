"""The unit of a day: the one held, the last one of who left, the first one known after it."""

import pytest

from asnkarier.core.appraisal.homes import Held, Home, home

ONE, TWO = Held("2024-01-01", "2025-06-30", 1), Held("2025-07-01", "2025-11-30", 2)


@pytest.mark.parametrize(
    ("spans", "day", "found"),
    [
        # On both sides of a move.
        ((ONE, TWO), "2025-06-30", Home(1)),
        ((ONE, TWO), "2025-07-01", Home(2)),
        # After who left on 30 November the last unit stands; before the first list the first one does, and it is said.
        ((ONE, TWO), "2025-11-30", Home(2)),
        ((ONE, TWO), "2025-12-31", Home(2)),
        ((ONE, TWO), "2024-01-01", Home(1)),
        ((ONE, TWO), "2023-12-31", Home(1, later=True)),
        # Between two times of service it is that of the first.
        ((ONE, Held("2026-02-01", "9999-12-31", 3)), "2025-12-31", Home(1)),
        ((), "2025-12-31", None),
    ],
)
def test_the_unit_of_a_day(spans: tuple[Held, ...], day: str, found: Home | None) -> None:
    assert home(spans, day) == found
