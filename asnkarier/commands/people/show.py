"""show: one employee whole, each value with its source."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Annotated, Any

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import NIP
from asnkarier.core.appraisal.said import PredicateReader, Told
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.records import Indicator
from asnkarier.core.decide.sanction import term
from asnkarier.core.numbers import scaled
from asnkarier.core.talent.growing import achievement
from asnkarier.store.database import Database
from asnkarier.store.queries import profile, staff
from asnkarier.store.queries.sources import Source, Sources
from asnkarier.store.queries.units import Units
from asnkarier.store.records import ATTRIBUTES
from asnkarier.views.people.flat import flat
from asnkarier.views.people.whole import pictures
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape

PRESENT = {
    "position": ("person_post", "position"),
    "position_since": ("person_post", "position_since"),
    "unit": ("person_unit", "unit"),
    "golongan": ("person_golongan", "golongan"),
    "golongan_since": ("person_golongan", "golongan_since"),
    "employee_kind": ("person_kind", "employee_kind"),
    "pns_since": ("person_kind", "pns_since"),
    "contract_ends_on": ("person_kind", "contract_ends_on"),
    "status": ("person_status", "status"),
}
"""Field of today → span and field its source is looked up by."""
SPAN_SOURCES = {
    "posts": ("person_post", "position"),
    "duties": ("person_duty", "position"),
    "units": ("person_unit", "unit"),
    "ranks": ("person_golongan", "golongan"),
    "statuses": ("person_status", "status"),
    "kinds": ("person_kind", "employee_kind"),
}
"""List of spans → its table, and the field of the roster that states it."""
NAMED_BY = {"assessments": "assessed_on", "evaluations": "predicate", "history": "since", "trainings": "title"}
"""List → the field whose cell stands for the record; the first column of the others."""


def _achievement(entry: Mapping[str, Any]) -> Fraction | None:
    """Return how far an indicator was reached, in percent; at most 100 counts."""
    realised = None if entry["realised"] is None else scaled(entry["realised"])
    reached = achievement(Indicator(entry["year"], scaled(entry["target"]), realised, entry["direction"]))
    return None if reached is None else Fraction(100 * reached[0], reached[1])


def _by_law(db: Database, entries: Sequence[dict[str, Any]]) -> None:
    """Write beside evaluations without a predicate the one that the law of their year reads off ratings or score; None where it tells none."""
    reader: PredicateReader | None = None
    for entry in entries:
        entry["predicate_by_law"] = None
        if entry["predicate"] is None:
            reader = reader or PredicateReader(lawbook(db).predicate)
            score = None if entry["score"] is None else scaled(entry["score"])
            told = Told(entry["year"], entry["work_result"], entry["behaviour"], None, score, entry["new_idea"])
            entry["predicate_by_law"] = reader.of(told)


def _parted(db: Database, entries: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Part measures of the code of ethics from sanctions, and write beside these how long each is served by the law of its day."""
    sanctions: list[dict[str, Any]] = []
    ethics: list[dict[str, Any]] = []
    versions = lawbook(db).discipline.versions if entries else ()
    for entry in entries:
        decided = entry["decided_on"]
        rule = max(
            (version for version in versions if version.in_force_since.isoformat() <= decided),
            key=lambda version: version.in_force_since,
            default=versions[0],
        ).value
        if rule.is_ethics(entry["sanction"]):
            ethics.append(entry)
            continue
        effective, ends = entry["effective_on"], entry["ends_on"]
        since, until = term(decided, effective, ends, entry["sanction"], rule)
        since, until = _until_annulled(since, until, entry["annulled_on"])
        # Of a decree without a first day of its own it is counted on from it, and only weekdays are known.
        reckoned = not effective and since is not None
        served = {"served_since": since, "served_until": until, "without_public_holidays": reckoned}
        sanctions.append(
            {**{key: value for key, value in entry.items() if key != "source"}, **served, "source": entry["source"]}
        )
    return sanctions, ethics


def _until_annulled(since: str | None, until: str | None, annulled_on: str | None) -> tuple[str | None, str | None]:
    """Return the days that a sanction is served, to the day before its annulment at most."""
    if annulled_on is None:
        return since, until
    if since is not None and since >= annulled_on:
        return None, None
    if until is None or until < annulled_on:
        return since, until
    return since, (date.fromisoformat(annulled_on) - timedelta(days=1)).isoformat()


def _pns_since(kinds: Sequence[Mapping[str, Any]], day: str) -> str | None:
    """Return the TMT since when the person is PNS on a day; None where it is not known, or of another kind."""
    held = (s for s in kinds if s["employee_kind"] == "PNS" and s["since"] <= day <= (s["until"] or day))
    return next((str(s["since"]) for s in held if s["stated"]), None)


def run(db: Database, as_of: date, nip: Annotated[str, NIP]) -> Result:
    """Show everything on record about one person; any NIP the person ever had finds them."""
    person_id = staff.find(db, nip)
    person = staff.one(db, person_id, as_of)
    units = Units(db)
    sources = Sources(db, as_of.isoformat())

    def source(table: str, record: int, field: str) -> dict[str, object] | None:
        found: Source | None = sources.of(person_id, Datum(table, record, field))
        return found.as_data() if found is not None else None

    post = staff.post_of(db, person.position_id)
    today: dict[str, Any] = {
        "nip": person.nip,
        "name": person.name,
        "position": post.name if post else None,
        "unit": units.name(person.unit_id),
        "golongan": person.golongan,
        "education": person.education,
        "employee_kind": person.employee_kind,
        **{
            key: value
            for key, value in profile.attributes(db, person_id, as_of).items()
            if key not in ("name", "education")
        },
        "status": person.status,
        "position_kind": post.position_kind if post else None,
        "echelon": post.echelon if post else None,
        "position_since": person.post_since if person.post_stated else None,
        "golongan_since": person.golongan_since if person.golongan_stated else None,
        "pns_since": _pns_since(profile.spans(db, person_id, "kinds"), as_of.isoformat()),
        "contract_ends_on": person.contract_ends_on,
        "unit_code": units.code(person.unit_id),
        "unit_path": units.path(person.unit_id) or None,
        "agency": units.name(units.agency(person.unit_id)),
    }
    origins = {key: source("person", 0, key) for key in ("nip", *ATTRIBUTES) if today.get(key) is not None}
    origins |= {key: source(table, 0, field) for key, (table, field) in PRESENT.items() if today.get(key) is not None}
    lists: dict[str, list[dict[str, Any]]] = {"nips": profile.nips(db, person_id)}
    for name in profile.SPANS:
        table, field = SPAN_SOURCES[name]
        lists[name] = profile.spans(db, person_id, name)
        for span in lists[name]:
            stated = sources.of_span(person_id, table, field, str(span["since"]))
            span["source"] = stated.as_data() if stated is not None else None
    attained = profile.levels(db, person_id)
    for name, facts in profile.LISTS.items():
        field = NAMED_BY.get(name, facts.columns[0])
        lists[name] = [
            {**values, "source": source(facts.table, record, field)}
            for record, values in profile.entries(db, person_id, name)
        ]
        if name == "assessments":
            for (record, _), entry in zip(profile.entries(db, person_id, name), lists[name], strict=True):
                entry["competencies"] = attained.get(record, [])
        if name == "evaluations":
            _by_law(db, lists[name])
        if name == "discipline":
            lists["discipline"], lists["ethics"] = _parted(db, lists["discipline"])
        if name == "indicators":
            for entry in lists[name]:
                entry["achievement"] = _achievement(entry)

    for name, (table, _, columns, _) in profile.SHARED.items():
        lists[name] = [
            {**values, "source": source(table, record, columns[0])}
            for record, values in profile.shared(db, person_id, name)
        ]

    def shapes() -> list[Shape]:
        return pictures(person.full_name, today, origins, lists, as_of)

    document = {"as_of": as_of, **today, "sources": origins, **lists}
    return Result(document, shapes, flat=lambda: flat(today, origins, lists))
