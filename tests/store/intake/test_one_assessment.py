"""A long list says JPM and potential of an assessment again beside each competency: two rows must not differ."""

import pytest

from asnkarier.store.database import Database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import ROSTER, SITI, codes, counts, db, row

__all__ = ("db",)
FIELDS = ["nip", "assessed_on", "competency", "level", "jpm", "potential"]


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ((880_000, 700_000), []),
        ((None, None), []),  # said once, beside the first competency
        ((600_000, 700_000), ["rows_disagree"]),
        ((880_000, 400_000), ["rows_disagree"]),
    ],
)
def test_two_rows_of_one_assessment(db: Database, second: tuple[int | None, int | None], found: list[str]) -> None:
    db.many(
        "INSERT INTO competency (id, name, name_key, grp, rank) VALUES (?,?,?,?,0)",
        [(1, "Integritas", "integritas", "manajerial"), (2, "Komunikasi", "komunikasi", "manajerial")],
    )
    take(db, "roster", ROSTER, [row()], dated="2026-06-30")
    rows = [
        [SITI, "2025-05-05", "Integritas", 30_000, 880_000, 700_000],
        [SITI, "2025-05-05", "Komunikasi", 20_000, *second],
    ]
    intake = take(db, "assessments", FIELDS, rows)
    assert [code for code, _severity, _cell in codes(intake)] == found
    assert db.rows("SELECT jpm, potential FROM assessment") == [(880_000, 700_000)]
    assert counts(intake)[3] == len(found)  # rejected
    # The same assessment a year later is another one.
    assert codes(take(db, "assessments", FIELDS, [[SITI, "2026-05-05", "Integritas", 30_000, 600_000, None]])) == []
