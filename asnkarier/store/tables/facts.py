"""What happened to people: evaluations, assessments, history, trainings, sanctions and the like.

Every row has the person it is about and a natural key that is unique in the file.
"""

from asnkarier.core.rules.sanctions import LEVELS

from .base import Field, SQLModel, blank, iso, key, one_of, person, unique, within


class Movement(SQLModel, table=True):
    """A personnel event: joining, leaving, leave without pay, return."""

    __tablename__ = "movement"
    __table_args__ = (unique("person_id", "event", "effective_on"), iso("effective_on", optional=False))

    id: int | None = key()
    person_id: int = person()
    event: str
    effective_on: str
    decree: str | None = None
    destination: str | None = None


class Evaluation(SQLModel, table=True):
    """One performance evaluation of a person for a period of a year."""

    __tablename__ = "evaluation"
    __table_args__ = (
        unique("person_id", "year", "period", "started_on"),
        iso("started_on"),
        iso("ended_on"),
        within("year", 1950, 2100),
        one_of("work_result", "above", "meets", "below"),
        one_of("behaviour", "above", "meets", "below"),
    )

    id: int | None = key()
    person_id: int = person()
    year: int
    period: str
    started_on: str = blank()
    ended_on: str | None = None
    unit: str | None = None
    work_result: str | None = None
    behaviour: str | None = None
    predicate: str | None = None
    score: int | None = None
    new_idea: str | None = None
    feedback: str | None = None
    recommendation: str | None = None
    evaluator_nip: str | None = None


class Assessment(SQLModel, table=True):
    """One competency assessment of a person; its levels are in assessment_level, its JPM may stand alone."""

    __tablename__ = "assessment"
    __table_args__ = (unique("person_id", "assessed_on", "purpose"), iso("assessed_on", optional=False))

    id: int | None = key()
    person_id: int = person()
    assessed_on: str
    purpose: str = blank()
    provider: str | None = None
    potential: int | None = None
    jpm: int | None = None
    suggestion: str | None = None


class AssessmentLevel(SQLModel, table=True):
    """The attained level of one competency in one assessment, in 1/10 000."""

    __tablename__ = "assessment_level"
    __table_args__ = (within("level", 0, 50_000), {"sqlite_with_rowid": False})

    assessment_id: int = Field(primary_key=True, foreign_key="assessment.id")
    competency_id: int = Field(primary_key=True, foreign_key="competency.id")
    level: int


class Indicator(SQLModel, table=True):
    """A target of the year and what was realised."""

    __tablename__ = "indicator"
    __table_args__ = (unique("person_id", "year", "indicator"),)

    id: int | None = key()
    person_id: int = person()
    year: int
    indicator: str
    measure: str | None = None
    target: int
    realised: int | None = None
    direction: str | None = None


class UnitPerformance(SQLModel, table=True):
    """The organisation predicate of a unit in a period."""

    __tablename__ = "unit_performance"
    __table_args__ = (unique("unit_id", "year", "period"),)

    id: int | None = key()
    unit_id: int = Field(foreign_key="unit.id")
    year: int
    period: str
    predicate: str


class Training(SQLModel, table=True):
    """A training a person took part in."""

    __tablename__ = "training"
    __table_args__ = (unique("person_id", "title_key", "dated"), iso("started_on"), iso("ended_on"))

    id: int | None = key()
    person_id: int = person()
    title: str
    title_key: str
    dated: str = blank()
    """The end, else the start, else the year: the part of the key that says when."""
    form: str | None = None
    training_kind: str | None = None
    level: str | None = None
    started_on: str | None = None
    ended_on: str | None = None
    year: int | None = None
    jp: int | None = None
    abroad: str | None = None
    organiser: str | None = None
    certificate: str | None = None
    competency: str | None = None
    valid_until: str | None = None


class CatalogueTraining(SQLModel, table=True):
    """A training on offer."""

    __tablename__ = "catalogue"
    __table_args__ = (unique("code"),)

    id: int | None = key()
    code: str
    title: str
    form: str | None = None
    training_kind: str | None = None
    jp: int
    cost: int | None = None
    class_cost: int | None = None
    seats: int | None = None
    seats_min: int | None = None
    competency: str | None = None
    raises_to: int | None = None
    for_kinds: str | None = None


class History(SQLModel, table=True):
    """A post held in the past, as written; unit and post need not exist today."""

    __tablename__ = "history"
    __table_args__ = (
        unique("person_id", "position_key", "since"),
        iso("since", optional=False),
        iso("until"),
        one_of("acting", "definitif", "plt", "plh", "pj", "tambahan"),
    )

    id: int | None = key()
    person_id: int = person()
    position: str
    position_key: str
    position_kind: str | None = None
    echelon: str | None = None
    job_family: str | None = None
    unit: str | None = None
    agency: str | None = None
    since: str
    until: str | None = None
    acting: str | None = None


class Education(SQLModel, table=True):
    """A degree of a person."""

    __tablename__ = "education"
    __table_args__ = (unique("person_id", "education", "field_key"),)

    id: int | None = key()
    person_id: int = person()
    education: str
    field_of_study: str | None = None
    field_key: str = blank()
    institution: str | None = None
    graduated: str | None = None
    """The day, or the year where no more is known."""
    mark: str | None = None


class Exam(SQLModel, table=True):
    """An exam a person sat (uji kompetensi, ujian dinas, UPKP, sertifikasi)."""

    __tablename__ = "exam"
    __table_args__ = (unique("person_id", "exam", "target_key", "taken_on"),)

    id: int | None = key()
    person_id: int = person()
    exam: str
    target: str | None = None
    target_key: str = blank()
    taken_on: str
    result: str
    score: int | None = None
    valid_until: str | None = None
    certificate: str | None = None


class Credit(SQLModel, table=True):
    """A decision on credit (PAK) of a functional post."""

    __tablename__ = "credit"
    __table_args__ = (unique("person_id", "decided_on", "kind"),)

    id: int | None = key()
    person_id: int = person()
    decided_on: str
    kind: str
    amount: int
    cumulative: int | None = None
    period_from: str | None = None
    period_to: str | None = None
    level: str | None = None
    decree: str | None = None


class Discipline(SQLModel, table=True):
    """A disciplinary sanction (PP 94/2021, or the older names)."""

    __tablename__ = "discipline"
    __table_args__ = (
        unique("person_id", "decided_on", "sanction_key"),
        one_of("level", *LEVELS),
        iso("decided_on", optional=False),
        iso("effective_on"),
        iso("ends_on"),
        iso("annulled_on"),
    )

    id: int | None = key()
    person_id: int = person()
    level: str
    sanction: str | None = None
    sanction_key: str = blank()
    decided_on: str
    effective_on: str | None = None
    ends_on: str | None = None
    annulled_on: str | None = None
    decree: str | None = None
    note: str | None = None
    """The breach, as the decree calls it."""


class Award(SQLModel, table=True):
    """An award."""

    __tablename__ = "award"
    __table_args__ = (unique("person_id", "title_key", "awarded_on"),)

    id: int | None = key()
    person_id: int = person()
    title: str
    title_key: str
    scope: str | None = None
    awarded_on: str


class Assignment(SQLModel, table=True):
    """A project led or a team worked in."""

    __tablename__ = "assignment"
    __table_args__ = (unique("person_id", "title_key", "started_on"),)

    id: int | None = key()
    person_id: int = person()
    title: str
    title_key: str
    role: str | None = None
    scope: str | None = None
    started_on: str = blank()
    ended_on: str | None = None
    outcome: str | None = None


class Feedback(SQLModel, table=True):
    """Feedback given about a person in a year."""

    __tablename__ = "feedback"
    __table_args__ = (unique("person_id", "year", "giver_key"),)

    id: int | None = key()
    person_id: int = person()
    year: int
    giver: str | None = None
    giver_key: str = blank()
    score: int | None = None
    text: str | None = None


class Selection(SQLModel, table=True):
    """The score of one stage of an open selection; outsiders have a name instead of a person."""

    __tablename__ = "selection"
    __table_args__ = (unique("candidate_key", "position_id", "stage"),)

    id: int | None = key()
    person_id: int | None = Field(default=None, foreign_key="person.id")
    name: str | None = None
    candidate_key: str
    position_id: int = Field(foreign_key="position.id")
    stage: str
    score: int | None = None
    taken_on: str | None = None
    note: str | None = None


class IdpStep(SQLModel, table=True):
    """One step of an individual development plan."""

    __tablename__ = "idp"
    __table_args__ = (unique("person_id", "goal_key", "step_key"),)

    id: int | None = key()
    person_id: int = person()
    goal: str
    goal_key: str
    horizon: str | None = None
    step: str | None = None
    step_key: str = blank()
    due: str | None = None
    done_on: str | None = None
    evidence: str | None = None
    owner: str | None = None
    linked: str | None = None
    """The gap or the training that the step serves."""


class IdpReview(SQLModel, table=True):
    """A day on which a leader and an employee went through the plan together."""

    __tablename__ = "idp_review"
    __table_args__ = (unique("person_id", "reviewed_on"), iso("reviewed_on", optional=False))

    id: int | None = key()
    person_id: int = person()
    reviewed_on: str
    note: str | None = None


class Mentoring(SQLModel, table=True):
    """A mentoring pair, and the sessions held."""

    __tablename__ = "mentoring"
    __table_args__ = (unique("mentor_id", "mentee_id", "started_on", "session_on"),)

    id: int | None = key()
    mentor_id: int = Field(foreign_key="person.id")
    mentee_id: int = Field(foreign_key="person.id")
    started_on: str
    session_on: str = blank()
    minutes: int | None = None
    topic: str | None = None
    ended_on: str | None = None
    """When the pair ended; stands in the row without a session."""


class Survey(SQLModel, table=True):
    """The mean score of a dimension of the work environment in a unit and year."""

    __tablename__ = "survey"
    __table_args__ = (unique("unit_id", "year", "dimension_key"),)

    id: int | None = key()
    unit_id: int = Field(foreign_key="unit.id")
    year: int
    dimension: str
    dimension_key: str
    score: int
    respondents: int | None = None
