from datetime import date

import pytest

from asnkarier.core.bands import band_of
from asnkarier.core.numbers import SCALE
from asnkarier.law.load import regulations

DAY = date(2026, 11, 21)
COMPETENCY = regulations().competency.on(DAY).value
ASSESSMENT = regulations().assessment.on(DAY).value


def test_the_nine_in_their_order() -> None:
    assert [c.name for c in COMPETENCY.competencies] == [
        "Integritas",
        "Kerja Sama",
        "Komunikasi",
        "Orientasi pada Hasil",
        "Pelayanan Publik",
        "Pengembangan Diri dan Orang Lain",
        "Mengelola Perubahan",
        "Pengambilan Keputusan",
        "Perekat Bangsa",
    ]
    assert [c.group for c in COMPETENCY.competencies] == ["manajerial"] * 8 + ["sosial_kultural"]
    assert list(COMPETENCY.level_names.values()) == ["Paham", "Dasar", "Menengah", "Mumpuni", "Ahli"]


def test_default_levels() -> None:
    assert {kind: level // SCALE for kind, level in COMPETENCY.default_levels.items()} == {
        "jpt_utama": 5, "jpt_madya": 5, "jpt_pratama": 4, "administrator": 3, "pengawas": 2, "pelaksana": 1,
        "jf_ahli_utama": 5, "jf_ahli_madya": 4, "jf_ahli_muda": 3, "jf_ahli_pertama": 2,
        "jf_penyelia": 3, "jf_mahir": 2, "jf_terampil": 1, "jf_pemula": 1,
    }  # fmt: skip


def test_less_sure_values_say_so() -> None:
    version = regulations().competency.on(DAY)
    assert version.citation.confidence == "medium"
    assert version.confidence_of["default_levels.jf_penyelia"] == "low"


@pytest.mark.parametrize(
    ("jpm", "mapping", "filling"),
    [
        (112.5, "optimal", "ms"),
        (90, "optimal", "ms"),
        (89.9999, "cukup_optimal", "ms"),
        (80, "cukup_optimal", "ms"),
        (79.9999, "cukup_optimal", "mms"),
        (78, "cukup_optimal", "mms"),
        (77.9999, "kurang_optimal", "mms"),
        (68, "kurang_optimal", "mms"),
        (67.9999, "kurang_optimal", "kms"),
        (0, "kurang_optimal", "kms"),
    ],
)
def test_categories_of_a_jpm(jpm: float, mapping: str, filling: str) -> None:
    scaled = round(jpm * SCALE)
    assert (band_of(ASSESSMENT.mapping, scaled), band_of(ASSESSMENT.filling, scaled)) == (mapping, filling)


def test_an_assessment_is_valid_three_years() -> None:
    assert ASSESSMENT.valid_years == 3
