"""What `reconcile` says is only here, of lists of facts: only of the years, periods and agencies that the export speaks of."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import BUDI, SITI, book
from tests.terminal import asnkarier

DEWI = (3, "198203032008032903", "Dewi Contoh", *BUDI[3:7], "Bidang Pasar", "Dinas Pasar", "PNS")
HEADERS = ("NIP", "Tahun", "Periode", "Predikat")
OURS = [(person[1], year, period, "Baik") for person in (SITI, BUDI, DEWI) for year, period in (
    (2024, "Tahunan"), (2025, "Tahunan"), (2025, "Triwulan I"),
)]  # fmt: skip


@pytest.fixture
def db(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", path).code == 0
    for made in (book(tmp_path / "0.xlsx", [SITI, BUDI, DEWI]), book(tmp_path / "1.xlsx", OURS, HEADERS)):
        assert asnkarier("import", made, "--db", path).code == 0
    return path


def answer(db: Path, path: Path, *more: str) -> dict[str, Any]:
    before = db.read_bytes()
    said = asnkarier("reconcile", path, "--db", db, "--format", "json", *more)
    assert said.code == 0, said.err
    assert db.read_bytes() == before
    found: dict[str, Any] = json.loads(said.out)
    return found


def lacking(found: dict[str, Any]) -> list[tuple[object, ...]]:
    return [(one["nip"], one["year"], one["period"], one["predicate"]) for one in found["records_missing_there"]]


def test_an_export_of_one_year_says_nothing_of_other_years_periods_and_agencies(db: Path, tmp_path: Path) -> None:
    """Dewi is of another agency; 2024 and the first quarter stand in no row of the export."""
    found = answer(db, book(tmp_path / "ekinerja.xlsx", [(SITI[1], 2025, "Tahunan", "Baik")], HEADERS))
    assert lacking(found) == [(BUDI[1], 2025, "annual", "baik")]
    [one] = found["records_missing_there"]
    assert (one["our_source"]["file"], one["our_source"]["cell"]) == ("1.xlsx", "D9")
    assert found["sought"] == [{"table": "evaluation", "parts": [{"year": 2025, "period": "annual"}]}]
    assert found["bounded_to"] == ["Dinas Arsip"]


def test_each_year_and_period_of_the_export_is_sought_and_said(db: Path, tmp_path: Path) -> None:
    rows = [(SITI[1], 2024, "Tahunan", "Baik"), (SITI[1], 2025, "Tahunan", "Baik"), (SITI[1], 2025, "TW I", "Baik")]
    path = book(tmp_path / "ekinerja.xlsx", rows, HEADERS)
    assert lacking(answer(db, path)) == [
        (BUDI[1], y, p, "baik") for y, p in ((2024, "annual"), (2025, "Q1"), (2025, "annual"))
    ]
    said = asnkarier("reconcile", path, "--db", db, "--lang", "en")
    assert "evaluation of 2025 (triwulan I), 2024–2025 (whole year)." in " ".join(said.out.split())


def test_an_agency_that_is_named_bounds_the_export(db: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "ekinerja.xlsx", [(SITI[1], 2025, "Tahunan", "Baik")], HEADERS)
    assert lacking(answer(db, path, "--agency", "Dinas Pasar")) == [(DEWI[1], 2025, "annual", "baik")]


def test_who_stands_in_a_row_that_could_not_be_read_is_not_missing(db: Path, tmp_path: Path) -> None:
    rows = [(SITI[1], 2025, "Tahunan", "Baik"), (BUDI[1], 2025, "Tahunan", "lumayan")]
    found = answer(db, book(tmp_path / "ekinerja.xlsx", rows, HEADERS))
    assert [f["code"] for f in found["findings"]] == ["word_unknown"]
    assert lacking(found) == []


def test_a_roster_alone_seeks_no_records(db: Path, tmp_path: Path) -> None:
    path = book(tmp_path / "siasn.xlsx", [SITI], day="31 JULI 2026")
    found = answer(db, path)
    assert (found["records_missing_there"], found["sought"]) == ([], [])
    assert "records only here" not in asnkarier("reconcile", path, "--db", db, "--lang", "en").out


def test_of_trainings_the_year_bounds_and_of_posts_the_people(db: Path, tmp_path: Path) -> None:
    headers = ("NIP", "Nama Diklat", "Tanggal Selesai", "JP")
    ours = [(BUDI[1], "Bimtek Arsip", "2025-03-04", 20), (BUDI[1], "Bimtek SPIP", "2024-03-04", 20)]
    assert asnkarier("import", book(tmp_path / "diklat.xlsx", ours, headers), "--db", db).code == 0
    path = book(tmp_path / "siasn.xlsx", [(SITI[1], "Bimtek Kas", "2025-05-05", 20)], headers)
    told = [(one["nip"], one["year"], one["title"]) for one in answer(db, path)["records_missing_there"]]
    assert told == [(BUDI[1], 2025, "Bimtek Arsip")]
    headers = ("NIP", "Jabatan", "TMT Jabatan", "TMT Selesai")
    posts = [(person[1], "Arsiparis Ahli Pertama", "2010-01-01", "2015-12-31") for person in (SITI, BUDI)]
    assert asnkarier("import", book(tmp_path / "jabatan.xlsx", posts, headers), "--as", "history", "--db", db).code == 0
    path = book(tmp_path / "siasn.xlsx", [(SITI[1], "Arsiparis Ahli Muda", "2016-01-01", "2020-12-31")], headers)
    found = answer(db, path, "--as", "history")
    assert [(one["nip"], one["position"]) for one in found["records_missing_there"]] == [
        (SITI[1], "Arsiparis Ahli Pertama")
    ]
