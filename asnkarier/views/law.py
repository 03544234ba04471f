"""How rules are shown: the citation line by line, and whatever values a topic has as tables."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from asnkarier.core.regulation import Version
from asnkarier.views.language import N_, Words, current
from asnkarier.views.law_words import topic_typed, word
from asnkarier.views.messages.glosses import article
from asnkarier.views.shapes import Coded, Column, Field, Record, Shape, Table
from asnkarier.views.values import number

Value = object
Path = tuple[str, ...]
"""The keys that lead to a single value of a record."""
NAMES = ("check", "name", "kind", "word", "number")
"""The keys that tell the entries of a list apart."""


def glossed(text: str) -> Coded:
    """Return the name of a law or an article for a cell: its glosses are said in the language in use, programs read it as it is."""
    return Coded(text, article(text))


def citation(topic: str, title: str, version: Version[Any], sha256: str) -> Record:
    """Show where a record is written and since when it holds."""
    cited = version.citation
    fields = [
        Field("topic", word("topic"), named(topic), "code"),
        Field("in_force_since", word("in_force_since"), version.in_force_since, "date"),
        Field("law", word("law"), glossed(cited.law)),
        Field("article", word("article"), glossed(cited.article)),
        Field("confidence", word("confidence"), word(cited.confidence)),
        Field("checked_on", word("checked_on"), cited.checked_on, "date"),
        Field("sha256", "sha256", sha256, "code"),
    ]
    if version.in_force_until:
        fields.insert(2, Field("in_force_until", word("in_force_until"), version.in_force_until, "date"))
    if cited.link:
        fields.append(Field("link", word("link"), cited.link, "code"))
    if note := version.note_in(current()):
        fields.append(Field("note", word("note"), note))
    if version.added:
        fields.append(Field("added", N_("added by"), Words(N_("the institution"))))
    return Record(title, fields)


def values(version: Version[Any]) -> list[Shape]:
    """Show the values of a record: single ones together, each list or table of them by itself."""
    record = version.record["value"]
    plain, shapes = [], []
    for key, value in _mapping(record).items():
        if isinstance(value, dict | list) and value and not _flat(value):
            shapes.append(_table(word(key), value))
        elif value not in ("", [], {}):
            plain.append(Field(key, word(key), cell(value)))
    first: list[Shape] = [Record(word("value"), plain)] if plain else []
    unsure = [(_within(record, key), word(confidence)) for key, confidence in version.confidence_of.items()]
    if unsure:
        columns = (Column("value", word("value")), Column("confidence", word("confidence")))
        shapes.append(Table(N_("Confidence of single values"), columns, unsure))
    return [*first, *shapes]


def leaves(value: Value, path: Path = ()) -> Iterator[tuple[Path, Value]]:
    """Yield every single value with the keys that lead to it, for comparing two records."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    elif isinstance(value, list) and not _flat(value):
        for i, item in enumerate(value):
            yield from leaves(item, (*path, f"[{_named(item, i)}]"))
    else:
        yield path, value


def written_path(path: Path) -> str:
    """Return the keys to a value as programs write them: `levels[jf_pemula].coefficient`."""
    return ".".join(path).replace(".[", "[")


def said_path(path: Path) -> Coded:
    """Return the keys to a value in the words of the language, and as programs write them."""
    return Coded(written_path(path), " › ".join(word(key.strip("[]")) for key in path))


def named(topic: str) -> Coded:
    """Return a topic as it is typed in the language in use, and its key."""
    return Coded(topic, topic_typed(topic))


def _within(record: Value, key: str) -> Coded:
    """Return the path of `confidence_of`, whose numbers are places in a list, in words."""
    path: list[str] = []
    for part in key.split("."):
        if isinstance(record, list) and part.isdecimal():
            record = record[int(part) - 1]
            path.append(f"[{_named(record, int(part) - 1)}]")
        else:
            record = record[part] if isinstance(record, dict) else None
            path.append(part)
    return Coded(key, said_path(tuple(path)).said)


def cell(value: Value) -> str:
    """Write one value of a rule: numbers as people of the language do, codes in words."""
    if isinstance(value, bool):
        return word("yes" if value else "no")
    if isinstance(value, list):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{word(key)} {cell(item)}" for key, item in value.items())
    if isinstance(value, Decimal):
        return number(value)
    return word(value) if isinstance(value, str) else str(value)


def _named(item: Value, place: int) -> str:
    if isinstance(item, dict):
        for key in NAMES:
            if key in item:
                return str(item[key])
    return str(place + 1)


def _flat(value: "dict[str, Value] | list[Value]") -> bool:
    items = value.values() if isinstance(value, dict) else value
    return not isinstance(value, dict) and not any(isinstance(item, dict | list) for item in items)


def _requirements(title: str, rows: Sequence[Mapping[str, Value]]) -> Table:
    """Show requirements compactly: each form has keys of its own, which would make a table of empty cells."""
    columns = (Column("check", word("check")), Column("value", word("value")), Column("article", word("article")))
    named = ("check", "rule", "article")
    shown = [(cell(row["check"]), _content(row, named), glossed(str(row["article"]))) for row in rows]
    return Table(title, columns, shown)


def _content(row: Mapping[str, Value], but: Sequence[str]) -> str:
    said = [f"{word(key)}: {cell(value)}" for key, value in row.items() if key not in but]
    if row["rule"] == "attested":
        said.insert(0, word("attested"))
    return "; ".join(said)


def _table(title: str, value: "dict[str, Value] | list[Value]") -> Table:
    if isinstance(value, list):
        rows = [_mapping(item) for item in value]
        if all("check" in row and "rule" in row for row in rows):
            return _requirements(title, rows)
        return _rows(title, rows)
    if all(isinstance(item, dict) for item in value.values()):
        return _rows(title, [{"": key, **_mapping(item)} for key, item in value.items()])
    if all(isinstance(item, list) and not _flat(item) for item in value.values()):
        entries = [(key, item) for key, items in value.items() if isinstance(items, list) for item in items]
        return _rows(title, [{"": key, **_mapping(item)} for key, item in entries])
    columns = (Column("key", ""), Column("value", word("value")))
    return Table(title, columns, [(word(key), cell(item)) for key, item in value.items()])


def _rows(title: str, rows: Sequence[Mapping[str, Value]]) -> Table:
    keys = list(dict.fromkeys(key for row in rows for key in row))
    columns = [Column(key or "key", word(key) if key else "") for key in keys]
    return Table(title, columns, [[cell(row[key]) if key in row else "" for key in keys] for row in rows])


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {"value": value}


def as_data(value: Value) -> Value:
    """Return a value of a rule file for JSON: exact decimals become numbers."""
    if isinstance(value, dict):
        return {key: as_data(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_data(item) for item in value]
    return float(value) if isinstance(value, Decimal) else value
