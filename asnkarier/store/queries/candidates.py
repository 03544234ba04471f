"""Everything on record that deciding about posts needs, read in bulk or for a few people."""

from collections.abc import Container, Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from asnkarier.core.anniversary import ordinal
from asnkarier.core.appraisal.said import PredicateReader
from asnkarier.core.decide.reach import Span
from asnkarier.core.decide.records import (
    Assessment,
    Assignment,
    Degree,
    Evaluated,
    Evaluation,
    Exam,
    Hours,
    PostClass,
    Posting,
    Records,
    Sanction,
)
from asnkarier.core.growth.hours import Attended, jp_of
from asnkarier.core.names import folded_position, held
from asnkarier.core.person import maker
from asnkarier.core.rules.development import TrainingRule
from asnkarier.core.rules.discipline import DisciplineRule
from asnkarier.core.rules.positions import OfficeName, PositionRule
from asnkarier.core.spans import OPEN
from asnkarier.store.database import Database
from asnkarier.store.queries import competencies
from asnkarier.store.queries.appraisal.kinds import OF_A_YEAR, Kinds, evaluation
from asnkarier.store.queries.file import formerly
from asnkarier.store.queries.file.registers import reach
from asnkarier.store.queries.positions import Post, kind_of
from asnkarier.store.queries.successions import NamesOfPosts, names_of_posts

_evaluated, _assessment, _posting, _hours = maker(Evaluated), maker(Assessment), maker(Posting), maker(Hours)
_BEGUN = itemgetter(Posting._fields.index("since"), Posting._fields.index("record"))
Rules = Sequence[tuple[str, DisciplineRule]]
"""Discipline rules with the day each is in force since, the newest first."""


class Reader:
    """Reads the records of one person (`only`), or of everyone."""

    def __init__(self, db: Database, as_of: date, only: int | None = None) -> None:
        """Read as of a day."""
        self.db = db
        self.day = as_of.isoformat()
        self.as_of = as_of
        self.only = only

    def _rows(
        self, columns: str, table: str, where: str = "", values: tuple[Any, ...] = (), order: str = ""
    ) -> Iterator[Any]:
        # Row by row: hundreds of thousands are never held beside what is made of them.
        terms = [where] if where else []
        if self.only is not None:
            terms.append("person_id = ?")
            values = (*values, self.only)
        condition = f" WHERE {' AND '.join(terms)}" if terms else ""
        return self.db.each(f"SELECT {columns} FROM {table}{condition} ORDER BY {order or 'id'}", values)

    def coverage(self) -> dict[str, tuple[Span, ...]]:
        """Return register → the spans of days in which it is complete, of imports not undone."""
        return reach(self.db)

    def _evaluated(self, years: int) -> Kinds:
        only, values = ("", ()) if self.only is None else (" AND person_id = ?", (self.only,))
        return Kinds(
            self.db,
            f"year >= ? AND year < ? AND {OF_A_YEAR}{only}",
            (self.as_of.year - years, self.as_of.year, *values),
        )

    def patterns(self, years: int, records: Records, said: PredicateReader) -> None:
        """Fill in the evaluations of the last years before the day, each with its predicate, but not which records they are."""
        kinds = self._evaluated(years)
        path_of, paths = kinds.paths()
        patterns: dict[tuple[Evaluation, ...], int] = {(): 0}
        alike = []
        for numbers in paths:
            rows = sorted([evaluation(kinds.said(number), said) for number in numbers], key=itemgetter(0, 1, 2))
            alike.append(_evaluated((patterns.setdefault(tuple(rows), len(patterns)), ())))
        records.patterns = list(patterns)
        records.evaluations = {person: alike[path] for person, path in path_of.items()}

    def evaluations(self, years: int, records: Records, said: PredicateReader) -> None:
        """Fill in the evaluations of the last years before the day, each with its predicate, equal patterns once."""
        kinds = self._evaluated(years)
        found: dict[int, list[int]] = {}  # what each evaluation says and its record, by turns
        for person, record, number in kinds.each():
            known = found.get(person)
            if known is None:
                found[person] = [number, record]
            else:
                known += number, record
        patterns: dict[tuple[Evaluation, ...], int] = {(): 0}
        orders: dict[tuple[int, ...], tuple[int, list[int] | None]] = {}
        result = {}
        for person, evaluated in found.items():
            recorded, numbers = tuple(evaluated[::2]), evaluated[1::2]
            known_as = orders.get(recorded)
            if known_as is None:
                # The same evaluations are the same pattern in whatever order they were recorded.
                rows = [evaluation(kinds.said(number), said) for number in recorded]
                order = sorted(range(len(rows)), key=lambda place: rows[place][:3])
                pattern = patterns.setdefault(tuple([rows[place] for place in order]), len(patterns))
                known_as = orders[recorded] = pattern, None if order == sorted(order) else order
            pattern, moved = known_as
            places = numbers if moved is None else [numbers[place] for place in moved]
            result[person] = _evaluated((pattern, tuple(places)))
        records.patterns = list(patterns)
        records.evaluations = result

    def assessments(self, nine: list[int]) -> dict[int, Assessment]:
        """Return the newest assessment of each person that says something of the nine."""
        result: dict[int, Assessment] = {}
        best: dict[int, tuple[str, bool, str]] = {}
        for person, day, record, jpm, potential, total, known, purpose in competencies.sums(
            self.db, nine, self.day, self.only
        ):
            if not known and jpm is None and potential is None:
                continue
            # The newest counts; of one day, the one with levels.
            place = (day, known > 0, purpose)
            before = best.get(person)
            if before is None or place > before:
                best[person] = place
                result[person] = _assessment((day, record, jpm, potential, total or 0, known))
        return result

    def technical(self, nine: list[int], technical: frozenset[int], oldest: str) -> dict[int, dict[int, int]]:
        """Return each person's newest valid level of every technical competency."""
        result: dict[int, dict[int, int]] = {}
        if not technical:
            return result
        for person, competency, day, level, _record in competencies.others(self.db, nine, self.day, self.only):
            if competency in technical and day >= oldest:
                result.setdefault(person, {})[competency] = level
        return result

    def postings(
        self, posts: Sequence[Post], rule: PositionRule, records: Records, among: Container[int] | None = None
    ) -> None:
        """Fill in the definitive posts of each person (`among` some), from the roster's spans and the history, by their beginning."""
        classes: dict[PostClass, int] = {}
        result: dict[int, list[Posting]] = {}
        of_position: dict[int, int] = {}
        names = names_of_posts(self.db, self.day)  # a rename does not restart a post's clock
        renamed: dict[int, tuple[str, PostClass]] = {}
        for post in posts:
            kind = kind_of(post.position_kind, post.echelon, post.name, rule)
            of = PostClass(kind, post.job_family, post.name_key)
            of_position[post.id] = classes.setdefault(of, len(classes))
            if names.renamed(post.name_key):
                renamed[post.id] = post.name_key, of
        for person, since, until, stated, position in self._rows(
            "person_id, since, until, stated, position_id", "person_post", order="person_id, since"
        ):
            if among is not None and person not in among:
                continue
            of_post = of_position[position]
            if position in renamed:
                key, of = renamed[position]
                of_post = classes.setdefault(of._replace(name_key=names.known_as(key, since)), len(classes))
            posting = _posting((ordinal(since), None if until == OPEN else ordinal(until), of_post, bool(stated), 0))
            known = result.get(person)
            if known is None:
                result[person] = [posting]
            else:
                known.append(posting)
        self._history(result, classes, rule, names, among)
        records.classes = list(classes)
        records.postings = result

    def _history(
        self,
        result: dict[int, list[Posting]],
        classes: dict[PostClass, int],
        rule: PositionRule,
        names: NamesOfPosts,
        among: Container[int] | None,
    ) -> None:
        memo: dict[tuple[Any, ...], int] = {}
        touched = set()
        for person, since, until, name, key, kind, echelon, family, record in self._rows(
            "person_id, since, until, position, position_key, position_kind, echelon, job_family, id",
            "history",
            "(acting IS NULL OR acting IN ('', 'definitif'))",
        ):
            if among is not None and person not in among:
                continue
            known: tuple[Any, ...] = (name, key, kind, echelon, family)
            of = memo.get(known)
            if of is None and names.renamed(key):
                # What a name means hangs on the day where the post was renamed.
                known = (*known, since)
                of = memo.get(known)
            if of is None:
                said = held(name)
                found = PostClass(kind_of(kind, echelon, name, rule), family, names.known_as(key, since))
                of = memo[known] = classes.setdefault(found, len(classes)) if said.post is not None else -1
            if of < 0:
                continue
            posting = _posting((ordinal(since), ordinal(until) if until else None, of, True, record))
            postings = result.get(person)
            if postings is None:
                result[person] = [posting]
            else:
                postings.append(posting)
                touched.add(person)
        for person in touched:
            result[person].sort(key=_BEGUN)

    def duties(self, offices: Sequence[OfficeName]) -> dict[int, list[tuple[int, int, int]]]:
        """Return the days of additional duties that are one of the offices by their names: by history, and as the roster was seen to say."""
        result: dict[int, list[tuple[int, int, int]]] = {}
        last = self.as_of.toordinal()
        for table, name, record in (("history", "position", "id"), ("person_duty", "duty", "0")):
            for person, since, until, said, number in self._rows(
                f"person_id, since, until, {name}, {record}", table, "acting = 'tambahan'", order="person_id, since"
            ):
                key = folded_position(said)
                if any(office.held(key) for office in offices):
                    spans = result.setdefault(person, [])
                    spans.append((ordinal(since), ordinal(until) if until else last, number))
        return result

    def absences(self, statuses: frozenset[str]) -> dict[int, list[tuple[int, int]]]:
        """Return the spans of statuses whose days do not count."""
        result: dict[int, list[tuple[int, int]]] = {}
        marks = ",".join("?" * len(statuses))
        for person, since, until in self._rows(
            "person_id, since, until",
            "person_status",
            f"status IN ({marks})",
            tuple(sorted(statuses)),
            "person_id, since",
        ):
            result.setdefault(person, []).append((ordinal(since), ordinal(until)))
        return result

    def sanctions(self, rules: Rules) -> dict[int, list[Sanction]]:
        """Return the sanctions of each person, with the days between which they are served."""
        from asnkarier.core.decide.sanction import term

        result: dict[int, list[Sanction]] = {}
        for row in self._rows(
            "person_id, level, decided_on, effective_on, ends_on, annulled_on, sanction, id", "discipline"
        ):
            person, level, decided_on, effective_on, ends_on, annulled_on, name, record = row
            rule = next((r for since, r in rules if since <= decided_on), rules[-1][1] if rules else None)
            if rule is not None and rule.is_ethics(name):
                continue
            since, until = term(decided_on, effective_on, ends_on, name, rule)
            result.setdefault(person, []).append(
                Sanction(
                    level,
                    decided_on,
                    since,
                    until,
                    annulled_on or None,
                    name,
                    record,
                    not effective_on and not ends_on,
                    bool(not effective_on and ends_on),
                )
            )
        return result

    def degrees(self, asked: date | None = None) -> dict[int, list[Degree]]:
        """Return the degrees of each person; those without their graduation with the day of the list, where it is after the day `asked`."""
        found: dict[int, list[Degree]] = self._facts(
            Degree, "education, field_of_study, graduated, mark, id, ''", "education"
        )
        told = formerly.told_on(self.db, asked or self.as_of)
        for degrees in found.values() if told else ():
            for place, one in enumerate(degrees):
                if one.record in told:
                    degrees[place] = one._replace(told=told[one.record])
        return found

    def trainings(self, rule: TrainingRule) -> dict[int, list[Hours]]:
        """Return the trainings of each person, by the year in which they ended, with the JP that a rule gives them."""
        result: dict[int, list[Hours]] = {}
        # By far the most count as recorded; the others are converted person by person, for a form may have a cap a month.
        converted: dict[int, list[tuple[int, Attended]]] = {}
        forms = rule.forms
        for person, year, ended, started, jp, form, abroad, kind, level, title, record, valid in self._rows(
            "person_id, year, ended_on, started_on, jp, form, abroad = 'ya', training_kind, level, title, id, valid_until",
            "training",
        ):
            day = ended or started
            hours = _hours((int(day[:4]) if day else year, jp, None, kind, level, title, record, day, valid))
            taken = result.setdefault(person, [])
            if form in forms and not forms[form].as_recorded(bool(abroad)):
                attended = Attended(person, title, form, started, ended, year, jp, bool(abroad))
                converted.setdefault(person, []).append((len(taken), attended))
            taken.append(hours)
        for person, places in converted.items():
            taken = result[person]
            credited = jp_of([attended for _, attended in places], rule)
            for (place, _), (least, most) in zip(places, credited, strict=True):
                taken[place] = taken[place]._replace(jp=least if least == most else None, most=most)
        return result

    def exams(self) -> dict[int, list[Exam]]:
        """Return the exams of each person."""
        return self._facts(Exam, "exam, target_key, taken_on, result, valid_until, id", "exam")

    def awards(self) -> dict[int, list[tuple[Any, ...]]]:
        """Return the awards of each person: scope, day, record."""
        return self._facts(tuple, "scope, awarded_on, id", "award")

    def assignments(self) -> dict[int, list[Assignment]]:
        """Return the assignments of each person; how one ended is not known before it did."""
        found: dict[int, list[Assignment]] = self._facts(
            Assignment, "role, scope, started_on, ended_on, outcome, id", "assignment"
        )
        for done in found.values():
            for place, one in enumerate(done):
                if one.ended_on is not None and one.ended_on >= self.day:
                    done[place] = one._replace(outcome=None)
        return found

    def feedback(self) -> dict[int, list[tuple[Any, ...]]]:
        """Return the feedback on each person: year, score, record."""
        return self._facts(tuple, "year, score, id", "feedback")

    def _facts(self, make: Any, columns: str, table: str) -> dict[int, Any]:
        result: dict[int, list[Any]] = {}
        build = maker(make)
        for row in self._rows(f"person_id, {columns}", table):
            result.setdefault(row[0], []).append(build(row[1:]))
        return result
