"""Documents of JSON as one table."""

from asnkarier.views.formats.listed import table


def columns(*documents: dict[str, object], empty: tuple[str, ...] = ()) -> list[str]:
    return [column.key for column in table(documents, empty).columns]


def test_what_is_nothing_in_one_row_and_has_parts_in_another_has_columns_for_its_parts_alone() -> None:
    rows: list[dict[str, object]] = [
        {"post": "A", "holder": None},
        {"post": "B", "holder": {"nip": "1", "name": "Budi"}},
    ]
    assert columns(*rows) == columns(*reversed(rows)) == ["post", "holder.nip", "holder.name"]
    assert columns(rows[0]) == ["post", "holder"]
    assert columns(rows[0], empty=("post", "holder.nip", "holder.name")) == ["post", "holder.nip", "holder.name"]
    assert columns(empty=("post",)) == ["post"]
