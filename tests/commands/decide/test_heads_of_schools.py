"""Heads of schools in forecasts and lists: a duty to come, a head who stands in the roster as such, a history that says definitif."""

from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, EKO, basic, candidate
from tests.commands.decide.test_vacancies_recorded import HEAD, answered, school, vacant
from tests.terminal import asnkarier
from tests.town import Town, town


def duty(t: Town, nip: str, since: str, until: str | None = None, acting: str = "tambahan") -> None:
    values: dict[str, Any] = {"position": "Kepala SDN 1", "position_key": "kepala sdn 1", "unit": "SDN 1"}
    t.fact("history", nip, since=since, until=until, acting=acting, **values)


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        # Eko heads the school until 30 November 2026; who begins on the next day leaves no gap, a day later there is one.
        ("2026-12-01", None),
        ("2026-12-02", "2026-12-01"),
        (None, "2026-12-01"),
    ],
)
def test_the_next_head_on_record_takes_the_school(tmp_path: Path, since: str | None, expected: str | None) -> None:
    def next_head(t: Town) -> None:
        candidate(t, ADI, "Adi Contoh", post="Guru Ahli Muda", unit="SDN 1")
        if since:
            duty(t, ADI, since)

    path = school(tmp_path, position="Kepala SDN 1", until="2026-11-30", more=next_head)
    found = vacant(path, 12).get(HEAD)
    assert (found and found["empty_on"]) == expected


def test_a_school_without_a_head_is_empty_until_the_next_one_comes(tmp_path: Path) -> None:
    path = school(tmp_path, position="Kepala SDN 1", since="2026-11-01")
    assert vacant(path, 12)[HEAD]["vacant"]
    assert answered(path, "standards", "show", HEAD)["holders"] == 0


@pytest.mark.parametrize(
    ("post", "kind", "age"),
    [
        # Written as offices write it, each begins with the office of the head of a school: a teacher's age, whatever the kind of the post.
        ("Kepala UPTD SMPN 2", "jf_ahli_muda", 60),
        ("Kepala Satuan Pendidikan SDN 3", "jf_ahli_pertama", 60),
        ("Ka. UPT SPF SDN 3", "jf_ahli_muda", 60),
        ("Kepsek SMA 1", "jf_ahli_muda", 60),
        ("Kepala SLBN 1", "pelaksana", 60),
        # A roster that names no kind says nothing else.
        ("Kepala Sekolah", None, 60),
        ("Kepala Sekolah SD Negeri 6", None, 60),
        # Somebody else's, and a structural post that nobody says stands under that law.
        ("Staf Kepala UPTD SMPN 2", "pelaksana", 58),
        ("Kepala UPTD Metrologi", "pengawas", 58),
    ],
)
def test_one_vocabulary_tells_a_head_of_a_school(tmp_path: Path, post: str, kind: str | None, age: int) -> None:
    """Born on 5 December 1968: 58 on 5 December 2026, 60 on 5 December 2028; the pension runs from the 1st of the month after."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post(post, "SDN 1", kind, headcount=1)
        candidate(t, EKO, "Eko Contoh", post=post, unit="SDN 1", birth_date="1968-12-05")
    (person,) = answered(path, "forecast", "retirements", "--months", 36)["people"]
    assert (person["retirement_age"], person["pension_from"]) == (age, f"{1968 + age + 1}-01-01")


@pytest.mark.parametrize(
    ("post", "teacher"),
    [("Kepala Sekolah SD Negeri 6", True), ("Kepala Tata Usaha SMPN 1", False), ("Wakil Kepala Sekolah", False)],
)
def test_a_post_without_a_kind_is_a_head_of_a_school_by_its_name_alone(
    tmp_path: Path, post: str, teacher: bool
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post(post, "SDN 1", None)
        candidate(t, EKO, "Eko Contoh", post=post, unit="SDN 1", birth_date="1968-12-05")
    found = answered(path, "forecast", "retirements", "--months", 36)
    assert [one["nip"] for one in found["unknown"]] == ([] if teacher else [EKO])
    (person,) = [one for one in answered(path, "talent", "--policy", "langsa")["people"] if one["nip"] == EKO]
    # Of a teacher no indicators are asked; of somebody whose post has no kind nobody knows.
    assert ("targets" in person.get("not_applicable", [])) is teacher
    assert ("targets" in person.get("missing", [])) is not teacher


@pytest.mark.parametrize(("own_law", "age", "from_"), [("kepala_sekolah", 60, "2028-01-01"), (None, 58, "2026-01-01")])
def test_a_head_in_the_roster_retires_as_a_teacher(tmp_path: Path, own_law: str | None, age: int, from_: str) -> None:
    """Born on 5 December 1967: 60 in December 2027 by the post's own law; an ordinary pengawas at 58, in December 2025."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post("Kepala SDN 1", "SDN 1", "pengawas", own_law=own_law, headcount=1)
        candidate(t, EKO, "Eko Contoh", post="Kepala SDN 1", unit="SDN 1", birth_date="1967-12-05")
    (person,) = answered(path, "forecast", "retirements", "--months", 24)["people"]
    assert (person["retirement_age"], person["pension_from"]) == (age, from_)
    (holder,) = answered(path, "shortlist", HEAD, "--months", 24)["seats"]["holders"]
    assert holder["leaves_on"] == from_


@pytest.mark.parametrize(
    ("acting", "later", "held"),
    [
        ("definitif", False, True),
        (None, False, True),
        ("plt", False, False),
        # A definitive post that began after it is the newer word.
        ("definitif", True, False),
    ],
)
def test_a_history_that_calls_the_duty_definitive(tmp_path: Path, acting: str | None, later: bool, held: bool) -> None:
    def teaches_since(t: Town) -> None:
        if later:
            values = {"position": "Guru Ahli Muda", "position_key": "guru ahli muda", "unit": "SDN 1"}
            t.fact("history", EKO, since="2024-01-01", acting="definitif", **values)

    path = school(tmp_path, position="Kepala SDN 1", acting=acting, more=teaches_since)
    found = vacant(path, 1).get(HEAD)
    assert (found is None) is held
    assert answered(path, "standards", "show", HEAD)["holders"] == int(held)


def test_the_decision_about_a_school_is_sealed_and_verified(tmp_path: Path) -> None:
    path = school(tmp_path)
    answer = asnkarier("seal", HEAD, "--decree", "SK 1/2026", "--by", "Penguji", "--db", path, "--as-of", "2026-10-01")
    assert answer.code == 0, answer.err
    verified = asnkarier("verify", 1, "--db", path)
    assert verified.code == 0, verified.out
