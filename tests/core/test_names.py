"""Which names look like another with a slip of the pen, and which are meant as written."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asnkarier.core.names import Near, distance, held, slipped, spelt_twice

MEANT = (
    ("guru ahli madya", "guru ahli muda"),
    ("dokter ahli utama", "dokter ahli madya"),
    ("bagian hukum", "bagian umum"),
    ("bidang pengaduan", "bidang pengadaan"),
    ("seksi perumahan", "seksi perubahan"),
    ("dinas pertanahan", "dinas pertahanan"),
    ("perawatan gigi", "perawat gigi"),
    ("perawat gigi", "perawatan gigi"),
    ("sdn 2 uji", "sdn 1 uji"),
    ("kepala seksi ii", "kepala seksi i"),
    ("upt pkm b", "upt pkm a"),
    ("puskesmas ab", "puskesmas a"),
    ("kelurahan sukajaya", "kelurahan mukajaya"),  # another first letter
    ("dinas sosial", "dinas sosial kota"),
    ("seksi jalan dan jembatan", "seksi jalan dana jembatan"),  # a word of its own
    ("upt pasar", "uptd pasar"),
    ("bidang ikp", "bidang ikpp"),  # short for something, both
    ("pengelola data", "pengelola dat"),  # an ordinary word is meant
)
SLIPS = (
    ("dinas kesehtan", "dinas kesehatan"),
    ("dinas pendidkan", "dinas pendidikan"),
    ("dinas pednidikan", "dinas pendidikan"),
    ("dinas sosail", "dinas sosial"),
    ("dinas esosial", "dinas seosial"),
    ("sub bagian keuangan", "subbagian keuangan"),
    ("analis kepegawain ahli muda", "analis kepegawaian ahli muda"),
    ("kepala seksi pelayanaan", "kepala seksi pelayanan"),
    ("pengelola dat", "pengelola data"),
    ("bidang dta", "bidang data"),
    ("bagian umm", "bagian umum"),
)


@pytest.mark.parametrize(("new", "known"), MEANT)
def test_another_word_is_meant_as_written(new: str, known: str) -> None:
    assert not slipped(new, known)


@pytest.mark.parametrize(("new", "known"), SLIPS)
def test_a_wrong_letter_inside_a_word_is_a_slip(new: str, known: str) -> None:
    assert slipped(new, known)


@pytest.mark.parametrize(("new", "known"), SLIPS)
def test_a_slip_is_found_among_the_known(new: str, known: str) -> None:
    assert Near(["bidang arsip", known]).of(new) == [known]


def test_a_name_is_no_slip_of_itself() -> None:
    assert not slipped("dinas sosial", "dinas sosial")


def test_a_word_of_another_name_is_no_slip() -> None:
    assert slipped("kelurahan sukajadi", "kelurahan sukajaya")  # two of nine letters
    assert not slipped("kelurahan sukajadi", "kelurahan sukajaya", {"sukajadi"})


def test_short_words_may_hold_one_wrong_letter_and_long_ones_two() -> None:
    assert slipped("dinas ksbudan", "dinas kebudan")  # one of seven
    assert not slipped("dinas kssudan", "dinas kebudan")  # two of seven
    assert slipped("dinas kssudaan", "dinas kebudaan")  # two of eight
    assert not slipped("dinas kssusaan", "dinas kebudaan")  # three of eight


def test_a_name_holds_two_wrong_letters_in_all() -> None:
    assert slipped("dinas pekerjan umun", "dinas pekerjaan umun")
    assert slipped("dinas tenega kerje", "dinas tenaga kerja")
    assert not slipped("dinaz tenega kerje", "dinas tenaga kerja")


def test_swapped_letters_count_once() -> None:
    assert distance("sosail", "sosial") == 1
    assert distance("sosial", "sosial") == 0
    assert distance("a", "abcdef") == 3  # more than asked for


def test_a_name_spelt_twice_is_found_whichever_comes_first() -> None:
    names = [
        "dinas kesehatan",
        "dinas kesehatn",
        "seksi gizi",
        "seksi gizzi",
        "dinaskesehatan",
        "sdn 1 kota",
        "sdn 2 kota",
    ]
    pairs = [
        ("dinas kesehatan", "dinas kesehatn"),
        ("dinas kesehatan", "dinaskesehatan"),
        ("seksi gizi", "seksi gizzi"),
    ]
    assert spelt_twice(names) == pairs
    assert spelt_twice(["bidang dta", "bidang data"]) == [("bidang dta", "bidang data")]
    assert {frozenset(pair) for pair in spelt_twice(reversed(names))} == {frozenset(pair) for pair in pairs}


def test_a_word_of_two_names_is_no_slip_of_either() -> None:
    assert spelt_twice(["kelurahan karanganyar", "kelurahan karanganyir"]) != []
    assert (
        spelt_twice(["kelurahan karanganyar", "kelurahan karanganyir", "puskesmas karanganyir", "sd karanganyar"]) == []
    )
    assert spelt_twice(["perawat ahli muda", "perawat ahli madya", "bagian umum", "bagian hukum"]) == []


_LETTERS = "abeiknrst"
_WORDS = st.text(_LETTERS, min_size=2, max_size=9)


@st.composite
def _slips(draw: st.DrawFn) -> tuple[str, str]:
    """A name, and one that differs by a few letters, or in its spaces."""
    words = draw(st.lists(_WORDS, min_size=1, max_size=4))
    name = " ".join(words)
    other = list(name)
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, max(len(other) - 2, 0)))
        match draw(st.integers(0, 3)):
            case 0:
                other[place] = draw(st.sampled_from(_LETTERS))
            case 1 if len(other) > 2:
                del other[place]
            case 2:
                other.insert(place, draw(st.sampled_from(_LETTERS + " ")))
            case _ if len(other) > place + 1:
                other[place], other[place + 1] = other[place + 1], other[place]
    return name, " ".join("".join(other).split())


@given(_slips(), st.lists(_WORDS))
def test_whatever_slipped_is_found_among_the_known(pair: tuple[str, str], others: list[str]) -> None:
    name, known = pair
    found = Near([*others, known]).of(name)
    assert known in found or not slipped(name, known)


def test_slips_among_many_names_are_those_of_each_with_each() -> None:
    """Above sixty names of a group only names near one another are compared: the pairs are the same."""
    chosen = random.Random(5)
    names = [f"seksi {''.join(chosen.choice(_LETTERS) for _ in range(9))} kota" for _ in range(150)]
    for name in names[:60]:
        word = list(name.split()[1])
        place = chosen.randrange(1, 8)
        if chosen.random() < 0.5:
            word[place], word[place + 1] = word[place + 1], word[place]
        else:
            word[place : place + 1] = chosen.choice(["", "kk", "b"])
        names.append(f"seksi {''.join(word)} kota")
    each = {
        (one, other)
        for one, other in combinations(dict.fromkeys(names), 2)
        if slipped(one, other) or slipped(other, one)
    }
    assert len(each) > 30
    assert set(spelt_twice(names)) == each


@pytest.mark.parametrize(
    ("cell", "post", "duty"),
    [
        ("Bidan Terampil (Bidan Koordinator)", "Bidan Terampil", "Bidan Koordinator"),
        ("Guru Ahli Pertama (Kepala Sekolah)", "Guru Ahli Pertama", "Kepala Sekolah"),
        ("Guru Ahli Pertama (Bahasa Indonesia)", "Guru Ahli Pertama (Bahasa Indonesia)", None),
        ("Bidan Koordinator", "Bidan Koordinator", None),
    ],
)
def test_a_duty_in_brackets(cell: str, post: str, duty: str | None) -> None:
    assert (held(cell).post, held(cell).duty) == (post, duty)
