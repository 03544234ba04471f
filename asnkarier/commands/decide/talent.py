"""`talent`: the nine boxes of everyone, a unit or a kind of post, with what is not known as ranges."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from math import lcm
from typing import Annotated

from asnkarier.commands.decide.deciding import Ground, ground, records, target_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, POST_KIND, UNIT, option
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Scorer, target_score
from asnkarier.core.person import Person
from asnkarier.core.talent.lacking import Lacking
from asnkarier.core.talent.unevaluated import EVALUATED, why_open
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.appraisal import evaluations
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.talent import Mapped, TalentMap, document, flat, pictures, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

FOR = option(
    "--for",
    "--untuk",
    help=N_("Add the score for this position: talent and its technical competencies."),
    metavar=N_("POSITION"),
    completes="position",
)


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    kind: Annotated[str | None, POST_KIND] = None,
    target: Annotated[str | None, FOR] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Measure everyone on duty by the policy and put them into boxes."""
    units = Units(db)
    base = ground(db, lawbook(db), policy_in_use(db, policy_name), as_of)
    found = records(base, None)
    people = chosen(base, units, unit, kind)
    talents = mapped(base, units, people, found, target)._replace(off_duty=off_duty(base, units, unit, kind))
    return Result(
        lambda: document(talents),
        lambda: pictures(talents, everyone),
        sheets=lambda: sheets(talents),
        flat=lambda: flat(talents),
        hints=[Words(N_("Who may be promoted to a post: asnkarier shortlist POSITION"))],
    )


def chosen(base: Ground, units: Units, unit: str | None, kind: str | None) -> list[Person]:
    """Return those on duty in a unit (and the units below it) and a kind of post."""
    return _among(staff.everyone(base.db, base.setting.as_of, staff.ON_DUTY), base, units, unit, kind)


def off_duty(base: Ground, units: Units, unit: str | None, kind: str | None) -> dict[str, int]:
    """Return status → how many staff of the same choice are not on duty."""
    others = tuple(status for status in staff.STAFF if status not in staff.ON_DUTY)
    people = _among(staff.everyone(base.db, base.setting.as_of, others), base, units, unit, kind)
    return dict(Counter(person.status or "" for person in people).most_common())


def _among(people: list[Person], base: Ground, units: Units, unit: str | None, kind: str | None) -> list[Person]:
    if unit is not None:
        inside = units.below(units.find(unit).id)
        people = [person for person in people if person.unit_id in inside]
    if kind is not None:
        people = [person for person in people if base.setting.kind_of(person.position_id) == kind]
    return people


def mapped(base: Ground, units: Units, people: list[Person], found: Records, target: str | None) -> TalentMap:
    """Measure `people`; with a target post their score for it too, the highest sure one first."""
    setting = base.setting
    scorer = Scorer(setting)
    post = positions.find(base.db, target, units, setting.as_of) if target is not None else None
    wanted = target_of(post, base) if post is not None else None
    lacking = Lacking(scorer, found)
    result = []
    for person in people:
        lacking.begin()
        talent = scorer.talent(person, found)
        score = (
            target_score(talent, found.technical.get(person.id, {}), wanted, setting) if wanted is not None else None
        )
        result.append(
            Mapped(
                person,
                talent,
                score,
                *lacking.of(person, talent),
                scorer.stand_in(person, found),
                scorer.away(person, found),
            )
        )
    if wanted is not None:
        base_of_all = lcm(*{m.score[2] for m in result if m.score is not None})
        result.sort(key=lambda m: -m.score[0] * (base_of_all // m.score[2]) if m.score is not None else 0)
    policy = setting.policy
    return TalentMap(
        as_of=setting.as_of,
        policy=policy,
        policy_hash=fingerprint(policy),
        rule=setting.talent,
        law=base.citations["talent"],
        target=positions.label(post, units) if post is not None else None,
        people=result,
        position=lambda number: base.posts[number].name if number is not None else None,
        unit=units.path,
        why=_why(base.db, scorer, found),
    )


def _why(db: Database, scorer: Scorer, found: Records) -> Callable[[Person, str], Sequence[str]]:
    """Return what says why a component that rests on evaluations by year is open for a person; nothing of the others."""
    components = scorer.setting.policy.components

    @cache
    def in_parts() -> dict[int, set[int]]:
        day = scorer.setting.as_of.year
        return evaluations.years_in_parts(db, day - 1 - max(one.years for one in components.values()), day - 1)

    def why(person: Person, name: str) -> Sequence[str]:
        component = components[name]
        if component.measure not in EVALUATED:
            return ()
        years = scorer.years_of(component, person, found)
        rows = found.patterns[found.pattern(person.id)]
        return why_open(component.measure, rows, years, in_parts().get(person.id, ()))

    return why
