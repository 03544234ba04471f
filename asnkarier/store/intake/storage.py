"""How the rows of each kind about a person lie in their table: columns, natural key, derived parts of the key."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from asnkarier.core.names import folded, folded_position

Row = Mapping[str, Any]


class Storage(NamedTuple):
    """One table of facts.

    `columns` are taken from fields of the same name (or computed by `derived`); `key` are the columns of the natural key after
    `person_id`. Key columns that a row leaves blank are stored as ''.
    """

    table: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    derived: Mapping[str, Callable[[Row], Any]] = {}
    people: Mapping[str, str] = {"person_id": "nip"}
    """Reference columns to people, and the fields that hold their NIPs."""
    never_blank: int = 0
    """How many parts of the key, the person's among them, every list gives, where lists often leave out the others: such a row may
    be one that the file knows whole, or the other way round. 0 where none does."""
    one_decree: bool = False
    """Whether the decree of a day decides one fact of a person: two lists may write it in more words and in fewer."""
    whole_year: bool = False
    """Whether the last part of the key is the first day of a period, which a list may leave out."""
    of_a_day: frozenset[str] = frozenset()
    """Columns of days of which a list may give the year alone: the day that another gave says more."""

    start_for_end: bool = False
    """Whether the last part of the key is the day on which something ended, and where a list gives none the one on which it began."""


def _fold(field: str) -> Callable[[Row], str]:
    return lambda row: folded(str(row.get(field) or ""))


def _when(row: Row) -> str:
    return str(row.get("ended_on") or row.get("started_on") or row.get("year") or "")


def _period(row: Row) -> str:
    """Return the period of an evaluation: the whole year where the sheet names none."""
    return str(row.get("period") or "annual")


def _fold_position(row: Row) -> str:
    return folded_position(str(row["position"]))


STORAGE: Mapping[str, Storage] = {
    "evaluations": Storage(
        "evaluation",
        (
            "year", "period", "started_on", "ended_on", "unit", "work_result", "behaviour", "predicate", "score",
            "new_idea", "feedback", "recommendation", "evaluator_nip",
        ),
        ("year", "period", "started_on"),
        {"period": _period},
        whole_year=True,
    ),
    "indicators": Storage(
        "indicator", ("year", "indicator", "measure", "target", "realised", "direction"), ("year", "indicator")
    ),
    "trainings": Storage(
        "training",
        (
            "title", "title_key", "dated", "form", "training_kind", "level", "started_on", "ended_on", "year", "jp",
            "abroad", "organiser", "certificate", "competency", "valid_until",
        ),
        ("title_key", "dated"),
        {"title_key": _fold("title"), "dated": _when},
        never_blank=2,
        start_for_end=True,
    ),
    "history": Storage(
        "history",
        (
            "position", "position_key", "position_kind", "echelon", "job_family", "unit", "agency", "since", "until",
            "acting",
        ),
        ("position_key", "since"),
        {"position_key": _fold_position},
    ),
    "educations": Storage(
        "education",
        ("education", "field_of_study", "field_key", "institution", "graduated", "mark"),
        ("education", "field_key"),
        {"field_key": _fold("field_of_study")},
        never_blank=2,
        of_a_day=frozenset(("graduated",)),
    ),
    "exams": Storage(
        "exam",
        ("exam", "target", "target_key", "taken_on", "result", "score", "valid_until", "certificate"),
        ("exam", "target_key", "taken_on"),
        {"target_key": _fold("target")},
        never_blank=2,
    ),
    "credits": Storage(
        "credit",
        ("decided_on", "kind", "amount", "cumulative", "period_from", "period_to", "level", "decree"),
        ("decided_on", "kind"),
    ),
    "discipline": Storage(
        "discipline",
        ("level", "sanction", "sanction_key", "decided_on", "effective_on", "ends_on", "annulled_on", "decree", "note"),
        ("decided_on", "sanction_key"),
        {"sanction_key": _fold("sanction")},
        never_blank=1,
        one_decree=True,
    ),
    "awards": Storage(
        "award", ("title", "title_key", "scope", "awarded_on"), ("title_key", "awarded_on"), {"title_key": _fold("title")}
    ),
    "assignments": Storage(
        "assignment",
        ("title", "title_key", "role", "scope", "started_on", "ended_on", "outcome"),
        ("title_key", "started_on"),
        {"title_key": _fold("title")},
    ),
    "feedback": Storage(
        "feedback", ("year", "giver", "giver_key", "score", "text"), ("year", "giver_key"), {"giver_key": _fold("giver")}
    ),
    "idp": Storage(
        "idp",
        ("goal", "goal_key", "horizon", "step", "step_key", "due", "done_on", "evidence", "owner", "linked"),
        ("goal_key", "step_key"),
        {"goal_key": _fold("goal"), "step_key": _fold("step")},
    ),
    "movements": Storage("movement", ("event", "effective_on", "decree", "destination"), ("event", "effective_on")),
    "mentoring": Storage(
        "mentoring",
        ("started_on", "session_on", "minutes", "topic", "ended_on"),
        ("mentee_id", "started_on", "session_on"),
        people={"mentor_id": "mentor", "mentee_id": "mentee"},
    ),
}  # fmt: skip
"""Kinds whose rows are about people, one table a kind."""


def key_of(storage: Storage, row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return the natural key of a row of columns, with '' for blank parts."""
    return tuple("" if row[c] is None else row[c] for c in storage.key)


def listed(columns: Sequence[str]) -> str:
    """Return column names for SQL."""
    return ", ".join(columns)
