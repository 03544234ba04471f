"""Tebing Tinggi: competency first, by field; training fitted to each need; the two ratings apart; active learners seen."""

from pathlib import Path

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

WATI, YUDI, ZUL = "197801012003012911", "198802022011021912", "199003032014031913"
HEALTH_LAW, E_GOVERNMENT = "Kebijakan Kesehatan", "Pemerintahan Elektronik"
HEALTH, COMPUTERS = "Dinas Kesehatan", "Dinas Kominfo"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    found = City(tmp_path_factory.mktemp("tebing"), "Kota Tebing Tinggi", "tebing-tinggi")
    found.import_(
        "01-dasar.xlsx",
        {
            "Kompetensi": (
                ("Kompetensi", "Kelompok", "Deskripsi"),
                [
                    (HEALTH_LAW, "teknis", "Menyusun dan menerapkan kebijakan pelayanan kesehatan"),
                    (E_GOVERNMENT, "teknis", "Membangun layanan pemerintahan secara elektronik"),
                ],
            ),
            "Unit Kerja": (("Unit Kerja", "Unit Atasan", "Perangkat Daerah"), [(HEALTH, "", ""), (COMPUTERS, "", "")]),
            "Jabatan": (
                POSITIONS,
                [
                    ("Sekretaris Dinas Kesehatan", HEALTH, "", "administrator", "III.a", "kesehatan", 1, "", ""),
                    ("Pranata Komputer Ahli Muda", COMPUTERS, "", "jf_ahli_muda", "", "komunikasi dan informatika", 2, "", ""),
                    ("Pengolah Data", HEALTH, "", "pelaksana", "", "kesehatan", 2, "", ""),
                ],
            ),
            "Standar Kompetensi": (
                STANDARDS,
                [
                    ("Sekretaris Dinas Kesehatan", HEALTH, "", HEALTH_LAW, 4, "mutlak"),
                    ("Sekretaris Dinas Kesehatan", HEALTH, "", E_GOVERNMENT, 2, "perlu"),
                    ("Pranata Komputer Ahli Muda", COMPUTERS, "", E_GOVERNMENT, 3, "mutlak"),
                ],
            ),
            "Katalog Pelatihan": (
                ("Kode", "Nama Pelatihan", "Jenis Pelatihan", "JP", "Kompetensi", "Naik ke Level", "Untuk Jenis Jabatan"),
                [
                    ("KES-4", "Kebijakan Kesehatan Lanjutan", "teknis", 40, HEALTH_LAW, 4, "administrator"),
                    ("KES-3", "Kebijakan Kesehatan Menengah", "teknis", 30, HEALTH_LAW, 3, ""),
                    ("TIK-3", "Layanan Elektronik", "teknis", 24, E_GOVERNMENT, 3, ""),
                ],
            ),
        },
    )  # fmt: skip
    found.import_(
        "02-pegawai.xlsx",
        {
            "Daftar Pegawai": (
                ROSTER,
                [
                    (1, WATI, "Wati Contoh", "PNS", "Aktif", "IV/a", "01-04-2022", "Sekretaris Dinas Kesehatan",
                     "02-01-2023", HEALTH, HEALTH, "S2", "Kesehatan Masyarakat"),
                    (2, YUDI, "Yudi Contoh", "PNS", "Aktif", "III/c", "01-04-2023", "Pranata Komputer Ahli Muda",
                     "02-01-2023", COMPUTERS, COMPUTERS, "S1", "Teknik Informatika"),
                    (3, ZUL, "Zul Contoh", "PNS", "Aktif", "III/a", "01-04-2024", "Pengolah Data",
                     "02-01-2023", HEALTH, HEALTH, "S1", "Statistika"),
                ],
            )
        },
        title="PEMERINTAH KOTA TEBING TINGGI",
    )  # fmt: skip
    found.import_(
        "03-kinerja-dan-asesmen.xlsx",
        {
            "Penilaian Kinerja": (
                EVALUATIONS,
                [
                    (WATI, 2024, "di atas", "sesuai", "Baik", "", ""),
                    (WATI, 2025, "sesuai", "sesuai", "Baik", "", ""),
                    (YUDI, 2024, "sesuai", "di atas", "Baik", "", ""),
                    (YUDI, 2025, "di atas", "di atas", "Sangat Baik", "", ""),
                    (ZUL, 2024, "sesuai", "di bawah", "Kurang", "", ""),
                    (ZUL, 2025, "di bawah", "sesuai", "Butuh Perbaikan", "", ""),
                ],
            ),
            "Hasil Asesmen": (
                (*ASSESSMENTS, HEALTH_LAW, E_GOVERNMENT),
                [
                    (WATI, "10-03-2025", *levels(3), 3, 2),
                    (YUDI, "10-03-2025", *[3] * 8, 2, None, 3.5),
                    (ZUL, "10-03-2025", *levels(1), None, 1),
                ],
            ),
            "Pelatihan": (
                TRAININGS,
                [
                    (WATI, "Manajemen Pelayanan", "teknis", "", "03-02-2025", "07-02-2025", 30),
                    (YUDI, "Keamanan Informasi", "teknis", "", "10-03-2025", "11-03-2025", 12),
                    (ZUL, "Statistik Dasar", "teknis", "", "05-05-2025", "07-05-2025", 20),
                ],
            ),
            "Hukuman Disiplin": (
                ("NIP", "Tingkat Hukuman", "Jenis Hukuman", "Tanggal SK", "TMT Hukuman", "Akhir Hukuman"),
                [(ZUL, "ringan", "teguran tertulis", "10-02-2020", "10-02-2020", "")],
            ),
        },
    )  # fmt: skip
    return found


def test_technical_standards_by_field_make_the_gap(city: City) -> None:
    (wati,) = city.ask("gap", WATI)["people"]
    technical = {c["competency"]: (c["required"], c["attained"], c["gap"]) for c in wati["technical"]}
    assert technical[HEALTH_LAW] == (4, 3, -1)
    assert technical[E_GOVERNMENT] == (2, 2, 0)
    # Technical JPM (3 + 2) / (4 + 2) = 83.3333 %; the nine are apart: 27/27 = 100 %.
    assert wati["technical_jpm"] == pytest.approx(500 / 6, abs=1e-4)
    assert wati["jpm"] == 100
    (yudi,) = city.ask("gap", YUDI)["people"]
    # Ahli muda asks 3 nine times: 26/27. A surplus in technique (3.5 of 3: 116.67 %) hides no deficit in the nine.
    assert yudi["jpm"] == pytest.approx(2600 / 27, abs=1e-4)
    assert yudi["technical_jpm"] == pytest.approx(350 / 3, abs=1e-4)
    assert [c["competency"] for c in yudi["competencies"] if c["gap"] is not None and c["gap"] < 0] == [
        "Perekat Bangsa"
    ]
    # The standard of a technical post asks nothing of health.
    assert HEALTH_LAW not in {c["competency"] for c in yudi["technical"]}


def test_result_and_effort_are_kept_apart_in_the_score(city: City) -> None:
    # Wati: work result above 100 and meets 80, mean 90 × 60 % = 54; behaviour 80 and 80 × 40 % = 32: 86, middle row.
    parts = components(city.ask("explain", WATI, "--for", "Pengolah Data"))
    assert parts["work_result"] == (90, 60, 54)
    assert parts["behaviour"] == (80, 40, 32)
    wati = city.talent(WATI)
    # JPM 100 × 75 % + 30 JP 100 × 15 % + no sanction 100 × 10 % = 100; 0.35 × 86 + 0.65 × 100 = 95.1. Middle × high: box 8.
    assert (wati["performance"], wati["potential"], wati["talent"], wati["box"]) == (86, 100, 95.1, 8)
    # Yudi: (80 + 100)/2 × 60 % = 54, 100 × 40 % = 40: 94, high row. 75 × 26/27 + 12 JP 50 × 15 % + 10 = 89.72: box 9.
    yudi = city.talent(YUDI)
    assert (yudi["performance"], yudi["box"]) == (94, 9)
    assert yudi["potential"] == pytest.approx(75 * 26 / 27 + 7.5 + 10)
    # Zul: (80 + 50)/2 = 65 on both: 65, low row (from 70 it is middle); ringan of 2020 lies outside the 3 years.
    zul = city.talent(ZUL)
    assert (zul["performance"], zul["box"]) == (65, 6)
    # Butuh Perbaikan in the last year would keep him in the low row at any rate.
    assert zul["ceiling"] is True


def test_both_ratings_are_apart_wherever_evaluations_are_shown(city: City) -> None:
    listed = {e["nip"]: e for e in city.ask("evaluations", "list", "--year", 2025)["evaluations"]}
    assert (listed[ZUL]["work_result"], listed[ZUL]["behaviour"]) == ("below", "meets")
    history = city.ask("show", ZUL)["evaluations"]
    assert {(e["year"], e["work_result"], e["behaviour"]) for e in history} == {
        (2024, "meets", "below"),
        (2025, "below", "meets"),
    }


def test_training_is_fitted_to_the_need(city: City) -> None:
    needs = {(n["nip"], n["competency"]): n for n in city.ask("training", "needs")["needs"] if n["reason"] == "gap"}
    assert set(needs) == {(WATI, HEALTH_LAW), (YUDI, "Perekat Bangsa")}
    # At level 3 the course up to level 3 teaches Wati nothing: only the advanced one, meant for administrators.
    assert needs[WATI, HEALTH_LAW]["trainings"] == ["KES-4"]
    assert needs[WATI, HEALTH_LAW]["source"]["sheet"] == "Hasil Asesmen"


def test_the_active_learners_are_ranked(city: City) -> None:
    hours = city.ask("training", "hours", 2025)
    # In JP: 20 is enough, 12 is not (at least 20 JP a year).
    assert {p["nip"]: (p["jp"], p["enough"]) for p in hours["people"]} == {
        WATI: (30, "met"),
        ZUL: (20, "met"),
        YUDI: (12, "not_met"),
    }
    shown = city.shown("training", "hours", 2025)
    active = shown[shown.index("Pembelajar paling aktif") :]
    assert active.index(WATI) < active.index(ZUL)


def test_recognition_and_active_learners_are_in_the_yearly_report(city: City, tmp_path: Path) -> None:
    earned = city.ask("recognition", 2025)["people"]
    assert [(e["nip"], e["rule"]) for e in earned] == [(WATI, "learner"), (ZUL, "learner")]
    said = city.run("report", "annual", 2025, "--as-of", "2026-06-30", "-o", tmp_path / "laporan")
    assert said.code == 0, said.err
    page = next((tmp_path / "laporan").glob("*.html")).read_text(encoding="utf-8")
    assert "Wati Contoh" in page
    assert "Apresiasi" in page
