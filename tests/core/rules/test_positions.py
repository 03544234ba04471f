from datetime import date

import pytest

from asnkarier.core.names import folded_position
from asnkarier.core.rules.positions import PositionKind
from asnkarier.law.load import regulations

DAY = date(2026, 11, 21)
RULE = regulations().positions.on(DAY).value
RANGES = regulations().rank_ranges.on(DAY).value.echelons


@pytest.mark.parametrize(
    ("kind", "wanted", "counts"),
    [
        ("administrator", "administrator", True),
        ("jf_ahli_madya", "administrator", True),  # joined by penyetaraan
        ("jpt_pratama", "administrator", True),  # higher
        ("pengawas", "administrator", False),
        ("jf_ahli_muda", "pengawas", True),
        ("jf_ahli_pertama", "pengawas", False),
        ("jf_penyelia", "pengawas", False),  # only by policy
        ("jf_penyelia", "pelaksana", True),
        ("jf_pemula", "pelaksana", True),
        ("jf_terampil", "pelaksana", True),
        ("jf_mahir", "pelaksana", True),
        ("jf_ahli_pertama", "pelaksana", True),
    ],
)
def test_equal_and_higher_levels(kind: PositionKind, wanted: PositionKind, counts: bool) -> None:
    assert RULE.at_least(kind, wanted) is counts


def test_penyelia_is_pengawas_by_policy_only() -> None:
    assert RULE.by_policy == {"jf_penyelia": "pengawas"}


@pytest.mark.parametrize(
    ("echelon", "kinds"),
    [
        ("I.a", ("jpt_utama", "jpt_madya")), ("I.b", ("jpt_madya",)), ("II.a", ("jpt_pratama",)), ("II.b", ("jpt_pratama",)),
        ("III.a", ("administrator",)), ("III.b", ("administrator",)), ("IV.a", ("pengawas",)), ("IV.b", ("pengawas",)),
        ("V.a", ("pelaksana",)),
    ],
)  # fmt: skip
def test_kinds_of_each_echelon(echelon: str, kinds: tuple[str, ...]) -> None:
    assert RULE.echelons[echelon] == kinds


@pytest.mark.parametrize(
    ("echelon", "lowest", "highest"),
    [
        ("I.a", "IV/d", "IV/e"), ("I.b", "IV/c", "IV/e"), ("II.a", "IV/c", "IV/d"), ("II.b", "IV/b", "IV/c"),
        ("III.a", "IV/a", "IV/b"), ("III.b", "III/d", "IV/a"), ("IV.a", "III/c", "III/d"), ("IV.b", "III/b", "III/c"),
        ("V.a", "III/a", "III/b"),
    ],
)  # fmt: skip
def test_rank_ranges(echelon: str, lowest: str, highest: str) -> None:
    assert RANGES[echelon] == (lowest, highest)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Guru Ahli Madya", "jf_ahli_madya"),
        ("GURU  AHLI   PERTAMA", "jf_ahli_pertama"),
        ("Guru Pertama", "jf_ahli_pertama"),  # the old name
        ("Perawat Penyelia", "jf_penyelia"),
        ("Bidan Mahir", "jf_mahir"),
        ("Perawat Pelaksana Lanjutan", "jf_mahir"),
        ("Arsiparis Pelaksana Pemula", "jf_pemula"),
        ("Analis Kebijakan Ahli Utama", "jf_ahli_utama"),
        ("Kepala Bidang Kepemudaan", None),  # "muda" is no word of it
        ("Kepala SMP Utama Bakti", None),  # not at the end
        ("Utama", None),  # no post before it
        ("Pengadministrasi Umum", None),
    ],
)
def test_the_jenjang_in_a_name(name: str, kind: str | None) -> None:
    assert RULE.kind_named(name) == kind


def test_golongan_in_their_order() -> None:
    rule = regulations().golongan.on(DAY).value
    assert len(rule.pns) == 17
    assert (rule.pns[0], rule.pns[8], rule.pns[16]) == (
        ("I/a", "Juru Muda"),
        ("III/a", "Penata Muda"),
        ("IV/e", "Pembina Utama"),
    )
    assert (rule.pppk[0], rule.pppk[8], rule.pppk[-1], len(rule.pppk)) == ("I", "IX", "XVII", 17)


@pytest.mark.parametrize(
    ("name", "held", "begins"),
    [
        ("Kepala Sekolah", True, True),
        ("Kepala SDN 2 Contoh", True, True),
        ("Kepala UPTD SDN 2", True, True),
        ("Kepala UPT Satuan Pendidikan SMP Negeri 1", True, True),
        ("Kepala UPTD SPF SD Negeri 4", True, True),
        ("Ka. SMKN 1", True, True),
        ("Kepsek SDN 3", True, True),
        ("Guru Ahli Muda (Kepala Sekolah SDN 3)", True, False),
        ("Wakil Kepala Sekolah", False, False),
        ("Guru Ahli Muda (Wakil Kepala Sekolah)", False, False),
        ("Staf Kepala Sekolah", False, False),
        ("Pengawas Kepala Sekolah", False, False),
        ("Kepala Seksi SD", False, False),
        ("Kepala Tata Usaha SMPN 3", False, False),
        ("Kepala UPTD Pendidikan Kecamatan Contoh", False, False),
        ("Kepala UPTD Pendidikan TK dan SD Kecamatan Contoh", False, False),
        ("Kepala Sekolahan", False, False),
    ],
)
def test_who_is_head_of_a_school_by_the_name_of_the_post(name: str, held: bool, begins: bool) -> None:
    office = RULE.own_law_names["kepala_sekolah"]
    assert (office.held(folded_position(name)), office.begins(folded_position(name))) == (held, begins)


def test_an_office_is_held_in_posts_of_its_kinds_alone() -> None:
    office = RULE.own_law_names["kepala_sekolah"]
    assert office.held("kepala uptd sd", "jf_ahli_muda")
    assert office.held("kepala uptd sd", None)  # a duty in the history names no kind
    assert not office.held("kepala uptd sd", "pengawas")  # an office of the dinas with an echelon


@pytest.mark.parametrize(
    ("name", "held", "begins"),
    [
        ("Camat Contoh Utara", True, True),
        ("Camat", True, True),
        ("Sekretaris Camat Contoh Utara", False, False),
        ("Staf Camat", False, False),
        ("Sekretaris Kecamatan Contoh Utara", False, False),
    ],
)
def test_who_is_camat_by_the_name_of_the_post(name: str, held: bool, begins: bool) -> None:
    office = RULE.own_law_names["camat"]
    assert (office.held(folded_position(name)), office.begins(folded_position(name))) == (held, begins)
