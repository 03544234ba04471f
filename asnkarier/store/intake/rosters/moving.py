"""How the spans of one person come to agree with a roster of one day: what it opens, ends or leaves as a later word has it."""

import json
from collections.abc import Sequence
from typing import Any

from asnkarier.core.golongan import order as golongan_order
from asnkarier.core.spans import OPEN
from asnkarier.core.timeline import Span, Step, day_before, filled, on, seen
from asnkarier.store.database import Database
from asnkarier.store.intake import facets
from asnkarier.store.intake.chains import Renamed
from asnkarier.store.intake.facets import (
    DUTY,
    FIELDS,
    GOLONGAN,
    KIND,
    POST,
    STATUS,
    UNIT,
    Facet,
    said_of,
    since_field,
    words_of,
)
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.moves.movements import withstands
from asnkarier.store.intake.sheet import Sheet
from asnkarier.store.queries.file.rosters import RosterRead, newest_of, rosters_read
from asnkarier.store.queries.units import placed

from .appointing import Appointing
from .assumed import over_assumed
from .beginnings import tell_other_agency
from .renaming import before_renaming, begun_otherwise
from .stating import corrected, found_then, newest_before, stated_before, typed
from .told import tell_beginning

_IN_FORCE = {
    "unit": "SELECT in_force_since FROM unit WHERE id = ?",
    "position": "SELECT COALESCE(p.in_force_since, u.in_force_since) FROM position p LEFT JOIN unit u ON u.id = p.unit_id"
    " WHERE p.id = ?",
}


class Moving:
    """Moves the spans of people known already, for a roster of the day `dated`.

    Of the people in `later` a roster of a later day speaks: of them this one fills only days of which nothing is known.
    """

    def __init__(self, db: Database, log: ChangeLog, dated: str, today: str, later: frozenset[int]) -> None:
        self.db = db
        self.log = log
        self.dated = dated
        self.today = today
        self.later = later
        self.appointing = Appointing(db, log, dated)
        self.clear_ends = False
        """Whether a blank end of a contract takes away the one known."""
        self._renamed = Renamed(db, dated)
        self._ever_renamed = Renamed(db, OPEN)
        self._old_names: set[tuple[str, int]] = set()
        """What this list calls by the name it had before a reorganisation: each is told once."""
        self._newer: list[RosterRead] | None = None
        """The rosters of later days, once somebody asks."""

    def forget(self) -> None:
        """Ask the file anew which reorganisations there are."""
        self._renamed.forget()
        self._ever_renamed.forget()

    def move(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        have: list[Span],
        value: tuple[Any, ...],
        since: str | None,
        row: int,
        seen_on: str = "",
    ) -> None:
        """Bring one facet of a person up to what a row says of it; `have` are the spans known.

        Without a TMT it holds since the roster's day, or since `seen_on` where it must have begun by then.
        """
        value = self.by_its_new_name(sheet, facet, on(have, self.dated), value, since, row)
        have = corrected(self.db, self.log, facet, person, have, self.dated, value, since, row, self._said_again)
        present = on(have, self.dated)
        keeps = facet is KIND and value[1] is None and (not self.clear_ends or person in self.later)
        if keeps and present is not None and present.value[0] == value[0]:
            value = present.value
        if facet is STATUS:
            if (steps := over_assumed(have, self.dated, value)) is not None:
                facets.apply(self.db, self.log, facet, person, steps, row=row)
                return
            if present is not None and present.value[0] == value[0]:
                value = present.value
        if facet is DUTY and present is not None and present.value[:2] == value[:2] and value[2] is None:
            value = present.value
        if facet is UNIT and present is not None and present.value == value:
            return
        if self._decreed(sheet, facet, person, have, value, row):
            return
        if facet is KIND and since is not None and person not in self.later:
            since = self.appointing.appoint(sheet, person, have, value, since, row)
            have = facets.read_one(self.db, facet, person)
            present = on(have, self.dated)
        if person in self.later and (before := self._before_renaming(facet, have, present, value, since)):
            facets.apply(self.db, self.log, facet, person, before, row=row)
            return
        if person in self.later and not (
            self._ended_before(facet, person, present)
            or self._said_by_later(facet, person, present, value)
            # A later list that still has the old name says nothing against the new one.
            or self._renamings(facet, present, value, since)
        ):
            steps, denied = filled(have, self.dated, value, since)
            told = Span(since or "", "", 0, value)
            if denied is not None and denied.value == value and facet is POST:
                denied = begun_otherwise(self._ever_renamed, have, denied, told.since)
                told = told._replace(value=denied.value if denied else value)
            if denied is not None:
                self._denied(sheet, facet, person, denied, told, row)
            facets.apply(self.db, self.log, facet, person, steps, row=row)
            return
        if facet is UNIT and present is not None:
            tell_other_agency(self.db, sheet, person, present, value[0], self.dated, row)
        if since is not None and since > self.dated:
            since = self._to_come(sheet, facet, person, present, value, since, row)
        path = self._renamings(facet, present, value, since)
        for day, called in path[:-1]:
            # Between the list with the first name and this one it bore others: each has its days.
            facets.apply(self.db, self.log, facet, person, seen(have, self.dated, (called,), day), row=row)
            have = facets.read_one(self.db, facet, person)
        since = path[-1][0] if path else self._begins(sheet, facet, person, have, value, since, row)
        steps = self._begun_again(sheet, facet, person, present, value, since, row)
        if not steps and since is None:
            steps = self._before_decree(facet, have, present, value)
        if not steps:
            have = self._one_again(facet, person, have, present, value, since, row)
            steps = seen(have, self.dated if since else seen_on or self.dated, value, since)
        if facet is GOLONGAN and steps and present is not None and present.value != value:
            was, now = golongan_order(present.value[0]), golongan_order(value[0])
            if was is not None and now is not None and now < was:
                sheet.find(
                    "golongan_fell",
                    "warning",
                    row=row,
                    field="golongan",
                    value=value[0],
                    values={"before": str(present.value[0]), "after": str(value[0])},
                )
        facets.apply(self.db, self.log, facet, person, steps, row=row)

    @property
    def renames(self) -> bool:
        """Whether a reorganisation is on record that took effect by the roster's day."""
        return self._renamed.any

    def by_its_new_name(
        self,
        sheet: Sheet,
        facet: Facet,
        present: Span | None,
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> tuple[Any, ...]:
        """Return the unit or post as what it goes on where the list still calls it by the name before a reorganisation, and tell of it.

        Who is known by that name stays so, and so does what was taken up before the reorganisation.
        """
        if facet not in (POST, UNIT) or (present is not None and present.value == value):
            return value
        kind = "position" if facet is POST else "unit"
        goes_on = self._renamed.goes_on(kind, value[0])
        if goes_on is None:
            part = self._in_its_part(sheet, facet, present, value, row)
            if part == value:
                self._tell_abolished(sheet, facet, value[0], row)
            return part
        day, now = goes_on
        if (present is None or present.value != (now,)) and (since or self.dated) < day:
            return value
        anew = self.db.one(_IN_FORCE[kind], value)
        if anew is not None and (anew[0] or "") >= day:
            return value  # another one of that name, made since
        self._tell_old_name(sheet, facet, "called_by_old_name", day, value[0], now, row)
        return (now,)

    def _tell_abolished(self, sheet: Sheet, facet: Facet, number: int, row: int) -> None:
        """Warn once where a list puts somebody into a post or a unit that a reorganisation had abolished by the list's day."""
        kind = "position" if facet is POST else "unit"
        day = self._renamed.abolished(kind, number)
        if day is None or (FIELDS[facet], number) in self._old_names:
            return
        anew = self.db.one(_IN_FORCE[kind], (number,))
        if anew is not None and (anew[0] or "") >= day:
            return
        self._old_names.add((FIELDS[facet], number))
        told = words_of(self.db, facet, Span(day, OPEN, 1, (number,)))
        sheet.find(
            "put_into_abolished",
            "warning",
            row=row,
            field=FIELDS[facet],
            value=told,
            values={"told": told, "since": day},
        )

    def _in_its_part(
        self, sheet: Sheet, facet: Facet, present: Span | None, value: tuple[Any, ...], row: int
    ) -> tuple[Any, ...]:
        """Return the part in which somebody was placed of what was split up, where the list still has the name of the whole."""
        kind = "position" if facet is POST else "unit"
        day = self._renamed.splits(kind, value[0], present.value[0]) if present is not None else None
        if present is None or day is None:
            return value
        anew = self.db.one(_IN_FORCE[kind], value)
        if anew is not None and (anew[0] or "") >= day:
            return value
        self._tell_old_name(sheet, facet, "split_by_old_name", day, value[0], present.value[0], row)
        return present.value

    def _tell_old_name(self, sheet: Sheet, facet: Facet, code: str, day: str, old: int, new: int, row: int) -> None:
        """Warn once of a name that a reorganisation ended; where both bear the same, by their agencies too."""
        about = (FIELDS[facet], old) if code == "called_by_old_name" else (f"{FIELDS[facet]}:{old}", new)
        if about in self._old_names:
            return
        self._old_names.add(about)
        told, known = (words_of(self.db, facet, Span(day, OPEN, 1, (one,))) for one in (old, new))
        values = {"told": told, "known": known, "since": day}
        if told == known:
            table = "unit" if facet is UNIT else "position"
            values["told"], values["known"] = (placed(self.db, table, one) for one in (old, new))
        sheet.find(code, "warning", row=row, field=FIELDS[facet], value=told, values=values)

    def _decreed(
        self, sheet: Sheet, facet: Facet, person: int, have: list[Span], value: tuple[Any, ...], row: int
    ) -> bool:
        """Warn where a decree says otherwise of the roster's day, and tell whether the decree stands."""
        present = on(have, self.dated)
        if facet not in (STATUS, KIND) or present is None or not present.stated or present.value[0] == value[0]:
            return False
        if facet is KIND and present.value[0] != "PNS":
            return False  # nobody stays CPNS by a decree
        values = {"told": str(value[0]), "known": str(present.value[0]), "since": present.since}
        values["cell"] = facets.cell_of(self.db, facet, person, present)
        if values["cell"] == "–":  # said by the list that brought the person
            values["cell"] = said_of(self.db, facet, person, present, since_field(facet, present.value)).cell
        code = "status_against_movement" if facet is STATUS else "kind_against_decree"
        sheet.find(code, "warning", row=row, field=FIELDS[facet], value=value[0], values=values)
        return withstands(have, facet, present, value, self.dated)

    def _before_decree(
        self, facet: Facet, have: Sequence[Span], present: Span | None, value: tuple[Any, ...]
    ) -> list[Step]:
        """Return the steps where what the roster says came to hold by a decree of a later day: both days stand."""
        if facet not in (STATUS, KIND) or present is None or present.value[0] == value[0]:
            return []
        following = next((s for s in have if s.since > self.dated), None)
        if following is None or not following.stated or following.value[0] != value[0]:
            return []
        if present.since == self.dated:
            return [Step(present, present._replace(value=value))]
        return [
            Step(present, present._replace(until=day_before(self.dated))),
            Step(None, Span(self.dated, present.until, 0, value)),
        ]

    def _to_come(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        present: Span | None,
        value: tuple[Any, ...],
        since: str,
        row: int,
    ) -> str | None:
        """Return since when a value with a TMT after the roster's day holds, and tell of it: who has a post keeps it until then."""
        field = since_field(facet, value)
        values = {"told": since, "day": self.dated}
        if present is None:
            if since <= self.today:
                return since
            tell_beginning(sheet, field, since, self.dated, row)
            return None
        if present.value == value:
            known = {"known": words_of(self.db, facet, present), "since": present.since if present.stated else ""}
            sheet.find("held_before_since", "warning", row=row, field=field, value=since, values=values | known)
        elif since > self.today and field:
            coming = Span(since, OPEN, 1, value)
            known = {"known": words_of(self.db, facet, present), "comes": words_of(self.db, facet, coming)}
            sheet.find("begins_later", "warning", row=row, field=field, value=since, values=values | known)
        return since

    def _begun_again(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        present: Span | None,
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> list[Step]:
        """Return the steps by which what a roster of an earlier day stated begins anew after that day, and tell of it.

        An inauguration into the post that was held already takes nothing from the time before: both spans stand, and what counts
        service counts them as one. A TMT on or before the days of all those rosters corrects the beginning instead.
        """
        if present is None or present.value != value or facet not in (POST, GOLONGAN):
            return []
        if since is None or not present.since < since <= self.dated:
            return []
        known = stated_before(self.db, facet, person, present, since, since_field(facet, value))
        if known is None:
            return []
        values = {"told": since, **known._asdict(), "since": present.since if present.stated else ""}
        field = since_field(facet, value)
        sheet.find("begun_again", "warning", row=row, field=field, value=since, values=values)
        return [
            Step(present, present._replace(until=day_before(since))),
            Step(None, Span(since, present.until, 1, value)),
        ]

    def _one_again(
        self,
        facet: Facet,
        person: int,
        have: list[Span],
        present: Span | None,
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> list[Span]:
        """Return the spans without those of the very value that the corrected beginning reaches over: they are one with it again."""
        if present is None or present.value != value or since is None:
            return have
        begin, gone = present.since, []
        for span in sorted(have, reverse=True):
            if span.since < begin:
                if span.value != value or span.until != day_before(begin) or span.since < since:
                    break
                gone.append(span)
                begin = span.since
        for span in gone:
            facets.end(self.db, self.log, facet, person, span, span.since, row=row)
        return [span for span in have if span not in gone]

    def end_duty(self, person: int, have: Sequence[Span], row: int) -> None:
        """End a duty that the roster no longer names beside the post, the day before the roster's."""
        present = on(have, self.dated)
        if person in self.later:
            return
        if present is not None and present.since < self.dated and not any(s.since > self.dated for s in have):
            ended = Step(present, present._replace(until=day_before(self.dated)))
            facets.apply(self.db, self.log, DUTY, person, [ended], row=row)

    def clear(self, facet: Facet, person: int, have: Sequence[Span], row: int) -> None:
        """End what a blank cell takes away, from the roster's day on; what a later day says stays."""
        present = on(have, self.dated)
        if present is not None and person not in self.later and not any(s.since > self.dated for s in have):
            facets.end(self.db, self.log, facet, person, present, self.dated, row=row)

    def _renamings(
        self, facet: Facet, present: Span | None, value: tuple[Any, ...], since: str | None
    ) -> list[tuple[str, int]]:
        """Return how the post or unit of the day came to bear the name on the list: its new name holds from the reorganisation on.

        That is so though the TMT is the old one; who took the post up after it was renamed begins then.
        """
        if present is None or present.value == value or present.since >= self.dated or facet not in (POST, UNIT):
            return []
        path = self._renamed.path("position" if facet is POST else "unit", present.value[0], value[0])
        if path and present.since < path[0][0] and (since is None or since <= path[0][0]):
            return path
        return []

    def _before_renaming(
        self, facet: Facet, have: Sequence[Span], present: Span | None, value: tuple[Any, ...], since: str | None
    ) -> list[Step]:
        """Return the steps by which this older list names what a reorganisation after its day renamed into what is known."""
        known = present or next((span for span in have if span.since > self.dated), None)
        if facet not in (POST, UNIT) or known is None or known.value == value:
            return []
        path = self._ever_renamed.path("position" if facet is POST else "unit", value[0], known.value[0])
        return before_renaming(have, present, self.dated, value, since, path)

    def _begins(
        self,
        sheet: Sheet,
        facet: Facet,
        person: int,
        have: Sequence[Span],
        value: tuple[Any, ...],
        since: str | None,
        row: int,
    ) -> str | None:
        """Return since when another value holds: what a roster of an earlier day said of its own day stays.

        So does what was typed meanwhile, where the list says what held before; else its TMT corrects that.
        """
        present = on(have, self.dated)
        if (
            present is None
            or present.value == value
            or present.since >= self.dated
            or facet not in (POST, UNIT, GOLONGAN)
        ):
            return since
        if since is None or since > present.since:
            return since
        field = since_field(facet, value)
        known = newest_before(self.db, facet, person, present, self.dated)
        if known is None:
            before = on(have, day_before(present.since))
            entry = typed(self.db, facet, person, present)
            if before is None or before.value != value or since > before.until or entry is None:
                return since
            typed_in: dict[str, str | int] = {"told": since, "day": self.dated, "batch": entry}
            typed_in |= {"known": words_of(self.db, facet, present), "since": present.since}
            sheet.find("since_before_typed", "warning", row=row, field=field, value=since, values=typed_in)
            return None
        if facet is not UNIT:
            values = {"told": since, "day": self.dated, **known._asdict()}
            sheet.find("since_before_known", "warning", row=row, field=field, value=since, values=values)
        return None

    def _ended_before(self, facet: Facet, person: int, present: Span | None) -> bool:
        """Whether the span of the day has ended and was said by a roster no later than this one, so that nothing later speaks of it."""
        if present is None or present.until == OPEN:
            return False
        return said_of(self.db, facet, person, present, "").later <= self.dated

    def _said_by_later(self, facet: Facet, person: int, present: Span | None, value: tuple[Any, ...]) -> bool:
        """Whether the newest roster of a later day found this very value, which an import taken back since had brought.

        What is known now is older than that roster then: it denies nothing of what this one says.
        """
        newest = newest_of(self._newer_rosters(), person)
        if newest is None or present is None or present.until < newest.day:
            return False
        return found_then(self.db, facet, person, newest) == value

    def _newer_rosters(self) -> list[RosterRead]:
        if self._newer is None:
            self._newer = rosters_read(self.db, after=self.dated)
        return self._newer

    def _said_again(self, person: int, until: str) -> bool:
        """Tell whether a roster of a later day, up to another one, names the person."""
        return any(one.day <= until and person in one.people for one in self._newer_rosters())

    def _denied(self, sheet: Sheet, facet: Facet, person: int, span: Span, told: Span, row: int) -> None:
        """Warn that a roster of a later day says otherwise; its statement keeps its days."""
        if told.value == span.value:
            field, code, value = since_field(facet, told.value), "older_since_disagrees", told.since
        else:
            field, code, value = FIELDS[facet], "older_disagrees", words_of(self.db, facet, told)
        known = said_of(self.db, facet, person, span, field)
        # What a roster before this one wrote, a later one said again; of a TMT only one that has a column for it.
        again = newest_of(self._newer_rosters(), person) if known.later <= self.dated else None
        if again is not None and code == "older_since_disagrees" and field not in json.loads(again.fields):
            again = None
        if again is not None and found_then(self.db, facet, person, again) is None:
            known = known._replace(later=again.day, cell=f"{again.file} · {again.sheet}")
        values = {"told": value, "day": self.dated, **known._asdict()}
        sheet.find(code, "warning", row=row, field=field, value=value, values=values)
