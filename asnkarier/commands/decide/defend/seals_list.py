"""`seals list`: the decisions sealed in this file."""

from datetime import date

from asnkarier.commands.decide.defend.opening import kept
from asnkarier.core.errors import Stopped
from asnkarier.store.database import Database
from asnkarier.store.queries import seals
from asnkarier.views.defend.seal import chosen_data, chosen_said, listing
from asnkarier.views.formats import listed
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result

_FLAT = (
    "seal position as_of decree note chosen.nip chosen.name chosen.rank chosen.outcome chosen.reason "
    "chosen.full_name sealed_by sealed_at sha256"
)
"""The columns of csv, be there a row or none."""


def run(db: Database) -> Result:
    """List every sealed decision, the oldest first."""
    data, rows = [], []
    for sealed in seals.every(db):
        try:
            body = kept(db, sealed.id)[2]
            chosen, said = chosen_data(body), chosen_said(body["chosen"])
        except Stopped:
            chosen, said = None, Words(N_("the sealed document is damaged; see asnkarier verify"))
        data.append(
            {
                "seal": sealed.id,
                "position": sealed.position,
                "as_of": sealed.as_of,
                "decree": sealed.decree,
                "note": sealed.note,
                "chosen": chosen,
                "sealed_by": sealed.sealed_by,
                "sealed_at": sealed.sealed_at,
                "sha256": sealed.sha256,
            }
        )
        at = sealed.sealed_at[:16].replace("T", " ")
        rows.append(
            (sealed.id, sealed.position, date.fromisoformat(sealed.as_of), sealed.decree, said, sealed.sealed_by, at)
        )
    return Result({"seals": data}, [listing(rows)], flat=lambda: listed.table(data, _FLAT))
