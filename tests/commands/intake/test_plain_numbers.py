"""What changed, as programs read it: 12.5 hours are 12.5, never the whole number that the file keeps."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.intake.books import SITI, book
from tests.terminal import asnkarier

HEADERS = ("NIP", "Nama Pelatihan", "Tahun", "JP")


def told(*arguments: object) -> dict[str, Any]:
    said = asnkarier(*arguments, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


@pytest.fixture
def city(tmp_path: Path) -> Path:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    told("import", book(tmp_path / "kota.xlsx", [SITI]), "--db", db)
    told("import", book(tmp_path / "diklat.xlsx", [(SITI[1], "Arsip", 2025, 10)], HEADERS), "--db", db)
    return db


def test_in_a_rehearsal_in_the_import_and_in_its_undo(city: Path, tmp_path: Path) -> None:
    more = book(tmp_path / "lagi.xlsx", [(SITI[1], "Arsip", 2025, "12,5")], HEADERS)
    rehearsed = told("import", more, "--db", city, "--dry-run")["changes"]
    assert [one["fields"] for one in rehearsed] == [{"jp": {"old": 10, "new": 12.5}}]
    assert told("import", more, "--db", city)["batch"] == 4
    assert [one["fields"] for one in told("imports", "show", 4, "--db", city)["changes"]] == [{"jp": [10, 12.5]}]
    first = told("imports", "show", 3, "--db", city)["changes"]
    assert [(one["fields"]["jp"], one["fields"]["year"]) for one in first if one["table"] == "training"] == [(10, 2025)]
    rows = asnkarier("imports", "show", 4, "--db", city, "--format", "csv").out
    assert [json.loads(one["fields"]) for one in csv.DictReader(io.StringIO(rows))] == [{"jp": [10, 12.5]}]
    undone = told("imports", "undo", 4, "--db", city, "--yes")
    assert [(one["field"], one["old"], one["new"]) for one in undone["reversed"]] == [("jp", 10, 12.5)]


def test_what_a_later_import_changed_stays_and_is_said_in_the_same_numbers(city: Path, tmp_path: Path) -> None:
    for name, jp in (("dua", 12.5), ("tiga", 20)):
        told("import", book(tmp_path / f"{name}.xlsx", [(SITI[1], "Arsip", 2025, jp)], HEADERS), "--db", city)
    undone = told("imports", "undo", 4, "--db", city, "--yes")
    # Taken back it would be 10 again; the later import made it 20.
    assert [(one["field"], one["old"], one["new"], one["changed_by"]) for one in undone["kept"]] == [("jp", 10, 20, 5)]
