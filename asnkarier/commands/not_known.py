"""That the staff of a day are not known, in a sentence: a roster speaks of its own day, and not of those before it."""

from datetime import date

from asnkarier.store.database import Database
from asnkarier.store.queries.staff import Unknown, not_known
from asnkarier.views.language import N_, Words


def caution(unknown: Unknown | None, as_of: date) -> list[Words]:
    """Say how many nobody can place on the day, and from which day on most of them are known; nothing where all are known."""
    if unknown is None:
        return []
    values = {"as_of": as_of, "count": unknown.people, "since": unknown.known_from}
    if not unknown.everybody:
        return [
            Words(
                N_(
                    "Of {count} {count:person|people} on file nothing says where they stood on {as_of};"
                    " most of them are known from {since}, the day of their list."
                ),
                values,
            )
        ]
    return [
        Words(
            N_(
                "The staff of {as_of} are not known: of {count} people on file nothing says where they stood on that day."
                " Most of them are known from {since}, the day of their list."
            ),
            values,
        )
    ]


def of_the_day(db: Database, as_of: date) -> list[Words]:
    """Say it of the staff of a day, read from the file."""
    return caution(not_known(db, as_of), as_of)
