"""A table read as several kinds: a row that one of them rejects changes nothing of any, and is told of once."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

HEADERS = ["NIP", "Nama", "Jabatan", "Unit Kerja", "Golongan", "BUP", "Predikat"]
NIPS = [f"19800112200501100{serial}" for serial in (1, 2, 3)]
POSTS = ("--as", "roster,positions")
RESULTS = ("--as", "roster,evaluations", "--set", "year=2025")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--name", "Kota Contoh", "--db", path).code == 0
    return path


def rows(*changes: tuple[int, int, Any]) -> list[list[Any]]:
    """Three people in posts of their own; `changes` are (person, column, value)."""
    people: list[list[Any]] = [
        [nip, f"Contoh {at}", post, "Bidang Data", "III/c", 58, "Baik"]
        for at, (nip, post) in enumerate(zip(NIPS, ("Analis Data", "Arsiparis", "Penata Layanan"), strict=True))
    ]
    for person, column, value in changes:
        people[person][column] = value
    return people


def imported(db: Path, people: list[list[Any]], *options: str, day: str = "31 MEI 2026") -> tuple[int, dict[str, Any]]:
    file = write_xlsx(db.with_name("daftar.xlsx"), {"Daftar": [[f"DAFTAR PEGAWAI KEADAAN {day}"], HEADERS, *people]})
    said = asnkarier("import", file, *options, "--db", db, "--format", "json")
    answer = json.loads(said.out)
    for sheet in answer["sheets"]:
        counts = sheet["rows"]
        assert counts["read"] == sum(counts.values()) - counts["read"]
    return said.code, answer


def told(db: Path, sql: str) -> list[tuple[Any, ...]]:
    with sqlite3.connect(db) as opened:
        return opened.execute(sql).fetchall()


def codes(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["code"], one["cell"]) for one in answer["findings"]]


def rejected(answer: dict[str, Any]) -> list[int]:
    return [sheet["rows"]["rejected"] for sheet in answer["sheets"]]


@pytest.mark.parametrize("kinds", [POSTS, RESULTS])
def test_a_bad_nip_is_found_once(db: Path, kinds: tuple[str, ...]) -> None:
    code, answer = imported(db, rows((1, 0, "19800112")), *kinds)
    assert (code, codes(answer), rejected(answer)) == (1, [("nip_length", "A4")], [1, 1])
    code, answer = imported(db, rows((1, 0, "19800112")), *kinds, "--skip-bad")
    assert (code, codes(answer), rejected(answer)) == (0, [("nip_length", "A4")], [1, 1])
    assert told(db, "SELECT nip FROM person_nip ORDER BY nip") == [(NIPS[0],), (NIPS[2],)]


def test_what_the_roster_rejects_changes_no_post(db: Path) -> None:
    assert imported(db, rows(), *POSTS)[0] == 0
    # June: the second is promoted, by a golongan that there is not, and the third retires at 60.
    june = rows((1, 4, "III/x"), (1, 5, 60), (2, 5, 60))
    code, answer = imported(db, june, *POSTS, "--skip-bad", day="30 JUNI 2026")
    assert (code, [cell for _, cell in codes(answer)], rejected(answer)) == (0, ["E4"], [1, 1])
    posts = told(db, "SELECT name, retirement_age FROM position ORDER BY name")
    assert posts == [("Analis Data", 58), ("Arsiparis", 58), ("Penata Layanan", 60)]


@pytest.mark.parametrize(
    ("kinds", "column", "value", "code"),
    [(POSTS, 5, 158, "retirement_age_unlikely"), (RESULTS, 6, "Bagus sekali", "word_unknown")],
)
def test_what_another_kind_rejects_changes_nobody(
    db: Path, kinds: tuple[str, ...], column: int, value: Any, code: str
) -> None:
    assert imported(db, rows(), *kinds)[0] == 0
    before = told(db, "SELECT person_id, since, golongan FROM person_golongan ORDER BY person_id, since")
    june = rows((1, 4, "III/d"), (1, column, value), (2, 4, "III/d"))
    ended, answer = imported(db, june, *kinds, "--skip-bad", day="30 JUNI 2026")
    assert (ended, codes(answer), rejected(answer)) == (0, [(code, f"{'ABCDEFG'[column]}4")], [1, 1])
    after = told(db, "SELECT person_id, since, golongan FROM person_golongan ORDER BY person_id, since")
    assert set(after) - set(before) == {(3, "2026-06-30", "III/d")}
    # Whose row is rejected stands in the list all the same: nobody is missing from it.
    assert answer["not_listed"] == []


def test_rows_that_contradict_each_other_change_nothing_of_any_kind(db: Path) -> None:
    people = [*rows(), rows((1, 1, "Lain"))[1], rows()[1]]
    code, answer = imported(db, people, *RESULTS, "--skip-bad")
    assert (code, rejected(answer)) == (0, [3, 3])
    assert {cell for found, cell in codes(answer) if found == "rows_disagree"} == {"A4", "A6", "A7"}
    assert told(db, "SELECT COUNT(*) FROM evaluation") == [(2,)]


def test_a_table_without_a_bad_row_is_taken_whole_as_each_kind(db: Path) -> None:
    code, answer = imported(db, rows(), *RESULTS)
    assert (code, codes(answer), rejected(answer)) == (0, [], [0, 0])
    assert [sheet["rows"]["inserted"] for sheet in answer["sheets"]] == [3, 3]
    assert imported(db, rows(), *RESULTS)[1]["batch"] is None
