"""Plaju: one kecamatan inside an institution (`--unit`): plans with goals and steps, mentoring, the work environment, feedback."""

from pathlib import Path

import pytest

from tests.scenarios.city import (
    ASSESSMENTS,
    DAY,
    DISCIPLINE,
    EVALUATIONS,
    POSITIONS,
    ROSTER,
    TRAININGS,
    City,
    components,
    levels,
)

LINA, OKI, PUTRI, RUDI = "198001012005012941", "200002022025021942", "198503032010032943", "197904042003041944"
PLAJU, ORDER, PARKS = "Kecamatan Plaju", "Seksi Ketertiban", "Dinas Lingkungan Hidup"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    found = City(tmp_path_factory.mktemp("plaju"), "Kota Palembang", "plaju")
    found.import_(
        "01-sotk.xlsx",
        {
            "Unit Kerja": (
                ("Unit Kerja", "Unit Atasan", "Perangkat Daerah"),
                [(PLAJU, "", ""), (ORDER, "", PLAJU), (PARKS, "", "")],
            ),
            "Jabatan": (
                POSITIONS,
                [
                    ("Kepala Seksi Ketertiban", ORDER, PLAJU, "pengawas", "IV.a", "pemerintahan", 1, "", "ya"),
                    ("Kepala Subbagian Umum", PLAJU, "", "pengawas", "IV.b", "pemerintahan", 1, "", ""),
                    ("Pengolah Data", PLAJU, "", "pelaksana", "", "pemerintahan", 4, "Kepala Subbagian Umum", ""),
                    ("Kepala Seksi Taman", PARKS, "", "pengawas", "IV.a", "lingkungan", 1, "", ""),
                ],
            ),
            "Survei Lingkungan Kerja": (
                ("Unit Kerja", "Perangkat Daerah", "Tahun", "Dimensi", "Skor", "Jumlah Responden"),
                [
                    (PLAJU, "", 2025, "Kerja sama tim", 82, 24),
                    (PLAJU, "", 2025, "Kepemimpinan", 76, 24),
                    (ORDER, PLAJU, 2025, "Kerja sama tim", 60, 4),
                    (PARKS, "", 2025, "Kerja sama tim", 90, 40),
                ],
            ),
            "Kinerja Unit": (
                ("Unit Kerja", "Tahun", "Predikat Kinerja Unit"),
                [(PLAJU, 2025, "Baik"), (PARKS, 2025, "Istimewa")],
            ),
        },
    )  # fmt: skip
    found.import_(
        "02-pegawai.xlsx",
        {
            "Daftar Pegawai": (
                ROSTER,
                [
                    (1, LINA, "Lina Contoh", "PNS", "Aktif", "III/d", "01-04-2022", "Kepala Seksi Ketertiban", "04-01-2016",
                     ORDER, PLAJU, "S1", "Ilmu Pemerintahan"),
                    (2, OKI, "Oki Contoh", "PNS", "Aktif", "III/a", "01-02-2025", "Pengolah Data", "03-02-2025",
                     PLAJU, PLAJU, "S1", "Statistika"),
                    (3, PUTRI, "Putri Contoh", "PNS", "Aktif", "III/c", "01-04-2022", "Kepala Subbagian Umum", "04-01-2021",
                     PLAJU, PLAJU, "S1", "Administrasi Publik"),
                    (4, RUDI, "Rudi Contoh", "PNS", "Aktif", "III/d", "01-04-2022", "Kepala Seksi Taman", "04-01-2021",
                     PARKS, PARKS, "S1", "Kehutanan"),
                ],
            )
        },
        title="PEMERINTAH KOTA PALEMBANG",
    )  # fmt: skip
    found.import_(
        "03-kinerja.xlsx",
        {
            "Penilaian Kinerja": (
                EVALUATIONS,
                [
                    *((nip, year, "sesuai", "sesuai", "Baik", "", "") for nip in (LINA, PUTRI, RUDI) for year in (2024, 2025)),
                    (OKI, 2025, "sesuai", "sesuai", "Baik", "Belajar cepat; ikuti pelatihan statistik", PUTRI),
                ],
            ),
            "Umpan Balik": (
                ("NIP", "Tahun", "Pemberi", "Skor", "Umpan Balik"),
                [
                    (LINA, 2024, "rekan", 90, ""), (LINA, 2024, "bawahan", 80, ""), (LINA, 2025, "rekan", 70, ""),
                    (PUTRI, 2025, "rekan", 100, ""), (OKI, 2025, "atasan", 80, "Rajin"),
                ],
            ),
            "Hasil Asesmen": (
                ASSESSMENTS,
                [
                    (LINA, "10-03-2025", 4, *[2] * 8),
                    (OKI, "10-03-2025", *[1] * 8, 0.5),
                    (PUTRI, "10-03-2025", *levels(2)),
                    (RUDI, "10-03-2025", *levels(2)),
                ],
            ),
            "Pelatihan": (TRAININGS, [(LINA, "Pelayanan Prima", "teknis", "", "03-02-2025", "05-02-2025", 20)]),
            "Rencana Pengembangan": (
                ("NIP", "Tujuan", "Jangka", "Langkah", "Tenggat", "Selesai Tanggal"),
                [
                    (LINA, "Camat", "panjang", "Ikut PKA", "31-12-2027", ""),
                    (LINA, "Melayani lebih baik", "pendek", "Pelatihan layanan", "31-03-2026", "15-02-2026"),
                    (LINA, "Melayani lebih baik", "pendek", "Susun standar layanan", "31-05-2026", "15-06-2026"),
                    (PUTRI, "Menguasai anggaran", "pendek", "Magang di Bappeda", "30-06-2026", "30-06-2026"),
                ],
            ),
            "Hukuman Disiplin": (
                DISCIPLINE,
                [(RUDI, "ringan", "teguran tertulis", "10-02-2020", "10-02-2020", "")],
            ),
        },
    )  # fmt: skip
    for command in (
        ("mentor", "pair", LINA, OKI, "--topic", "Ketertiban", "--as-of", DAY),
        ("mentor", "log", OKI, "--minutes", "60", "--on", DAY, "--as-of", DAY),
    ):
        said = found.run(*command)
        assert said.code == 0, said.err
    return found


def test_the_plan_has_goals_and_steps_and_counts(city: City) -> None:
    # Two of Lina's steps were due by 30 June 2026; one was done on time, one on 15 June for 31 May: 50 %. The third is due 2027.
    parts = components(city.ask("explain", LINA, "--for", "Kepala Subbagian Umum"))
    assert parts["plan_progress"] == (50, 15, 7.5)
    # Done on the very day it was due is on time.
    assert components(city.ask("explain", PUTRI, "--for", "Kepala Seksi Ketertiban"))["plan_progress"] == (100, 15, 15)
    plans = {p["nip"]: p for p in city.ask("idp", "list", "--unit", PLAJU)["plans"]}
    assert set(plans) == {LINA, PUTRI}
    assert (plans[LINA]["steps"], plans[LINA]["done"], plans[LINA]["on_time"]) == (3, 2, 1)
    shown = city.shown("idp", "show", LINA)
    assert shown.index("31 Maret 2026") < shown.index("31 Desember 2027")


def test_a_plan_is_drafted_kept_and_followed(city: City) -> None:
    draft = city.ask("idp", "draft", OKI)
    # Oki lacks half a level of Perekat Bangsa (0.5 of 1) and is on the way to the head of his subdivision.
    assert {step["horizon"] for step in draft["steps"]} == {"short", "long"}
    assert any("Perekat Bangsa" in str(step) for step in draft["steps"])
    # Nobody was asked to keep it: nothing was written.
    assert city.query("SELECT COUNT(*) FROM idp i JOIN person_nip n USING (person_id) WHERE n.nip = '" + OKI + "'") == [
        (0,)
    ]


def test_feedback_is_part_of_the_performance(city: City) -> None:
    # Lina: 2 × Baik 80 × 80 % = 64; feedback (90 + 80 + 70) / 3 = 80 × 20 % = 16: 80, middle.
    assert components(city.ask("explain", LINA, "--for", "Kepala Subbagian Umum"))["feedback"] == (80, 20, 16)
    assert city.talent(LINA)["performance"] == 80
    # Rudi was given none, and the register says nobody else was: the measure is missing, 0 to 20 points are open.
    rudi = city.talent(RUDI)
    assert (rudi["performance_low"], rudi["performance_high"]) == (64, 84)


def test_mentoring_counts_for_both_and_not_against_who_was_never_paired(city: City) -> None:
    # Lina: JPM (4 + 8 × 2) / 18, capped 100 → 50; 20 JP → 20; plan 7.5; a session in 2026 → 5; discipline 10: 92.5. Box 8.
    lina = city.talent(LINA)
    assert (lina["potential"], lina["box"]) == (92.5, 8)
    # Putri was never proposed: 95 weights are left. 50 + no training 50 × 20 % + 15 + 10 = 85 of 95.
    assert city.talent(PUTRI)["potential"] == pytest.approx(8500 / 95)
    # Oki has no plan yet: missing, 0 to 15 points. JPM 8.5 of 9.
    oki = city.talent(OKI)
    assert oki["potential_high"] - oki["potential_low"] == pytest.approx(15)
    # Appointed in February 2025 by the NIP: no predicate of 2024 is missing.
    assert oki["missing"] == ["plan_progress"]
    assert oki["potential_low"] == pytest.approx(50 * 8.5 / 9 + 10 + 5 + 10)


def test_the_experienced_guide_the_new(city: City) -> None:
    (pair,) = city.ask("mentor", "list", "--unit", PLAJU)["pairs"]
    assert (pair["mentor"], pair["mentee"], pair["sessions"], pair["minutes"]) == (LINA, OKI, 1, 60)
    # Who has a mentor needs no other.
    assert all(p["mentee"] != OKI for p in city.ask("mentor", "suggest", "--unit", PLAJU)["pairs"])


def test_the_work_environment_stands_beside_performance(city: City) -> None:
    found = {line["unit"]: line for line in city.ask("survey", 2025, "--unit", PLAJU)["units"]}
    whole = next(line for unit, line in found.items() if unit.endswith(PLAJU))
    # (82 + 76) / 2 = 79, beside Baik. The section had 4 answers, under 5: nothing of it is shown.
    assert (whole["index"], whole["predicate"], whole["respondents"]) == (79, "baik", 24)
    small = next(line for unit, line in found.items() if ORDER in unit)
    assert (small["suppressed"], small["index"], small["dimensions"]) == (True, None, {})
    assert not any(PARKS in unit for unit in found)


def test_small_groups_get_counts_and_no_verdict(city: City) -> None:
    found = city.ask("evaluations", "distribution", 2025, "--unit", PLAJU)
    assert {line["verdict"] for line in found["units"]} == {"too_small"}
    people = city.ask("talent", "--unit", PLAJU)["people"]
    assert {p["nip"] for p in people} == {LINA, OKI, PUTRI}


def test_results_are_shared_with_the_employee(city: City, tmp_path: Path) -> None:
    page = tmp_path / "oki.html"
    said = city.run("report", "person", OKI, "--as-of", DAY, "-o", page)
    assert said.code == 0, said.err
    text = page.read_text(encoding="utf-8")
    assert "Oki Contoh" in text
    assert "Belajar cepat; ikuti pelatihan statistik" in text
    assert "Perekat Bangsa" in text
    # Never who gave the feedback, and nobody else.
    assert "Putri Contoh" not in text


def test_plan_mentoring_and_feedback_lead_back_to_where_they_stand(city: City) -> None:
    found = {
        c["component"]: c["source"] for c in city.ask("explain", LINA, "--for", "Kepala Subbagian Umum")["components"]
    }
    assert (found["plan_progress"]["sheet"], found["plan_progress"]["cell"]) == ("Rencana Pengembangan", "F3")
    assert (found["feedback"]["sheet"], found["feedback"]["cell"]) == ("Umpan Balik", "D2")
    # The session was typed by hand.
    assert found["mentoring"]["entered_by"] == "Penguji"
