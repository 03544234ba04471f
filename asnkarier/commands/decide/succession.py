"""succession: for every key post its holder, until when, and who could follow; the posts nobody could take over first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Annotated

from asnkarier.commands.decide.considering import considered
from asnkarier.commands.decide.deciding import Ground, ground, target_of
from asnkarier.commands.decide.forecast.coming import DEFAULT, Coming
from asnkarier.commands.decide.forecast.holding import Holding
from asnkarier.commands.decide.forecast.retirements import Retiring
from asnkarier.commands.decide.forecast.vacancies import benches_of
from asnkarier.commands.in_force import lawbook, policy_in_use
from asnkarier.commands.parameters import ALL, POLICY, option
from asnkarier.commands.words import choices
from asnkarier.core.access import Progress
from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.records import Records
from asnkarier.core.defend.succession import Holder, Line, falls_empty, in_order
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import POSITION_KINDS, PositionKind
from asnkarier.law.policy_load import fingerprint
from asnkarier.store.database import Database
from asnkarier.store.queries import staff
from asnkarier.store.queries.positions import Post
from asnkarier.views.decide.succession import Succession, document, pictures, sheets
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

UNIT = option(
    "--unit",
    "--unit-kerja",
    help=N_("Only posts of this unit and the units below it."),
    metavar=N_("UNIT"),
    completes="unit",
)


def run(
    db: Database,
    as_of: date,
    progress: Progress,
    unit: Annotated[str | None, UNIT] = None,
    kind: Annotated[
        str | None,
        option(
            "--kind",
            "--jenis",
            help=N_("Only posts of this kind (default: every structural post above pelaksana)."),
            metavar=N_("KIND"),
            choices=choices("position_kind"),
        ),
    ] = None,
    policy_name: Annotated[str | None, POLICY] = None,
    everyone: Annotated[bool, ALL] = False,
) -> Result:
    """Find who could follow in each key post."""
    base = ground(db, lawbook(db), policy_in_use(db, policy_name), as_of)
    found = succession(base, progress, unit, kind)
    return Result(
        lambda: document(found, everyone),
        lambda: pictures(found, everyone),
        sheets=lambda: sheets(found),
        hints=[
            Words(N_("What somebody still lacks for a post: asnkarier path NIP")),
            Words(N_("Trainings that close the gaps: asnkarier training needs")),
        ],
    )


def succession(
    base: Ground, progress: Progress, unit: str | None, kind: str | None, read: Records | None = None
) -> Succession:
    """Return every key post of a unit and kind with who could follow; `read` is what is on record, where it is read already."""
    as_of = base.setting.as_of
    coming = Coming(base.db, base.law, as_of, DEFAULT, None, staff.everyone)
    retiring = Retiring(coming)
    holding = Holding(coming, retiring)
    every = key_posts(
        coming, holding, coming.units.below(coming.units.find(unit).id) if unit is not None else None, kind
    )
    posts = [post for post in every if holding.known(post)]
    benches = benches_of(base, retiring, read, next((one for one in POSITION_KINDS if one == kind), None))
    on_duty = [person for person in coming.people if person.status in staff.ON_DUTY]
    ahead = anniversary(as_of, base.setting.talent.ready_within_years)
    lines = []
    for done, post in enumerate(posts):
        progress(done, len(posts), "compute")
        target = target_of(post, base)
        held = tuple(
            [Holder(stay.person, retiring.pension(stay.person), stay.until) for stay in holding.present(post.id)]
        )
        empty_on = falls_empty(held, post.headcount)
        bench = benches.of(
            target,
            lambda target: considered(on_duty, target, base, coming.units).people,
            # Further ahead nobody is asked to wait: who is ready today is, whatever the holder's age.
            empty_on if empty_on is not None and empty_on <= ahead else None,
        )
        unit_path = coming.units.path(post.unit_id) or None
        lines.append(Line(post.name, unit_path, target.kind, held, bench, post.headcount))
    policy = base.setting.policy
    rung = base.setting.positions.rung
    return Succession(
        as_of=as_of,
        policy=policy.name,
        policy_hash=fingerprint(policy),
        law=retiring.citation,
        years=base.setting.talent.ready_within_years,
        lines=in_order(lines, rung),
        stand_in=Counter(filter(None, map(benches.stand_in, on_duty))),
        not_known=[(post.name, coming.units.path(post.unit_id) or None) for post in every if not holding.known(post)],
    )


def key_posts(
    coming: Coming[Person], holding: Holding, inside: frozenset[int] | None, kind: str | None
) -> Sequence[Post]:
    """Return the posts in force that are key: those of the kind asked for, else every structural one above pelaksana."""
    group = coming.law.positions.on(coming.as_of).value.group

    def key(own: PositionKind | None) -> bool:
        if own is None:
            return False
        return own == kind if kind is not None else own != "pelaksana" and group[own] != "fungsional"

    return [
        post
        for post in coming.posts.values()
        if key(coming.kinds[post.id])
        and (inside is None or post.unit_id in inside)
        and holding.there(post, coming.as_of)
    ]
