"""Documents of JSON as one table."""

import json

from asnkarier.views.formats.csv import raw
from asnkarier.views.formats.listed import table


def columns(wanted: str, *documents: dict[str, object]) -> list[str]:
    return [column.key for column in table(documents, wanted).columns]


def test_the_columns_are_the_same_whatever_the_rows_hold() -> None:
    wanted = "post holder.nip holder.name why"
    rows: list[dict[str, object]] = [
        {"post": "A", "holder": None},
        {"why": "x", "post": "B", "holder": {"name": "Budi", "nip": "1"}},
    ]
    for some in ([], rows[:1], rows[1:], rows, rows[::-1]):
        assert columns(wanted, *some) == wanted.split()
    assert table(rows, wanted).rows == [["A", None, None, None], ["B", "1", "Budi", "x"]]


def test_what_has_no_column_is_not_lost() -> None:
    assert columns("post", {"post": "A", "more": 1}) == ["post", "more"]


def test_several_in_one_cell_can_be_taken_apart_again() -> None:
    gaps = [{"competency": "Kerja Sama", "attained": [2, 3]}, {"competency": "Integritas; dan lain", "attained": None}]
    people = [{"nip": "1", "name": "Budi"}, {"nip": "2", "name": "Siti"}]
    ((of_parts, of_people, of_words, of_none),) = table(
        [{"gaps": gaps, "people": people, "words": ["a", "b"], "none": []}], "gaps people words none"
    ).rows
    assert json.loads(str(raw(of_parts))) == gaps
    assert (raw(of_people), raw(of_words), raw(of_none)) == ("1; 2", "a; b", "")
