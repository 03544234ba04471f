"""One person's chances for a post, as a tree that can be read out: rule, datum, source, article — and what would change it."""

from collections.abc import Mapping, Sequence

from asnkarier.core.decide.check import Check, Datum, Verdict
from asnkarier.core.decide.checks.personal import appointed_by_nip
from asnkarier.core.decide.evaluated import BY_YEAR, years_of
from asnkarier.core.decide.evidence import evidence
from asnkarier.core.decide.remedies.change import DUTY, Change, Remedy
from asnkarier.core.decide.shortlist import BOX, Judged
from asnkarier.core.defend.contributions import AXES, Contribution, contributions
from asnkarier.views.decide import checks, spoken
from asnkarier.views.decide.components import COMPONENTS
from asnkarier.views.decide.listing import points_shown, score_said, without_technical
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Field, Node, Record, Rounded, Said, Shape, Table, Text, Tree


def change_data(change: Change) -> dict[str, object]:
    """Return one change as data."""
    entry: dict[str, object] = {"check": change.check, "needs": dict(change.needs), "date": change.on}
    if not change.possible:
        entry["possible"] = False
    if change.on is not None and not change.alone:
        entry["by_time_alone"] = False
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
    who = [
        Field("nip", N_("NIP"), person.nip, "nip"),
        Field("position", N_("Position"), frame.position_of(person)),
        Field("for", N_("For the position"), frame.position),
        Field("as_of", N_("On"), frame.as_of, "date"),
        Field("outcome", N_("Outcome"), judged.outcome, "outcome"),
        Field("box", N_("Box"), "/".join(str(box) for box in sorted(set(judged.talent.boxes)))),
        Field("score", N_("Score"), points_shown(judged.score), "score"),
    ]
    shapes: list[Shape] = [Record(person.full_name, who), requirements(judged, written), score(judged, written)]
    told = [
        _node(c, v, written, judged)
        for c in judge.asked.advisory
        if (v := c.question.judge(person, judge.records)).why != checks.NOT_ASKED
    ]
    if told:
        shapes.append(Tree(N_("Told, but not part of the outcome"), told))
    if reason is not None:
        shapes.append(Text([Words(N_("Not considered in the list: {reason}."), {"reason": Words(reason)})]))
    return [*shapes, *ways(remedy)]


def requirements(judged: Judged, written: Written) -> Tree:
    """Return every requirement as a sentence, with where its data stand and by which article it is asked."""
    asked = zip(written.judge.asked.deciding, judged.verdicts, strict=False)
    nodes = [_node(c, v, written, judged) for c, v in asked if v.why != checks.NOT_ASKED]
    verdict = judged.verdicts[-1]
    if written.judge.asks_box:
        nodes.append(Node(spoken.box(verdict, written.judge), verdict.outcome, [Node(written.frame.box_article)], BOX))
    return Tree(N_("Requirements"), nodes)


_CHECKS = (
    Column("check", N_("Requirement")),
    Column("outcome", N_("Outcome"), "outcome"),
    Column("said", N_("What was found")),
    Column("source", N_("Source")),
    Column("article", N_("Article")),
)


def requirement_rows(judged: Judged, written: Written) -> Table:
    """Return the requirements as a table: a row each, for programs and workbooks."""
    tree = requirements(judged, written)
    rows = [
        (
            Coded(node.key, Words(checks.label(node.key))),
            node.outcome,
            node.label,
            [one.label for one in node.children[:-1]],
            node.children[-1].label,
        )
        for node in tree.nodes
    ]
    return Table(tree.title, _CHECKS, rows, _policy(written))


def ways(remedy: Remedy) -> list[Shape]:
    """Return what would make the person eligible, and when time alone does."""
    shapes: list[Shape] = []
    if remedy.changes:
        shapes.append(Tree(N_("What would make the person eligible"), [change_node(c) for c in remedy.changes]))
    if remedy.eligible_on is not None:
        day = Words(N_("Eligible by time alone on {date}, if nothing else changes."), {"date": remedy.eligible_on})
    elif remedy.not_before is not None:
        day = Words(N_("With all of this, eligible on {date} at the earliest."), {"date": remedy.not_before})
    else:
        return shapes
    shapes.append(Text([day]))
    if remedy.meanwhile:
        nodes = [change_node(change) for change in remedy.meanwhile]
        shapes.append(Tree(N_("Provided that by that day there is"), nodes))
    return shapes


def _policy(written: Written) -> Words:
    return Words("{policy}: {basis}", {"policy": written.frame.policy, "basis": written.frame.policy_basis})


def _node(check: Check, verdict: Verdict, written: Written, judged: Judged) -> Node:
    data = check.question.trace(judged.person, written.judge.records, verdict)
    article = Node(_article(check, written))
    return Node(
        spoken.spoken(check, verdict, written.judge),
        verdict.outcome,
        [*_sources(data, judged, written), article],
        check.name,
    )


def _sources(data: Sequence[Datum], judged: Judged, written: Written) -> list[Node]:
    """Return where data stand: each place once; data without any are said to be so once."""
    found = [source_said(written.source(judged.person.id, (datum,))) for datum in data[:4]]
    return [Node(said) for place, said in enumerate(found) if said not in found[:place]]


def _article(check: Check, written: Written) -> Said:
    if check.in_force_since is None:
        return check.article or written.frame.policy_basis
    values = {"article": check.article, "since": check.in_force_since}
    return Words(N_("{article}, in force since {since}"), values)


def score(judged: Judged, written: Written) -> Tree:
    """Return what each component adds to the score; by the sure part where something is missing."""
    axes: dict[str, list[Node]] = {axis: [] for axis in AXES}
    for part in contributions(written.judge, judged):
        axes[part.axis].append(Node(_part(part), "", evidence_of(part, judged, written), part.component))
    talent = judged.talent
    nodes = [
        Node(Words(N_("Performance: {points}"), {"points": score_said(talent.performance)}), "", axes["performance"]),
        Node(Words(N_("Potential: {points}"), {"points": score_said(talent.potential)}), "", axes["potential"]),
    ]
    nodes += [Node(said) for said in without_technical(written)]
    if axes["target"]:
        nodes.append(Node(N_("Technical competency, by the post's own standard"), "", axes["target"]))
    nodes.append(Node(Words(N_("Together, the score: {points}"), {"points": score_said(judged.score)})))
    return Tree(N_("Components of the score"), nodes, _policy(written))


def _part(part: Contribution) -> Words:
    name = Words(COMPONENTS.get(part.component, part.component))
    if part.low is None or part.high is None:
        return Words(N_("{component}: does not apply, left out"), {"component": name})
    values = {"component": name, "share": Rounded(part.share), "low": Rounded(part.low), "adds": Rounded(part.adds)}
    if part.low == part.high:
        return Words(N_("{component}: {low} of 100, times {share} % of the score, is {adds}"), values)
    text = N_("{component}: not known, {low} to {high} of 100, times {share} % of the score, is at least {adds}")
    return Words(text, {**values, "high": Rounded(part.high)})


_BEFORE = N_("years before {year!y}, that of the appointment, are left out")


def evidence_of(part: Contribution, judged: Judged, written: Written) -> list[Node]:
    """Return where the data of a component stand, every one of them."""
    judge = written.judge
    component = judge.setting.policy.components.get(part.component)
    measure, years = (
        ("technical", 1) if part.axis == "target" or component is None else (component.measure, component.years)
    )
    data = evidence(measure, judged.person, judge.records, judge.setting, years)
    found = [d for d in data[:4] if written.source(judged.person.id, (d,)) is not None]
    nodes = _sources(found, judged, written)
    first = years_of(judged.person, judge.setting.as_of, years)
    if measure in BY_YEAR and first > judge.setting.as_of.year - years:
        by_nip = appointed_by_nip(judged.person)
        text = N_("years before {year!y}, that of the appointment by the NIP, are left out") if by_nip else _BEFORE
        nodes.append(Node(Words(text, {"year": first})))
    if measure in BY_YEAR and (away := judge.scorer.away(judged.person, judge.records)):
        text = N_("{years}: on CLTN or suspended all year, nobody was to evaluate; left out")
        nodes.append(Node(Words(text, {"years": [str(year) for year in away]})))
    return nodes


def change_node(change: Change) -> Node:
    """Return one change as a line: the check, what it needs, and from when."""
    values: dict[str, object] = {"check": Words(checks.label(change.check)), "needs": _needs(change)}
    if change.on is not None and not change.alone:
        return Node(Words(N_("{check}: {needs}; not before {date}"), {**values, "date": change.on}))
    if change.on is not None and change.check == BOX and "components" in change.needs:
        return Node(Words(N_("{check}: {needs}; or by time alone on {date}"), {**values, "date": change.on}))
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
    "job_family": N_("the job family of the post to be filled, in the sheet of positions"),
    "vacancy": N_("the headcount of the post, in the sheet of positions"),
    "level_below": N_("the kind of the present post, in the sheet of positions"),
    "competency_test": N_("the exams up to this day, in the sheet of exams"),
    "teacher": N_("the present post, in the roster"),
    "degree_or_certificate": N_("every degree with its field, and the trainings and exams up to this day"),
    "certificate": N_("the trainings and exams up to this day"),
    "managerial_experience": N_("the history of posts"),
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
        return _assessment(needs, minimum["jpm"] if isinstance(minimum, dict) else "")
    if change.check == DUTY:
        return Words(N_("back on duty"))
    if "registers" in needs:
        registers = needs["registers"] if isinstance(needs["registers"], list) else []
        return Words(
            N_("{registers} imported up to {until}"),
            {
                "registers": [Words(REGISTERS.get(str(name), str(name))) for name in registers],
                "until": checks.day_said(needs["until"]),
            },
        )
    if change.check == BOX:
        return _box_needs(needs)
    if change.of in _BY_REQUIREMENT and "required" in needs and (said := _of_requirement(change)) is not None:
        return said
    days = needs.get("days")
    if isinstance(days, int) and days:
        more = Words(N_("1 more day")) if days == 1 else Words(N_("{days} more {days:day|days}"), {"days": str(days)})
        if needs.get("back_on_duty"):
            return Words(N_("back on duty, and then {more} in the present post"), {"more": more})
        if needs.get("record"):
            return Words(N_("the history of posts, or {more} in the present post"), {"more": more})
        return Words(N_("{more} in the present post"), {"more": more})
    if "record" in needs:
        name = str(needs["record"])
        known = RECORDS.get(change.of if name == change.check else name)
        return Words(N_("record {what}"), {"what": Words(known or checks.label(name))})
    if "until" in needs:
        return Words(N_("no new sanction until then"))
    if "years" in needs:
        years = checks.length(int(str(needs["years"])), 0, 0)
        return Words(N_("{years} in such posts"), {"years": years})
    if "to" in needs:
        wanted = needs["to"]
        if isinstance(wanted, dict):
            if "at_most" not in wanted:
                return Words(N_("at least {golongan}"), {"golongan": wanted["at_least"]})
            return Words("{low}–{high}", {"low": wanted["at_least"], "high": wanted["at_most"]})
        values: list[object] = wanted if isinstance(wanted, list) else [wanted]
        return Words("{values}", {"values": [checks.term(value) for value in values]})
    if "required" in needs:
        return checks.required_said(change.of, needs["required"])
    return Words(N_("what the requirement says"))


_BY_REQUIREMENT = frozenset({"teacher", "level_below", "credit", "vacancy", "competency_test"})
"""Checks whose remedy is told by what they ask."""


def _of_requirement(change: Change) -> Words | None:
    """Say what a functional post asks and how it is come by; None where the record that is missing says it all."""
    required, missing = change.needs["required"], "record" in change.needs
    if change.of == "level_below" and required is None:
        return Words(N_("the lowest level is entered by a first appointment or a transfer, which is not judged here"))
    if missing:
        return None
    if change.of == "teacher":
        return Words(N_("first a post as {family}"), {"family": str(required)})
    if change.of == "level_below":
        return Words(N_("first a post as {level} of the same functional post"), {"level": checks.term(required)})
    if change.of == "competency_test":
        return Words(N_("pass the competency test for this post"))
    if change.of == "vacancy":
        return checks.required_said("vacancy", required)
    need = required.get("credit") if isinstance(required, dict) else None
    if need is None:
        return Words(N_("credit in the level below of the same functional post; the present post earns none for it"))
    values = {"needed": checks.required_said("credit", required)}
    return Words(N_("{needed} of the same functional post; the present post earns none for it"), values)


REGISTERS: Mapping[str, str] = {
    "discipline": N_("the register of discipline"),
    "history": N_("the history of posts"),
    "trainings": N_("the trainings"),
    "exams": N_("the exams"),
    "awards": N_("the awards"),
    "assignments": N_("the assignments"),
    "feedback": N_("the feedback"),
    "educations": N_("the educations"),
}


def _assessment(needs: Mapping[str, object], jpm: object) -> Words:
    """Say the assessment that is needed, and how much of it the requirement itself asks where the box asks for more."""
    if "expires" in needs:
        again = {"jpm": str(jpm), "until": checks.day_said(needs["expires"])}
        said = Words(
            N_(
                "a new assessment with a JPM of at least {jpm} against this post; the present one is valid until {until}"
            ),
            again,
        )
    else:
        said = Words(N_("a valid assessment with a JPM of at least {jpm} against this post"), {"jpm": str(jpm)})
    if "minimum" not in needs:
        return said
    values = {"assessment": said, "minimum": str(needs["minimum"])}
    return Words(N_("{assessment} ({minimum} meets the requirement itself; the talent box needs the rest)"), values)


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


def _plain_numbers(row: Mapping[str, float]) -> dict[str, object]:
    return {key: f"{value:g}" for key, value in row.items()}


def _box_needs(needs: Mapping[str, object]) -> Words:
    ways = needs.get("components")
    if "record" in needs and not ways:
        names = needs["record"] if isinstance(needs["record"], list) else []
        return Words(N_("record {what}"), {"what": [Words(COMPONENTS.get(str(name), str(name))) for name in names]})
    if not isinstance(ways, list) and "discipline" in needs:
        return Words(N_("no new sanction until then"))
    if not isinstance(ways, list) and "in_post_until" in needs:
        return Words(N_("stay in the present post"))
    if not isinstance(ways, list):
        rows = needs.get("rows")
        axes = [
            Words(
                N_("performance of at least {performance} and potential of at least {potential}"), _plain_numbers(row)
            )
            for row in (rows if isinstance(rows, list) else [])
        ]
        return axes[0] if len(axes) == 1 else Words(N_("one of: {ways}"), {"ways": checks.listed(axes)})
    said = [
        Words(
            N_("{component} of at least {points} against the present post")
            if way["component"] == "competency"
            else N_("{component} of at least {points}"),
            {"component": Words(COMPONENTS.get(way["component"], way["component"])), "points": f"{way['points']:g}"},
        )
        for way in ways
    ]
    if "boxes" not in needs:
        return Words(N_("still {ways}"), {"ways": said})
    return Words(N_("one of: {ways}"), {"ways": said})
