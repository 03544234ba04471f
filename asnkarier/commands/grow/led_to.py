"""The posts that a post leads to, as its record names them."""

from datetime import date

from asnkarier.store.database import Database
from asnkarier.store.queries import positions
from asnkarier.store.queries.positions import Post
from asnkarier.store.queries.units import Units


class LeadsTo:
    """Looks up where posts lead, each post once."""

    def __init__(self, db: Database, units: Units, as_of: date) -> None:
        """Look up names as they stand on a day."""
        self.db, self.units, self.as_of = db, units, as_of
        self._named: dict[str, list[Post]] = {}
        self._found: dict[tuple[int, int | None], list[Post]] = {}

    def of(self, post: Post, agency: int | None) -> list[Post]:
        """Return the next posts; of several of a name those of the post's own unit, else those of the person's agency."""
        key = post.id, agency
        if key not in self._found:
            self._found[key] = [p for name in _names(post.leads_to) for p in self._near(name, post, agency)]
        return self._found[key]

    def _near(self, name: str, post: Post, agency: int | None) -> list[Post]:
        if name not in self._named:
            self._named[name] = positions.fitting(self.db, name, self.units, self.as_of)
        fits = self._named[name]
        own = [p for p in fits if p.unit_id is None or p.unit_id == post.unit_id]
        near = own or [p for p in fits if self.units.agency(p.unit_id) == agency]
        return near or (fits if len(fits) == 1 else [])


def _names(text: str | None) -> list[str]:
    return [name.strip() for name in (text or "").replace("\n", ";").split(";") if name.strip()]
