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


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (("Bidang Data", "BIDANG  DATA", "rename", None, None), ["renamed_to_itself"]),
        (("Bidang Data", "Bidang Data", "rename", "Dinas A", None), ["renamed_to_itself"]),
        (("Bidang Data", "Bidang Data", "rename", "Dinas A", "Dinas B"), []),
        (("Bidang Data", "Bidang Data dan Arsip", "rename", None, None), []),
        (("Bidang Data", "Bidang Data", "merge", None, None), []),  # another is merged into it
    ],
)
def test_a_rename_to_the_same_name(row: tuple[str | None, ...], codes: list[str]) -> None:
    names = ("old", "new", "how", "old_agency", "new_agency")
    columns = {name: [value] for name, value in zip(names, row, strict=True)}
    assert [one.code for one in problems(columns, "2026-11-22")] == codes
