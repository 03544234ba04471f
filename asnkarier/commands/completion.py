"""What the shell offers for the value of a parameter. Completion never complains: where nothing can be read, nothing is offered."""

import os
from collections.abc import Callable
from typing import Any

from asnkarier.commands.parameters import YEAR, shown_choices
from asnkarier.commands.typed import Typed
from asnkarier.core.access import Access
from asnkarier.core.errors import AsnError
from asnkarier.views.language import current

DEFAULT_DATABASE = "asnkarier.sqlite"


def offers(item: Typed) -> Callable[..., Any] | None:
    """Return Typer's completion function for a parameter, if there is anything to offer."""
    spec = item.spec
    if spec.choices is not None:
        choices = spec.choices

        def chosen(incomplete: str) -> list[str]:
            every = [*shown_choices(choices, current()), *choices]
            return [choice for choice in dict.fromkeys(every) if choice.startswith(incomplete)]

        return chosen
    what = "year" if spec.metavar == YEAR.metavar else spec.completes
    if what in ("nip", "unit", "position", "year"):

        def found(ctx: Any, incomplete: str) -> list[tuple[str, str]]:
            return _from_database(ctx, what, incomplete)

        return found
    return {"policy": _policies, "topic": _topics, "kind": _kinds}.get(what)


def _from_database(ctx: Any, what: str, incomplete: str) -> list[tuple[str, str]]:
    from asnkarier.store.database import open_database
    from asnkarier.store.queries.completion import beginning_with

    place = ctx.params.get("_db") or os.environ.get("ASNKARIER_DB") or DEFAULT_DATABASE
    try:
        with open_database(place, Access.READ) as db:
            return beginning_with(db, what, incomplete)
    except (AsnError, OSError):
        return []


def _policies(incomplete: str) -> list[str]:
    from pathlib import Path

    import asnkarier.law

    folder = Path(asnkarier.law.__file__).parent / "policies"
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem.startswith(incomplete))


def _topics(incomplete: str) -> list[str]:
    from asnkarier.views.law_words import TOPICS, topic_typed

    return [typed for typed in map(topic_typed, TOPICS) if typed.startswith(incomplete)]


def _kinds(incomplete: str) -> list[str]:
    from asnkarier.commands.kinds import KIND_NAMES

    every = [*shown_choices(KIND_NAMES, current()), *KIND_NAMES]
    return [name for name in dict.fromkeys(every) if name.startswith(incomplete)]
