"""shortlist of several posts: each list as it is alone, who is on more than one, and what falls empty if somebody moves."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate, shortlist
from tests.terminal import asnkarier
from tests.town import town

SATU, LAIN = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu", "Kepala Bidang Satu @ Dinas Lain"
DINAS = "Kepala Dinas Contoh"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Adi is a pengawas and alone in the post; Budi and Citra share one with two seats; Dewi heads Bidang Satu and may head the
    agency; Eko is one of the ahli muda, whose headcount nobody knows.
    """
    path = tmp_path_factory.mktemp("several") / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Kepala Seksi Dua", "Bidang Satu", "pengawas", echelon="IV.a", headcount=2)
        t.post(DINAS, "Dinas Contoh", "jpt_pratama", echelon="II.b", headcount=1)
        candidate(t, ADI, "Adi Contoh", predicates={2024: "baik", 2025: "sangat_baik"})
        candidate(t, BUDI, "Budi Contoh", post="Kepala Seksi Dua", education="S2")
        candidate(t, CITRA, "Citra Contoh", post="Kepala Seksi Dua", kind="PPPK")
        head = {"post": "Kepala Bidang Satu @ Bidang Satu", "level": 4.0, "since": "2015-01-01"}
        candidate(t, DEWI, "Dewi Contoh", **head)
        candidate(t, EKO, "Eko Contoh", post="Analis Kebijakan Ahli Muda")
        t.db.execute("UPDATE position SET job_family = 'umum'")
    return path


def several(file: Path, *posts: str, top: int | None = None) -> dict[str, Any]:
    limit = () if top is None else ("--top", top)
    answer = asnkarier("shortlist", *posts, *limit, "--db", file, "--as-of", ON, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def test_one_post_is_the_object_it_always_was(file: Path) -> None:
    assert "lists" not in several(file, SATU)
    assert "lists" not in several(file, SATU, SATU)  # named twice is named once


def test_each_list_is_what_the_post_alone_says(file: Path) -> None:
    found = several(file, SATU, LAIN, DINAS)
    assert found["lists"] == [shortlist(file, post=post) for post in (SATU, LAIN, DINAS)]
    assert found["as_of"] == ON
    assert found["policy"] == found["lists"][0]["policy"]


def test_who_is_on_more_than_one(file: Path) -> None:
    found = several(file, SATU, LAIN, DINAS)
    ranks = {one["nip"]: [(p["unit"], p["rank"]) for p in one["lists"]] for one in found["on_several"]}
    # Both posts ask the same, so the three stand on both; Dewi holds the one and is a candidate of the other two.
    assert set(ranks) == {ADI, BUDI, EKO, DEWI}
    assert [unit for unit, _ in ranks[ADI]] == ["Dinas Contoh / Bidang Satu", "Dinas Lain"]
    assert [unit for unit, _ in ranks[DEWI]] == ["Dinas Lain", "Dinas Contoh"]
    for nip, places in ranks.items():
        for unit, rank in places:
            one = next(one for one in found["lists"] if one["unit"] == unit)
            assert next(c["rank"] for c in one["candidates"] if c["nip"] == nip) == rank
    assert [min(rank for _, rank in ranks[one["nip"]]) for one in found["on_several"]] == [1, 1, 2, 3]
    assert several(file, SATU, LAIN, top=1)["on_several"] == several(file, SATU, LAIN)["on_several"]


def left(found: dict[str, Any], nip: str) -> dict[str, Any]:
    step = next(step for step in found["falls_empty"] if step["nip"] == nip)
    return {key: step[key] for key in ("empty", "headcount", "holders_left")}


def test_what_falls_empty(file: Path) -> None:
    found = several(file, SATU, DINAS, top=4)
    # Adi alone holds Kepala Seksi Pertama, whose headcount nobody recorded: a post of the line without a holder is empty.
    assert left(found, ADI) == {"empty": True, "headcount": None, "holders_left": 0}
    # Of two seats for Budi and Citra one falls empty.
    assert left(found, BUDI) == {"empty": True, "headcount": 2, "holders_left": 1}
    # How many ahli muda there should be is not known.
    assert left(found, EKO) == {"empty": None, "headcount": None, "holders_left": 0}


def test_the_chain_of_vacancies(file: Path) -> None:
    found = several(file, SATU, DINAS)
    # Dewi heads Bidang Satu, for which there is a list: its first follows, and leaves a post without one.
    dewi = next(step for step in found["falls_empty"] if step["nip"] == DEWI)
    first = next(one for one in found["lists"] if one["unit"] == "Dinas Contoh / Bidang Satu")["candidates"][0]
    assert [(step["nip"], step["to"]["unit"]) for step in dewi["then"]] == [
        (first["nip"], "Dinas Contoh / Bidang Satu")
    ]
    alone = several(file, LAIN, DINAS)
    assert next(step for step in alone["falls_empty"] if step["nip"] == DEWI)["then"] == []


@pytest.mark.parametrize("lang", ["id", "en"])
def test_what_people_see(file: Path, lang: str) -> None:
    answer = asnkarier("shortlist", SATU, LAIN, DINAS, "--db", file, "--as-of", ON, width=140, lang=lang)
    golden.check(f"decide/shortlist_several.{lang}", answer.out)
