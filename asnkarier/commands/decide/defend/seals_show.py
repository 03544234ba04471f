"""`seals show`: one sealed decision as it was sealed."""

from typing import Annotated

from asnkarier.commands.decide.defend.opening import kept
from asnkarier.commands.parameters import argument
from asnkarier.store.database import Database
from asnkarier.views.defend.seal import flat, head_data, pictures
from asnkarier.views.language import N_
from asnkarier.views.result import Result


def run(
    db: Database,
    number: Annotated[int, argument(N_("SEAL"), help=N_("Number of the sealed decision."))],
) -> Result:
    """Show a sealed decision; nothing is computed anew."""
    sealed, _, body = kept(db, number)
    people = {key: body[key] for key in ("candidates", "undetermined_people", "excluded_people")}
    data = {**head_data(body, sealed.id, sealed.sha256), **people}
    return Result(data, lambda: pictures(body, sealed.id, sealed.sha256), flat=lambda: flat(body))
