"""forecast vacancies: which posts fall empty when, and who is ready."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import town

GITA = "198501012010012006"


def posts(path: Path, *arguments: object) -> dict[str, Any]:
    answer = asnkarier(
        "forecast", "vacancies", *arguments, "--db", path, "--as-of", ON, "--format", "json", "--policy", "umum"
    )
    assert answer.code == 0, answer.err
    found = json.loads(answer.out)["posts"]
    return {f"{post['position']} @ {post['unit']}": post for post in found}


def made(tmp_path: Path, **gita: Any) -> Path:
    """Return the town of `file`, with one more pengawas where something is said of her."""
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
        if gita:
            candidate(t, GITA, "Gita Contoh", **gita)
    return path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Eko heads a field of Dinas Lain and retires; the same post of Bidang Satu is empty. Adi is ready, Budi PPPK,
    Citra three years a pengawas on 1 February 2027, Dewi not assessed.
    """
    return made(tmp_path)


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


@pytest.mark.parametrize(
    ("born", "ready"),
    [
        # Dinas Lain falls empty on 1 January 2027. A pengawas goes at 58: born in December 1968 the pension begins on that very
        # day, born in January 1969 on 1 February 2027.
        ("1968-12-31", False),
        ("1969-01-01", True),
        (None, True),  # by the NIP, 1985
    ],
)
def test_who_is_pensioned_by_then_is_not_ready(tmp_path: Path, born: str | None, ready: bool) -> None:
    found = posts(made(tmp_path, birth_date=born))
    assert ({p["nip"] for p in found[THERE]["ready_people"]} == {ADI, GITA}) is ready
    assert found[THERE]["ready"] == (2 if ready else 1)
    # The post that is empty today may be given to all who are in service today.
    assert GITA in {p["nip"] for p in found[HERE]["ready_people"]}


@pytest.mark.parametrize(
    ("born", "soon"),
    # Three years a pengawas on 1 February 2027: with a pension from that day never, with one from 1 March on that day.
    [("1969-01-31", False), ("1969-02-01", True)],
)
def test_who_is_pensioned_before_being_ready_is_never_ready(tmp_path: Path, born: str, soon: bool) -> None:
    for post in posts(made(tmp_path, since="2024-02-01", birth_date=born)).values():
        assert (GITA in {p["nip"] for p in post["soon_people"]}) is soon


def counted(post: Any) -> tuple[int, ...]:
    """Return who is ready, soon, undetermined today and soon, and not: nobody is in none of them."""
    found = tuple(post[key] for key in ("ready", "soon", "undetermined", "undetermined_soon", "not_ready"))
    assert sum(found) == post["considered"]
    return found


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # Adi and Gita are ready, Citra soon, Dewi undetermined, Budi is PPPK; Eko, who holds the post, is not considered.
        ({"level": 2.7}, (2, 1, 1, 0, 1)),
        # Three years a pengawas on 1 February 2027, and not assessed: nobody can tell, then as today.
        ({"since": "2024-02-01", "level": None}, (1, 1, 1, 1, 1)),
        # The two years looked at end on 1 October 2028: three years from 1 October 2025 on are complete then, from the next day on not.
        ({"since": "2025-10-01", "level": None}, (1, 1, 1, 1, 1)),
        ({"since": "2025-10-02", "level": None}, (1, 1, 1, 0, 2)),
        # What time does not mend is no question of what is not known.
        ({"since": "2024-02-01", "level": None, "kind": "PPPK"}, (1, 1, 1, 0, 2)),
        # Pensioned on 1 February 2027, the day of the three years: never ready, whatever an assessment says.
        ({"since": "2024-02-01", "level": None, "birth_date": "1969-01-31"}, (1, 1, 1, 0, 2)),
        ({"since": "2024-02-01", "level": None, "birth_date": "1969-02-01"}, (1, 1, 1, 1, 1)),
    ],
)
def test_who_may_be_ready_soon_is_counted_apart(
    tmp_path: Path, changes: dict[str, Any], expected: tuple[int, ...]
) -> None:
    path = made(tmp_path, **changes)
    assert counted(posts(path)[THERE]) == expected


def test_posts_with_nobody_of_whom_it_cannot_be_told_are_said(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, GITA, "Gita Contoh", since="2024-02-01", level=None)
    answer = asnkarier("forecast", "vacancies", "--db", path, "--as-of", ON, "--format", "json", "--policy", "umum")
    found = json.loads(answer.out)
    # The two posts of administrator are empty and there is nobody but Gita, who cannot be told; she holds the third of the town.
    assert (found["without_successor"], found["successor_undetermined"]) == (2, 2)
    said = " ".join(asnkarier("forecast", "vacancies", "--db", path, "--as-of", ON, lang="en").out.split())
    assert "0 + 1" in said
    assert "For 2 of the posts with nobody ready there are people of whom it cannot be told." in said


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_whole_answer(file: Path, lang: str) -> None:
    answer = asnkarier("forecast", "vacancies", "--db", file, "--as-of", ON, lang=lang, width=120)
    golden.check(f"decide/vacancies_{lang}", answer.out)


def seats(tmp_path: Path, headcount: int | None, holders: int, retiring: int, kind: str = "jf_ahli_madya") -> Any:
    path = tmp_path / f"{headcount}-{holders}-{retiring}-{kind}.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Arsiparis Contoh", "Dinas Contoh", kind, headcount=headcount)
        age = 60 if kind == "jf_ahli_madya" else 58
        for number in range(holders):
            # Born in November: the pension begins on 1 December 2026; others are forty.
            born = f"{2026 - age}-11-05" if number < retiring else "1986-11-05"
            nip = f"19700101200001{1:01}{number + 1:03}"
            t.person(nip, f"Contoh {number}", post="Arsiparis Contoh", unit="Dinas Contoh", birth_date=born)
    answer = asnkarier("forecast", "vacancies", "--db", path, "--as-of", ON, "--format", "json", "--policy", "umum")
    assert answer.code == 0, answer.err
    listed = json.loads(answer.out)["seats"]
    found = next((line for line in listed if line["position"] == "Arsiparis Contoh"), None)
    return found and tuple(found[key] for key in ("headcount", "holders", "empty_now", "falling_empty", "first_on"))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        # One seat, its holder retires; three holders, one of whom retires; one seat of two empty; nothing to say.
        ((1, 1, 1), (1, 1, 0, 1, "2026-12-01")),
        ((3, 3, 1), (3, 3, 0, 1, "2026-12-01")),
        ((None, 2, 1), (None, 2, None, 1, "2026-12-01")),
        ((2, 1, 0), (2, 1, 1, 0, None)),
        ((1, 1, 0), None),
        ((1, 2, 0), None),
        ((None, 1, 0), None),
        # Pelaksana: only with a headcount.
        ((1, 1, 1, "pelaksana"), (1, 1, 0, 1, "2026-12-01")),
        ((None, 1, 1, "pelaksana"), None),
    ],
)
def test_seats_of_functional_posts(tmp_path: Path, case: Any, expected: Any) -> None:
    assert seats(tmp_path, *case) == expected
