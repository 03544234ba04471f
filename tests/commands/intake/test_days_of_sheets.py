"""Of which day the sheets of one workbook speak, where not all of them say."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.terminal import asnkarier

HEADERS = ["NIP", "Nama", "Golongan", "Jabatan", "Unit Kerja", "OPD"]
PNS = ["197001122005011901", "Adi Contoh", "III/a", "Analis", "Bidang A", "Badan A"]
PPPK = ["199001012023211901", "Pepe Contoh", "IX", "Guru", "Bidang A", "Badan A"]


def workbook(path: Path, *sheets: tuple[str, str, list[str]]) -> Path:
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, title, row in sheets:
        sheet = made.create_sheet(name)
        for line in ([title], HEADERS, row) if title else (HEADERS, row):
            sheet.append(line)
    made.save(path)
    return path


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path, "--name", "Kota Contoh").code == 0
    return path


def brought(db: Path, file: Path, *more: str, code: int = 0) -> dict[str, Any]:
    said = asnkarier("import", file, "--db", db, "--format", "json", *more)
    assert said.code == code, said.out + said.err
    answer: dict[str, Any] = json.loads(said.out)
    return answer


def golongan(db: Path, nip: str) -> list[tuple[str, str, str | None]]:
    person = json.loads(asnkarier("show", nip, "--db", db, "--format", "json").out)
    return [(span["golongan"], span["since"], span["until"]) for span in person["ranks"]]


def test_a_sheet_without_a_day_is_of_the_day_of_the_one_before_it(db: Path, tmp_path: Path) -> None:
    may = workbook(tmp_path / "mei.xlsx", ("PNS", "KEADAAN 31 MEI 2025", PNS), ("PPPK", "", PPPK))
    assert [sheet["dated"] for sheet in brought(db, may)["sheets"]] == ["2025-05-31", "2025-05-31"]
    promoted = [*PNS[:2], "III/b", *PNS[3:]]
    june = workbook(tmp_path / "juni.xlsx", ("PNS", "KEADAAN 30 JUNI 2025", promoted), ("PPPK", "", PPPK))
    assert brought(db, june)["findings"] == []
    assert golongan(db, PNS[0]) == [("III/a", "2025-05-31", "2025-06-29"), ("III/b", "2025-06-30", None)]


def test_a_sheet_without_a_day_before_one_that_has_one_is_asked_about(db: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "mei.xlsx", ("PPPK", "", PPPK), ("PNS", "KEADAAN 31 MEI 2025", PNS))
    answer = brought(db, file, code=1)
    assert [(f["code"], f["cell"]) for f in answer["findings"]] == [("day_of_one_sheet", "A2")]
    assert answer["batch"] is None
    told = brought(db, file, "--dated", "2025-05-31")
    assert [sheet["dated"] for sheet in told["sheets"]] == ["2025-05-31", "2025-05-31"]


def test_a_list_of_a_day_to_come_is_taken_with_a_warning(db: Path, tmp_path: Path) -> None:
    answer = brought(db, workbook(tmp_path / "nanti.xlsx", ("PNS", "KEADAAN 31 DESEMBER 2099", PNS)))
    assert [(f["code"], f["severity"]) for f in answer["findings"]] == [("roster_to_come", "warning")]
