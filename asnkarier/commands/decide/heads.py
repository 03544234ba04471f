"""Who holds a post as a duty beside the own one, where the law of the post says that it is such a duty."""

from collections.abc import Mapping
from datetime import date

from asnkarier.core.decide.office import Duty, Office, meant
from asnkarier.core.names import folded, folded_position
from asnkarier.core.rank.retirement import RetirementAge, dated_age
from asnkarier.core.regulation import NotRegulated
from asnkarier.core.rules.positions import PositionKind, PositionRule
from asnkarier.law.load import Lawbook
from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.positions import Held, Post
from asnkarier.store.queries.units import by_name


def own_law_of(post: Post, kind: PositionKind | None, rule: PositionRule) -> str:
    """Return the tag of the law of its own under which a post stands: as recorded, else as its name says without doubt.

    A kind that is not known contradicts no name.
    """
    if post.own_law:
        return post.own_law
    names = rule.own_law_names.items()
    return next((tag for tag, office in names if kind in (None, *office.kinds) and office.begins(post.name_key)), "")


def retires_at(
    law: Lawbook, as_of: date, post: Post, kind: PositionKind | None, rule: PositionRule
) -> RetirementAge | None:
    """Return the retirement age of a post by the law of a day: who holds a post with a law of its own retires by that law's family."""
    named = f"{post.job_family or ''} {post.name}"
    return dated_age(law.retirement, as_of, kind, named, post.retirement_age, own_law_of(post, kind, rule))


def heads(
    db: Database,
    law: Lawbook,
    posts: Mapping[int, Post],
    kinds: Mapping[int | None, PositionKind | None],
    rule: PositionRule,
    as_of: date,
    until: date | None = None,
) -> Mapping[int, list[Held]]:
    """Return post → who holds it by a duty on the day, and up to `until`; by the law of the post they hold it definitively.

    A history that calls the duty definitive, as one that tells it from the work of a Plt. does, means the same.
    """
    tags = {tag for tag in rule.own_law_names if _is_duty(law, tag, as_of)}
    offices = {
        post.id: Office(post.id, post.name_key, post.unit_id, rule.own_law_names.get(tag))
        for post in posts.values()
        if (kind := kinds[post.id]) is not None and (tag := own_law_of(post, kind, rule)) in tags
    }
    found: dict[int, list[Held]] = {}
    if not offices:
        return found
    units = by_name(db)
    every = list(offices.values())
    names = sorted({one.name_key for one in every})
    written = positions.definitive_duties(db, as_of, until or as_of, names)
    for duty in (*positions.duties(db, as_of, until), *written):
        post = duty.position_id if duty.position_id in offices else None
        if duty.position_id is None:
            unit = duty.unit_id if duty.unit is None else units.get(folded(duty.unit), duty.unit_id)
            post = meant(Duty(folded_position(duty.name), unit), every)
        if post is None:
            continue
        known = found.setdefault(post, [])
        if not any(_same(one, duty.held) for one in known):
            known.append(duty.held)
    return found


def _same(one: Held, other: Held) -> bool:
    """Tell whether two rows are of one person and of the same time."""
    return one.person_id == other.person_id and one.since <= other.until and other.since <= one.until


def _is_duty(law: Lawbook, tag: str, as_of: date) -> bool:
    try:
        return law.requirements(tag).on(as_of).value.additional_duty
    except NotRegulated:
        return False
