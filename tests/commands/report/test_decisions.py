"""report unit and report shortlist, on the sample city."""

import json
import re
from pathlib import Path

import openpyxl
import pytest

from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"
POST = "Kepala Dinas Kesehatan"


def test_the_annex_says_what_the_shortlist_says(tmp_path: Path) -> None:
    path = tmp_path / "annex.html"
    answer = asnkarier("report", "shortlist", POST, "--db", SAMPLE, "--as-of", DAY, "-o", path)
    assert answer.code == 0, answer.err
    page = path.read_text(encoding="utf-8")
    found = json.loads(asnkarier("shortlist", POST, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    assert found["candidates"]
    for candidate in found["candidates"]:
        assert re.search(rf"{candidate['rank']}\. [^<]*{candidate['name']}[^<]* \({candidate['nip']}\)", page)
    assert found["policy"]["sha256"] in page
    assert page.count('class="name"') == 5  # head, secretary and three members sign


def test_the_annex_lets_a_reader_redo_the_score(tmp_path: Path) -> None:
    """90 × 35 % + 86.39 × 22.75 % + … = 92.35: the products of the table add up to the score, and each cell is named."""
    path = tmp_path / "annex.xlsx"
    assert asnkarier("report", "shortlist", POST, "--db", SAMPLE, "--as-of", DAY, "-o", path).code == 0
    found = json.loads(asnkarier("shortlist", POST, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)
    book = openpyxl.load_workbook(path)
    rows = list(book["Komponen nilai"].iter_rows(values_only=True))
    for candidate in found["candidates"]:
        first = next(place for place, row in enumerate(rows) if str(row[0]).endswith(f"({candidate['nip']})"))
        assert str(rows[first][0]).startswith(f"{candidate['rank']}. ")
        last = next(place for place in range(first, len(rows)) if rows[place][0] == "Jumlah, yaitu nilai akhir")
        parts = rows[first + 2 : last]
        assert sum(row[3] for row in parts) == pytest.approx(100) == rows[last][3]
        for row in parts:
            if isinstance(row[2], float) and row[4] is not None:
                assert row[4] == pytest.approx(row[2] * row[3] / 100)
        if candidate["score"] is not None:
            assert sum(row[4] for row in parts if row[4] is not None) == pytest.approx(candidate["score"])
            assert rows[last][4] == pytest.approx(candidate["score"])
    assert rows[0][0] == "Komponen nilai"
    predicate = next(row for row in rows if row[1] == "Predikat")
    assert "sel G24" in predicate[5]  # the predicate of 2024
    assert "sel P14" in predicate[5]  # and that of 2025
    signed = [cell for row in book["Tanda tangan"].iter_rows(values_only=True) for cell in row if cell]
    assert sum(str(cell).startswith("NIP ") for cell in signed) == 5
    assert any("(tempat, tanggal)" in str(cell) for cell in signed)


def test_whoever_holds_the_post_stands_in_the_annex_with_titles() -> None:
    said = asnkarier("report", "shortlist", "Kepala Bidang Kesehatan Masyarakat", "--db", SAMPLE, "--as-of", DAY).out
    assert "diisi Reni Ira Nitisara, S.K.M., M.Kes." in " ".join(said.split())


def test_numbers_of_the_cover_are_numbers(tmp_path: Path) -> None:
    path = tmp_path / "annex.xlsx"
    assert asnkarier("report", "shortlist", POST, "--db", SAMPLE, "--as-of", DAY, "-o", path).code == 0
    cover = {row[0]: row[1] for row in openpyxl.load_workbook(path)["Sampul"].iter_rows(values_only=True)}
    assert (cover["Dipertimbangkan"], cover["Memenuhi syarat"]) == (1184, 15)
    assert cover["Keadaan data"] == "30 Juni 2026"


def test_a_report_for_the_head_of_a_unit(tmp_path: Path) -> None:
    path = tmp_path / "unit.xlsx"
    answer = asnkarier("report", "unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o", path)
    assert answer.code == 0, answer.err
    told = asnkarier("report", "unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "--format", "json")
    assert json.loads(told.out)["year"] == 2025
    assert path.read_bytes().startswith(b"PK")


def test_a_unit_nobody_knows() -> None:
    answer = asnkarier("report", "unit", "Dinas Sosail", "--db", SAMPLE, "--as-of", DAY)
    assert answer.code == 2
    assert "Dinas Sosial" in answer.err
