"""stability, as people run it: two candidates close together, worked out by hand, and the sample's golden table."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import asked, ground, records, target_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.core.access import Access
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.defend import stability as defend
from asnkarier.core.defend.variants import Variant
from asnkarier.store.database import open_database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.units import Units
from tests.golden import check
from tests.terminal import asnkarier
from tests.town import Town, town

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
ON = "2026-10-01"
SAMPLE_ON = "2026-06-30"
"""A day up to which the registers of the sample reach."""
POST = "Kepala Bidang Satu"
HEALTH = "Kepala Bidang Pelayanan Kesehatan"
ADI, BUDI, CITRA, DEWI = "198001012005011001", "198101012006011002", "198201012007012003", "198301012008012004"


def candidate(t: Town, nip: str, name: str, level: float | None, education: str, since: str, **rated: Any) -> None:
    """Add someone of a functional post equal to pengawas, whose own standard is 3 as that of the post to fill."""
    t.person(
        nip,
        name,
        post="Analis Ahli Muda",
        unit="Bidang Satu",
        since=since,
        golongan="III/d",
        birth_date=f"{nip[:4]}-01-01",
        appointed_on="2005-01-01",
        education=education,
        field_of_study="Administrasi Negara",
    )
    for year in (2024, 2025):
        t.evaluation(nip, year, rated.get("predicate", "sangat_baik"))
    if level is not None:
        t.assessment(nip, "2025-06-01", *([level] * 9))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Bidang Satu", "Dinas Contoh")
        t.post(POST, "Bidang Satu", "administrator", echelon="III.b")
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        for register in ("history", "discipline", "trainings", "educations", "exams"):
            t.covers(register, "2026-12-31")
        candidate(t, ADI, "Adi Contoh", 3.0, "S1", "2022-01-01")
        candidate(t, BUDI, "Budi Contoh", 2.9, "S3", "2020-01-01")
        candidate(t, CITRA, "Citra Contoh", None, "S3", "2020-01-01")
        candidate(t, DEWI, "Dewi Contoh", 3.0, "S3", "2020-01-01", predicate="kurang")
    return path


def run(file: Path, *arguments: object, post: str = POST, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("stability", post, *arguments, "--db", file, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def variant(found: dict[str, Any], name: str, after: float) -> dict[str, Any]:
    return next(v for v in found["variants"] if v["name"] == name and v["after"] == after)


def test_who_enters_and_who_leaves(file: Path) -> None:
    # No fields are named, so the weights add to 95. Adi: 65 × 100 + 5 × 80 + 5 × 50 + 5 × 80 + 15 × 100 = 9050;
    # Budi (JPM 29/30 = 96.67): 6283.33 + 500 + 250 + 500 + 1500 = 9033.33. Adi is first.
    found = run(file, "--top", 1)
    assert (found["eligible"], found["undetermined"], found["considered"]) == (2, 1, 4)
    assert [c["nip"] for c in found["candidates"]] == [ADI, BUDI]
    # Competency 60: Adi 6000 + 40/35 × 2550 = 8914.3, Budi 5800 + 40/35 × 2750 = 8942.9. Budi enters, Adi leaves.
    changed = variant(found, "competency", 60)
    assert [(m["nip"], m["rank_before"], m["rank_after"]) for m in changed["enters"]] == [(BUDI, 2, 1)]
    assert [(m["nip"], m["rank_before"], m["rank_after"]) for m in changed["leaves"]] == [(ADI, 1, 2)]
    # Competency 70: 7000 + 30/35 × 2550 = 9185.7 against 6766.7 + 30/35 × 2750 = 9123.8. Adi stays.
    assert variant(found, "competency", 70)["enters"] == []
    # Education 10: Adi 90/95 × 8650 + 800 = 8994.7, Budi 90/95 × 8533.3 + 1000 = 9084.2. Budi enters.
    assert [m["nip"] for m in variant(found, "education", 10)["enters"]] == [BUDI]
    assert found["verdict"] == "sensitive"
    assert found["changing"] == sum(bool(v["enters"] or v["leaves"]) for v in found["variants"])
    adi, budi = found["candidates"]
    assert (adi["rank_best"], adi["rank_worst"]) == (1, 2)
    assert (budi["rank_best"], budi["rank_worst"]) == (1, 2)
    assert adi["in_top"] + budi["in_top"] == len(found["variants"]) == adi["listed"]


def test_both_places_together_are_firm_but_for_the_undetermined(file: Path) -> None:
    # Among the first two stand both, whatever moves. Citra has no assessment: with JPM 100 she would pass both.
    found = run(file, "--top", 2)
    assert (found["verdict"], found["changing"]) == ("firm_but_open", 0)
    assert [(p["nip"], p["best_possible_rank"]) for p in found["undetermined_people"]] == [(CITRA, 1)]


def test_weights_that_stand_alone_or_beside_one_other_are_tried_once(file: Path) -> None:
    found = run(file)
    names = [(v["area"], v["name"]) for v in found["variants"] if v["what"] == "weight"]
    # The predicate is the whole of performance; talent 55:45 is the same as 45:55 seen from the other side.
    assert ("performance", "predicate") not in names
    assert names.count(("talent", "performance")) == 2
    assert ("talent", "potential") not in names
    # 6 weights of potential and 1 of talent by 2, and 5 cut-offs by 2.
    assert len(found["variants"]) == 24


def test_lines_and_who_stands_near_them(file: Path) -> None:
    found = run(file, "--top", 1)
    lines = {(b["area"], b["border"]): b for b in found["borders"]}
    # Adi 9050/95 = 95.26 and 100 make 97.63; Budi 9033.33/95 = 95.09 and 100 make 97.54: both within a point of the first place.
    assert lines["score", "last_place"]["within"] == 2
    assert round(lines["score", "last_place"]["at"], 2) == 97.63
    # Nobody stands within a point of 68; Citra may stand anywhere in potential.
    assert lines["eligibility", "minimum_jpm"]["within"] == 0
    assert lines["potential", "high_from"]["possibly"] == 1
    assert lines["performance", "high_from"]["within"] == 0


def test_a_cut_off_lets_somebody_in(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Bidang Satu")
        t.post(POST, "Bidang Satu", "administrator", echelon="III.b")
        t.post("Analis Ahli Muda", None, "jf_ahli_muda")
        for register in ("history", "discipline", "trainings", "educations", "exams"):
            t.covers(register, "2026-12-31")
        # JPM 2.02/3 = 67.33: under 68, from 67 on enough. Potential 4376.7 + 2750 of 95 = 75.02: middle, box 7.
        candidate(t, ADI, "Adi Contoh", 2.02, "S3", "2020-01-01")
    found = run(path)
    assert (found["eligible"], found["verdict"]) == (0, "sensitive")
    assert [m["nip"] for m in variant(found, "minimum_jpm", 67)["enters"]] == [ADI]
    assert variant(found, "minimum_jpm", 69)["eligible"] == 0
    assert {(b["area"], b["border"]): b["within"] for b in found["borders"]}["eligibility", "minimum_jpm"] == 1
    assert found["candidates"][0]["rank"] is None


def test_the_list_is_that_of_shortlist() -> None:
    found = run(SAMPLE, post=HEALTH, on=SAMPLE_ON)
    answer = asnkarier("shortlist", HEALTH, "--db", SAMPLE, "--as-of", SAMPLE_ON, "--format", "json")
    listed = json.loads(answer.out)
    assert {c["nip"]: c["rank"] for c in found["candidates"] if c["rank"]} == {
        c["nip"]: c["rank"] for c in listed["candidates"]
    }
    assert (found["eligible"], found["undetermined"]) == (listed["eligible"], listed["undetermined"])
    assert found["policy"] == listed["policy"]


def test_a_neighbour_that_changes_nothing_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The policy itself, taken for its own neighbour, gives the list it is compared with."""
    on = date.fromisoformat(SAMPLE_ON)
    with open_database(str(SAMPLE), Access.READ) as db:
        base = ground(db, lawbook(db), policy_in_use(db, None), on)
        units = Units(db)
        target = target_of(positions.find(db, HEALTH, units, on), base)
        same = Variant("weight", "talent", "performance", 0, 0, base.setting.policy)
        monkeypatch.setattr(defend, "variants", lambda policy, target: [same])
        required = asked(target, base)
        people = considered(staff.everyone(db, on, staff.ON_DUTY), target, base, units).people
        found = []
        for order in (people, people[::-1]):
            judge = Judge(target, required, base.setting, records(base, required))
            found.append(
                defend.stability(judge, order, lambda setting: asked(target, base._replace(setting=setting)), 5)
            )
    first = found[0]
    assert first.varied[0].eligible == len(first.base.ranked) > 0
    assert first.varied[0].undetermined == len(first.base.undetermined) > 0
    assert not first.changing
    assert all(i.rank == i.best == i.worst and i.listed == 1 for i in first.intervals)
    # Nor does the order in which people come.
    assert found[1].intervals == first.intervals
    assert found[1].possible == first.possible
    assert found[1].borders == first.borders


def test_no_place_is_asked_for(file: Path) -> None:
    answer = asnkarier("stability", POST, "--top", 0, "--db", file, "--lang", "en")
    assert answer.code == 2
    assert "--top 0" in answer.err


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_people_see(language: str) -> None:
    answer = asnkarier("stability", HEALTH, "--db", SAMPLE, "--as-of", SAMPLE_ON, "--top", 5, "--lang", language)
    assert answer.code == 0, answer.err
    check(f"decide/stability-{language}", answer.out)
