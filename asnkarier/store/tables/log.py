"""Who changed what, when and from which cell; how far registers reach; what the institution added."""

from .base import Field, SQLModel, blank, index, key, one_of


class Setting(SQLModel, table=True):
    """A fact about the file itself: the institution's name, the schema version, the policy in use."""

    __tablename__ = "setting"

    name: str = Field(primary_key=True)
    value: str


class Batch(SQLModel, table=True):
    """One import or one manual entry. `digest` chains over the batch before it, so that a changed log shows."""

    __tablename__ = "batch"

    id: int | None = key()
    entered_at: str
    entered_by: str
    command: str
    reason: str | None = None
    undoes: int | None = Field(default=None, foreign_key="batch.id")
    undone_by: int | None = Field(default=None, foreign_key="batch.id")
    digest: str = blank()
    first_change: int = 0
    last_change: int = -1
    """The changes of a batch are numbered without a gap: these two find them without an index."""


class BatchSheet(SQLModel, table=True):
    """One sheet read by a batch. `fields`, `columns` and `people` are JSON (see docs/architecture.md)."""

    __tablename__ = "batch_sheet"
    __table_args__ = (index("batch_sheet_batch", "batch_id"),)

    id: int | None = key()
    batch_id: int = Field(foreign_key="batch.id")
    file: str
    sha256: str
    sheet: str
    kind: str
    header_row: int
    dated: str | None = None
    fields: str
    columns: str
    people: str = "[]"
    """The people on a roster, as runs of their numbers."""
    rows_read: int = 0
    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    rejected: int = 0
    skipped: int = 0


class Change(SQLModel, table=True):
    """One record inserted (I), updated (U) or deleted (D). `sheet_id` 0 and `sheet_row` 0 mean typed by hand."""

    __tablename__ = "change"
    __table_args__ = (
        one_of("op", "I", "U", "D"),
        index("change_person", "person_id"),
    )

    id: int | None = key()
    batch_id: int = Field(foreign_key="batch.id")
    sheet_id: int = 0
    sheet_row: int = 0
    op: str
    tbl: str
    record_id: int
    record_key: str = blank()
    person_id: int = 0
    fields: str
    reverses: int = 0
    """The change that this one takes back; a value taken back is no source any more."""


class Coverage(SQLModel, table=True):
    """How far a register reaches: rows of `kind` are complete from `covers_from` ('' from the first on) up to `covers_until`."""

    __tablename__ = "coverage"
    __table_args__ = (index("coverage_kind", "kind"),)

    batch_id: int = Field(primary_key=True, foreign_key="batch.id")
    kind: str = Field(primary_key=True)
    covers_from: str = Field(default="", primary_key=True, sa_column_kwargs={"server_default": ""})
    covers_until: str


class AddedRule(SQLModel, table=True):
    """A dated record of law or a policy that the institution added, with its hash."""

    __tablename__ = "added_rule"

    id: int | None = key()
    topic: str
    name: str = blank()
    text: str
    sha256: str
    added_by: str
    added_at: str


class SavedMap(SQLModel, table=True):
    """A mapping of headers that the officer saved for next month's file of the same layout."""

    __tablename__ = "saved_map"

    name: str = Field(primary_key=True)
    kind: str
    text: str


class Seal(SQLModel, table=True):
    """A decision sealed: the shortlist as it was decided on, with the hashes of everything it rests on."""

    __tablename__ = "seal"

    id: int | None = key()
    position_id: int = Field(foreign_key="position.id")
    as_of: str
    decree: str | None = None
    note: str | None = None
    sealed_by: str
    sealed_at: str
    document: str
    sha256: str
