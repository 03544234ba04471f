"""The index of professionalism of many people: rules in force, trainings, evaluations and sanctions put together."""

from collections import Counter
from datetime import date
from functools import cache

from asnkarier.core.anniversary import first_within
from asnkarier.core.appraisal.ip_asn import Index, Measured, index
from asnkarier.core.appraisal.ip_asn_facts import Learning, Meter
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.checks.personal import appointed
from asnkarier.core.decide.records import Records
from asnkarier.core.person import Person
from asnkarier.core.policy import Policy
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.talent import ip_asn
from asnkarier.store.queries.units import Units
from asnkarier.views.appraise.ip_asn import Indexed, Indices


def measured(
    db: Database,
    law: Lawbook,
    policy: Policy,
    units: Units,
    year: int,
    as_of: date,
    *,
    inside: frozenset[int] | None = None,
    only: int | None = None,
) -> Indices:
    """Measure the staff of the day measured; who is first known from a later list (up to `as_of`) as there, but for those appointed after it."""
    day = min(as_of, date(year, 12, 31))
    rule = law.ip_asn.on(day)
    leadership = law.leadership.on(day).value.training
    position_rule = law.positions.on(day).value
    posts = {post.id: post for post in positions.every(db)}
    kind_of = {
        post.id: positions.kind_of(post.position_kind, post.echelon, post.name, position_rule)
        for post in posts.values()
    }
    held = ip_asn.posts_on(db, day)
    reader = Reader(db, day, only)
    records = Records(coverage=reader.coverage())
    reader.evaluations(1, records, PredicateReader(law.predicate))
    records.sanctions = reader.sanctions(
        [(v.in_force_since.isoformat(), v.value) for v in reversed(law.discipline.versions)]
    )
    records.degrees = reader.degrees()
    learning = Learning(rule.value, law.training.on(day).value, day)
    learned = {person: learning.sum(found) for person, found in ip_asn.attendances(db, rule.value, day, only)}
    recorded = ip_asn.year_recorded(db, year - 1)
    meter = Meter(
        rule.value,
        records,
        learned,
        {
            **ip_asn.kinds_before(db, day, position_rule, held, only),
            **{person: kind_of[post] for person, post in held.items()},
        },
        day,
        year - 1,
        year_recorded=recorded,
        in_parts=ip_asn.in_parts(db, year - 1, only),
    )

    @cache
    def scored(of: Measured) -> Index:
        return index(rule.value, of, leadership.get(of.kind) if of.kind else None)  # type: ignore[call-overload]  # the keys of the record are kinds

    counted: list[Indexed] = []
    others: Counter[str | None] = Counter()
    later = by_nip = 0
    until = day.isoformat()
    for person in _measured_on(db, day, as_of, only):
        if inside is not None and person.unit_id not in inside:
            continue
        began = appointed(person) if only is None else None
        if began is not None and began.first > until:
            later += 1
            by_nip += not person.appointed_on
            continue
        if only is None and person.employee_kind is not None and person.employee_kind not in policy.ip_asn_kinds:
            others[person.employee_kind] += 1
            continue
        counted.append(Indexed(person, held.get(person.id), scored(meter.measure(person))))
    return Indices(
        year=year,
        day=day,
        as_of=as_of,
        evaluated=year - 1,
        year_recorded=recorded,
        people=counted,
        others=dict(others),
        later=later,
        by_nip=by_nip,
        kinds=policy.ip_asn_kinds,
        policy=policy.name,
        rule=rule,
        position=lambda number: None if number is None else posts[number].name,
        unit=units.path,
        parents={unit.id: unit.parent_id for unit in units.by_id.values()},
        covered={
            "trainings": records.reaches("trainings"),
            "discipline": records.reaches("discipline", first_within(day, rule.value.discipline_years).isoformat()),
        },
    )


def _measured_on(db: Database, day: date, as_of: date, only: int | None) -> list[Person]:
    """Return the staff of a day, and who is first known as such from a later list and not known to have come after it, by id."""
    formerly = staff.schooled_before(db, day, only) if day < as_of else {}
    if only is not None:
        one, now = staff.one(db, only, day), staff.one(db, only, as_of)
        return [_completed(one, now) if one.status in staff.STAFF else now._replace(**formerly.get(only, {}))]
    people = staff.everyone(db, day)
    if day == as_of:
        return people
    found = {person.id: person for person in people}
    later = {row[0] for row in staff.first_known_after(db, day, as_of, staff.STAFF)}
    for now in staff.everyone(db, as_of):
        then = found.get(now.id)
        if then is not None:
            found[now.id] = _completed(then, now)
        elif now.id in later:
            found[now.id] = now._replace(**formerly.get(now.id, {}))
    return [found[number] for number in sorted(found)]


def _completed(then: Person, now: Person) -> Person:
    """Fill in what is first known from a later list."""
    missing = [name for name in ("employee_kind", "unit_id") if getattr(then, name) is None]
    return then._replace(**{name: getattr(now, name) for name in missing}) if missing else then
