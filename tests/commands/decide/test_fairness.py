"""fairness, as people run it: counts that add up to the pool, missing apart, and what stands out."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden import check
from tests.terminal import asnkarier
from tests.town import town

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
ON = "2026-06-30"
HEALTH = "Kepala Bidang Pelayanan Kesehatan"


def run(file: Path, *arguments: object, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("fairness", *arguments, "--db", file, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def measure(found: dict[str, Any], name: str) -> dict[str, Any]:
    return next(m for m in found["measures"] if m["measure"] == name)


def groups(found: dict[str, Any], name: str, division: str) -> dict[Any, dict[str, Any]]:
    by = next(d for d in measure(found, name)["by"] if d["division"] == division)
    return {group["group"]: group for group in by["groups"]}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("fair") / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Dinas", "Dinas Contoh", "jpt_pratama", heads_unit="ya")
        t.post("Pengelola", None, "pelaksana")
        t.covers("trainings", "2026-12-31")
        t.person("197001011995011001", "Kepala Contoh", post="Kepala Dinas", unit="Dinas Contoh", sex="L")
        for number in range(1, 25):
            sex, nip = "LP"[number % 2], f"19900101201501{number % 2 + 1}{number:03}"
            born = "1990-01-01"
            t.person(
                nip, f"Pegawai {number:02} Contoh", post="Pengelola", unit="Dinas Contoh", sex=sex, birth_date=born
            )
            # Men: 10 of 12 Sangat Baik. Women (odd numbers): 2 of 11 and one without an evaluation.
            if sex == "L":
                t.evaluation(nip, 2025, "sangat_baik" if number <= 20 else "baik")
            elif number > 1:
                t.evaluation(nip, 2025, "sangat_baik" if number <= 5 else "baik")
            if number % 3 == 0:
                t.fact(
                    "training",
                    nip,
                    title="Pelatihan",
                    title_key="pelatihan",
                    dated="2025-05-01",
                    ended_on="2025-05-01",
                    jp=200_000,
                )
    return path


def test_counts_ratio_and_chance_by_hand(file: Path) -> None:
    found = run(file)
    assert found["year"] == 2025
    rated = measure(found, "predicate")
    # 24 and their head are on duty; the head and one woman have no evaluation: counted apart, on neither side.
    assert (rated["pool"], rated["selected"], rated["not_selected"], rated["missing"]) == (25, 12, 11, 2)
    men, women = (groups(found, "predicate", "sex")[sex] for sex in "LP")
    assert (men["known"], men["selected"], men["missing"], men["finding"]) == (12, 10, 1, "highest")
    assert (women["known"], women["selected"], women["missing"]) == (11, 2, 1)
    # 2/11 beside 10/12: ratio 0.2182. Of C(23,12) = 1,352,078 tables C(12,10) × C(11,2) = 3630 are like this one, 132 and 1 lie
    # further out, and 12 and 726 of the other side are as rare (the next has 12,100): 4501 / 1,352,078 = 0.0033.
    assert round(women["ratio"], 4) == 0.2182
    assert round(women["p"], 4) == 0.0033
    assert (women["p_adjusted"], women["finding"]) == (women["p"], "beyond_chance")


def test_the_hours_of_pns_only_and_with_the_law_of_the_year(file: Path) -> None:
    hours = measure(run(file), "hours")
    # Eight of 25 have a training of 20 JP in 2025; the register reaches far enough, so the others are sure.
    assert (hours["pool"], hours["selected"], hours["missing"]) == (25, 8, 0)


def test_small_groups_are_not_judged(file: Path) -> None:
    ages = groups(run(file), "predicate", "age")
    # Born in 1990: 36 years on 30 June 2026. The head's birthday is not on record: a group of its own, never compared.
    assert ages["36–40"]["finding"] == "highest"
    assert ages[None]["finding"] == "not_known"


def test_every_measure_adds_up(file: Path) -> None:
    for found in (run(file), run(SAMPLE, "--for", HEALTH, "--top", 5)):
        for one in found["measures"]:
            assert one["pool"] == one["selected"] + one["not_selected"] + one["missing"]
            for division in one["by"]:
                assert sum(g["known"] + g["missing"] for g in division["groups"]) == one["pool"]
                assert sum(g["selected"] for g in division["groups"]) == one["selected"]


def test_the_list_is_that_of_shortlist() -> None:
    found = run(SAMPLE, "--for", HEALTH, "--top", 5)
    listed = json.loads(asnkarier("shortlist", HEALTH, "--db", SAMPLE, "--as-of", ON, "--format", "json").out)
    one = measure(found, "shortlist")
    assert (one["selected"], one["missing"]) == (listed["eligible"], listed["undetermined"])
    assert one["pool"] == listed["considered"]
    first = measure(found, "top")
    assert first["selected"] == sum(c["rank"] <= 5 for c in listed["candidates"])
    assert first["pool"] == listed["eligible"]


def test_the_boxes_are_those_of_talent() -> None:
    boxes = json.loads(asnkarier("talent", "--db", SAMPLE, "--as-of", ON, "--format", "json").out)
    one = measure(run(SAMPLE), "boxes")
    # Who may be in 7, 8 or 9 and nowhere else is in the group for sure, though the box itself is not.
    sure = sum(boxes["boxes"][box] for box in "789")
    assert one["selected"] >= sure
    assert one["pool"] == len(boxes["people"])


def test_of_a_unit_only_its_people(file: Path) -> None:
    assert measure(run(SAMPLE, "--unit", "Dinas Kesehatan"), "boxes")["pool"] < measure(run(SAMPLE), "boxes")["pool"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_people_see(language: str) -> None:
    answer = asnkarier("fairness", "--for", HEALTH, "--db", SAMPLE, "--as-of", ON, "--lang", language)
    assert answer.code == 0, answer.err
    check(f"decide/fairness-{language}", answer.out)
