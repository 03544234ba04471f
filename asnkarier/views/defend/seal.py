"""A sealed decision as data and for people."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Record, Rounded, Shape, Table

SHOWN = 20
_CANDIDATES = (
    Column("rank", N_("Rank"), "integer"),
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("box", N_("Box"), "text"),
    Column("score", N_("Score"), "score"),
)


def grouped(digest: str) -> str:
    """Return a digest in groups of eight, as it is written in a decree and read out."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def head_data(body: Mapping[str, Any], number: int | None, sha256: str) -> dict[str, object]:
    """Return what a JSON document says of a sealed decision, without its data."""
    return {
        "seal": number,
        "sha256": sha256,
        **{key: body[key] for key in ("position", "as_of", "decree", "note", "sealed_by", "sealed_at")},
        "chosen": chosen_data(body),
        "policy": {key: body["policy"][key] for key in ("name", "sha256")},
        "product": body["product"],
        **{key: body[key] for key in ("pool", "considered", "eligible", "undetermined", "excluded")},
        "rules": [
            {key: rule[key] for key in ("topic", "in_force_since", "law", "article", "sha256")}
            for rule in body["rules"]
            if rule["in_force"]
        ],
        "batches": body["batches"],
    }


def chosen_data(body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return who was chosen with the bare name, as everywhere; the titles that the decree bears stand in `full_name`."""
    chosen: Mapping[str, Any] | None = body["chosen"]
    if chosen is None:
        return None
    people = (person for key in ("candidates", "undetermined_people", "excluded_people") for person in body[key])
    name = next((person["name"] for person in people if person["nip"] == chosen["nip"]), chosen["name"])
    return {**chosen, "name": name, "full_name": chosen["name"]}


_FLAT = (
    "rank tied best_rank worst_rank nip name full_name outcome id position move box boxes score score_low score_high talent performance "
    "performance_low performance_high potential potential_low potential_high ceiling"
)
"""The columns of csv, be there a row or none."""


def flat(body: Mapping[str, Any]) -> Table:
    """Return everyone whom a sealed decision judged as programs read them, but for the parts of each."""
    people = (person for key in ("candidates", "undetermined_people", "excluded_people") for person in body[key])
    return listed.table(
        ({key: value for key, value in person.items() if not _in_parts(value)} for person in people),
        _FLAT,
    )


def _in_parts(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def pictures(body: Mapping[str, Any], number: int | None, sha256: str) -> list[Shape]:
    """Return a sealed decision for people: what was decided, by what, and the candidates."""
    title = (
        Words(N_("Sealed decision {number}"), {"number": str(number)})
        if number is not None
        else Words(N_("Sealed decision"))
    )
    position = body["position"]
    fields = [
        Field("position", N_("Position"), position["name"]),
        Field("unit", N_("Unit"), position["unit"]),
        Field("as_of", N_("Data as of"), date.fromisoformat(body["as_of"]), "date"),
        Field("decree", N_("Decree"), decree_said(body)),
        *([Field("note", N_("Note"), body["note"])] if body["note"] else []),
        Field("chosen", N_("Chosen"), chosen_said(body["chosen"])),
        Field("sealed_by", N_("Sealed by"), _by(body)),
        Field("policy", N_("Policy"), body["policy"]["name"]),
        Field("considered", N_("Considered"), body["considered"], "integer"),
        Field("eligible", N_("Eligible"), body["eligible"], "integer"),
        Field("undetermined", N_("Undetermined"), body["undetermined"], "integer"),
        Field("excluded", N_("Not eligible"), len(body["excluded_people"]), "integer"),
        Field("sha256", N_("Digest (SHA-256)"), grouped(sha256)),
    ]
    candidates: Sequence[Mapping[str, Any]] = body["candidates"]
    rows = [
        (p["rank"], p["name"], p["nip"], "/".join(map(str, p["boxes"])), score_said(p["score_low"], p["score_high"]))
        for p in candidates[:SHOWN]
    ]
    more = len(candidates) - len(rows)
    caption = Words(N_("{more} more stand in the sealed decision."), {"more": more}) if more > 0 else ""
    return [
        Record(title, fields),
        Table(N_("Candidates"), _CANDIDATES, rows, caption, N_("Nobody meets every requirement for sure.")),
    ]


def score_said(low: object, high: object) -> object:
    """Return a score of a document for people: a number, or both ends of a range."""
    ends = [Rounded(Decimal(repr(value))) for value in (low, high)]
    return ends[0] if low == high else Words("{low}–{high}", {"low": ends[0], "high": ends[1]})


def _by(body: Mapping[str, Any]) -> str:
    return f"{body['sealed_by']}, {str(body['sealed_at'])[:16].replace('T', ' ')} UTC"


def decree_said(body: Mapping[str, Any]) -> object:
    """Return the number of the decree; that none was stated is said: a list may be sealed before its decree is signed."""
    return body["decree"] or Words(N_("not stated"))


def chosen_said(chosen: Mapping[str, Any] | None) -> Words:
    """Say who was chosen, at which rank, and why."""
    if chosen is None:
        return Words(N_("not stated"))
    values = {**chosen, "reason": chosen["reason"] or "–"}
    if chosen["rank"] is not None:
        return Words(N_("{name} ({nip}), rank {rank}; reason: {reason}"), values)
    if chosen["outcome"] == "unknown":
        return Words(N_("{name} ({nip}), undetermined by the list; reason: {reason}"), values)
    return Words(N_("{name} ({nip}), NOT ELIGIBLE by the list; reason: {reason}"), values)


def sealed_notes(body: Mapping[str, Any], number: int, output: Path | None) -> list[Words]:
    """Return what to do with a decision just sealed."""
    notes = [
        Words(N_("Write the digest into the decree: only there is it safe from whoever can write to this file.")),
        Words(N_("To see whether it is still the same: asnkarier verify {number}"), {"number": str(number)}),
    ]
    if output is not None:
        notes.append(Words(N_("{path} can be verified without the database."), {"path": str(output)}))
    else:
        values = {"number": str(number)}
        notes.append(Words(N_("To hand it over: asnkarier seals export {number} -o FILE"), values))
    chosen = body["chosen"]
    if chosen is not None and chosen["outcome"] != "met":
        notes.insert(
            0, Words(N_("The person chosen is not eligible by the list; the reason stated is sealed with it."))
        )
    return notes


_LIST = (
    Column("seal", N_("Seal"), "integer"),
    Column("position", N_("Position")),
    Column("as_of", N_("Data as of"), "date"),
    Column("decree", N_("Decree")),
    Column("chosen", N_("Chosen")),
    Column("sealed_by", N_("Sealed by")),
    Column("sealed_at", N_("When (UTC)"), "code"),
)


def listing(rows: Sequence[Sequence[object]]) -> Table:
    """Return the list of sealed decisions."""
    return Table(N_("Sealed decisions"), _LIST, rows, "", N_("Nothing is sealed yet."))
