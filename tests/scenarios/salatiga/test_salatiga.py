"""Salatiga: the same chance for everyone; result, attitude and discipline; graduates of leadership training get more to do."""

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

ANI, BAYU, CITRA, DEDI = "198001012005012931", "199002022014021932", "198503032010032933", "197904042003041934"
SOCIAL, PARKS = "Dinas Sosial", "Dinas Lingkungan Hidup"


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> City:
    found = City(tmp_path_factory.mktemp("salatiga"), "Kota Salatiga", "salatiga")
    found.import_(
        "01-sotk.xlsx",
        {
            "Unit Kerja": (("Unit Kerja", "Unit Atasan", "Perangkat Daerah"), [(SOCIAL, "", ""), (PARKS, "", "")]),
            "Jabatan": (
                POSITIONS,
                [
                    ("Sekretaris Dinas Sosial", SOCIAL, "", "administrator", "III.a", "sosial", 1, "", ""),
                    ("Kepala Seksi Bantuan", SOCIAL, "", "pengawas", "IV.a", "sosial", 1, "", ""),
                    ("Kepala Seksi Taman", PARKS, "", "pengawas", "IV.a", "lingkungan", 1, "", ""),
                    ("Pengolah Data", SOCIAL, "", "pelaksana", "", "sosial", 4, "", ""),
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
                    (1, ANI, "Ani Contoh", "PNS", "Aktif", "III/d", "01-04-2022", "Kepala Seksi Bantuan", "04-01-2021",
                     SOCIAL, SOCIAL, "S1", "Kesejahteraan Sosial"),
                    (2, BAYU, "Bayu Contoh", "PNS", "Aktif", "III/a", "01-04-2022", "Pengolah Data", "04-01-2021",
                     SOCIAL, SOCIAL, "S1", "Statistika"),
                    (3, CITRA, "Citra Contoh", "PNS", "Aktif", "III/c", "01-04-2022", "Kepala Seksi Taman", "04-01-2021",
                     PARKS, PARKS, "S1", "Teknik Lingkungan"),
                    (4, DEDI, "Dedi Contoh", "PNS", "Aktif", "IV/a", "01-04-2022", "Sekretaris Dinas Sosial", "04-01-2021",
                     SOCIAL, SOCIAL, "S2", "Administrasi Publik"),
                ],
            )
        },
        title="PEMERINTAH KOTA SALATIGA",
    )  # fmt: skip
    found.import_(
        "03-kinerja.xlsx",
        {
            "Penilaian Kinerja": (
                (*EVALUATIONS, "Rekomendasi"),
                [
                    (ANI, 2024, "di atas", "sesuai", "Baik", "", DEDI, ""),
                    (ANI, 2025, "di atas", "di atas", "Sangat Baik", "Teladan bagi tim", DEDI, "penugasan"),
                    (BAYU, 2024, "sesuai", "sesuai", "Baik", "", DEDI, ""),
                    (BAYU, 2025, "sesuai", "sesuai", "Baik", "", DEDI, ""),
                    (CITRA, 2024, "sesuai", "sesuai", "Baik", "", "", ""),
                    (CITRA, 2025, "sesuai", "sesuai", "Baik", "", "", ""),
                ],
            ),
            "Hasil Asesmen": (
                ASSESSMENTS,
                [(ANI, "10-03-2025", *levels(2)), (BAYU, "10-03-2025", *levels(1)), (CITRA, "10-03-2025", *levels(2))],
            ),
            "Pelatihan": (
                TRAININGS,
                [
                    (ANI, "Pelatihan Kepemimpinan Pengawas", "kepemimpinan", "PKP", "01-09-2022", "30-11-2022", 900),
                    (ANI, "Pelatihan Kepemimpinan Administrator", "kepemimpinan", "PKA", "01-09-2025", "28-11-2025", 900),
                    (CITRA, "Pelatihan Kepemimpinan Administrator", "kepemimpinan", "PKA", "01-09-2024", "29-11-2024", 900),
                    (DEDI, "Pelatihan Kepemimpinan Administrator", "kepemimpinan", "PKA", "01-09-2023", "30-11-2023", 900),
                ],
            ),
            "Penugasan": (
                ("NIP", "Nama Penugasan", "Peran", "Lingkup", "Tanggal Mulai", "Tanggal Selesai", "Hasil"),
                [
                    (CITRA, "Tim Kota Hijau", "ketua", "lintas unit", "03-03-2025", "30-11-2025", "tercapai"),
                    (BAYU, "Tim Kota Hijau", "anggota", "lintas unit", "03-03-2025", "30-11-2025", "tercapai"),
                    (ANI, "Tim Arsip", "ketua", "dalam unit", "03-02-2025", "30-06-2025", "tercapai"),
                ],
            ),
            "Penghargaan": (
                ("NIP", "Nama Penghargaan", "Tingkat", "Tanggal Penghargaan"),
                [(ANI, "Pegawai Teladan", "instansi", "17-08-2025")],
            ),
            "Hukuman Disiplin": (
                DISCIPLINE,
                [(BAYU, "sedang", "pemotongan tukin 25% 6 bulan", "01-08-2024", "01-08-2024", "31-01-2025")],
            ),
        },
    )  # fmt: skip
    return found


def test_result_attitude_and_discipline_make_the_performance(city: City) -> None:
    # Ani: above, above 100 × 50 %; meets 80 and above 100, mean 90 × 30 % = 27; no sanction 100 × 20 %: 97, high (from 90).
    parts = components(city.ask("explain", ANI, "--for", "Kepala Seksi Taman"))
    assert parts["work_result"] == (100, 50, 50)
    assert parts["behaviour"] == (90, 30, 27)
    assert parts["discipline"] == (100, 20, 20)
    # Bayu: 80 × 50 % + 80 × 30 % = 64; sedang of 1 August 2024, served by January 2025, within 3 years: 50 × 20 % = 10.
    assert city.talent(BAYU)["performance"] == 74


def test_leadership_training_counts_for_the_level_held(city: City) -> None:
    # Ani, pengawas with PKP: 2 × 9 of 18, 60; 900 JP in 2025, 20; S1 80 × 10 % = 8; PKP 10: 98. Box 9.
    ani = city.talent(ANI)
    assert (ani["performance"], ani["potential"], ani["box"]) == (97, 98, 9)
    # Citra, pengawas with PKA, which is more than PKP: 60; 2025 without training 50 × 20 % = 10; 8; 10: 88. Box 8.
    citra = city.talent(CITRA)
    assert (citra["performance"], citra["potential"], citra["box"]) == (84, 88, 8)
    # Bayu, pelaksana: no leadership training belongs to his post, 90 weights are left: (60 + 10 + 8) / 90 = 86.67. Box 8.
    bayu = city.talent(BAYU)
    assert bayu["potential"] == pytest.approx(7800 / 90)
    assert bayu["box"] == 8


def test_graduates_of_leadership_training_without_an_assignment(city: City) -> None:
    # Ani finished PKA (above her post) on 28 November 2025; her assignment ended in June 2025. Citra's began after her PKA
    # of 2024. Dedi's PKA is the training of the post he holds.
    needs = city.ask("status")["attention"]
    assert [(g["nip"], g["training"], g["since"]) for g in needs["graduates_without_assignment"]] == [
        (ANI, "PKA", "2025-11-28")
    ]
    assert "Ani Contoh" in city.shown("status")
    # Seen from the day before she finished there is nobody.
    before = city.run("status", "--as-of", "2025-11-27", "--format", "json")
    assert '"graduates_without_assignment": []' in before.out


def test_per_leader_evaluation_feedback_award_and_work_across_units(city: City) -> None:
    (dedi,) = [one for one in city.ask("evaluations", "coverage", 2025)["leaders"] if one["nip"] == DEDI]
    # Dedi leads Ani and Bayu (he evaluated them): both evaluated, one with feedback and an award; Bayu worked across units.
    assert dedi["people"] == 2
    assert (dedi["evaluated"], dedi["with_feedback"], dedi["with_recommendation"], dedi["with_award"]) == (2, 1, 1, 1)
    assert dedi["across_units"] == 1
    assert "Dedi Contoh" in city.shown("evaluations", "coverage", 2025)


def test_everyone_stands_on_the_same_list(city: City) -> None:
    found = city.ask("shortlist", "Sekretaris Dinas Sosial", "--all")
    # Nobody is left out of the pool without a reason: two pengawas and a pelaksana are considered, the holder moves nowhere.
    considered = {p["nip"] for key in ("candidates", "undetermined_people", "excluded_people") for p in found[key]}
    assert considered == {ANI, BAYU, CITRA}
    assert found["considered"] == found["eligible"] + found["undetermined"] + len(found["excluded_people"])


def test_leadership_training_leads_back_to_its_cell(city: City) -> None:
    found = {
        c["component"]: c["source"] for c in city.ask("explain", CITRA, "--for", "Kepala Seksi Bantuan")["components"]
    }
    assert (found["leadership_training"]["sheet"], found["leadership_training"]["cell"]) == ("Pelatihan", "B4")


def test_groups_are_compared_and_few_people_give_no_verdict(city: City) -> None:
    found = {measure["measure"]: measure for measure in city.ask("fairness")["measures"]}
    by = {division["division"]: division["groups"] for division in found["hours"]["by"]}
    # 20 JP in 2025: of the three with S1 only Ani (900), of those with S2 nobody. Under 10 people there is no verdict.
    assert {(g["group"], g["known"], g["selected"], g["finding"]) for g in by["education"]} == {
        ("S1", 3, 1, "too_few"),
        ("S2", 1, 0, "too_few"),
    }
    boxes = {division["division"]: division["groups"] for division in found["boxes"]["by"]}
    # Boxes 7 to 9: Ani and Bayu of Dinas Sosial, Citra of the other; Dedi was never assessed and is counted apart.
    assert {(g["group"], g["known"], g["selected"], g["missing"]) for g in boxes["unit"]} == {
        (SOCIAL, 2, 2, 1),
        (PARKS, 1, 1, 0),
    }
