"""Before the day of the first list nobody is known: a post is not empty because nobody says who was in it."""

import json
from pathlib import Path
from typing import Any

from tests.commands.intake.books import BUDI, SITI, book
from tests.terminal import asnkarier


def vacancies(file: Path, day: str) -> dict[str, Any]:
    answer = asnkarier("forecast", "vacancies", "--db", file, "--as-of", day, "--months", 1, "--format", "json")
    assert answer.code == 0, answer.err
    found: dict[str, Any] = json.loads(answer.out)
    return found


def told(found: dict[str, Any]) -> tuple[list[str], list[str]]:
    return [post["position"] for post in found["posts"]], [post["position"] for post in found["not_known"]]


def test_a_post_whose_holder_is_known_from_a_later_list_only_is_not_empty(tmp_path: Path) -> None:
    """Siti heads Bidang Arsip since 2 January 2023 by a list of 30 June 2026; nobody is in Bidang Layanan."""
    file = tmp_path / "kota.sqlite"
    assert asnkarier("init", "--db", file).code == 0
    assert asnkarier("import", book(tmp_path / "daftar.xlsx", [SITI, BUDI]), "--db", file).code == 0
    posts = tmp_path / "jabatan.csv"
    posts.write_text(
        "Nama Jabatan;Unit Kerja;Jenis Jabatan\nKepala Bidang Arsip;Bidang Arsip;Administrator\n"
        "Kepala Bidang Layanan;Dinas Arsip;Administrator\n"
    )
    assert asnkarier("import", posts, "--db", file).code == 0
    assert told(vacancies(file, "2026-06-30")) == (["Kepala Bidang Layanan"], [])
    assert told(vacancies(file, "2026-06-29")) == (["Kepala Bidang Layanan"], ["Kepala Bidang Arsip"])
    # The day before she took the post it was somebody else's, or nobody's: no list says which.
    assert told(vacancies(file, "2023-01-01")) == (["Kepala Bidang Layanan"], ["Kepala Bidang Arsip"])
    keys = asnkarier("succession", "--db", file, "--as-of", "2026-06-29", "--format", "json").out
    assert [post["position"] for post in json.loads(keys)["posts"]] == ["Kepala Bidang Layanan"]
    said = asnkarier("forecast", "vacancies", "--db", file, "--as-of", "2026-06-29", "--lang", "en")
    assert "Of 1 more post nothing says who was in them on 29 June 2026" in " ".join(said.out.split())
