"""report shortlist: the annex of a decision (berita acara): candidates, checks, components, excluded, signatures."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from asnkarier.commands.decide import shortlist
from asnkarier.commands.parameters import POLICY, POSITION, UNIT, option
from asnkarier.commands.report.basis import Basis
from asnkarier.store.database import Database
from asnkarier.views.decide.checks import LABELS
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Content, Report, Section, Signatures, Signer, shapes
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Table


def run(
    db: Database,
    as_of: date,
    position: Annotated[str, POSITION],
    unit: Annotated[str | None, UNIT] = None,
    among: Annotated[
        Path | None,
        option(
            "--among",
            "--antara",
            help=N_("Consider only the people whose NIPs are in this file (text, csv or a workbook)."),
            metavar=N_("FILE"),
            completes="file",
        ),
    ] = None,
    policy: Annotated[str | None, POLICY] = None,
) -> Result:
    """Put the whole list into a document for signing."""
    answer = shortlist.run(db, as_of, [position], unit, everyone=True, among=among, policy_name=policy)
    report = _report(Basis(db, as_of, as_of.year), answer)
    return Result(answer.data, lambda: shapes(report), report=lambda: report)


def _report(on: Basis, answer: Result) -> Report:
    data = _decoded(answer)
    policy = data["policy"]
    candidates = data["candidates"]
    fields = [
        Field("position", N_("Position"), data["position"]),
        Field("unit", N_("Unit"), data["unit"]),
        Field("as_of", N_("Data as of"), on.as_of, "date"),
        Field("policy", N_("Policy"), f"{policy['name']} ({policy['sha256'][:16]}…)"),
        Field("considered", N_("Considered"), data["considered"], "integer"),
        Field("eligible", N_("Eligible"), data["eligible"], "integer"),
        Field("undetermined", N_("Undetermined"), data["undetermined"], "integer"),
    ]
    signers = Signatures([Signer(N_("Head of the committee")), Signer(N_("Secretary")), *[Signer(N_("Member"))] * 3])
    return Report(
        Words(N_("Annex: candidates for {position}"), {"position": data["position"]}),
        on.institution,
        on.as_of,
        fields,
        [
            Section("daftar", N_("The list"), [], list(answer.pictures())),
            Section("pemeriksaan", N_("Checks of each candidate"), [], list(_checks(candidates))),
            Section("komponen", N_("Components of the score"), [], list(_components(candidates))),
            Section("tanda-tangan", N_("Signatures"), [], [signers]),
        ],
        contents=False,
    )


def _decoded(answer: Result) -> dict[str, Any]:
    """Return the answer's document as it is told to programs, so that both say the same."""
    import json

    document = answer.document()
    if isinstance(document, Mapping):
        return dict(document)
    return dict(json.loads(b"".join(document)))


def _checks(candidates: Iterable[Mapping[str, Any]]) -> Iterable[Content]:
    columns = (
        Column("check", N_("Requirement")),
        Column("outcome", N_("Outcome"), "outcome"),
        Column("article", N_("Article")),
        Column("source", N_("Source")),
    )
    for person in candidates:
        rows = [
            (_label(LABELS, one["check"]), one["outcome"], one["article"], _source(one["source"]))
            for one in person["checks"]
        ]
        yield Table(f"{person['rank']}. {person['name']} ({person['nip']})", columns, rows)


def _components(candidates: Iterable[Mapping[str, Any]]) -> Iterable[Content]:
    columns = (
        Column("component", N_("Component")),
        Column("weight", N_("Weight"), "number"),
        Column("value", N_("Value"), "score"),
        Column("points", N_("Points"), "score"),
        Column("source", N_("Source")),
    )
    for person in candidates:
        rows = [
            (_label(COMPONENTS, one["component"]), one["weight"], one["value"], one["points"], _source(one["source"]))
            for one in person["components"]
        ]
        yield Table(f"{person['rank']}. {person['name']}", columns, rows)


def _label(labels: Mapping[str, str], name: str) -> object:
    return Words(labels[name]) if name in labels else name.replace("_", " ")


def _source(source: Any) -> object:
    from asnkarier.views.decide.explain import source_said

    return source_said(source) if source else None
