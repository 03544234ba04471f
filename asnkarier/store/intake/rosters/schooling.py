"""Educations below what a golongan asks: told of new people and of those of whom a list says something new."""

from collections.abc import Callable
from typing import Final

from asnkarier.core.parse.posts import kind_of_echelon, kind_of_name
from asnkarier.store.database import Database
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.records import ATTRIBUTES

from .placing import Placed, Placing

CeilingOf = Callable[[str, str, str, str | None, str], tuple[str, str] | None]
"""Day (ISO), kind of post, education, field of study, golongan → the highest golongan that regular promotion gives that education
by the law of the day, and the article; None where the golongan does not lie above it, or where such posts are promoted otherwise."""
SCHOOLED: Final = (ATTRIBUTES.index("education"), ATTRIBUTES.index("field_of_study"))
_HELD = (
    "SELECT p.position_kind, p.echelon, p.name FROM person_post s JOIN position p ON p.id = s.position_id WHERE s.person_id = ?"
    " UNION ALL SELECT h.position_kind, h.echelon, h.position FROM history h WHERE h.person_id = ?"
)


class Schooling:
    """Holds education and golongan against each other, on the day of a roster."""

    def __init__(self, db: Database, placing: Placing, dated: str, ceiling_of: CeilingOf | None) -> None:
        self.db = db
        self.placing = placing
        self.dated = dated
        self.ceiling_of = ceiling_of

    def tell(
        self,
        sheet: Sheet,
        row: int,
        person: int,
        place: Placed,
        education: str | None,
        field: str | None,
        golongan: str | None,
    ) -> None:
        """Warn where the education is below what the golongan asks of it; both are kept.

        A golongan reached in a structural or functional post stays with who no longer holds one, so those are not told of.
        """
        if self.ceiling_of is None or place.position is None or education is None or golongan is None:
            return
        kind = self.placing.kind(place.position)
        found = self.ceiling_of(self.dated, kind, education, field, golongan) if kind else None
        if found is None or kind is None:
            return
        ceiling, article = found
        for stated, echelon, name in self.db.rows(_HELD, (person, person)):
            held = stated or (kind_of_echelon(echelon) if echelon else None) or kind_of_name(name)
            if held is not None and self.ceiling_of(self.dated, held, education, field, golongan) is None:
                return
        values = {"education": education, "ceiling": ceiling, "golongan": golongan, "article": article}
        sheet.find("education_below_rank", "warning", row=row, field="education", value=education, values=values)
