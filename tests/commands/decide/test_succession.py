"""succession: key posts with holder, retirement and bench — and the posts that nobody could take over first."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from asnkarier.core.defend.following import Bench, Listed, Ready, shared
from asnkarier.core.defend.succession import Holder, Line, in_order, stretched
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.golden import check
from tests.terminal import asnkarier
from tests.town import town

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"
SAMPLE_ON = "2026-06-30"
FAJAR = "198501012010011006"
HERE, THERE = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu", "Kepala Bidang Satu @ Dinas Lain"
SECTION = "Kepala Seksi Pertama @ Dinas Contoh / Bidang Satu"


def run(path: Path, *arguments: object, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("succession", *arguments, "--db", path, "--as-of", on, "--format", "json", "--policy", "umum")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def posts(path: Path, *arguments: object) -> dict[str, Any]:
    return {f"{post['position']} @ {post['unit']}": post for post in run(path, *arguments)["posts"]}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eko heads a field of Dinas Lain; the same post of Bidang Satu is empty. Adi is ready, Budi PPPK, Citra three years a
    pengawas on 1 February 2027, Dewi not assessed, Fajar under the standard.
    """
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, ADI, "Adi Contoh")
        candidate(t, BUDI, "Budi Contoh", kind="PPPK")
        candidate(t, CITRA, "Citra Contoh", since="2024-02-01")
        candidate(t, DEWI, "Dewi Contoh", level=None)
        candidate(
            t, EKO, "Eko Contoh", post="Kepala Bidang Satu @ Dinas Lain", unit="Dinas Lain", birth_date="1968-12-05"
        )
        # 2.0 of 3: JPM 66.67, under 68; against his own standard of 2 it is 100.
        candidate(t, FAJAR, "Fajar Contoh", level=2.0)
    return path


def test_holder_retirement_and_bench(file: Path) -> None:
    found = posts(file)
    assert set(found) == {HERE, THERE, SECTION}
    # 58 on 5 December 2026: the pension begins on 1 January 2027.
    assert (found[THERE]["vacant"], found[THERE]["empty_on"]) == (False, "2027-01-01")
    assert found[THERE]["holders"] == [
        {"nip": EKO, "name": "Eko Contoh", "pension_from": "2027-01-01", "leaves_on": "2027-01-01"}
    ]
    assert (found[HERE]["vacant"], found[HERE]["empty_on"], found[HERE]["holders"]) == (True, None, [])


def test_who_is_ready_now_later_or_with_a_gap(file: Path) -> None:
    post = posts(file)[THERE]
    assert [(p["nip"], p["rises"]) for p in post["ready_people"]] == [(ADI, True)]
    # Three years as pengawas from 1 February 2024 are complete on 1 February 2027, within the year.
    assert [(p["nip"], p["on"]) for p in post["soon_people"]] == [(CITRA, "2027-02-01")]
    assert (post["ready_in_1_year"], post["ready_in_2_years"]) == (1, 1)
    assert [(p["nip"], p["on"]) for p in post["closable_people"]] == [(FAJAR, None)]
    assert (post["bench"], post["ready"], post["closable"], post["undetermined"]) == ("single", 1, 1, 1)
    # Eko holds the other field and may move here: that would be no promotion, and leave his own post empty.
    here = posts(file)[HERE]
    assert {p["nip"]: p["rises"] for p in here["ready_people"]} == {ADI: True, EKO: False}
    assert (here["ready"], here["ready_from_below"], here["bench"]) == (2, 1, "several")


def test_the_bench_is_the_list_without_the_holders(file: Path) -> None:
    for path, on in ((file, ON), (SAMPLE, SAMPLE_ON)):
        found = run(path, "--all", "--kind", "administrator", on=on)
        # Where a place falls empty within two years, the pension of others decides too.
        later = [post for post in found["posts"] if (post["empty_on"] or on) <= on or post["empty_on"] > "2028-12-31"]
        assert later
        for post in later[:4]:
            name = f"{post['position']} @ {post['unit'].split(' / ')[-1]}"
            answer = asnkarier("shortlist", name, "--db", path, "--as-of", on, "--format", "json", "--policy", "umum")
            listed = json.loads(answer.out)
            assert {p["nip"] for p in post["ready_people"]} == {c["nip"] for c in listed["candidates"]}
            assert post["undetermined"] == listed["undetermined"]


def test_who_is_pensioned_when_the_place_falls_empty_could_not_follow(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    there = {"post": "Kepala Bidang Satu @ Dinas Lain", "unit": "Dinas Lain"}
    with town(path) as t:
        basic(t)
        # 58 on 5 December 2026 the holder is pensioned from 1 January 2027 on, and so is Adi, born in the same month.
        candidate(t, EKO, "Eko Contoh", birth_date="1968-12-05", **there)
        candidate(t, ADI, "Adi Contoh", birth_date="1968-12-31")
        candidate(t, BUDI, "Budi Contoh", birth_date="1969-01-01")
    found = posts(path)
    assert [p["nip"] for p in found[THERE]["ready_people"]] == [BUDI]
    assert {p["nip"] for p in found[HERE]["ready_people"]} == {ADI, BUDI, EKO}


def held(*days: str | None) -> tuple[Holder, ...]:
    nobody: Any = None
    return tuple([Holder(nobody, None, date.fromisoformat(day) if day else None) for day in days])


@pytest.mark.parametrize(
    ("days", "headcount", "empty", "empty_on"),
    [
        (("2043-06-01", "2027-06-01", "2030-01-01"), 3, 0, "2027-06-01"),  # the first of three places
        (("2043-06-01", "2027-06-01", "2030-01-01"), 2, 0, "2030-01-01"),  # one too many: the second leaves a place
        (("2043-06-01", "2027-06-01", "2030-01-01"), 4, 1, None),  # one is empty today
        (("2043-06-01", "2027-06-01"), None, None, "2027-06-01"),
        (("2027-06-01",), 1, 0, "2027-06-01"),
        ((None,), 1, 0, None),
        ((None, "2030-01-01"), 2, 0, "2030-01-01"),
        ((), 1, 1, None),
        ((), None, 1, None),
    ],
)
def test_the_first_place_to_fall_empty(
    days: tuple[str | None, ...], headcount: int | None, empty: int | None, empty_on: str | None
) -> None:
    nobody = Bench(*[shared([]).of("", frozenset())] * 3, 0)
    one = Line("Kepala Seksi", None, "pengawas", held(*days), nobody, headcount)
    assert (one.places_empty, one.empty_on and one.empty_on.isoformat()) == (empty, empty_on)


def test_only_of_a_unit_or_a_kind(file: Path) -> None:
    assert set(posts(file, "--unit", "Dinas Lain")) == {THERE}
    assert set(posts(file, "--kind", "pengawas")) == {SECTION}
    assert posts(file, "--kind", "jpt_pratama") == {}


def test_posts_without_a_successor_first(file: Path) -> None:
    found = run(file)
    depths = ["none", "gap", "later", "single", "several"]
    assert [depths.index(post["bench"]) for post in found["posts"]] == sorted(
        depths.index(post["bench"]) for post in found["posts"]
    )
    assert sum(found["by_bench"].values()) == found["count"] == len(found["posts"])
    assert found["ready_places"] == sum(post["ready"] for post in found["posts"])
    assert found["ready_people"] <= found["ready_places"]


def line(name: str, ready: int = 0, soon: int = 0, gap: int = 0) -> Line:
    def people(count: int) -> Listed:
        blank: Any = type("P", (), {})
        made = []
        for number in range(count):
            one = blank()
            one.id, one.nip = number, f"{number:018}"
            made.append(Ready(one, 9, None, True))
        return shared([one] for one in made).of("", frozenset())

    return Line(name, None, "pengawas", (), Bench(people(ready), people(soon), people(gap), 0))


def test_how_deep_a_bench_is() -> None:
    lines = [line("e", ready=2), line("d", ready=1), line("c", soon=1, gap=3), line("b", gap=1), line("a")]
    assert [one.depth for one in lines] == ["several", "single", "later", "gap", "none"]
    assert [one.position for one in in_order(lines, {"pengawas": 2})] == ["a", "b", "c", "d", "e"]
    # The first is ready for two posts, the second for one.
    assert [count for _, count in stretched(lines)] == [2, 1]


@pytest.mark.parametrize("language", ["id", "en"])
def test_what_people_see(language: str) -> None:
    answer = asnkarier(
        "succession", "--unit", "Dinas Kesehatan", "--db", SAMPLE, "--as-of", SAMPLE_ON, "--lang", language, width=140
    )
    assert answer.code == 0, answer.err
    check(f"decide/succession-{language}", answer.out)
