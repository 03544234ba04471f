"""report merit and report hcdp, on the sample city; and any answer as a page."""

import json
from pathlib import Path

from tests.terminal import asnkarier

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
DAY = "2026-06-30"


def test_evidence_is_numbered_and_agrees_with_other_commands() -> None:
    answer = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json")
    assert answer.code == 0, answer.err
    aspects = json.loads(answer.out)["aspects"]
    assert [aspect["aspect"] for aspect in aspects] == [f"aspek-{n}" for n in range(1, 9)]
    numbers = {one["number"]: one for aspect in aspects for one in aspect["evidence"]}
    listed = json.loads(asnkarier("staff", "--db", SAMPLE, "--as-of", DAY, "--format", "json").out)["people"]
    assert numbers["1.5"]["count"] == len(listed)
    # The sample's story: three structural posts are vacant and have a Plt.
    assert numbers["1.4"]["count"] == 3
    missing = json.loads(
        asnkarier("evaluations", "missing", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "json").out
    )
    assert numbers["5.1"]["count"] <= numbers["1.5"]["count"]
    assert missing


def test_what_the_file_cannot_prove_is_said() -> None:
    answer = asnkarier("report", "merit", 2025, "--db", SAMPLE, "--as-of", DAY, "--format", "md", lang="en")
    assert "This file holds nothing that proves this aspect" in answer.out


def test_a_development_plan_with_and_without_a_budget(tmp_path: Path) -> None:
    for budget in ((), ("--budget", "100 juta")):
        path = tmp_path / "hcdp.html"
        answer = asnkarier("report", "hcdp", 2026, *budget, "--db", SAMPLE, "--as-of", DAY, "-o", path)
        assert answer.code == 0, answer.err
        page = path.read_text(encoding="utf-8")
        assert 'id="kebutuhan"' in page
        assert ('id="rencana"' in page) is bool(budget)


def test_every_answer_can_be_a_page(tmp_path: Path) -> None:
    path = tmp_path / "gap.html"
    assert asnkarier("gap", "--unit", "Dinas Sosial", "--db", SAMPLE, "--as-of", DAY, "-o", path).code == 0
    page = path.read_text(encoding="utf-8")
    assert 'class="heat"' in page
    assert "30 Juni 2026" in page
