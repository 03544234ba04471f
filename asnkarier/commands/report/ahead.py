"""The next post of one employee, requirement by requirement, and the others that may come next: those that `path` names."""

from collections.abc import Iterator
from typing import NamedTuple

from asnkarier.commands.decide.deciding import Ground, asked, target_of
from asnkarier.commands.grow.next_posts import NextPosts, asked_of
from asnkarier.commands.report.basis import Basis
from asnkarier.commands.report.shortening import more
from asnkarier.core.decide.checks.competence import Measured
from asnkarier.core.decide.records import Records
from asnkarier.core.decide.remedy import remedy
from asnkarier.core.decide.shortlist import BOX, Judge, Judged
from asnkarier.core.errors import AsnError
from asnkarier.core.growth.path import Move, Readiness, readiness
from asnkarier.core.person import Person
from asnkarier.core.reports.articles import together
from asnkarier.store.queries import positions
from asnkarier.store.queries.positions import Post
from asnkarier.views.decide import spoken
from asnkarier.views.language import N_, Words
from asnkarier.views.report.model import Content, Section
from asnkarier.views.shapes import Column, Node, Said, Table, Text, Tree

OTHERS = 5
"""Other posts on a sheet, so that it stays within two pages."""
_ORDER = ("vertical", "horizontal", "diagonal")


class Candidate(NamedTuple):
    """A post that may come next; without judge and verdicts where the law says nothing about posts of its kind."""

    post: Post
    move: Move | None
    judge: Judge | None
    judged: Judged | None

    @property
    def ready(self) -> Readiness:
        """How much of what the post asks is met."""
        if self.judge is None or self.judged is None:
            return Readiness(0, 0, 0)
        return readiness(verdict.outcome for _check, verdict in asked_of(self.judge, self.judged))


class Ahead:
    """Says what comes next for people; everything that is one for all of them is kept."""

    def __init__(self, on: Basis, ground: Ground, records: Records, target: Post | None) -> None:
        """Stand on what is on record; `target` takes the place of the post that comes next."""
        self._on, self._ground, self._records, self._target = on, ground, records, target
        self._next = NextPosts(on.db, ground.posts, ground.setting, on.units)
        self._judges: dict[int, Judge | None] = {}

    def section(self, person: Person) -> Section:
        """Return the chapter of the sheet."""
        title = N_("The next post")
        first, others = self._found(person)
        if first is None:
            return Section("berikutnya", title, [N_("No next post is known: none is recorded that yours leads to.")])
        said, contents = self._asked(first)
        if others:
            contents.append(self._others(others))
        return Section("berikutnya", title, [said], contents)

    def data(self, person: Person) -> dict[str, object]:
        """Return the same for programs."""
        first, others = self._found(person)
        if first is None:
            return {"next": None, "others": []}
        found = asked_of(first.judge, first.judged) if first.judge and first.judged else []
        return {
            "next": {
                "position": first.post.name,
                "outcome": first.judged.outcome if first.judged else None,
                "checks": [
                    {
                        "check": check.name if check else BOX,
                        "outcome": verdict.outcome,
                        "article": check.article if check else self._ground.citations["talent"],
                    }
                    for check, verdict in found
                ],
            },
            "others": [
                {
                    "position": other.post.name,
                    "unit": self._on.units.path(other.post.unit_id) or None,
                    "move": other.move,
                    "outcome": other.judged.outcome if other.judged else None,
                    "readiness": other.ready.percent,
                }
                for other in others
            ],
        }

    def _found(self, person: Person) -> tuple[Candidate | None, list[Candidate]]:
        """Return the post that comes next and the others that may: where the own post leads, else up the nearest way, else by readiness."""
        if self._target is not None:
            return self._candidate(self._target, None, person), []
        if person.position_id is None:
            return None, []
        own = self._ground.posts[person.position_id]
        found = [self._candidate(post, move, person) for post, move in self._next.of(own, person.unit_id)]
        found.sort(
            key=lambda one: (_ORDER.index(one.move or "vertical"), -one.ready.percent, one.post.name, one.post.id)
        )
        led = [post.id for post in self._next.leads_to(own, person.unit_id)]
        named = sorted((one for one in found if one.post.id in led), key=lambda one: led.index(one.post.id))
        upwards = sorted(self._upwards(found, own, person.unit_id), key=lambda pair: pair[0])
        first = named[0] if named else upwards[0][1] if upwards else found[0] if found else None
        return first, [one for one in found if one is not first]

    def _upwards(
        self, found: list[Candidate], own: Post, unit_id: int | None
    ) -> Iterator[tuple[tuple[int, int, str, int], Candidate]]:
        """Yield the posts one level higher, the nearest first: of the own family, up the own line of units, in the own agency.

        Above the administrators stand the high leaders, though they are another group.
        """
        kind = self._ground.setting.kind_of(own.id)
        group = self._ground.setting.positions.group
        line: list[int] = []
        above = unit_id
        while above is not None:
            line.append(above)
            above = self._on.units.by_id[above].parent_id
        for one in found:
            post, its_kind = one.post, self._ground.setting.kind_of(one.post.id)
            if kind is None or its_kind is None:
                continue
            leading = (group[kind], group[its_kind]) == ("administrasi", "jpt")
            if one.move == "horizontal" or (one.move == "diagonal" and not leading):
                continue
            if post.unit_id is None:
                yield (0, -_alike(post.name_key, own.name_key), post.name_key, post.id), one
            else:
                far = line.index(post.unit_id) if post.unit_id in line else len(line)
                yield (far, 0, post.name_key, post.id), one

    def _candidate(self, post: Post, move: Move | None, person: Person) -> Candidate:
        if post.id not in self._judges:
            self._judges[post.id] = self._judge(post)
        judge = self._judges[post.id]
        return Candidate(post, move, judge, judge.judge(person) if judge is not None else None)

    def _judge(self, post: Post) -> Judge | None:
        """Return the judge of a post; None where the law says nothing about posts of its kind."""
        try:
            target = target_of(post, self._ground)
            return Judge(target, asked(target, self._ground), self._ground.setting, self._records)
        except AsnError:
            return None

    def _asked(self, found: Candidate) -> tuple[Said, list[Content]]:
        """Say what the post asks and what of it is met."""
        label = positions.label(found.post, self._on.units)
        judge, judged = found.judge, found.judged
        if judge is None or judged is None:
            text = N_("{position}: the law in the file names no requirements for posts of its kind.")
            return Words(text, {"position": label}), []
        nodes, articles, categories = [], [], False
        for check, verdict in asked_of(judge, judged):
            if check is None:
                nodes.append(Node(spoken.box(verdict, judge), verdict.outcome, (), BOX))
                articles.append(self._ground.citations["talent"])
            else:
                nodes.append(Node(spoken.spoken(check, verdict, judge), verdict.outcome, (), check.name))
                articles.append(check.article)
                categories |= isinstance(verdict.value, Measured) and verdict.value.category is not None
        counted = {outcome: sum(node.outcome == outcome for node in nodes) for outcome in ("met", "not_met", "unknown")}
        said = Words(
            N_("{position}: of {all} requirements, met: {met}; not met: {not_met}; cannot be told: {unknown}."),
            {"position": label, "all": len(nodes), **counted},
        )
        contents: list[Content] = [Tree("", nodes, together([article for article in articles if article]))]
        if categories:
            contents.append(Text([N_("MS: memenuhi syarat; MMS: masih memenuhi syarat; KMS: kurang memenuhi syarat.")]))
        eligible_on = remedy(judge, judged).eligible_on if judged.outcome == "not_met" else None
        if eligible_on is not None:
            contents.append(
                Text([Words(N_("Eligible by time alone on {date}, if nothing else changes."), {"date": eligible_on})])
            )
        return said, contents

    def _others(self, others: list[Candidate]) -> Table:
        rows = [(positions.label(one.post, self._on.units), one.move, *_counted(one.ready)) for one in others[:OTHERS]]
        law = self._ground.law.careers.on(self._on.as_of).citation.text
        caption = more(law, len(others), OTHERS)
        return Table(N_("Other posts that may come next"), _OTHERS, rows, caption)


_OTHERS = (
    Column("position", N_("Position")),
    Column("move", N_("Move"), "term"),
    Column("met", N_("Met"), "integer"),
    Column("asked", N_("Requirements"), "integer"),
)


def _counted(ready: Readiness) -> tuple[int | None, int | None]:
    return (ready.met, ready.asked) if ready.asked else (None, None)


def _alike(one: str, other: str) -> int:
    """Return how many letters two names have in common from the beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
