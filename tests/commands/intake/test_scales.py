"""A predicate, a score or ratings of another time than the year evaluated: told at the cell, and never silently something else."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.commands.intake.books import BUDI, SITI, book
from tests.terminal import asnkarier

HEADERS = ("NIP", "Tahun", "Rating Hasil Kerja", "Rating Perilaku Kerja", "Predikat Kinerja", "Nilai")


def imported(tmp_path: Path, *row: object) -> tuple[dict[str, Any], Path]:
    db = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
    assert asnkarier("import", book(tmp_path / "daftar.xlsx", [SITI, BUDI]), "--db", db).code == 0
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(HEADERS)
    sheet.append([SITI[1], *row])
    workbook.save(tmp_path / "kinerja.xlsx")
    said = asnkarier("import", tmp_path / "kinerja.xlsx", "--as", "evaluations", "--db", db, "--format", "json")
    answer: dict[str, Any] = json.loads(said.out)
    assert said.code == 0, answer["findings"]
    return answer, db


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        # The law of 2022 knows no Cukup and no Buruk; PP 46/2011 (to 2020) both; PP 30/2019 (2021) Cukup and Sangat Kurang.
        ((2024, "", "", "Cukup", ""), "predicate_of_another_scale", "E2"),
        ((2024, "", "", "Buruk", ""), "predicate_of_another_scale", "E2"),
        ((2022, "", "", "Cukup", ""), "predicate_of_another_scale", "E2"),
        ((2021, "", "", "Cukup", ""), None, None),
        ((2021, "", "", "Buruk", ""), "predicate_of_another_scale", "E2"),
        ((2020, "", "", "Buruk", ""), None, None),
        ((2020, "", "", "Butuh Perbaikan", ""), "predicate_of_another_scale", "E2"),
        ((2021, "", "", "Butuh Perbaikan", ""), "predicate_of_another_scale", "E2"),
        ((2022, "", "", "Butuh Perbaikan", ""), None, None),
        ((2020, "", "", "Sangat Kurang", ""), "predicate_of_another_scale", "E2"),
        ((2021, "", "", "Sangat Kurang", ""), None, None),
        ((2024, "", "", "Baik", ""), None, None),
        ((2020, "", "", "Baik", ""), None, None),
        # A score since 2022 gives no predicate; where the ratings do, it is only kept.
        ((2024, "", "", "", 85), "score_of_another_scale", "F2"),
        ((2021, "", "", "", 85), None, None),
        ((2024, "sesuai", "sesuai", "", 85), None, None),
        ((2021, "sesuai", "sesuai", "", ""), "ratings_of_another_scale", "C2"),
        ((2022, "sesuai", "sesuai", "", ""), None, None),
        # PP 30/2019: 110 to 120 with a new idea is Sangat Baik; of which the row says nothing.
        ((2021, "", "", "", 109.99), None, None),
        ((2021, "", "", "", 110), "new_idea_not_said", "F2"),
        ((2021, "", "", "", 120), "new_idea_not_said", "F2"),
        ((2021, "", "", "Baik", 120.01), None, None),  # the predicate as signed stands
        # A predicate beside a score that gives another: PP 46/2011 has 76 as Baik, 75.99 as Cukup, 51 as Kurang and 50 as Buruk.
        ((2020, "", "", "Baik", 76), None, None),
        ((2020, "", "", "Baik", 75.99), "predicate_not_of_score", "E2"),
        ((2020, "", "", "Kurang", 51), None, None),
        ((2020, "", "", "Buruk", 51), "predicate_not_of_score", "E2"),
        ((2020, "", "", "Kurang", 95), "predicate_not_of_score", "E2"),
        # PP 30/2019: 110 is Sangat Baik or Baik, as there was a new idea or none; Cukup it is in neither case.
        ((2021, "", "", "Sangat Baik", 110), None, None),
        ((2021, "", "", "Baik", 110), None, None),
        ((2021, "", "", "Cukup", 110), "predicate_not_of_score", "E2"),
        ((2021, "", "", "Sangat Baik", 109.99), "predicate_not_of_score", "E2"),
        ((2024, "", "", "Baik", 10), None, None),  # since 2022 a score gives none
        # The first rule is that of 2014.
        ((2014, "", "", "", 80), None, None),
        ((2013, "", "", "", 80), "year_before_scales", "B2"),
    ],
)
def test_words_of_another_time(tmp_path: Path, row: tuple[object, ...], code: str | None, cell: str | None) -> None:
    answer, _ = imported(tmp_path, *row)
    found = [(f["code"], f["severity"], f["cell"]) for f in answer["findings"]]
    assert found == ([] if code is None else [(code, "warning", cell)])


@pytest.mark.parametrize(
    ("year", "score", "predicate"),
    [
        # PP 46/2011 in 2020: 76 is Baik, 75.99 Cukup, today's Butuh Perbaikan. PP 30/2019 in 2021: 90 Baik, 89.99 Cukup.
        (2020, 76, "baik"),
        (2020, 75.99, "butuh_perbaikan"),
        (2021, 90, "baik"),
        (2021, 89.99, "butuh_perbaikan"),
        # In 2024 a score decides nothing.
        (2024, 90, None),
    ],
)
def test_older_scores_decide_by_their_own_year(tmp_path: Path, year: int, score: float, predicate: str | None) -> None:
    _, db = imported(tmp_path, year, "", "", "", score)
    said = asnkarier("evaluations", "list", "--year", year, "--db", db, "--as-of", "2026-06-30", "--format", "json")
    assert [e["predicate"] for e in json.loads(said.out)["evaluations"]] == [predicate]


def test_a_score_beyond_the_scale_is_no_evaluation(tmp_path: Path) -> None:
    # PP 30/2019 ends at 120, and `evaluate` refuses 120.01 too.
    for score, code in ((120, 0), (120.01, 1), (121, 1)):
        db = tmp_path / f"{score}.sqlite"
        assert asnkarier("init", "--db", db, "--name", "Kota Contoh").code == 0
        assert asnkarier("import", book(tmp_path / "daftar.xlsx", [SITI, BUDI]), "--db", db).code == 0
        workbook = Workbook()
        sheet = workbook.active
        assert sheet is not None
        sheet.append((*HEADERS, "Ide Baru"))
        sheet.append([SITI[1], 2021, "", "", "", score, "ya"])
        workbook.save(tmp_path / "kinerja.xlsx")
        said = asnkarier("import", tmp_path / "kinerja.xlsx", "--as", "evaluations", "--db", db, "--format", "json")
        codes = [f["code"] for f in json.loads(said.out)["findings"]]
        assert (said.code, codes) == (code, ["score_outside"] if code else [])
