"""An agency with the city behind its name, as letterheads write it, and without, as SIASN does."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import write_xlsx
from tests.terminal import asnkarier

HEAD = ["NO", "NAMA", "NIP", "JABATAN"]


def nip(n: int) -> str:
    return f"19900101201501{1000 + n}"


def take_in(db: Path, file: Path) -> list[tuple[str, str | None]]:
    said = asnkarier("import", file, "--db", db, "--format", "json")
    findings: list[dict[str, Any]] = json.loads(said.out)["findings"]
    return [(f["code"], f["value"]) for f in findings if f["severity"] in ("error", "warning")]


def units(db: Path) -> list[tuple[str, str | None]]:
    with sqlite3.connect(db) as connection:
        sql = "SELECT u.name, p.name FROM unit u LEFT JOIN unit p ON p.id = u.parent_id ORDER BY u.id"
        return connection.execute(sql).fetchall()


SCHOOLS = [["SD NEGERI 1"], [1, "Contoh Satu", nip(1), "Guru"], ["SD NEGERI 2"], [2, "Contoh Dua", nip(2), "Guru"]]


def begun(folder: Path, agency: str) -> Path:
    db = folder / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Pemerintah Kota Contoh").code == 0
    known = [[*HEAD, "UNIT KERJA", "OPD"], [1, "Contoh Satu", nip(1), "Guru", "SD NEGERI 1", agency]]
    assert take_in(db, write_xlsx(folder / "a.xlsx", {"A": known})) == []
    return db


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("DINAS PENDIDIKAN", "DINAS PENDIDIKAN KOTA CONTOH"),
        ("DINAS PENDIDIKAN KOTA CONTOH", "DINAS PENDIDIKAN"),
    ],
)
def test_one_agency_however_its_city_is_written(tmp_path: Path, first: str, second: str) -> None:
    db = begun(tmp_path, first)
    assert take_in(db, write_xlsx(tmp_path / "b.xlsx", {"B": [["DAFTAR GURU"], [second], [], HEAD, *SCHOOLS]})) == []
    assert units(db) == [(first, None), ("SD NEGERI 1", first), ("SD NEGERI 2", first)]


def test_the_city_of_others_is_asked_about(tmp_path: Path) -> None:
    """Another city's agency or a slip of the pen: nobody knows, so no second agency is made."""
    db = begun(tmp_path, "DINAS PENDIDIKAN")
    rows = [["DAFTAR GURU"], ["DINAS PENDIDIKAN KOTA LAIN"], [], HEAD, *SCHOOLS[2:]]
    told = take_in(db, write_xlsx(tmp_path / "b.xlsx", {"B": rows}))
    assert ("unit_near", "DINAS PENDIDIKAN KOTA LAIN") in told
    assert units(db) == [("DINAS PENDIDIKAN", None), ("SD NEGERI 1", "DINAS PENDIDIKAN")]


@pytest.mark.parametrize(
    "rows",
    [
        [["DINAS PENDIDIKAN"], ["Jalan Mawar 1"], HEAD],  # a letterhead alone
        [HEAD, ["OPD : DINAS PENDIDIKAN"]],
    ],
)
def test_a_list_that_names_the_agency_alone_moves_nobody_out_of_a_unit_of_it(
    tmp_path: Path, rows: list[list[Any]]
) -> None:
    db = begun(tmp_path, "DINAS PENDIDIKAN")
    people = [[1, "Contoh Satu", nip(1), "Guru"], [2, "Contoh Dua", nip(2), "Guru"]]
    assert take_in(db, write_xlsx(tmp_path / "b.xlsx", {"B": [*rows, *people]})) == []
    with sqlite3.connect(db) as connection:
        sql = "SELECT p.name, u.name FROM person_unit s JOIN person p ON p.id = s.person_id JOIN unit u ON u.id = s.unit_id ORDER BY p.id"
        held = connection.execute(sql).fetchall()
    # Who is new is of the agency itself, as far as the list says.
    assert held == [("Contoh Satu", "SD NEGERI 1"), ("Contoh Dua", "DINAS PENDIDIKAN")]
