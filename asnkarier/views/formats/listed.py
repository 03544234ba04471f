"""What JSON lists, as one table: what csv holds of an answer whose own tables are made for people to read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from asnkarier.views.shapes import Column, Table


def table(documents: Iterable[Mapping[str, object]], empty: Sequence[str] = ()) -> Table:
    """Return a row for each document under the keys of JSON, `key.inner` for what lies inside another.

    `empty` names the columns that stand there without any row too.
    """
    rows = [dict(_opened(document, "")) for document in documents]
    keys = dict.fromkeys([*empty, *(key for row in rows for key in row)])
    within = {key.rpartition(".")[0] for key in keys}
    # What is nothing in one row and has parts in another is blank in its parts.
    keys = dict.fromkeys(key for key in keys if key not in within or any(row.get(key) is not None for row in rows))
    return Table("", [Column(key, "") for key in keys], [[row.get(key) for key in keys] for row in rows])


def _opened(document: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from _opened(value, f"{above}{key}.")
        elif isinstance(value, list | tuple):
            yield above + key, [_item(item) for item in value]
        else:
            yield above + key, value


def _item(value: object) -> object:
    """Return one of several: of a person the NIP, of anything else in more than one part the parts."""
    if not isinstance(value, Mapping):
        return value
    if "nip" in value:
        return value["nip"]
    from asnkarier.views.formats.csv import raw  # only where csv is asked for: JSON is answered without it

    return " ".join("-" if part is None else str(raw(part)) for part in value.values())
