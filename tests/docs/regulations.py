"""docs/regulations.md: every topic of the law with its records, their articles, and the values of the newest."""

from collections.abc import Iterator, Mapping
from typing import Any

from asnkarier.core.regulation import Regulation, Version
from asnkarier.law.load import Lawbook
from asnkarier.law.topics import TOPICS
from asnkarier.views import language
from asnkarier.views import law as shown
from asnkarier.views.formats import markdown
from asnkarier.views.law_words import word
from asnkarier.views.shapes import Section
from asnkarier.views.values import say, written


def page() -> str:
    """Return the page, made of the law data alone."""
    language.use("en")
    book = Lawbook()
    topics = {name: book.topic(name) for name in TOPICS}
    lines = [
        "# Regulations",
        "",
        "Every number of the law in the program, from `asnkarier/law/data`. Each record holds from its date until the next one;",
        "`asnkarier rules show TOPIC --as-of DATE` shows the record of a day, `asnkarier rules add FILE` adds one between releases. Confidence:",
        "*high* is the text itself or several sources, *medium* one source, *low* unsettled: check it before you rely on it. What an institution",
        "may choose is no law but a policy: `asnkarier policy show`.",
        "",
        _links(topics),
        "",
        "| topic | about | newest record | in force since | confidence |",
        "|---|---|---|---|---|",
    ]
    for name, regulation in topics.items():
        newest = regulation.versions[-1]
        cells = (f"[`{name}`](#{name})", _title(regulation, name), newest.citation.law, _day(newest), _sure(newest))
        lines.append(f"| {' | '.join(_cell(cell) for cell in cells)} |")
    for name, regulation in topics.items():
        lines += ["", *_topic(name, regulation)]
    return "\n".join(lines) + "\n"


def _links(topics: Mapping[str, Regulation[Any]]) -> str:
    """Say how many records name a page where their law can be read."""
    links = [version.citation.link for regulation in topics.values() for version in regulation.versions]
    return (
        f"A link stands only where the page itself was seen: {sum(map(bool, links))} of {len(links)} records have one. For the others it"
        " is not given; their law and article are what to look for."
    )


def _topic(name: str, regulation: Regulation[Any]) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield f"{_title(regulation, name)} ({regulation.title.get('id', name)})"
    yield ""
    yield "| in force since | law | article | confidence | checked on |"
    yield "|---|---|---|---|---|"
    for version in regulation.versions:
        cited = version.citation
        until = f" until {written(version.in_force_until, 'date')}" if version.in_force_until else ""
        law = f"[{cited.law}]({cited.link})" if cited.link else cited.law
        cells = (_day(version) + until, law, cited.article, _sure(version), written(cited.checked_on, "date"))
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"
    newest = regulation.versions[-1]
    if note := newest.note_in("en"):
        yield ""
        yield note
    yield ""
    yield markdown.text([Section("", [Section("", shown.values(newest))])]).strip()


def _title(regulation: Regulation[Any], name: str) -> str:
    return regulation.title.get("en", name)


def _day(version: Version[Any]) -> str:
    return written(version.in_force_since, "date")


def _sure(version: Version[Any]) -> str:
    return say(word(version.citation.confidence))


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
