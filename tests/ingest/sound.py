"""Sound rows of every kind, made from its record: a value for each type of field, and how a workbook or a text file writes it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from asnkarier.core.kinds.spec import Field, Kind
from asnkarier.core.kinds.vocabulary import SPELLINGS, values
from asnkarier.core.numbers import SCALE
from asnkarier.core.parse.posts import kind_of_echelon, kind_of_name
from asnkarier.core.parse.ranks import RANK_NAMES

ROWS = 7
NINE = ("Integritas", "Kerja Sama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik")
UNITS = ("Sekretariat", "Bidang Kearsipan", "Inspektorat Pembantu Dua", "Puskesmas Melati", "Laboratorium Lingkungan")
AGENCY = "Dinas Contoh"
POSITIONS = (
    "Arsiparis Ahli Muda",
    "Pengolah Makanan",
    "Bidan Mahir",
    "Kepala Seksi Layanan Pustaka",
    "Widyaiswara Ahli Madya",
    "Juru Pungut",
)
WORDS = ("Lembar", "Contoh", "Sungai", "Kertas", "Jembatan", "Pasar", "Lampu", "Kebun", "Berkas", "Gedung", "Ombak")
PLACES = ("unit", "unit_code", "parent", "agency")
_LATE = frozenset(
    (
        *("ended_on", "until", "ends_on", "in_force_until", "period_to", "valid_until"),
        *("contract_ends_on", "done_on", "annulled_on", "due", "session_on"),
    )
)
"""Days that come after the other days of their row."""


def nips(count: int) -> list[str]:
    """Return plainly invented NIPs of PNS, men and women."""
    return [
        f"{1970 + n % 9}{1 + n % 12:02}{1 + n % 28:02}{1996 + n % 9}{1 + n % 12:02}{1 + n % 2}{900 + n}"
        for n in range(count)
    ]


class Sound(NamedTuple):
    """What may stand in fields that refer to something."""

    nips: Sequence[str]
    places: bool = True
    """Whether the rows may name units by parent and agency of their own."""


def rows_of(kind: Kind, random: Random, pool: Sound, count: int = ROWS) -> list[dict[str, Any]]:
    """Return sound rows as canonical values; the first holds every field, and no two share a key."""
    found: list[dict[str, Any]] = []
    keys: set[str] = set()
    tries = 0
    while len(found) < count and tries < 40 * count:
        tries += 1
        row = {
            field.name: _value(field, random, pool, kind)
            if not found or field.required or random.random() < 0.7
            else None
            for field in kind.fields
        }
        _agree(row, kind, random, first=not found)
        if "agency" in row and not pool.places:
            row["agency"] = AGENCY  # with and without it, one name is one place
        key = repr([str(row.get(name) or "").casefold() for name in kind.key])
        if key not in keys:
            keys.add(key)
            found.append(row)
    return found


def _agree(row: dict[str, Any], kind: Kind, random: Random, *, first: bool) -> None:
    """Let the fields of a row say nothing against each other."""
    nip = row.get("nip")
    if kind.name == "roster" and nip:
        row["birth_date"] = row["birth_date"] and f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}"
        row["sex"] = row["sex"] and ("L" if nip[14] == "1" else "P")
        row["employee_kind"] = row["employee_kind"] and "PNS"
        row["appointed_on"] = row["appointed_on"] and f"{nip[8:12]}-{nip[12:14]}-01"
        row["contract_ends_on"] = None
    if "position_kind" in row:
        row["position_kind"] = row["position_kind"] or "pelaksana"  # else the echelon tells it
    if kind.name == "selections":
        row["position"] += f" @ {random.choice(UNITS)}"  # several units have such a post
    if kind.name == "selections" and not first:
        # Somebody of the file has a NIP, an outsider has a name.
        row[random.choice(("nip", "name"))] = None
        if not row["nip"] and not row["name"]:
            row["name"] = "Orang Luar"
    if "mentor" in row and row["mentor"] == row["mentee"]:
        row["mentee"] = None
    if row.get("year") and "period" in row:
        row["period"] = "annual"
    if row.get("seats_min") and row.get("seats"):
        row["seats_min"] = min(row["seats_min"], row["seats"])
    if kind.name == "evaluations":
        year = row["year"]
        row["started_on"], row["ended_on"] = f"{year}-01-01", f"{year}-12-31"
        row["predicate"] = row["predicate"] or "baik"
    if kind.name == "trainings":
        row["year"] = row["ended_on"] and int(row["ended_on"][:4])
        row["level"] = row["level"] if row["training_kind"] == "leadership" else None
    if kind.name == "assessments":
        row["level"] = row["level"] if row["level"] is not None else SCALE
        row["competency"] = row["competency"] or NINE[0]
    if kind.name == "positions":
        of_name = kind_of_name(row["position"])
        row["echelon"] = None if of_name else row["echelon"]
        row["position_kind"] = of_name or kind_of_echelon(row["echelon"] or "") or row["position_kind"]
        row["retirement_age"] = row["retirement_age"] and random.randint(45, 75)
        row["leads_to"] = None if row["leads_to"] == row["position"] else row["leads_to"]
    if kind.name == "positions" and row["golongan_min"] and row["golongan_max"]:
        ranks = list(RANK_NAMES)
        row["golongan_min"], row["golongan_max"] = sorted((row["golongan_min"], row["golongan_max"]), key=ranks.index)


def _value(field: Field, random: Random, pool: Sound, kind: Kind) -> Any:
    if field.name in ("unit_code", "parent", "agency") and not pool.places:
        return AGENCY if field.name == "agency" else None
    if field.type == "word":
        return random.choice(values(field.vocabulary))
    if field.type == "date":
        start = date(2023, 1, 1) if field.name in _LATE else date(2019, 1, 1)
        return (start + timedelta(days=random.randrange(1200))).isoformat()
    return _MAKERS[field.type](random, pool)


def _text(random: Random, _pool: Sound) -> str:
    return " ".join(random.sample(WORDS, 3))


_MAKERS: dict[str, Callable[[Random, Sound], Any]] = {
    "nip": lambda random, pool: random.choice(pool.nips),
    "text": _text,
    "list": lambda random, pool: "; ".join(_text(random, pool) for _ in range(random.randint(1, 3))),
    "year": lambda random, _: random.randint(2019, 2025),
    "year_or_day": lambda random, _: f"{random.randint(2019, 2025)}{random.choice(('', '-07-15'))}",
    "integer": lambda random, _: random.randint(1, 60),
    "money": lambda random, _: random.randint(1, 90_000) * 1000,
    "decimal": lambda random, _: random.randint(1, 40_000) * 100,
    "level": lambda random, _: random.randint(0, 20) * SCALE // 4,
    "score": lambda random, _: random.randint(0, 10_000) * 100,
    "jpm": lambda random, _: random.randint(3_000, 11_000) * 100,
    "golongan": lambda random, _: random.choice(list(RANK_NAMES)),
    "echelon": lambda random, _: random.choice(("II.a", "II.b", "III.a", "III.b", "IV.a", "IV.b")),
    "education": lambda random, _: random.choice(("SLTA", "D-III", "D-IV", "S1", "S2", "S3")),
    "yes_no": lambda random, _: random.choice(("ya", "tidak")),
    "unit": lambda random, _: random.choice(UNITS),
    "agency": lambda random, _: AGENCY,
    "position": lambda random, _: random.choice(POSITIONS),
    "competency": lambda random, _: random.choice(NINE),
}


def typed(field: Field, value: Any, random: Random) -> Any:
    """Write a canonical value as a workbook keeps it: days and numbers as such, words in one of their spellings."""
    if value is None:
        return None
    if field.type == "date":
        return date.fromisoformat(value)
    if field.type in ("decimal", "level", "score", "jpm"):
        return value / SCALE
    if field.type == "word":
        return random.choice((value, SPELLINGS[field.vocabulary][value][0]))
    return value


def in_text(cell: Any, random: Random) -> str:
    """Write a cell of a workbook as a text file does."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.strftime(random.choice(("%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d")))
    if isinstance(cell, float):
        return f"{cell:.2f}".replace(".", ",")
    return str(cell)
