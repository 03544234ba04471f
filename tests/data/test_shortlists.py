"""The example posts on the sample: everybody in the story ends where data/README.md says."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier

DATA = Path(__file__).parents[2] / "data"
SAMPLE = DATA / "sample.sqlite"
DAY = "2026-06-30"
CAST: list[list[str]] = [
    line.strip("| ").split(" | ")
    for line in (DATA / "README.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d{18} \|", line)
]
REASONS = {
    "not met: administrator only since January 2025": "experience_in_post",
    "not met: passed his 56th birthday": "age",
    "not met: JPM against the post is 65 %": "competency",
    "not met: Butuh Perbaikan in 2024": "performance",
    "not met: serving a sedang sanction": "discipline",
    "not met: two years as ahli madya are complete one day late, on 1 July 2026": "experience_in_post",
    "not met: three years as Plt. count nothing, ahli madya only since April 2025": "experience_in_post",
    "not met: never worked in the field": "experience_in_field",
    "undetermined: her assessment of 10 May 2023 has expired": "competency",
    "undetermined: never assessed": "competency",
    "undetermined: no evaluation of 2025": "performance",
    "undetermined: a recap gives JPM alone, against an administrator's standard and not the post's": "competency",
}


def shortlist(post: str, *more: object) -> dict[str, Any]:
    said = asnkarier("shortlist", post, "--as-of", DAY, "--db", SAMPLE, "--format", "json", "--all", *more)
    assert said.code == 0, said.err
    answer: dict[str, Any] = json.loads(said.out)
    return answer


@pytest.fixture(scope="module")
def health() -> dict[str, Any]:
    return shortlist("Kepala Dinas Kesehatan")


def standing(answer: dict[str, Any], nip: str) -> tuple[str, dict[str, str]]:
    """Where a person stands, and the checks that are not met there; the talent box follows from the others."""
    lists = {"candidates": "eligible", "undetermined_people": "undetermined", "excluded_people": "not met"}
    for name, words in lists.items():
        for person in answer[name]:
            if person["nip"] == nip:
                checks = {c["check"]: c["outcome"] for c in person["checks"] if c["outcome"] != "met"}
                return words, {check: outcome for check, outcome in checks.items() if check != "box"}
    raise AssertionError(f"{nip} is nowhere on the shortlist")


@pytest.mark.parametrize(("nip", "why"), [(nip.strip(), why) for nip, _, why in CAST])
def test_everybody_in_the_story_ends_where_the_readme_says(health: dict[str, Any], nip: str, why: str) -> None:
    words, checks = standing(health, nip)
    assert words == re.split("[:;]", why)[0]
    if words == "eligible":
        assert checks == {}
    else:
        assert checks == {REASONS[why]: "unknown" if words == "undetermined" else "not_met"}


def test_the_shortlist_has_something_of_everything(health: dict[str, Any]) -> None:
    assert health["considered"] == health["eligible"] + health["undetermined"] + len(health["excluded_people"])
    assert health["eligible"] == len(health["candidates"]) >= 8
    assert health["undetermined"] >= 4
    assert set(health["excluded"]) >= {
        "status", "education", "experience_in_post", "experience_in_field", "performance", "competency", "age", "discipline",
    }  # fmt: skip
    assert [c["rank"] for c in health["candidates"]] == list(range(1, health["eligible"] + 1))
    assert {c["box"] for c in health["candidates"]} == {8, 9}
    # Those of the health agencies have their technical competencies measured; the score of the others is a range.
    exact = [c["score"] is not None for c in health["candidates"]]
    assert exact.count(False) >= 2
    assert exact.count(True) >= 6
    # Heads of other agencies move on the same level (PP 11/2017 Ps 132), the others rise.
    assert {c["move"] for c in health["candidates"]} == {"horizontal", "diagonal"}


def test_who_is_away_is_not_among_the_considered(health: dict[str, Any]) -> None:
    # 1192 on the roster of the day: 2 on leave, 1 suspended, 3 about to retire and 2 studying are not on duty.
    assert health["pool"]["on_duty"] == health["considered"] == 1192 - 2 - 1 - 3 - 2


@pytest.mark.parametrize("post", ["Kepala Bidang Mutasi dan Kinerja Aparatur", "Lurah Sukaharja"])
def test_the_other_example_posts_have_candidates_and_open_questions(post: str) -> None:
    answer = shortlist(post)
    assert answer["eligible"] >= 10
    assert answer["undetermined"] >= 10
    assert set(answer["excluded"]) >= {"status", "education", "experience_in_post", "performance", "competency"}
