"""`standards show`: the levels a post asks, its own and the defaults of its kind, and what the law asks, with articles."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.golden import check
from tests.terminal import asnkarier
from tests.town import town

DAY = "2026-06-30"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "kota.sqlite"
    with town(path) as made:
        made.unit("Dinas Contoh")
        made.unit("Bidang A", "Dinas Contoh")
        made.post("Kepala Bidang A", "Bidang A", "administrator", echelon="III.b", job_family="sosial", headcount=1)
        made.post("Kepala Seksi", "Bidang A", "pengawas")
        made.post("Kepala Seksi", "Dinas Contoh", "pengawas")
        made.post("Jabatan Aneh", "Bidang A")
        made.insert(
            "competency", name="Pekerjaan Sosial", name_key="pekerjaan sosial", grp="teknis", description="Kasus"
        )
        for competency, level, weight in ((1, 4, None), (10, 2.5, "mutlak")):
            made.insert(
                "standard", position_id=1, competency_id=competency, required=round(level * 10_000), importance=weight
            )
        made.person("198501012010011001", "Contoh Satu", post="Kepala Bidang A", unit="Bidang A")
    return path


def document(path: Path, *asked: str) -> dict[str, Any]:
    said = asnkarier("standards", "show", *asked, "--db", path, "--as-of", DAY, "--format", "json")
    assert said.code == 0, said.err
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_own_levels_and_defaults_of_the_kind(file: Path) -> None:
    found = document(file, "Kepala Bidang A")
    assert (found["kind"], found["unit"], found["holders"]) == ("administrator", "Dinas Contoh / Bidang A", 1)
    assert found["standard"] == "partly_default"
    levels = {c["competency"]: (c["required"], c["level_name"], c["default"]) for c in found["competencies"]}
    assert next(iter(levels)) == "Integritas"
    # administrator: level 3 by default (RULES §2); Integritas is the post's own
    assert levels["Integritas"] == (4, "Mumpuni", False)
    assert levels["Perekat Bangsa"] == (3, "Menengah", True)
    assert levels["Pekerjaan Sosial"] == (2.5, None, False)
    last = found["competencies"][-1]
    assert (last["importance"], last["group"], last["description"]) == ("mutlak", "teknis", "Kasus")


def test_requirements_with_their_articles(file: Path) -> None:
    found = document(file, "Kepala Bidang A")
    checks = {c["check"]: c for c in found["requirements"]}
    assert checks["education"]["required"] == "S1"
    assert checks["experience_in_post"]["required"] == {"years": 3, "kinds": ["pengawas", "jf_ahli_muda"]}
    assert all(c["article"] for c in found["requirements"])
    assert checks["rank"]["advisory"] is True
    assert {line["check"] for line in found["attested"]} >= {"health", "integrity"}
    assert found["exceptions"] != []


def test_a_post_whose_kind_nobody_knows(file: Path) -> None:
    found = document(file, "Jabatan Aneh")
    assert (found["kind"], found["standard"], found["requirements"]) == (None, None, [])
    assert {c["required"] for c in found["competencies"]} == {None}


def test_several_and_unknown_posts(file: Path) -> None:
    several = asnkarier("standar", "lihat", "Kepala Seksi", "--db", file)
    assert (several.code, "Kepala Seksi @ Dinas Contoh / Bidang A" in several.err) == (2, True)
    assert document(file, "Kepala Seksi @ Bidang A")["kind"] == "pengawas"
    near = asnkarier("standards", "show", "Kepala Bidng A", "--db", file)
    assert (near.code, "Kepala Bidang A" in near.err) == (2, True)


def test_before_the_law(file: Path) -> None:
    assert asnkarier("standards", "show", "Kepala Bidang A", "--db", file, "--as-of", "2010-01-01").code == 3


@pytest.mark.parametrize("language", ["id", "en"])
def test_tables(file: Path, language: str) -> None:
    said = [
        asnkarier("standards", "show", name, "--db", file, "--as-of", DAY, width=80, lang=language)
        for name in ("Kepala Bidang A", "Jabatan Aneh")
    ]
    check(f"appraise/standards_show_{language}", "\n".join(part.out + part.err for part in said))
