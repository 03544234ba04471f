"""What an import says of the registers: how far they reach now, or would, and which do not."""

from collections.abc import Sequence

from asnkarier.commands import told
from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.store.intake.registers.reach import Reach
from asnkarier.views.language import N_, Words

_WHOLE = N_("{kind}: complete up to {day}; who has no row has none until then.")
_WHOLE_AFTERWARDS = N_("{kind}: would be complete up to {day}; who has no row would have none until then.")
_SINCE = N_(
    "{kind}: complete from {since} up to {day}; who has no row has none in that time. Of the time right before nothing is known: import it"
    " too, or with --covers-until a list that is complete from the first on."
)
_SINCE_AFTERWARDS = N_(
    "{kind}: would be complete from {since} up to {day}; who has no row would have none in that time, and of the time right before nothing"
    " would be known."
)
_TITLED = N_("{kind}: complete up to {day}, the last day that the title names; who has no row has none until then.")
_TITLED_AFTERWARDS = N_(
    "{kind}: would be complete up to {day}, the last day that the title names; who has no row would have none until then."
)
_REFUSED = N_(
    "{kind}: {rejected} {rejected:row was|rows were} refused, so the register is not complete: who has no row in it stays"
    " unknown. Correct {rejected:it|them} and import again."
)
_REFUSED_SINCE = N_(
    "{kind}: {rejected} {rejected:row was|rows were} refused, so the register stays complete only up to {day}, as it was."
    " Correct {rejected:it|them} and import again."
)
_UNSAID = N_("{kind}: not noted as complete; who has no row in it stays unknown.")
_UNSAID_SINCE = N_("{kind}: not noted as complete beyond {day}, as it was.")


def reaching_of(reached: Sequence[Reach], applied: bool) -> list[Words]:
    """Say how far the registers reach now, or would, those of one day together; and which do not, and why."""
    kinds: dict[tuple[str, str, str, int], list[str]] = {}
    for reach in reached:
        if reach.extended and reach.since is not None:
            text = _SINCE if applied else _SINCE_AFTERWARDS
        elif reach.extended and reach.titled:
            text = _TITLED if applied else _TITLED_AFTERWARDS
        elif reach.extended:
            text = _WHOLE if applied else _WHOLE_AFTERWARDS
        elif reach.rejected:
            text = _REFUSED if reach.until is None else _REFUSED_SINCE
        else:
            text = _UNSAID if reach.until is None else _UNSAID_SINCE
        kinds.setdefault((text, reach.since or "", reach.until or "", reach.rejected), []).append(
            told.label(KINDS[reach.kind].table)
        )
    return [
        Words(text, {"kind": ", ".join(names), "since": since, "day": day, "rejected": rejected})
        for (text, since, day, rejected), names in kinds.items()
    ]
