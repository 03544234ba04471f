"""`status`: the dashboard: what is in the file, how far it reaches, what is missing, what needs attention now, what to do next."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.office.attention import Attention, Graduate, Leaving, Worry, attention
from asnkarier.commands.office.dashboard import dashboard
from asnkarier.commands.office.overall import Overall, overall
from asnkarier.commands.parameters import ALL, UNIT
from asnkarier.core.decide.reach import known_from, known_until
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.units import Units
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

FEW = 5


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """Look over the whole file as of a day; --unit narrows the staff, the posts and what needs attention."""
    units = Units(db)
    inside = units.below(units.find(unit).id) if unit is not None else None
    everyone = [p for p in staff.everyone(db, as_of) if inside is None or p.unit_id in inside]
    on_duty = [p for p in everyone if p.status in staff.ON_DUTY]
    whole = overall(db, as_of, units, everyone, on_duty, inside)
    needs = attention(db, lawbook(db), as_of, units, everyone, on_duty)
    most = None if everything else FEW
    return Result(
        lambda: _data(whole, needs, as_of),
        lambda: dashboard(whole, needs, units, as_of, most),
        hints=_next(whole, needs),
        flat=lambda: listed.table(
            ({"key": key, "count": count} for key, count in _counts(_data(whole, needs, as_of))), "key count"
        ),
    )


def _counts(document: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, int]]:
    """Yield every number of the document under the keys that lead to it; of a list how many are on it."""
    for key, value in document.items():
        if isinstance(value, Mapping):
            yield from _counts(value, f"{above}{key}.")
        elif key == "registers":
            yield from ((f"{above}{key}.{one['kind']}", one["rows"]) for one in value)
        elif isinstance(value, list):
            yield above + key, len(value)
        elif isinstance(value, int):
            yield above + key, value


def _data(overall: Overall, needs: Attention, as_of: date) -> dict[str, Any]:
    return {
        "institution": overall.institution,
        "unit": overall.unit,
        "as_of": as_of,
        "staff": {
            "total": overall.staff,
            "on_duty": overall.on_duty,
            "by_kind": {kind or "unknown": number for kind, number in overall.kinds},
            "by_status": {status or "unknown": number for status, number in overall.statuses.items()},
        },
        "units": {"total": overall.units, "agencies": overall.agencies},
        "posts": overall.posts._asdict(),
        "registers": [
            {
                "kind": kind,
                "rows": rows,
                "known_from": known_from(overall.reach.get(kind, ())),
                "known_until": known_until(overall.reach.get(kind, ())),
                "known": [{"from": a or None, "until": b} for a, b in overall.reach.get(kind, ())],
            }
            for kind, rows in overall.rows.items()
        ],
        "evaluations": {
            "year": overall.year,
            "expected": overall.expected,
            "evaluated": overall.evaluated,
            "with_feedback": overall.with_feedback,
        },
        "missing": overall.missing,
        "attention": {
            "low_predicates": needs.low,
            "fallen_predicates": needs.fell,
            "people": [_worry(worry) for worry in needs.worries],
            "expired_assessments": needs.expired,
            "never_assessed": needs.never_assessed,
            "overdue_plan_steps": needs.overdue.steps,
            "people_with_overdue_steps": needs.overdue.people,
            "plans_without_review": needs.unreviewed,
            "retiring": [_leaving(one) for one in needs.retiring],
            "retirement_overdue": [_leaving(one) for one in needs.retired],
            "retirement_unknown": needs.retirement_unknown,
            "contracts_ending": [_leaving(one) for one in needs.contracts],
            "contracts_over": [_leaving(one) for one in needs.ended],
            "units_without_head": overall.posts.heading_vacant,
            "graduates_without_assignment": [_graduate(one) for one in needs.graduates],
            "assignments_known_until": known_until(overall.reach.get("assignments", ())),
        },
        "imports": [
            {"batch": row.id, "at": row.entered_at, "by": row.entered_by, "command": row.command}
            for row in overall.recent
        ],
    }


def _worry(worry: Worry) -> dict[str, Any]:
    return {
        "nip": worry.person.nip,
        "name": worry.person.name,
        "year": worry.year,
        "predicate": worry.predicate,
        "before_year": worry.before_year,
        "before": worry.before,
        "feedback_year": worry.feedback_year,
        "feedback": worry.feedback,
        "leader": worry.leader.name if worry.leader else None,
        "leader_nip": worry.leader.nip if worry.leader else None,
    }


def _graduate(one: Graduate) -> dict[str, Any]:
    return {
        "nip": one.person.nip,
        "name": one.person.name,
        "position": one.post,
        "training": one.training,
        "since": one.since,
    }


def _leaving(one: Leaving) -> dict[str, Any]:
    return {"nip": one.person.nip, "name": one.person.name, "position": one.post, "on": one.on}


def _next(overall: Overall, needs: Attention) -> list[Words]:
    """Say what to do next, at most three things."""
    year = {"year": str(overall.year)}
    if overall.staff == 0:
        return [Words(N_("Next: `asnkarier template roster -o FILE`, then `asnkarier import FILE --dry-run`."))]
    steps = []
    if overall.evaluated < overall.expected:
        steps.append(Words(N_("Who has no evaluation: asnkarier evaluations missing {year}"), year))
    if needs.worries:
        steps.append(Words(N_("One person whole: asnkarier show {nip}"), {"nip": needs.worries[0].person.nip}))
    if needs.never_assessed or needs.expired:
        steps.append(Words(N_("Competencies, unit by unit: asnkarier gap")))
    return steps[:3] or [Words(N_("A copy in time: asnkarier db backup"))]
