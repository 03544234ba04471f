"""Taking in what the city is made of: competencies, units, posts, standards, successions, and facts about units."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.names import folded, folded_position
from asnkarier.store.database import Database

from .assessments import Competencies
from .chains import Chains
from .keyed import Ending, Keyed
from .log import ChangeLog
from .people import People
from .references.beside import Beside
from .references.levels import Levels
from .references.positions import PositionRow, Positions
from .references.units import UnitRow, Units
from .references.words import Trouble
from .regrouping.hierarchy import Listed, superiors_first
from .regrouping.superiors import Regrouping
from .sheet import Sheet, Twice, row_texts, told_apart

Row = dict[str, Any]
Take = Callable[[Row, int, str, Sequence[str]], Ending | Trouble]
LEVEL_PREFIX = "level:"
POSITION_COLUMNS = (
    "position_kind", "echelon", "job_family", "job_class", "headcount",
    "golongan_min", "golongan_max", "education_min", "fields_of_study", "retirement_age", "leads_to", "heads_unit",
    "own_law", "in_force_since", "in_force_until",
)  # fmt: skip
CATALOGUE_COLUMNS = (
    "code", "title", "form", "training_kind", "jp", "cost", "class_cost", "seats", "seats_min", "competency",
    "raises_to", "for_kinds",
)  # fmt: skip

_SEVERAL = re.compile(r"[;\n]")
"""What stands between several names in one cell."""


def _folds(kind: str) -> Callable[[str], str]:
    return folded_position if kind == "position" else folded


class Structure:
    """Takes in the kinds that are about the city rather than about a person: one method a kind, one row at a time."""

    def __init__(
        self,
        db: Database,
        log: ChangeLog,
        people: People,
        twice: Twice,
        units: Units,
        positions: Positions,
        *,
        clear_blanks: bool = False,
        create_near: bool = False,
    ) -> None:
        self.db = db
        self.log = log
        self.people = people
        self.twice = twice
        self.units = units
        self.positions = positions
        self.clear_blanks = clear_blanks
        self.create_near = create_near
        self.regrouping = Regrouping(db, log, units, positions)
        self._beside = Beside(db, positions)
        self._levels = Levels(positions)
        self._tables: dict[str, Keyed] = {}
        self._competencies: Competencies | None = None
        self._sheet: Sheet | None = None
        self._at = 0
        self._circles: Mapping[int, int] = {}
        """Rows of a list of units that lead back to themselves: row → that of its superior."""
        self._chains: Chains | None = None
        self.renamings: list[tuple[str, int]] = []
        """Days of a reorganisation new to the file, and the rows that say them."""
        self._strange: list[tuple[Sheet, int, Mapping[str, Any]]] = []
        """Rows of a reorganisation whose old name nothing bears so far."""
        self.kept: set[int] = set()
        self._said: dict[tuple[str, int], tuple[int, Row]] = {}
        """What a row of this list has said of a unit or a post: two rows may name one place in different words."""
        self._kinds: dict[str, Take] = {
            "competencies": self._competency,
            "units": self._unit,
            "positions": self._position,
            "standards": self._wide(self._standard, "competency", "required"),
            "successions": self._succession,
            "unit_performance": self._unit_performance,
            "survey": self._wide(self._survey, "dimension", "score"),
            "catalogue": self._catalogue,
            "selections": self._selection,
        }

    def handles(self, kind: str) -> bool:
        """Whether rows of `kind` are taken in here."""
        return kind in self._kinds

    def take(self, sheet: Sheet, rows: Sequence[int], columns: Sequence[list[Any]], key: Sequence[str]) -> None:
        """Insert or update the rows of one chunk."""
        if sheet is not self._sheet:
            self._sheet = sheet
            self._said.clear()
            self.regrouping.placed.clear()
            self._chains = None
        texts = row_texts(columns)
        records = [dict(zip(sheet.fields, values, strict=True)) for values in zip(*columns, strict=True)]
        if sheet.kind == "positions":
            records = self._levels.apart(sheet, rows, records)
        keys = [tuple(folded(str(r.get(k) or "")) for k in (*key, "agency", "parent", "old_agency")) for r in records]
        if sheet.kind == "successions":
            # What is split becomes several: a row for each of them.
            keys = [
                (*k, *((folded(r.get("new") or ""), folded(r.get("new_agency") or "")) if r["how"] == "split" else ()))
                for k, r in zip(keys, records, strict=True)
            ]
            self._chains = self._chains or Chains(self.db)
            for r in records:
                if r.get("new"):
                    self._chains.names(r["kind"], (_folds(r["kind"])(r["new"]),))
        write = self._kinds[sheet.kind]
        named = next((k for k in key if k in sheet.fields), key[0])
        good = self.twice.check(sheet, keys, texts, rows, named, [r.get(named) for r in records])
        for i in self._superiors_first(records, rows, good) if sheet.kind == "units" else good:
            self._at = rows[i]
            ending = write(records[i], rows[i], texts[i], sheet.fields)
            if isinstance(ending, Trouble):
                sheet.trouble(ending, rows[i])
                sheet.rejected += 1
            elif ending == "inserted":
                sheet.inserted += 1
            elif ending == "updated":
                sheet.updated += 1
            else:
                sheet.unchanged += 1

    def _warn(self, trouble: Trouble | None, at: int) -> None:
        if trouble is not None and self._sheet is not None:
            self._sheet.trouble(trouble, at)

    def _table(self, name: str, columns: Sequence[str], key: Sequence[str]) -> Keyed:
        table = self._tables.get(name)
        if table is None:
            table = Keyed(self.db, self.log, name, columns, key, clear_blanks=self.clear_blanks)
            self._tables[name] = table
            self.kept = table.kept
        return table

    # -- what others refer to ----------------------------------------------------------------------------------

    def _competency(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        table = self._table("competency", ("name", "name_key", "grp", "description", "rank"), ("name_key",))
        record = {"name": row["competency"], "name_key": folded(row["competency"]), "grp": row.get("group")}
        known = table.rows.get((record["name_key"],))
        record |= {"name": known["name"]} if known is not None else {"rank": 0}
        return table.write({**record, "description": row.get("description")}, row=at, given=given)

    def _superiors_first(self, records: Sequence[Row], rows: Sequence[int], good: Sequence[int]) -> list[int]:
        listed = [
            Listed(r.get("unit_code") or "", folded(r["unit"]), folded(r.get("agency") or ""), r.get("parent") or "")
            for r in (records[i] for i in good)
        ]
        order, circles = superiors_first(listed)
        self._circles = {rows[good[one]]: rows[good[other]] for one, other in circles.items()}
        return [good[i] for i in order]

    def _unit(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        name, code, moved = row["unit"], row.get("unit_code") or "", False
        agency, parent = row.get("agency") or "", row.get("parent") or ""
        if "/" in name and not agency and not parent:
            above = [part.strip() for part in name.split("/") if part.strip()]
            if len(above) > 1 and isinstance(self.units.find(above[0]), UnitRow):
                name, agency = above[-1], above[0]
                parent = above[-2] if len(above) > 2 else ""
        if at in self._circles:
            return Trouble("unit_circle", "parent", parent, {"unit": name, "row": self._circles[at]})
        found = self.units.by_code.get(code) if code else None
        if found is not None and self.units.renamed(found, name, agency):
            found = None
        coded = found is not None
        if found is None:
            looked = self.units.find(name, agency=agency, parent=parent)
            if isinstance(looked, Trouble):
                exact = self._exactly(name, agency, parent)
                if exact is None and agency and not parent:
                    return looked
                looked = exact
            if isinstance(looked, UnitRow) and not self._same_place(looked, name, agency, parent):
                # A blank superior leaves the unit where it is known to lie; another code says that it is another one.
                stays = not parent and (not code or looked.code in ("", code))
                looked = looked if stays else None
            found = looked
        clears = self.clear_blanks and not parent and "parent" in given and found is not None and bool(found.parent_id)
        if found is not None and clears and "agency" in given:
            self._warn(self.regrouping.kept_agency(found, agency), at)
        if found is not None and (coded or clears):
            regrouped = self.regrouping.regrouped(found, name, agency, parent, at, clears=clears)
            if isinstance(regrouped, Trouble):
                return regrouped
            found, moved = regrouped
        if found is None:
            for new in () if self.create_near else dict.fromkeys((name, agency or name)):
                known = new == agency != name and self.units.find(new) is not None
                like = None if known or self.units.following.made(new) else self.units.near_miss(new, agency, parent)
                if like is not None:
                    return Trouble("unit_near", "unit", new, {"unit": new, "known": like}, "warning")
            found = self.units.add(name, code=code, agency=agency, parent=parent, row=at)
            dates = {c: row.get(c) for c in ("in_force_since", "in_force_until") if row.get(c) is not None}
            if dates:
                sets = ", ".join(f"{c} = ?" for c in dates)
                self.db.execute(f"UPDATE unit SET {sets} WHERE id = ?", (*dates.values(), found.id))
            self._said["unit", found.id] = at, {"unit_code": code, **dates}
            self.regrouping.placed.update([found.id] if parent else ())
            return "inserted"
        self.regrouping.placed.update([found.id] if parent else ())
        code = self.units.code_for(found, code, at)
        values: Row = {"unit_code": code, **{c: row[c] for c in ("in_force_since", "in_force_until") if c in row}}
        ending = self._update("unit", found.id, values, at, [g for g in given if g != "unit_code"])
        if code and code != found.code and not isinstance(ending, Trouble):
            self.units.replace(found, found._replace(code=code))
        return "updated" if moved and ending == "unchanged" else ending

    def _write(self, table: str, number: int, changes: Mapping[str, tuple[Any, Any]], at: int) -> None:
        sets = ", ".join(f"{c} = ?" for c in changes)
        self.db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*(new for _, new in changes.values()), number))
        self.log.updated(table, number, changes, row=at)

    def _exactly(self, name: str, agency: str, parent: str) -> UnitRow | None:
        keys = [folded(part) for part in (agency, parent, name) if part]
        path = " / ".join(dict.fromkeys(keys))
        return self.units.by_path.get(path)

    def _same_place(self, unit: UnitRow, name: str, agency: str, parent: str) -> bool:
        """A unit sheet names places exactly: the unit found must be that child, not one of the same name elsewhere."""
        if not agency and not parent:
            return True
        above = self.units.by_id[unit.parent_id] if unit.parent_id is not None else unit
        wanted = parent or agency
        return (
            above.name_key == folded(wanted)
            or above.code == wanted
            or (not parent and unit.parent_id is None and folded(agency) == folded(name))
        )

    def _place(self, row: Row) -> UnitRow | Trouble | None:
        name = row.get("unit") or row.get("agency")
        if not name and not row.get("unit_code"):
            return None
        code = row.get("unit_code") or ""
        called = row.get("unit") or ("" if code in self.units.by_code else name or "")
        agency, parent = row.get("agency") or "", row.get("parent") or ""
        found = self.units.find_office(called, code=code, agency=agency, parent=parent)
        if isinstance(found, UnitRow):
            self._warn(self.units.misnamed(found, called, code), self._at)
        if found is not None:
            return found
        text = str(name or row.get("unit_code"))
        return self.units.not_found(text, agency)

    def _position(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        unit: UnitRow | None = None
        if row.get("unit") or row.get("unit_code"):
            code, agency = row.get("unit_code") or "", row.get("agency") or ""
            name = row.get("unit") or ("" if code in self.units.by_code else agency)
            if not name and code not in self.units.by_code:
                return Trouble("unit_not_found", "unit_code", code, {"unit": code, "nearest": ""})
            placed = self.units.place(name, code=code, agency=agency, parent=row.get("parent") or "", row=at)
            if isinstance(placed, Trouble):
                return placed
            unit = placed
            self._warn(self.units.misnamed(unit, name, code), at)
        self._beside.note(self._sheet, at, row["position"], unit)
        place = unit.path_key if unit else ""
        given_values = {c: row.get(c) for c in POSITION_COLUMNS if c in row}
        known = self.positions.by_key.get((folded_position(row["position"]), place))
        if known is None:
            like = None if self.create_near else self._near_position(folded_position(row["position"]), row["position"])
            if like is not None:
                values = {"position": row["position"], "known": like}
                return Trouble("position_near", "position", row["position"], values, "warning")
            added = self.positions.add(row["position"], unit=unit, fields=given_values, row=at)
            self._said["position", added.id] = at, given_values
            self.positions.created.clear()
            return "inserted"
        kind, echelon = self.positions.stated[known.id]
        self.positions.stated[known.id] = (
            given_values.get("position_kind") or kind,
            given_values.get("echelon") or echelon,
        )
        return self._update("position", known.id, given_values, at, given)

    def _update(
        self, name: str, number: int, values: Mapping[str, Any], at: int, given: Sequence[str]
    ) -> Ending | Trouble:
        """Change the columns of a record that differ; a blank changes nothing unless blanks clear."""
        before, said = self._said.setdefault((name, number), (at, dict(values)))
        if before != at:
            empty = (None, "")
            if differ := [c for c in values if values[c] not in (*empty, said.get(c)) and said.get(c) not in empty]:
                sheet, field = self._sheet, differ[0]
                other = told_apart(sheet, differ, said, before, at) if sheet is not None else {}
                return Trouble("rows_disagree", field, str(values[field]), other)
            said.update({c: value for c, value in values.items() if value not in (None, "")})
        stored = self.db.one(f"SELECT {', '.join(values)} FROM {name} WHERE id = ?", (number,)) if values else ()
        changes = {
            c: (old, values[c])
            for c, old in zip(values, stored or (), strict=True)
            if old != values[c] and (values[c] not in (None, "") or (self.clear_blanks and c in given))
        }
        if not changes:
            return "unchanged"
        self._write(name, number, changes, at)
        return "updated"

    def _near_position(self, key: str, name: str) -> str | None:
        return None if key in self.positions.by_name else self.positions.near_miss(name)

    def _post(self, row: Row) -> PositionRow | Trouble:
        unit: UnitRow | Trouble | None = self._place(row) if row.get("unit") else None
        if isinstance(unit, Trouble):
            return unit
        found = self.positions.find(row["position"], unit=unit, agency=row.get("agency") or "")
        if isinstance(found, PositionRow | Trouble):
            return found
        return self.positions.not_found(row["position"], unit)

    def _wide(self, take: Take, name: str, value: str) -> Take:
        """Return what takes in one fact, or one in each column of a competency or dimension: the row ends as the most that befell one."""

        def several(row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
            wide = [field for field in given if field.startswith(LEVEL_PREFIX)]
            if not wide:
                return take(row, at, text, given)
            endings = set[Ending]()
            for field in (field for field in wide if row[field] is not None):
                ending = take(
                    {**row, name: field.removeprefix(LEVEL_PREFIX), value: row[field]}, at, text, (*given, value)
                )
                if isinstance(ending, Trouble):
                    return ending
                endings.add(ending)
            return "inserted" if "inserted" in endings else "updated" if "updated" in endings else "unchanged"

        return several

    def _standard(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        post = self._post(row)
        if isinstance(post, Trouble):
            return post
        if self._competencies is None:
            self._competencies = Competencies(self.db)
        competency = self._competencies.find(row["competency"])
        if isinstance(competency, Trouble):
            return competency
        table = self._table(
            "standard", ("position_id", "competency_id", "required", "importance"), ("position_id", "competency_id")
        )
        record = {
            "position_id": post.id,
            "competency_id": competency,
            "required": row["required"],
            "importance": row.get("importance"),
        }
        return table.write(record, row=at, given=given)

    def _succession(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        fold = _folds(row["kind"])
        table = self._table(
            "succession",
            (
                "kind", "old", "old_key", "old_agency", "old_agency_key", "new", "new_key", "new_agency",
                "new_agency_key", "effective_on", "how", "decree",
            ),
            ("kind", "old_key", "old_agency_key", "effective_on", "new_key", "new_agency_key"),
        )  # fmt: skip
        new = row.get("new") or ""
        if not new and row["how"] != "abolish":
            return Trouble("cell_required", "new", "", {"field": KINDS["successions"].field("new").label})
        if row["how"] == "split" and len(parts := [p for p in _SEVERAL.split(new) if p.strip()]) > 1:
            return Trouble("succession_several", "new", new, {"new": new, "parts": len(parts)})
        record = {
            "kind": row["kind"],
            "old": row["old"],
            "old_key": fold(row["old"]),
            "old_agency": row.get("old_agency"),
            "old_agency_key": folded(row.get("old_agency") or ""),
            "new": new,
            "new_key": fold(new),
            "new_agency": row.get("new_agency"),
            "new_agency_key": folded(row.get("new_agency") or ""),
            "effective_on": row["effective_on"],
            "how": row["how"],
            "decree": row.get("decree"),
        }
        chains = self._chains = self._chains or Chains(self.db)
        if chains.comes_back(record):
            code = "succession_swap" if chains.swaps(record) else "succession_circle"
            return Trouble(code, "new", new, {"old": row["old"], "new": new})
        ending = table.write(record, row=at, given=given)
        if ending == "inserted":
            chains.add(record)
            self.renamings.append((row["effective_on"], at))
        if self._sheet is not None and chains.strange(record):
            self._strange.append((self._sheet, at, record))
        return ending

    def tell_strange(self) -> None:
        """Warn of old names that nothing bears and of posts held by their bare name, once all lists are in: a roster may bring them."""
        chains = Chains(self.db) if self._strange else None
        for sheet, at, record in self._strange:
            if chains is not None and (told := chains.strange(record)):
                code, field, values = told
                sheet.find(code, "warning", row=at, field=field, value=record[field], values=values)
        self._strange.clear()
        self._beside.tell()

    # -- facts about units and posts ---------------------------------------------------------------------------

    def _about_unit(self, row: Row) -> UnitRow | Trouble:
        found = self._place(row)
        if found is None:
            return Trouble("unit_not_found", "unit", "", {"unit": "", "nearest": ""})
        return found

    def _unit_performance(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        unit = self._about_unit(row)
        if isinstance(unit, Trouble):
            return unit
        table = self._table(
            "unit_performance", ("unit_id", "year", "period", "predicate"), ("unit_id", "year", "period")
        )
        record = {
            "unit_id": unit.id,
            "year": row["year"],
            "period": row.get("period") or "annual",
            "predicate": row["predicate"],
        }
        return table.write(record, row=at, given=given)

    def _survey(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        unit = self._about_unit(row)
        if isinstance(unit, Trouble):
            return unit
        table = self._table(
            "survey",
            ("unit_id", "year", "dimension", "dimension_key", "score", "respondents"),
            ("unit_id", "year", "dimension_key"),
        )
        record = {
            "unit_id": unit.id,
            "year": row["year"],
            "dimension": row["dimension"],
            "dimension_key": folded(row["dimension"]),
            "score": row["score"],
            "respondents": row.get("respondents"),
        }
        return table.write(record, row=at, given=given)

    def _catalogue(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        if row.get("competency") is not None:
            if self._competencies is None:
                self._competencies = Competencies(self.db)
            found = self._competencies.find(row["competency"])
            if isinstance(found, Trouble):
                return found
            # Offers are found by the competency's own name.
            row = {**row, "competency": self._competencies.name_of(found)}
        table = self._table("catalogue", CATALOGUE_COLUMNS, ("code",))
        return table.write({c: row.get(c) for c in CATALOGUE_COLUMNS if c in row}, row=at, given=given)

    def _selection(self, row: Row, at: int, text: str, given: Sequence[str]) -> Ending | Trouble:
        post = self._post(row)
        if isinstance(post, Trouble):
            return post
        person: int | None = None
        nip = row.get("nip")
        if nip is not None:
            person = self.people.look_up([nip]).get(nip)
            if person is None:
                return Trouble("person_unknown", "nip", nip, {"nip": nip, "nearest": self.people.nearest(nip)})
        candidate = str(person) if person is not None else folded(row.get("name") or "")
        table = self._table(
            "selection",
            ("person_id", "name", "candidate_key", "position_id", "stage", "score", "taken_on", "note"),
            ("candidate_key", "position_id", "stage"),
        )
        record: Mapping[str, Any] = {
            "person_id": person,
            "name": row.get("name"),
            "candidate_key": candidate,
            "position_id": post.id,
            "stage": row["stage"],
            "score": row.get("score"),
            "taken_on": row.get("taken_on"),
            "note": row.get("note"),
        }
        return table.write(record, row=at, given=given, person=person or 0)
