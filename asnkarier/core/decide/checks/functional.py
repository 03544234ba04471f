"""Checks on promotion inside functional posts: level below, exam, vacancy."""

from asnkarier.core.decide.check import Datum, Question, Verdict, at
from asnkarier.core.decide.records import Exam, Records
from asnkarier.core.decide.target import Setting, Target
from asnkarier.core.person import Person
from asnkarier.core.rules.positions import PositionKind

LADDERS: tuple[tuple[PositionKind, ...], ...] = (
    ("jf_pemula", "jf_terampil", "jf_mahir", "jf_penyelia"),
    ("jf_ahli_pertama", "jf_ahli_muda", "jf_ahli_madya", "jf_ahli_utama"),
)
_LEVEL_WORDS = frozenset({"ahli", "pertama", "muda", "madya", "utama", "pemula", "terampil", "mahir", "penyelia"})


def below(kind: PositionKind) -> PositionKind | None:
    """Return the level directly below in the same ladder."""
    for ladder in LADDERS:
        if kind in ladder:
            place = ladder.index(kind)
            return ladder[place - 1] if place else None
    return None


def stem(name_key: str) -> str:
    """Return the name of a functional post without its level: "guru ahli muda" is a "guru"."""
    return " ".join(word for word in name_key.split() if word not in _LEVEL_WORDS)


def level_below(target: Target, setting: Setting) -> Question:
    """The person holds the level directly below the target's, of the same functional post."""
    wanted, name = below(target.kind), stem(target.name_key)
    where = Datum("person_post", 0, "position")

    def judge(person: Person, records: Records) -> Verdict:
        kind = setting.kind_of(person.position_id)
        if kind is None:
            return Verdict("unknown", None)
        held = [p for p in records.postings.get(person.id, ()) if p.record == 0]
        same = bool(held) and stem(records.classes[held[-1].of].name_key) == name
        return Verdict("met" if kind == wanted and same else "not_met", kind)

    return Question(judge, at(where))


def exam(name: str, target: Target, setting: Setting) -> Question:
    """The exam is passed for the target, and still valid."""
    day, words = setting.day, stem(target.name_key)

    def passed(person: Person, records: Records) -> Exam | None:
        for row in records.exams.get(person.id, ()):
            if row.exam != name or row.taken_on > day or (row.valid_until and row.valid_until < day):
                continue
            if row.result == "lulus" and (not row.target_key or words in row.target_key):
                return row
        return None

    def judge(person: Person, records: Records) -> Verdict:
        found = passed(person, records)
        if found is not None:
            return Verdict("met", found.taken_on)
        if records.covers("exams", day):
            return Verdict("not_met", None)
        return Verdict("unknown", None, "register_not_covered")

    def trace(person: Person, records: Records, verdict: Verdict) -> tuple[Datum, ...]:
        found = passed(person, records)
        return (Datum("exam", found.record, "result"),) if found else ()

    return Question(judge, trace)


def vacancy(target: Target) -> Question:
    """The post has a headcount above its incumbents."""
    where = Datum("position", target.position_id, "headcount")
    if target.headcount is None:
        verdict = Verdict("unknown", None)
    else:
        open_ = target.headcount - len(target.incumbents)
        verdict = Verdict("met" if open_ > 0 else "not_met", open_)
    return Question(lambda person, records: verdict, at(where))
