"""What JSON lists, as one table: what csv holds of an answer whose own tables are made for people to read."""

from collections.abc import Iterable, Iterator, Mapping

from asnkarier.views.shapes import Column, Table


def table(documents: Iterable[Mapping[str, object]], columns: str) -> Table:
    """Return a row for each document under the keys of JSON, `key.inner` for what lies inside another.

    `columns` names them all, in their order, whatever the documents hold: two answers of a command always fit under each other.
    """
    rows = [dict(_opened(document, "")) for document in documents]
    keys = dict.fromkeys(columns.split())
    parts = {key.rpartition(".")[0] for key in keys}
    for row in rows:
        # What is nothing here and has parts elsewhere is blank in its parts. Anything else is shown, named or not.
        keys |= dict.fromkeys(
            key for key, value in row.items() if key not in keys and not (value is None and key in parts)
        )
    return Table("", [Column(key, "") for key in keys], [[row.get(key) for key in keys] for row in rows])


def _opened(document: Mapping[str, object], above: str) -> Iterator[tuple[str, object]]:
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from _opened(value, f"{above}{key}.")
        elif isinstance(value, list | tuple):
            yield above + key, _several(value)
        else:
            yield above + key, value


def _several(values: list[object] | tuple[object, ...]) -> object:
    """Return what stands in one cell of several: of people the NIPs, of anything else in parts what JSON says."""
    if all(isinstance(value, Mapping) and "nip" in value for value in values):
        return [value["nip"] for value in values if isinstance(value, Mapping)]
    return in_one_cell(values) if any(isinstance(value, Mapping | list | tuple) for value in values) else list(values)


def in_one_cell(value: object) -> str:
    """Return something of several parts as JSON writes it: joined with signs its parts and theirs could not be told apart."""
    from asnkarier.views.document import dumps_line  # only where csv is asked for: JSON is answered without it

    return dumps_line(value)
