"""One person whole, for people."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from asnkarier.views.decide.explain import source_said
from asnkarier.views.language import N_, Words
from asnkarier.views.shapes import Column, Field, Kind, Record, Said, Shape, Table
from asnkarier.views.terms import term

LABELS: Mapping[str, str] = {
    "nip": N_("NIP"),
    "name": N_("Name"),
    "position": N_("Position"),
    "unit": N_("Unit"),
    "golongan": N_("Golongan"),
    "education": N_("Education"),
    "employee_kind": N_("Kind"),
    "title_front": N_("Title in front"),
    "title_back": N_("Title behind"),
    "sex": N_("Sex"),
    "birth_date": N_("Born on"),
    "appointed_on": N_("Appointed on"),
    "field_of_study": N_("Field of study"),
    "last_pay_step": N_("Last pay step"),
    "email": N_("E-mail"),
    "status": N_("Status"),
    "position_kind": N_("Kind of position"),
    "echelon": N_("Echelon"),
    "position_since": N_("In the post since"),
    "golongan_since": N_("Golongan since"),
    "pns_since": N_("PNS since"),
    "contract_ends_on": N_("Contract ends on"),
    "unit_code": N_("Unit code"),
    "unit_path": N_("Place in the institution"),
    "agency": N_("Agency"),
}
_KINDS: Mapping[str, Kind] = {
    "nip": "nip",
    "employee_kind": "term",
    "sex": "term",
    "status": "term",
    "position_kind": "term",
    "birth_date": "date",
    "appointed_on": "date",
    "last_pay_step": "date",
    "position_since": "date",
    "golongan_since": "date",
    "pns_since": "date",
    "contract_ends_on": "date",
}
TABLES: Mapping[str, tuple[str, tuple[tuple[str, str, Kind], ...]]] = {
    "posts": (
        N_("Posts by the roster"),
        (
            ("since", N_("Since"), "date"),
            ("until", N_("Until"), "date"),
            ("position", N_("Position"), "text"),
            ("position_kind", N_("Kind"), "term"),
        ),
    ),
    "duties": (
        N_("Acting and additional duties"),
        (
            ("since", N_("Since"), "date"),
            ("until", N_("Until"), "date"),
            ("acting", N_("As"), "term"),
            ("position", N_("Position"), "text"),
        ),
    ),
    "history": (
        N_("History of posts"),
        (
            ("since", N_("Since"), "date"),
            ("until", N_("Until"), "date"),
            ("position", N_("Position"), "text"),
            ("unit", N_("Unit"), "text"),
            ("acting", N_("As"), "term"),
        ),
    ),
    "ranks": (N_("Golongan over time"), (("since", N_("Since"), "date"), ("golongan", N_("Golongan"), "code"))),
    "units": (
        N_("Units over time"),
        (("since", N_("Since"), "date"), ("until", N_("Until"), "date"), ("unit", N_("Unit"), "text")),
    ),
    "statuses": (
        N_("Status over time"),
        (("since", N_("Since"), "date"), ("until", N_("Until"), "date"), ("status", N_("Status"), "term")),
    ),
    "kinds": (
        N_("Kind of employee over time"),
        (
            ("since", N_("Since"), "date"),
            ("until", N_("Until"), "date"),
            ("employee_kind", N_("Kind"), "term"),
            ("contract_ends_on", N_("Contract ends on"), "date"),
        ),
    ),
    "evaluations": (
        N_("Evaluations"),
        (
            ("year", N_("Year"), "year"),
            ("period", N_("Period"), "term"),
            ("work_result", N_("Work result"), "term"),
            ("behaviour", N_("Behaviour"), "term"),
            ("score", N_("Score"), "score"),
            ("predicate", N_("Predicate"), "term"),
        ),
    ),
    "indicators": (
        N_("Performance indicators"),
        (
            ("year", N_("Year"), "year"),
            ("indicator", N_("Indicator"), "text"),
            ("measure", N_("Measure"), "text"),
            ("target", N_("Targeted"), "number"),
            ("realised", N_("Realised"), "number"),
            ("achievement", N_("Achievement"), "percent"),
        ),
    ),
    "assessments": (
        N_("Assessments"),
        (
            ("assessed_on", N_("Assessed on"), "date"),
            ("purpose", N_("Purpose"), "text"),
            ("provider", N_("Provider"), "text"),
            ("jpm", "JPM", "percent"),
            ("potential", N_("Potential"), "score"),
        ),
    ),
    "educations": (
        N_("Educations"),
        (
            ("education", N_("Education"), "code"),
            ("field_of_study", N_("Field of study"), "text"),
            ("institution", N_("Institution"), "text"),
            ("graduated", N_("Graduated"), "date"),
        ),
    ),
    "trainings": (
        N_("Trainings"),
        (("title", N_("Title"), "text"), ("ended_on", N_("Ended on"), "date"), ("jp", "JP", "number")),
    ),
    "exams": (
        N_("Exams"),
        (
            ("exam", N_("Exam"), "term"),
            ("target", N_("Target"), "text"),
            ("taken_on", N_("Taken on"), "date"),
            ("result", N_("Result"), "term"),
        ),
    ),
    "credits": (
        N_("Credit"),
        (("decided_on", N_("Decided on"), "date"), ("kind", N_("Kind"), "term"), ("amount", N_("Amount"), "number")),
    ),
    "discipline": (
        N_("Discipline"),
        (
            ("decided_on", N_("Decided on"), "date"),
            ("level", N_("Level"), "term"),
            ("sanction", N_("Sanction"), "text"),
            ("served_until", N_("Ends on"), "date"),
        ),
    ),
    "ethics": (
        N_("Code of ethics (no disciplinary sanctions: they count for nothing)"),
        (("decided_on", N_("Decided on"), "date"), ("sanction", N_("Moral sanction"), "text")),
    ),
    "awards": (N_("Awards"), (("awarded_on", N_("Awarded on"), "date"), ("title", N_("Title"), "text"))),
    "assignments": (
        N_("Assignments"),
        (("title", N_("Title"), "text"), ("role", N_("Role"), "term"), ("scope", N_("Scope"), "term")),
    ),
    "feedback": (
        N_("Feedback"),
        (("year", N_("Year"), "year"), ("score", N_("Score"), "score"), ("text", N_("Text"), "text")),
    ),
    "movements": (
        N_("Movements"),
        (("effective_on", N_("Since"), "date"), ("event", N_("Event"), "term"), ("decree", N_("Decree"), "text")),
    ),
    "selections": (
        N_("Open selections"),
        (
            ("position", N_("Position"), "text"),
            ("stage", N_("Stage"), "term"),
            ("score", N_("Score"), "score"),
            ("taken_on", N_("Taken on"), "date"),
        ),
    ),
    "idp": (
        N_("Individual development plan"),
        (
            ("goal", N_("Goal"), "text"),
            ("step", N_("Step"), "text"),
            ("due", N_("Due"), "date"),
            ("done_on", N_("Done on"), "date"),
        ),
    ),
    "mentoring": (
        N_("Mentoring"),
        (
            ("role", N_("As"), "term"),
            ("partner", N_("With"), "text"),
            ("started_on", N_("Since"), "date"),
            ("session_on", N_("Session on"), "date"),
            ("minutes", N_("Minutes"), "integer"),
            ("topic", N_("Topic"), "text"),
            ("ended_on", N_("Ended on"), "date"),
        ),
    ),
}
"""List → its title and the columns people see; a list that is empty is not shown."""
_IF_SAID: Mapping[str, frozenset[str]] = {"evaluations": frozenset({"score"})}
"""List → columns that stand there only where a record fills them: scores are of years long past."""
CHANGING = frozenset({"units", "statuses", "kinds"})
"""Lists that say more than the record above them only once something changed."""


def pictures(
    name: str,
    today: Mapping[str, Any],
    origins: Mapping[str, object],
    lists: Mapping[str, Sequence[Mapping[str, Any]]],
    as_of: date,
) -> list[Shape]:
    """Return the person's record with a source for each value, and a table for each list."""
    fields = [
        Field(key, LABELS.get(key, key), value, _KINDS.get(key, "text"), _source(origins.get(key)))
        for key, value in today.items()
        if value is not None and key != "name"
    ]
    old = [entry["nip"] for entry in lists.get("nips", ()) if entry["nip"] != today["nip"]]
    if old:
        fields.insert(1, Field("nips", N_("Earlier NIPs"), old, "nip"))
    shapes: list[Shape] = [Record(name, fields, Words(N_("As known for {as_of}."), {"as_of": as_of}))]
    for key, (title, columns) in TABLES.items():
        rows = lists.get(key, ())
        if len(rows) > (1 if key in CHANGING else 0):
            columns = tuple(
                one for one in columns if one[0] not in _IF_SAID.get(key, ()) or any(r.get(one[0]) for r in rows)
            )
            said = tuple(Column(column, header, kind) for column, header, kind in columns)
            shapes.append(
                Table(
                    title,
                    (*said, Column("source", N_("Source"))),
                    [(*(_cell(row, c) for c, _, _ in columns), _source(row.get("source"))) for row in rows],
                )
            )
    return shapes


def _cell(row: Mapping[str, Any], column: str) -> object:
    """Return what a record says; of an evaluation without a predicate the one that the law of its year reads off the rest."""
    if column == "predicate" and row.get(column) is None and (read := row.get("predicate_by_law")):
        return Words(N_("{predicate} (by ratings or score)"), {"predicate": term(str(read))})
    if column == "served_until":
        return _ending(row)
    return row.get(column)


def _ending(row: Mapping[str, Any]) -> object:
    """Return when a sanction ends: how its last day was counted, and when it was annulled."""
    annulled = date.fromisoformat(row["annulled_on"]) if row["annulled_on"] else None
    day = date.fromisoformat(row["served_until"]) if row["served_until"] else None
    told: object = day
    # The decree or the annulment may tell the last day where the first is counted.
    by_annulment = annulled is not None and day == annulled - timedelta(days=1)
    if day is not None and row["without_public_holidays"] and not row["ends_on"] and not by_annulment:
        told = Words(N_("{day} (counted without public holidays)"), {"day": day})
    if annulled is None:
        return told
    if told is None:
        return Words(N_("annulled on {annulled}"), {"annulled": annulled})
    return Words(N_("{day}, annulled on {annulled}"), {"day": told, "annulled": annulled})


def _source(source: object) -> Said:
    return source_said(source) if source is not None else ""
