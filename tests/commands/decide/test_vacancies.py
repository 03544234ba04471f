"""forecast vacancies: which posts fall empty when, and who is ready."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import town


def posts(path: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier(
        "forecast", "vacancies", *arguments, "--db", path, "--as-of", ON, "--format", "json", "--policy", "umum"
    )
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)["posts"]
    return {f"{post['position']} @ {post['unit']}": post for post in found}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eko heads a field of Dinas Lain and retires; the same post of Bidang Satu is empty. Adi is ready, Budi PPPK,
    Citra three years a pengawas on 1 February 2027, Dewi not assessed.
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
    return path


HERE, THERE = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu", "Kepala Bidang Satu @ Dinas Lain"


def test_empty_now_and_by_retirement(file: Path) -> None:
    found = posts(file)
    assert (found[HERE]["vacant"], found[HERE]["empty_on"], found[HERE]["holder"]) == (True, None, None)
    # 58 on 5 December 2026: the pension begins on 1 January 2027.
    assert (found[THERE]["vacant"], found[THERE]["empty_on"]) == (False, "2027-01-01")
    assert found[THERE]["holder"]["nip"] == EKO
    assert "Kepala Seksi Pertama @ Dinas Contoh / Bidang Satu" not in found  # its holders stay


def test_only_within_the_months(file: Path) -> None:
    # From 1 October 2026: 1 January 2027 is three months away.
    assert THERE in posts(file, "--months", 3)
    assert THERE not in posts(file, "--months", 2)
    assert list(posts(file, "--unit", "Dinas Lain")) == [THERE]


def test_who_is_ready_now_soon_or_cannot_be_told(file: Path) -> None:
    post = posts(file)[THERE]
    assert [(p["nip"], p["box"]) for p in post["ready_people"]] == [(ADI, 8)]
    # Three years as pengawas from 1 February 2024 are complete on 1 February 2027.
    assert post["soon_people"] == [{"nip": CITRA, "name": "Citra Contoh", "on": "2027-02-01"}]
    assert (post["ready"], post["soon"], post["undetermined"]) == (1, 1, 1)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(file: Path, lang: str) -> None:
    answer = asnkarier("forecast", "vacancies", "--db", file, "--as-of", ON, lang=lang, width=120)
    golden.check(f"decide/vacancies_{lang}", answer.out)
