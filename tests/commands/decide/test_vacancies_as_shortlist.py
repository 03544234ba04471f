"""forecast vacancies says of every post what `shortlist` says of it: how many are ready, who comes first, how many cannot be told."""

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ON, basic, candidate
from tests.terminal import asnkarier
from tests.town import Town, town

SAMPLE = Path(__file__).parents[3] / "data" / "sample.sqlite"


def mixed(t: Town, seed: int, people: int = 45) -> None:
    """Posts that differ in what they ask, and people who differ in what they bring; the same for the same seed."""
    drawn = random.Random(seed)
    basic(t)
    t.post("Sekretaris", "Dinas Contoh", "administrator", echelon="III.a")
    t.post("Kepala Bidang Dua", "Dinas Contoh", "administrator", echelon="III.b", retirement_age=52)
    t.post("Kepala Bidang Tiga", "Dinas Contoh", "administrator", golongan_min="IV/a", golongan_max="IV/b")
    t.post("Kepala Bidang Empat", "Dinas Contoh", "administrator", education_min="S2")
    t.post("Kepala Seksi Kedua", "Bidang Satu", "pengawas", echelon="IV.a")
    t.post("Kepala Dinas Contoh", "Dinas Contoh", "jpt_pratama", echelon="II.b")
    held = ["Kepala Seksi Pertama", "Kepala Seksi Pertama", "Kepala Bidang Satu", "Pengadministrasi", "Sekretaris"]
    for number in range(people):
        year = drawn.randint(1967, 1992)
        nip = f"{year}0101{year + 24}01{number % 2 + 1}{number:03}"
        candidate(
            t,
            nip,
            f"Contoh {number}",
            post=drawn.choice(held),
            since=f"{drawn.choice((2018, 2021, 2023, 2024, 2025))}-{drawn.randint(1, 12):02}-01",
            kind=drawn.choice(("PNS", "PNS", "PNS", "PPPK", None)),
            status=drawn.choice(("aktif", "aktif", "aktif", "aktif", "tugas_belajar")),
            golongan=drawn.choice(("III/c", "III/d", "IV/a", None)),
            education=drawn.choice(("D-III", "S1", "S1", "S2", None)),
            level=drawn.choice((2.0, 3.0, 3.0, 3.0, None)),
            predicates={
                year: drawn.choice(("sangat_baik", "baik", "baik", "baik", "butuh_perbaikan"))
                for year in (2024, 2025)
                if drawn.random() < 0.95
            },
        )
        if drawn.random() < 0.15:
            t.discipline(nip, drawn.choice(("ringan", "sedang", "berat")), f"{drawn.choice((2022, 2025))}-05-05")


def answered(*arguments: object) -> dict[str, Any]:
    answer = asnkarier(*arguments, "--as-of", ON, "--policy", "umum", "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def name_of(post: dict[str, Any]) -> str:
    return f"{post['position']} @ {post['unit'].split(' / ')[-1]}"


@pytest.mark.parametrize("seed", range(4))
def test_every_post_of_a_mixed_town(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        mixed(t, seed)
    found = answered("forecast", "vacancies", "--all", "--months", 120, "--db", path)
    few = answered("forecast", "vacancies", "--top", 1, "--months", 120, "--db", path)
    assert (found["listed"], few["listed"]) == (None, 1)
    assert found["posts"]
    for post, first in zip(found["posts"], few["posts"], strict=True):
        listed = answered("shortlist", name_of(post), "--db", path)
        ready = [person["nip"] for person in listed["candidates"]]
        assert [person["nip"] for person in post["ready_people"]] == ready
        assert (post["ready"], post["undetermined"]) == (listed["eligible"], listed["undetermined"])
        # Everyone considered is counted once.
        apart = post["undetermined"] + post["undetermined_soon"] + post["not_ready"]
        assert post["ready"] + post["soon"] + apart == post["considered"] == listed["considered"]
        # The counts are whole, however few are named; those are the first.
        assert {key: first[key] for key in ("ready", "soon", "undetermined")} == {
            key: post[key] for key in ("ready", "soon", "undetermined")
        }
        assert first["ready_people"] == post["ready_people"][:1]
        assert first["soon_people"] == post["soon_people"][:1]
    assert any(post["ready"] for post in found["posts"])


def test_every_post_of_the_sample() -> None:
    found = answered("forecast", "vacancies", "--all", "--db", SAMPLE)
    for post in found["posts"]:
        listed = answered("shortlist", name_of(post), "--db", SAMPLE)
        assert [p["nip"] for p in post["ready_people"]] == [p["nip"] for p in listed["candidates"]]
        assert (post["ready"], post["undetermined"]) == (listed["eligible"], listed["undetermined"])


def test_no_place_is_refused() -> None:
    answer = asnkarier("forecast", "vacancies", "--top", 0, "--db", SAMPLE, "--as-of", ON)
    assert (answer.code, answer.out) == (2, "")
    assert "--teratas 0" in answer.err


@pytest.mark.parametrize(
    ("status", "held"),
    # Staff are all but who has left or belongs to another institution; who is on leave or studies holds the post still.
    [("aktif", True), ("cltn", True), ("tugas_belajar", True), ("di_luar", True), ("titipan", False), ("keluar", False), (None, True)],
)  # fmt: skip
@pytest.mark.parametrize("kind", ["administrator", "jf_ahli_muda"])
def test_one_answer_everywhere_to_who_holds_a_post(tmp_path: Path, status: str | None, held: bool, kind: str) -> None:
    path = tmp_path / "kota.sqlite"
    with town(path) as t:
        basic(t)
        name = "Kepala Bidang Dua" if kind == "administrator" else "Arsiparis Ahli Muda"
        t.post(name, "Dinas Contoh", kind, headcount=1)
        given: dict[str, Any] = {"since": "2020-01-01", "unit": "Dinas Contoh", "appointed_on": "2005-01-01"}
        t.person("198001012005011009", "Contoh Titip", post=name, status=status, birth_date="1980-01-01", **given)
        candidate(t, "198501012010011008", "Contoh Calon")
    post = f"{name} @ Dinas Contoh"
    seats = answered("shortlist", post, "--db", path)["seats"]
    shown = json.loads(asnkarier("standards", "show", post, "--db", path, "--as-of", ON, "--format", "json").out)
    vacancies = answered("forecast", "vacancies", "--all", "--db", path)
    assert (seats["held"], seats["vacant"], shown["holders"]) == ((1, 0, 1) if held else (0, 1, 0))
    assert seats["guests"] == (["Contoh Titip"] if status == "titipan" else [])
    if kind == "administrator":
        line = next((one for one in vacancies["posts"] if one["position"] == name), None)
        # Of whom no list tells the status the forecast holds back: perhaps they are there.
        if status is not None:
            assert (line["empty_now"] if line else 0) == (0 if held else 1)
    elif status is not None:
        line = next((one for one in vacancies["seats"] if one["position"] == name), None)
        assert (line["holders"] if line else 1) == (1 if held else 0)
    words = " ".join(
        asnkarier("shortlist", post, "--db", path, "--as-of", ON, "--policy", "umum", lang="en").out.split()
    )
    assert ("Contoh Titip is in it as titipan of another institution, and no holder of it." in words) is (
        status == "titipan"
    )
