"""What changed since a decision was sealed, for people: who stands elsewhere through which datum, and by whose entry."""

from datetime import date
from typing import Any

from asnkarier.core.defend.differences import Moved, Standing
from asnkarier.views.decide import checks
from asnkarier.views.defend.seal import score_said
from asnkarier.views.defend.verified import EFFECTS, WHAT, Difference, Verified
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Node, Shape, Tree

SHOWN = 40
"""How many people and data are shown; a JSON document has them all."""


def consequences(one: Verified) -> list[Shape]:
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
        moved.append(Node(effect_said(move), "", nodes))
    if moved:
        title = N_("Who stands elsewhere today, and through what")
        shapes.append(Tree(title, moved[:SHOWN], more_said(len(moved))))
    rest = [
        Node(Words("{name} ({nip})", {"name": about[0].name, "nip": nip}), "", [_datum(d) for d in about])
        if nip is not None
        else Node(N_("Posts, units and registers"), "", [_datum(d) for d in about[:SHOWN]])
        for nip, about in own.items()
    ]
    if rest:
        title = N_("What else has changed")
        shapes.append(Tree(title, rest[:SHOWN], more_said(len(rest))))
    return shapes


def more_said(count: int) -> Words | str:
    """Say how many more there are than are shown."""
    return Words(N_("{more} more with --format json."), {"more": count - SHOWN}) if count > SHOWN else ""


def _datum(one: Difference) -> Node:
    values = {"about": one.about, "what": Words(WHAT[one.what]), "said": one.said}
    text = "{about}, {what}: {said}" if one.said else "{about}, {what}"
    return Node(Words(text, values), "", [Node(_entry(one.entry))])


def effect_said(move: Moved) -> Words:
    """Say where somebody stood and stands."""
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
