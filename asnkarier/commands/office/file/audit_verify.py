"""`audit verify`: whether the log still is what was written."""

from collections.abc import Sequence

from asnkarier.core.access import Progress
from asnkarier.store.database import Database
from asnkarier.store.queries.file.audit import Chain, chain
from asnkarier.store.queries.seals import Gone, gone
from asnkarier.views.defend.verify import GONE, GONE_SAID
from asnkarier.views.language import N_, Words
from asnkarier.views.result import Result
from asnkarier.views.shapes import Column, Field, Shape, Table, Text

DAMAGED = 4
TROUBLES = {
    "changed": N_("the entry or its changes are not what was written"),
    "batches_missing": N_("entries before it were taken out"),
    "changes_missing": N_("changes of it were taken out"),
    "changes_foreign": N_("changes were put in that it did not write"),
}
_COLUMNS = (
    Column("batch", N_("Entry"), "integer"),
    Column("at", N_("When (UTC)"), "code"),
    Column("by", N_("By")),
    Column("command", N_("Command")),
    Column("trouble", N_("What does not fit")),
)


def run(db: Database, progress: Progress) -> Result:
    """Recompute the chain of digests and name what no longer fits."""
    found, lost = chain(db, progress), gone(db)
    data = {**as_data(found), "seals_gone": [entry._asdict() for entry in lost]}
    shapes = [*as_shapes(found), *seals_gone(lost)]
    state = Field("intact", N_("Log whole"), not found.broken)
    sheets = [in_one_row([state, *counted(found, lost)]), *shapes]
    return Result(data, shapes, exit_code=DAMAGED if found.broken or lost else 0, sheets=lambda: sheets)


def in_one_row(fields: Sequence[Field]) -> Table:
    """Return what was found as a row of a table, so that a file of it says something where nothing is wrong too."""
    columns = [Column(field.key, field.label, field.kind) for field in fields]
    return Table(N_("What was looked at"), columns, [tuple(field.value for field in fields)])


def counted(found: Chain, lost: Sequence[Gone]) -> list[Field]:
    """Return how much of the log was looked at, the digest it ends in, and how much of it does not fit."""
    return [
        Field("batches", N_("Entries"), found.batches, "integer"),
        Field("changes", N_("Changes"), found.changes, "integer"),
        Field("digest", N_("Last digest"), found.digest, "code"),
        Field("broken", N_("Entries that do not fit"), len(found.broken), "integer"),
        Field("seals_gone", N_("Sealed, but gone from the database"), len(lost), "integer"),
    ]


def seals_gone(lost: Sequence[Gone]) -> list[Shape]:
    """Say which decisions the log has and the file no longer."""
    rows = [tuple(entry) for entry in lost]
    return [Table(N_("Sealed, but gone from the database"), GONE, rows, GONE_SAID)] if rows else []


def as_data(found: Chain) -> dict[str, object]:
    """Return the chain as a document."""
    return {
        "intact": not found.broken,
        "batches": found.batches,
        "changes": found.changes,
        "digest": found.digest,
        "broken": [broken._asdict() for broken in found.broken],
    }


def as_shapes(found: Chain) -> list[Shape]:
    """Return the chain for people."""
    looked = {"batches": found.batches, "changes": found.changes}
    if not found.broken:
        said = Words(N_("The log is whole (entries: {batches}, changes: {changes})."), looked)
        advice = Words(
            N_(
                "Last digest: {digest}. Keep it outside the file (in a dated letter, say): a log cut short shows against it alone."
            ),
            {"digest": found.digest or "–"},
        )
        return [Text([said, advice])]
    rows = [(b.batch, b.at[:16].replace("T", " "), b.by, b.command, Words(TROUBLES[b.trouble])) for b in found.broken]
    caption = N_("Somebody changed the log outside asnkarier. Compare with a backup from before that entry.")
    return [Table(N_("The log does not fit"), _COLUMNS, rows, caption)]
