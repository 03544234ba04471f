"""The seats a list is for: headcount against definitive holders and coming retirements, and who acts."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, ON, basic, candidate, shortlist
from tests.terminal import asnkarier
from tests.town import Town, town

POST = "Kepala Bidang Satu @ Dinas Contoh / Bidang Satu"


def written(tmp_path: Path, headcount: int | None, *holders: dict[str, Any], write: Any = None) -> Path:
    """Adi may be promoted; the holders hold the post of administrator with so many seats."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.sqlite"
    with town(path) as t:
        basic(t)
        t.db.execute("UPDATE position SET headcount = ? WHERE id = ?", (headcount, t.posts["Kepala Bidang Satu"]))
        candidate(t, ADI, "Adi Contoh")
        for nip, holder in zip((BUDI, CITRA), holders, strict=False):
            candidate(t, nip, f"Pejabat {nip[3]}", post="Kepala Bidang Satu", **holder)
        if write:
            write(t)
    return path


def seats(path: Path, *arguments: object, on: str = ON) -> dict[str, Any]:
    found = shortlist(path, *arguments, on=on)
    assert found["eligible"] == 1  # a list is made whether a seat is vacant or not
    answer: dict[str, Any] = found["seats"]
    return answer


def said(path: Path, *arguments: object) -> str:
    answer = asnkarier("shortlist", POST, *arguments, "--db", path, "--as-of", ON, lang="en", width=2000)
    assert answer.code == 0, answer.err
    return next(line for line in answer.out.splitlines() if "seat" in line.lower())


STAYS, RETIRES = {"birth_date": "1980-01-01"}, {"birth_date": "1968-12-05"}


@pytest.mark.parametrize(
    ("headcount", "holders", "vacant", "free_on"),
    [
        (1, [], 1, ON),
        (1, [STAYS], 0, None),
        # Born 5 December 1968, 58 years: the pension begins on 1 January 2027.
        (1, [RETIRES], 0, "2027-01-01"),
        (2, [STAYS], 1, ON),
        (2, [STAYS, RETIRES], 0, "2027-01-01"),
        (1, [STAYS, RETIRES], 0, None),  # two hold one seat: one leaves, the other keeps it
        (3, [STAYS], 2, ON),
        (0, [], 0, None),  # a post without seats has none vacant
        (None, [], None, ON),  # a head of something whom nobody is stands empty
        (None, [RETIRES], None, "2027-01-01"),
        (None, [STAYS, RETIRES], None, None),
    ],
)
def test_headcount_against_holders_and_retirements(
    tmp_path: Path, headcount: int | None, holders: list[dict[str, Any]], vacant: int | None, free_on: str | None
) -> None:
    found = seats(written(tmp_path, headcount, *holders))
    assert (found["vacant"], found["free_on"], found["held"]) == (vacant, free_on, len(holders))


def test_how_far_is_looked_ahead(tmp_path: Path) -> None:
    path = written(tmp_path, 1, RETIRES)
    # From 1 October 2026 three months reach 1 January 2027.
    assert seats(path, "--months", 3)["free_on"] == "2027-01-01"
    assert seats(path, "--months", 2)["free_on"] is None
    for months in (0, 121):
        answer = asnkarier("shortlist", POST, "--months", months, "--db", path, "--as-of", ON)
        assert answer.code == 2


def test_an_end_on_record_counts_like_a_retirement(tmp_path: Path) -> None:
    def moved(t: Town) -> None:
        # The last day of the span is 31 October: the seat is free from 1 November.
        t.db.execute("UPDATE person_post SET until = '2026-10-31' WHERE person_id = ?", (t.people[BUDI],))

    path = written(tmp_path, 1, STAYS, write=moved)
    found = seats(path)
    assert (found["free_on"], found["holders"][0]["because"]) == ("2026-11-01", "recorded")
    assert "held by Pejabat 1 until 1 November 2026. A seat falls vacant on 1 November 2026." in said(path)


def test_who_should_have_retired_still_holds_the_post_until_it_is_recorded(tmp_path: Path) -> None:
    path = written(tmp_path, 1, {"birth_date": "1968-08-05"})
    found = seats(path)
    # 58 on 5 August 2026: 1 September is past, but the roster stands.
    assert (found["vacant"], found["free_on"], found["holders"][0]["leaves_on"]) == (0, ON, "2026-09-01")
    assert "should have left on 1 September 2026. A seat is vacant once that departure is recorded." in said(path)


@pytest.mark.parametrize(
    ("since", "too_long"),
    [
        ("2026-04-01", True),  # three months and three more are over on 1 October 2026
        ("2026-04-02", False),
    ],
)
def test_acting_leaves_the_seat_vacant(tmp_path: Path, since: str, too_long: bool) -> None:
    def acting(t: Town) -> None:
        number = t.posts["Kepala Bidang Satu"]
        t.span("person_duty", t.people[ADI], since, acting="plt", duty="Kepala Bidang Satu", position_id=number)

    path = written(tmp_path, 1, write=acting)
    found = seats(path)
    assert (found["vacant"], found["free_on"], found["held"]) == (1, ON, 0)
    assert [(one["nip"], one["acting"], one["too_long"]) for one in found["acting"]] == [(ADI, "plt", too_long)]
    assert ("acts longer than" in said(path)) is too_long


def test_what_is_said(tmp_path: Path) -> None:
    assert said(written(tmp_path, 1)).startswith("1 seat, nobody holds it. A seat is vacant.")
    none = said(written(tmp_path, 1, STAYS))
    assert none.startswith(
        "1 seat, held by Pejabat 1. No seat is vacant or falls vacant by 1 October 2027; the list is"
    )
    coming = said(written(tmp_path, 1, RETIRES))
    assert coming.startswith("1 seat, held by Pejabat 1 until 1 January 2027 (retirement). A seat falls vacant on")
    assert said(written(tmp_path, 3, STAYS)).startswith("3 seats, held by Pejabat 1. 2 seats are vacant.")


def test_without_a_headcount_of_functional_posts_nothing_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, None)
    answer = asnkarier("shortlist", "Analis Kebijakan Ahli Muda", "--db", path, "--as-of", ON, lang="en", width=300)
    assert (
        "Seats not recorded, nobody holds it. Without a headcount nobody can tell whether a seat is vacant."
        in answer.out
    )
