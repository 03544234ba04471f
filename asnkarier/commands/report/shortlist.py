"""report shortlist: the annex of a decision (berita acara): candidates, checks, components, excluded, signatures."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.decide.among import people_in
from asnkarier.commands.decide.lists.making import Lists, Made
from asnkarier.commands.parameters import AMONG, POLICY, POSITION, UNIT
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.writing import AS_FILE
from asnkarier.core.decide.lists.seats import Seats
from asnkarier.store.database import Database
from asnkarier.views.decide import annex
from asnkarier.views.decide.listing import pictures
from asnkarier.views.decide.lists.flat import flat
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Report, Section, Signatures, Signer, shapes
from asnkarier.views.result import Result
from asnkarier.views.shapes import Coded, Field, Shape, Table

MONTHS = 12
"""How many months ahead retirements count as vacancies to come, as in the list."""


def run(
    db: Database,
    as_of: date,
    position: Annotated[str, POSITION],
    unit: Annotated[str | None, UNIT] = None,
    among: Annotated[Path | None, AMONG] = None,
    policy: Annotated[str | None, POLICY] = None,
) -> Result:
    """Put the whole list into a document for signing."""
    lists = Lists(db, as_of, policy, unit, None if among is None else lambda: people_in(among, db), MONTHS)
    made = lists.of(lists.posts([position]))[0]
    report = _report(Basis(db, as_of, as_of.year), made)
    return Result(
        lambda: lists.document(made, None, True),
        lambda: shapes(report),
        hints=[AS_FILE],
        report=lambda: report,
        flat=lambda: flat(made.found, made.written, None, everyone=True),
    )


def _report(on: Basis, made: Made) -> Report:
    found, written = made.found, made.written
    frame = written.frame
    fields = [
        Field("position", N_("Position"), frame.position),
        Field("unit", N_("Unit"), frame.unit),
        Field("as_of", N_("Data as of"), on.as_of, "date"),
        Field("policy", N_("Policy"), frame.policy),
        Field("policy_hash", N_("SHA-256 of the policy"), frame.policy_hash),
        Field("considered", N_("Considered"), found.considered, "integer"),
        Field("eligible", N_("Eligible"), len(found.ranked), "integer"),
        Field("undetermined", N_("Undetermined"), len(found.undetermined), "integer"),
    ]
    signers = Signatures([Signer(N_("Head of the committee")), Signer(N_("Secretary")), *[Signer(N_("Member"))] * 3])
    titles = {one.judged.person.nip: one.judged.person.full_name for one in found.ranked}
    titles.update({one.person.nip: one.person.full_name for one in (*found.undetermined, *found.excluded)})
    heads = [
        (Words("{rank}. {name} ({nip})", {"rank": one.rank, "name": titles[nip], "nip": nip}), one.judged)
        for one in found.ranked
        for nip in (one.judged.person.nip,)
    ]
    frame = frame._replace(seats=_seats(frame.seats, {one.nip: one.full_name for one in on.people}))
    listed = pictures(found, Written(written.judge, frame, written.source), None, True, all_rows=True)
    arithmetic = Words(
        N_(
            "Each value is multiplied by its share of the score; the products add up to the score."
            " Shown with two decimals, counted without rounding."
        )
    )
    return Report(
        Words(N_("Annex: candidates for {position}"), {"position": frame.position}),
        on.institution,
        on.as_of,
        fields,
        [
            Section("daftar", N_("The list"), [], [_titled(shape, titles) for shape in listed]),
            Section(
                "pemeriksaan",
                N_("Checks of each candidate"),
                [],
                [annex.checked(head, judged, written) for head, judged in heads],
            ),
            Section(
                "komponen",
                N_("Components of the score"),
                [arithmetic],
                [annex.added(head, judged, written) for head, judged in heads],
            ),
            Section("tanda-tangan", N_("Signatures"), [], [signers]),
        ],
        contents=False,
    )


def _seats(seats: Seats | None, titles: Mapping[str, str]) -> Seats | None:
    """Put the names of who holds the post, or acts in it, as a decision writes them."""
    if seats is None:
        return None
    return seats._replace(
        holders=tuple(one._replace(name=titles.get(one.nip, one.name)) for one in seats.holders),
        acting=tuple(one._replace(name=titles.get(one.nip, one.name)) for one in seats.acting),
    )


def _titled(shape: Shape, titles: Mapping[str, str]) -> Shape:
    """Put the names of a table as a decision writes them: with their titles."""
    if not isinstance(shape, Table):
        return shape
    place = {column.key: number for number, column in enumerate(shape.columns)}
    if not {"nip", "name"} <= place.keys():
        return shape
    rows = [list(row) for row in shape.rows]
    for row in rows:
        if (nip := str(row[place["nip"]])) in titles:
            row[place["name"]] = Coded(row[place["name"]], titles[nip])
    return replace(shape, rows=rows)
