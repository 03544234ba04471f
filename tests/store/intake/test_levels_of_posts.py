"""Lists of posts with a bare name at several levels: each level is a post of its own, as in lists of staff."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

HEADS = ["Nama Jabatan", "Unit Kerja", "Jenis Jabatan", "Kelas", "Kebutuhan"]
FIRST = ["Guru", "SDN 1", "JF Ahli Pertama", 8, 3]
SECOND = ["Guru", "SDN 1", "JF Ahli Muda", 9, 2]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    asnkarier("init", "--name", "Kota Contoh", "--db", path)
    units = write_xlsx(tmp_path / "unit.xlsx", {"Unit": [["unit", "unit_code"], ["SDN 1", "01"], ["SDN 2", "02"]]})
    assert asnkarier("import", units, "--as", "units", "--db", path).code == 0
    return path


def imported(db: Path, rows: list[list[Any]]) -> tuple[dict[str, int], list[tuple[str, str]]]:
    file = write_xlsx(db.parent / "daftar.xlsx", {"Lembar": rows})
    answer = json.loads(asnkarier("import", file, "--db", db, "--format", "json").out)
    counts = {key: number for key, number in answer["sheets"][0]["rows"].items() if number and key != "read"}
    return counts, [(one["code"], one["cell"]) for one in answer["findings"]]


def seats(db: Path) -> list[tuple[str, str, int]]:
    with sqlite3.connect(db) as file:
        return file.execute("SELECT name, position_kind, headcount FROM position ORDER BY name").fetchall()


TWO_POSTS = [("Guru", "jf_ahli_pertama", 3), ("Guru Ahli Muda", "jf_ahli_muda", 2)]


def test_two_levels_are_two_posts(db: Path) -> None:
    assert imported(db, [HEADS, FIRST, SECOND]) == ({"inserted": 2}, [("position_level_differs", "C3")])
    assert seats(db) == TWO_POSTS
    assert imported(db, [HEADS, FIRST, SECOND]) == ({"unchanged": 2}, [])
    # The level on file keeps the bare name, whatever the order of the rows.
    assert imported(db, [HEADS, SECOND, FIRST]) == ({"unchanged": 2}, [])
    # A row by its full name is of the same post.
    assert imported(db, [HEADS, FIRST, ["Guru Ahli Muda", *SECOND[1:]]]) == ({"unchanged": 2}, [])
    assert seats(db) == TWO_POSTS


def test_a_level_with_a_post_of_its_own_is_not_the_bare_name(db: Path) -> None:
    """A list with the second level alone speaks of its post; the bare name stays at the first."""
    imported(db, [HEADS, FIRST, SECOND])
    assert imported(db, [HEADS, ["Guru", "SDN 1", "JF Ahli Muda", 9, 4]]) == ({"updated": 1}, [])
    assert seats(db) == [("Guru", "jf_ahli_pertama", 3), ("Guru Ahli Muda", "jf_ahli_muda", 4)]


def test_another_level_of_the_only_post_corrects_it(db: Path) -> None:
    imported(db, [HEADS, FIRST])
    assert imported(db, [HEADS, ["Guru", "SDN 1", "JF Ahli Muda", 9, 3]])[0] == {"updated": 1}
    assert seats(db) == [("Guru", "jf_ahli_muda", 3)]


def test_the_same_level_in_two_units_keeps_its_name(db: Path) -> None:
    other = ["Guru", "SDN 2", "JF Ahli Muda", 9, 1]
    assert imported(db, [HEADS, FIRST, other]) == ({"inserted": 2}, [])
    assert {name for name, _kind, _count in seats(db)} == {"Guru"}


def test_one_level_twice_with_other_values_is_still_asked_about(db: Path) -> None:
    _counts, found = imported(db, [HEADS, FIRST, SECOND, ["Guru", "SDN 1", "JF Ahli Muda", 9, 4]])
    assert {code for code, _cell in found} == {"position_level_differs", "rows_disagree"}
    assert seats(db) == []
