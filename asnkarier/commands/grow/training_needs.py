"""`training needs`: who needs what, how much, how urgently and because of which cell; and who is ready for leadership training."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.commands.grow.led_to import LeadsTo
from asnkarier.commands.grow.next_posts import in_force
from asnkarier.commands.grow.wanting import people_on_duty, wanting
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, UNIT
from asnkarier.core.growth.needs import Above, Need, Needs
from asnkarier.core.growth.offers import Offers
from asnkarier.core.growth.wants import Wanting
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.growth import needs as growth
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.needs import Shown, data, shapes, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result


def run(
    db: Database,
    as_of: date,
    unit: Annotated[str | None, UNIT] = None,
    policy: Annotated[str | None, POLICY] = None,
    everything: Annotated[bool, ALL] = False,
) -> Result:
    """List every need with its reason and its source."""
    base = _Needs(db, as_of, unit, policy)
    shown = base.shown()
    sources = Sources(db, as_of.isoformat())
    return Result(
        lambda: data(shown, sources),
        lambda: shapes(shown, sources, everything=everything),
        sheets=lambda: sheets(shown, sources),
        hints=[
            Words(
                N_("The best plan for a budget: asnkarier training plan --year {year} --budget RP"),
                {"year": str(as_of.year + 1)},
            ),
            Words(N_("As a document: asnkarier report hcdp {year} -o FILE"), {"year": str(as_of.year + 1)}),
        ],
    )


class _Needs:
    """Reads what needs are told from."""

    def __init__(self, db: Database, as_of: date, unit: str | None, policy: str | None) -> None:
        self.db = db
        self.as_of = as_of
        self.units = Units(db)
        self.people = people_on_duty(db, as_of, self.units, unit)
        self.within = self.units.find(unit).id if unit is not None else None
        law = lawbook(db)
        self.ground = ground(db, law, policy_in_use(db, policy), as_of)
        self.found = wanting(db, law, as_of, self.people)
        self.leadership = law.leadership.on(as_of)
        self.offers = Offers(trainings.catalogue(db))
        self.needs = Needs(
            self.ground.setting,
            self.ground.nine,
            {number: competency.name for number, competency in self.found.competencies.items()},
            self.offers,
            law.importance.on(as_of).value,
            self.leadership.value,
            growth.leadership_trainings(db, as_of.isoformat()),
        )
        self.led_to = LeadsTo(db, self.units, as_of)
        posts = [post for post in self.ground.posts.values() if in_force(post, as_of)]
        self.above = Above(posts, self.ground.setting, lambda unit: self.units.by_id[unit].parent_id)

    def shown(self) -> Shown:
        """Put everything together."""
        unmeasured = Counter(who.unmeasured for who in self.found.people)
        expired = sum(who.any_outdated is not None for who in self.found.people)
        read = records(self.ground, None)
        return Shown(
            self.as_of,
            [*self._of_posts(), *self._of_levels(), *self._of_certificates(), *self._of_evaluations()],
            list(self.needs.pipeline(self.people, read, lambda post: self.ground.posts[post].name)),
            {o.code: (o.title, o.seats) for o in self.offers.every},
            len(self.people),
            unmeasured["not_assessed"],
            unmeasured["levels_unknown"],
            expired,
            reach(self.db).get("trainings", ()),
            self.units.homes(self.within),
            f"{self.found.law}; {self.leadership.citation.text}",
        )

    def _of_posts(self) -> Iterator[Need]:
        stands = growth.level_records(self.db, self.as_of.isoformat())
        importance = competencies.importances(self.db, self.as_of.isoformat())
        for who in self.found.people:
            levels = stands.get(who.person.id, {})
            yield from self.needs.gaps(who, levels)
            yield from self.needs.beyond(who, self._posts_after(who), importance, levels)

    def _posts_after(self, who: Wanting) -> Sequence[Post]:
        """Return where the post leads to; where nobody wrote that down, the next above in the own line."""
        post = self.ground.posts.get(who.person.position_id or 0)
        if post is None:
            return ()
        if post.leads_to:
            return self.led_to.of(post, self.units.agency(who.person.unit_id))
        return self.above.of(post, who.person.unit_id)

    def _of_levels(self) -> Iterator[Need]:
        for who in self.found.people:
            yield from self.needs.leading(who)

    def _of_certificates(self) -> Iterator[Need]:
        by_person = {who.person.id: who for who in self.found.people}
        newest = {(c.person_id, c.key): c for c in growth.certificates(self.db)}
        for certificate in newest.values():
            who = by_person.get(certificate.person_id)
            if who is not None and certificate.valid_until < self.as_of.isoformat():
                yield self.needs.expired(who, certificate)

    def _of_evaluations(self) -> Iterator[Need]:
        by_person = {who.person.id: who for who in self.found.people}
        for told in growth.newest_evaluations(self.db, self.as_of.year):
            who = by_person.get(told.person_id)
            if who is not None:
                yield from self.needs.judged(who, told)
