"""`policy compare`: who changes box or place under another policy, and what moves them."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.commands.decide.talent import chosen
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POST_KIND, UNIT, argument
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.talent import Scorer
from asnkarier.core.person import Person
from asnkarier.core.talent.compare import compared
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.compare import Comparison, document, flat, pictures, sheets
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    one: Annotated[str, argument("A", help=N_("Policy by name, or a policy file."), completes="policy")],
    other: Annotated[
        str, argument("B", help=N_("The policy to compare with, by name or as a file."), completes="policy")
    ],
    unit: Annotated[str | None, UNIT] = None,
    kind: Annotated[str | None, POST_KIND] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Measure everyone on duty by both policies."""
    law = lawbook(db)
    grounds = [ground(db, law, policy_in_use(db, named), as_of) for named in (one, other)]
    sides = [(Scorer(base.setting), records(base, None)) for base in grounds]
    people = chosen(grounds[0], Units(db), unit, kind)
    changed = compared(people, sides[0], sides[1])
    posts = grounds[0].posts
    policies = [base.setting.policy for base in grounds]
    found = Comparison(
        as_of=as_of,
        before=policies[0],
        after=policies[1],
        hashes=(fingerprint(policies[0]), fingerprint(policies[1])),
        compared=len(people),
        changed=changed,
        position=lambda number: posts[number].name if number is not None else None,
        stand_in=_stand_in(people, sides),
    )
    return Result(
        lambda: document(found),
        lambda: pictures(found, everyone),
        sheets=lambda: sheets(found),
        flat=lambda: flat(found),
    )


def _stand_in(people: Sequence[Person], sides: Sequence[tuple[Scorer, Records]]) -> dict[tuple[int, ...], int]:
    """Count the people for whom older years stand in by either policy; where both do, as far back as the one that looks further."""
    found = (max((scorer.stand_in(person, records) for scorer, records in sides), key=len) for person in people)
    return Counter(filter(None, found))
