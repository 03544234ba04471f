"""A new row that may be one the file knows already, since one of the two leaves a part of what names it out: told, and both stand."""

import pytest

from asnkarier.store.database import Database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, counts, db, row

__all__ = ("db",)
TRAINING = ["nip", "title", "started_on", "ended_on", "year", "jp"]
RECAP = [SITI, "Bimtek Data", None, None, 2025, 120_000]
WHOLE = [SITI, "BIMTEK  DATA", "2025-02-01", "2025-02-03", 2025, 120_000]
TOLD = [("fact_known_otherwise", "warning", "A2")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (RECAP, WHOLE, TOLD),
        (WHOLE, RECAP, TOLD),
        (RECAP, [SITI, "Bimtek Data", None, None, None, 120_000], TOLD),
        (RECAP, [SITI, "Bimtek Data", None, "2024-12-31", 2024, 120_000], []),  # of another year
        (WHOLE, [SITI, "Bimtek Data", "2025-06-01", "2025-06-03", 2025, 120_000], []),  # held twice in the year
        (RECAP, [SITI, "Bimtek Arsip", "2025-02-01", "2025-02-03", 2025, 120_000], []),
    ],
)
def test_a_training(db: Database, first: list[object], second: list[object], found: list[object]) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    take(db, "trainings", TRAINING, [first])
    intake = take(db, "trainings", TRAINING, [second])
    assert (counts(intake), codes(intake)) == ((1, 0, 0, 0), found)
    assert codes(take(db, "trainings", TRAINING, [second])) == []  # the same again is unchanged


@pytest.mark.parametrize(("field", "found"), [(None, TOLD), ("Ilmu Hukum", [])])
def test_a_degree(db: Database, field: str | None, found: list[object]) -> None:
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    fields = ["nip", "education", "field_of_study", "graduated"]
    take(db, "educations", fields, [[SITI, "S2", "Manajemen", 2015]])
    assert codes(take(db, "educations", fields, [[SITI, "S2", field, 2015]])) == found
