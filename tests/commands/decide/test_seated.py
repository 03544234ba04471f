"""Who holds a post is one truth: the forecasts, the list of a post, the dashboard and the reports count the same seats."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands.decide.test_shortlist import ADI, EKO, ON, basic, candidate
from tests.commands.decide.test_vacancies_recorded import answered, became, key_posts, vacant
from tests.commands.intake.books import BUDI, SITI, book, changed
from tests.terminal import asnkarier
from tests.town import town


def merit(path: Path, on: str = ON) -> dict[str, Any]:
    answer = asnkarier("report", "merit", 2025, "--db", path, "--as-of", on, "--format", "json")
    assert answer.code == 0, answer.err
    aspects = json.loads(answer.out)["aspects"]
    return {one["number"]: one["count"] for aspect in aspects for one in aspect["evidence"]}


def agreed(path: Path) -> tuple[int, int, int, int]:
    """Return how many structural posts are there, held, empty, and led by nobody: the same wherever they are counted."""
    posts, counted = key_posts(path), merit(path)
    empty = sum(post["vacant"] for post in posts.values())
    assert sum(post["vacant"] for post in vacant(path).values()) == empty
    assert counted["1.3"] == len(posts) - empty
    dashboard = answered(path, "status")["posts"]
    assert counted["1.1"] == dashboard["total"]
    return len(posts), len(posts) - empty, empty, dashboard["heading_vacant"]


SECTION = "Kepala Seksi Lama"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # Of five structural posts Adi holds the old section: the new one and the three of the town are empty.
        ((), (5, 1, 4, 1)),
        # Adi holds the new section, which the old one has become: of four, one is held, and the new section is led.
        ((("rename", SECTION, "Kepala Seksi Baru"),), (4, 1, 3, 0)),
        # What is merged begins anew: the old one is no more.
        ((("abolish", SECTION),), (4, 0, 4, 1)),
    ],
)
def test_a_reorganisation_counts_everywhere(
    tmp_path: Path, rows: tuple[tuple[str, ...], ...], expected: tuple[int, ...]
) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.post(SECTION, "Bidang Satu", "pengawas", headcount=1)
        t.post("Kepala Seksi Baru", "Bidang Satu", "pengawas", headcount=1, heads_unit="ya")
        candidate(t, ADI, "Adi Contoh", post=SECTION, begins="2025-01-01")
        for row in rows:
            became(t, *row)
    assert agreed(path) == expected
    seats = answered(path, "shortlist", "Kepala Seksi Baru")["seats"]
    assert (seats["held"], seats["vacant"]) == ((1, 0) if expected[3] == 0 else (0, 1))


def test_the_head_of_a_school_counts_everywhere(tmp_path: Path) -> None:
    """Eko is a teacher who heads the school by a duty: of four structural posts one is held, and the school is led."""
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post("Guru Ahli Muda", "SDN 1", "jf_ahli_muda", job_family="Guru")
        t.post("Kepala SDN 1", "SDN 1", "pengawas", own_law="kepala_sekolah", heads_unit="ya")
        candidate(t, EKO, "Eko Contoh", post="Guru Ahli Muda", unit="SDN 1")
    assert agreed(path) == (4, 0, 4, 1)
    path.unlink()
    with town(path) as t:
        basic(t)
        t.unit("SDN 1", "Dinas Contoh")
        t.post("Guru Ahli Muda", "SDN 1", "jf_ahli_muda", job_family="Guru")
        head = t.post("Kepala SDN 1", "SDN 1", "pengawas", own_law="kepala_sekolah", heads_unit="ya")
        candidate(t, EKO, "Eko Contoh", post="Guru Ahli Muda", unit="SDN 1")
        t.span("person_duty", t.people[EKO], "2026-01-02", acting="tambahan", duty="Kepala SDN 1", position_id=head)
    assert agreed(path) == (4, 1, 3, 0)


def test_acting_counts_under_the_name_the_post_bears_today(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        basic(t)
        old = t.post(SECTION, "Bidang Satu", "pengawas")
        t.post("Kepala Seksi Baru", "Bidang Satu", "pengawas", headcount=1)
        candidate(t, ADI, "Adi Contoh")
        t.span("person_duty", t.people[ADI], "2026-08-01", acting="plt", duty=SECTION, position_id=old)
        became(t, "rename", SECTION, "Kepala Seksi Baru")
    assert merit(path)["1.4"] == 1
    acting = answered(path, "shortlist", "Kepala Seksi Baru")["seats"]["acting"]
    assert [(one["nip"], one["acting"]) for one in acting] == [(ADI, "plt")]


@pytest.fixture
def later(tmp_path: Path) -> Path:
    """Siti heads Bidang Arsip by a list of 30 June 2026 that does not say since when; the day before, nothing says who was there."""
    file = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", file).code == 0
    assert (
        asnkarier("import", book(tmp_path / "daftar.xlsx", [changed(SITI, tmt_jab=None), BUDI]), "--db", file).code == 0
    )
    posts = tmp_path / "jabatan.csv"
    posts.write_text(
        "Nama Jabatan;Unit Kerja;Jenis Jabatan;Memimpin Unit\nKepala Bidang Arsip;Bidang Arsip;Administrator;Ya\n"
        "Kepala Bidang Layanan;Dinas Arsip;Administrator;Ya\n"
    )
    assert asnkarier("import", posts, "--db", file).code == 0
    return file


def test_a_holder_known_from_a_later_list_only_is_said_everywhere(later: Path, tmp_path: Path) -> None:
    before, day = ("--db", later, "--as-of", "2026-06-29"), "2026-06-29"
    arsip = {"position": "Kepala Bidang Arsip", "unit": "Dinas Arsip / Bidang Arsip"}
    keys = asnkarier("succession", *before, "--format", "json")
    assert json.loads(keys.out)["not_known"] == [arsip]
    said = "Of 1 more post nothing says who was in them on 29 June 2026"
    assert said in " ".join(asnkarier("succession", *before, lang="en").out.split())
    # The one post of the other bidang is empty, that of Siti neither held nor empty.
    assert json.loads(asnkarier("status", *before, "--format", "json").out)["posts"]["heading_vacant"] == 1
    assert (merit(later, day)["1.3"], merit(later, day)["1.6"]) == (0, 1)
    seats = json.loads(asnkarier("shortlist", "Kepala Bidang Arsip", *before, "--format", "json").out)["seats"]
    assert (seats["holders_known"], seats["vacant"], seats["free_on"]) == (False, None, None)
    text = asnkarier("shortlist", "Kepala Bidang Arsip", *before, lang="en", width=400).out
    assert "nothing says who held it on 29 June 2026. Whether a seat is vacant cannot be told" in text
    assert asnkarier("report", "annual", 2025, *before, "-o", tmp_path / "laporan", lang="en").code == 0
    page = (tmp_path / "laporan" / "laporan-2025.html").read_text(encoding="utf-8")
    assert "1 structural post has no definitive holder." in page
    assert said in page


def test_from_the_day_of_the_list_on_nothing_is_left_out(later: Path) -> None:
    on = ("--db", later, "--as-of", "2026-06-30", "--format", "json")
    assert json.loads(asnkarier("succession", *on).out)["not_known"] == []
    assert "1.6" not in merit(later, "2026-06-30")
    seats = json.loads(asnkarier("shortlist", "Kepala Bidang Arsip", *on).out)["seats"]
    assert (seats["holders_known"], seats["held"]) == (True, 1)
