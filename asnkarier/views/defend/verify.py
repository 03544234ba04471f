"""What verifying a sealed decision found: the same, or each datum that changed and what that changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from asnkarier.views.defend.consequences import SHOWN, consequences, effect_said, more_said
from asnkarier.views.defend.seal import decree_said, grouped
from asnkarier.views.defend.verified import COLUMNS, Verified, error_said
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Node, Record, Shape, Table, Text, Tree

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
        nodes = [Node(effect_said(move)) for move in within.moved[:SHOWN]]
        shapes.append(Tree(N_("What is computed differently"), nodes, more_said(len(within.moved))))
    if since is not None and (one.differences or since.moved):
        shapes += consequences(one)
    if one.same:
        shapes.append(Text([Words(N_("Compare the digest with the one in the decree."))]))
    return shapes


def _steps(one: Verified) -> list[Node]:
    within, since = one.within, one.since
    steps = [_digest(within)]
    if within.reason is not None:
        return [*steps, Node(str(error_said(within.reason)), "not_met")]
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
        return [Node(str(error_said(since.reason)), "not_met")]
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
