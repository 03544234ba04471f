"""Candidates for Satyalancana Karya Satya."""

from collections import Counter, defaultdict

from asnkarier.commands.report.basis import Basis
from asnkarier.core.person import Person
from asnkarier.core.reports.service_award import Proposal, Serving, proposal
from asnkarier.store.queries.report import year
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Chart, Figure, Section
from asnkarier.views.shapes import Column, Said, Table

WHY: dict[str, Said] = {
    "": "",
    "sanction": N_("a sanction of level sedang or berat is on record"),
    "leave": N_("leave without pay is on record: look whether it broke the service"),
    "register": N_("the register of discipline does not reach this day"),
    "awards": N_("the register of awards does not reach this day"),
}


def proposals(on: Basis) -> list[tuple[Person, Proposal]]:
    """Return everyone for whom an award is due, by years and NIP."""
    rule = on.law.satyalancana.on(on.as_of).value
    day = on.as_of.isoformat()
    sanctions: dict[int, set[str]] = defaultdict(set)
    for entry in year.sanctions(on.db, day, on.law.discipline.on(on.as_of).value):
        if entry.annulled_on is None or entry.annulled_on > day:
            sanctions[entry.person_id].add(entry.level)
    held: dict[int, list[str]] = defaultdict(list)
    for award in year.awards(on.db, "0001-01-01", day):
        if award.scope == "satyalancana":
            held[award.person_id].append(award.title)
    statuses = year.statuses_held(on.db, rule.breaks, day)
    found = []
    for person in on.people:
        serving = Serving(
            person.employee_kind,
            person.appointed_on,
            sanctions.get(person.id, ()),
            held.get(person.id, ()),
            statuses.get(person.id, ()),
        )
        # Nobody has a sanction or an award of service before the appointment.
        began = person.appointed_on or ""
        due = proposal(
            rule,
            serving,
            on.as_of,
            sanctions_known=on.covered("discipline", on.as_of, began),
            awards_known=on.covered("awards", on.as_of, began),
        )
        if due is not None:
            found.append((person, due))
    return sorted(found, key=lambda pair: (-pair[1].years, pair[0].nip))


def section(on: Basis) -> Section:
    """List who may be proposed, and of whom it cannot be told."""
    rule = on.law.satyalancana.on(on.as_of)
    due = proposals(on)
    law = Words(N_("{law}. Staff on {as_of}."), {"law": rule.citation.text, "as_of": on.as_of})
    counts = Counter((one.years, one.outcome) for _person, one in due)
    rows = [
        (
            Words(N_("{years} {years:year|years}"), {"years": years}),
            *(counts[years, outcome] for outcome in ("met", "unknown", "not_met")),
        )
        for years in rule.value.years
    ]
    columns = (
        Column("years", N_("Award for")),
        Column("met", N_("To be proposed"), "integer"),
        Column("unknown", N_("Cannot be told"), "integer"),
        Column("not_met", N_("Hindered"), "integer"),
    )
    names = Table(
        N_("Candidates by name"),
        (
            Column("years", N_("Award for")),
            Column("nip", N_("NIP"), "nip"),
            Column("name", N_("Name")),
            Column("unit", N_("Unit")),
            Column("appointed_on", N_("Appointed on"), "date"),
            Column("since", N_("Years complete on"), "date"),
            Column("outcome", N_("Outcome"), "outcome"),
            Column("why", N_("Reason")),
        ),
        [
            (
                Words(N_("{years} {years:year|years}"), {"years": one.years}),
                person.nip,
                person.full_name,
                on.units.name(person.unit_id),
                person.appointed_on,
                one.since,
                one.outcome,
                Words(why) if isinstance(why := WHY[one.hindrance], str) else why,
            )
            for person, one in due
            if one.hindrance
            != "sanction"  # why somebody is hindered is nobody's business in a report that is passed on
        ],
        law,
        N_("Nobody."),
    )
    first = sum(one.outcome == "met" for _person, one in due)
    return Section(
        "satyalancana",
        N_("Satyalancana Karya Satya: candidates"),
        [Words(N_("{count} {count:employee|employees} may be proposed."), {"count": first})],
        [
            Figure(
                Table(N_("Candidates by award"), columns, rows, law),
                Chart("stacked", "years", ("met", "unknown", "not_met")),
            ),
            Figure(names, shown=60),
        ],
    )
