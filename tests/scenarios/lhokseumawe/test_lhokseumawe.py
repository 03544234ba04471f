"""Lhokseumawe: measure, assess, develop, every year, with feedback and a recommendation; heads are measured by their teams."""

import pytest

from tests.scenarios.city import (
    ASSESSMENTS,
    DISCIPLINE,
    EVALUATIONS,
    POSITIONS,
    ROSTER,
    TRAININGS,
    City,
    components,
    levels,
)

RAHMAT, CUT, DAUD, ELI, FAJAR = (
    "197801012003011901",
    "198002022004022902",
    "198503032009031903",
    "199004042014042904",
    "199205052016051905",
)
"""Head of Bidang Tangkap, head of Bidang Budidaya, head of a section, and two of her staff; all invented."""
AGENCY, CATCH, FARM, BOATS = "Dinas Perikanan", "Bidang Tangkap", "Bidang Budidaya", "Seksi Kapal"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    found = City(tmp_path_factory.mktemp("lhokseumawe"), "Kota Lhokseumawe", "lhokseumawe")
    found.import_(
        "01-sotk.xlsx",
        {
            "Unit Kerja": (
                ("Unit Kerja", "Unit Atasan", "Perangkat Daerah"),
                [(AGENCY, "", ""), (CATCH, "", AGENCY), (FARM, "", AGENCY), (BOATS, CATCH, AGENCY)],
            ),
            "Jabatan": (
                POSITIONS,
                [
                    ("Kepala Dinas Perikanan", AGENCY, "", "jpt_pratama", "II.b", "perikanan", 1, "", "ya"),
                    ("Kepala Bidang Tangkap", CATCH, AGENCY, "administrator", "III.b", "perikanan", 1,
                     "Kepala Dinas Perikanan", "ya"),
                    ("Kepala Bidang Budidaya", FARM, AGENCY, "administrator", "III.b", "perikanan", 1,
                     "Kepala Dinas Perikanan", "ya"),
                    ("Kepala Seksi Kapal", BOATS, AGENCY, "pengawas", "IV.a", "perikanan", 1,
                     "Kepala Bidang Tangkap", "ya"),
                    ("Pengolah Data", BOATS, AGENCY, "pelaksana", "", "perikanan", 4, "", ""),
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
                    (1, RAHMAT, "Rahmat Contoh", "PNS", "Aktif", "IV/a", "01-04-2022", "Kepala Bidang Tangkap",
                     "02-01-2023", CATCH, AGENCY, "S2", "Ilmu Perikanan"),
                    (2, CUT, "Cut Contoh", "PNS", "Aktif", "IV/a", "01-04-2023", "Kepala Bidang Budidaya",
                     "02-01-2023", FARM, AGENCY, "S1", "Budidaya Perairan"),
                    (3, DAUD, "Daud Contoh", "PNS", "Aktif", "III/d", "01-04-2024", "Kepala Seksi Kapal",
                     "03-03-2025", BOATS, AGENCY, "S1", "Teknik Perkapalan"),
                    (4, ELI, "Eli Contoh", "PNS", "Aktif", "III/b", "01-04-2023", "Pengolah Data",
                     "01-06-2020", BOATS, AGENCY, "S1", "Statistika"),
                    (5, FAJAR, "Fajar Contoh", "PNS", "Aktif", "III/a", "01-04-2022", "Pengolah Data",
                     "01-06-2020", BOATS, AGENCY, "D-III", "Manajemen Informatika"),
                ],
            )
        },
        title="PEMERINTAH KOTA LHOKSEUMAWE",
    )  # fmt: skip
    found.import_(
        "03-penilaian.xlsx",
        {
            "Kinerja Unit": (
                ("Unit Kerja", "Perangkat Daerah", "Tahun", "Predikat Kinerja Unit"),
                [
                    *((CATCH, AGENCY, y, p) for y, p in ((2022, "Butuh Perbaikan"), (2024, "Baik"), (2025, "Istimewa"))),
                    *((FARM, AGENCY, y, p) for y, p in ((2022, "Baik"), (2024, "Istimewa"), (2025, "Baik"))),
                    (f"{CATCH} / {BOATS}", AGENCY, 2025, "Baik"),
                ],
            ),
            "Penilaian Kinerja": (
                EVALUATIONS,
                [
                    (RAHMAT, 2024, "sesuai", "sesuai", "", "", ""),
                    (RAHMAT, 2025, "di atas", "di atas", "", "", ""),
                    (CUT, 2024, "sesuai", "sesuai", "", "", ""),
                    (CUT, 2025, "sesuai", "di atas", "", "", ""),
                    (DAUD, 2024, "sesuai", "sesuai", "", "", RAHMAT),
                    (DAUD, 2025, "sesuai", "sesuai", "", "", RAHMAT),
                    (ELI, 2024, "sesuai", "sesuai", "", "", DAUD),
                    (FAJAR, 2024, "sesuai", "sesuai", "", "", DAUD),
                    (FAJAR, 2025, "di bawah", "sesuai", "", "Sering terlambat, mari kita bicara", DAUD),
                ],
            ),
            "Hasil Asesmen": (
                ASSESSMENTS,
                [
                    (RAHMAT, "10-03-2025", *levels(3)),
                    (CUT, "10-03-2025", 3, 3, 3, 3, 3, 3, 2, 2, 2),
                    (DAUD, "10-03-2025", *levels(2)),
                ],
            ),
            "Pelatihan": (
                TRAININGS,
                [
                    (RAHMAT, "Pelatihan Kepemimpinan Administrator", "kepemimpinan", "PKA", "01-09-2023", "30-11-2023", 900),
                    (RAHMAT, "Bimtek Perikanan Tangkap", "teknis", "", "03-02-2025", "05-02-2025", 24),
                    (CUT, "Bimtek Budidaya", "teknis", "", "03-02-2025", "04-02-2025", 16),
                ],
            ),
            "Hukuman Disiplin": (
                DISCIPLINE,
                [(FAJAR, "ringan", "teguran tertulis", "10-02-2020", "10-02-2020", "")],
            ),
        },
    )  # fmt: skip
    said = found.run(
        "evaluate", ELI, "--year", 2025, "--result", "above", "--behaviour", "meets",
        "--feedback", "Data kapal kini lengkap", "--recommend", "training", "--evaluator", DAUD,
    )  # fmt: skip
    assert said.code == 0, said.err
    return found


def test_feedback_and_the_next_step_are_recorded_with_the_evaluation(city: City) -> None:
    # Evaluate, in that order: above × meets = Baik (PermenPANRB 6/2022), with feedback *and* a recommendation.
    (row,) = city.query(
        "SELECT e.predicate, e.feedback, e.recommendation FROM evaluation e JOIN person_nip n USING (person_id)"
        f" WHERE n.nip = '{ELI}' AND e.year = 2025"
    )
    assert row == ("baik", "Data kapal kini lengkap", "training")
    needs = [need for need in city.ask("training", "needs")["needs"] if need["reason"] == "recommendation"]
    assert [(need["nip"], need["what"]) for need in needs] == [(ELI, "Data kapal kini lengkap")]
    assert needs[0]["source"]["entered_by"] == "Penguji"


def test_a_head_whose_team_improved_counts_for_more(city: City) -> None:
    # Rahmat heads Bidang Tangkap since 2 January 2023, so that 2024 and 2025 are whole years of his. Before (2022) Butuh
    # Perbaikan, 2025 Istimewa: it rose, 100 points. Predicates: Sangat Baik 100 and Baik 80, mean 90.
    explained = city.ask("explain", RAHMAT, "--for", "Kepala Bidang Budidaya")
    parts = components(explained)
    assert parts["predicate"] == (90, 80, 72)
    assert parts["team_results"] == (100, 20, 20)
    # Cut's Bidang Budidaya was Baik in 2022 and is Baik in 2025: kept, 80 points. 2 × Baik: 0.8 × 80 + 0.2 × 80 = 80.
    assert components(city.ask("explain", CUT, "--for", "Kepala Bidang Tangkap"))["team_results"] == (80, 20, 16)
    assert city.talent(CUT)["performance"] == 80


def test_who_led_less_than_a_year_is_not_measured_by_the_team(city: City) -> None:
    # Daud heads his section since 3 March 2025: no full evaluated year yet. The rest is scaled: 80 × 80/80 = 80.
    part = next(
        c
        for c in city.ask("explain", DAUD, "--for", "Kepala Bidang Tangkap")["components"]
        if c["component"] == "team_results"
    )
    assert part["applies"] is False
    assert city.talent(DAUD)["performance"] == 80
    # Told to people too.
    assert "tidak berlaku" in city.shown("explain", DAUD, "--for", "Kepala Bidang Tangkap")


def test_evaluation_and_competency_together_make_the_box(city: City) -> None:
    # Rahmat, performance 0.8 × 90 + 0.2 × 100 = 92: high (from 90). Potential: JPM 27/27 = 100 % → 50; 24 JP in 2025 → 15;
    # 3 years in post → 80 × 15 % = 12; S2 90 × 10 % = 9; no sanction → 10; together 96: high (from 80). Box 9, (92 + 96) / 2 = 94.
    rahmat = city.talent(RAHMAT)
    assert (rahmat["performance"], rahmat["potential"], rahmat["talent"], rahmat["box"]) == (92, 96, 94, 9)
    # Cut: JPM (6 × 3 + 3 × 2) / 27 = 24/27 → 50 × 88.89 % = 44.44; 16 JP → 50 × 15 % = 7.5; 12; S1 8; 10: 81.94. Box 8.
    cut = city.talent(CUT)
    assert cut["potential"] == pytest.approx(50 * 24 / 27 + 7.5 + 12 + 8 + 10)
    assert cut["box"] == 8
    # Eli was never assessed: 0 to 50 points are open, so the box is not known and she is counted apart.
    eli = city.talent(ELI)
    assert (eli["box"], eli["missing"]) == (None, ["competency"])
    assert eli["potential_high"] - eli["potential_low"] == 50
    assert city.ask("talent")["undetermined"] == 2


def test_those_with_potential_are_in_the_leadership_pipeline(city: City) -> None:
    # Boxes 7 to 9: administrators without PKN II for JPT pratama, the pengawas without PKA for administrator. Rahmat has his
    # PKA; Cut and Daud lack the training of the level they hold, which is a need of its own.
    needs = city.ask("training", "needs")
    assert {(one["nip"], one["training"]) for one in needs["pipeline"]} == {
        (RAHMAT, "PKN II"),
        (CUT, "PKN II"),
        (DAUD, "PKA"),
    }
    own = {(need["nip"], need["what"]) for need in needs["needs"] if need["reason"] == "leadership"}
    assert own == {(CUT, "PKA"), (DAUD, "PKP")}


def test_the_path_shows_the_next_post_and_what_is_missing(city: City) -> None:
    (step,) = city.ask("path", ELI)["next"]
    # Pengawas asks 4 years as pelaksana: since 1 June 2020, met on 1 June 2024. Only the assessment is missing.
    assert (step["position"], step["move"], step["missing"]) == ("Kepala Seksi Kapal", "vertical", [])
    assert step["unknown"] == ["competency", "box"]
    assert {"experience_in_post", "performance", "discipline"} <= set(step["met"])
    way = city.ask("path", DAUD, "--to", "Kepala Dinas Perikanan")["chain"]
    assert [one["position"] for one in way] == ["Kepala Bidang Tangkap", "Kepala Dinas Perikanan"]
    # Administrator asks 3 years as pengawas. He is one since 3 March 2025, but no history was imported: what he held before is not
    # known and may have been of that level, so the earliest there can be is today. JPT pratama: 2 years as administrator later.
    assert [one["earliest"] for one in way] == ["2026-06-30", "2028-06-30"]
    daud = {c["check"]: c for c in city.ask("explain", DAUD, "--for", "Kepala Bidang Tangkap")["checks"]}
    assert (daud["experience_in_post"]["outcome"], daud["experience_in_post"]["why"]) == (
        "unknown",
        "history_not_known",
    )


def test_the_unmotivated_get_a_personal_approach(city: City) -> None:
    # Fajar: below × meets = Butuh Perbaikan in 2025 after Baik in 2024. Only the ratings are in the workbook.
    needs = city.ask("status")["attention"]
    assert (needs["low_predicates"], needs["fallen_predicates"]) == (1, 1)
    (fajar,) = needs["people"]
    assert (fajar["nip"], fajar["predicate"], fajar["before"]) == (FAJAR, "butuh_perbaikan", "baik")
    assert (fajar["feedback"], fajar["leader_nip"]) == ("Sering terlambat, mari kita bicara", DAUD)
    shown = city.shown("status")
    assert "Predikat rendah: 1. Turun dari tahun sebelumnya: 1." in shown
    assert FAJAR in shown


def test_everyone_evaluated_by_ratings_alone_counts_as_evaluated(city: City) -> None:
    status = city.ask("status")["evaluations"]
    assert (status["expected"], status["evaluated"]) == (5, 5)
    assert city.ask("evaluations", "missing", 2025)["missing"] == []
    counts = {row["nip"]: row["predicate"] for row in city.ask("evaluations", "list", "--year", 2025)["evaluations"]}
    assert counts[FAJAR] == "butuh_perbaikan"
    assert counts[RAHMAT] == "sangat_baik"


def test_every_component_leads_back_to_its_cell(city: City) -> None:
    found = {
        c["component"]: c["source"]
        for c in city.ask("explain", RAHMAT, "--for", "Kepala Bidang Budidaya")["components"]
    }
    # The unit's newest predicate is row 4 of its sheet, column D; the others stand in the sheets of the same file.
    assert (found["team_results"]["sheet"], found["team_results"]["cell"]) == ("Kinerja Unit", "D4")
    assert found["competency"]["sheet"] == "Hasil Asesmen"
    assert found["training"]["cell"] == "G3"
