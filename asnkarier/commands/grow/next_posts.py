"""Which posts may come next for whoever holds a post: the one answer that `path` and the own sheet of an employee give."""

from collections.abc import Mapping
from datetime import date

from asnkarier.commands.grow.led_to import LeadsTo
from asnkarier.core.decide.check import Check, Verdict
from asnkarier.core.decide.shortlist import Judge, Judged
from asnkarier.core.decide.target import Setting
from asnkarier.core.growth.path import Move, moves
from asnkarier.store.database import Database
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.checks import NOT_ASKED


def in_force(post: Post, as_of: date) -> bool:
    """Tell whether a post exists on a day."""
    day = as_of.isoformat()
    return (post.in_force_since or "") <= day and (post.in_force_until or "9999-12-31") >= day


class NextPosts:
    """Looks up what may come after a post, for all who hold it in one agency once."""

    def __init__(self, db: Database, posts: Mapping[int, Post], setting: Setting, units: Units) -> None:
        """Stand on the day of the setting."""
        self._posts, self._setting, self._units = posts, setting, units
        self._led = LeadsTo(db, units, setting.as_of)
        self._found: dict[tuple[int, int | None], list[tuple[Post, Move]]] = {}

    def leads_to(self, post: Post, unit_id: int | None) -> list[Post]:
        """Return the posts that a post leads to, those of its own unit or agency where several bear the name."""
        return self._led.of(post, self._units.agency(unit_id))

    def of(self, post: Post, unit_id: int | None) -> list[tuple[Post, Move]]:
        """Return the posts that the own post leads to, then those that the rules of kinds allow and that are near enough."""
        agency = self._units.agency(unit_id)
        key = post.id, agency
        if key not in self._found:
            self._found[key] = self._of(post, agency)
        return self._found[key]

    def _of(self, post: Post, agency: int | None) -> list[tuple[Post, Move]]:
        kind = self._setting.kind_of(post.id)
        if kind is None:
            return []
        rule = self._setting.positions
        found: list[tuple[Post, Move]] = []
        led = self._led.of(post, agency)
        for other in led:
            its_kind = self._setting.kind_of(other.id)
            if its_kind is not None:
                found.append((other, moves(kind, its_kind, rule) or "vertical"))
        passed = {post.id, *(other.id for other in led)}
        for other in self._posts.values():
            its_kind = self._setting.kind_of(other.id)
            if its_kind is None or other.id in passed or not in_force(other, self._setting.as_of):
                continue
            move = moves(kind, its_kind, rule)
            if move is not None and self._near(other, move, post, agency):
                found.append((other, move))
        return found

    def _near(self, other: Post, move: Move, post: Post, agency: int | None) -> bool:
        """Tell whether a post is near enough: structural ones of the own agency, functional ones of the own family."""
        if other.unit_id is not None:
            return self._units.agency(other.unit_id) == agency
        family = other.job_family
        return move != "horizontal" and bool(family) and family == post.job_family


def asked_of(judge: Judge, judged: Judged) -> list[tuple[Check | None, Verdict]]:
    """Return the requirements that are asked of this person, the talent box (None) last where it decides."""
    asked = [
        (check, verdict)
        for check, verdict in zip(judge.asked.deciding, judged.verdicts, strict=False)
        if verdict.why != NOT_ASKED
    ]
    return [*asked, *([(None, judged.verdicts[-1])] if judge.asks_box else [])]
