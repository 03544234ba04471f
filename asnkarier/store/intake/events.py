"""What a movement does to the spans of the person it is about."""

from collections.abc import Mapping
from typing import Any

from asnkarier.core.timeline import Step, day_before, on, seen
from asnkarier.store.database import Database

from . import facets
from .facets import DUTY, KIND, POST, STATUS, UNIT
from .log import ChangeLog

STATUS_AFTER: Mapping[str, str] = {
    "masuk": "aktif",
    "aktif_kembali": "aktif",
    "cltn": "cltn",
    "tugas_belajar": "tugas_belajar",
    "pensiun": "keluar",
    "meninggal": "keluar",
    "pindah": "keluar",
    "berhenti": "keluar",
    "diberhentikan": "keluar",
    "kontrak_berakhir": "keluar",
}
"""The status from the day a movement takes effect."""


def apply_movement(db: Database, log: ChangeLog, person: int, values: Mapping[str, Any], row: int) -> None:
    """Open and close the spans that the event opens and closes on its day."""
    event, day = values["event"], values["effective_on"]
    if event == "cpns_ke_pns":
        have = facets.read_one(db, KIND, person)
        present = on(have, day)
        contract = present.value[1] if present else None
        facets.apply(db, log, KIND, person, seen(have, day, ("PNS", contract), day), row=row)
        return
    status = STATUS_AFTER.get(event)
    if status is None:
        return
    have = facets.read_one(db, STATUS, person)
    facets.apply(db, log, STATUS, person, seen(have, day, (status, 0), day), row=row)
    if status != "keluar":
        return
    for facet in (POST, UNIT, DUTY):
        present = on(facets.read_one(db, facet, person), day)
        if present is not None and present.since < day:
            ended = Step(present, present._replace(until=day_before(day)))
            facets.apply(db, log, facet, person, [ended], row=row)
