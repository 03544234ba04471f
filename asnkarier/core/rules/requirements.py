"""Requirements for a position: each with the article it is quoted by, in one of a few forms.

`check` is the name under which a result is listed, a word that each law chooses; `rule` tells the form, and the form alone tells
what is asked, which data answer it and how it is said.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from asnkarier.core.regulation import Confidence
from asnkarier.core.rules.appraisal import Predicate
from asnkarier.core.rules.positions import Education, EmployeeKind, Golongan, PositionKind
from asnkarier.core.rules.sanctions import DisciplineLevel


class EmployeeKindAmong(NamedTuple):
    """The person's employee kind is one of `kinds`."""

    rule: Literal["employee_kind"]
    check: str
    article: str
    kinds: tuple[EmployeeKind, ...]
    confidence: Confidence = "high"
    note: str = ""


class EducationAtLeast(NamedTuple):
    """The highest education is at least `at_least`."""

    rule: Literal["education"]
    check: str
    article: str
    at_least: Education
    confidence: Confidence = "high"
    note: str = ""


class FieldExperience(NamedTuple):
    """Posts in the target's field (job family) add up to at least `years`."""

    rule: Literal["field_experience"]
    check: str
    article: str
    years: int
    confidence: Confidence = "high"
    note: str = ""


class PostService(NamedTuple):
    """Definitive posts of one of `kinds`, of an equal level or higher, add up to at least `years`."""

    rule: Literal["post_service"]
    check: str
    article: str
    kinds: tuple[PositionKind, ...]
    years: int
    confidence: Confidence = "high"
    note: str = ""


class FamilyService(NamedTuple):
    """Service in a family of posts (guru) adds up to at least `years`, or `years_if_none` where nobody fits else.

    `only_family` asks it only of those who hold such a post now, `employee_kinds` only of these.
    """

    rule: Literal["family_service"]
    check: str
    article: str
    family: str
    years: int
    years_if_none: int | None = None
    only_family: bool = False
    employee_kinds: tuple[EmployeeKind, ...] = ()
    offices: tuple[str, ...] = ()
    """Tags of posts with a law of their own whose holders are of the family too."""
    confidence: Confidence = "high"
    note: str = ""


class FamilyHeld(NamedTuple):
    """The present post is of a family (guru), or of an office whose holders are.

    A post whose name holds words of `perhaps` may be one.
    """

    rule: Literal["family_held"]
    check: str
    article: str
    family: str
    offices: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()
    confidence: Confidence = "high"
    note: str = ""


class PredicateAtLeast(NamedTuple):
    """Each of the last `years` annual evaluations is at least `at_least`."""

    rule: Literal["predicate"]
    check: str
    article: str
    at_least: Predicate
    years: int
    confidence: Confidence = "high"
    note: str = ""


class CompetencyStandard(NamedTuple):
    """The person meets the position's standard of competency; how far below is still acceptable is policy."""

    rule: Literal["competency"]
    check: str
    article: str
    confidence: Confidence = "high"
    note: str = ""


class AgeAtMost(NamedTuple):
    """The person is not past the birthday of `years` on the day of appointment."""

    rule: Literal["age"]
    check: str
    article: str
    years: int
    confidence: Confidence = "high"
    note: str = ""


class NoDiscipline(NamedTuple):
    """No sanction of these levels: `when` it is being served, or `ever`."""

    rule: Literal["discipline"]
    check: str
    article: str
    levels: tuple[DisciplineLevel, ...]
    when: Literal["served", "ever"]
    confidence: Confidence = "high"
    note: str = ""


class GolonganAtLeast(NamedTuple):
    """A PNS holds at least this golongan, or `if_none` where nobody fits else."""

    rule: Literal["golongan"]
    check: str
    article: str
    at_least: Golongan
    if_none: Golongan | None = None
    employee_kinds: tuple[EmployeeKind, ...] = ()
    confidence: Confidence = "high"
    note: str = ""


class FieldOrCertificate(NamedTuple):
    """A degree in one of `fields`, or one of `certificates` (`also_called` so); with no `fields` the certificate is a must.

    The words of a field may stand among others; those of `whole_fields` are the whole field. What holds words of `perhaps_fields`
    or `perhaps_certificates` may be what the law means: for the office to see.
    """

    rule: Literal["field_or_certificate"]
    check: str
    article: str
    fields: tuple[str, ...]
    certificates: tuple[str, ...]
    also_called: tuple[str, ...] = ()
    whole_fields: tuple[str, ...] = ()
    perhaps_fields: tuple[str, ...] = ()
    perhaps_certificates: tuple[str, ...] = ()
    confidence: Confidence = "high"
    note: str = ""


class ManagerialExperience(NamedTuple):
    """At least `years` of managerial experience: heading or coordinating, by posts or assignments on record.

    `offices` are the tags of posts with a law of their own in which one leads, held as a post or as a duty beside one.
    """

    rule: Literal["managerial_experience"]
    check: str
    article: str
    years: int
    confidence: Confidence = "high"
    note: str = ""
    offices: tuple[str, ...] = ()


class CumulativeCredit(NamedTuple):
    """The cumulative credit reaches what the step to the next level needs."""

    rule: Literal["credit"]
    check: str
    article: str
    step: Literal["next_rank", "next_level"]
    confidence: Confidence = "high"
    note: str = ""


class ExamPassed(NamedTuple):
    """The named exam is passed for the target."""

    rule: Literal["exam"]
    check: str
    article: str
    exam: str
    confidence: Confidence = "high"
    note: str = ""


class LevelBelow(NamedTuple):
    """The person holds the level directly below the target's, in the same functional ladder."""

    rule: Literal["level_below"]
    check: str
    article: str
    confidence: Confidence = "high"
    note: str = ""


class VacancyOpen(NamedTuple):
    """The position has a vacancy: its headcount is greater than its incumbents."""

    rule: Literal["vacancy"]
    check: str
    article: str
    confidence: Confidence = "high"
    note: str = ""


class TermOfOffice(NamedTuple):
    """The office is held for `years`, at most `times` times: who held it that long is not appointed again."""

    rule: Literal["term"]
    check: str
    article: str
    years: int
    times: int
    confidence: Confidence = "high"
    note: str = ""


class Attested(NamedTuple):
    """Something the committee attests (health, integrity, LHKPN): a line of a checklist, never computed."""

    rule: Literal["attested"]
    check: str
    article: str
    confidence: Confidence = "high"
    note: str = ""


Requirement = (
    EmployeeKindAmong
    | EducationAtLeast
    | FieldExperience
    | PostService
    | FamilyService
    | FamilyHeld
    | PredicateAtLeast
    | CompetencyStandard
    | AgeAtMost
    | NoDiscipline
    | GolonganAtLeast
    | FieldOrCertificate
    | ManagerialExperience
    | CumulativeCredit
    | ExamPassed
    | LevelBelow
    | VacancyOpen
    | TermOfOffice
    | Attested
)


Register = Literal["duties", "credits", "trainings", "exams"]
"""What is read of people only where something asks for it."""


class Form(NamedTuple):
    """What a check is by its form, whatever the law calls it."""

    kind: str
    """The word by which the program knows it: that of the national law where it has a check of this form."""
    sheets: tuple[str, ...]
    """The kinds of sheet from which what it misses would come."""
    needs: frozenset[Register] = frozenset()


_SERVED = ("history",)
FORMS: Mapping[str, Form] = {
    "employee_kind": Form("status", ("roster",)),
    "education": Form("education", ("roster", "educations")),
    "field_experience": Form("experience_in_field", ("positions", "history")),
    "post_service": Form("experience_in_post", _SERVED),
    "family_service": Form("experience_as_teacher", _SERVED),
    "family_held": Form("teacher", ("roster",)),
    "predicate": Form("performance", ("evaluations",)),
    "competency": Form("competency", ("assessments",)),
    "age": Form("age", ("roster",)),
    "discipline": Form("discipline", ("discipline",)),
    "golongan": Form("golongan", ("roster",)),
    "field_or_certificate": Form(
        "degree_or_certificate", ("educations", "trainings", "exams"), frozenset({"trainings", "exams"})
    ),
    "managerial_experience": Form("managerial_experience", _SERVED, frozenset({"duties"})),
    "credit": Form("credit", ("credits", "evaluations"), frozenset({"credits"})),
    "exam": Form("competency_test", ("exams",), frozenset({"exams"})),
    "level_below": Form("level_below", ("roster",)),
    "vacancy": Form("vacancy", ("positions",)),
    "term": Form("term", _SERVED, frozenset({"duties"})),
    "attested": Form("attested", ()),
}
_CERTIFICATE = Form("certificate", ("trainings", "exams"), frozenset({"trainings", "exams"}))

RETIREMENT = Form("retirement_age", ("roster",))
OWN_RANK = Form("rank", ("roster",))
TIME_IN_POST = Form("time_in_post", ("roster", "history"))
NOT_IN_FORCE = Form("own_law", ())
"""Checks that no requirement makes: of the pension, of the post's own golongan, of a move on one level, of law to come."""


def form(requirement: Requirement) -> Form:
    """Return the form of a requirement."""
    if isinstance(requirement, FieldOrCertificate) and not requirement.fields:
        return _CERTIFICATE
    return FORMS[requirement.rule]


class RequirementSet(NamedTuple):
    """All requirements for being appointed to posts of `kinds`, or to posts tagged `own_law`, in the order of the law.

    `exceptions` are those the law names; they are told, never assumed. `additional_duty`: who bears the post keeps one of their own
    and holds this one as a duty beside it (tugas tambahan), definitively.
    """

    kinds: tuple[PositionKind, ...]
    own_law: str
    requirements: tuple[Requirement, ...]
    exceptions: tuple[str, ...] = ()
    additional_duty: bool = False
