"""Codes that nobody knows, two codes for one unit, and people put into what has been abolished: each is told at its cells."""

from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from tests.store.intake.lists import take
from tests.store.intake.test_any_order import SUCCESSION
from tests.store.intake.test_taking_in import codes

SITI, BUDI = "198001012005012901", "198102022006021902"
UNITS = ("unit_code", "unit", "agency")
ROSTER = ("nip", "name", "position", "unit_code", "unit", "agency")
PLACE = ("Bidang Data", "Dinas Sosial")


@pytest.fixture
def db(tmp_path: Path) -> Database:
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as opened:
        yield opened


def people(code: str | None, other: str | None = None) -> list[list[str | None]]:
    return [[SITI, "Siti", "Arsiparis", code, *PLACE], [BUDI, "Budi", "Arsiparis", other or code, *PLACE]]


def code_of(db: Database) -> str:
    return str(db.rows("SELECT unit_code FROM unit WHERE name = 'Bidang Data'")[0][0])


def test_an_unknown_code_beside_a_unit_of_another_code_is_told_once(db: Database) -> None:
    take(db, "roster", ROSTER, people("1.1"), dated="2026-05-31")
    june = take(db, "roster", ROSTER, people("1.9"), dated="2026-06-30")
    assert codes(june) == [("unit_code_unknown", "warning", "D2")]
    values = june.taken[-1].sheet.findings[0].values
    assert values == {"code": "1.9", "unit": "Dinas Sosial / Bidang Data", "known": "1.1"}
    assert code_of(db) == "1.1"


def test_a_known_code_says_nothing(db: Database) -> None:
    take(db, "roster", ROSTER, people("1.1"), dated="2026-05-31")
    assert codes(take(db, "roster", ROSTER, people("1.1"), dated="2026-06-30")) == []


def test_a_unit_without_a_code_takes_the_first_and_tells_of_another(db: Database) -> None:
    take(db, "roster", ROSTER, people(None), dated="2026-05-31")
    june = take(db, "roster", ROSTER, people("1.1", "1.2"), dated="2026-06-30")
    assert codes(june) == [("unit_code_unknown", "warning", "D3")]
    assert (code_of(db), june.taken[-1].sheet.updated) == ("1.1", 1)


def test_two_codes_of_one_unit_are_told_at_both_cells(db: Database) -> None:
    take(db, "units", UNITS, [["1.1", *PLACE]])
    twice = take(db, "units", UNITS, [["1.1", *PLACE], ["1.2", *PLACE]])
    assert codes(twice) == [("rows_disagree", "error", "A2"), ("rows_disagree", "error", "A3")]
    first, second = (one.values for one in twice.taken[-1].sheet.findings)
    assert (first["other"], second["other"]) == ("Data!3", "Data!2")
    assert str(first["cells"]).endswith("(A2, A3)")
    assert str(second["cells"]).endswith("(A3, A2)")
    assert codes(take(db, "units", UNITS, [["1.1", *PLACE], ["1.1", *PLACE]])) == [("row_twice", "warning", "A3")]


@pytest.mark.parametrize(
    ("agency", "dated", "told"),
    [
        ("Dinas Sosial", "2026-07-01", [("put_into_abolished", "warning", "C2")]),
        ("Dinas Sosial", "2026-06-30", []),
        ("Dinas Arsip", "2026-07-01", []),
    ],
)
def test_a_newcomer_in_an_abolished_post(db: Database, agency: str, dated: str, told: list[object]) -> None:
    """The head's post of Dinas Sosial is abolished on 1 July 2026; who is listed in it the day before is in it."""
    post = "Kepala Bidang Data"
    siti = [SITI, "Siti", post, None, *PLACE]
    take(db, "roster", ROSTER, [siti], dated="2026-05-31")
    gone = ["position", post, agency, None, None, "2026-07-01", "abolish"]
    take(db, "successions", SUCCESSION, [gone])
    assert codes(take(db, "roster", ROSTER, [[BUDI, "Budi", *siti[2:]]], dated=dated)) == told
    assert codes(take(db, "roster", ROSTER, [siti], dated="2026-07-15")) == []


def test_a_newcomer_in_an_abolished_unit(db: Database) -> None:
    take(db, "roster", ROSTER, people(None)[:1], dated="2026-05-31")
    take(db, "successions", SUCCESSION, [["unit", "Bidang Data", "Dinas Sosial", None, None, "2026-07-01", "abolish"]])
    assert codes(take(db, "roster", ROSTER, people(None)[1:], dated="2026-07-31")) == [
        ("put_into_abolished", "warning", "E2")
    ]
