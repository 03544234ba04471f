"""What verifying a sealed decision found: the same, or each datum that changed and what that changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from asnkarier.core.defend.differences import Moved, Standing
from asnkarier.core.errors import AsnError
from asnkarier.views.decide import checks
from asnkarier.views.defend.seal import decree_said, grouped, score_said
from asnkarier.views.language import N_, Words
from asnkarier.views.messages import said as message_of
from asnkarier.views.shapes import Column, Field, Node, Record, Shape, Table, Text, Tree


class Entry(Protocol):
    """One entry of the log."""

    batch: int
    entered_by: str
    entered_at: str
    command: str
    reason: str | None
    file: str | None
    sheet: str | None
    row: int | None


class Difference(NamedTuple):
    """One datum that differs: whose, which, from what to what, and by which entry; None where the log explains nothing."""

    table: str
    what: str
    nip: str | None
    name: str | None
    about: str
    said: str
    fields: Mapping[str, tuple[object, ...]]
    entry: Any


class Verified(NamedTuple):
    """One sealed decision verified. `within` and `since` are what `verifying` found; `since` None: not compared with the file."""

    number: int | None
    file: str | None
    body: Mapping[str, Any]
    within: Any
    since: Any
    differences: Sequence[Difference]
    same: bool


WHAT: Mapping[str, str] = {
    "added": N_("recorded since"),
    "removed": N_("removed since"),
    "changed": N_("changed since"),
}
EFFECTS: Mapping[str, str] = {
    "enters": N_("enters the candidates"),
    "leaves": N_("leaves the candidates"),
    "rank": N_("changes rank"),
    "outcome": N_("is judged otherwise"),
    "score": N_("keeps the place"),
    "joins": N_("is considered now"),
    "gone": N_("is not considered any more"),
}
COLUMNS: Mapping[str, str] = {
    "position_id": N_("position"),
    "as_of": N_("day"),
    "decree": N_("decree"),
    "note": N_("note"),
    "sealed_by": N_("who sealed it"),
    "sealed_at": N_("when it was sealed"),
}


def data(found: Verified) -> dict[str, object]:
    """Return one verification as data."""
    within, since = found.within, found.since
    return {
        "seal": found.number,
        "file": found.file,
        "position": found.body["position"]["name"] if found.body else None,
        "as_of": found.body.get("as_of"),
        "decree": found.body.get("decree"),
        "same": found.same,
        "digest": {
            "computed": within.digest,
            "sealed": within.expected or None,
            "logged": within.logged,
            "same": within.sealed,
            "row_differs": list(within.columns),
            "other_seals": list(within.others),
            "gone": within.gone,
        },
        "computed_again": {
            "same": within.computed,
            "arithmetic": list(within.arithmetic),
            "policy": within.policy,
            "rules": list(within.rules),
            "moved": [_moved(one) for one in within.moved],
            "error": _error(within.reason),
            "differs": list(within.differs),
        },
        "today": None
        if since is None
        else {
            "same": since.same,
            "changes": [_difference(one) for one in found.differences],
            "rules": list(since.rules),
            "moved": [_moved(one) for one in since.moved],
            "error": _error(since.reason),
        },
    }


def _error(error: AsnError | None) -> str | None:
    return None if error is None else message_of(error.code, error.values)[0]


def _difference(one: Difference) -> dict[str, object]:
    entry = one.entry
    return {
        "nip": one.nip,
        "name": one.name,
        "table": one.table,
        "change": one.what,
        "about": one.about,
        "fields": {name: list(pair) for name, pair in one.fields.items()},
        "entry": None
        if entry is None
        else {
            "batch": entry.batch,
            "by": entry.entered_by,
            "at": entry.entered_at,
            "command": entry.command,
            "reason": entry.reason,
            "file": entry.file,
            "sheet": entry.sheet,
            "row": entry.row,
        },
    }


def _moved(one: Moved) -> dict[str, object]:
    standing = one.before or one.now
    return {
        "nip": standing.nip if standing else None,
        "name": standing.name if standing else None,
        "effect": one.effect,
        "before": _standing(one.before),
        "now": _standing(one.now),
    }


def _standing(found: Standing | None) -> dict[str, object] | None:
    if found is None:
        return None
    return {
        "outcome": found.outcome,
        "rank": found.rank,
        "score_low": found.score[0],
        "score_high": found.score[1],
        "boxes": list(found.boxes),
        "failing": list(found.failing),
    }


SHOWN = 40
"""How many people and data are shown; a JSON document has them all."""
_LIST = (
    Column("seal", N_("Seal"), "integer"),
    Column("position", N_("Position")),
    Column("as_of", N_("Data as of"), "date"),
    Column("decree", N_("Decree")),
    Column("verdict", N_("Verdict")),
)


def pictures(found: Sequence[Verified], gone: Sequence[Any] = (), *, whole: bool) -> list[Shape]:
    """Return verifications for people: one in full, or a line for each."""
    if whole:
        return [shape for one in found for shape in _whole(one)]
    rows = [
        (
            one.number,
            one.body["position"]["name"] if one.body else None,
            date.fromisoformat(one.body["as_of"]) if one.body else None,
            one.body.get("decree"),
            Words(_short(one)),
        )
        for one in found
    ]
    shapes: list[Shape] = [Table(N_("Sealed decisions"), _LIST, rows, "", N_("Nothing is sealed yet."))]
    differing = [str(one.number) for one in found if not one.same]
    if differing:
        said = Words(N_("What differs in each: asnkarier verify {numbers}"), {"numbers": differing[0]})
        shapes.append(Text([said]))
    if gone:
        shapes.append(Table(N_("Sealed, but gone from the database"), GONE, [tuple(one) for one in gone], GONE_SAID))
    return shapes


GONE = (
    Column("number", N_("Seal"), "integer"),
    Column("sealed_at", N_("When (UTC)"), "code"),
    Column("sealed_by", N_("By")),
    Column("decree", N_("Decree")),
    Column("sha256", N_("Digest (SHA-256)"), "code"),
)
GONE_SAID = N_(
    "The log has them; somebody took them out outside asnkarier. Compare with a backup from before, or verify the files that were exported."
)


def _short(one: Verified) -> str:
    if one.same:
        return N_("the same")
    if one.within.others:
        return N_("NOT what was sealed: another document stands in this database")
    if one.within.gone is not None:
        return N_("sealed, but taken out of this database")
    if one.within.reason and one.within.sealed:
        return N_("cannot be computed again: what it holds does not fit together")
    if not one.within.sealed or one.within.reason:
        return N_("NOT what was sealed: the document was changed or damaged")
    if not one.within.computed:
        return N_("this program computes it differently")
    if one.since.moved:
        return N_("data changed since, and the list with them")
    return N_("data changed since, without consequence for the list")


def _whole(one: Verified) -> list[Shape]:
    body, within, since = one.body, one.within, one.since
    title = (
        Words(N_("Sealed decision {number}"), {"number": str(one.number)})
        if one.number is not None
        else Words(N_("Sealed decision"))
    )
    fields = []
    if body:
        fields = [
            Field("position", N_("Position"), body["position"]["name"]),
            Field("as_of", N_("Data as of"), date.fromisoformat(body["as_of"]), "date"),
            Field("decree", N_("Decree"), decree_said(body)),
            Field("sealed_by", N_("Sealed by"), f"{body['sealed_by']}, {str(body['sealed_at'])[:10]}"),
        ]
    fields.append(Field("verdict", N_("Verdict"), Words(_short(one))))
    fields.append(Field("sha256", N_("Digest (SHA-256)"), grouped(within.digest)))
    shapes: list[Shape] = [Record(title, fields), Tree(N_("What was verified"), list(_steps(one)))]
    if within.moved:
        nodes = [Node(_effect(move)) for move in within.moved[:SHOWN]]
        shapes.append(Tree(N_("What is computed differently"), nodes, _more(len(within.moved))))
    if since is not None and (one.differences or since.moved):
        shapes += _consequences(one)
    if one.same:
        shapes.append(Text([Words(N_("Compare the digest with the one in the decree."))]))
    return shapes


def _steps(one: Verified) -> list[Node]:
    within, since = one.within, one.since
    steps = [_digest(within)]
    if within.reason is not None:
        return [*steps, Node(str(_error(within.reason)), "not_met")]
    people = sum(len(one.body[part]) for part in ("candidates", "undetermined_people", "excluded_people"))
    if within.arithmetic:
        lines = [_line(line) for line in within.arithmetic[:10]]
        said = Words(N_("Sums, ranks and outcomes do not add up: {lines}"), {"lines": lines})
    else:
        said = Words(N_("Sums, ranks and outcomes of {people} {people:person|people} add up"), {"people": people})
    steps.append(Node(said, _mark(not within.arithmetic)))
    steps.append(
        Node(Words(N_("The policy is the one whose hash was sealed")), "met")
        if within.policy
        else Node(Words(N_("The policy is not the one whose hash was sealed")), "not_met")
    )
    steps.append(
        Node(
            Words(N_("The rules are not those whose hash was sealed: {topics!w}"), {"topics": list(within.rules)}),
            "not_met",
        )
        if within.rules
        else Node(Words(N_("The rules are those whose hashes were sealed")), "met")
    )
    again = (
        N_("Computed again from its own data, policy and rules: the same")
        if within.details
        else N_("Computed again from its own data, policy and rules: not the same")
    )
    steps.append(Node(Words(again), _mark(within.details), [Node(_line(line)) for line in within.differs[:SHOWN]]))
    if since is None:
        steps.append(Node(Words(N_("Not compared with a database")), "unknown"))
    else:
        steps += _today(one)
    return steps


def _today(one: Verified) -> list[Node]:
    since = one.since
    if since.reason is not None:
        return [Node(str(_error(since.reason)), "not_met")]
    steps = []
    count = len(one.differences)
    changed = Words(N_("Recorded otherwise today in the database: {count} data about that day"), {"count": count})
    steps.append(
        Node(changed, "not_met") if count else Node(Words(N_("The database says the same of that day today")), "met")
    )
    steps += [
        Node(Words(N_("The rule {topic!w} says something else of that day now ({law})"), rule), "not_met")
        for rule in since.rules
    ]
    if since.moved:
        said = Words(
            N_("Computed again from today's data: {count} {count:person stands|people stand} elsewhere"),
            {"count": len(since.moved)},
        )
        steps.append(Node(said, "not_met"))
    else:
        steps.append(Node(Words(N_("Computed again from today's data: the same list")), "met"))
    return steps


def _digest(within: Any) -> Node:
    if within.others:
        numbers = [str(number) for number in within.others]
        text = N_(
            "Another document stands in this database for this decree, or this post and day: sealed decision {seals}"
        )
        return Node(Words(text, {"seals": numbers}), "not_met")
    if within.gone is not None:
        text = N_("The log has it as sealed decision {seal}, but it is gone from this database")
        return Node(Words(text, {"seal": str(within.gone)}), "not_met")
    if within.columns:
        named = [Words(COLUMNS.get(name, name)) for name in within.columns]
        return Node(Words(N_("The database says otherwise than the document: {what}"), {"what": named}), "not_met")
    if not within.sealed:
        values = {"now": grouped(within.digest)[:17], "sealed": grouped(within.expected or within.logged or "")[:17]}
        return Node(
            Words(N_("The document is not what was sealed: its digest is {now}…, sealed was {sealed}…"), values),
            "not_met",
        )
    if within.logged:
        return Node(
            Words(N_("The document is what was sealed: its digest, the one beside it and the log's agree")), "met"
        )
    if within.expected:
        return Node(Words(N_("The document is what was sealed: its digest and the one beside it agree")), "met")
    return Node(Words(N_("No digest stands beside the document; compare it with the decree")), "unknown")


_LINES: Mapping[str, str] = {
    "rank": N_("rank"),
    "outcome": N_("outcome"),
    "performance": N_("performance"),
    "potential": N_("potential"),
    "score": N_("score"),
    "eligible": N_("how many are eligible"),
    "undetermined": N_("how many are undetermined"),
    "considered": N_("how many were considered"),
    "pool": N_("the counts of the pool"),
    "chosen": N_("who was chosen, or where in the list"),
    "name": N_("name"),
    "full_name": N_("name with titles"),
    "checks": N_("requirements"),
    "components": N_("components"),
}


def _line(line: str) -> Words:
    """Say what does not follow: of whom, and what."""
    nip, _, what = line.rpartition(" ")
    said = Words(_LINES[what]) if what in _LINES else what
    return Words("{nip}: {what}", {"nip": nip, "what": said}) if nip else Words("{what}", {"what": said})


def _mark(fine: bool) -> Any:
    return "met" if fine else "not_met"


def _consequences(one: Verified) -> list[Shape]:
    """Return who stands elsewhere with what changed about each, and what changed without consequence."""
    own: dict[str | None, list[Difference]] = {}
    whole = {(d.nip, d.what) for d in one.differences if d.table == "assessment"}
    for difference in one.differences:
        # Who was assessed since has nine new levels as well; the assessment says it all.
        if difference.table != "assessment_level" or (difference.nip, difference.what) not in whole:
            own.setdefault(difference.nip, []).append(difference)
    shapes: list[Shape] = []
    moved = []
    for move in one.since.moved:
        standing = move.before or move.now
        about = own.pop(standing.nip, [])
        nodes = [_datum(d) for d in about] or [Node(N_("nothing about this person has changed, but about others"))]
        moved.append(Node(_effect(move), "", nodes))
    if moved:
        title = N_("Who stands elsewhere today, and through what")
        shapes.append(Tree(title, moved[:SHOWN], _more(len(moved))))
    rest = [
        Node(Words("{name} ({nip})", {"name": about[0].name, "nip": nip}), "", [_datum(d) for d in about])
        if nip is not None
        else Node(N_("Posts, units and registers"), "", [_datum(d) for d in about[:SHOWN]])
        for nip, about in own.items()
    ]
    if rest:
        title = N_("What else has changed")
        shapes.append(Tree(title, rest[:SHOWN], _more(len(rest))))
    return shapes


def _more(count: int) -> Words | str:
    return Words(N_("{more} more with --format json."), {"more": count - SHOWN}) if count > SHOWN else ""


def _datum(one: Difference) -> Node:
    values = {"about": one.about, "what": Words(WHAT[one.what]), "said": one.said}
    text = "{about}, {what}: {said}" if one.said else "{about}, {what}"
    return Node(Words(text, values), "", [Node(_entry(one.entry))])


def _effect(move: Moved) -> Words:
    standing = move.before or move.now
    values = {
        "name": standing.name if standing else "",
        "nip": standing.nip if standing else "",
        "effect": Words(EFFECTS[move.effect]),
        "before": _place(move.before),
        "now": _place(move.now),
    }
    if move.effect == "score" and move.before and move.now:
        scores = {"before": score_said(*move.before.score), "now": score_said(*move.now.score)}
        return Words(N_("{name} ({nip}) keeps the place; score {before} → {now}"), {**values, **scores})
    return Words(N_("{name} ({nip}) {effect}: {before} → {now}"), values)


def _entry(entry: Any) -> Words:
    if entry is None:
        return Words(N_("no entry of the log: changed outside of asnkarier"))
    values = {
        "batch": str(entry.batch),
        "by": entry.entered_by,
        "at": date.fromisoformat(entry.entered_at[:10]),
        "command": entry.command,
        "file": entry.file or "",
        "sheet": entry.sheet or "",
        "row": str(entry.row or ""),
        "reason": entry.reason or "",
    }
    if entry.file:
        return Words(N_("import {batch} by {by} on {at}: {file}, sheet {sheet}, row {row}"), values)
    if entry.reason:
        return Words(N_("entry {batch} ({command}) by {by} on {at}: {reason}"), values)
    return Words(N_("entry {batch} ({command}) by {by} on {at}"), values)


def _place(found: Standing | None) -> Words:
    if found is None:
        return Words(N_("not in the pool"))
    if found.rank is not None:
        return Words(N_("rank {rank}, score {score}"), {"rank": str(found.rank), "score": score_said(*found.score)})
    failing = [Words(checks.label(name)) for name in found.failing]
    text = N_("undetermined ({checks})") if found.outcome == "unknown" else N_("not eligible ({checks})")
    return Words(text, {"checks": failing})
