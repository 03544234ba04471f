"""`rules show`: one regulation with its values, its article and its other versions."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from asnkarier.commands.parameters import argument
from asnkarier.core.regulation import Version
from asnkarier.law.load import fingerprint, regulations
from asnkarier.views.language import N_, Words, current
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Node, Record, Shape, Table, Tree
from asnkarier.views.values import written

_VERSIONS = (
    Column("in_force_since", N_("In force since"), "date"),
    Column("in_force_until", N_("In force until"), "date"),
    Column("law", N_("Law")),
    Column("article", N_("Article")),
)


def run(
    as_of: date,
    topic: Annotated[str, argument(N_("TOPIC"), help=N_("Topic of the law, as `rules list` names it."))],
) -> Result:
    """Show the record of `topic` in force on `as_of`."""
    regulation = regulations().topic(topic)
    version = regulation.on(as_of)
    citation = version.citation
    value: Any = version.record["value"]
    data = {
        "topic": topic,
        "title": regulation.title[current()],
        "as_of": as_of,
        "in_force_since": version.in_force_since,
        "in_force_until": version.in_force_until,
        "law": citation.law,
        "article": citation.article,
        "link": citation.link,
        "checked_on": citation.checked_on,
        "confidence": citation.confidence,
        "confidence_of": dict(version.confidence_of),
        "note": version.note,
        "sha256": fingerprint(version),
        "value": value,
        "versions": [
            {
                "in_force_since": other.in_force_since,
                "in_force_until": other.in_force_until,
                "law": other.citation.law,
                "article": other.citation.article,
            }
            for other in regulation.versions
        ],
    }
    rows = [
        (other.in_force_since, other.in_force_until, other.citation.law, other.citation.article)
        for other in regulation.versions
    ]
    shapes: list[Shape] = [_head(regulation.title[current()], version), Tree(N_("Values"), _nodes(value))]
    if len(rows) > 1:
        shapes.append(Table(N_("Versions"), _VERSIONS, rows))
    return Result(data, shapes)


def _head(title: str, version: Version[Any]) -> Record:
    citation = version.citation
    fields = [
        Field("law", N_("Law"), citation.law),
        Field("article", N_("Article"), citation.article),
        Field("in_force_since", N_("In force since"), version.in_force_since, "date"),
    ]
    if version.in_force_until:
        fields.append(Field("in_force_until", N_("In force until"), version.in_force_until, "date"))
    fields.append(Field("checked_on", N_("Checked on"), citation.checked_on, "date"))
    fields.append(Field("confidence", N_("Confidence"), citation.confidence, "term"))
    if citation.link:
        fields.append(Field("link", N_("Link"), citation.link))
    if version.note:
        fields.append(Field("note", N_("Note"), version.note))
    return Record(title, fields)


def _nodes(value: object) -> list[Node]:
    if isinstance(value, Mapping):
        return [_node(str(key), inner) for key, inner in value.items() if inner != ""]
    if isinstance(value, list):
        return [_node(_name(inner, place), inner) for place, inner in enumerate(value, start=1)]
    return [Node(_shown(value))]


def _node(name: str, value: object) -> Node:
    if isinstance(value, Mapping) or (
        isinstance(value, list) and any(isinstance(inner, Mapping | list) for inner in value)
    ):
        return Node(_plain(name), children=_nodes(value))
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Node(_plain(f"{name}: {', '.join(written(inner) for inner in value)}"))
    return Node(_plain(f"{name}: {written(value)}"))


def _deep(value: object) -> bool:
    return isinstance(value, Mapping | list)


def _name(entry: object, place: int) -> str:
    """Return what tells an entry of a list apart: its name or rule, else its place."""
    if isinstance(entry, Mapping):
        for key in ("name", "rule", "check", "title"):
            if isinstance(entry.get(key), str):
                return f"{place}. {entry[key]}"
    return f"{place}."


def _shown(value: object) -> Words:
    return _plain(written(value))


def _plain(text: str) -> Words:
    return Words("{text}", {"text": text})
