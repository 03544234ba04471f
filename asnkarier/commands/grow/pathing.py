"""Judging one person for the posts that may come next, and for those on the way to a goal."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from asnkarier.commands.decide.deciding import Ground, asked, ground, records, target_of
from asnkarier.commands.decide.heads import retires_at
from asnkarier.commands.grow.next_posts import NextPosts, asked_of, in_force
from asnkarier.commands.grow.wanting import wanting
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.core.decide.checks.personal import birth_date
from asnkarier.core.decide.checks.service import Counter, by_level
from asnkarier.core.decide.experience import Experience
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.remedy import remedy
from asnkarier.core.decide.requirement import Requirements
from asnkarier.core.decide.shortlist import BOX, Judge
from asnkarier.core.errors import Usage
from asnkarier.core.growth.idp import Lacking, first
from asnkarier.core.growth.leading import has
from asnkarier.core.growth.offers import Offers, named
from asnkarier.core.growth.path import (
    Limit,
    age_limits,
    chain,
    first_day,
    ladder,
    moves,
    readiness,
    service_asked,
    stages,
)
from asnkarier.core.growth.wants import weight_of
from asnkarier.core.rank.retirement import RetirementAge, dated_age
from asnkarier.core.rules.positions import PositionKind
from asnkarier.core.rules.requirements import AgeAtMost, FieldExperience, RequirementSet
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies, positions, staff
from asnkarier.store.queries.growth import needs as growth
from asnkarier.store.queries.growth import trainings
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units
from asnkarier.views.growth.path import Next, Shown, Step

MOST_A_MOVE = 6


class Pathfinder:
    """One person, and everything that paths are judged by."""

    def __init__(self, db: Database, nip: str, as_of: date, policy: str | None) -> None:
        """Read the person, the posts, the law and what is on record."""
        self.db, self.as_of = db, as_of
        self.law = lawbook(db)
        self.units = Units(db)
        self.base: Ground = ground(db, self.law, policy_in_use(db, policy), as_of)
        self.person = staff.one(db, staff.find(db, nip), as_of)
        if self.person.position_id is None:
            raise Usage("path_without_post", {"nip": self.person.nip, "name": self.person.full_name, "as_of": as_of})
        self.post = self.base.posts[self.person.position_id]
        kind = self.base.setting.kind_of(self.post.id)
        if kind is None:
            raise Usage("position_without_kind", {"position": self.post.name})
        self.kind: PositionKind = kind
        self.rule = self.base.setting.positions
        self.leadership = law = self.law.leadership.on(as_of).value
        taken = growth.leadership_trainings(db, as_of.isoformat()).get(self.person.id, set())
        self.missing_training = {k: t for k, t in law.training.items() if not has(taken, t, law)}
        (who,) = wanting(db, self.law, as_of, [self.person]).people
        self.wants, self.levels = who.wants, who.levels
        old = who.any_outdated
        self.expired = old is not None
        self.assessed_on = old or who.assessed_on or max(who.days.values(), default=None)
        self.weights = self.law.importance.on(as_of).value
        self.importance = competencies.importances(db, as_of.isoformat())
        self.names = {c.id: c.name for c in self.base.competencies}
        self.offers = Offers(trainings.catalogue(db))
        born, _ = birth_date(self.person)
        self.born = date.fromisoformat(born) if born else None
        self._read: dict[frozenset[tuple[str, str]], Records] = {}
        self._next = NextPosts(db, self.base.posts, self.base.setting, self.units)

    def leads_to(self, position_id: int) -> list[int]:
        """Return the posts that a post leads to, those of its own unit or agency where several bear the name."""
        return [post.id for post in self._next.leads_to(self.base.posts[position_id], self.person.unit_id)]

    def judged(self, post: Post, move: str | None) -> Next:
        """Judge the person for one post."""
        target = target_of(post, self.base)
        requirements = asked(target, self.base, of_many=True)
        judge = Judge(target, requirements, self.base.setting, self._on_record(requirements))
        found = judge.judge(self.person)
        changes = remedy(judge, found, on_duty=self.person.status in staff.ON_DUTY)
        outcomes = [(check.name if check else BOX, verdict.outcome) for check, verdict in asked_of(judge, found)]
        at_once = found.outcome == "met" and not changes.changes
        earliest = self.as_of if at_once else changes.eligible_on
        return Next(
            post.name,
            self.units.path(post.unit_id) or None,
            target.kind,
            move,
            found.outcome,
            readiness(o for _, o in outcomes),
            [name for name, o in outcomes if o == "not_met"],
            [name for name, o in outcomes if o == "unknown"],
            [name for name, o in outcomes if o == "met"],
            earliest,
            first_day(changes.changes, [name for name, o in outcomes if o == "not_met"], self.as_of),
            list(changes.changes),
            self.missing_training.get(target.kind),
            post.id,
            *self._beside(post),
        )

    def _beside(self, post: Post) -> tuple[list[Lacking], int]:
        """Return what is missing of the competencies that a post asks beside the nine, and of how many no level is known."""
        profile = self.base.setting.profiles[post.id]
        kinds = {self.kind, self.base.setting.kind_of(post.id) or self.kind}
        found, unmeasured = [], 0
        for competency, required in {**profile.technical, **profile.other}.items():
            attained = self.levels.get(competency)
            if attained is None:
                unmeasured += 1
            elif attained < required:
                found.append(self.lacking(competency, attained, required, post, kinds))
        return first(found, len(found)), unmeasured

    def _on_record(self, requirements: Requirements) -> Records:
        # What is read follows from what the forms need, and from how many years of evaluations are asked.
        asked = frozenset(
            (check.kind, repr(check.required) if check.kind == "performance" else "") for check in requirements.checks
        )
        if asked not in self._read:
            self._read[asked] = records(self.base, requirements, self.person.id)
        return self._read[asked]

    def next_posts(self, *, everything: bool) -> list[Next]:
        """Return the posts that may come next: those the own post leads to, and those of the kinds' rules."""
        found = self._next.of(self.post, self.person.unit_id)
        judged = [self.judged(post, move) for post, move in found]
        result: list[Next] = []
        for move in ("vertical", "horizontal", "diagonal"):
            mine = sorted((n for n in judged if n.move == move), key=lambda n: (-n.readiness.percent, n.position))
            result += mine if everything else mine[:MOST_A_MOVE]
        return result

    def _exists(self, post: Post) -> bool:
        return in_force(post, self.as_of)

    def way_to(self, goal: Post) -> list[Step]:
        """Return the posts on the way to a goal, with the earliest dates."""
        setting = self.base.setting
        kind = setting.kind_of(goal.id)
        if kind is None:
            raise Usage("position_without_kind", {"position": goal.name})
        if goal.id == self.post.id:
            raise Usage("path_goal_held", {"position": goal.name, "name": self.person.full_name})
        led = chain(self.post.id, goal.id, self.leads_to)
        posts: list[Post | None]
        if led is not None:
            posts = [self.base.posts[number] for number in led]
            kinds = [setting.kind_of(number) or kind for number in led]
        elif (standing := self.rule.standing(kind, self.kind)) < 0:
            raise Usage("path_goal_lower", {"position": goal.name, "own": self.post.name})
        else:
            kinds = ladder(self.kind, kind, self.rule) if standing > 0 else [kind]
            posts = [*([None] * (len(kinds) - 1)), goal]
        judged = self._first(posts[0], kinds[0])
        sets = {k: self.law.requirements_of(k, self.as_of).value for k in kinds}
        fields = [self._field(post, sets[k]) for post, k in zip(posts, kinds, strict=True)]
        dated = stages(
            kinds,
            judged.soonest if judged else None,
            sets,
            self.rule,
            [on for on, _ in fields],
            self._limits(posts, kinds, sets),
            self._served(sets),
            self.as_of,
        )
        lacking = list(self._gaps(posts, kinds))
        return [
            Step(
                post.name if post else None,
                self.units.path(post.unit_id) or None if post else None,
                stage.kind,
                stage.earliest,
                stage.after_years,
                self.missing_training.get(stage.kind),
                judged if place == 0 else None,
                stage.blocked,
                fields[place][1],
                sets[stage.kind].exceptions,
                *lacking[place],
                self._codes(stage.kind),
            )
            for place, (post, stage) in enumerate(zip(posts, dated, strict=True))
        ]

    def _field(self, post: Post | None, required: RequirementSet) -> tuple[date | None, int | None]:
        """Return from when the years in the field are full, and how many years are asked where nothing can count them."""
        years = max((r.years for r in required.requirements if isinstance(r, FieldExperience)), default=None)
        if years is None:
            return None, None
        found = self.judged(post, None) if post is not None else None
        if found is None:
            return None, years
        change = next((c for c in found.changes if c.of == "experience_in_field"), None)
        if change is not None and change.on is not None and "experience_in_field" in found.missing:
            return change.on, None
        return None, None if "experience_in_field" in found.met else years

    def _served(self, sets: Mapping[PositionKind, RequirementSet]) -> dict[PositionKind, Experience]:
        """Return for each kind of post what counts already of the service that it asks."""
        on_record = records(self.base, None, self.person.id)
        policy = self.base.setting.policy
        return {
            kind: Counter(by_level(asked_.kinds, self.rule, policy), self.as_of).of(self.person, on_record)
            for kind, required in sets.items()
            if (asked_ := service_asked(required)) is not None
        }

    def _limits(
        self, posts: Sequence[Post | None], kinds: Sequence[PositionKind], sets: Mapping[PositionKind, RequirementSet]
    ) -> list[list[Limit]]:
        """Return for each post on the way from when it is too late for it; nothing where no date of birth is known."""
        if self.born is None:
            return []
        held = self._retires(self.post, self.kind)
        result = []
        for post, kind in zip(posts, kinds, strict=True):
            target = self._retires(post, kind)
            oldest = min((r.years for r in sets[kind].requirements if isinstance(r, AgeAtMost)), default=None)
            reading = self.base.setting.policy.eligibility.age_reading
            result.append(age_limits(self.born, held, target, oldest, reading))
            held = target
        return result

    def _retires(self, post: Post | None, kind: PositionKind) -> RetirementAge | None:
        if post is None:
            return dated_age(self.law.retirement, self.as_of, kind, "", None)
        return retires_at(self.law, self.as_of, post, kind, self.base.setting.positions)

    def _gaps(self, posts: Sequence[Post | None], kinds: Sequence[PositionKind]) -> Iterator[tuple[list[Lacking], int]]:
        """Yield for each post what is missing of what it asks, once those before it were held, and how much has no known level."""
        held, levels = self.kind, dict(self.levels)
        for post, kind in zip(posts, kinds, strict=True):
            found, unmeasured = [], 0
            for competency, required in self.asked_of(post, kind).items():
                attained = levels.get(competency)
                if attained is None:
                    unmeasured += 1
                elif attained < required:
                    found.append(self.lacking(competency, attained, required, post, {held, kind}))
                    levels[competency] = required
            yield first(found, len(found)), unmeasured
            held = kind

    def asked_of(self, post: Post | None, kind: PositionKind) -> dict[int, int]:
        """Return competency → level that a post asks, or any post of the kind where none is named."""
        if post is not None:
            profile = self.base.setting.profiles[post.id]
            nine = zip(self.base.nine, profile.nine, strict=True)
            return {c: level for c, level in (*nine, *profile.technical.items(), *profile.other.items()) if level}
        default = self.law.competency.on(self.as_of).value.default_levels.get(kind)
        return dict.fromkeys(self.base.nine, default) if default else {}

    def lacking(
        self, competency: int, attained: int, required: int, post: Post | None, kinds: Collection[str]
    ) -> Lacking:
        """Describe one gap: how urgent it is for the post, and the training that comes nearest to closing it."""
        name = self.names[competency]
        importance = self.importance.get(post.id, {}).get(competency) if post is not None else None
        best = self.offers.best(name, attained, required, kinds)
        urgency = weight_of(importance, self.weights) * (required - attained)
        return Lacking(name, urgency, attained, required, named(best) if best else None)

    def _codes(self, kind: PositionKind) -> tuple[str, ...]:
        training = self.missing_training.get(kind)
        return self.offers.leadership(training, self.leadership) if training else ()

    def _first(self, post: Post | None, kind: PositionKind) -> Next | None:
        """Judge the first post on the way: the named one, else the one of its kind in the own agency that fits best."""
        if post is not None:
            return self.judged(post, moves(self.kind, kind, self.rule))
        agency = self.units.agency(self.person.unit_id)
        near = [
            p
            for p in self.base.posts.values()
            if self.base.setting.kind_of(p.id) == kind and self._exists(p) and self.units.agency(p.unit_id) == agency
        ]
        found = [self.judged(p, moves(self.kind, kind, self.rule)) for p in near[:MOST_A_MOVE]]
        return max(found, key=lambda n: n.readiness.percent, default=None)

    def shown(self, goal: str | None, *, everything: bool) -> Shown:
        """Put together what is shown."""
        target: Post | None = positions.find(self.db, goal, self.units, self.as_of) if goal else None
        steps: Sequence[Step] = self.way_to(target) if target else ()
        careers = self.law.careers.on(self.as_of)
        return Shown(
            self.person.nip,
            self.person.name,
            self.person.full_name,
            self.post.name,
            self.units.path(self.person.unit_id) or None,
            self.kind,
            self.as_of,
            self.next_posts(everything=everything) if target is None else [],
            target.name if target else None,
            steps,
            careers.citation.text,
            careers.value.usual_years,
            self.expired,
            self.born is not None,
        )
