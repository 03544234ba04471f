"""A shortlist for people: candidates with reasons, who is undetermined, and why the others fall out."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from asnkarier.core.decide.checks.personal import Serves
from asnkarier.core.decide.measures import Points
from asnkarier.core.decide.requirement import AttestedLine
from asnkarier.core.decide.shortlist import BOX, Judge, Judged, Ranked, Shortlist
from asnkarier.core.numbers import SCALE, unscaled
from asnkarier.views.decide import checks, missing
from asnkarier.views.decide.lists.ahead import recorded_said
from asnkarier.views.decide.lists.seats import seats_said
from asnkarier.views.decide.shortlist import Written
from asnkarier.views.kinds import sheet_label
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Coded, Column, Node, Rounded, Said, Shape, Table, Text, Tree, ranged

SHOWN = 20
"""How many candidates the table shows unless asked for more."""

REASONS: Mapping[str, str] = {
    "incumbent": N_("holds the post"),
    "higher_post": N_("holds a higher post"),
    "not_in_list": N_("not in the list given"),
    "other_unit": N_("in another unit"),
    "other_employee_kind": N_("another kind of employment"),
    "other_position_kind": N_("another kind of position"),
    "other_job_family": N_("another job family"),
    "other_agency": N_("another agency"),
    "not_on_duty": N_("not on duty"),
}


def points_shown(points: Points) -> object:
    """Return points for a table: a number, or both ends of a range."""
    low, high, base = points
    exact_low = Fraction(low, base * SCALE)
    if low == high:
        return exact_low
    exact_high = Fraction(high, base * SCALE)
    said = Words("{low}–{high}", {"low": Rounded(exact_low), "high": Rounded(exact_high)})
    return Coded((None, exact_low, exact_high), said)


def range_said(points: Points, lacking: Sequence[str]) -> object:
    """Return points for a table: a number, or both ends of a range with what is missing."""
    if points[0] == points[1] or not lacking:
        return points_shown(points)
    said = Words("{points} ({why})", {"points": points_shown(points), "why": [Words(words) for words in lacking]})
    return Coded((None, *(Fraction(end, points[2] * SCALE) for end in points[:2])), said)


def score_said(points: Points) -> object:
    """Return points inside a sentence, with two decimals."""
    found = points_shown(points)
    return Rounded(found) if isinstance(found, Fraction) else found


_COLUMNS = (
    Column("rank", N_("Rank"), "integer"),
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("position", N_("Position")),
    Column("move", N_("Move")),
    Column("box", N_("Box"), "text"),
    ranged("score", N_("Score")),
    ranged("performance", N_("Performance")),
    ranged("potential", N_("Potential")),
    Column("reasons", N_("Reasons")),
    Column("remarks", N_("Remarks")),
)
_OPEN_COLUMNS = (
    Column("name", N_("Name")),
    Column("nip", N_("NIP"), "nip"),
    Column("position", N_("Position")),
    ranged("score", N_("Score")),
    Column("reasons", N_("What is missing")),
)
_MISSING_COLUMNS = (
    Column("check", N_("Requirement")),
    Column("people", N_("People"), "integer"),
    Column("sheets", N_("Comes with the sheet of")),
)
OUT_COLUMNS = (*_OPEN_COLUMNS[:3], Column("reasons", N_("Why not")))
_COUNT_COLUMNS = (Column("check", N_("Requirement")), Column("people", N_("People"), "integer"))


def pictures(found: Shortlist, written: Written, top: int | None, everyone: bool, *, all_rows: bool) -> list[Shape]:
    """Return the list for people: candidates, undetermined, and why the others fall out."""
    frame, judge = written.frame, written.judge
    limit = top if top is not None else None if all_rows else SHOWN
    shown = found.ranked[:limit] if limit is not None else found.ranked
    place = f"{frame.position} @ {frame.unit}" if frame.unit else frame.position
    title = Words(N_("Candidates for {position} on {as_of}"), {"position": place, "as_of": frame.as_of})
    rows = [
        (
            place.rank,
            j.person.name,
            j.person.nip,
            frame.position_of(j.person),
            _move(frame.move_of(j.person)),
            _box(j),
            *_points(j, judge),
            _reasons(j, judge),
            _remarks(place, written),
        )
        for place in shown
        for j in (place.judged,)
    ]
    shapes: list[Shape] = [
        Table(title, _COLUMNS, rows, caption(written), N_("Nobody meets every requirement for sure.")),
        Text(_counted(found, len(shown), written)),
    ]
    if found.undetermined:
        some = found.undetermined if all_rows else found.undetermined[:SHOWN]
        shapes.append(
            Table(
                N_("Undetermined: something is not known"),
                _OPEN_COLUMNS,
                [
                    (
                        j.person.name,
                        j.person.nip,
                        frame.position_of(j.person),
                        range_said(j.score, missing.lacking(j, judge).score),
                        said_of(j, "unknown", judge),
                    )
                    for j in some
                ],
            )
        )
        open_ = [
            (Words(checks.label(check)), count, [sheet_label(name) for name in missing.sheets(check, found, judge)])
            for check, count in found.unknown.items()
        ]
        shapes.append(Table(N_("What would settle it"), _MISSING_COLUMNS, open_, N_("One person may miss several.")))
    if everyone:
        out = [
            (j.person.name, j.person.nip, frame.position_of(j.person), said_of(j, "not_met", judge))
            for j in found.excluded
        ]
        shapes.append(Table(N_("Not eligible"), OUT_COLUMNS, out))
    counts = [(Words(checks.label(name)), count) for name, count in found.failing.items()]
    shapes.append(Table(N_("Why the others fall out"), _COUNT_COLUMNS, counts, N_("One person may fail several."), "–"))
    return [*shapes, *attested(judge.asked.attested)]


def attested(lines: Sequence[AttestedLine]) -> list[Shape]:
    """Return the checklist of the committee."""
    return [Tree(N_("For the committee to attest"), [_line(line) for line in lines])] if lines else []


def _line(line: AttestedLine) -> Node:
    return Node(Words("{check}: {article}", {"check": Words(checks.label(line.check)), "article": line.article}))


MOVES: Mapping[str, str] = {
    "horizontal": N_("horizontal"),
    "vertical": N_("vertical"),
    "diagonal": N_("diagonal"),
    "lower": N_("to a lower level"),
}


def _move(move: str | None) -> Words | None:
    return None if move is None else Words(MOVES[move])


def _moves(written: Written) -> Words:
    rule = written.judge.asked.moves
    values: dict[str, object] = {"law": written.frame.move_law}
    if not written.frame.move_law:
        text = N_(
            "The career pattern is not regulated yet on {as_of}: moves have no name (vertical, horizontal, diagonal)."
        )
        return Words(text, {"as_of": written.frame.as_of})
    if rule is None:
        return Words(
            N_("Vertical: higher in the same group of posts; diagonal: higher in another group ({law})."), values
        )
    values |= {"years": rule.least_years, "article": rule.article}
    return Words(
        N_(
            "Vertical: higher in the same group of posts; diagonal: higher in another group ({law})."
            " Horizontal: same level, after at least {years} years in the post ({article})."
        ),
        values,
    )


def _box(judged: Judged) -> str:
    return "/".join(str(box) for box in sorted(set(judged.talent.boxes)))


TOLD = ("education", "experience_in_post", "experience_in_field", "performance", "competency", "level_below")
"""Checks whose findings are the reasons told of who is eligible; the others are the same for everyone on the list."""


def _reasons(judged: Judged, judge: Judge) -> Words:
    asked = zip(judge.asked.deciding, judged.verdicts, strict=False)
    said = [
        Words(
            "{check}: {found}",
            {"check": Words(checks.label(c.name)), "found": checks.found(c.kind, v, judge.setting.as_of)},
        )
        for c, v in asked
        if c.kind in TOLD and v.why != checks.NOT_ASKED
    ]
    return checks.listed(said)


def _points(judged: Judged, judge: Judge) -> tuple[object, object, object]:
    """Return score, performance and potential, where they are ranges with what is missing of each."""
    points = judged.score, judged.talent.performance, judged.talent.potential
    if all(low == high for low, high, _ in points):
        score, performance, potential = map(points_shown, points)
        return score, performance, potential
    lacks = missing.lacking(judged, judge)
    return (
        range_said(judged.score, lacks.score),
        range_said(judged.talent.performance, lacks.performance),
        range_said(judged.talent.potential, lacks.potential),
    )


def _remarks(place: Ranked, written: Written) -> object:
    judged = place.judged
    said: list[Said] = [Words(N_("tied: no stated rule tells them apart"))] if place.tied else []
    if place.best != place.worst:
        said.append(Words(N_("possible rank {best}–{worst}"), {"best": place.best, "worst": place.worst}))
    for check in written.judge.asked.advisory:
        verdict = check.question.judge(judged.person, written.judge.records)
        if verdict.outcome == "not_met":
            said.append(checks.sentence(check, verdict, written.frame.as_of))
    said += [recorded_said(verdict.value) for verdict in judged.verdicts if isinstance(verdict.value, Serves)]
    return checks.listed(said)


def said_of(judged: Judged, outcome: str, judge: Judge) -> Words:
    """Say every check that has the outcome."""
    asked = judge.asked.deciding
    said = [
        checks.sentence(check, verdict, judge.setting.as_of)
        for check, verdict in zip(asked, judged.verdicts, strict=False)
        if verdict.outcome == outcome
    ]
    box = judged.verdicts[-1]
    if box.outcome == outcome:
        said.append(
            Words(
                "{check}: {found}",
                {"check": Words(checks.label(BOX)), "found": checks.found(BOX, box, judge.setting.as_of)},
            )
        )
    return checks.listed(said)


def caption(written: Written) -> Words:
    """Say the seats, the law, the policy and how the list is ranked."""
    frame = written.frame
    ranked = Words(
        N_(
            "Requirements: {laws}. Policy {policy} ({basis}); boxes: {talent}."
            " Ranked by the sure part of the score, then of performance, then of potential."
        ),
        {
            "laws": checks.listed(written.judge.asked.laws),
            "policy": frame.policy,
            "basis": frame.policy_basis,
            "talent": frame.talent_law,
        },
    )
    said: list[Said] = [ranked, *without_technical(written), *_without_field(written), *warned(written)]
    if frame.seats is not None:
        said.insert(0, seats_said(frame.seats))
    keys = [f"part{place}" for place in range(len(said))]
    return Words(" ".join(f"{{{key}}}" for key in keys), dict(zip(keys, said, strict=True)))


def without_technical(written: Written) -> list[Said]:
    """Say that the policy's technical share is left out where the post has no standard to measure it by."""
    judge = written.judge
    share = judge.setting.policy.technical.get(judge.target.kind)
    if share is None or judge.target.profile.technical:
        return []
    return [
        Words(
            N_("The post has no standard of technical competency, so its share of {share} % is left out."),
            {"share": unscaled(share.technical)},
        )
    ]


def _without_field(written: Written) -> list[Said]:
    """Say that experience in the field decides nothing where the post carries no field to compare with."""
    judge = written.judge
    asked = any(check.kind == "experience_in_field" for check in judge.asked.advisory)
    if not asked or judge.target.family is not None:
        return []
    return [
        Words(
            N_(
                "The post has no job family, so experience in its field is only shown and decides nothing; record it with"
                " the sheet of positions."
            )
        )
    ]


def _counted(found: Shortlist, shown: int, written: Written) -> list[Said]:
    frame = written.frame
    said: list[Said] = [
        Words(
            N_(
                "{on_duty} on duty, {considered} considered: {eligible} eligible, {undetermined} undetermined, {excluded} not eligible."
            ),
            {
                "on_duty": frame.on_duty,
                "considered": found.considered,
                "eligible": len(found.ranked),
                "undetermined": len(found.undetermined),
                "excluded": len(found.excluded),
            },
        )
    ]
    if frame.not_considered:
        reasons = [
            Words("{reason} {count}", {"reason": Words(REASONS.get(reason, reason)), "count": count})
            for reason, count in frame.not_considered.items()
        ]
        said.append(Words(N_("Not considered: {reasons}."), {"reasons": reasons}))
    if shown < len(found.ranked):
        said.append(
            Words(N_("{more} more are eligible; --top N or --all shows them."), {"more": len(found.ranked) - shown})
        )
        last = found.ranked[shown - 1].rank if shown else 0
        ahead = sum(place.best <= last for place in found.ranked[shown:])
        if ahead:
            text = N_("{count} of them may stand among those shown once what is not known of the scores is known.")
            said.append(Words(text, {"count": ahead}))
    if any(place.best != place.worst for place in found.ranked):
        said.append(
            Words(N_("Where scores are ranges that overlap, the remarks say between which ranks somebody may stand."))
        )
    if found.ranked:
        said.append(_moves(written))
    if _graced(found):
        said.append(Words(checks.WHY["grace"]))
    return said


def warned(written: Written) -> list[Said]:
    """Say where the weights are not those that institutions are told to use."""
    frame = written.frame
    if not frame.expected_policy or frame.expected_policy == frame.policy:
        return []
    return [
        Words(N_("Not the weights of Kepka BKN 411/2025, which institutions are told to use since 1 January 2026."))
    ]


def _graced(found: Shortlist) -> bool:
    people = [*(r.judged for r in found.ranked), *found.undetermined]
    return any(verdict.why == "grace" for judged in people for verdict in judged.verdicts)


def stood_in(counts: Mapping[tuple[int, ...], int], as_of: date) -> list[Said]:
    """Say of how many people older years stand in for the newest one, and which."""
    text = N_(
        "{count} {count:person|people}: {newest} is not recorded yet, so the years before it stand in: {years} (policy, grace_until)."
    )
    newest = str(as_of.year - 1)
    return [
        Words(text, {"count": count, "newest": newest, "years": [str(year) for year in years]})
        for years, count in sorted(counts.items(), reverse=True)
    ]


def stood_in_data(counts: Mapping[tuple[int, ...], int]) -> list[dict[str, object]]:
    """Return the same for JSON."""
    return [{"years": list(years), "people": count} for years, count in sorted(counts.items(), reverse=True)]
