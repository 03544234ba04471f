"""report unit and report shortlist, on the sample city."""

import json
from pathlib import Path

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
        assert f"{candidate['rank']}. {candidate['name']} ({candidate['nip']})" in page
    assert found["policy"]["sha256"][:16] in page
    assert page.count('class="name"') == 5  # head, secretary and three members sign


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
