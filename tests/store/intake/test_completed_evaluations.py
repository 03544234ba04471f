"""An evaluation told by two lists: what the second says of it is held against what the first said."""

import pytest

from asnkarier.store.database import Database
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import ROSTER, SITI, db, row

__all__ = ("db",)
WHOLE = ("nip", "year", "period", "work_result", "behaviour", "predicate")
MATRIX = {("meets", "meets"): ("baik",), ("above", "above"): ("sangat_baik",), ("above", None): ("baik", "sangat_baik")}


def due(_year: int, result: str | None, behaviour: str | None) -> tuple[str, ...]:
    return MATRIX.get((result or "", behaviour), ())


@pytest.mark.parametrize(
    ("first", "fields", "second", "cell", "known"),
    [
        # F of the first list is its predicate, D its work result; D of the second is what it says.
        (["meets", "meets", "baik"], ("predicate",), ["sangat_baik"], "D2", "D2"),
        (["above", "above", "sangat_baik"], ("predicate",), ["baik"], "D2", "D2"),
        (["meets", "meets", "baik"], ("work_result", "behaviour"), ["above", "above"], "D2", "F2"),
        (["above", None, None], ("predicate",), ["kurang"], "D2", "D2"),
    ],
)
def test_what_two_lists_say_of_one_evaluation_may_contradict(
    db: Database, first: list[str | None], fields: tuple[str, ...], second: list[str], cell: str, known: str
) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-12-31")
    take(db, "evaluations", WHOLE, [[SITI, 2025, "annual", *first]], expected=due)
    later = take(db, "evaluations", ("nip", "year", "period", *fields), [[SITI, 2025, "annual", *second]], expected=due)
    (found,) = later.taken[-1].sheet.findings
    assert found.code == ("predicate_differs" if first[1] else "predicate_beyond_result")
    assert (found.cell, found.values["cell"]) == (cell, f"daftar.xlsx · Data!{known}")


def test_what_completes_an_evaluation_rightly_is_not_told_of(db: Database) -> None:
    take(db, "roster", ROSTER, [row()], dated="2025-12-31")
    take(db, "evaluations", WHOLE, [[SITI, 2025, "annual", "above", "above", None]], expected=due)
    fields = ("nip", "year", "period", "predicate")
    later = take(db, "evaluations", fields, [[SITI, 2025, "annual", "sangat_baik"]], expected=due)
    assert later.taken[-1].sheet.findings == []
    assert db.rows("SELECT work_result, behaviour, predicate FROM evaluation") == [("above", "above", "sangat_baik")]
