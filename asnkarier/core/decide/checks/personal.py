"""Checks on what a person is: kind of employment, education, age, golongan."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from asnkarier.core.anniversary import anniversary
from asnkarier.core.decide.check import ONLY_IF_NONE, Datum, Outcome, Question, Verdict, at
from asnkarier.core.decide.records import Ahead, Records, lapsed
from asnkarier.core.decide.schooling import EDUCATION, fields_of, schooled
from asnkarier.core.golongan import order
from asnkarier.core.names import folded
from asnkarier.core.parse.nip import AppointedIn, appointed_in
from asnkarier.core.person import Person, Serving, maker
from asnkarier.core.rank.retirement import RetirementAge, retirement
from asnkarier.core.rules.positions import EDUCATIONS
from asnkarier.core.rules.requirements import FieldOrCertificate

_KIND = Datum("person_kind", 0, "employee_kind")
_EDUCATION = Datum("person", 0, "education")
_FIELD = Datum("person", 0, "field_of_study")
NOT_DATED = "not_dated"
"""Why an education is not known: of a degree the record does not tell whether it was taken by the day."""
_PPPK = ("PPPK", "PPPK_PW")
_verdict = maker(Verdict)
_CIVIL_SERVANTS = ("PNS", "CPNS")


def employee_kind(kinds: tuple[str, ...]) -> Question:
    """The employee kind on the day is one of `kinds`."""
    verdicts = {
        kind: Verdict("met" if kind in kinds else "not_met", kind) for kind in ("PNS", "CPNS", "PPPK", "PPPK_PW")
    }
    unknown = Verdict("unknown", None)

    def judge(person: Person, records: Records) -> Verdict:
        return verdicts.get(person.employee_kind or "", unknown)

    return Question(judge, at(_KIND))


def highest(person: Person, records: Records, day: str) -> tuple[str | None, Datum]:
    """Return the highest education that is sure on a day, and where it stands."""
    found = schooled(person, records, day)
    if found.by is None:
        return found.low, _EDUCATION
    return found.low, Datum("education", found.by.record, "education")


def education(at_least: str, day: str) -> Question:
    """The highest education is at least `at_least`."""
    wanted = EDUCATION[at_least]
    roster = {level: Verdict("met" if place >= wanted else "not_met", level) for level, place in EDUCATION.items()}
    unknown = Verdict("unknown", None)

    def judge(person: Person, records: Records) -> Verdict:
        if person.id not in records.degrees:
            return roster.get(person.education or "", unknown)
        # The same level as the component counts, even where the roster's own would do.
        found = schooled(person, records, day)
        sure = roster.get(found.low or "", unknown)
        if found.perhaps is None or sure.outcome == "met" or EDUCATION[found.perhaps.education] < wanted:
            return sure
        return Verdict("unknown", found.perhaps.education, NOT_DATED)

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        if verdict.why == NOT_DATED and (perhaps := schooled(person, records, day).perhaps) is not None:
            return (Datum("education", perhaps.record, "education"),)
        return (highest(person, records, day)[1],)

    return Question(judge, trace)


def birth_date(person: Person | Serving) -> tuple[str | None, Datum]:
    """Return the birth date: as recorded, else as the NIP gives it."""
    if person.birth_date:
        return person.birth_date, Datum("person", 0, "birth_date")
    digits = person.nip[:8]
    where = Datum("person", 0, "nip")
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).isoformat(), where
    except ValueError:
        return None, where


def appointed(person: Person) -> AppointedIn | None:
    """Return between which days the first appointment lies: the one recorded, else as the NIP gives it; None where neither tells.

    Of who was on contract before it is the first of that service: an ASN of another kind is not new.
    """
    day = served_from(person)
    if day:
        return AppointedIn(day, day)
    found = appointed_in(person.nip, pppk=person.employee_kind in _PPPK)
    before = person.entered_on
    return AppointedIn(before, before) if found and before and before < found.first else found


def served_from(person: Person) -> str | None:
    """Return the first day of service as an ASN of any kind, as it is recorded: that of the appointment, or of a contract before it."""
    day = person.appointed_on
    return person.entered_on if day and person.entered_on else day


def appointed_by_nip(person: Person) -> bool:
    """Tell whether only the NIP says when somebody was appointed."""
    return not person.appointed_on and appointed(person) is not None


def first_day(person: Person) -> str | None:
    """Return the first day on which somebody may have been a civil servant; None where it is not known.

    The NIP of a PPPK changes with the agency: it does not say that there was no service before.
    """
    found = appointed(person)
    return found.first if found and (person.appointed_on or person.employee_kind in _CIVIL_SERVANTS) else None


def came_after(person: Person, day: date) -> bool:
    """Tell whether somebody was first appointed after a day, for sure: of a PPPK's year the NIP tells no month."""
    found = appointed(person)
    return found is not None and found.first > day.isoformat()


def first_year(person: Person) -> int:
    """Return the first year of which an evaluation is expected of somebody, that of the appointment; 0 where it is not known."""
    day = served_from(person)
    if day:
        return int(day[:4])
    found = _year_of(person.nip[8:14])
    return min(found, int(person.entered_on[:4])) if person.entered_on else found


@lru_cache(maxsize=4096)
def _year_of(digits: str) -> int:
    found = appointed_in(f"{0:08}{digits}", pppk=False)
    return int(found.first[:4]) if found else 0


def age(years: int, as_of: date, reading: str) -> Question:
    """The person is not past the birthday of `years` (`birthday`), or has not completed more years (`completed_years`)."""
    last_birth = _earliest_birth(as_of, years if reading == "birthday" else years + 1, reading == "birthday")

    def judge(person: Person, records: Records) -> Verdict:
        born = person.birth_date or birth_date(person)[0]
        if born is None:
            return Verdict("unknown", None)
        return _verdict(("met" if born >= last_birth else "not_met", born, ""))

    return Question(judge, lambda person, records, verdict: (birth_date(person)[1],))


def _earliest_birth(as_of: date, years: int, including: bool) -> str:
    """Return the earliest birth date whose `years`th birthday is not before the day (`including`), or is after it."""
    day = anniversary(as_of, -years)
    while anniversary(date.fromordinal(day.toordinal() - 1), years) >= as_of:
        day = date.fromordinal(day.toordinal() - 1)
    while anniversary(day, years) < as_of or (not including and anniversary(day, years) <= as_of):
        day = date.fromordinal(day.toordinal() + 1)
    return day.isoformat()


class Serves(NamedTuple):
    """Until when somebody serves, where more is on record of it than the age."""

    pension_from: str
    decreed: bool
    """Whether the pension is one on record, not that of the age."""
    ahead: Ahead | None
    """The leaving or absence to come that is on record, other than that pension."""


PENSION = "pensiun"


def _serves(by_age: Verdict, ahead: Sequence[Ahead], as_of: str) -> Verdict:
    """Return what is found where a leaving or an absence to come is on record: a pension on record stands in place of the age's."""
    pension = next((one for one in ahead if one.event == PENSION), None)
    other = next((one for one in ahead if one is not pension), None)
    gone = any(one.gone and one.on <= as_of for one in ahead)
    named = pension.on if pension is not None and by_age.outcome == "met" else None
    return Verdict("not_met" if gone else by_age.outcome, Serves(named or str(by_age.value), named is not None, other))


def before_retirement(limit: RetirementAge, as_of: date) -> Question:
    """The pension that belongs to the post's own retirement age has not begun on the day, by the law of that day.

    Nor one that is on record, whose day is the one told; who leaves or goes off duty soon by what is on record is told too.
    """
    memo: dict[str, Verdict] = {}
    limit = limit._replace(dated=())
    day = as_of.isoformat()

    def judge(person: Person, records: Records) -> Verdict:
        born = person.birth_date or birth_date(person)[0]
        if born is None:
            return Verdict("unknown", None)
        known = memo.get(born)
        if known is None:
            begins = retirement(date.fromisoformat(born), limit).pension_from
            known = memo[born] = Verdict("met" if begins > as_of else "not_met", begins.isoformat())
        ahead = records.ahead.get(person.id)
        return known if ahead is None else _serves(known, ahead, day)

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        decrees = [one.record for one in records.ahead.get(person.id, ()) if one.record]
        return birth_date(person)[1], *[Datum("movement", number, "effective_on") for number in decrees]

    return Question(judge, trace)


def golongan_within(
    lowest: str | None, highest_: str | None, kinds: tuple[str, ...] = (), if_none: str | None = None
) -> Question:
    """The golongan lies between two, both included; asked only of `kinds` where these are given.

    From `if_none` on it is enough where nobody holds the lowest, which one person's data cannot tell.
    """
    low, high = order(lowest) or 0, order(highest_) or 99
    lesser = order(if_none) or low
    where = Datum("person_golongan", 0, "golongan")

    def judge(person: Person, records: Records) -> Verdict:
        if kinds and person.employee_kind is not None and person.employee_kind not in kinds:
            return Verdict("met", person.golongan, "not_asked")
        held = order(person.golongan)
        if held is None:
            return Verdict("unknown", person.golongan)
        if low <= held <= high:
            return Verdict("met", person.golongan)
        if lesser <= held < low:
            return Verdict("unknown", person.golongan, ONLY_IF_NONE)
        # Of a range it is said on which side of it someone stands; of a least golongan there is only one.
        why = (
            "above_range"
            if held > high
            else "one_below"
            if _one_below(held, low)
            else "below_range"
            if highest_
            else ""
        )
        return Verdict("not_met", person.golongan, why)

    return Question(judge, at(where))


def _one_below(held: int, low: int) -> bool:
    """Tell whether one step up reaches `low`; III/d (34) is followed by IV/a (41)."""
    step = held + 1 if held % 10 < 4 or held // 10 == 4 else (held // 10 + 1) * 10 + 1
    return step == low


_PAPERS = ("exams", "trainings")
"""The registers in which certificates stand."""
_DEGREES = frozenset(EDUCATIONS[EDUCATIONS.index("D-I") :])
PERHAPS = "perhaps_such"
"""Why a check stays open: a degree or certificate on record may be one that the law means."""


def field_or_certificate(rule: FieldOrCertificate, day: str) -> Question:
    """A degree in one of the fields, or one of the certificates among exams, trainings and degrees."""
    words = [set(folded(name).split()) for name in rule.fields]
    whole = {folded(name) for name in rule.whole_fields}
    perhaps_studied = [f" {folded(name)} " for name in rule.perhaps_fields]
    papers = [f" {folded(name)} " for name in (*rule.certificates, *rule.also_called)]
    perhaps_papers = [f" {folded(name)} " for name in rule.perhaps_certificates]
    fields: dict[str, bool | None] = {}
    certified: dict[str, bool | None] = {}

    def studied(name: str) -> bool | None:
        if name not in fields:
            key = folded(name)
            found = key in whole or any(wanted <= set(key.split()) for wanted in words)
            fields[name] = found or (None if _holds(key, (*perhaps_studied, *perhaps_papers)) else False)
        return fields[name]

    def certificate(name: str) -> bool | None:
        if name not in certified:
            key = folded(name)
            certified[name] = _holds(key, papers) or (None if _holds(key, perhaps_papers) else False)
        return certified[name]

    def on_record(person: Person, records: Records) -> Iterator[tuple[bool | None, str, Datum, bool]]:
        """What may be meant: whether it is, its name, where it stands, and whether it was had by the day for sure."""
        for name, sure, degree in fields_of(person, records, day):
            where = _FIELD if degree is None else Datum("education", degree.record, "field_of_study")
            yield studied(name), name, where, sure
        for exam in records.exams.get(person.id, ()):
            if exam.result == "lulus" and exam.taken_on <= day and not lapsed(exam.valid_until, day):
                # An exam "sertifikasi" of the target "Guru Kelas" is the certificate of a teacher.
                said = certificate(exam.target_key) or certificate(f"{exam.exam} {exam.target_key}")
                yield said, exam.target_key, Datum("exam", exam.record, "target"), True
        for training in records.trainings.get(person.id, ()):
            had = training.held(day)
            if had is not False:
                where = Datum("training", training.record, "title")
                yield certificate(training.title), training.title, where, had is True

    def once_held(person: Person, records: Records) -> Iterator[tuple[str, Datum]]:
        """What would do, but that it is valid no more."""
        for exam in records.exams.get(person.id, ()):
            if (
                lapsed(exam.valid_until, day)
                and exam.result == "lulus"
                and certificate(f"{exam.exam} {exam.target_key}")
            ):
                yield exam.target_key, Datum("exam", exam.record, "valid_until")
        for training in records.trainings.get(person.id, ()):
            if lapsed(training.valid_until, day) and certificate(training.title):
                yield training.title, Datum("training", training.record, "valid_until")

    def found(person: Person, records: Records) -> tuple[Verdict, Datum]:
        perhaps = None
        for said, name, where, sure in on_record(person, records):
            if said and sure:
                return Verdict("met", name), where
            if said is not False and perhaps is None:
                perhaps = Verdict("unknown", name, NOT_DATED if said else PERHAPS), where
        if perhaps is not None:
            return perhaps
        covered = all(records.covers(register, day) for register in _PAPERS)
        known = covered and (not rule.fields or _fields_known(person, records, day))
        outcome: Outcome = "not_met" if known else "unknown"
        for name, where in once_held(person, records):
            return Verdict(outcome, name, "certificate_expired"), where
        return Verdict(outcome, person.field_of_study, "certificate_not_on_record"), _FIELD

    return Question(
        lambda person, records: found(person, records)[0],
        lambda person, records, verdict: (found(person, records)[1],),
    )


def _holds(key: str, words: Iterable[str]) -> bool:
    return any(word in f" {key} " for word in words)


def _fields_known(person: Person, records: Records, day: str) -> bool:
    """Tell whether every degree of a person is on record with its field: the roster alone names only the highest."""
    degrees = records.degrees.get(person.id, ())
    if not person.field_of_study or not (degrees or records.covers("educations", day)):
        return False
    return all(degree.field_of_study for degree in degrees if degree.education in _DEGREES)
