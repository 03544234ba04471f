"""A reorganisation beside the rosters from before and after it, in one import or one after the other."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.commands.intake.books import SITI, book, changed
from tests.terminal import asnkarier

NIP = SITI[1]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    assert asnkarier("init", "--db", tmp_path / "kota.sqlite", "--name", "Kota Contoh").code == 0
    old = book(tmp_path / "lama.xlsx", [SITI], day="31 JANUARI 2025")
    new = [changed(SITI, jabatan="Kepala Bidang Pustaka", unit="Bidang Pustaka")]
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Jenis", "Nama Lama", "Perangkat Daerah Lama", "Nama Baru", "Perangkat Daerah Baru", "TMT", "Cara"])
    sheet.append(["unit", "Bidang Arsip", "Dinas Arsip", "Bidang Pustaka", "Dinas Arsip", "2025-06-01", "rename"])
    sheet.append(["position", "Kepala Bidang Arsip", "", "Kepala Bidang Pustaka", "", "2025-06-01", "rename"])
    workbook.save(tmp_path / "sotk.xlsx")
    new_path = book(tmp_path / "baru.xlsx", new, day="31 JULI 2025")
    return {"db": tmp_path / "kota.sqlite", "old": old, "new": new_path, "sotk": tmp_path / "sotk.xlsx"}


def imported(files: dict[str, Path], *names: str) -> dict[str, Any]:
    said = asnkarier("import", *(files[name] for name in names), "--db", files["db"], "--format", "json")
    answer: dict[str, Any] = json.loads(said.out)
    assert said.code == 0, answer["findings"]
    return answer


def found(answer: dict[str, Any]) -> list[tuple[str, str]]:
    return [(finding["code"], finding["cell"]) for finding in answer["findings"]]


def held(files: dict[str, Path]) -> list[tuple[str, str, str]]:
    """Return the post and the unit of the day before and of the day of the reorganisation, and of the newer roster's."""
    result = []
    for day in ("2025-05-31", "2025-06-01", "2025-07-31"):
        said = asnkarier("show", NIP, "--db", files["db"], "--as-of", day, "--format", "json")
        person = json.loads(said.out)
        result.append((day, person["position"], person["unit"]))
    return result


JOINED = [
    ("2025-05-31", "Kepala Bidang Arsip", "Bidang Arsip"),
    ("2025-06-01", "Kepala Bidang Pustaka", "Bidang Pustaka"),
    ("2025-07-31", "Kepala Bidang Pustaka", "Bidang Pustaka"),
]


def rows_of(path: Path) -> dict[str, list[Any]]:
    tables = ("person", "person_post", "person_unit", "person_golongan", "unit", "position", "succession")
    with sqlite3.connect(path) as db:
        return {name: sorted(db.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in tables}


@pytest.mark.parametrize("order", [("sotk", "old", "new"), ("new", "old", "sotk")])
def test_both_rosters_and_the_reorganisation_in_one_import(files: dict[str, Path], order: tuple[str, ...]) -> None:
    """Two rosters of two days say two things of one person and contradict each other in nothing."""
    before = rows_of(files["db"])
    answer = imported(files, *order)
    assert found(answer) == []
    assert [sheet["rows"]["inserted"] for sheet in answer["sheets"]] == [2, 1, 0]
    assert held(files) == JOINED
    assert asnkarier("imports", "undo", answer["batch"], "--db", files["db"]).code == 0
    assert rows_of(files["db"]) == before


def test_the_old_roster_beside_the_reorganisation_brings_the_old_names(files: dict[str, Path]) -> None:
    assert found(imported(files, "sotk", "old")) == []
    assert found(imported(files, "new")) == []
    assert held(files) == JOINED


def test_a_reorganisation_of_names_nobody_knows_yet_waits_for_the_lists(files: dict[str, Path]) -> None:
    assert found(imported(files, "sotk")) == [("succession_old_unknown", "B2"), ("succession_old_unknown", "B3")]
    assert found(imported(files, "old")) == []
    assert found(imported(files, "new")) == []
    assert held(files) == JOINED


def test_two_rows_about_one_person_on_one_day_still_disagree(files: dict[str, Path], tmp_path: Path) -> None:
    other = book(tmp_path / "lain.xlsx", [changed(SITI, gol="IV/a")], day="31 JANUARI 2025")
    said = asnkarier("import", files["old"], other, "--db", files["db"], "--format", "json")
    assert {finding["code"] for finding in json.loads(said.out)["findings"]} == {"rows_disagree"}


def test_a_list_of_units_of_the_new_order_beside_the_reorganisation(files: dict[str, Path], tmp_path: Path) -> None:
    """A known code under another name is refused, unless the same import says what became of the unit."""
    for name, unit in (("unit-lama", "Bidang Arsip"), ("unit-baru", "Bidang Pustaka")):
        workbook = Workbook()
        sheet = workbook.active
        assert sheet is not None
        sheet.append(["Kode Unit", "Unit Kerja", "Perangkat Daerah"])
        sheet.append(["1.01", unit, "Dinas Arsip"])
        workbook.save(tmp_path / f"{name}.xlsx")
        files[name] = tmp_path / f"{name}.xlsx"
    assert found(imported(files, "unit-lama", "old")) == []
    alone = asnkarier("import", files["unit-baru"], "--db", files["db"], "--format", "json")
    assert found(json.loads(alone.out)) == [("unit_name_differs", "B2")]
    assert found(imported(files, "unit-baru", "sotk", "new")) == []
    assert held(files) == JOINED
    codes = {row[2]: row[1] for row in rows_of(files["db"])["unit"]}
    assert (codes["Bidang Arsip"], codes["Bidang Pustaka"]) == ("", "1.01")


def test_what_is_abolished_has_no_new_name(files: dict[str, Path], tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Jenis", "Nama Lama", "Perangkat Daerah Lama", "Nama Baru", "TMT", "Cara"])
    sheet.append(["position", "Kepala Bidang Arsip", "", None, "2025-06-01", "hapus"])
    sheet.append(["position", "Kepala Bidang Lain", "", None, "2025-06-01", "ganti nama"])
    workbook.save(tmp_path / "hapus.xlsx")
    imported(files, "old")
    said = asnkarier("import", tmp_path / "hapus.xlsx", "--skip-bad", "--db", files["db"], "--format", "json")
    # Only who is abolished needs no new name.
    assert [one for one in found(json.loads(said.out)) if one[0] == "cell_required"] == [("cell_required", "D3")]
    with sqlite3.connect(files["db"]) as db:
        assert db.execute("SELECT how, old, new FROM succession").fetchall() == [("abolish", "Kepala Bidang Arsip", "")]
