"""A list of staff with the leadership trainings of each in one cell: every one is kept, and the row counts once."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import BUDI, HEADERS, SITI, book
from tests.terminal import asnkarier

COLUMNS = (*HEADERS, "riwayat_diklatpim")


def taken(db: Path, path: Path) -> tuple[dict[str, Any], dict[str, dict[str, int]]]:
    said = json.loads(asnkarier("import", path, "--as", "roster,trainings", "--db", db, "--format", "json").out)
    return said, {sheet["kind"]: sheet["rows"] for sheet in said["sheets"]}


def trainings(db: Path, nip: str) -> list[tuple[str, str | None]]:
    shown = json.loads(asnkarier("show", nip, "--db", db, "--format", "json").out)
    return sorted((one["title"], one["level"]) for one in shown["trainings"])


@pytest.mark.parametrize("cell", ["PKP; DIKLAT PIM TK. III", "PKP\nDIKLAT PIM TK. III", "PKP, DIKLAT PIM TK. III;"])
def test_each_training_of_a_cell_is_one(tmp_path: Path, cell: str) -> None:
    db = tmp_path / "kota.sqlite"
    path = book(tmp_path / "kota.xlsx", [(*SITI, cell), (*BUDI, "PKP")], COLUMNS)
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    said, rows = taken(db, path)
    assert said["findings"] == []
    assert rows["trainings"] == {"read": 2, "inserted": 2, "updated": 0, "unchanged": 0, "rejected": 0, "skipped": 0}
    assert trainings(db, str(SITI[1])) == [("DIKLAT PIM TK. III", "PKA"), ("PKP", "PKP")]
    assert trainings(db, str(BUDI[1])) == [("PKP", "PKP")]
    again, _ = taken(db, path)
    assert again["batch"] is None
    # One more training in the cell changes the row, though its first one is known.
    more = book(tmp_path / "lagi.xlsx", [(*SITI, f"{cell}; SPAMEN"), (*BUDI, "PKP")], COLUMNS)
    _, rows = taken(db, more)
    assert rows["trainings"] == {"read": 2, "inserted": 0, "updated": 1, "unchanged": 1, "rejected": 0, "skipped": 0}
    assert trainings(db, str(SITI[1]))[-1] == ("SPAMEN", "PKN II")
    # Taken back, what it brought is gone and nothing else.
    assert asnkarier("imports", "undo", "3", "--yes", "--db", db).code == 0
    assert trainings(db, str(SITI[1])) == [("DIKLAT PIM TK. III", "PKA"), ("PKP", "PKP")]


@pytest.mark.parametrize(
    "title", ["Bimtek Arsip; Tata Naskah", "ADUM, DIKLAT PIM TK. IV", "Diklat PIM III, Angkatan 5"]
)
def test_what_is_one_training_stays_one(tmp_path: Path, title: str) -> None:
    """Other titles may hold a comma; two names of one level are one training under its older and newer name."""
    db = tmp_path / "kota.sqlite"
    path = book(tmp_path / "kota.xlsx", [(*SITI, title)], (*HEADERS, "Nama Diklat"))
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    taken(db, path)
    assert [name for name, _ in trainings(db, str(SITI[1]))] == [title]


def test_a_history_of_trainings_is_a_list(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    path = book(
        tmp_path / "kota.xlsx", [(*SITI, "Bimtek Arsip, lanjutan; Tata Naskah; PKA")], (*HEADERS, "riwayat_diklat")
    )
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    taken(db, path)
    assert trainings(db, str(SITI[1])) == [("Bimtek Arsip, lanjutan", None), ("PKA", "PKA"), ("Tata Naskah", None)]


def test_hours_and_days_of_the_row_are_told_once(tmp_path: Path) -> None:
    """900 JP of 2019 stand beside two names: they are 900 in all, of the first; when the other was is not known."""
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    asnkarier("import", book(tmp_path / "kota.xlsx", [SITI]), "--db", db)
    rows = [(SITI[1], "PKP; PKA", 2019, 900)]
    path = book(tmp_path / "diklat.xlsx", rows, ("NIP", "Diklat Struktural", "Tahun", "JP"))
    said = json.loads(asnkarier("import", path, "--as", "trainings", "--db", db, "--format", "json").out)
    assert said["findings"] == []
    shown = json.loads(asnkarier("show", SITI[1], "--db", db, "--format", "json").out)["trainings"]
    assert sorted((one["title"], one["level"], one["year"], one["jp"]) for one in shown) == [
        ("PKA", "PKA", None, None),
        ("PKP", "PKP", 2019, 900),
    ]


def test_somebody_unknown_is_said_once(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    path = book(tmp_path / "diklat.xlsx", [(SITI[1], "PKP; PKA")], ("NIP", "riwayat_diklatpim"))
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    said = json.loads(asnkarier("import", path, "--as", "trainings", "--db", db, "--format", "json").out)
    assert [one["code"] for one in said["findings"]] == ["person_unknown"]
    assert said["sheets"][0]["rows"]["rejected"] == said["sheets"][0]["rows"]["read"] == 1


def test_a_list_of_staff_says_that_it_holds_trainings_too(tmp_path: Path) -> None:
    db = tmp_path / "kota.sqlite"
    path = book(tmp_path / "kota.xlsx", [(*SITI, "PKP")], COLUMNS)
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    said = json.loads(asnkarier("import", path, "--db", db, "--format", "json").out)
    assert [one["code"] for one in said["findings"]] == ["also_holds"]
    assert "roster,trainings" in said["findings"][0]["remedy"]
