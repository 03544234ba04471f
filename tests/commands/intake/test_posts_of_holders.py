"""`BUP` in a list of staff is of the post that each holds: said in a note, and brought to the posts by --as roster,positions."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

HEADERS = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Pendidikan"]
NIPS = [f"19800112200501100{serial}" for serial in (1, 2, 3)]
BOTH = ("--as", "roster,positions")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    return path


def imported(
    db: Path, people: list[tuple[str, Any]], *options: str, header: str = "BUP", day: str = "31 MEI 2026"
) -> tuple[int, dict[str, Any]]:
    """Import a roster whose headers stand in row 2; each person has a post and what is said of it, in column F."""
    rows: list[list[Any]] = [[f"DAFTAR PEGAWAI KEADAAN {day}"], [*HEADERS, header]]
    rows += [
        [nip, f"Contoh {at}", post, "Bidang Data", "S1", age]
        for at, (nip, (post, age)) in enumerate(zip(NIPS, people, strict=False))
    ]
    file = write_xlsx(db.with_name("daftar.xlsx"), {"Daftar": rows})
    said = asnkarier("import", file, *options, "--db", db, "--format", "json")
    return said.code, json.loads(said.out)


def posts(db: Path, field: str = "retirement_age") -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as opened:
        return opened.execute(f"SELECT name, {field}, education_min FROM position ORDER BY name").fetchall()


def codes(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["code"], one["cell"]) for one in answer["findings"]]


ALIKE = [("Analis Data", 60), ("Analis Data", 60), ("Arsiparis", 58)]


def test_the_age_is_told_of_and_brought_to_posts_that_the_roster_itself_makes(db: Path) -> None:
    code, answer = imported(db, ALIKE)
    assert (code, codes(answer)) == (0, [("also_holds", "F2")])
    assert posts(db) == [("Analis Data", None, None), ("Arsiparis", None, None)]
    # Two posts of three people: each post once; the education is theirs, not what the post asks.
    code, answer = imported(db, ALIKE, *BOTH)
    assert (code, codes(answer)) == (0, [])
    assert [sheet["rows"]["updated"] for sheet in answer["sheets"]] == [0, 2]
    assert posts(db) == [("Analis Data", 60, None), ("Arsiparis", 58, None)]
    assert imported(db, ALIKE, "--as", "positions,roster")[1]["batch"] is None
    assert asnkarier("imports", "undo", 3, "--yes", "--db", db).code == 0
    assert posts(db) == [("Analis Data", None, None), ("Arsiparis", None, None)]


def test_a_new_database_is_enough_and_the_class_is_the_posts_too(db: Path) -> None:
    assert imported(db, [("Kepala Bidang Data", 11), ("Arsiparis", 7)], *BOTH, header="Kelas Jabatan")[0] == 0
    assert posts(db, "job_class") == [("Arsiparis", 7, None), ("Kepala Bidang Data", 11, None)]


def test_two_ages_of_one_post_are_an_error_at_both_cells(db: Path) -> None:
    people = [("Analis Data", 58), ("Analis Data", 60), ("Arsiparis", 58)]
    code, answer = imported(db, people, *BOTH)
    assert (code, codes(answer)) == (1, [("holders_disagree", "F3"), ("holders_disagree", "F4")])
    assert posts(db) == []
    code, answer = imported(db, people, *BOTH, "--skip-bad")
    assert [sheet["rows"]["rejected"] for sheet in answer["sheets"]] == [2, 2]
    assert (code, posts(db)) == (0, [("Arsiparis", 58, None)])


def test_another_age_than_the_known_one_is_shown_as_a_change(db: Path) -> None:
    assert imported(db, ALIKE, *BOTH)[0] == 0
    later = [("Analis Data", 58), ("Analis Data", None), ("Arsiparis", 58)]
    code, answer = imported(db, later, *BOTH, "--dry-run", day="30 JUNI 2026")
    assert code == 0
    assert "retirement_age" in json.dumps(answer["changes"])
    assert posts(db)[0] == ("Analis Data", 60, None)
    assert imported(db, later, *BOTH, day="30 JUNI 2026")[0] == 0
    assert posts(db)[0] == ("Analis Data", 58, None)


def test_the_age_beside_a_duty_alone_is_of_no_post(db: Path) -> None:
    """Whether `Plt. Kepala Bidang` retires at 60 by that duty or by the post held, the row does not say."""
    code, _ = imported(db, [("Plt. Kepala Bidang Data", 60), ("Arsiparis", 58)], *BOTH)
    assert (code, posts(db)) == (0, [("Arsiparis", 58, None)])


def test_an_age_that_no_law_knows_is_refused_at_its_cell(db: Path) -> None:
    code, answer = imported(db, [("Analis Data", 158)], *BOTH)
    assert (code, codes(answer)) == (1, [("retirement_age_unlikely", "F3")])
