"""The times that titles name: times with a first and a last day, days they end or begin on, and what cannot be told.

`SEMESTER I TAHUN 2026`, `JANUARI - JUNI 2026`, `SAMPAI 30 JUNI 2026`, `Posisi data: 30-06-2026`, `SEJAK TAHUN 2020`.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from asnkarier.core.parse.dates import FIRST_YEAR, LAST_YEAR, MONTHS


class Times(NamedTuple):
    """What titles say of times; days are ISO text."""

    spans: tuple[tuple[str, str], ...] = ()
    """Times with a first and a last day."""
    until: tuple[str, ...] = ()
    """Days that a list tells nothing beyond: that of its state, that of its end, the one on which it was made."""
    since: tuple[str, ...] = ()
    """Days from which on it tells, without an end."""
    placeless: tuple[str, ...] = ()
    """Days of which nobody says what they are of."""
    unclear: bool = False
    """Whether a time is named that cannot be told: `5 TAHUN TERAKHIR`, `30-06-26`, `BULAN JUNI` of no year."""
    of_years: bool = True
    """Whether all spans are whole years."""


class _Point(NamedTuple):
    """A day, a month, a part of a year or a year as the text names it, from `at` to `end`."""

    at: int
    end: int
    what: str
    """`day`, `month`, `part`, `year`, `now`, or `bad` for what is no time."""
    year: int | None = None
    months: tuple[int, int] = (1, 12)
    day: int | None = None
    named: bool = True
    """Whether it is certainly a time, not a word that may be anything else."""

    def of(self, year: int | None, month: int | None = None) -> "_Point":
        """Return the point of that year, where it names none itself."""
        months = (month, month) if month is not None else self.months
        return self._replace(year=self.year or year, months=months)

    @property
    def first(self) -> str | None:
        return self._day(self.months[0], self.day or 1)

    @property
    def last(self) -> str | None:
        month = self.months[1]
        ends = monthrange(self.year, month)[1] if self.year and 1 <= month <= 12 else 0
        return self._day(month, self.day or ends)

    def _day(self, month: int, day: int) -> str | None:
        try:
            told = date(self.year or 0, month, day)
        except ValueError:
            return None
        return told.isoformat() if FIRST_YEAR <= told.year <= LAST_YEAR else None


_LAW: Final = (
    r"(?:undang(?:-undang)?|uu|peraturan|pp|perpres|perp?pu|perda|perwa\w*|perbup|permen\w*|perka\w*|perban|perbkn|inpres"
    r"|keputusan|keppres|kepmen\w*|kepka\w*|surat|sk|se)"
)
_MASKED: Final = tuple(
    re.compile(f"(?i){pattern}")
    for pattern in (
        # The year of a regulation or a letter is not the list's: `PP 94 TAHUN 2021`, `UU 5/2014`, `PermenPANRB No. 6 Th 2022`.
        rf"\b{_LAW}\b[^,;]*?\b\d+\w*(?:[/.\-]\w+)*\s+(?:tahun|thn\.?|th\.?)\s+\d{{4}}",
        rf"\b{_LAW}\b[^,;:\d]*\b\d{{1,3}}\s?[/\-]\s?(?:19|20)\d\d\b(?!\s?[/\-])",
        r"\b(?:nomor|no)\b[.:\s]*\S*\d\S*(?:\s+(?:tahun|thn\.?|th\.?)\s+\d{4})?",
        r"\b(?:jalan|jln?|telp|telepon|fax|faks\w*|kode\s+pos|kotak\s+pos|e-?mail|laman|website|situs)\b[^|]*",
        r"\bsebelas\s+maret\b",
    )
)
_LONG: Final = frozenset(
    re.findall(
        "[a-z]+",
        "januari februari pebruari maret april mei juni juli agustus september oktober november nopember desember",
    )
)
_MONTH: Final = rf"(?<![a-z])(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-z])\.?"
_OF: Final = r"(?:(?:tahun(?:\s+anggaran)?|thn\.?|th\.?|t\.?a\.?)\s*:?\s*)?"
_YEAR: Final = r"(?:19|20)\d\d(?!\d)"
_OF_YEAR: Final = rf"\s*[-/.,(]?\s*{_OF}{_YEAR}"
_TO: Final = r"(?:\bs\s?[./]?\s?d\b\.?|\bsampai(?:\s+(?:dengan|dgn))?\b|\bhingga\b|[-–—~])"
_AND: Final = r"(?:,|&|\+|/|\bdan\b|\bserta\b)"
_NUMBER: Final = r"(?:I{1,3}|IV|[1-4])\b"
_SPELT: Final = {"pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "satu": 1, "dua": 2, "tiga": 3, "empat": 4}
_NUMBERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4} | _SPELT
_PART: Final = r"(?:tri\s?wulan|tw|[kq]uartal|semester|smt|catur\s?wulan|cawu)"
_POINT: Final = re.compile(
    "(?i)"
    + "|".join(
        (
            rf"(?<![\w/])(?P<iso>{_YEAR}-\d{{1,2}}-\d{{1,2}})(?!\d)",
            rf"(?<![\d/.-])(?P<day>\d{{1,2}})\s?[-/.\s]\s?(?P<of>{_MONTH}|\d{{1,2}})\s?[-/.,\s]\s?{_OF}(?P<of_year>{_YEAR})",
            rf"(?<![\d/.-])(?P<short>\d{{1,2}}[-/.](?:\d{{1,2}}|{_MONTH})[-/.]\d\d)(?![\d/.-])",
            rf"(?<![\d/.-])(?P<pday>\d{{1,2}})[-.\s]\s?(?P<pof>{_MONTH})",
            rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?=\s*{_TO}\s*\d{{1,2}}\s?[-/.\s]\s?(?:{_MONTH}|\d{{1,2}}\s?[-/.]))",
            rf"(?<!\w)(?P<part>{_PART})[\s.:\-]*(?:ke\s*-?\s*)?(?P<which>{_NUMBER}|(?:{'|'.join(_SPELT)})\b)"
            rf"(?P<more>(?:\s*(?:{_TO}|{_AND})\s*(?:{_PART}[\s.]*)?{_NUMBER})*)(?P<part_year>{_OF_YEAR})?",
            rf"\bbulan\s*:?\s*(?:ke\s*-?\s*)?(?P<number>0?[1-9]|1[0-2])(?![\d/])(?:\s*{_TO}\s*(?P<to>0?[1-9]|1[0-2])(?!\d))?(?P<number_year>{_OF_YEAR})?",
            rf"(?P<month>{_MONTH})(?P<month_year>{_OF_YEAR})",
            rf"(?<![\d/.-])(?P<figure>0?[1-9]|1[0-2])\s?[-/]\s?(?P<figure_year>{_YEAR})(?!\s?[-/]\s?\d)",
            rf"(?P<alone>{_MONTH})",
            rf"(?<![\d.])(?P<year>{_YEAR})",
            r"\b(?P<now>sekarang|saat\s+ini|kini|hari\s+ini)\b",
        )
    )
)
_FILL: Final = r"(?:[\s:,.(|]|\b(?:bulan|tahun(?:\s+anggaran)?|thn|th|tanggal|tgl|akhir|awal|per|keadaan|pada|hari)\b)*"
_BETWEEN: Final = re.compile(rf"(?i){_FILL}(?:{_TO}[\s(]*)+{_FILL}")
_BESIDE: Final = re.compile(rf"(?i)[\s)]*(?:{_AND}\s*)+{_FILL}")
_WEEKDAYS: Final = r"senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad"
_BEFORE: Final = rf"(?:[\s:,.(|=-]|\b(?:data|pegawai|asn|pns|pada|per|di|bulan|tahun(?:\s+anggaran)?|thn|th|tanggal|tgl|hari|akhir|keadaan|{_WEEKDAYS})\b)*\Z"
_STATE: Final = re.compile(
    r"(?i)\b(?:keadaan|kondisi|posisi|status|per|pertanggal|as\s+of|cut\s?-?off|terakhir|akhir"
    r"|up\s?dated?|dicetak|cetak|print\w*|di\s?unduh|unduh\w*|download\w*|di\s?tarik|tarik|penarikan|diambil|diolah|eksp?or|export"
    rf"|diperbaha?rui|pembaruan|dimutakhirkan|pemutakhiran|mutakhir)\b{_BEFORE}"
)
_ENDS: Final = re.compile(rf"(?i)(?P<mark>\bs\s?[./]?\s?d\b\.?|\bsampai(?:\s+(?:dengan|dgn))?\b|\bhingga\b){_BEFORE}")
_BEGINS: Final = re.compile(rf"(?i)\b(?:sejak|semenjak|mulai|terhitung(?:\s+mulai)?|dari){_BEFORE}")
_BEYOND: Final = re.compile(rf"(?i)\b(?P<mark>sebelum|setelah|sesudah|awal|pertengahan|tengah){_BEFORE}")
_AT_END: Final = re.compile(rf"(?i)\bakhir{_BEFORE}")
_MADE: Final = re.compile(rf"(?i)(?:,|\()\s*(?:(?:tanggal|tgl\.?|{_WEEKDAYS})\b[\s,/:]*)*\Z")
_ALL_BUT: Final = re.compile(rf"(?i)[\s(]*(?:(?:hari|tanggal|tgl\.?|{_WEEKDAYS})\b[\s,/:]*)*\Z")
_OF_MONTH: Final = re.compile(r"(?i)\bbulan\s*:?\s*\Z")
_SCHOOLS: Final = re.compile(r"(?i)sd")
_OF_SCHOOL: Final = re.compile(
    r"(?i)\bsemester\s+(?:ganjil|gasal|genap)\b|\btahun\s+(?:pelajaran|ajaran|akademik)\b|\bt\.?\s?p\.?\s+(?:19|20)\d\d"
)
"""Years that begin in summer, on a day that nobody says."""
_RELATIVE: Final = re.compile(
    r"(?i)\b(?:\d+|beberapa|dua|tiga|empat|lima|enam|sepuluh)\s*(?:\(\s*\w+\s*\)\s*)?(?:tahun|thn|bulan|bln|semester|triwulan|minggu)\s+(?:terakhir|ke\s*belakang)\b"
    r"|\b(?:tahun|bulan|semester|triwulan|minggu|periode)\s+(?:ini|lalu|berjalan|kemarin|terakhir|sebelumnya)\b"
)
_PARTLY: Final = re.compile(
    r"(?i)\bparuh\b|\b(?:\d+|tiga|empat|enam)\s+bulan\s+(?:pertama|kedua|ketiga|keempat|awal|akhir)\b"
    r"|\bminggu\s+(?:ke\b\W*[1-5]|(?:ke\b\W*)?(?:I{1,3}|IV|V|pertama|kedua|ketiga|keempat|kelima))\b"
)
"""Parts of a year or a month of which the whole must not be taken for what the list tells of."""


def times_in(titles: Sequence[str], *, sheet: bool = False) -> Times:
    """Return the times that titles name; parts of a line that stand in other cells are parted by `|`.

    A month without a year is of the only year that the titles name. `sheet`: the name of a sheet says times more shortly.
    """
    named = [_points_in(_bare(title), sheet=sheet) for title in titles]
    years = {point.year for _text, points in named for point in points if point.year}
    year = years.pop() if len(years) == 1 else None
    spans: list[tuple[str, str]] = []
    others: dict[str, list[str]] = {"until": [], "since": [], "placeless": []}
    whole: list[bool] = []
    absorbed, unclear = False, False
    for text, points in named:
        # `DUA TAHUN TERAKHIR (2024 DAN 2025)` says which.
        loose = _RELATIVE.search(text) is not None and not any(point.year for point in points)
        unclear = unclear or loose or any(vague.search(text) for vague in (_OF_SCHOOL, _PARTLY))
        for what, first, last, told, yearless in _read(text, points, year):
            unclear = unclear or what == "unclear"
            absorbed = absorbed or (yearless and what == "span")
            if what == "span" and first is not None and last is not None:
                spans.append((first, last))
                whole.append(told == "year")
            elif what in others and (day := last if what == "until" else first) is not None:
                others[what].append(day)
    if absorbed:
        # `BULAN JANUARI S.D. JUNI`, and below it `TAHUN 2026`: the year is that of the months.
        spans = [span for span, of_year in zip(spans, whole, strict=True) if not of_year]
        whole = [False]
    return Times(
        tuple(dict.fromkeys(spans)),
        tuple(others["until"]),
        tuple(others["since"]),
        tuple(others["placeless"]),
        unclear,
        all(whole),
    )


def _bare(title: str) -> str:
    for masked in _MASKED:
        title = masked.sub(lambda match: "*" * len(match[0]), title)
    return title


def _points_in(text: str, *, sheet: bool) -> tuple[str, list[_Point]]:
    return text, [point for match in _POINT.finditer(text) if (point := _point(match, text, sheet=sheet)) is not None]


def _point(match: re.Match[str], text: str, *, sheet: bool) -> _Point | None:
    """Return what a match names; None where a short word is no month."""
    at, end = match.span()
    told = match.groupdict()
    if told["iso"]:
        year, month, day = map(int, told["iso"].split("-"))
        return _Point(at, end, "day", year, (month, month), day)
    if told["day"]:
        month = _month(told["of"])
        return _Point(at, end, "day", int(told["of_year"]), (month, month), int(told["day"]))
    if told["short"]:
        return _Point(at, end, "bad")
    if told["pday"]:
        month = _month(told["pof"])
        return _Point(at, end, "day", None, (month, month), int(told["pday"]), named=False)
    if told["first"]:
        return _Point(at, end, "day", None, (0, 0), int(told["first"]), named=False)
    if told["part"]:
        return _part(match)
    if told["number"]:
        first, last = int(told["number"]), int(told["to"] or told["number"])
        return _Point(at, end, "month", _year_of(told["number_year"]), (first, last))
    if told["month"] or told["figure"]:
        month = _month(told["month"] or told["figure"])
        return _Point(at, end, "month", _year_of(told["month_year"] or told["figure_year"]), (month, month))
    if told["alone"]:
        word = told["alone"].rstrip(".").lower()
        named = word in _LONG or (sheet and not text[:at].strip(" .-_"))
        return _Point(at, end, "month", None, (MONTHS[word], MONTHS[word]), named=named)
    if told["now"]:
        return _Point(at, end, "now")
    return _Point(at, end, "year", int(told["year"]))


def _part(match: re.Match[str]) -> _Point:
    """Return the half, third or quarter of a year, or several that follow one another: `TRIWULAN I S.D. III`."""
    name = match["part"].lower()
    months = 3 if name[0] in "kq" or name.startswith("t") else 4 if name.startswith("c") else 6
    more = [_NUMBERS[one.lower()] for one in re.findall(_NUMBER, match["more"] or "", re.IGNORECASE)]
    numbers = [_NUMBERS[match["which"].lower()], *more]
    ranged = len(numbers) == 2 and re.search(f"(?i){_TO}", match["more"]) is not None
    apart = not ranged and any(b != a + 1 for a, b in pairwise(numbers))
    first, last = (numbers[0] - 1) * months + 1, numbers[-1] * months
    if apart or first > last or last > 12:
        return _Point(*match.span(), "bad")
    return _Point(*match.span(), "part", _year_of(match["part_year"]), (first, last))


def _month(word: str) -> int:
    return int(word) if word.isdigit() else MONTHS[word.rstrip(".").lower()]


def _year_of(text: str | None) -> int | None:
    found = re.search(_YEAR, text) if text else None
    return int(found[0]) if found else None


_Read = tuple[str, str | None, str | None, str, bool]
"""What it is, its first and last day, what it names, and whether its year was said elsewhere."""


def _read(text: str, points: Sequence[_Point], year: int | None) -> Iterator[_Read]:
    """Yield what each point of a text says, two of them that a word joins as one."""
    place, behind = 0, 0
    while place < len(points):
        point = points[place]
        before = text[behind : point.at]
        other = points[place + 1] if place + 1 < len(points) else None
        if other is not None and _BETWEEN.fullmatch(text[point.end : other.at]):
            yield _range(point, other, year)
            place, behind = place + 2, other.end
            continue
        if other is not None and point.year is None and _BESIDE.fullmatch(text[point.end : other.at]):
            point = point.of(other.year)  # `JANUARI DAN FEBRUARI 2026`
        yield _alone(point, before, text[point.end :], year)
        place, behind = place + 1, point.end


def _range(point: _Point, other: _Point, year: int | None) -> _Read:
    """Return the time from one point to another, each completed by the other: `1 S.D. 30 JUNI 2026`, `TAHUN 2026 S.D. JUNI`."""
    if other.what == "now":
        first = point.of(year).first
        return ("since" if first else "unclear"), first, None, point.what, False
    last_year = other.year or point.year or year
    last = other.of(last_year)
    month = last.months[0] if point.months == (0, 0) else None
    begins, ends = point.of(last_year, month).first, last.last
    if "bad" in (point.what, other.what) or begins is None or ends is None or begins > ends:
        return "unclear", None, None, "", False
    told = "year" if point.what == other.what == "year" else "other"
    return "span", begins, ends, told, not (point.year or other.year)


def _alone(point: _Point, before: str, behind: str, year: int | None) -> _Read:
    """Return what one point says by the words before it."""
    yearless = point.year is None
    certain = point.named or _OF_MONTH.search(before) is not None
    full = point.of(year)
    first, last = full.first, full.last
    ends = _ENDS.search(before)
    if ends is not None and point.what == "year" and _SCHOOLS.fullmatch(ends["mark"]):
        ends = None  # `GURU SD 2025`
    if point.what == "now":
        return ("nothing" if ends else "unclear"), None, None, "", False
    state = _STATE.search(before) and (point.what != "year" or _AT_END.search(before))
    begins, beyond = _BEGINS.search(before), _BEYOND.search(before)
    if not (certain or ends or state or begins or beyond):
        return "nothing", None, None, "", False
    if point.what == "bad" or first is None or last is None:
        return "unclear", None, None, "", False
    if beyond is not None:
        if beyond["mark"].lower() == "sebelum":
            return "until", None, _next(first, -1), point.what, yearless
        after = beyond["mark"].lower() in ("setelah", "sesudah")
        return ("since" if after else "unclear"), _next(last, 1), None, point.what, yearless
    if ends or state:
        return "until", first, last, point.what, yearless
    if begins:
        return "since", first, None, point.what, yearless
    if point.what != "day":
        return "span", first, last, point.what, yearless
    made = _MADE.search(before) or (_ALL_BUT.fullmatch(before) and behind.strip(" .)|*")[:1] == "")
    return ("until" if made else "placeless"), first, last, point.what, yearless


def _next(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
