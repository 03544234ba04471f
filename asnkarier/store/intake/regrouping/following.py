"""Which name of a unit went on as which: with the name went the code."""

from collections.abc import Mapping

from asnkarier.core.names import folded
from asnkarier.store.database import Database


class Following:
    """What reorganisations made of the names of units, as far as the file knows."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self._known: Mapping[tuple[str, str], str] | None = None

    def forget(self) -> None:
        """Ask the file anew."""
        self._known = None

    def _steps(self) -> Mapping[tuple[str, str], str]:
        """Return old and new name → the last day on which the one became the other."""
        if self._known is None:
            rows = self.db.rows(
                "SELECT old_key, new_key, effective_on FROM succession WHERE kind = 'unit' AND new_key <> ''"
                " ORDER BY effective_on"
            )
            self._known = {(str(old), str(new)): str(on) for old, new, on in rows}
        return self._known

    def either(self, one: str, other: str) -> bool:
        """Tell whether one of two names became the other."""
        return (one, other) in self._steps() or (other, one) in self._steps()

    def went_on(self, key: str, other: str) -> bool:
        """Tell whether the name `key` became `other`, and not the other way round since."""
        return self._steps().get((key, other), "") > self._steps().get((other, key), "")

    def made(self, name: str) -> bool:
        """Tell whether a reorganisation gave a unit that name: it is no slip of another."""
        return any(new == folded(name) for _, new in self._steps())
