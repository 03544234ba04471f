"""The list of an open selection: who takes part, judged by the law, with the marks of its stages weighed by the policy."""

from asnkarier.commands.decide.lists.making import Lists
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.lists.names import Entry, first_names
from asnkarier.core.decide.lists.selection import Applicant, Placed, placed
from asnkarier.core.decide.shortlist import Judge
from asnkarier.core.errors import Stopped
from asnkarier.store.queries import selections, staff
from asnkarier.store.queries.positions import Post
from asnkarier.views.decide.lists.selection import Line, Selected

NOBODY = 0
"""Under which person the log keeps what is about an outsider."""


def selecting(lists: Lists, post: Post) -> Selected:
    """Judge everyone who takes part in the selection for a post, and rank who may be appointed by the marks."""
    law = lists.base.law.selection.on(lists.as_of)
    weights = lists.base.setting.policy.selection
    taking_part = selections.applicants(lists.db, post.id, lists.as_of)
    if not taking_part:
        raise Stopped("selection_without_stages", {"position": post.name})
    # An open selection looks beyond the succession group: any talent box will do.
    judge = lists.judges([post], boxes=False)[0]
    lines = {one.key: _line(lists, judge, one) for one in taking_part}
    staying = [one for one in taking_part if not lines[one.key].out]
    # Whether the requirements are met must be known before anybody is placed; of an outsider the papers tell.
    doubtful = [one for one in staying if (judged := lines[one.key].judged) is not None and judged.outcome == "unknown"]
    places = placed([one for one in staying if one not in doubtful], weights)
    places += [found._replace(rank=None, tied=False) for found in placed(doubtful, weights)]
    ranked = [lines[found.applicant.key]._replace(placed=found) for found in places]
    written = lists.written(post, judge, {})

    def entries(waiting: bool) -> list[Entry]:
        found = [line for line in ranked if (line.placed.rank is None) is waiting]
        return [
            Entry(line.placed.rank or 0, line.placed.applicant.name, line.nip, line.position, line.placed.total)
            for line in found
        ]

    return Selected(
        written=written,
        weights=weights,
        shares=law.value.stages,
        law=law.citation.text,
        lines=ranked,
        out=[lines[one.key] for one in taking_part if lines[one.key].out],
        names=first_names(entries(waiting=False), entries(waiting=True), law.value.names),
        marked=lambda one, mark: written.source(one.person_id or NOBODY, [Datum("selection", mark.record, "score")]),
    )


def _line(lists: Lists, judge: Judge, one: Applicant) -> Line:
    weights = lists.base.setting.policy.selection
    bare = Placed(one, placed([one], weights)[0].total, (), None, False)
    if one.person_id is None:
        return Line(bare, None, None, None, None)
    person = staff.one(lists.db, one.person_id, lists.as_of)
    pool = lists.pool(judge, [person])
    reason = next(iter(pool.not_considered), None)
    if person.status not in staff.ON_DUTY:
        reason = "not_on_duty"
    post = lists.base.posts.get(person.position_id or 0)
    return Line(bare, person.nip, post.name if post else None, judge.judge(person), reason)
