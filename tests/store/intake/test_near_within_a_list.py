"""A unit spelt in two ways in one list, of which none is on file: it is told as it is where the first one is."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.sheetmaker import PNS, PNS_WOMAN, write_xlsx
from tests.terminal import asnkarier


def take(tmp_path: Path, *places: tuple[str, ...], options: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    db = tmp_path / "k.sqlite"
    asnkarier("init", "--db", db, "--name", "Kota Contoh")
    names = ["Unit Kerja", "OPD"] if len(places[0]) == 2 else ["Unit Kerja", "Unit Atasan", "OPD"]
    people = zip((PNS, PNS_WOMAN), ("Contoh Satu", "Contoh Dua"), places, strict=True)
    rows: list[list[Any]] = [["NIP", "Nama", "Jabatan", *names], *([nip, name, "Pengelola Data", *place] for nip, name, place in people)]  # fmt: skip
    file = write_xlsx(tmp_path / "daftar.xlsx", {"Lembar": rows})
    read = json.loads(asnkarier("import", file, "--db", db, "--format", "json", *options).out)
    return [(one["code"], one["cell"]) for one in read["findings"] if one["severity"] != "note"]


FULL, SHORT = "Bidang Data dan Informasi", "Bid. Data & Informasi"


@pytest.mark.parametrize(("one", "other"), [(FULL, SHORT), (SHORT, FULL), ("Sub Bagian Umum", "Subbag Umum")])
def test_two_spellings_of_a_unit_of_one_agency(tmp_path: Path, one: str, other: str) -> None:
    assert take(tmp_path, (one, "Dinas Contoh"), (other, "Dinas Contoh")) == [("unit_near", "D3")]


def test_they_are_two_where_the_officer_says_so(tmp_path: Path) -> None:
    assert take(tmp_path, (FULL, "Dinas Contoh"), (SHORT, "Dinas Contoh"), options=("--create-near",)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((FULL, "Dinas Contoh"), (SHORT, "Dinas Lain")),  # each agency has its own
        ((FULL, "Dinas Contoh"), (FULL.upper(), "Dinas Contoh")),  # one and the same
        ((FULL, "Dinas Contoh"), ("Bidang Data", "Dinas Contoh")),
        (("Sub Bagian Umum", "Sekretariat", "Dinas Contoh"), ("Subbag Umum", "UPTD Contoh", "Dinas Contoh")),
    ],
)
def test_other_units_are_made_as_ever(tmp_path: Path, one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert take(tmp_path, one, other) == []
