"""What a sealed decision answers about one person: where the person stands in it, or why not at all."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from asnkarier.core.decide.shortlist import Judge, Judged
from asnkarier.core.person import Person
from asnkarier.views.decide.listing import REASONS
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.defend.seal import score_said
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Text


class Answer(NamedTuple):
    """One person judged for a post; `reason` says why the list does not consider the person."""

    person: Person
    judge: Judge
    judged: Judged
    written: Written
    reason: str | None


class Sealed(NamedTuple):
    """What a sealed decision says of one person; `answer` is None for who was not considered, `reason` why."""

    body: Mapping[str, Any]
    sha256: str
    number: int
    answer: Answer | None
    reason: str | None
    entry: Mapping[str, Any] | None
    """The person's line in the document."""
    nip: str


def sealed_data(found: Sealed) -> dict[str, object]:
    """Return what a JSON document says of the decision and of the person's place in it."""
    body, entry = found.body, found.entry
    return {
        "nip": found.nip,
        "position": body["position"]["name"],
        "unit": body["position"]["unit"],
        "as_of": body["as_of"],
        "seal": {
            "seal": found.number,
            "decree": body["decree"],
            "sealed_at": body["sealed_at"],
            "sha256": found.sha256,
            "considered": body["considered"],
            "eligible": body["eligible"],
            "undetermined": body["undetermined"],
        },
        "considered": entry is not None,
        "not_considered": found.reason,
        "outcome": entry["outcome"] if entry else None,
        "rank": entry.get("rank") if entry else None,
    }


def place_said(found: Sealed, *, addressed: bool = False) -> list[Words]:
    """Say how many were considered and where the person stands, without naming anybody else; `addressed`: to the person."""
    body, entry = found.body, found.entry
    values: dict[str, object] = {
        "decree": body["decree"],
        "position": body["position"]["name"],
        "as_of": date.fromisoformat(body["as_of"]),
        "considered": body["considered"],
        "eligible": body["eligible"],
    }
    based = (
        N_(
            "The list for {position} that decree {decree} rests on was made of the data as of {as_of}."
            " {considered} people were considered; {eligible} of them met every requirement."
        )
        if body["decree"]
        else N_(
            "The list for {position} was made of the data as of {as_of}."
            " {considered} people were considered; {eligible} of them met every requirement."
        )
    )
    said = [Words(based, values)]
    if entry is None:
        why = REASONS.get(found.reason or "", found.reason or "")
        text = (
            N_("You were not among those considered: {reason}.")
            if addressed
            else N_("The person was not among those considered: {reason}.")
        )
        said.append(Words(text, {"reason": Words(why)}))
        return said
    score = score_said(entry["score_low"], entry["score_high"])
    if entry.get("rank") is not None:
        placed = {"rank": str(entry["rank"]), "eligible": body["eligible"], "score": score}
        text = (
            N_("You met every requirement and stood at rank {rank} of {eligible}, with {score}.")
            if addressed
            else N_("The person met every requirement and stood at rank {rank} of {eligible}, with {score}.")
        )
        said.append(Words(text, placed))
        if entry.get("tied"):
            said.append(Words(N_("The place was shared: no stated rule tells those on it apart.")))
    elif entry["outcome"] == "unknown":
        text = (
            N_("Whether you met every requirement could not be told, so there was no rank.")
            if addressed
            else N_("Whether the person met every requirement could not be told, so there was no rank.")
        )
        said.append(Words(text))
    else:
        text = (
            N_("You did not meet every requirement, so there was no rank.")
            if addressed
            else N_("The person did not meet every requirement, so there was no rank.")
        )
        said.append(Words(text))
    return said


def sealed_head(found: Sealed) -> Text:
    """Return the same as paragraphs above the explanation."""
    return Text(place_said(found))
