"""What several cells of a row decide together: a golongan without ruang, the kind of a post, a duty beside it, the period of a row."""

from collections.abc import Mapping, Sequence
from typing import Any

from asnkarier.core.finding import Finding, Severity
from asnkarier.core.kinds.spec import Kind
from asnkarier.core.parse.base import Bad
from asnkarier.core.parse.education import level_before
from asnkarier.core.parse.nip import is_pppk
from asnkarier.core.parse.posts import Post, kind_of_echelon, kind_of_name, kind_of_post
from asnkarier.core.parse.ranks import BARE, decided, read_ruang, with_ruang
from asnkarier.core.parse.words import leadership_in
from asnkarier.ingest.cells.checks import whole_periods
from asnkarier.ingest.cells.columns import Memo

_SCHOOLS = ("SD", "SLTP", "SLTA")
_STRUCTURAL, _FUNCTIONAL = "?structural", "?functional"


class Together:
    """Decides by the other cells of a row what one cell leaves open; knows in which columns the fields of a kind stand."""

    def __init__(
        self, kind: Kind, places: Mapping[str, int], letters: Mapping[str, str], place: tuple[str, str]
    ) -> None:
        self.kind, self.places, self.letters, self.place = kind, places, letters, place
        self._level_before = Memo(lambda field: level_before(str(field)))
        of_name = kind_of_post if kind.name == "positions" else kind_of_name
        self._kind_of_name = Memo(lambda name: of_name(str(name)))
        self._kind_of_echelon = Memo(lambda echelon: kind_of_echelon(str(echelon)))

    def decide(self, values: dict[str, list[Any]], numbers: list[int], findings: list[Finding]) -> None:
        """Decide what two fields decide together: a golongan without ruang, a duty in a position cell, the level of a training."""
        golongan = values.get("golongan")
        if golongan is not None and any(g.startswith(BARE) for g in {g for g in golongan if type(g) is str}):
            kinds, nips = values.get("employee_kind"), values.get("nip")
            for i, value in enumerate(golongan):
                if type(value) is str and value.startswith(BARE):
                    kind = kinds[i] if kinds is not None else None
                    nip = nips[i] if nips is not None else None
                    pppk = kind in ("PPPK", "PPPK_PW") if type(kind) is str else type(nip) is str and is_pppk(nip)
                    golongan[i] = decided(value, pppk=pppk)
        for field in ("golongan_min", "golongan_max"):
            limits = values.get(field)
            if limits is not None:
                values[field] = [decided(g, pppk=False) if type(g) is str else g for g in limits]
        if "field_of_study" in self.places and "education" in values:
            fields = values["field_of_study"]
            if any(self._level_before[field] for field in {field for field in fields if type(field) is str}):
                values["field_of_study"] = list(map(self._without_level, fields, values["education"]))
        if self.kind.name in ("educations", "trainings"):
            _of_two_years(values)
        if "position_kind" in values:
            self._kinds_of_posts(values)
        if "position" in values and self.kind.name in ("roster", "history"):
            self._duties(values, numbers, findings)
        if self.kind.name == "trainings" and "level" in values and "title" in values:
            levels = values["level"]
            values["level"] = [
                level if level is not None or type(title) is not str else leadership_in(title)
                for level, title in zip(levels, values["title"], strict=True)
            ]
        if "period" in values and self.kind.name == "evaluations":
            # Where a column of periods is left blank, the template promises the year; where there is none, nobody says so.
            whole_periods(values, asked=self.places.get("period") in (None, self.places.get("started_on")))
        if "year" in values and self.kind.name == "evaluations" and "year" not in self.places:
            for source in ("ended_on", "started_on"):
                if source in values:
                    values["year"] = [
                        int(day[:4]) if year is None and type(day) is str else year
                        for year, day in zip(values["year"], values[source], strict=True)
                    ]

    def _without_level(self, field: Any, level: Any) -> Any:
        """Leave out the level that the column of the education says too; one that contradicts it stays to be seen."""
        study = self._level_before[field] if type(field) is str else None
        return study.field if study is not None and study.level == level else field

    def _kinds_of_posts(self, values: dict[str, list[Any]]) -> None:
        """Where no cell says the kind of a post, its echelon does, else the level in its name; else nobody does."""
        kinds = values["position_kind"]
        if self.kind.name not in ("roster", "history", "positions") and not {_STRUCTURAL, _FUNCTIONAL} & {
            k for k in kinds if type(k) is str
        }:
            return
        count = len(kinds)
        echelons = values.get("echelon") or [None] * count
        positions = values.get("position") or [None] * count
        open_kinds = (None, _STRUCTURAL, _FUNCTIONAL)

        def told(echelon: Any, post: Any) -> str | None:
            name = post.name if type(post) is Post else post
            by_echelon: str | None = self._kind_of_echelon[echelon] if type(echelon) is str else None
            by_name: str | None = self._kind_of_name[name] if type(name) is str else None
            return by_echelon or by_name

        values["position_kind"] = [
            told(echelon, name) if type(kind) is not Bad and kind in open_kinds else kind
            for kind, echelon, name in zip(kinds, echelons, positions, strict=True)
        ]

    def _duties(self, values: dict[str, list[Any]], numbers: list[int], findings: list[Finding]) -> None:
        """Say where a position cell names a duty. A history has a column for it; in a roster it stays in the cell's text."""
        posts = values["position"]
        if Post not in set(map(type, posts)):
            return
        acting = values.get("acting")
        for i, post in enumerate(posts):
            if type(post) is not Post:
                continue
            if acting is not None and post.name is None:
                posts[i] = post.duty
                acting[i] = acting[i] or post.acting
                continue
            posts[i] = post.written if self.kind.name == "roster" else post.name
            code = "duty_beside_position" if post.name else "duty_instead_of_position"
            severity: Severity = "note" if post.name else "warning"
            about = {"duty": post.duty or "", "acting": post.acting or "", "position": post.name or ""}
            findings.append(
                Finding(
                    code,
                    severity,
                    *self.place,
                    numbers[i],
                    self.letters.get("position"),
                    post.duty,
                    about,
                )
            )


def _of_two_years(values: dict[str, list[Any]]) -> None:
    """Decide for `1999/2000` where the row says which of the years it was."""
    for field in ("graduated", "year"):
        years = values.get(field)
        if years is None or Bad not in set(map(type, years)):
            continue
        blank = [None] * len(years)
        levels, ends = values.get("education", blank), values.get("ended_on", blank)
        for i, (year, level, end) in enumerate(zip(years, levels, ends, strict=True)):
            if type(year) is not Bad or year.code != "year_of_two":
                continue
            first, last = int(year.values["first"]), int(year.values["last"])
            # A school year ends with the leaving certificate, and several years with the degree; within one year of a
            # university degrees are given all the year round.
            if field == "graduated" and (level in _SCHOOLS or last > first + 1):
                years[i] = str(last)
            elif type(end) is str and first <= int(end[:4]) <= last:
                years[i] = int(end[:4])


def give_ruang(golongan: list[Any], cells: Sequence[Any]) -> None:
    """Put the ruang of a column of its own to the golongan beside it."""
    for i, (one, cell) in enumerate(zip(golongan, cells, strict=True)):
        if type(one) is str and (ruang := read_ruang(cell)):
            golongan[i] = with_ruang(one, ruang)


def filled(values: list[Any], seconds: Sequence[Any]) -> None:
    """Put what the second column says where the first says nothing; what cannot be read there says nothing either."""
    if None in values:
        values[:] = [
            second if value is None and type(second) is not Bad else value
            for value, second in zip(values, seconds, strict=True)
        ]
