"""explain: every rule, its datum, its source and its article for one person and post, and what would change the outcome.

Of a sealed decision it tells the same by the sealed data; `--versus` sets two people side by side.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.deciding import perhaps_own_law
from asnkarier.commands.decide.defend.answering import about, answer, answer_sealed
from asnkarier.commands.parameters import NIP, POLICY, option
from asnkarier.core.decide.remedy import Remedy, remedy
from asnkarier.core.defend.contributions import compared, contributions
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.views.decide.explain import change_data, pictures, requirement_rows
from asnkarier.views.decide.listing import REASONS
from asnkarier.views.defend import letter as letters
from asnkarier.views.defend import versus as beside
from asnkarier.views.defend.answer import Answer, Sealed, sealed_data, sealed_head
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape, Table

_FLAT = (
    "check outcome value required article in_force_since why confidence source.file source.sheet source.row "
    "source.cell source.entered_by source.at source.batch"
)
"""The columns of csv, be there a row or none."""


def run(
    db: Database,
    as_of: date,
    nip: Annotated[str, NIP],
    target_post: Annotated[
        str | None,
        option(
            "--for",
            "--untuk",
            help=N_("The position the person would be appointed to."),
            metavar=N_("POSITION"),
            completes="position",
        ),
    ] = None,
    versus: Annotated[
        str | None,
        option(
            "--versus",
            "--dibanding",
            help=N_("Set this other person beside the first (for the officer, not for either of them)."),
            metavar=N_("NIP"),
            completes="nip",
        ),
    ] = None,
    seal: Annotated[
        int | None,
        option("--seal", "--kunci", help=N_("Answer about this sealed decision, by its own data."), metavar=N_("SEAL")),
    ] = None,
    letter: Annotated[
        bool,
        option(
            "--letter", "--surat", help=N_("Write the answer as a letter to the person, without anybody else's data.")
        ),
    ] = False,
    policy_name: Annotated[str | None, POLICY] = None,
) -> Result:
    """Judge one person for a post and explain it."""
    if seal is not None:
        if target_post is not None or (letter and versus is not None):
            raise Usage("explain_seal_alone", {})
        found = answer_sealed(db, seal, nip)
        if versus is not None:
            return _versus_sealed(found, answer_sealed(db, seal, versus))
        return _letter(found) if letter else _of_sealed(found)
    if letter:
        raise Usage("letter_needs_seal", {})
    if target_post is None:
        raise Usage("explain_needs_post", {})
    ready = about(db, as_of, target_post, policy_name)
    if versus is not None:
        return _versus(answer(ready, nip), answer(ready, versus))
    said = _of(answer(ready, nip))
    return replace(said, notes=[*said.notes, *perhaps_own_law(ready.target, ready.base)])


def _of(found: Answer) -> Result:
    needs = remedy(found.judge, found.judged, on_duty=found.reason != "not_on_duty")

    def shapes() -> list[Shape]:
        said = None if found.reason is None else REASONS.get(found.reason, found.reason)
        return pictures(found.judged, found.written, needs, said)

    nip = {"nip": found.person.nip}
    hints = [Words(N_("The way there, step by step: asnkarier path {nip}"), nip)]
    return Result(
        lambda: _document(found, needs),
        shapes,
        sheets=lambda: [requirement_rows(found.judged, found.written), *shapes()],
        flat=lambda: _flat(found),
        hints=hints,
    )


def _flat(found: Answer) -> Table:
    """Return the requirements as programs read them, of a sealed decision too."""
    return listed.table(map(_plain, found.written.checks(found.judged)), _FLAT)


def _plain(check: Mapping[str, object]) -> dict[str, object]:
    """Return a check with a value of several parts in one cell: what they are differs from check to check."""
    parts = {key: value for key in ("value", "required") if isinstance(value := check[key], Mapping)}
    return {**check, **{key: listed.in_one_cell(value) for key, value in parts.items()}}


def _document(found: Answer, needs: Remedy) -> dict[str, object]:
    judged, written = found.judged, found.written
    frame, person = written.frame, found.person
    whole = written.person(judged)
    return {
        "nip": person.nip,
        "name": person.name,
        "position": frame.position,
        "unit": frame.unit,
        "as_of": frame.as_of,
        "outcome": judged.outcome,
        "considered": found.reason is None,
        "not_considered": found.reason,
        "checks": whole.pop("checks"),
        "changes": [change_data(change) for change in needs.changes],
        "eligible_on": needs.eligible_on,
        "not_before": needs.not_before,
        "provided": [change_data(change) for change in needs.meanwhile],
        "policy": {"name": frame.policy, "sha256": frame.policy_hash},
        "present": {key: whole[key] for key in ("position", "move")},
        **{key: value for key, value in whole.items() if key not in ("nip", "name", "position", "outcome", "move")},
    }


def _of_sealed(found: Sealed) -> Result:
    live = found.answer
    if live is None:
        return Result(sealed_data(found), [sealed_head(found)], flat=lambda: listed.table((), _FLAT))
    needs = remedy(live.judge, live.judged)
    return Result(
        lambda: {**_document(live, needs), **sealed_data(found)},
        lambda: [sealed_head(found), *pictures(live.judged, live.written, needs, None)],
        flat=lambda: _flat(live),
    )


def _letter(found: Sealed) -> Result:
    needs = remedy(found.answer.judge, found.answer.judged) if found.answer is not None else None
    report = letters.letter(found, needs)
    data = {**sealed_data(found), "letter": letters.paragraphs(report)}
    return Result(data, letters.pages(report), report=lambda: report)


def _versus(one: Answer, other: Answer) -> Result:
    pairs = compared(contributions(one.judge, one.judged), contributions(other.judge, other.judged))
    return Result(lambda: beside.data(one, other, pairs), lambda: beside.pictures(one, other, pairs))


def _versus_sealed(one: Sealed, other: Sealed) -> Result:
    for found in (one, other):
        if found.answer is None:
            raise Usage("seal_without_person", {"seal": found.number, "nip": found.nip})
    assert one.answer is not None  # noqa: S101 - told above
    assert other.answer is not None  # noqa: S101 - told above
    return _versus(one.answer, other.answer)
