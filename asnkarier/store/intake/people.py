"""Finding people by any NIP they ever had."""

from collections.abc import Iterable, Sequence

from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries.staff import nips_like

_AT_ONCE = 500


class People:
    """NIP → person id, looked up in bulk and remembered for the length of one import."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._empty = db.one("SELECT 1 FROM person_nip LIMIT 1") is None
        self.known: dict[str, int] = {}
        self._former: dict[str, str] | None = None

    def look_up(self, nips: Iterable[str | None]) -> dict[str, int]:
        """Return the ids of those among `nips` that are known; the mapping also holds others seen before."""
        if self._empty:
            return self.known
        missing = list({n for n in nips if n is not None and n not in self.known})
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            self.known.update(self.db.rows(f"SELECT nip, person_id FROM person_nip WHERE nip IN ({marks})", part))
        return self.known

    def borne_now(self, nips: Sequence[str]) -> Sequence[str]:
        """Return for each NIP the one that its bearer has today, so that two rows about one person are seen to be so."""
        if self._former is None:
            self._former = dict(
                self.db.rows(
                    "SELECT n.nip, t.nip FROM person_nip n JOIN person_nip t ON t.person_id = n.person_id AND t.until = ?"
                    " WHERE n.until <> ?",
                    (OPEN, OPEN),
                )
            )
        former = self._former
        return [former.get(nip, nip) for nip in nips] if former else nips

    def add(self, nips: Sequence[str], ids: Sequence[int]) -> None:
        """Remember people that were just created."""
        self.known.update(zip(nips, ids, strict=True))

    def nearest(self, nip: str) -> str:
        """Return known NIPs that differ by a digit or two, for a finding; '' when there are none."""
        return "; ".join(nips_like(self.db, nip)[:3])


def pick(db: Database, ids: Iterable[int]) -> None:
    """Put ids into the temporary table `picked`, which the following query joins with."""
    db.execute("CREATE TEMPORARY TABLE IF NOT EXISTS picked (id INTEGER PRIMARY KEY)")
    db.execute("DELETE FROM picked")
    db.many("INSERT INTO picked (id) VALUES (?)", [(number,) for number in sorted(set(ids))])
