"""Units whose names a new one resembles."""

from collections.abc import Container, Iterable

from asnkarier.core.names import Near, slipped, without_city


class NearUnits:
    """The units known before an import, found again by a name that may mean one of them."""

    def __init__(self, names: Iterable[str], agencies: Iterable[str]) -> None:
        """Take the folded names of all units, and of those without a superior."""
        self._near = Near(names)
        self._agencies = frozenset(agencies)
        self._longer: dict[str, str] = {}
        for agency in agencies:
            if (short := without_city(agency)) != agency:
                self._longer.setdefault(short, agency)

    def of(self, key: str, words: Container[str]) -> str | None:
        """Return the unit that differs by a typing error, or the agency that differs by a city behind one of the two names.

        Whether two agencies that differ so are one, nobody knows. What says one of `words` is meant as written.
        """
        slip = next((other for other in self._near.of(key) if slipped(key, other, words)), None)
        if slip is not None:
            return slip
        short = without_city(key)
        return short if short != key and short in self._agencies else self._longer.get(key)
