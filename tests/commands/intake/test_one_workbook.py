"""One workbook with several sheets: those that refer to units are read after the list that names them, wherever they stand."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from asnkarier.core.kinds.catalogue import KINDS
from tests.commands.intake.books import BUDI, SITI, book
from tests.terminal import asnkarier


@pytest.mark.parametrize("place", [0, 1])
def test_predicates_of_units_that_the_list_beside_them_names(tmp_path: Path, place: int) -> None:
    db, path = tmp_path / "kota.sqlite", book(tmp_path / "kota.xlsx", [SITI, BUDI])
    workbook = load_workbook(path)
    sheet = workbook.create_sheet("unit_performance", place)
    sheet.append(("unit", "agency", "year", "period", "predicate"))
    sheet.append(("Bidang Arsip", "Dinas Arsip", 2025, "annual", "Baik"))
    workbook.save(path)
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    said = asnkarier("import", path, "--db", db, "--format", "json")
    found: dict[str, Any] = json.loads(said.out)
    assert said.code == 0, found
    assert {sheet["kind"]: sheet["rows"]["inserted"] for sheet in found["sheets"]} == {
        "roster": 2,
        "unit_performance": 1,
    }


def test_units_come_with_the_list_before_what_is_said_of_them() -> None:
    order = list(KINDS)
    for later in ("unit_performance", "survey", "evaluations"):
        assert order.index("units") < order.index("roster") < order.index(later)
