"""What surrounds a decision when it is shown: post, day, policy, pool, and the sources of values."""

from collections.abc import Mapping, Sequence
from datetime import date

from asnkarier.commands.decide.deciding import Ground
from asnkarier.core.decide.check import Datum
from asnkarier.core.decide.lists.seats import Seats
from asnkarier.core.decide.requirement import move
from asnkarier.core.decide.target import Target
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.sources import Sources
from asnkarier.store.queries.units import Units
from asnkarier.views.decide.rows import SourceText
from asnkarier.views.decide.shortlist import Frame, SourceOf
from asnkarier.views.document import dumps_line
from asnkarier.views.json_text import quoted


def frame_of(
    base: Ground,
    target: Target,
    post: Post,
    units: Units,
    *,
    on_duty: int,
    not_on_duty: Mapping[str, int],
    not_considered: Mapping[str, int],
    seats: Seats | None = None,
) -> Frame:
    """Put together what surrounds a list or an explanation."""
    policy = base.setting.policy
    careers = base.law.careers.on(base.setting.as_of)
    return Frame(
        position=post.name,
        unit=units.path(post.unit_id) or None,
        as_of=base.setting.as_of,
        policy=policy.name,
        policy_hash=fingerprint(policy),
        policy_basis=policy.basis,
        expected_policy=base.setting.talent.expected_policy,
        on_duty=on_duty,
        not_on_duty=not_on_duty,
        not_considered=not_considered,
        talent_law=base.citations["talent"],
        box_article=base.citations["talent"],
        position_of=lambda person: base.posts[person.position_id].name if person.position_id is not None else None,
        # Before the career pattern the law has no name for a move; what it asks of one is told all the same.
        move_of=lambda person: move(person, target, base.setting) if careers.value.names else None,
        seats=seats,
        move_law=careers.citation.text if careers.value.names else "",
    )


def source_of(db: Database, as_of: date, sources: Sources | None = None) -> SourceOf:
    """Return how the source of the first datum that has one is looked up."""
    found = sources or Sources(db, as_of.isoformat())

    def source(person: int, data: Sequence[Datum]) -> object:
        for datum in data:
            if (where := found.of(person, datum)) is not None:
                return where.as_data()
        return None

    return source


def source_text_of(sources: Sources) -> SourceText:
    """Return the same look-up, as JSON text: the file and sheet are written once."""
    places: dict[tuple[str | None, str | None], str] = {}

    def source(person: int, data: Sequence[Datum]) -> str:
        for datum in data:
            where = sources.of(person, datum)
            if where is None:
                continue
            if where.file is None:
                return dumps_line(where.as_data())
            place = places.get((where.file, where.sheet))
            if place is None:
                place = places[where.file, where.sheet] = (
                    f'{{"file": {quoted(where.file)}, "sheet": {quoted(where.sheet)}, "row": '
                )
            row = "null" if where.row is None else where.row
            return f'{place}{row}, "cell": {quoted(where.cell)}, "batch": {where.batch}}}'
        return "null"

    return source
