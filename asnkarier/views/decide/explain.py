"""One person's chances for a post, as a tree that can be read out: rule, datum, source, article — and what would change it."""

from collections.abc import Mapping, Sequence

from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.evidence import evidence
from asnkarier.core.decide.remedy import Change, Remedy
from asnkarier.core.decide.shortlist import BOX, Judged
from asnkarier.core.numbers import unscaled
from asnkarier.views.decide import checks
from asnkarier.views.decide.listing import points_shown
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Field, Node, Record, Said, Shape, Text, Tree

COMPONENTS: Mapping[str, str] = {
    "predicate": N_("Predicate"),
    "work_result": N_("Work result"),
    "behaviour": N_("Behaviour"),
    "team_results": N_("Results of the unit led"),
    "targets": N_("Targets"),
    "consistency": N_("Consistency"),
    "competency": N_("Competency"),
    "technical": N_("Technical competency"),
    "education": N_("Education"),
    "field_of_study": N_("Field of study"),
    "training": N_("Training"),
    "experience": N_("Time in the present post"),
    "discipline": N_("Discipline"),
    "assignments": N_("Assignments"),
    "awards": N_("Awards"),
    "feedback": N_("Feedback"),
    "leadership_training": N_("Leadership training"),
    "plan_progress": N_("Progress of the plan"),
    "mentoring": N_("Mentoring"),
    "potential": N_("Potential"),
}


def change_data(change: Change) -> dict[str, object]:
    """Return one change as data."""
    entry: dict[str, object] = {"check": change.check, "needs": dict(change.needs), "date": change.on}
    if not change.possible:
        entry["possible"] = False
    return entry


def source_said(source: object) -> Words:
    """Say where a value stands."""
    if not isinstance(source, dict):
        return Words(N_("no source is on record"))
    if "entered_by" in source:
        return Words(N_("entered by {entered_by}, {at}"), {**source, "at": str(source["at"])[:10]})
    if source.get("cell"):
        return Words(N_("{file}, sheet {sheet}, cell {cell} (import {batch})"), source)
    return Words(N_("{file}, sheet {sheet}, row {row} (import {batch})"), source)


def pictures(judged: Judged, written: Written, remedy: Remedy, reason: str | None) -> list[Shape]:
    """Return the explanation for people."""
    frame, judge, person = written.frame, written.judge, judged.person
    as_of = frame.as_of
    talent = judged.talent
    who = [
        Field("nip", N_("NIP"), person.nip, "nip"),
        Field("position", N_("Position"), frame.position_of(person)),
        Field("for", N_("For the position"), frame.position),
        Field("as_of", N_("On"), as_of, "date"),
        Field("outcome", N_("Outcome"), judged.outcome, "outcome"),
        Field("box", N_("Box"), "/".join(str(box) for box in sorted(set(talent.boxes)))),
        Field("score", N_("Score"), points_shown(judged.score), "score"),
    ]
    asked = zip(judge.asked.deciding, judged.verdicts, strict=False)
    nodes = [_node(c, v, written, judged) for c, v in asked if v.why != checks.NOT_ASKED]
    box = judged.verdicts[-1]
    label = Words("{check}: {found}", {"check": Words(checks.label(BOX)), "found": checks.found(BOX, box, as_of)})
    nodes.append(Node(label, box.outcome, [Node(frame.box_article)], BOX))
    shapes: list[Shape] = [
        Record(person.full_name, who),
        Tree(N_("Requirements"), nodes),
        Tree(N_("Components of the score"), _components(judged, written), _policy(written)),
    ]
    told = [
        _node(c, v, written, judged)
        for c in judge.asked.advisory
        if (v := c.question.judge(person, judge.records)).why != checks.NOT_ASKED
    ]
    if told:
        shapes.append(Tree(N_("Told, but not part of the outcome"), told))
    if reason is not None:
        shapes.append(Text([Words(N_("Not considered in the list: {reason}."), {"reason": Words(reason)})]))
    if remedy.changes:
        shapes.append(Tree(N_("What would make the person eligible"), [change_node(c) for c in remedy.changes]))
    if remedy.eligible_on is not None:
        shapes.append(
            Text(
                [Words(N_("Eligible by time alone on {date}, if nothing else changes."), {"date": remedy.eligible_on})]
            )
        )
    return shapes


def _policy(written: Written) -> Words:
    return Words("{policy}: {basis}", {"policy": written.frame.policy, "basis": written.frame.policy_basis})


def _node(check: Check, verdict: Verdict, written: Written, judged: Judged) -> Node:
    data = check.question.trace(judged.person, written.judge.records, verdict)
    sources = [Node(source_said(written.source(judged.person.id, (datum,)))) for datum in data[:4]]
    article = Node(_article(check, written))
    return Node(checks.sentence(check, verdict, written.frame.as_of), verdict.outcome, [*sources, article], check.name)


def _article(check: Check, written: Written) -> Said:
    if check.in_force_since is None:
        return check.article or written.frame.policy_basis
    values = {"article": check.article, "since": check.in_force_since}
    return Words(N_("{article}, in force since {since}"), values)


def _components(judged: Judged, written: Written) -> list[Node]:
    axes: dict[str, list[Node]] = {"performance": [], "potential": []}
    judge = written.judge
    for name, (points, weight, axis) in judge.scorer.components(judged.person, judge.records).items():
        values: dict[str, object] = {
            "component": Words(COMPONENTS.get(name, name)),
            "weight": unscaled(weight),
            "points": points_shown(points) if points is not None else "",
        }
        text = (
            N_("{component}: does not apply, left out")
            if points is None
            else N_("{component}: {points} of 100, weight {weight}")
        )
        axes[axis].append(Node(Words(text, values), "", _evidence(name, judged, written), name))
    return [
        Node(
            Words(N_("Performance: {points}"), {"points": points_shown(judged.talent.performance)}),
            "",
            axes["performance"],
        ),
        Node(
            Words(N_("Potential: {points}"), {"points": points_shown(judged.talent.potential)}), "", axes["potential"]
        ),
    ]


def _evidence(name: str, judged: Judged, written: Written) -> list[Node]:
    judge = written.judge
    component = judge.setting.policy.components[name]
    data = evidence(component.measure, judged.person, judge.records, judge.setting, component.years)
    sources = [written.source(judged.person.id, (datum,)) for datum in data[:4]]
    return [Node(source_said(source)) for source in sources if source is not None]


def change_node(change: Change) -> Node:
    """Return one change as a line: the check, what it needs, and from when."""
    values: dict[str, object] = {"check": Words(checks.label(change.check)), "needs": _needs(change)}
    if change.on is not None:
        return Node(Words(N_("{check}: {needs}; by time alone on {date}"), {**values, "date": change.on}))
    return Node(Words("{check}: {needs}", values))


RECORDS: Mapping[str, str] = {
    "history": N_("the history of posts"),
    "discipline": N_("the register of discipline up to this day"),
    "ends_on": N_("the end of the sanction"),
    "birth_date": N_("the date of birth"),
    "status": N_("the kind of employment"),
    "education": N_("the education"),
    "evaluations": N_("the evaluations"),
}


def _needs(change: Change) -> Words:
    needs = change.needs
    if not change.possible:
        return Words(N_("only an exception the law names can help"))
    if "months_at" in needs:
        return _months(needs)
    if "evaluations" in needs or needs.get("record") == "evaluations":
        years = needs.get("evaluations") or needs.get("years") or []
        if not isinstance(years, Sequence) or not years:
            return Words(N_("the year that counts against the person must pass"))
        return Words(
            N_("evaluations of {years} of at least {predicate}"),
            {"years": [str(year) for year in years], "predicate": checks.term(needs["at_least"])},
        )
    if "assessment" in needs:
        minimum = needs["assessment"]
        jpm = minimum["jpm"] if isinstance(minimum, dict) else ""
        return Words(N_("a valid assessment with a JPM of at least {jpm} against this post"), {"jpm": str(jpm)})
    if change.check == BOX:
        return _box_needs(needs)
    if needs.get("days"):
        if needs.get("record"):
            return Words(N_("the history of posts, or {days} more days in the present post"), {"days": needs["days"]})
        return Words(N_("{days} more days in the present post"), {"days": needs["days"]})
    if "record" in needs:
        name = str(needs["record"])
        return Words(N_("record {what}"), {"what": Words(RECORDS.get(name, checks.label(name)))})
    if "until" in needs:
        return Words(N_("no new sanction until then"))
    if "years" in needs:
        return Words(N_("{years} years in such posts"), {"years": needs["years"]})
    if "to" in needs:
        wanted = needs["to"]
        values: list[object] = wanted if isinstance(wanted, list) else [wanted]
        return Words("{values}", {"values": [checks.term(value) for value in values]})
    return Words(N_("what the requirement says"))


def _months(needs: Mapping[str, object]) -> Words:
    """Say how long credit still takes, or what has to be recorded before it can be told."""
    months: Mapping[str, int | None] = needs["months_at"] if isinstance(needs["months_at"], dict) else {}
    values = {"good": months.get("baik"), "best": months.get("sangat_baik")}
    text = N_("{good} more months at Baik, {best} at Sangat Baik")
    if needs.get("record") == "credits":
        return Words(
            N_("record the last PAK of the present level; without one {months}"), {"months": Words(text, values)}
        )
    if needs.get("record") == "evaluations":
        return Words(N_("record the missing evaluations; at most {months}"), {"months": Words(text, values)})
    return Words(text, values)


def _box_needs(needs: Mapping[str, object]) -> Words:
    if "record" in needs:
        names = needs["record"] if isinstance(needs["record"], list) else []
        return Words(N_("record {what}"), {"what": [Words(COMPONENTS.get(str(name), str(name))) for name in names]})
    if "discipline" in needs:
        return Words(N_("no new sanction until then"))
    ways = needs.get("components")
    if not isinstance(ways, list):
        values = {key: f"{needs[key]:g}" for key in ("performance", "potential")}
        return Words(N_("performance of at least {performance} and potential of at least {potential}"), values)
    said = [
        Words(
            N_("{component} of at least {points}"),
            {"component": Words(COMPONENTS.get(way["component"], way["component"])), "points": f"{way['points']:g}"},
        )
        for way in ways
    ]
    return Words(N_("one of: {ways}"), {"ways": said})
