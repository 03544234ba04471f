"""A letter to the person about a sealed decision: plain sentences, and nobody else's name, NIP or number."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from asnkarier.core.decide.remedy import Remedy
from asnkarier.views.decide.explain import requirements, score, ways
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.defend.answer import Answer, Sealed, place_said
from asnkarier.views.defend.seal import grouped
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Content, Report, Section, Signatures, Signer, shapes
from asnkarier.views.shapes import Field, Node, Record, Shape, Text, Tree
from asnkarier.views.values import say, written


def letter(found: Sealed, needs: Remedy | None) -> Report:
    """Return the letter as a document."""
    body, entry = found.body, found.entry
    fields = [
        *([Field("name", N_("Addressed to"), entry["full_name"])] if entry else []),
        Field("nip", N_("NIP"), found.nip, "nip"),
        Field("subject", N_("About"), body["position"]["name"]),
        *([Field("decree", N_("Decree"), body["decree"])] if body["decree"] else []),
        Field("as_of", N_("Data as of"), date.fromisoformat(body["as_of"]), "date"),
        Field("sha256", N_("Digest (SHA-256)"), grouped(found.sha256)),
    ]
    sections = [Section("kedudukan", N_("Your place in the list"), place_said(found, addressed=True))]
    if found.answer is not None and needs is not None:
        sections += _reasons(found.answer, needs)
    closing = [
        Words(
            N_(
                "Where a datum above is wrong, bring the document that shows it; the place named below each line tells"
                " where it was taken from."
            )
        ),
        Words(
            N_(
                "Who considers the decision wrong may object to the officer who took it and appeal after that; ask the"
                " personnel agency for the terms."
            )
        ),
    ]
    signers: list[Content] = [Signatures([Signer(N_("For the personnel agency"))])]
    sections.append(Section("selanjutnya", N_("What you can do"), closing, signers))
    return Report(
        Words(N_("Answer about the post {position}"), {"position": body["position"]["name"]}),
        body["institution"] or "",
        date.fromisoformat(body["as_of"]),
        fields,
        sections,
        contents=False,
    )


def _reasons(answer: Answer, needs: Remedy) -> list[Section]:
    # A hand that typed a value is a person too: the letter says only that it was typed, and when.
    kept = Written(answer.written.judge, answer.written.frame, _nameless(answer.written))
    asked = requirements(answer.judged, kept)
    parts = score(answer.judged, kept)
    sections = [
        Section("syarat", N_("The requirements, one by one"), (), [asked]),
        Section("nilai", N_("How your score was made"), (), [parts]),
    ]
    told = ways(needs)
    if told:
        sections.append(Section("jalan", N_("What would change it"), (), told))
    return sections


def _nameless(written: Written) -> Any:
    def source(person: int, data: Any) -> object:
        found = written.source(person, data)
        if isinstance(found, dict) and "entered_by" in found:
            return {**found, "entered_by": say(Words(N_("the personnel agency")))}
        return found

    return source


def pages(report: Report) -> list[Shape]:
    """Return the letter for the terminal."""
    return shapes(report)


def paragraphs(report: Report) -> list[str]:
    """Return the letter as lines of text in the language in use."""
    lines = [say(report.title)]
    lines += [f"{say(field.label)}: {written(field.value, field.kind)}" for field in report.basis]
    for section in report.sections:
        lines.append(say(section.title))
        lines += [say(sentence) for sentence in section.sentences]
        for content in section.contents:
            lines += _lines(content)
    return lines


def _lines(content: Content) -> list[str]:
    if isinstance(content, Text):
        return [say(paragraph) for paragraph in content.paragraphs]
    if isinstance(content, Tree):
        return [say(content.title), *_nodes(content.nodes, 0)]
    if isinstance(content, Record):
        return [f"{say(field.label)}: {written(field.value, field.kind)}" for field in content.fields]
    return []


def _nodes(nodes: Sequence[Node], depth: int) -> list[str]:
    lines = []
    for node in nodes:
        lines.append("  " * depth + say(node.label))
        lines += _nodes(node.children, depth + 1)
    return lines
