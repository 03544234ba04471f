"""`credit`: the credit of a functional post, year by year from the last PAK, against the next rank and the next level."""

from datetime import date
from typing import Annotated

from asnkarier.commands.in_force import lawbook
from asnkarier.commands.parameters import NIP
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.records import Records
from asnkarier.core.rank.cases import held_levels
from asnkarier.core.rank.credit import credit
from asnkarier.core.rules.credit import credit_law
from asnkarier.store.database import Database
from asnkarier.store.queries import positions, staff
from asnkarier.store.queries.candidates import Reader
from asnkarier.store.queries.file import contracts
from asnkarier.store.queries.talent import ranks
from asnkarier.views.appraise.credit import Earning, document, flat, pictures
from asnkarier.views.result import Result


def run(db: Database, as_of: date, nip: Annotated[str, NIP]) -> Result:
    """Add up the credit of one person in the present level."""
    law = lawbook(db)
    rule, credit_rules = law.credit.on(as_of), credit_law(law.credit, as_of)
    person = staff.one(db, staff.find(db, nip), as_of)
    position_rule = law.positions.on(as_of).value
    posts = positions.every(db)
    records = Records()
    reader = Reader(db, as_of, person.id)
    reader.postings(posts, position_rule, records)
    away = reader.absences(frozenset(law.experience.on(as_of).value.uncounted_states)).get(person.id, ())
    paks = ranks.paks(db, as_of, person.id).get(person.id, [])
    results = ranks.results(db, as_of, PredicateReader(law.predicate), person.id).get(person.id, [])
    postings = records.postings.get(person.id, ())
    contracted = contracts.last_days(db, rule.value.uncounted_kinds, as_of, person.id).get(person.id)
    held = held_levels(postings, records.classes, paks, contracted)
    earns = person.employee_kind is None or person.employee_kind in rule.value.employee_kinds
    found = credit(credit_rules, held, person.golongan, paks, results, as_of, away) if earns else None
    if found and held != held_levels(postings, records.classes, paks):
        found = found._replace(warnings=(*found.warnings, "contracted"))
    post = next((post.name for post in posts if post.id == person.position_id), None)
    earning = Earning(person, post, as_of, rule, found, "" if found else "kind" if not earns else "post")
    return Result(lambda: document(earning), lambda: pictures(earning), flat=lambda: flat(earning))
