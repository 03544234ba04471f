"""Promotion inside functional posts: credit, exam, vacancy, the level below, last year's predicate — each on both sides."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import asnkarier
from tests.town import SCALE, Town, town

ADI = "199001012015011901"
ON = "2026-06-30"
TARGET = "Arsiparis Ahli Muda @ Dinas Arsip"


def pak(t: Town, points: float, *, until: str = "2025-12-31", level: str | None = "jf_ahli_pertama") -> int:
    return t.fact(
        "credit",
        ADI,
        decided_on=until,
        kind="konversi",
        amount=round(points * SCALE),
        cumulative=round(points * SCALE),
        period_to=until,
        level=level,
    )


def written(
    tmp_path: Path,
    credit: float | None = 100,
    *,
    exam: str | None = "lulus",
    headcount: int | None = 2,
    predicate: str | None = "baik",
    held: str = "Arsiparis Ahli Pertama",
    kind: str = "PNS",
    covered: bool = True,
    until: str = "2025-12-31",
    assessed: bool = True,
    before: str | None = None,
    target: str = "Arsiparis Ahli Muda",
    taken_on: str = "2025-10-01",
) -> Path:
    path = tmp_path / "jf.sqlite"
    with town(path) as t:
        t.unit("Dinas Arsip")
        t.post("Arsiparis Ahli Muda", "Dinas Arsip", "jf_ahli_muda", headcount=headcount)
        t.post("Arsiparis Ahli Pertama", "Dinas Arsip", "jf_ahli_pertama")
        t.post("Pranata Komputer Ahli Pertama", "Dinas Arsip", "jf_ahli_pertama")
        t.post("Pengadministrasi", "Dinas Arsip", "pelaksana")
        t.person(
            ADI,
            "Adi Contoh",
            post=held,
            unit="Dinas Arsip",
            since="2019-01-02",
            kind=kind,
            golongan="III/b",
            birth_date="1990-01-01",
            education="S1",
        )
        t.person(
            "199001012015011902", "Budi Contoh", post="Arsiparis Ahli Muda", unit="Dinas Arsip", since="2020-01-02"
        )
        if predicate:
            t.evaluation(ADI, 2025, predicate)
        if before:
            t.evaluation(ADI, 2024, before)
        if assessed:
            t.assessment(ADI, "2025-03-10", *[3] * 9)
        if credit is not None:
            number = pak(t, credit, until=until)
            values = {"decided_on": until, "amount": credit, "cumulative": credit}
            t.logged("pak.xlsx", "PAK", "credits", "credit", number, 2, values, ADI)
        if exam:
            t.fact(
                "exam",
                ADI,
                exam="uji_kompetensi",
                target=target,
                target_key=target.lower(),
                taken_on=taken_on,
                result=exam,
            )
        for register in ("discipline", "trainings", "history", *(("exams",) if covered else ())):
            t.covers(register, ON)
    return path


def explained(path: Path, lang: str | None = None) -> Any:
    said = asnkarier("explain", ADI, "--for", TARGET, "--db", path, "--as-of", ON, "--format", "json")
    assert said.code == 0, said.err
    return json.loads(said.out)


def outcome(path: Path, check: str) -> tuple[str, Any]:
    found = next(c for c in explained(path)["checks"] if c["check"] == check)
    return found["outcome"], found["value"]


def test_the_credit_that_the_next_level_needs(tmp_path: Path) -> None:
    # Ahli Pertama → Ahli Muda asks 100 in the level. PAK of 31 December 2025: 100 is enough.
    found = next(c for c in explained(written(tmp_path, 100))["checks"] if c["check"] == "credit")
    assert (found["outcome"], found["value"]["credit_low"], found["value"]["credit_high"]) == ("met", 100, 100)
    assert found["required"] == {"credit": 100, "level": "jf_ahli_pertama"}
    assert found["article"].startswith("PermenPANRB 1/2023")
    assert (found["source"]["file"], found["source"]["cell"]) == ("pak.xlsx", "C2")


def test_a_hundredth_too_little(tmp_path: Path) -> None:
    path = written(tmp_path, 99.99)
    assert outcome(path, "credit")[0] == "not_met"
    change = next(c for c in explained(path)["changes"] if c["check"] == "credit")
    # 0.01 missing; a month earns 12.5/12 = 1.04 at Baik and 1.56 at Sangat Baik: one month each.
    assert change["needs"]["months_at"] == {"baik": 1, "sangat_baik": 1}


def test_conversions_after_the_pak_count(tmp_path: Path) -> None:
    # PAK of 87.5 until the end of 2024; 2025 at Baik: 12.5 × 100 % × 12/12 = 12.5. 87.5 + 12.5 = 100.
    assert outcome(written(tmp_path, 87.5, until="2024-12-31"), "credit")[0] == "met"


def test_conversions_a_little_short(tmp_path: Path) -> None:
    # 2025 at Butuh Perbaikan: 12.5 × 75 % = 9.375; 87.5 + 9.375 = 96.875, 3.125 short: 3 months at Baik (3 × 1.0417 = 3.125).
    path = written(tmp_path, 87.5, until="2024-12-31", predicate="butuh_perbaikan")
    assert outcome(path, "credit") == (
        "not_met",
        {"credit_low": 96.88, "credit_high": 96.88, "months_at": {"baik": 3, "sangat_baik": 2}},
    )
    shown = asnkarier("explain", ADI, "--for", TARGET, "--db", path, "--as-of", ON, lang="en")
    assert "3 more months at Baik, 2 at Sangat Baik" in " ".join(shown.out.split())


@pytest.mark.parametrize(("start", "expected"), [(81.25, "unknown"), (81.24, "not_met"), (100, "met")])
def test_a_year_not_evaluated_leaves_a_range(tmp_path: Path, start: float, expected: str) -> None:
    # 2025 without an evaluation earns 0 to 12.5 × 150 % = 18.75: 81.25 may just reach 100, 81.24 never does.
    assert outcome(written(tmp_path, start, until="2024-12-31", predicate=None), "credit")[0] == expected


def test_without_a_pak_the_total_is_open_upwards(tmp_path: Path) -> None:
    path = written(tmp_path, None)
    found = next(c for c in explained(path)["checks"] if c["check"] == "credit")
    assert (found["outcome"], found["why"], found["value"]["credit_high"]) == ("unknown", "no_pak", None)
    assert next(c for c in explained(path)["changes"] if c["check"] == "credit")["needs"]["record"] == "credits"


def test_pppk_and_other_posts_earn_no_credit(tmp_path: Path) -> None:
    assert outcome(written(tmp_path, 100, kind="PPPK"), "credit") == ("not_met", None)


def test_a_post_that_earns_none(tmp_path: Path) -> None:
    path = written(tmp_path, None, held="Pengadministrasi")
    assert outcome(path, "credit") == ("not_met", None)
    assert outcome(path, "level_below")[0] == "not_met"


def test_the_level_below_of_another_post_is_not_the_level_below(tmp_path: Path) -> None:
    path = written(tmp_path, held="Pranata Komputer Ahli Pertama", exam=None)
    assert outcome(path, "level_below")[0] == "not_met"
    assert outcome(path, "credit")[:2] == ("not_met", None)  # 100 points as Pranata Komputer are none as Arsiparis
    said = asnkarier("explain", ADI, "--for", TARGET, "--db", path, "--as-of", ON, lang="en").out
    words = " ".join(said.split())
    assert "another functional post" in words
    assert "Competency test: none on record" in words
    assert "at least Baik last year" in words


@pytest.mark.parametrize(
    ("exam", "covered", "expected"),
    [("lulus", True, "met"), ("tidak", True, "not_met"), (None, True, "not_met"), (None, False, "unknown")],
)
def test_the_exam(tmp_path: Path, exam: str | None, covered: bool, expected: str) -> None:
    assert outcome(written(tmp_path, exam=exam, covered=covered), "competency_test")[0] == expected


@pytest.mark.parametrize(
    ("target", "held", "taken_on", "expected"),
    [
        ("Ahli Muda", "Arsiparis Ahli Pertama", "2025-10-01", ("met", "")),
        ("Ahli Madya", "Arsiparis Ahli Pertama", "2025-10-01", ("not_met", "")),  # another level
        ("Ahli Muda", "Pranata Komputer Ahli Pertama", "2025-10-01", ("not_met", "")),  # of the post held then
        (
            "Ahli Muda",
            "Pengadministrasi",
            "2025-10-01",
            ("unknown", "exam_names_no_post"),
        ),  # of which post, nobody says
        # Adi holds the post since 2 January 2019: what was held the day before is not known
        ("Ahli Muda", "Arsiparis Ahli Pertama", "2019-01-02", ("met", "")),
        ("Ahli Muda", "Arsiparis Ahli Pertama", "2019-01-01", ("unknown", "exam_names_no_post")),
        ("Arsiparis Ahli Madya", "Arsiparis Ahli Pertama", "2025-10-01", ("not_met", "")),
    ],
)
def test_an_exam_for_a_level_alone_is_of_the_post_held_then(
    tmp_path: Path, target: str, held: str, taken_on: str, expected: tuple[str, str]
) -> None:
    path = written(tmp_path, target=target, held=held, taken_on=taken_on)
    found = next(c for c in explained(path)["checks"] if c["check"] == "competency_test")
    assert (found["outcome"], found.get("why", "")) == expected


@pytest.mark.parametrize(("headcount", "expected"), [(2, "met"), (1, "not_met"), (None, "unknown")])
def test_the_vacancy(tmp_path: Path, headcount: int | None, expected: str) -> None:
    # Budi holds one of the places: of two one is open, of one none.
    assert outcome(written(tmp_path, headcount=headcount), "vacancy")[0] == expected


@pytest.mark.parametrize(
    ("predicate", "expected"), [("baik", "met"), ("butuh_perbaikan", "not_met"), (None, "unknown")]
)
def test_last_years_predicate(tmp_path: Path, predicate: str | None, expected: str) -> None:
    assert outcome(written(tmp_path, predicate=predicate), "performance")[0] == expected


@pytest.mark.parametrize(("since", "expected"), [("2024-06-30", "met"), ("2024-07-01", "unknown")])
def test_managerial_experience_is_met_or_for_the_committee(tmp_path: Path, since: str, expected: str) -> None:
    # A head of school asks for two years of it. Pengawas from 30 June 2024 to 30 June 2026: two years; a day later: the
    # committee may know of other ways to have led, so it is never not met.
    path = tmp_path / "sekolah.sqlite"
    with town(path) as t:
        t.unit("SD Contoh")
        t.post("Kepala Sekolah", "SD Contoh", "jf_ahli_pertama", own_law="kepala_sekolah")
        t.post("Kepala Seksi Guru", "SD Contoh", "pengawas")
        t.person(ADI, "Adi Contoh", post="Kepala Seksi Guru", unit="SD Contoh", since=since, golongan="III/c")
        t.covers("history", ON)
    said = asnkarier(
        "explain", ADI, "--for", "Kepala Sekolah @ SD Contoh", "--db", path, "--as-of", ON, "--format", "json"
    )
    found = next(c for c in json.loads(said.out)["checks"] if c["check"] == "managerial_experience")
    assert found["outcome"] == expected
    assert found["article"].startswith("Permendikdasmen 7/2025")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # Credit, exam, seat, Baik last year, the level below: nothing of boxes. No assessment, or a low box, changes nothing.
        ({}, "met"),
        ({"assessed": False}, "met"),
        ({"before": "kurang"}, "met"),
        ({"predicate": "butuh_perbaikan", "before": "baik"}, "not_met"),
        ({"exam": None, "assessed": False}, "not_met"),
    ],
)
def test_the_box_is_told_and_decides_nothing(tmp_path: Path, values: dict[str, Any], expected: str) -> None:
    path = written(tmp_path, **values)
    found = explained(path)
    assert found["outcome"] == expected
    assert "box" not in {check["check"] for check in found["checks"]} | {change["check"] for change in found["changes"]}
    for lang in ("id", "en"):
        assert asnkarier("explain", ADI, "--for", TARGET, "--db", path, "--as-of", ON, lang=lang).code == 0
    said = asnkarier("shortlist", TARGET, "--all", "--db", path, "--as-of", ON, "--format", "json")
    listed = json.loads(said.out)
    assert listed["eligible"] == int(expected == "met")
    assert "box" not in {check["check"] for person in listed["candidates"] for check in person["checks"]}
