"""What the rows above a list say of all that it tells: the one day on which it was held, and which exam it was."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from asnkarier.core.parse.dates import MONTHS, read_date, year_in_title
from asnkarier.ingest.header.headers import of_kind

HELD_ON: Final[Mapping[str, str]] = {"assessments": "assessed_on", "exams": "taken_on", "successions": "effective_on"}
"""Kinds of what many did on one day, or one decree changed, and the field of that day."""

_TITLES: Final = {
    kind: re.compile(rf"(?i)\b(?:{words})\b[^:]*\b(?:tanggal|tgl\.?)\s+(\d[^:]*)\Z")
    for kind, words in (("assessments", "asesmen|assess?ment|asesment"), ("exams", "uji|ujian|ukom"))
} | {
    "successions": re.compile(
        r"(?i)\b(?:mulai\s+berlaku|berlaku\s+(?:mulai|sejak)|terhitung\s+mulai|tmt)(?:\s+(?:pada|sejak|tanggal|tgl\.?))*\s+(\d[^:]*)\Z"
    )
}

Days = list[tuple[str, str]]
"""Kinds, each with a day."""


def in_title(text: str) -> Days:
    """Return the day that a title names: `PELAKSANAAN ASESMEN TANGGAL 15 JUNI 2024`."""
    read = [(kind, read_date(match[1])) for kind, title in _TITLES.items() if (match := title.search(text))]
    return [(kind, day) for kind, day in read if isinstance(day, str)]


def in_key(name: str, value: str) -> Days:
    """Return the day of a row `Tanggal Asesmen : 15 Juni 2024`; none where it is two days, or the day of something else."""
    kinds = [kind for kind, field in HELD_ON.items() if (e := of_kind(kind).get(name)) and e.fields == (field,)]
    kinds = [kind for kind in kinds if (kind, name) != ("successions", "tanggal")]  # that of the letter
    day = read_date(value) if kinds else None
    return [(kind, day) for kind in kinds] if isinstance(day, str) else []


def days_of(found: Days) -> Mapping[str, str]:
    """Return the day of each kind of which no row says another."""
    return {kind: day for kind, day in found if len({other for of, other in found if of == kind}) == 1}


_MONTH_WORDS: Final = "|".join(MONTHS)
_OF_A_YEAR: Final = re.compile(
    r"(?i)\b(?:e-?kinerja|evaluations|skp|kinerja|prestasi kerja|ppkp|indikator|iku|iki|umpan balik|360|surve[iy])\b"
    r"(?:\s+(?!(?:per|keadaan|posisi|kondisi|nomor|no|sampai|hingga|s\.?/?d|bulan|triwulan|tri|tw|semester|smt|kuartal"
    rf"|{_MONTH_WORDS})\b)[a-z&/.()]+){{0,4}}[\s:\-–(]*((?:19|20)\d\d)\b"
)
"""A title of what is judged year by year that has a year behind it: `REKAP SKP 2025`, without the word `TAHUN`."""
_ANY_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(titles: Sequence[str], sheet: str, dated: str | None) -> int | None:
    """Return the one year that titles and the name of the sheet give what is judged in years; else that of a day in December.

    None where they give two, or a year stands beside others. A list of an earlier day may be of the year before.
    """
    named = sheet.replace("_", " ")
    found: set[int] = set()
    for text in (*titles, named):
        years = set(map(int, _OF_A_YEAR.findall(text)))
        if years and len(set(_ANY_YEAR.findall(_LAWS.sub(" ", text)))) > (2 if dated and dated[:4] in text else 1):
            return None
        found |= years
    if not found:
        told = year_in_title(named) or (int(named) if re.fullmatch(r"20\d\d", named.strip()) else None)
        found |= {told} if told else set()
    if len(found) == 1:
        return found.pop()
    return int(dated[:4]) if dated and dated[5:7] == _DECEMBER and not found else None


_DECEMBER: Final = "12"
_LAWS: Final = re.compile(r"(?i)\b(?:nomor|no\.?)\s*\d+\s*(?:tahun\s*)?\d{4}")


_EXAMS: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), exam)
    for pattern, exam in (
        (r"\buji\s+kompetensi\b|\bukom\b", "uji_kompetensi"),
        (r"\bujian\s+dinas\s+(?:tingkat|tk\.?)?\s*(?:I|1)\b", "ujian_dinas_1"),
        (r"\bujian\s+dinas\s+(?:(?:tingkat|tk\.?)?\s*(?:I|1)\s*(?:dan|&|/|,)\s*)?(?:tingkat|tk\.?)?\s*(?:II|2)\b", "ujian_dinas_2"),
        (r"\bUPKP\b|\bujian\s+penyesuaian\b", "upkp"),
    )
)  # fmt: skip


def exam_in(about: str) -> str | None:
    """Return the exam that the title of a list names; none where it names two."""
    found = {exam for pattern, exam in _EXAMS if pattern.search(about)}
    return found.pop() if len(found) == 1 else None


_LEAVE: Final = re.compile(r"(?i)\b(?:CLTN|cuti\s+di\s*luar\s+tanggungan\s+negara)\b")
_BESIDE_OTHERS: Final = re.compile(r"(?i)\b(?:termasuk|kecuali|tanpa|dan|serta|selain|non)\b|[,/&+]")


def event_in(about: str) -> str | None:
    """Return the event of a list whose title names leave without pay, and nothing beside it."""
    leave = _LEAVE.search(about)
    return "cltn" if leave and not _BESIDE_OTHERS.search(about) else None


_PEOPLE: Final = (
    r"c?pns|asn|pppk|p3k|pegawai|aparatur|sipil|negeri|negara|para|pejabat|fungsional|struktural|karyawan"
    r"|guru|dosen|tenaga|pendidik|kependidikan|kesehatan|orang"
)
_LIST: Final = r"daftar|data|rekap\w*|nominatif|laporan|list|nama"
_LEAVING: Final = tuple(
    (words, told)
    for words, told in (
        (
            rf"masa\s+persiapan\s+pensiun|(?:(?:{_PEOPLE})\s+(?:yang\s+)?|menjalani\s+)MPP(?!\W*(?:kota|kab|prov|di|pada|dpmptsp|dinas|upt)\b)",
            "status=mpp",
        ),
        (r"pensiun|pensiunan|purna\s*(?:tugas|bhakti|bakti)", "event=pensiun"),
        (r"meninggal(?:\s+dunia)?|wafat|tewas|almarhum", "event=meninggal"),
        (r"(?:diberhentikan|pemberhentian)\s+sementara", "status=diberhentikan_sementara"),
        (r"(?:mutasi|perpindahan|pegawai|pns|asn|pppk)\s+(?:yang\s+)?(?:telah\s+|sudah\s+)?ke\s*luar", "event=pindah"),
        (
            r"(?:ke)?pindah(?:an)?(?!\s*(?:masuk|dari|datang|antar|tugas|ruang\w*"
            r"|ke\s+(?:dinas|badan|kecamatan|kelurahan|sekretariat|inspektorat|bagian|bidang|unit|upt|uptd|puskesmas))\b)",
            "event=pindah",
        ),
        (r"berhenti|mengundurkan\s+diri|pengunduran\s+diri", "event=berhenti"),
        (r"diberhentikan|pemberhentian|PTDH|dipecat|pemecatan", "event=diberhentikan"),
        (r"(?:habis|berakhir)(?:nya)?\s+(?:masa\s+)?(?:kontrak|perjanjian)", "event=kontrak_berakhir"),
        (r"(?:kontrak|perjanjian\s+kerja)\s+(?:habis|berakhir)|putus\s+kontrak", "event=kontrak_berakhir"),
        (_LEAVE.pattern.removeprefix("(?i)"), "event=cltn"),
        (r"tugas\s+belajar", "event=tugas_belajar"),
    )
)
"""Words of titles over people who left or are away, with what says so of all of them: the event of a movement, or a status of today."""
_STILL_HERE: Final = re.compile(
    r"(?i)\b(?:akan|menjelang|memasuki|proyeksi|perkiraan|prediksi|estimasi|termasuk|kecuali|tanpa|selain|non|belum|usia\s+pensiun"
    r"|tidak(?!\s+(?:dengan|atas|hormat))|pengangkatan|(?:dalam|dari)\s+jabatan|catatan|keterangan|data\s+terakhir"
    r"|aktif|setelah|sesudah|pasca|berdasarkan|menurut|jumlah|tmt\s+pensiun|pengganti\w*|menggantikan|lowong|kosong|pelayanan\s+publik)\b"
    r"|[:=]\s*\d{1,3}\b(?!\s*[-/.])|\b\d{1,3}\s+(?:orang|org|pegawai|pns)\b"
)
"""Titles that look ahead, leave these people out, count them, tell of posts that were given up or taken, or of the last day on duty."""
_ANY_LEAVING: Final = "|".join(words for words, _told in _LEAVING)
_ALONE: Final = re.compile(rf"(?i)\W*(?:{_ANY_LEAVING})\W*")
_LONGEST_TITLE: Final = 300
"""What is longer is a note."""
_NUMBERING: Final = r"\W*(?:(?:\d{1,2}|[a-z]|[ivx]+)[.)]\s*|lampiran(?:\s+[ivx\d]+)?\W+)?"
_BEFORE: Final = (
    rf"(?:(?:(?:{_LIST})\b[\s\-–]*)+(?:(?:{_PEOPLE}|yang|telah|sudah|sedang|menjalani|mengambil|melaksanakan)\b[\s/]*)*"
    rf"|(?:{_LIST})\b[^,;:(]*(?<!\bdan )(?<!\bserta )\byang\s+(?:(?:telah|sudah|sedang|menjalani|mengambil|melaksanakan)\s+)*"
    rf"|(?P<bare>(?:(?:{_PEOPLE})\b[\s/]*)*(?:(?<=\s)yang\s+(?:(?:telah|sudah)\s+)?(?=.*(?:19|20)\d\d\b))?))"
    r"(?:(?:pemberhentian|diberhentikan|berhenti)\b[^,;:(]*\b(?:karena|hak)\s+)?"
)
"""What leaves no doubt that the word qualifies the people listed: `DAFTAR PNS`, or `DAFTAR … YANG TELAH`. A bare word may be all of a title."""
_BESIDE_STAYING: Final = (
    rf"(?!\W*(?:(?:{_PEOPLE})\W+)*(?:dan\b|serta\b|atau\b|maupun\b|[&/+])(?!\s*(?:yang\s+)?(?:{_ANY_LEAVING})\b))"
)
_TIMES: Final = (
    rf"(?:{_PEOPLE}|{_MONTH_WORDS}|tahun|thn?|bulan|periode|per|s\.?/?d|sampai|tri\s?wulan|tw|semester|[ivx]+|\d+|dini|bup|aps|janda|duda|dunia"
    r"|ke\s*luar|instansi|daerah|atas|permintaan|sendiri|dengan|tidak|hormat|hak|pensiun)"
)
_TITLES_OF_LEAVERS: Final = tuple(
    (re.compile(rf"(?i){_NUMBERING}{_BEFORE}(?:{words})\b{_BESIDE_STAYING}(?(bare)(?:\W*\b{_TIMES}\b)*\W*\Z)"), told)
    for words, told in _LEAVING
)


def leaving_in(text: str, sheet: str) -> str | None:
    """Return what says of everybody in a list what its title does: that they retired, died, moved away, or are on leave.

    None where somebody of the list may be on duty: the word stands beside those who are, or is that of a unit or of a task.
    A word alone may explain a colour above the list; it is a title as the name of the sheet.
    """
    if len(text) > _LONGEST_TITLE or _STILL_HERE.search(text) or (_ALONE.fullmatch(text) and text != sheet):
        return None
    return next((told for title, told in _TITLES_OF_LEAVERS if title.match(text)), None)


_BETWEEN_LEAVING: Final = re.compile(
    rf"(?i)(?:\W|\b(?:{_PEOPLE}|{_TIMES}|[a-z]|yang|telah|sudah|dan|serta|atau|maupun)\b)*"
)


def several_leaving(heading: str) -> set[str]:
    """Return what a heading says of people who left or are away, where all its words do: `PENSIUN, MENINGGAL DAN TUGAS BELAJAR`."""
    if _STILL_HERE.search(heading):
        return set()
    found, rest = set(), heading
    for words, told in _LEAVING:
        rest, times = re.subn(rf"(?i)\b(?:{words})\b", " ", rest)
        found |= {told} if times else set()
    return found if _BETWEEN_LEAVING.fullmatch(rest) else set()


_MONTHS_OF_YEARS: Final = re.compile(rf"(?i)\b({_MONTH_WORDS})\.?\s+(?:tahun\s+|thn?\.?\s+)?((?:19|20)\d\d)(?!\d)")


def looks_ahead(text: str, day: str) -> bool:
    """Tell whether a title names a year or a month after the day: who retires then is on duty."""
    months = (f"{year}-{MONTHS[word.casefold()]:02d}" for word, year in _MONTHS_OF_YEARS.findall(text))
    return any(year > day[:4] for year in _ANY_YEAR.findall(text)) or any(month > day[:7] for month in months)


_BARE_SCORES: Final = frozenset(("nilai", "nilai rata rata", "skor", "score", "nilai akhir"))
_OF_THEIR_SCORES: Final = {
    "evaluations": re.compile(r"(?i)\b(?:skp|kinerja|prestasi|ppk|ppkp|dp3)\b"),
    "feedback": re.compile(r"(?i)\b(?:umpan\s+balik|feedback|360)\b"),
}


_GIVERS: Final = frozenset(("pemberi", "pemberi umpan balik", "responden", "giver"))
"""Headers that only feedback has: who gave the score. `Penilai` and `Sumber` stand in other lists too."""


def tells_score(kind: str, header: str, about: str, beside: Collection[str]) -> bool:
    """Tell whether a score is one of the kind: every exam has marks.

    Below a bare `Nilai` it is only where the title says so, or a column `beside` it tells who gave it.
    """
    if kind not in _OF_THEIR_SCORES or header not in _BARE_SCORES:
        return True
    return bool(_OF_THEIR_SCORES[kind].search(about)) or (kind == "feedback" and not _GIVERS.isdisjoint(beside))


_OF_PERFORMANCE: Final = re.compile(
    r"(?i)\b(?:rekap\w*|hasil|daftar|predikat|evaluasi|penilaian)\b.*\b(?:skp|kinerja)\b"
)


def speaks_of_performance(about: str) -> bool:
    """Tell whether the title of a list is that of evaluations: a roster may have their columns too."""
    return _OF_PERFORMANCE.search(about) is not None
