"""forecast vacancies, forecast retirements and succession by what is on record: reorganisations, leavings, several seats."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, BUDI, CITRA, DEWI, EKO, ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import OPEN, Town, town

FIELD = "Kepala Bidang Satu @ Dinas Lain"


def answered(path: Path, *command: object) -> dict[str, Any]:
    answer = asnkarier(*command, "--db", path, "--as-of", ON, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def vacant(path: Path, months: int = 24) -> dict[str, Any]:
    found = answered(path, "forecast", "vacancies", "--months", months)
    return {f"{post['position']} @ {post['unit'].split(' / ')[-1]}": post for post in found["posts"]}


def key_posts(path: Path) -> dict[str, Any]:
    posts = answered(path, "succession")["posts"]
    return {f"{post['position']} @ {post['unit'].split(' / ')[-1]}": post for post in posts}


def became(t: Town, how: str, old: str, new: str = "", *, kind: str = "position", on: str = "2026-01-05") -> None:
    t.insert(
        "succession",
        kind=kind,
        old=old,
        old_key=old.lower(),
        new=new,
        new_key=new.lower(),
        effective_on=on,
        how=how,
    )


def leaves(t: Town, nip: str, on: str, event: str) -> None:
    """Let the status, and the post with it, end on a day by a movement."""
    eve = f"{on[:8]}{int(on[8:]) - 1:02}"
    for table in ("person_status", "person_post"):
        t.db.execute(f"UPDATE {table} SET until = ? WHERE person_id = ?", (eve, t.people[nip]))
    t.span("person_status", t.people[nip], on, status="keluar")
    t.fact("movement", nip, event=event, effective_on=on)


# -- reorganisations -------------------------------------------------------------------------------------------------


def reorganised(tmp_path: Path, *rows: tuple[str, ...], on: str = "2026-01-05", **where: str) -> Path:
    """Return a town with an old section nobody holds and, in the new one, Adi."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("Bidang Baru", "Dinas Contoh")
        t.post("Kepala Seksi Lama", where.get("old", "Bidang Satu"), "pengawas")
        t.post("Kepala Seksi Baru", where.get("new", "Bidang Satu"), "pengawas")
        candidate(t, ADI, "Adi Contoh", post="Kepala Seksi Baru", begins="2025-01-01")
        for row in rows:
            became(t, *row[:3], kind=row[3] if len(row) > 3 else "position", on=on)
    return path


OLD, NEW = "Kepala Seksi Lama @ Bidang Satu", "Kepala Seksi Baru @ Bidang Satu"


@pytest.mark.parametrize(
    ("rows", "there"),
    [
        ((), True),
        ((("rename", "Kepala Seksi Lama", "Kepala Seksi Baru"),), False),
        ((("merge", "Kepala Seksi Lama", "Kepala Seksi Baru"),), False),
        ((("abolish", "Kepala Seksi Lama"),), False),
        ((("abolish", "Kepala Seksi Lain"),), True),
        # One part given up: the post stays. Split into two: it is no more.
        ((("split", "Kepala Seksi Lama", "Kepala Seksi Baru"),), True),
        (
            (
                ("split", "Kepala Seksi Lama", "Kepala Seksi Baru"),
                ("split", "Kepala Seksi Lama", "Kepala Seksi Pertama"),
            ),
            False,
        ),
        # The unit goes on as another, or is no more, and its posts with it.
        ((("rename", "Bidang Satu", "Bidang Baru", "unit"),), False),
        ((("abolish", "Bidang Satu", "", "unit"),), False),
    ],
)
def test_a_post_that_is_no_more_is_no_vacancy(tmp_path: Path, rows: tuple[Any, ...], there: bool) -> None:
    path = reorganised(tmp_path, *rows)
    assert (OLD in vacant(path)) is there
    assert (OLD in key_posts(path)) is there


def test_the_day_of_the_reorganisation_decides(tmp_path: Path) -> None:
    # On 1 October 2026 the abolition of that very day holds, that of the next day not yet: the seat is empty for one day.
    rows = (("abolish", "Kepala Seksi Lama"),)
    assert OLD not in vacant(reorganised(tmp_path, *rows, on=ON))
    (tmp_path / "town.sqlite").unlink()
    assert vacant(reorganised(tmp_path, *rows, on="2026-10-02"))[OLD]["vacant"]


def test_the_new_post_is_not_empty_before_its_day(tmp_path: Path) -> None:
    """Adi still stands in the post that will bear another name: neither of the two is a vacancy, today or then."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Kepala Seksi Lama", "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Baru", "Bidang Satu", "pengawas")
        candidate(t, ADI, "Adi Contoh", post="Kepala Seksi Lama", since=None, begins="2025-01-01")
        became(t, "rename", "Kepala Seksi Lama", "Kepala Seksi Baru", on="2026-11-01")
    assert not {OLD, NEW} & vacant(path).keys()
    later = asnkarier("forecast", "vacancies", "--db", path, "--as-of", "2026-11-01", "--format", "json")
    assert "Kepala Seksi Baru" not in later.out
    assert "Kepala Seksi Lama" not in later.out


# -- leavings on record ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("event", ["pensiun", "pindah", "berhenti", "diberhentikan"])
def test_a_leaving_on_record_empties_the_post(tmp_path: Path, event: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, EKO, "Eko Contoh", post=FIELD, unit="Dinas Lain", begins="2025-01-01", since=None)
        leaves(t, EKO, "2026-11-15", event)
    post = vacant(path, 2)[FIELD]
    assert (post["vacant"], post["empty_on"], post["holder"]["nip"]) == (False, "2026-11-15", EKO)
    # From 1 October one month reaches to 1 November.
    assert FIELD not in vacant(path, 1)
    found = key_posts(path)[FIELD]
    assert (found["vacant"], found["empty_on"]) == (False, "2026-11-15")
    retired = answered(path, "forecast", "retirements")
    people = [(person["nip"], person["pension_from"], person["because"]) for person in retired["people"]]
    # Born in 1984 the pension by age is of 2042: on record it begins in November; who leaves otherwise is counted apart.
    assert people == ([(EKO, "2026-11-15", "recorded")] if event == "pensiun" else [])
    assert retired["leaving_otherwise"] == (0 if event == "pensiun" else 1)


@pytest.mark.parametrize(
    ("event", "on", "empty_on"),
    [
        # Born on 5 December 1968, 58 in December 2026: the pension begins on 1 January 2027.
        ("pindah", "2026-12-15", "2026-12-15"),
        ("pindah", "2027-02-15", "2027-01-01"),
        # A pension on record stands, before or after the age.
        ("pensiun", "2026-12-15", "2026-12-15"),
        ("pensiun", "2027-02-15", "2027-02-15"),
    ],
)
def test_the_earlier_day_counts(tmp_path: Path, event: str, on: str, empty_on: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(
            t,
            EKO,
            "Eko Contoh",
            post=FIELD,
            unit="Dinas Lain",
            birth_date="1968-12-05",
            begins="2025-01-01",
            since=None,
        )
        leaves(t, EKO, on, event)
    assert vacant(path)[FIELD]["empty_on"] == empty_on
    people = answered(path, "forecast", "retirements")["people"]
    assert [person["pension_from"] for person in people] == ([] if on < "2027" and event == "pindah" else [empty_on])


def test_who_leaves_by_then_is_not_ready(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, EKO, "Eko Contoh", post=FIELD, unit="Dinas Lain", birth_date="1968-12-05")  # until 1 January 2027
        candidate(t, ADI, "Adi Contoh", begins="2022-01-01")
        candidate(t, BUDI, "Budi Contoh", begins="2022-01-01")
        candidate(t, CITRA, "Citra Contoh", begins="2022-01-01")
        leaves(t, BUDI, "2027-01-02", "pindah")
        leaves(t, CITRA, "2026-12-31", "pindah")
        # Gone the day before the post falls empty: not ready for it; the day after, ready.
    ready = {person["nip"] for person in vacant(path)[FIELD]["ready_people"]}
    assert ready == {ADI, BUDI}
    # The post that is empty today may be given to all who are in service today.
    now = vacant(path)["Kepala Bidang Satu @ Bidang Satu"]
    assert {person["nip"] for person in now["ready_people"]} >= {ADI, BUDI, CITRA}


def test_another_post_on_record_empties_this_one_and_fills_that(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        candidate(t, EKO, "Eko Contoh", post=FIELD, unit="Dinas Lain", since=None, begins="2025-01-01")
        t.db.execute("UPDATE person_post SET until = '2026-11-30' WHERE person_id = ?", (t.people[EKO],))
        t.span(
            "person_post", t.people[EKO], "2026-12-01", OPEN, position_id=t.posts["Kepala Bidang Satu @ Bidang Satu"]
        )
    found = vacant(path)
    assert found[FIELD]["empty_on"] == "2026-12-01"
    # Until then that one is empty.
    assert found["Kepala Bidang Satu @ Bidang Satu"]["vacant"]


# -- several seats ---------------------------------------------------------------------------------------------------


def test_each_seat_of_a_structural_post_is_told(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Kepala Seksi Tiga", "Bidang Satu", "pengawas", headcount=3)
        t.post("Kepala Seksi Dua", "Bidang Satu", "pengawas", headcount=2)
        # 58 in March and August 2027: pensions from 1 April and 1 September.
        for nip, post, born in (
            (ADI, "Tiga", "1969-08-04"),
            (BUDI, "Tiga", "1969-03-03"),
            (CITRA, "Dua", "1969-03-03"),
            (DEWI, "Dua", "1985-03-03"),
        ):
            candidate(t, nip, nip, post=f"Kepala Seksi {post}", birth_date=born)
    found = vacant(path)
    three, two = found["Kepala Seksi Tiga @ Bidang Satu"], found["Kepala Seksi Dua @ Bidang Satu"]
    assert (three["vacant"], three["empty_on"], three["holder"]) == (True, None, None)
    assert (three["headcount"], three["empty_now"]) == (3, 1)  # 3 seats - 2 holders
    assert [(one["on"], one["holder"]["nip"]) for one in three["falling_empty"]] == [
        ("2027-04-01", BUDI),
        ("2027-09-01", ADI),
    ]
    assert (two["vacant"], two["empty_on"], two["holder"]["nip"]) == (False, "2027-04-01", CITRA)
    assert (two["empty_now"], len(two["falling_empty"])) == (0, 1)
    seats = {
        line["position"]: (line["empty_now"], line["falling_empty"], line["first_on"])
        for line in answered(path, "forecast", "vacancies", "--months", 24)["seats"]
    }
    assert seats["Kepala Seksi Tiga"] == (1, 2, "2027-04-01")
    assert seats["Kepala Seksi Dua"] == (0, 1, "2027-04-01")
    shown = asnkarier("forecast", "vacancies", "--months", 24, "--db", path, "--as-of", ON, lang="en", width=120).out
    assert "1 empty now" in shown or "empty now" in shown


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        # From 1 October 2026 two years reach to 1 October 2028.
        ("2026-10-01", None, (True, None)),
        ("2027-01-01", None, (False, "2027-01-01")),
        ("2028-10-01", None, (False, "2028-10-01")),
        ("2028-10-02", None, None),
        (None, "2026-10-01", (True, None)),
        (None, "2026-09-30", None),
    ],
)
def test_a_post_is_told_while_it_is_there(tmp_path: Path, since: str | None, until: str | None, expected: Any) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Kepala Seksi Baru", "Bidang Satu", "pengawas", in_force_since=since, in_force_until=until)
    post = vacant(path).get(NEW)
    assert (post and (post["vacant"], post["empty_on"])) == expected
    assert (NEW in key_posts(path)) is (expected is not None and expected[0])


# -- a post that is a duty of somebody who holds another ---------------------------------------------------------------


def school(
    tmp_path: Path,
    *,
    own_law: str | None = "kepala_sekolah",
    acting: str | None = "tambahan",
    more: Callable[[Town], None] | None = None,
    **duty: Any,
) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post("Guru Ahli Muda", "SDN 1", "jf_ahli_muda", job_family="Guru")
        t.post("Kepala SDN 1", "SDN 1", "pengawas", own_law=own_law, headcount=1)
        # A teacher retires at 60: born on 5 December 1967, with a pension from 1 January 2028.
        candidate(t, EKO, "Eko Contoh", post="Guru Ahli Muda", unit="SDN 1", birth_date="1967-12-05")
        if "position" in duty:
            given = {"since": "2022-01-01", "unit": "SDN 1", **duty}
            t.fact("history", EKO, position_key=given["position"].lower(), acting=acting, **given)
        else:
            post = t.posts["Kepala SDN 1"]
            t.span("person_duty", t.people[EKO], "2026-01-02", acting=acting, duty="Kepala SDN 1", position_id=post)
        if more is not None:
            more(t)
    return path


HEAD = "Kepala SDN 1 @ SDN 1"


@pytest.mark.parametrize(
    ("case", "held"),
    [
        ({}, True),
        ({"position": "Kepala SDN 1"}, True),
        ({"position": "Kepala Sekolah"}, True),
        # 1 October 2026 is the last day, or the day before it was.
        ({"position": "Kepala SDN 1", "until": "2026-10-01"}, True),
        ({"position": "Kepala SDN 1", "until": "2026-09-30"}, False),
        ({"position": "Kepala SDN 9"}, False),
        # Who only acts leaves it empty, and so does a duty in a post that is none by its law.
        ({"acting": "plt"}, False),
        ({"own_law": None}, False),
    ],
)
def test_the_head_of_a_school_holds_the_post_by_a_duty(tmp_path: Path, case: dict[str, Any], held: bool) -> None:
    path = school(tmp_path, **case)
    posts = vacant(path, 1)
    ends = "2026-10-02" if case.get("until") == "2026-10-01" else None
    assert (posts.get(HEAD) and (posts[HEAD]["vacant"], posts[HEAD]["empty_on"])) == (
        None if held and ends is None else (not held, ends)
    )
    assert key_posts(path)[HEAD]["vacant"] is not held
    seats = answered(path, "shortlist", HEAD)["seats"]
    assert (seats["held"], seats["vacant"]) == ((1, 0) if held else (0, 1))
    assert answered(path, "standards", "show", HEAD)["holders"] == int(held)


def test_the_retirement_of_the_head_empties_the_school(tmp_path: Path) -> None:
    path = school(tmp_path)
    post = vacant(path, 15)[HEAD]  # from 1 October 2026 to 1 January 2028
    assert (post["empty_on"], post["holder"]["nip"]) == ("2028-01-01", EKO)
    assert HEAD not in vacant(path, 14)
    (holder,) = answered(path, "shortlist", HEAD, "--months", 15)["seats"]["holders"]
    assert (holder["nip"], holder["leaves_on"]) == (EKO, "2028-01-01")


# -- leavings and the other forecasts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pension", "outcome"),
    [
        # Born on 15 August 1968, 58 in a post of pelaksana on 15 August 2026: by age the pension runs from 1 September 2026.
        (None, "not_met"),
        # The one on record stands: on 1 November 2026, the day of the step, the service still goes on.
        ("2027-02-02", "met"),
        ("2026-10-15", "not_met"),
    ],
)
def test_a_pension_on_record_stands_for_pay_steps_and_ranks(tmp_path: Path, pension: str | None, outcome: str) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Pengelola Data", "Bidang Satu", "pelaksana")
        born = {"birth_date": "1968-08-15", "last_pay_step": "2024-11-01"}
        t.person(
            ADI,
            "Adi Contoh",
            post="Pengelola Data",
            golongan="III/a",
            golongan_since="2022-12-01",
            since="2015-01-01",
            **born,
        )
        if pension:
            leaves(t, ADI, pension, "pensiun")
    for what, due in (("pay-steps", "due"), ("ranks", "on")):
        answer = asnkarier("forecast", what, "--db", path, "--as-of", "2026-06-30", "--format", "json")
        line = next(one for one in json.loads(answer.out)["people"] if one["nip"] == ADI)
        service = next(check for check in line["checks"] if check["check"] == "service")
        assert (line[due] >= "2026-11-01", service["outcome"]) == (True, outcome)


@pytest.mark.parametrize(
    ("left", "event", "listed"),
    [
        (None, "", True),
        ("2026-08-02", "berhenti", False),
        ("2026-12-31", "berhenti", False),  # the first day without the person is the last of the contract
        ("2027-01-02", "berhenti", True),
        ("2026-12-31", "kontrak_berakhir", True),  # it is this end that is on record
    ],
)
def test_a_contract_whose_holder_leaves_before_is_not_listed(
    tmp_path: Path, left: str | None, event: str, listed: bool
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Pengelola Data", "Bidang Satu", "pelaksana")
        t.person(ADI, "Adi Contoh", kind="PPPK", post="Pengelola Data", birth_date="1990-01-01")
        t.db.execute("UPDATE person_kind SET contract_ends_on = '2026-12-31' WHERE person_id = ?", (t.people[ADI],))
        # 58 on 15 September 2026: gone on 1 October, before the contract ends.
        t.person(BUDI, "Budi Contoh", kind="PPPK", post="Pengelola Data", birth_date="1968-09-15")
        t.db.execute("UPDATE person_kind SET contract_ends_on = '2026-12-31' WHERE person_id = ?", (t.people[BUDI],))
        if left:
            leaves(t, ADI, left, event)
    found = json.loads(
        asnkarier("forecast", "contracts", "--db", path, "--as-of", "2026-06-30", "--format", "json").out
    )
    assert [person["nip"] for person in found["people"]] == ([ADI] if listed else [])
    assert found["leaving_before"] == (1 if listed else 2)


@pytest.mark.parametrize(
    ("headcount", "expected"),
    [
        # Four holders today; gone on 1 September, 1 October and 1 November 2026, one more comes on 15 November.
        (
            3,
            (0, 2, 1, "2026-10-01"),
        ),  # the first to leave leaves no seat: 4 - 1 = 3 of 3; then two seats, one taken again
        (4, (0, 3, 1, "2026-09-01")),
        (5, (1, 3, 1, "2026-09-01")),
        (1, (0, 0, 0, None)),  # 4 - 3 = 1 of 1
        (None, (None, 3, 1, "2026-09-01")),  # as large as today
    ],
)
def test_the_seats_of_many_count_holders_too_many_and_who_comes(
    tmp_path: Path, headcount: int | None, expected: tuple[int | None, int, int, str | None]
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post("Arsiparis Contoh", "Bidang Satu", "jf_ahli_muda", headcount=headcount)
        t.post("Pengelola Data", "Bidang Satu", "pelaksana")
        # 58 on the fifth of August, September and October: pensions from the first of the next month.
        for nip, month in ((ADI, "08"), (BUDI, "09"), (CITRA, "10")):
            t.person(nip, nip, post="Arsiparis Contoh", since="2015-01-01", birth_date=f"1968-{month}-05")
        t.person(DEWI, "Dewi", post="Arsiparis Contoh", since="2015-01-01", birth_date="1990-01-01")
        t.person(EKO, "Eko", post="Pengelola Data", since="2015-01-01", birth_date="1990-01-01")
        t.db.execute("UPDATE person_post SET until = '2026-11-14' WHERE person_id = ?", (t.people[EKO],))
        t.span("person_post", t.people[EKO], "2026-11-15", position_id=t.posts["Arsiparis Contoh"])
    answer = asnkarier("forecast", "vacancies", "--db", path, "--as-of", "2026-06-30", "--format", "json")
    listed = {line["position"]: line for line in json.loads(answer.out)["seats"]}
    line = listed.get("Arsiparis Contoh")
    found = line and tuple(line[key] for key in ("empty_now", "falling_empty", "filled", "first_on"))
    assert (found or (0, 0, 0, None)) == expected
