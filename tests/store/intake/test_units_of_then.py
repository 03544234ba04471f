"""Units that evaluations and histories name: kept with where they lie, and told where no unit on file may be meant."""

from pathlib import Path

import pytest

from asnkarier.core.access import Access
from asnkarier.store.database import Database, create, open_database
from asnkarier.store.intake.session import Intake
from tests.store.intake.lists import take
from tests.store.intake.test_taking_in import BUDI, ROSTER, SITI, codes, counts, row

EVALUATION = ("nip", "year", "predicate", "unit", "parent", "agency")
UNITS = [
    ["Sub Bagian Umum", "Sekretariat", "Dinas Arsip"],
    ["Sub Bagian Umum", "Sekretariat", "Dinas Data"],
    ["Sub Bagian Umum", "Bidang Sensus", "Dinas Data"],
    ["Bidang Sensus", None, "Dinas Data"],
]


@pytest.fixture
def db(tmp_path: Path) -> Database:
    """Siti of Dinas Arsip, Budi of Dinas Data, where two units are called Sub Bagian Umum."""
    path = str(tmp_path / "kota.sqlite")
    create(path)
    with open_database(path, Access.WRITE) as db:
        people = [row(), row(BUDI, unit="Bidang Sensus", agency="Dinas Data", position="Kepala Bidang Sensus")]
        take(db, "roster", ROSTER, people, dated="2025-01-31")
        take(db, "units", ("unit", "parent", "agency"), UNITS)
        yield db


def evaluated(db: Database, unit: str, parent: str | None = None, agency: str | None = None, nip: str = SITI) -> Intake:
    return take(db, "evaluations", EVALUATION, [[nip, 2025, "baik", unit, parent, agency]])


def kept(db: Database) -> list[str]:
    return [unit for (unit,) in db.rows("SELECT unit FROM evaluation ORDER BY id")]


def test_agency_and_superior_are_part_of_the_place(db: Database) -> None:
    assert codes(evaluated(db, "Sub Bagian Umum", "Sekretariat", "Dinas Data")) == []
    assert kept(db) == ["Dinas Data / Sekretariat / Sub Bagian Umum"]
    # The same list again changes nothing.
    assert counts(evaluated(db, "Sub Bagian Umum", "Sekretariat", "Dinas Data")) == (0, 0, 1, 0)
    # The name of one unit alone stands as it is written, whether or not a list gives its agency.
    assert codes(evaluated(db, "Bidang Sensus", nip=BUDI, agency="Dinas Data")) == []
    assert counts(evaluated(db, "Bidang Sensus", nip=BUDI)) == (0, 0, 1, 0)
    assert kept(db)[1] == "Bidang Sensus"


def test_a_name_of_several_is_told_where_none_or_two_are_of_the_person(db: Database) -> None:
    assert codes(evaluated(db, "Sub Bagian Umum")) == []  # Dinas Arsip has one
    told = evaluated(db, "Sub Bagian Umum", nip=BUDI)  # Dinas Data has two
    assert codes(told) == [("evaluation_unit_ambiguous", "warning", "D2")]
    assert "Dinas Data / Bidang Sensus / Sub Bagian Umum" in str(told.taken[-1].sheet.findings[0].values["paths"])
    assert kept(db) == ["Sub Bagian Umum", "Sub Bagian Umum"]


def test_a_unit_that_nobody_knows_is_kept_and_told_once(db: Database) -> None:
    rows = [[nip, 2025, "baik", "Bidang Sensu", None, "Dinas Data"] for nip in (SITI, BUDI)]
    told = take(db, "evaluations", EVALUATION, rows)
    assert codes(told) == [("evaluation_unit_unknown", "warning", "D2")]
    assert told.taken[-1].sheet.findings[0].values["nearest"] == "Bidang Sensus; Bidang Arsip"
    assert kept(db) == ["Dinas Data / Bidang Sensu"] * 2
    # Another agency's unit of that name is not the one, and is named.
    [found] = evaluated(db, "Bidang Sensus", agency="Dinas Arsip").taken[-1].sheet.findings
    assert (found.code, found.values["nearest"]) == ("evaluation_unit_unknown", "Dinas Data / Bidang Sensus")


def test_an_agency_that_is_no_agency_of_the_city_says_nothing(db: Database) -> None:
    """`Instansi : Pemerintah Kota Contoh` beside a unit of which there is one."""
    assert codes(evaluated(db, "Bidang Sensus", agency="Pemerintah Kota Contoh")) == []
    assert kept(db) == ["Bidang Sensus"]


def test_a_history_keeps_the_unit_above(db: Database) -> None:
    fields = ("nip", "position", "since", "unit", "parent", "agency")
    lines = [
        [SITI, "Staf", "2010-01-01", "Sub Bagian Umum", "Sekretariat Lama", "Dinas Lama"],
        [SITI, "Staf", "2012-01-01", "Seksi Lama", None, "Dinas Lama"],
    ]
    take(db, "history", fields, lines)
    assert db.rows("SELECT unit, agency FROM history ORDER BY since") == [
        ("Sekretariat Lama / Sub Bagian Umum", "Dinas Lama"),
        ("Seksi Lama", "Dinas Lama"),
    ]


def test_a_post_of_another_unit_is_named_with_its_unit(db: Database) -> None:
    fields = ("position", "unit", "competency", "required")
    wrong = take(db, "standards", fields, [["Kepala Bidang Sensus", "Bidang Arsip", "Integritas", 30_000]])
    [found] = wrong.taken[-1].sheet.findings
    assert (found.code, found.values["unit"]) == ("position_not_in_unit", "Dinas Arsip / Bidang Arsip")
    assert found.values["known"] == "Kepala Bidang Sensus @ Dinas Data / Bidang Sensus"
    none = take(db, "standards", fields, [["Kepala Bidang Tiada", "Bidang Arsip", "Integritas", 30_000]])
    assert [code for code, *_ in codes(none)] == ["position_not_found"]
