"""`training needs`: who needs what, how much, how urgently and because of which cell; and who is ready for leadership training."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.deciding import ground, records
from asnkarier.commands.grow.led_to import LeadsTo
from asnkarier.commands.grow.next_posts import in_force
from asnkarier.commands.grow.offers import Offers
from asnkarier.commands.grow.wanting import people_on_duty, wanting
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, UNIT
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.talent import Scorer
from asnkarier.core.growth.leading import has, next_kind
from asnkarier.core.growth.path import moves
from asnkarier.core.growth.wants import Wanting, weight_of
from asnkarier.core.names import folded
from asnkarier.core.numbers import SCALE
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.growth import needs as growth
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.needs import Need, Ready, Shown, data, shapes, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

LOW = frozenset({"butuh_perbaikan", "kurang", "sangat_kurang"})
"""Predicates that ask for help where neither rating is on record as below expectation."""


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
    """Everything needs are read from."""

    def __init__(self, db: Database, as_of: date, unit: str | None, policy: str | None) -> None:
        self.db = db
        self.as_of = as_of
        self.law = lawbook(db)
        self.units = Units(db)
        self.people = people_on_duty(db, as_of, self.units, unit)
        self.within = self.units.find(unit).id if unit is not None else None
        self.ground = ground(db, self.law, policy_in_use(db, policy), as_of)
        self.found = wanting(db, self.law, as_of, self.people)
        self.weights = self.law.importance.on(as_of).value
        self.led_to = LeadsTo(db, self.units, as_of)
        self.offers = Offers(db)
        self.by_unit: dict[int | None, list[Post]] = {}
        for post in self.ground.posts.values():
            if in_force(post, as_of):
                self.by_unit.setdefault(post.unit_id, []).append(post)
        self._after: dict[tuple[int, int | None], Sequence[Post]] = {}
        self.leadership = self.law.leadership.on(as_of)
        self.positions = self.law.positions.on(as_of).value
        self.taken = growth.leadership_trainings(db, as_of.isoformat())

    def shown(self) -> Shown:
        """Put everything together."""
        needs = [*self._gaps(), *self._leadership(), *self._certificates(), *self._judged()]
        covered = reach(self.db).get("trainings")
        unmeasured = Counter(who.unmeasured for who in self.found.people)
        expired = sum(who.any_outdated is not None for who in self.found.people)
        return Shown(
            self.as_of,
            needs,
            list(self._pipeline()),
            {o.code: (o.title, o.seats) for o in self.offers.every},
            len(self.people),
            unmeasured["not_assessed"],
            unmeasured["levels_unknown"],
            expired,
            covered,
            self.units.homes(self.within),
            f"{self.found.law}; {self.leadership.citation.text}",
        )

    def _kind(self, position_id: int | None) -> str | None:
        return self.ground.setting.kind_of(position_id)

    def _gaps(self) -> Iterator[Need]:
        stands = growth.level_records(self.db, self.as_of.isoformat())
        importance = competencies.importances(self.db, self.as_of.isoformat())
        for who in self.found.people:
            records = stands.get(who.person.id, {})
            for want in who.wants:
                if not want.missing or want.attained is None:
                    continue
                record = records.get(want.competency)
                yield self._need(who, want.competency, want.required, want.attained, want.importance, "gap", record)
            yield from self._next(who, importance, records)

    def _next(self, who: Wanting, importance: dict[int, dict[int, str]], records: dict[int, int]) -> Iterator[Need]:
        """Yield what the next posts on the path ask beyond the own one: each competency once, for the post that asks most."""
        own = {want.competency: want.required for want in who.wants}
        most: dict[int, tuple[int, Post]] = {}
        for target in self._posts_after(who):
            profile = self.ground.setting.profiles[target.id]
            nine = zip(self.ground.nine, profile.nine, strict=True)
            for competency, required in (*nine, *profile.technical.items(), *profile.other.items()):
                attained = who.levels.get(competency)
                if required is None or attained is None or max(attained, own.get(competency, 0)) >= required:
                    continue
                if competency not in most or required > most[competency][0]:
                    most[competency] = required, target
        for competency, (required, target) in most.items():
            weight = importance.get(target.id, {}).get(competency)
            record, attained = records.get(competency), who.levels[competency]
            yield self._need(who, competency, required, attained, weight, "next", record, target)

    def _posts_after(self, who: Wanting) -> Sequence[Post]:
        """Return where the post leads to; where nobody wrote that down, the next above in the own line."""
        post = self.ground.posts.get(who.person.position_id or 0)
        if post is None:
            return ()
        if post.leads_to:
            return self.led_to.of(post, self.units.agency(who.person.unit_id))
        key = post.id, who.person.unit_id
        if key not in self._after:
            self._after[key] = self._above(post, who.person.unit_id)
        return self._after[key]

    def _above(self, post: Post, unit: int | None) -> Sequence[Post]:
        while unit is not None:
            found = [other for other in self.by_unit.get(unit, ()) if self._vertical(post, other)]
            if found:
                return found
            unit = self.units.by_id[unit].parent_id
        return [other for other in self.by_unit.get(None, ()) if self._vertical(post, other)]

    def _vertical(self, post: Post, other: Post) -> bool:
        """Tell whether a post stands one step above another in its group; of functional ones only in the same field of work."""
        here, there = self.ground.setting.kind_of(post.id), self.ground.setting.kind_of(other.id)
        if here is None or there is None or moves(here, there, self.positions) != "vertical":
            return False
        return not here.startswith("jf_") or bool(post.job_family and post.job_family == other.job_family)

    def _need(
        self,
        who: Wanting,
        competency: int,
        required: int,
        attained: int,
        importance: str | None,
        reason: str,
        record: int | None,
        target: Post | None = None,
    ) -> Need:
        name = self.found.competencies[competency].name
        kinds = {self._kind(who.person.position_id)} | ({self._kind(target.id)} if target else set())
        missing = required - attained
        return Need(
            who.person.id,
            who.person.nip,
            who.person.full_name,
            who.person.unit_id,
            reason,
            name,
            required,
            attained,
            importance,
            tuple(o.code for o in self.offers.raising(name, attained, kinds)),
            weight_of(importance, self.weights) * missing,
            Datum("assessment", record, f"level:{name}") if record else None,
            target.name if target else None,
            who.outdated(competency),
        )

    def _plain(self, who: Wanting, reason: str, what: str, codes: tuple[str, ...], datum: Datum | None) -> Need:
        person = who.person
        return Need(
            person.id, person.nip, person.full_name, person.unit_id, reason, None, None, None, None, codes, None,
            datum, what, False,
        )  # fmt: skip

    def _leadership(self) -> Iterator[Need]:
        rule = self.leadership.value
        for who in self.found.people:
            level = rule.training.get(self._kind(who.person.position_id))  # type: ignore[call-overload]  # the keys of the record are kinds
            if level is not None and not has(self.taken.get(who.person.id, set()), level, rule):
                yield self._plain(
                    who, "leadership", level, self.offers.leadership(level, rule), Datum("person_post", 0, "position")
                )

    def _certificates(self) -> Iterator[Need]:
        by_person = {who.person.id: who for who in self.found.people}
        newest = {(c.person_id, c.key): c for c in growth.certificates(self.db)}
        for certificate in newest.values():
            who = by_person.get(certificate.person_id)
            if who is not None and certificate.valid_until < self.as_of.isoformat():
                codes = tuple(o.code for o in self.offers.every if folded(o.title) == certificate.key)
                datum = Datum(certificate.table, certificate.record, "valid_until")
                yield self._plain(who, "certificate", certificate.title, codes, datum)

    def _judged(self) -> Iterator[Need]:
        """Yield what the newest evaluation says: ratings below expectation, and a training recommended."""
        by_person = {who.person.id: who for who in self.found.people}
        for told in growth.newest_evaluations(self.db, self.as_of.year):
            who = by_person.get(told.person_id)
            if who is None:
                continue
            below = [f for f, v in (("work_result", told.work_result), ("behaviour", told.behaviour)) if v == "below"]
            if not below and told.predicate in LOW:
                below = ["predicate"]
            for field in below:
                yield self._plain(who, "rating", field, (), Datum("evaluation", told.record, field))
            if told.recommendation == "training":
                what = told.feedback or str(told.year)
                yield self._plain(who, "recommendation", what, (), Datum("evaluation", told.record, "recommendation"))

    def _pipeline(self) -> Iterator[Ready]:
        """Yield people in the boxes of the succession group without the training that the next level asks."""
        base, rule = self.ground, self.leadership.value
        boxes = frozenset(base.setting.talent.succession_group)
        scorer = Scorer(base.setting)
        read = records(base, None)
        for person in self.people:
            kind = base.setting.kind_of(person.position_id)
            above = next_kind(kind, rule, self.positions) if kind else None
            if above is None or has(self.taken.get(person.id, set()), rule.training[above], rule):
                continue
            talent = scorer.talent(person, read)
            if not all(box in boxes for box in talent.boxes):
                continue
            low, high, divisor = talent.value
            yield Ready(
                person.nip,
                person.full_name,
                person.unit_id,
                base.posts[person.position_id].name if person.position_id is not None else None,
                talent.box,
                (low / (divisor * SCALE), high / (divisor * SCALE)),
                rule.training[above],
                above,
            )
