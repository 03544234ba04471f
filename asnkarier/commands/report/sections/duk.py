"""The list of seniority (DUK)."""

from asnkarier.commands.report.basis import Basis
from asnkarier.core.decide.checks.personal import appointed_by_nip, first_day
from asnkarier.core.person import Person
from asnkarier.core.reports.seniority import Senior, in_order
from asnkarier.store.queries.report import year
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Figure, Section
from asnkarier.views.shapes import Column, Table
from asnkarier.views.terms import by_nip

_LEVELS = ("PKP", "PKA", "PKN II", "PKN I")
_SHOWN = 40


def section(on: Basis) -> Section:
    """Sort everyone by the measures of the law."""
    rule = on.law.duk.on(on.as_of)
    rungs = on.law.positions.on(on.as_of).value.rung
    ranks = {rank.golongan: rank.name for rank in on.law.golongan.on(on.as_of).value.pns}
    trained = year.leadership(on.db, on.as_of.isoformat())
    listed = [person for person in on.people if person.employee_kind in rule.value.kinds]
    rows: list[tuple[object, ...]] = []
    for number, senior in enumerate(in_order([_senior(on, p, rungs, trained) for p in listed], rule.value), start=1):
        person = on.by_id[senior.person_id]
        level = _LEVELS[senior.training - 1] if senior.training else None
        rows.append(
            (
                number,
                person.nip,
                person.full_name,
                person.golongan,
                ranks.get(person.golongan or ""),
                person.golongan_since if person.golongan_stated else None,
                on.position(person),
                person.post_since if person.post_stated else None,
                person.appointed_on,
                level,
                person.education,
                person.birth_date,
                on.units.name(person.unit_id),
            )
        )
    unknown = sum(not person.golongan for person in listed)
    sentences = [
        Words(
            N_("{count} {count:person|people}, sorted by: rank, post, service, leadership training, education, age."),
            {"count": len(listed)},
        )
    ]
    if unknown:
        sentences.append(
            Words(
                N_("{count} of them {count:stands|stand} last because the golongan is not known."), {"count": unknown}
            )
        )
    read = sum(map(appointed_by_nip, listed))
    if read:
        sentences.append(by_nip(read))
    columns = (
        Column("number", N_("No."), "integer"),
        Column("nip", N_("NIP"), "nip"),
        Column("name", N_("Name")),
        Column("golongan", N_("Golongan"), "code"),
        Column("rank", N_("Rank title")),
        Column("golongan_since", N_("Golongan since"), "date"),
        Column("position", N_("Position")),
        Column("position_since", N_("Position since"), "date"),
        Column("appointed_on", N_("Appointed on"), "date"),
        Column("training", N_("Leadership training"), "code"),
        Column("education", N_("Education"), "code"),
        Column("birth_date", N_("Born on"), "date"),
        Column("unit", N_("Unit")),
    )
    law = Words(N_("{law}. Staff on {as_of}."), {"law": rule.citation.text, "as_of": on.as_of})
    table = Table(N_("List of seniority (DUK)"), columns, rows, law)
    return Section("duk", N_("List of seniority (DUK)"), sentences, [Figure(table, shown=_SHOWN)])


def _senior(on: Basis, person: Person, rungs: object, trained: dict[int, dict[str, str]]) -> Senior:
    kind = on.kind_of(person)
    levels = trained.get(person.id, {})
    best = max((place for place, level in enumerate(_LEVELS, start=1) if level in levels), default=None)
    return Senior(
        person.id,
        person.nip,
        person.golongan,
        person.golongan_since if person.golongan_stated else None,
        rungs[kind] if kind else None,  # type: ignore[index]  # the keys of the record are kinds
        person.post_since if person.post_stated else None,
        first_day(person),
        best,
        levels[_LEVELS[best - 1]] if best else None,
        person.education,
        person.birth_date,
    )
