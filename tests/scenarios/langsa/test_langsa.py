"""Langsa: targets per person, steady performance, projects led; standards explained in plain words."""

import re

import pytest

from tests.scenarios.city import (
    ASSESSMENTS,
    EVALUATIONS,
    POSITIONS,
    ROSTER,
    STANDARDS,
    TRAININGS,
    City,
    components,
    levels,
)

MIRA, NURUL, HASAN = "198001012005012921", "198502022010022922", "199003032014031923"
OFFICE, SCHOOL = "Dinas Pekerjaan Umum", "SD Negeri 1 Langsa"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    found = City(tmp_path_factory.mktemp("langsa"), "Kota Langsa", "langsa")
    found.import_(
        "01-sotk.xlsx",
        {
            "Unit Kerja": (("Unit Kerja", "Unit Atasan", "Perangkat Daerah"), [(OFFICE, "", ""), (SCHOOL, "", "")]),
            "Jabatan": (
                POSITIONS,
                [
                    ("Kepala Bidang Jalan", OFFICE, "", "administrator", "III.b", "pekerjaan umum", 1, "", ""),
                    ("Kepala Seksi Jalan", OFFICE, "", "pengawas", "IV.a", "pekerjaan umum", 1, "Kepala Bidang Jalan", ""),
                    ("Guru Ahli Pertama", SCHOOL, "", "jf_ahli_pertama", "", "pendidikan", 10, "", ""),
                    ("Pengolah Data", OFFICE, "", "pelaksana", "", "pekerjaan umum", 4, "", ""),
                ],
            ),
            "Standar Kompetensi": (
                STANDARDS,
                [("Kepala Seksi Jalan", OFFICE, "", "Pelayanan Publik", 3, "mutlak")],
            ),
        },
    )  # fmt: skip
    found.import_(
        "02-pegawai.xlsx",
        {
            "Daftar Pegawai": (
                ROSTER,
                [
                    (1, MIRA, "Mira Contoh", "PNS", "Aktif", "III/d", "01-04-2022", "Kepala Seksi Jalan", "04-01-2021",
                     OFFICE, OFFICE, "S1", "Teknik Sipil"),
                    (2, NURUL, "Nurul Contoh", "PNS", "Aktif", "III/b", "01-04-2022", "Guru Ahli Pertama", "04-01-2021",
                     SCHOOL, SCHOOL, "S1", "Pendidikan Guru Sekolah Dasar"),
                    (3, HASAN, "Hasan Contoh", "PNS", "Aktif", "III/a", "01-04-2024", "Pengolah Data", "04-01-2021",
                     OFFICE, OFFICE, "S1", "Statistika"),
                ],
            )
        },
        title="PEMERINTAH KOTA LANGSA",
    )  # fmt: skip
    found.import_(
        "03-kinerja.xlsx",
        {
            "Penilaian Kinerja": (
                EVALUATIONS,
                [
                    (MIRA, 2023, "di bawah", "sesuai", "Butuh Perbaikan", "", ""),
                    (MIRA, 2024, "sesuai", "sesuai", "Baik", "", ""),
                    (MIRA, 2025, "di atas", "di atas", "Sangat Baik", "Jembatan selesai lebih cepat", ""),
                    *((NURUL, year, "sesuai", "sesuai", "Baik", "", "") for year in (2023, 2024, 2025)),
                    (HASAN, 2024, "sesuai", "sesuai", "Baik", "", MIRA),
                    (HASAN, 2025, "sesuai", "sesuai", "Baik", "", MIRA),
                ],
            ),
            "Indikator Kinerja": (
                ("NIP", "Tahun", "Indikator", "Satuan", "Target", "Realisasi", "Arah"),
                [
                    (MIRA, 2025, "Jalan terpelihara", "km", 100, 90, "tinggi"),
                    (MIRA, 2025, "Lama penanganan keluhan", "hari", 10, 12, "rendah"),
                    (MIRA, 2025, "Jembatan diperiksa", "unit", 50, 60, "tinggi"),
                ],
            ),
            "Penugasan": (
                ("NIP", "Nama Penugasan", "Peran", "Lingkup", "Tanggal Mulai", "Tanggal Selesai", "Hasil"),
                [
                    (MIRA, "Tim Penataan Kota", "ketua", "lintas unit", "03-03-2025", "30-09-2025", "tercapai"),
                    (HASAN, "Tim Penataan Kota", "anggota", "lintas unit", "03-03-2025", "30-09-2025", "tercapai"),
                ],
            ),
            "Hasil Asesmen": (
                ASSESSMENTS,
                [(MIRA, "10-03-2025", *levels(3)), (NURUL, "10-03-2025", *levels(2)), (HASAN, "10-03-2025", *levels(1))],
            ),
            "Pelatihan": (
                TRAININGS,
                [(MIRA, "Pelayanan Prima", "teknis", "", "03-02-2025", "05-02-2025", 20)],
            ),
            "Hukuman Disiplin": (
                ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "TMT Hukuman", "Akhir Hukuman"),
                [(HASAN, "ringan", "teguran tertulis", "10-02-2020", "10-02-2020", "")],
            ),
        },
    )  # fmt: skip
    return found


def test_targets_and_achievement_are_easy_to_look_up(city: City) -> None:
    found = {i["indicator"]: i for i in city.ask("show", MIRA)["indicators"]}
    assert (found["Jalan terpelihara"]["target"], found["Jalan terpelihara"]["realised"]) == (100, 90)
    # 90 of 100 is 90 %; 12 days for a target of 10, less is better: (2 × 10 - 12) / 10 = 80 %; 60 of 50 counts as 100 %.
    assert {name: i["achievement"] for name, i in found.items()} == {
        "Jalan terpelihara": 90,
        "Lama penanganan keluhan": 80,
        "Jembatan diperiksa": 100,
    }
    assert "80,00%" in city.shown("show", MIRA)


def test_targets_and_consistency_over_years_make_the_performance(city: City) -> None:
    parts = components(city.ask("explain", MIRA, "--for", "Kepala Bidang Jalan"))
    # Predicates Sangat Baik 100 and Baik 80: 90 × 50 % = 45. Targets (90 + 80 + 100) / 3 = 90 × 30 % = 27. Baik or better in
    # 2024 and 2025 of three years: 66.67 × 20 % = 13.33. Together 85.33, middle (high from 90).
    assert parts["predicate"] == (90, 50, 45)
    assert parts["targets"] == (90, 30, 27)
    assert parts["consistency"] == pytest.approx((200 / 3, 20, 40 / 3))
    assert parts["assignments"] == (100, 15, 15)
    assert city.talent(MIRA)["performance"] == pytest.approx(45 + 27 + 40 / 3)


def test_the_project_led_counts_for_potential(city: City) -> None:
    # JPM (27 of 19, one 3 and eight 2: capped) 100 × 45 % = 45; 20 JP 15; 5 years in post 15; led across units 15; discipline 10.
    mira = city.talent(MIRA)
    assert (mira["potential"], mira["box"]) == (100, 8)
    assert mira["talent"] == pytest.approx(0.6 * (45 + 27 + 40 / 3) + 0.4 * 100)
    earned = {(e["nip"], e["rule"], e["what"]) for e in city.ask("recognition", 2025)["people"]}
    assert (MIRA, "project_leader", "Tim Penataan Kota") in earned
    assert not any(nip == HASAN and rule == "project_leader" for nip, rule, _ in earned)


def test_teachers_without_indicators_are_not_measured_by_them_others_are_a_range(city: City) -> None:
    # Nurul: no indicators is normal for teachers: 80 × 50 and 100 × 20 over 70 = 85.71.
    nurul = city.talent(NURUL)
    assert nurul["performance"] == pytest.approx((80 * 50 + 100 * 20) / 70)
    # Hasan should have some: 0 to 30 points are open. 80 × 50 % + consistency: 2023 unknown, 66.67 to 100 × 20 %.
    hasan = city.talent(HASAN)
    assert hasan["performance"] is None
    assert hasan["performance_low"] == pytest.approx(40 + 40 / 3)
    assert hasan["performance_high"] == 40 + 20 + 30
    assert set(hasan["missing"]) == {"targets", "consistency"}


def test_the_standard_of_a_post_in_plain_words(city: City) -> None:
    told = city.ask("standards", "show", "Kepala Seksi Jalan")
    asked = {c["competency"]: (c["required"], c["default"]) for c in told["competencies"]}
    # Its own level where the standard has one; the default of a pengawas (2) where not, marked as such.
    assert asked["Pelayanan Publik"] == (3, False)
    assert asked["Integritas"] == (2, True)
    shown = city.shown("standards", "show", "Kepala Seksi Jalan")
    assert "Menengah" in shown
    assert "Ps 54" in shown


def test_coverage_of_evaluation_is_in_the_status(city: City) -> None:
    found = city.ask("status")["evaluations"]
    assert (found["year"], found["expected"], found["evaluated"], found["with_feedback"]) == (2025, 3, 3, 1)
    assert re.search(r"[Dd]inilai.*3 dari 3", " ".join(city.shown("status").split()))
    line = next(one for one in city.ask("evaluations", "coverage", 2025)["leaders"] if one["nip"] == MIRA)
    assert (line["people"], line["evaluated"], line["with_feedback"]) == (1, 1, 0)


def test_targets_and_assignments_lead_back_to_their_cells(city: City) -> None:
    found = {
        c["component"]: c["source"] for c in city.ask("explain", MIRA, "--for", "Kepala Bidang Jalan")["components"]
    }
    assert (found["targets"]["sheet"], found["targets"]["cell"]) == ("Indikator Kinerja", "F2")
    assert (found["assignments"]["sheet"], found["assignments"]["cell"]) == ("Penugasan", "C2")
