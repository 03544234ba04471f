"""Finding units by what a cell says, and creating them.

Units are found by code, else by the path agency › parent › unit; a bare name that fits several is a finding, never a merge.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from asnkarier.core.names import Spelt, city_in, folded, in_full, is_office, nearest, slipped
from asnkarier.store.database import Database
from asnkarier.store.intake.log import ChangeLog
from asnkarier.store.intake.regrouping.following import Following
from asnkarier.store.intake.regrouping.near import NearUnits
from asnkarier.store.queries.file.merged import Gone, gone

from .words import Created, Trouble

SEPARATOR = " / "
_UPT = re.compile(r"^uptd? ")
_FEW = 5
"""Units of one name that a finding lists."""
_AGENCIES_TOO = ("rsud", "rumah sakit")
"""Offices that may as well be agencies."""


class UnitRow(NamedTuple):
    """A unit as the references know it."""

    id: int
    code: str
    name: str
    name_key: str
    path_key: str
    parent_id: int | None
    agency_id: int


class Units:
    """All units of the file, found by code or path."""

    def __init__(self, db: Database, log: ChangeLog, *, create_near: bool = False) -> None:
        self.db = db
        self.log = log
        self.create_near = create_near
        self.by_id: dict[int, UnitRow] = {}
        self.by_code: dict[str, UnitRow] = {}
        self.by_path: dict[str, UnitRow] = {}
        self.by_name: dict[str, list[UnitRow]] = {}
        self._words: set[str] | None = None
        self._spelt = Spelt()
        self._city = city_in(db.setting("institution") or "")
        for row in db.rows("SELECT id, unit_code, name, name_key, path_key, parent_id, agency_id FROM unit"):
            self._keep(UnitRow(*row))
        self._known_before = dict(self.by_name)
        self._near: NearUnits | None = None
        self._in_full: defaultdict[str, list[UnitRow]] | None = None
        self._made: defaultdict[str, list[UnitRow]] = defaultdict(list)
        """Units that this import made, by their names with all words written out."""
        self._gone: dict[str, list[Gone]] = {}
        for one in gone(db, "unit", self.by_id):
            self._gone.setdefault(one.name_key, []).append(one)
        self._next = self._first_new = db.next_id("unit")
        self.created: list[Created] = []
        self.agencies_named = False
        """Whether rows of the list being taken in name an agency: who leaves it blank there may be of any."""
        self.following = Following(db)

    def _keep(self, unit: UnitRow) -> None:
        self.by_id[unit.id] = unit
        if unit.code:
            self.by_code[unit.code] = unit
        self.by_path[unit.path_key] = unit
        self.by_name.setdefault(unit.name_key, []).append(unit)
        self._spelt.keep(unit.name_key)
        if self._words is not None:
            self._words.update(unit.name_key.split())

    def path(self, unit: UnitRow) -> str:
        """Return the names from the agency down to the unit, as people read them."""
        names = [unit.name]
        while unit.parent_id is not None:
            unit = self.by_id[unit.parent_id]
            names.append(unit.name)
        return SEPARATOR.join(reversed(names))

    def find(
        self, name: str, *, code: str = "", agency: str = "", parent: str = "", field: str = "unit"
    ) -> UnitRow | Trouble | None:
        """Return the unit that the words mean; Trouble when they fit several; None when there is none."""
        agency, parent = self._hospital(name, self._today(agency), self._today(parent))
        coded = self.by_code.get(code) if code else None
        if coded is not None and not self.renamed(coded, name, agency):
            return self._contradicted(coded, name, agency) or coded
        parts = [p for p in (self._key(part) for part in name.split("/")) if p] if "/" in name else []
        whole = self._key(name)
        fits = [u for u in self.by_name.get(whole, []) if self.under(u, agency, parent)]
        if not fits and len(parts) > 1:
            fits = [
                u
                for u in self.by_name.get(parts[-1], [])
                if self._has_above(u, parts[:-1]) and self.under(u, agency, parent)
            ]
        if agency:
            fits = [u for u in fits if not self._of_an_office(u, agency, {self._key(parent), *parts[:-1]}, parent)]
        home = self._home(agency)
        if home is not None:
            fits = [u for u in fits if u.path_key.startswith(home.path_key + SEPARATOR)]
            if not fits and self._key(agency) == whole:
                fits = [home]
        if not fits and "@" in name:
            return None
        if not fits and self._gone:
            return self._merged(whole, agency, parent) or self._merged(
                parts[-1] if parts else "", agency, parent, parts
            )
        if len(fits) > 1:
            exact = [u for u in fits if u.parent_id is None] if agency and self._key(agency) == whole else []
            direct = exact or [u for u in fits if parent == "" and self._is_child_of_agency(u, agency)]
            if len(direct) == 1:
                return direct[0]
            paths = "; ".join(sorted(self.path(u) for u in fits))
            return Trouble("unit_ambiguous", field, name, {"unit": name, "paths": paths})
        return fits[0] if fits else None

    def _home(self, agency: str) -> UnitRow | None:
        """Return the kelurahan of a letterhead that names no kecamatan, where one alone of that name is known below one.

        A list read before that was known may have made an agency of it: what it says from then on is of the one that is known.
        """
        units = self.by_name.get(self._key(self.office(agency)), ()) if agency else ()
        below = [unit for unit in units if unit.parent_id is not None]
        if len(below) != 1:
            return None
        key = below[0].name_key
        office = " " in key and is_office(key) and not key.startswith(_AGENCIES_TOO)
        return below[0] if office or len(units) == 1 else None

    def _hospital(self, name: str, agency: str, parent: str) -> tuple[str, str]:
        """Return agency and superior, the hospital for both where it alone is known as an agency and a letterhead names the dinas above it."""
        for office in (parent, name) if agency else ():
            key = self._key(office)
            known = self.by_name.get(key, ()) if key.startswith(_AGENCIES_TOO) and key != self._key(agency) else ()
            if len(known) == 1 and known[0].parent_id is None:
                return known[0].name, ""
        return agency, parent

    def _today(self, name: str) -> str:
        """Return the name that a unit above bears today, where its own was taken away by a merge."""
        if not name or not self._gone or self._key(name) in self.by_name:
            return name
        kept = self._merged(self._key(name), "", "")
        return kept.name if kept is not None else name

    def _merged(self, key: str, agency: str, parent: str, above: Sequence[str] = ()) -> UnitRow | None:
        """Return the unit into which the one of that name was joined, where the words say one alone."""
        wanted = {*above[:-1], *(self._key(name) for name in (agency, parent) if name)}
        kept = set()
        for one in self._gone.get(key, ()):
            unit = self.by_id[one.kept]
            around = {*one.place.split(SEPARATOR), *self._above(unit), self.by_id[unit.agency_id].name_key}
            if wanted <= around:
                kept.add(one.kept)
        return self.by_id[kept.pop()] if len(kept) == 1 else None

    def _is_child_of_agency(self, unit: UnitRow, agency: str) -> bool:
        return bool(agency) and unit.parent_id is not None and self.by_id[unit.parent_id].parent_id is None

    def _above(self, unit: UnitRow) -> list[str]:
        keys: list[str] = []
        while unit.parent_id is not None:
            unit = self.by_id[unit.parent_id]
            keys.append(unit.name_key)
        return keys

    def _has_above(self, unit: UnitRow, keys: list[str]) -> bool:
        above = self._above(unit)
        return all(key in above for key in keys)

    def under(self, unit: UnitRow, agency: str, parent: str) -> bool:
        """Whether the unit lies in the agency and below the superior that are said; '' says none."""
        if agency:
            root, wanted = self.by_id[unit.agency_id], self._key(agency)
            if wanted not in (root.name_key, folded(root.code)) and wanted not in self._above(unit):
                return False
        return not parent or self._key(parent) in self._above(unit) or self._below_code(unit, parent)

    def _of_an_office(self, unit: UnitRow, agency: str, said: set[str], code: str) -> bool:
        """Whether a kelurahan, a puskesmas, a school of which nothing is said lies between the unit and the agency.

        Each has a `Seksi Pemerintahan`, a `Tata Usaha` of its own, as the agency has: whoever names the agency alone means none of theirs.
        """
        if is_office(unit.name_key):
            return False
        below: list[UnitRow] = []
        top, one = self.agency_above(unit, agency), unit
        while one.id != top.id and one.parent_id is not None:
            one = self.by_id[one.parent_id]
            below.append(one)
        named = [at for at, above in enumerate(below) if above.name_key in said or (code and above.code == code)]
        first = named[-1] + 1 if named else 0
        return any(is_office(above.name_key) for above in below[first:-1])

    def office_of(self, unit: UnitRow) -> int | None:
        """Return the nearest kelurahan, puskesmas or school that the unit is or lies in, by number."""
        while not is_office(unit.name_key) and unit.parent_id is not None:
            unit = self.by_id[unit.parent_id]
        return unit.id if is_office(unit.name_key) else None

    def of_offices(self, name: str) -> bool:
        """Whether a part of a kelurahan, a puskesmas, a school bears the name."""
        units = self.by_name.get(self._key(name), ())
        return any(unit.parent_id is not None and self.office_of(unit) not in (None, unit.id) for unit in units)

    def as_in_office(self, name: str, agency: str, number: int) -> str:
        """Return the path of the unit of that number where it is one that the name and the agency mean, below an office; else the name."""
        unit = self.by_id.get(number)
        if not agency or unit is None or unit.name_key != self._key(name) or not self.under(unit, agency, ""):
            return name
        path = self.path(unit)
        below = self._of_an_office(unit, agency, set(), "")
        return path if below and self.find(path, agency=agency) is unit else name

    def agency_above(self, unit: UnitRow, agency: str) -> UnitRow:
        """Return the unit above that the agency's name or code means; the topmost where it means none."""
        key = self._key(agency)
        while unit.parent_id is not None:
            unit = self.by_id[unit.parent_id]
            if key in (unit.name_key, folded(unit.code)):
                return unit
        return unit

    def _below_code(self, unit: UnitRow, code: str) -> bool:
        coded = self.by_code.get(code)
        while coded is not None and unit.parent_id is not None:
            unit = self.by_id[unit.parent_id]
            if unit.id == coded.id:
                return True
        return False

    def superior(self, parent: str, agency: str = "") -> UnitRow | Trouble | None:
        """Return the unit that a superior is, given by its code or its name."""
        coded = self.by_code.get(parent)
        if coded is not None and self.under(coded, agency, ""):
            return coded
        return self.find(self.office(parent), agency=agency, field="parent")

    def office(self, name: str) -> str:
        """Return the office of a letterhead as it is known: `Puskesmas Mawar` of `UPT PUSKESMAS MAWAR`, `SDN 1` of `SD NEGERI 01`."""
        key = self._key(name)
        bare = _UPT.sub("", key)
        if " " not in bare:
            return name
        spellings = (key, bare, f"upt {bare}", f"uptd {bare}")
        known = next((known for known in spellings if known in self.by_name), None)
        if known is None and is_office(in_full(key)):
            others = {unit.name_key for unit in self._written_out().get(in_full(key), ())}
            known = others.pop() if len(others) == 1 else None
        return name if known is None else known

    def find_office(self, name: str, *, code: str = "", agency: str = "", parent: str = "") -> UnitRow | Trouble | None:
        """Return what `find` does, and a puskesmas or school also by its name with or without the word UPT before it.

        `UPTD Pengelolaan Sampah` is no `Pengelolaan Sampah`, which may be a section; with UPT or UPTD it is one office.
        """
        found = self.find(name, code=code, agency=agency, parent=parent)
        key = folded(name)
        bare = _UPT.sub("", key)
        if found is not None or " " not in bare or not (is_office(bare) or bare != key):
            return found
        for spelling in (*((bare,) if is_office(bare) else ()), f"upt {bare}", f"uptd {bare}"):
            found = self.find(spelling, agency=agency, parent=parent) if spelling in self.by_name else None
            if isinstance(found, UnitRow) and (not code or found.code in ("", code)):
                return found
        return None

    # -- a code beside a name ----------------------------------------------------------------------------------

    def called(self, unit: UnitRow, name: str) -> bool:
        """Whether `name` is the unit's: alone, at the end of a path, or its very code; a blank cell says nothing else."""
        keys = {self._key(name), self._key(name.rpartition("/")[2])}
        return not name or unit.name_key in keys or name == unit.code or self._merged(self._key(name), "", "") is unit

    def _contradicted(self, unit: UnitRow, name: str, agency: str) -> Trouble | None:
        """Return why the unit of a code cannot be the one that the name and the agency beside it say, if so.

        A known unit keeps its code whatever it is called today (`misnamed` says so). Where the list itself brings the code, nothing
        vouches for the first of its names: two that differ by more than a slip are two units.
        """
        called = self.called(unit, name)
        if agency and not self.under(unit, agency, "") and not (called and unit.parent_id is None):
            values = {"code": unit.code, "unit": self.path(unit), "agency": agency}
            return Trouble("unit_code_agency", "unit_code", unit.code, values)
        key = self._key(name)
        if called or unit.id < self._first_new or slipped(key, unit.name_key) or slipped(unit.name_key, key):
            return None
        return Trouble("unit_code_twice", "unit_code", unit.code, {"code": unit.code, "unit": unit.name, "name": name})

    def misnamed(self, unit: UnitRow, name: str, code: str) -> Trouble | None:
        """Return the warning that a code found a unit of another name than the cell beside it says, or that nobody knows it."""
        if code and name and unit.code != code and code not in self.by_code:
            told = {"code": code, "unit": self.path(unit), "known": unit.code}
            return Trouble("unit_code_unknown", "unit_code", code, told, "warning")
        if not code or unit.code != code or self.called(unit, name):
            return None
        return Trouble(
            "unit_code_name", "unit_code", code, {"code": code, "unit": self.path(unit), "name": name}, "warning"
        )

    def renamed(self, unit: UnitRow, name: str, agency: str) -> bool:
        """Whether a reorganisation made the unit of that name of this one, or this one of it: the code went from one to the other."""
        if not name or (self.called(unit, name) and self.under(unit, agency, "")):
            return False
        return self.following.either(unit.name_key, self._key(name.rpartition("/")[2]))

    def code_for(self, unit: UnitRow, code: str, row: int) -> str:
        """Return the code that a unit has of the one on a list: it lies with the last of those that went on as one another."""
        former = self.by_code.get(code) if code else None
        if former is None or former.id == unit.id:
            return code
        if self.following.went_on(unit.name_key, former.name_key):
            return ""
        self.recode(former, "", row)
        return code

    def _key(self, name: str) -> str:
        """Fold a name; one that differs from a known name by its spaces or by the institution's own city alone is that name."""
        key = self._spelt.known(folded(name))
        return key if key in self.by_name or not self._city else self._of_city(key)

    def _of_city(self, key: str) -> str:
        """`Dinas Pendidikan Kota Contoh` in a letterhead is the agency known as `Dinas Pendidikan`, and the other way round."""
        short = key.removesuffix(f" {self._city}")
        other = short if short != key else f"{key} {self._city}"
        known = " " in short and any(unit.parent_id is None for unit in self.by_name.get(other, ()))
        return other if known else key

    def near_miss(self, name: str, agency: str = "", parent: str = "") -> str | None:
        """Return a unit known before this import that differs by a typing error, or one of the agency by words in short."""
        key, words = folded(name), self.words
        if self._near is None:
            agencies = [known for known, units in self._known_before.items() if units[0].parent_id is None]
            self._near = NearUnits(self._known_before, agencies)
        found = self._near.of(key, words)
        return self._known_before[found][0].name if found is not None else self._in_short(key, agency, parent)

    def _in_short(self, key: str, agency: str, parent: str) -> str | None:
        """Return the unit of the agency that is called so when words in short are written out: each agency may have one.

        What this import made counts where both lie directly below the agency, so that a list that spells one unit in two
        ways makes no two; below the units of an agency there are several of one name.
        """
        like = self._written_out().get(in_full(key), ())
        if agency and folded(agency) != key:
            home = self.find(agency)
            made = () if parent else self._made.get(in_full(key), ())
            like = [*like, *(unit for unit in made if unit.parent_id == unit.agency_id)]
            like = [unit for unit in like if isinstance(home, UnitRow) and unit.agency_id == home.agency_id]
        return like[0].name if like else None

    def _written_out(self) -> Mapping[str, Sequence[UnitRow]]:
        """Return the units known before this import by their names with all words written out."""
        if self._in_full is None:
            self._in_full = defaultdict(list)
            for known, units in self._known_before.items():
                self._in_full[in_full(known)] += units
        return self._in_full

    @property
    def words(self) -> set[str]:
        """All words of the names of units; one that stands in another name is no slip."""
        if self._words is None:
            self._words = {word for name in self.by_name for word in name.split()}
        return self._words

    def place(
        self, name: str, *, code: str = "", agency: str = "", parent: str = "", row: int = 0
    ) -> UnitRow | Trouble:
        """Return the unit that the words mean, created where it is new; Trouble where they do not say which.

        A blank agency in a list that names agencies says nothing: a unit is not made of it, for each agency may have one of that name.
        """
        found = self.find_office(name, code=code, agency=agency, parent=parent)
        if found is not None:
            return found
        for new in () if self.create_near else dict.fromkeys((name, agency or name)):
            like = self.near_miss(new, agency, parent) if self.find(new) is None else None
            if like is not None:
                return Trouble("unit_near", "unit", new, {"unit": new, "known": like}, "warning")
        agency, parent = self._hospital(name, agency, parent)
        above = self.superior(parent, agency) if parent else None
        if isinstance(above, Trouble):
            return above
        if self.agencies_named and not agency and above is None and "/" not in name:
            return Trouble("unit_agency_blank", "unit", name, {"unit": name})
        return self.add(name, code=code, agency=agency, parent=parent, row=row)

    def add(self, name: str, *, code: str = "", agency: str = "", parent: str = "", row: int = 0) -> UnitRow:
        """Create a unit below its agency and parent, creating those too where they are new."""
        above: UnitRow | None = None
        key = folded(name)
        if agency and folded(agency) != key:
            found = self._home(agency) or self.find(self.office(agency))
            above = found if isinstance(found, UnitRow) else self.add(agency, row=row)
        if parent and folded(parent) not in (key, folded(agency)):
            found = self.superior(parent, agency)
            above = found if isinstance(found, UnitRow) else self.add(parent, agency=agency, row=row)
        path_key = f"{above.path_key}{SEPARATOR}{key}" if above else key
        known = self.by_path.get(path_key)
        if known is not None:
            return known
        former = self.by_code.get(code) if code else None
        if former is not None and self.following.went_on(key, former.name_key):
            code = ""  # an older list names what has gone on under another name, and its code with it
        elif former is not None:
            # The code of a unit that became this one goes with it.
            self.recode(former, "", row)
        unit = UnitRow(
            self._next, code, name, key, path_key, above.id if above else None, above.agency_id if above else self._next
        )
        self._next += 1
        self.db.execute(
            "INSERT INTO unit (id, unit_code, name, name_key, path_key, parent_id, agency_id) VALUES (?,?,?,?,?,?,?)",
            unit,
        )
        self.log.inserted("unit", unit.id, {"unit": name, "unit_code": code, "path_key": path_key}, row=row)
        self._keep(unit)
        self._made[in_full(key)].append(unit)
        self.created.append(Created("unit", self.path(unit), unit.id, key, row))
        return unit

    def recode(self, unit: UnitRow, code: str, row: int) -> None:
        """Give a unit another code."""
        self.db.execute("UPDATE unit SET unit_code = ? WHERE id = ?", (code, unit.id))
        self.log.updated("unit", unit.id, {"unit_code": (unit.code, code)}, row=row)
        self.replace(unit, unit._replace(code=code))

    def replace(self, old: UnitRow, new: UnitRow) -> None:
        """Know a unit under what it is now called, coded or placed."""
        self.by_path.pop(old.path_key, None)
        if old.code:
            self.by_code.pop(old.code, None)
        self.by_name[old.name_key].remove(old)
        self._keep(new)

    def not_found(self, name: str, agency: str) -> Trouble:
        """Return the finding that there is no such unit, with those of that very name that lie elsewhere, or those most like it."""
        return Trouble("unit_not_found", "unit", name, {"unit": name, "nearest": self._nearest(name, agency)})

    def _nearest(self, name: str, agency: str) -> str:
        alike = self.by_name.get(self._key(name.rpartition("/")[2]), ())
        if found := [unit for unit in alike if agency and self.under(unit, agency, "")] or alike:
            paths = sorted(self.path(unit) for unit in found)
            return "; ".join(paths[:_FEW]) + ("; …" if len(paths) > _FEW else "")
        return "; ".join(nearest(name, {key: units[0].name for key, units in self.by_name.items()}))

    def known_alone(self, created: Sequence[Created]) -> list[tuple[Created, UnitRow]]:
        """Return the offices made below an agency of which an earlier list without that agency made one of its own."""
        found = []
        for one in created:
            alone = self.by_path.get(one.key) if one.what == "unit" and is_office(one.key) else None
            if alone is not None and alone.id != one.id and not one.key.startswith(_AGENCIES_TOO):
                found.append((one, alone))
        return found
