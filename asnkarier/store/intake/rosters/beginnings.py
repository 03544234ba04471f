"""Since when something of a roster's row holds, where its own cell does not say or cannot be: after a return, with a new post."""

from collections.abc import Sequence
from typing import Any

from asnkarier.core.timeline import Span, day_after, on
from asnkarier.store.database import Database
from asnkarier.store.intake.facets import UNIT, said_of
from asnkarier.store.intake.sheet import Sheet

_WRITTEN = (
    "SELECT MAX(s.dated) FROM change c JOIN batch_sheet s ON s.id = c.sheet_id JOIN batch b ON b.id = s.batch_id"
    " WHERE c.person_id = ? AND s.kind = 'roster' AND b.undone_by IS NULL AND s.dated < ?"
)
_PLACE = "SELECT u.agency_id, u.name, a.name, u.id FROM unit u JOIN unit a ON a.id = u.agency_id WHERE u.id = ?"


def since_return(statuses: Sequence[Span], since: str | None, dated: str) -> str | None:
    """Return the TMT, but no day before the person came back into service: until then nothing was held."""
    present = on(statuses, dated)
    if present is not None and present.value[0] == "keluar" and not present.stated:
        return since if since is not None and since > dated else None  # this very list has the person back
    gone = [s for s in statuses if s.value[0] == "keluar" and s.until < dated]
    back = max((day_after(s.until) for s in gone), default="")
    return back if since is not None and since < back else since


def since_post(
    db: Database, person: int, units: Sequence[Span], posts: Sequence[Span], taken_up: str | None, dated: str
) -> str | None:
    """Return the TMT of the row's post as the day of another unit too, where both are new since the last roster; else None.

    The post was taken up there; but an earlier roster that knew the post already, or was made after its TMT, says where the
    person was on its day.
    """
    present, post = on(units, dated), on(posts, dated)
    if taken_up is None or taken_up > dated or present is None or not present.since < taken_up:
        return None
    if post is not None and post.since >= taken_up:
        return None
    newest = db.one(_WRITTEN, (person, dated))
    return taken_up if newest is not None and newest[0] is not None and newest[0] < taken_up else None


def tell_other_agency(db: Database, sheet: Sheet, person: int, known: Span, unit: int, dated: str, row: int) -> None:
    """Warn where a list of the same day had the person in another agency: the one taken in last stands."""
    one, other = (db.one(_PLACE, (number,)) for number in (known.value[0], unit))
    if one is None or other is None or one[0] == other[0]:
        return
    before = said_of(db, UNIT, person, known, "")
    if before.later != dated:
        return
    values = {"known": _path(one), "told": _path(other), "cell": before.cell, "day": dated}
    sheet.find("same_day_disagrees", "warning", row=row, field="unit", value=_path(other), values=values)


def _path(place: Sequence[Any]) -> str:
    return str(place[1]) if place[0] == place[3] else f"{place[2]} / {place[1]}"
