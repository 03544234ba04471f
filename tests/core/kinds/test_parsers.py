"""No string breaks a parser, and what a parser says it reads back to itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.spec import Field
from asnkarier.core.names import folded_position, held
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.core.parse.base import Bad, Cell, Parser
from asnkarier.core.parse.cells import parser_of
from asnkarier.core.parse.dates import day_in_title, read_birth_date, read_date, read_year, year_in_title
from asnkarier.core.parse.education import LEVELS, read_education
from asnkarier.core.parse.nip import read_nip
from asnkarier.core.parse.numbers import read_decimal, read_integer, read_jpm, read_level, read_money, read_score
from asnkarier.core.parse.posts import Post, kind_of_name, read_post
from asnkarier.core.parse.ranks import PPPK_GOLONGAN, RANK_NAMES, read_golongan
from asnkarier.core.text import cleaned, folded

FIELDS = {f"{field.type}-{field.vocabulary}": field for kind in KINDS.values() for field in kind.fields}
CELLS = st.one_of(
    st.text(max_size=40),
    st.text(alphabet="0123456789./-, IVXabcdSTRP'\u00a0\n", max_size=25),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.none(),
)


@pytest.mark.parametrize("name", FIELDS)
@given(cell=CELLS)
def test_no_cell_breaks_a_parser(name: str, cell: object) -> None:
    value = parser_of(FIELDS[name])(cell)  # type: ignore[arg-type]
    assert value is None or isinstance(value, (str, int, Bad))


@given(st.text())
def test_no_title_or_post_breaks_its_reader(text: str) -> None:
    day_in_title(text)
    read_post(text)
    read_birth_date(text)
    kind_of_name(text)
    assert folded(folded(text)) == folded(text)
    assert cleaned(cleaned(text)) == cleaned(text)
    assert folded_position(folded_position(text)) == folded_position(text)


MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_every_day_reads_back_in_every_spelling(day: date) -> None:
    spellings = (
        day,
        day.isoformat(),
        f"{day:%d-%m-%Y}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}",
        f"{day.day} {MONTHS[day.month - 1][:3].upper()} {day.year}",
    )
    assert {read_date(spelling) for spelling in spellings} == {day.isoformat()}


@given(st.dates(date(1930, 1, 1), date(2100, 12, 31)))
def test_serial_numbers_are_excels_days(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert read_date(float(serial)) == day.isoformat()


@given(
    st.dates(date(1950, 1, 1), date(2005, 12, 31)),
    st.integers(18, 40),
    st.integers(1, 12),
    st.sampled_from("12"),
    st.integers(1, 999),
)
def test_every_sound_nip_is_read_and_one_digit_less_is_not(
    born: date, age: int, month: int, sex: str, serial: int
) -> None:
    nip = f"{born:%Y%m%d}{born.year + age}{month:02}{sex}{serial:03}"
    assert read_nip(nip) == nip
    assert read_nip(f" NIP. {nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}") == nip
    for wrong in (nip[:-1], nip + "1", float(nip), int(nip)):
        assert isinstance(read_nip(wrong), Bad)


@pytest.mark.parametrize("golongan", [*RANK_NAMES, *PPPK_GOLONGAN[4:]])
def test_every_golongan_reads_back(golongan: str) -> None:
    assert read_golongan(golongan) == golongan
    if golongan in RANK_NAMES:
        name = RANK_NAMES[golongan]
        for spelling in (
            name,
            name.upper(),
            f"{name} ({golongan})",
            f"{name}, {golongan}",
            name.replace("Tingkat", "Tk."),
            f"{name.replace('Tingkat ', 'Tk.')} / {golongan}",
        ):
            assert read_golongan(spelling) == golongan, spelling


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_of_education_reads_back(level: str) -> None:
    assert read_education(level) == level


@given(st.integers(0, 5 * SCALE))
def test_levels_read_back_exactly(level: int) -> None:
    number = unscaled(level)
    assert read_level(str(number)) == read_level(str(number).replace(".", ",")) == read_level(float(number)) == level


@given(st.integers(0, 100 * SCALE))
def test_scores_read_back_exactly(score: int) -> None:
    assert read_score(str(unscaled(score))) == read_score(float(unscaled(score))) == score


@pytest.mark.parametrize(
    ("cell", "expected"), [("100", 1_000_000), ("100,0001", None), (100.5, None), ("-1", None), ("0", 0)]
)
def test_scores_end_at_a_hundred(cell: Cell, expected: int | None) -> None:
    value = read_score(cell)
    assert (value == expected) if expected is not None else isinstance(value, Bad)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (2, 2_000_000),
        ("200%", 2_000_000),
        (2.01, None),
        (9.99, None),
        (10, 100_000),
        ("5%", 50_000),
        (250, 2_500_000),
        (251, None),
        (0, None),
    ],
)
def test_jpm_is_a_ratio_up_to_two_and_a_percentage_from_ten(cell: Cell, expected: int | None) -> None:
    value = read_jpm(cell)
    assert (value == expected) if expected is not None else isinstance(value, Bad)


@pytest.mark.parametrize(
    "cell",
    [
        "01 - 03 - 2020", "01\u201303\u20132020", "01 \u2014 03 \u2014 2020", "1 / 3 / 2020", "TMT. 01-03-2020", "TMT 01-03-2020",
        "T.M.T 1 Maret 2020", "T.M.T. 1 Maret 2020", "tmt: 01/03/2020", "Tgl. 1 Maret 2020", "01032020", "20200301", 20200301, "2020 - 03 - 01",
    ],
)  # fmt: skip
def test_other_spellings_of_one_day(cell: Cell) -> None:
    assert read_date(cell) == "2020-03-01"


@given(st.dates(date(1900, 1, 1), date(2150, 12, 31)))
def test_eight_digits_are_one_day_whichever_end_the_year_is_at(day: date) -> None:
    assert read_date(f"{day:%d%m%Y}") == read_date(f"{day:%Y%m%d}") == day.isoformat()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("03152020", "date_order"),  # 15 March with its month first
        ("31022020", "date_impossible"),
        (1032020, "date_number"),  # 1 March or 10 March: a number has lost its first zero
        ("1032020", "date_unreadable"),
        ("01-03 2020-01-04", "date_range"),
        ("TMT", "date_unreadable"),
    ],
)
def test_what_is_no_one_day_stays_refused(cell: Cell, code: str) -> None:
    found = read_date(cell)
    assert isinstance(found, Bad)
    assert found.code == code


@pytest.mark.parametrize(
    ("read", "cell", "expected"),
    [
        (read_integer, "40 JPL", 40),
        (read_decimal, "40 JPL", 400_000),
        (read_decimal, ".5", 5_000),
        (read_decimal, ",25", 2_500),
        (read_decimal, "-.5", -5_000),
        (read_money, "IDR 2,500,000.00", 2_500_000),
        (read_money, "IDR2.500.000", 2_500_000),
        (read_level, "III", 30_000),
        (read_level, "Level iv", 40_000),
        (read_level, "V", 50_000),
        (read_year, "2025.0", 2025),
        (read_year, "2.025", 2025),
        (read_year, "2,025", 2025),
        (read_nip, "198001122005011021.0", "198001122005011021"),
    ],
)
def test_other_spellings_of_numbers(read: Parser, cell: str, expected: object) -> None:
    assert read(cell) == expected


@pytest.mark.parametrize(
    ("read", "cell", "code"),
    [
        (read_level, "VI", "number_unreadable"),
        (read_level, "IIII", "number_unreadable"),
        (read_year, "3.025", "year_unreadable"),
        (
            read_year,
            2.025,
            "year_unreadable",
        ),  # a number that is no year; the same text is one with its thousands parted
        (read_year, "2025.5", "year_unreadable"),
        # 198001122005011008 = 32 × 6187535062656594: a float holds it, and may have come from any of 32 numbers around it
        (read_nip, "198001122005011008.0", "nip_numeric"),
    ],
)
def test_other_numbers_stay_refused(read: Parser, cell: Cell, code: str) -> None:
    found = read(cell)
    assert isinstance(found, Bad)
    assert found.code == code


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("PP 94 TAHUN 2021", None),
        ("HUKUMAN DISIPLIN MENURUT PP 94 TAHUN 2021", None),
        ("HUKUMAN DISIPLIN (PP 94 TAHUN 2021) TAHUN 2025", 2025),
        ("PERMENPAN RB 6 TAHUN 2022", None),
        ("Permenpan-RB No. 6 Tahun 2022", None),
        ("SE MENPAN 3 TAHUN 2023", None),
        ("Peraturan BKN 3 Tahun 2023 tentang Angka Kredit", None),
        ("UU 20 TAHUN 2023", None),
        ("DIKLAT ANGKATAN 3 TAHUN 2025", 2025),
        ("TRIWULAN 2 TAHUN 2025", 2025),
        ("PER 31 DESEMBER TAHUN 2025", 2025),
        ("SEKSI PERIZINAN 2 TAHUN 2025", 2025),
    ],
)
def test_the_year_of_a_law_is_not_that_of_a_list(title: str, year: int | None) -> None:
    assert year_in_title(title) == year


def test_a_dot_before_three_digits_is_asked_about() -> None:
    assert read_money("2.970.000") == read_money("Rp 2.970.000,00") == read_money("2970000") == 2_970_000
    assert read_decimal("1.500") == Bad("number_ambiguous", {"value": "1.500"})
    assert (read_decimal("1.500,5"), read_decimal("12,5"), read_decimal("12.5")) == (15_005_000, 125_000, 125_000)
    assert read_decimal(107.498) == 1_074_980


OLD_AND_NEW = [
    ("Guru Pertama", "Guru Ahli Pertama"),
    ("GURU  MUDA", "Guru Ahli Muda"),
    ("Auditor Madya", "Auditor Ahli Madya"),
    ("Dokter Utama", "Dokter Ahli Utama"),
    ("Perawat Pelaksana Lanjutan", "Perawat Mahir"),
]


@pytest.mark.parametrize(("old", "new"), OLD_AND_NEW)
def test_old_and_new_names_of_functional_posts_are_one(old: str, new: str) -> None:
    assert folded_position(old) == folded_position(new)


@pytest.mark.parametrize(
    "name",
    [
        "Perawat Penyelia",
        "Bidan Mahir",
        "Kepala Seksi Muda",
        "Asisten Utama",
        "Sekretaris Madya",
        "Staf Pelaksana",
        "Pelaksana",
        "Jabatan Pelaksana",
        "Staf Utama",
        "Tenaga Muda",
    ],
)
def test_other_names_stay_what_they_are(name: str) -> None:
    assert folded_position(name) == folded(name)


@pytest.mark.parametrize(
    ("text", "post", "duty", "acting"),
    [
        ("Plt. Camat Timur", None, "Camat Timur", "plt"),
        ("Pelaksana Tugas Kepala Dinas", None, "Kepala Dinas", "plt"),
        ("Penjabat Sekretaris Daerah", None, "Sekretaris Daerah", "pj"),
        ("PLH: Lurah Satu", None, "Lurah Satu", "plh"),
        ("Guru Ahli Muda (KEPALA SEKOLAH SDN 1)", "Guru Ahli Muda", "KEPALA SEKOLAH SDN 1", "tambahan"),
        ("Guru Ahli Muda (Bendahara BOS)", "Guru Ahli Muda", "Bendahara BOS", "tambahan"),
        ("Kepala Bidang Arsip / Plh. Kepala Dinas", "Kepala Bidang Arsip", "Kepala Dinas", "plh"),
        ("Perawat Mahir diperbantukan sebagai Kepala Puskesmas", "Perawat Mahir", "Kepala Puskesmas", "tambahan"),
        ("Analis Muda selaku Pelaksana Harian Kepala Seksi", "Analis Muda", "Kepala Seksi", "plh"),
        ("Kepala Bidang Data (Plt)", None, "Kepala Bidang Data", "plt"),
        ("Kepala Bidang Data ( PLT. )", None, "Kepala Bidang Data", "plt"),
        ("Kepala Bidang Data (Pelaksana Tugas)", None, "Kepala Bidang Data", "plt"),
        ("Kepala Bidang Data - Plh", None, "Kepala Bidang Data", "plh"),
        ("Kepala Seksi Data Plt.", None, "Kepala Seksi Data", "plt"),
        ("Kepala Bidang Data, Plt. Sekretaris", "Kepala Bidang Data", "Sekretaris", "plt"),
        ("Pj. Kepala Bidang B / Analis", "Analis", "Kepala Bidang B", "pj"),
        (
            "Plt. Kepala Bidang B / Perisalah Legislatif Ahli Muda",
            "Perisalah Legislatif Ahli Muda",
            "Kepala Bidang B",
            "plt",
        ),
        ("Plt. Kepala Bidang Sarana / Prasarana", None, "Kepala Bidang Sarana / Prasarana", "plt"),
        ("Plt. Kepala Bidang Data/Analis", None, "Kepala Bidang Data/Analis", "plt"),
        ("Pengelola PJ", "Pengelola PJ", None, "definitif"),
        ("Pelaksana", "Pelaksana", None, "definitif"),
        ("Analis (Hukum)", "Analis (Hukum)", None, "definitif"),
    ],
)
def test_a_cell_and_what_is_kept_of_it_tell_the_same_post_and_duty(
    text: str, post: str | None, duty: str | None, acting: str
) -> None:
    assert held(text) == (post, duty, acting)
    read = read_post(text)
    assert isinstance(read, Post)
    assert held(read.written) == (post, duty, acting)


def test_fields_have_a_parser_each() -> None:
    assert all(callable(parser_of(field)) for field in FIELDS.values())
    assert isinstance(next(iter(FIELDS.values())), Field)


@pytest.mark.parametrize(
    ("kind", "field", "cell", "read"),
    [
        ("trainings", "jp", "12 JP", 120_000),
        ("trainings", "jp", "4,5 jam", 45_000),
        ("trainings", "jp", "40 Jam Pelajaran", 400_000),
        ("trainings", "jp", "90 menit", Bad("number_of_other_unit", {"value": "90 menit", "unit": "JP"})),
        ("trainings", "jp", "40 orang", Bad("number_of_other_unit", {"value": "40 orang", "unit": "JP"})),
        ("trainings", "jp", "3 tahun", Bad("number_of_other_unit", {"value": "3 tahun", "unit": "JP"})),
        ("mentoring", "minutes", "90 menit", 90),
        ("mentoring", "minutes", "1 jam", Bad("number_of_other_unit", {"value": "1 jam", "unit": "menit"})),
        ("catalogue", "seats", "30 peserta", 30),
        ("indicators", "target", "40 orang", 400_000),
        ("feedback", "score", "85 poin", 850_000),
        ("feedback", "score", "85 menit", Bad("number_of_other_unit", {"value": "85 menit", "unit": "poin"})),
    ],
)
def test_a_number_counts_what_its_column_counts(kind: str, field: str, cell: str, read: object) -> None:
    """Ninety minutes are two JP, never ninety."""
    assert parser_of(KINDS[kind].field(field))(cell) == read
