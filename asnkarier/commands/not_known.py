"""That the staff of a day are not known, in a sentence: a roster speaks of its own day, and not of those before it."""

from datetime import date

from asnkarier.store.queries.staff import Unknown
from asnkarier.views.language import N_, Words


def caution(unknown: Unknown | None, as_of: date) -> list[Words]:
    """Say how many nobody can place on the day, and from which day on most of them are known; nothing where all are known."""
    if unknown is None:
        return []
    values = {"as_of": as_of, "count": unknown.people, "since": unknown.known_from}
    return [
        Words(
            N_(
                "The staff of {as_of} are not known: of {count} people on file nothing says where they stood on that day."
                " Most of them are known from {since}, the day of their list."
            ),
            values,
        )
    ]
