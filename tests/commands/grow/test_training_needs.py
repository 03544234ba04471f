"""`training needs`, as people run it, on a small town."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import golden
from tests.law.conftest import text_of
from tests.terminal import asnkarier
from tests.town import town

ADI, BUDI, CITRA, DEWI = ("198001012005011901", "198101012005012902", "198201012023213903", "198301012005012904")
JP = 10_000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Dinas Lain")
        head = t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        t.post("Analis Kebijakan Ahli Muda", leads_to="Analis Kebijakan Ahli Madya; Kepala Bagian Lain")
        t.post("Analis Kebijakan Ahli Madya")
        t.insert("standard", position_id=head, competency_id=1, required=40_000, importance="mutlak")
        t.person(ADI, "Adi Contoh", unit="Dinas Contoh", post="Kepala Bidang Satu", education="S1")
        t.person(BUDI, "Budi Contoh", unit="Dinas Contoh", post="Analis Kebijakan Ahli Muda", education="S1")
        t.person(CITRA, "Citra Contoh", unit="Dinas Lain", kind="PPPK", post="Analis Kebijakan Ahli Muda")
        t.person(DEWI, "Dewi Contoh", unit="Dinas Lain", post="Kepala Bidang Satu")
        t.assessment(ADI, "2025-10-01", 3, 3, 2.5, 3, 3, 3, 3, 3, 3)
        number = t.assessment(BUDI, "2025-10-01", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        t.logged("asesmen.xlsx", "Hasil", "assessments", "assessment", number, 7,
                 {"nip": BUDI, "level:Integritas": 30_000}, BUDI)  # fmt: skip
        for code, competency, raises, kinds in (
            ("A1", "Integritas", 40_000, None),
            ("A2", "Integritas", 30_000, None),
            ("B1", "Komunikasi", 30_000, "Pengawas"),
        ):
            t.insert("catalogue", code=code, title=f"Pelatihan {code}", jp=8 * JP, seats=10, cost=1,
                     competency=competency, raises_to=raises, for_kinds=kinds)  # fmt: skip
        t.insert("catalogue", code="PKA", title="PKA", training_kind="leadership", jp=900 * JP, seats=5, cost=1,
                 for_kinds="Administrator")  # fmt: skip
        t.fact("training", DEWI, title="PKA", title_key="pka", dated="2020-01-01", training_kind="leadership",
               level="PKA", ended_on="2020-01-01")  # fmt: skip
        for title, until in (("Sertifikat A", "2026-09-30"), ("Sertifikat B", "2026-10-01")):
            t.fact("training", CITRA, title=title, title_key=title.lower(), dated="2023", year=2023, valid_until=until)
        t.evaluation(BUDI, 2025, "baik", recommendation="training", feedback="Perlu belajar anggaran")
        t.evaluation(ADI, 2024, "butuh_perbaikan", work_result="below", behaviour="meets")
        t.evaluation(ADI, 2025, "kurang", work_result="meets", behaviour="below")
        t.evaluation(CITRA, 2025, "butuh_perbaikan")
        t.evaluation(DEWI, 2024, "kurang", behaviour="below")
        t.evaluation(DEWI, 2025, "baik", work_result="meets", behaviour="meets")
    return path


def needs(file: Path) -> list[dict[str, Any]]:
    answer = asnkarier("training", "needs", "--db", file, "--as-of", "2026-10-01", "--format", "json")
    assert answer.code == 0, answer.err
    found: list[dict[str, Any]] = json.loads(answer.out)["needs"]
    return found


def test_gaps_by_importance(file: Path) -> None:
    found = {(n["nip"], n["competency"]): n for n in needs(file) if n["reason"] == "gap"}
    assert set(found) == {(ADI, "Integritas"), (ADI, "Komunikasi")}
    integrity = found[ADI, "Integritas"]
    # Mutlak: 3 × (4 − 3). A2 raises to 3 only, which he has.
    assert (integrity["urgency"], integrity["trainings"]) == (3, ["A1"])
    # 1 × (3 − 2.5); B1 is for pengawas.
    assert (found[ADI, "Komunikasi"]["urgency"], found[ADI, "Komunikasi"]["trainings"]) == (0.5, [])


def test_an_institution_may_weigh_importance_otherwise(file: Path, tmp_path: Path) -> None:
    text = (
        text_of("importance")
        .replace("2014-01-15", "2026-06-01")
        .replace("2026-11-22", "2025-01-01")
        .replace("mutlak = 3", "mutlak = 5")
    )
    own = tmp_path / "bobot.toml"
    own.write_text(text.replace('where_blank = "perlu"', 'where_blank = "penting"'), encoding="utf-8")
    assert asnkarier("rules", "add", own, "--db", file).code == 0
    found = {(n["nip"], n["competency"]): n["urgency"] for n in needs(file) if n["reason"] == "gap"}
    # 5 × (4 − 3), and a blank importance as penting: 2 × (3 − 2.5).
    assert found == {(ADI, "Integritas"): 5, (ADI, "Komunikasi"): 1}


def test_a_recap_of_the_jpm_alone_leaves_the_levels_unknown(tmp_path: Path) -> None:
    path = tmp_path / "town.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.post("Kepala Bidang Satu", "Dinas Contoh", "administrator")
        for nip, name in ((ADI, "Adi"), (BUDI, "Budi"), (CITRA, "Citra"), (DEWI, "Dewi")):
            t.person(nip, f"{name} Contoh", unit="Dinas Contoh", post="Kepala Bidang Satu")
        t.assessment(ADI, "2025-10-01", jpm=85)  # a recap
        t.assessment(BUDI, "2025-10-01", 3, 3, 3, 3, 3, 3, 3, 3, 3)
        t.assessment(CITRA, "2025-10-01")  # nothing but the day
        t.insert("catalogue", code="A1", title="Pelatihan A1", jp=8 * JP, seats=10, cost=1,
                 competency="Integritas", raises_to=40_000)  # fmt: skip
    where = ("--db", path, "--as-of", "2026-10-01")
    answer = json.loads(asnkarier("training", "needs", *where, "--format", "json").out)
    assert (answer["not_assessed"], answer["levels_unknown"]) == (2, 1)  # Citra and Dewi; Adi
    shown = asnkarier("training", "needs", *where, lang="en").out
    assert "JPM on file, levels not: 1" in " ".join(shown.split())
    year = ("training", "plan", "--year", "2026", "--budget", "1000000")
    left = json.loads(asnkarier(*year, *where, "--format", "json").out)["left_out"]
    reasons = {line["nip"]: line["reason"] for line in left}
    assert (reasons[ADI], reasons[BUDI], reasons[CITRA], reasons[DEWI]) == (
        "levels_unknown", "no_gap", "not_assessed", "not_assessed",
    )  # fmt: skip


def test_the_next_post_on_the_path_asks_more(file: Path) -> None:
    found = {n["competency"]: n for n in needs(file) if n["reason"] == "next" and n["nip"] == BUDI}
    # Ahli muda asks 3, ahli madya 4 of each of the nine: 3 attained.
    assert len(found) == 9
    need = found["Integritas"]
    assert (need["required"], need["attained"], need["what"]) == (4, 3, "Analis Kebijakan Ahli Madya")
    assert need["source"]["cell"] == "B7"


def test_where_no_post_leads_on_the_next_above_in_the_own_line_asks(tmp_path: Path) -> None:
    path = tmp_path / "line.sqlite"
    with town(path) as t:
        t.unit("Dinas Contoh")
        t.unit("Seksi Satu", "Dinas Contoh")
        t.unit("Seksi Dua", "Dinas Contoh")
        digital = t.insert("competency", name="Literasi Digital", name_key="literasi digital", grp="digital")
        t.post("Staf", "Seksi Satu", "pelaksana")
        mine = t.post("Kepala Seksi Satu", "Seksi Satu", "pengawas")
        t.post("Kepala Seksi Dua", "Seksi Dua", "pengawas")
        t.insert("standard", position_id=mine, competency_id=digital, required=30_000)
        t.person(ADI, "Adi Contoh", unit="Seksi Satu", post="Staf")
        t.assessment(ADI, "2025-10-01", 2, 2, 1, 2, 2, 2, 2, 2, 2, literasi_digital=1)
        for code, kinds in (("B1", "Pengawas"), ("B2", "Administrator")):
            t.insert("catalogue", code=code, title=code, jp=8 * JP, seats=10, cost=1, competency="Komunikasi",
                     raises_to=30_000, for_kinds=kinds)  # fmt: skip
    found = {need["competency"]: need for need in needs(path)}
    # Pengawas asks 2 of the nine where the pelaksana needs 1, and this one 3 of digital literacy. B1 is for pengawas, as Adi is to be.
    assert {n: (f["reason"], f["what"], f["required"], f["attained"], f["trainings"]) for n, f in found.items()} == {
        "Komunikasi": ("next", "Kepala Seksi Satu", 2, 1, ["B1"]),
        "Literasi Digital": ("next", "Kepala Seksi Satu", 3, 1, []),
    }


def test_leadership_training_for_the_level_held(file: Path) -> None:
    found = [(n["nip"], n["what"], n["trainings"]) for n in needs(file) if n["reason"] == "leadership"]
    assert found == [(ADI, "PKA", ["PKA"])]


def test_ratings_of_the_newest_evaluation_alone(file: Path) -> None:
    # Adi's behaviour of 2025, not the result of 2024; Citra has no ratings on record; Dewi is well again.
    assert [(n["nip"], n["what"]) for n in needs(file) if n["reason"] == "rating"] == [
        (ADI, "behaviour"),
        (CITRA, "predicate"),
    ]


def test_groups_are_in_the_document_too(file: Path) -> None:
    answer = asnkarier("training", "needs", "--db", file, "--as-of", "2026-10-01", "--format", "json")
    found = json.loads(answer.out)
    # Adi alone: Integritas 3 × 1, Komunikasi 1 × 0.5.
    assert [(g["competency"], g["people"], g["urgency"]) for g in found["by_competency"]] == [
        ("Integritas", 1, 3),
        ("Komunikasi", 1, 0.5),
    ]
    assert {g["code"]: g["people"] for g in found["by_training"]} == {"A1": 1, "A2": 0, "B1": 0, "PKA": 1}
    assert [(g["unit"], g["needs"], g["urgency"]) for g in found["by_unit"]] == [("Dinas Contoh", 2, 3.5)]


def test_each_level_of_a_long_sheet_has_the_cell_of_its_own_row(file: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "asesmen.csv"
    rows = [("NIP", "Tanggal Asesmen", "Kompetensi", "Level"), (ADI, "2026-05-05", "Integritas", "2"),
            (ADI, "2026-05-05", "Kerja Sama", "2,5"), (ADI, "2026-05-05", "Komunikasi", "1")]  # fmt: skip
    sheet.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    answer = asnkarier("import", sheet, "--as", "assessments", "--db", file)
    assert answer.code == 0, answer.err
    cells = {n["competency"]: n["source"]["cell"] for n in needs(file) if n["nip"] == ADI and n["reason"] == "gap"}
    assert cells == {"Integritas": "D2", "Kerja Sama": "D3", "Komunikasi": "D4"}
    sheet.write_text(sheet.read_text().replace("Sama;2,5", "Sama;2,75"), encoding="utf-8")
    sheet.rename(tmp_path / "koreksi.csv")
    answer = asnkarier("import", tmp_path / "koreksi.csv", "--as", "assessments", "--db", file)
    assert answer.code == 0, answer.err
    sources = {n["competency"]: n["source"] for n in needs(file) if n["nip"] == ADI and n["reason"] == "gap"}
    assert [(sources[c]["file"], sources[c]["cell"]) for c in ("Integritas", "Kerja Sama")] == [
        ("asesmen.csv", "D2"),
        ("koreksi.csv", "D3"),
    ]


def test_an_import_taken_back_says_nothing_of_how_far_trainings_are_complete(file: Path) -> None:
    from asnkarier.core.access import Access
    from asnkarier.store.database import open_database

    def shown() -> str:
        return asnkarier("training", "needs", "--db", file, "--as-of", "2026-10-01", lang="en").out

    with open_database(str(file), Access.WRITE) as db:
        db.execute(
            "INSERT INTO batch (id, entered_at, entered_by, command, digest, first_change, last_change) VALUES"
            " (901, '2026-09-30T00:00:00Z', 'Penguji', 'import', '', 0, 0)"
        )
        db.execute("INSERT INTO coverage (batch_id, kind, covers_until) VALUES (901, 'trainings', '2026-09-30')")
    assert "30 September 2026" in shown()
    with open_database(str(file), Access.WRITE) as db:
        db.execute("UPDATE batch SET undone_by = 901 WHERE id = 901")
    assert "30 September 2026" not in shown()


def test_a_certificate_is_expired_the_day_after_its_last(file: Path) -> None:
    assert [n["what"] for n in needs(file) if n["reason"] == "certificate"] == ["Sertifikat A"]


def test_what_the_leader_recommended(file: Path) -> None:
    assert [(n["nip"], n["what"]) for n in needs(file) if n["reason"] == "recommendation"] == [
        (BUDI, "Perlu belajar anggaran")
    ]


@pytest.mark.parametrize("lang", ["id", "en"])
def test_table(file: Path, lang: str) -> None:
    answer = asnkarier("training", "needs", "--db", file, "--as-of", "2026-10-01", lang=lang)
    assert answer.code == 0
    golden.check(f"grow/training_needs_{lang}", answer.out)


def test_csv_holds_every_need_a_row_each(file: Path) -> None:
    answer = asnkarier("training", "needs", "--db", file, "--as-of", "2026-10-01", "--format", "csv")
    lines = answer.out.splitlines()
    assert lines[0] == "nip,name,reason,competency,required,attained,importance,urgency,trainings,what,source"
    assert f"{ADI},Adi Contoh,gap,Integritas,4,3,mutlak,3,A1,," in lines
    assert len(lines) == 1 + len(needs(file))
