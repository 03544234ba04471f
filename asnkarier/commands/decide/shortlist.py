"""shortlist: who may be appointed to a post, ranked, with reasons — and why the others not; of several posts, each list and what they share."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from asnkarier.commands.decide.among import people_in
from asnkarier.commands.decide.deciding import perhaps_own_law
from asnkarier.commands.decide.lists.making import Lists, Made
from asnkarier.commands.decide.lists.selecting import selecting
from asnkarier.commands.decide.lists.together import together
from asnkarier.commands.parameters import ALL, AMONG, POLICY, UNIT, argument, option
from asnkarier.core.decide.lists.names import Entry, first_names
from asnkarier.core.decide.shortlist import Judged
from asnkarier.core.errors import Usage
from asnkarier.store.database import Database
from asnkarier.views.decide.listing import caption, pictures
from asnkarier.views.decide.lists import selection as picked
from asnkarier.views.decide.lists import several
from asnkarier.views.decide.lists.flat import flat
from asnkarier.views.decide.lists.names import names_data, names_shown
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Shape, Text

POSITIONS = argument(
    N_("POSITION"),
    help=N_("One position or several, each by its name, or `name @ unit` where several bear the name."),
    completes="position",
)
FEW = 5
"""How many candidates of each list are shown where there are several."""


def run(
    db: Database,
    as_of: date,
    positions: Annotated[list[str], POSITIONS],
    unit: Annotated[str | None, UNIT] = None,
    top: Annotated[int | None, option("--top", "--teratas", help=N_("Show only the first N."), metavar=N_("N"))] = None,
    everyone: Annotated[bool, ALL] = False,
    among: Annotated[Path | None, AMONG] = None,
    months: Annotated[
        int,
        option(
            "--months",
            "--bulan",
            help=N_("How many months ahead retirements count as vacancies to come."),
            metavar=N_("N"),
        ),
    ] = 12,
    selection: Annotated[
        bool,
        option(
            "--selection", "--seleksi", help=N_("Rank who takes part in the open selection by the marks of its stages.")
        ),
    ] = False,
    three: Annotated[
        bool, option("--three", "--tiga", help=N_("Only the three names for the appointing officer."))
    ] = False,
    alphabetical: Annotated[
        bool,
        option(
            "--alphabetical", "--abjad", help=N_("The three names in alphabetical order, without places and scores.")
        ),
    ] = False,
    policy_name: Annotated[str | None, POLICY] = None,
) -> Result:
    """Judge everyone on duty for each post and rank the eligible."""
    if top is not None and top < 1:
        raise Usage("top_too_small", {"top": str(top)})
    lists = Lists(db, as_of, policy_name, unit, None if among is None else lambda: people_in(among, db), months)
    posts = lists.posts(positions)
    if len(posts) > 1 and (selection or three or alphabetical):
        raise Usage("selection_of_one_post")
    if selection:
        chosen = selecting(lists, posts[0])
        return Result(
            lambda: picked.document(chosen, alphabetical=alphabetical),
            lambda: picked.pictures(chosen, three=three or alphabetical, alphabetical=alphabetical),
        )
    made = lists.of(posts)
    if len(made) > 1:
        return _several(lists, made, top, everyone)
    one = made[0]
    if three or alphabetical:
        return _three(lists, one, alphabetical)
    return Result(
        lambda: lists.document(one, top, everyone),
        lambda: pictures(one.found, one.written, top, everyone, all_rows=everyone),
        perhaps_own_law(one.written.judge.target, lists.base),
        hints=_following(one),
        flat=lambda: flat(one.found, one.written, top, everyone),
    )


def _following(one: Made) -> list[Words]:
    """Say what an officer does with a list: explain it, have it signed, keep it."""
    frame = one.written.frame
    values = {"position": frame.position}
    first = [ranked.judged for ranked in one.found.ranked] or one.found.undetermined or one.found.excluded
    steps = []
    if first:
        text = N_("Why, or why not: asnkarier explain {nip} --for {position!q}")
        steps.append(Words(text, {**values, "nip": first[0].person.nip}))
    steps.append(Words(N_("The annex to sign: asnkarier report shortlist {position!q} -o FILE"), values))
    steps.append(Words(N_("Keep the decision: asnkarier seal {position!q} --decree NO"), values))
    return steps


def _several(lists: Lists, made: Sequence[Made], top: int | None, everyone: bool) -> Result:
    found = together(lists, made, top)

    def shapes() -> list[Shape]:
        few = top if top is not None or everyone else FEW
        each = [s for one in made for s in pictures(one.found, one.written, few, everyone, all_rows=everyone)]
        return [*several.pictures(found, all_rows=everyone), *each]

    return Result(
        lambda: several.document(found, [lists.document(one, top, everyone) for one in made]),
        shapes,
    )


def _three(lists: Lists, one: Made, alphabetical: bool) -> Result:
    wanted = lists.base.law.selection.on(lists.as_of).value.names
    frame = one.written.frame

    def entry(judged: Judged, rank: int) -> Entry:
        person = judged.person
        return Entry(rank, person.name, person.nip, frame.position_of(person), judged.score)

    names = first_names(
        [entry(ranked.judged, ranked.rank) for ranked in one.found.ranked],
        [entry(judged, 0) for judged in one.found.undetermined],
        wanted,
    )
    title = Words(
        N_("Names for the appointing officer: {position}, {as_of}"),
        {"position": frame.position, "as_of": frame.as_of},
    )
    return Result(
        lambda: lists.document(one, None, False, {"names": names_data(names, alphabetical=alphabetical)}),
        lambda: [
            *names_shown(names, title, alphabetical=alphabetical),
            Text([caption(one.written)]),
        ],
    )
