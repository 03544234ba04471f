"""`Ujian Dinas Tk. I`, `Tk. 1` and `Tingkat 1` are one exam, however the grade is written."""

import pytest

from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.words import word_reader


@pytest.mark.parametrize("grade", ["I", "Tk. I", "Tk.I", "Tk 1", "Tk. 1", "Tkt. I", "TINGKAT I", "Tingkat 1", "1"])
@pytest.mark.parametrize("exam", ["Ujian Dinas", "UDIN", "UD"])
def test_the_first_grade(exam: str, grade: str) -> None:
    assert word_reader("exam")(f"{exam} {grade}") == "ujian_dinas_1"
    second = grade.replace("I", "II") if grade.endswith("I") else grade.replace("1", "2")
    if grade != "TINGKAT I":
        assert word_reader("exam")(f"{exam} {second}") == "ujian_dinas_2"


@pytest.mark.parametrize(
    ("text", "exam"),
    [
        ("Tingkat II", "ujian_dinas_2"),
        ("Tk. 2", "ujian_dinas_2"),
        ("UJIAN DINAS TINGKAT II TAHUN 2025", "ujian_dinas_2"),
        ("Ujian Dinas Tk. 1 2024", "ujian_dinas_1"),
        ("Uji Kompetensi", "uji_kompetensi"),
    ],
)
def test_others(text: str, exam: str) -> None:
    assert word_reader("exam")(text) == exam


@pytest.mark.parametrize("text", ["Ujian Dinas", "Ujian Dinas Tingkat III", "Ujian Dinas 3", "Tk. 12", "Ujian Sekolah Tk. 1", "Ujian Dinas Tk. I dan II"])  # fmt: skip
def test_what_names_no_grade(text: str) -> None:
    assert isinstance(word_reader("exam")(text), Bad)


@pytest.mark.parametrize("text", ["UPKP", "UPKP S1", "UPKP S-1", "UPKP D3", "UPKP D-IV", "UPKP SLTA"])
def test_the_degree_behind_upkp_is_that_to_which_the_rank_is_fitted(text: str) -> None:
    assert word_reader("exam")(text) == "upkp"
