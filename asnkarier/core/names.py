"""Names of units and posts as people write them: folded for comparing, told apart from the duties written beside them."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Literal, NamedTuple

from .text import folded_name

Acting = Literal["definitif", "plt", "plh", "pj", "tambahan"]

_STRUCTURAL = re.compile(
    r"^(kepala|sekretaris|asisten|camat|lurah|inspektur|direktur|wakil|staf ahli|ketua|walikota|wali kota|kabid|kasi|kasubbag)\b"
)
_OLD_EXPERT = re.compile(r"^(?P<stem>.+?) (?P<level>pertama|muda|madya|utama)$")
_OLD_SKILLED = (
    (re.compile(r"^(.+) pelaksana pemula$"), r"\1 pemula"),
    (re.compile(r"^(.+) pelaksana lanjutan$"), r"\1 mahir"),
    (re.compile(r"^(.+) pelaksana$"), r"\1 terampil"),
)
_NO_FUNCTION = frozenset(("staf", "staff", "jabatan", "pegawai", "petugas", "tenaga", "anggota", "pejabat", "calon"))
"""First words of posts that are no functional ones, so that `pelaksana` in them is no level."""

_WORDS = r"(plt|plh|pjs|pj|pelaksana\s+tugas|pelaksana\s+harian|penjabat|pejabat\s+sementara)"
_ACTING = re.compile(rf"(?i)^{_WORDS}\b\.?\s*[:\-]?\s*(?=\w)")
_ACTING_AFTER = re.compile(rf"(?i)(?:\s*[,(\-\u2013/]|\s(?!pjs?\s*\Z))\s*{_WORDS}\s*\.?\s*\)?\s*\Z")
"""The word after the name: `Kepala Bidang Data (Plt.)`. A bare `PJ` may be part of the name."""
_BESIDE = (
    re.compile(
        r"(?i)\s*\(\s*((?:kepala|wakil\s+kepala|wakil|plt|plh|pj|ketua|koordinator|sub[\s\-]*koordinator|bendahara|wali)\b[^()]*|\w+\s+koordinator)\s*\)\s*\Z"
    ),
    re.compile(r"(?i)\s*[,(\-]?\s*\b(?:selaku|sebagai|merangkap|diperbantukan\s+sebagai)\s+(.+?)\)?\s*\Z"),
    re.compile(rf"(?i)(?:\s*[/;+&,]|\s+[\-\u2013])\s*({_WORDS.replace('(', '(?:', 1)}\b\.?\s*\w.*)\Z"),
)
"""A duty in brackets, after `selaku`, or after a stroke, comma or dash: what stands before it is the post."""

_FIRST_OF_POSTS = frozenset(
    """
    administrator analis apoteker arsiparis asesor asisten auditor bendahara bidan dokter fasilitator guru instruktur
    operator pelaksana penata penelaah pengadministrasi pengawas pengelola pengolah penguji penyuluh perancang perawat
    perencana polisi pranata pustakawan staf statistisi surveyor teknisi verifikator widyaiswara
    """.split()  # noqa: SIM905 - a list of words reads better than a column of quotes
)
_LAST_OF_POSTS = frozenset(("pemula", "terampil", "mahir", "penyelia", "pertama", "muda", "madya", "utama"))
"""First and last words by which a name after a stroke is a post of its own, and no other half of the name before it."""

LONG_WORD = 8
"""From this many letters on a word may hold two wrong letters, not only one."""

_SHORTEST_WORD = 4
_JOINING = frozenset(("dan",))
"""Words of three letters that an ordinary one of four begins with, and that stand in names of their own."""
_ENDING = "an"
"""What makes another word of a word: `Perawat` and `Perawatan` are two things."""

ORDINARY = frozenset(
    """
    pemula terampil mahir penyelia pertama muda madya utama
    aset bagian bidan bidang dana data daerah darah darat desa jalan jasa kasus khusus kota kata laut pajak pasar
    sarana sasaran sidang tata timur barat utara udara umum hukum pidana perdata pemuda pemudi
    limbah lembah instalasi instansi informasi inovasi investasi mutasi produksi proteksi promosi provinsi
    keamanan keagamaan kehutanan kelautan kelurahan keluarga kependudukan kependidikan kepegawaian kepengawasan
    kebidanan kebinaan kebudayaan kebakaran kearsipan
    pelaporan pelayanan pelayaran pelatihan penelitian penerbitan penerbangan penerimaan penertiban
    pengadaan pengaduan pengadilan pengamanan pengamatan pengawal pengawas pengelola pengolah pengelolaan
    pengolahan pengkaji penguji pengkajian pengujian penanaman penanganan penataan pendataan penata pendata
    pendidik penyidik pendidikan penyidikan penyuluh penyuluhan penagihan penugasan
    pemeriksaan pemeliharaan pembukuan pembakuan pembinaan pemasaran
    perawat perawatan perencana perencanaan perikanan perizinan perindustrian pertanian pertanahan pertahanan
    pertambangan perkembangan perkebunan perumahan perubahan perlindungan perlengkapan
    """.split()  # noqa: SIM905 - a list of words reads better than a column of quotes
)
"""Words of units and posts that stand one or two letters from another such word (`Pengadaan`, `Pengaduan`): never a slip."""


@lru_cache(maxsize=65_536)
def folded(name: str) -> str:
    """Fold a name for comparing: case, spacing, punctuation and compatibility forms do not count."""
    return folded_name(name)


@lru_cache(maxsize=65_536)
def folded_position(name: str) -> str:
    """Fold the name of a post; a JF under its old name folds to the new one ("Guru Pertama" to "guru ahli pertama")."""
    key = folded(name)
    if _STRUCTURAL.match(key) or key.partition(" ")[0] in _NO_FUNCTION:
        return key
    for old, new in _OLD_SKILLED:
        if old.match(key):
            return old.sub(new, key)
    expert = _OLD_EXPERT.match(key)
    if expert and not expert["stem"].endswith(" ahli"):
        return f"{expert['stem']} ahli {expert['level']}"
    return key


@lru_cache(maxsize=65_536)
def is_structural(name: str) -> bool:
    """Whether a post by its name leads something, and so belongs to one unit."""
    return bool(_STRUCTURAL.match(folded(name)))


_ACTING_KINDS: dict[str, Acting] = {
    "plt": "plt",
    "pelaksana tugas": "plt",
    "plh": "plh",
    "pelaksana harian": "plh",
    "pj": "pj",
    "pjs": "pj",
    "penjabat": "pj",
    "pejabat sementara": "pj",
}


class Held(NamedTuple):
    """What a cell says a person holds: the definitive post (None where only an acting one is named), and a duty beside it."""

    post: str | None
    duty: str | None
    acting: Acting


@lru_cache(maxsize=65_536)
def held(text: str) -> Held:
    """Tell the definitive post from a duty: "Plt. Camat X" and "Camat X (Plt)" are a duty alone.

    "Guru … (KEPALA SEKOLAH …)" and "Plt. Camat X / Analis" are both.
    """
    clean = " ".join(text.split())
    if match := _ACTING.match(clean):
        duty, stroke, post = clean[match.end() :].strip().partition(" / ")
        if stroke and _is_post(post):
            return Held(post.strip(), duty.strip(), _word(match))
        return Held(None, duty + stroke + post, _word(match))
    if (match := _ACTING_AFTER.search(clean)) and match.start() > 0:
        return Held(None, clean[: match.start()].rstrip(" ,-\u2013/"), _word(match))
    for pattern in _BESIDE:
        if (match := pattern.search(clean)) and match.start() > 0:
            post, duty = clean[: match.start()].strip(), match[1].strip()
            if inner := _ACTING.match(duty):
                return Held(post, duty[inner.end() :].strip(), _word(inner))
            return Held(post, duty, "tambahan")
    return Held(clean, None, "definitif")


def _is_post(name: str) -> bool:
    words = folded(name).split()
    return bool(words) and (is_structural(name) or words[0] in _FIRST_OF_POSTS or words[-1] in _LAST_OF_POSTS)


def _word(match: re.Match[str]) -> Acting:
    return _ACTING_KINDS[" ".join(match[1].lower().split())]


def distance(one: str, other: str, most: int = 2) -> int:
    """Return how many letters to change, add or drop (or swap with a neighbour); `most` + 1 when it is more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


_CITY = re.compile(r" (?:kota|kabupaten|provinsi) \w[\w ]*\Z")


def city_in(name: str) -> str:
    """Return the folded city, kabupaten or province in an institution's name: `kota contoh` of `Pemerintah Kota Contoh`."""
    match = _CITY.search(f" {folded(name)}")
    return match[0].strip() if match else ""


def without_city(key: str) -> str:
    """Return a folded name of at least two words without the city behind it."""
    short = _CITY.sub("", key)
    return short if " " in short else key


def slipped(new: str, known: str, words: Container[str] = ()) -> bool:
    """Whether the folded name `new` is `known` with at most two wrong letters, or with a word cut in two or two run together.

    A slip happens inside a word and leaves no word behind: what an ordinary word says, or a word of another name (`words`), is
    meant as written. Numbers and words of up to three letters are always meant ("SDN 1" is not "SDN 2", "Seksi A" not "Seksi B"),
    but for an ordinary word of four that lacks one ("Pengelola Dat"); and so is a word that differs in its first letter, in a fourth of
    its letters, or by an ending.
    """
    if new == known or abs(len(new) - len(known)) > 2:
        return False
    these, those = new.split(), known.split()
    if len(these) != len(those):
        joined = "".join(these)
        return joined == "".join(those) and joined.isalpha()
    letters = 0
    for this, that in zip(these, those, strict=True):
        if this == that:
            continue
        if not _slip(this, that) or this in ORDINARY or this in words:
            return False
        letters += distance(this, that)
    return letters <= 2


def _slip(this: str, that: str) -> bool:
    shorter, longer = sorted((this, that), key=len)
    if not (this.isalpha() and that.isalpha()):
        return False
    if len(this) == _SHORTEST_WORD - 1 and len(that) == _SHORTEST_WORD and that in ORDINARY:
        return this not in _JOINING and this[0] == that[0] and distance(this, that) == 1
    if len(shorter) < _SHORTEST_WORD:
        return False
    if this[0] != that[0] and this[:2] != that[1::-1]:
        return False
    if longer == shorter + _ENDING:
        return False
    return distance(this, that) <= (2 if len(longer) >= LONG_WORD else 1)


_IN_FULL = {
    "bag": "bagian",
    "bid": "bidang",
    "dinkes": "dinas kesehatan",
    "dinsos": "dinas sosial",
    "disdik": "dinas pendidikan",
    "disdukcapil": "dinas kependudukan dan pencatatan sipil",
    "dishub": "dinas perhubungan",
    "diskominfo": "dinas komunikasi dan informatika",
    "disnaker": "dinas tenaga kerja",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "pkm": "puskesmas",
    "rsud": "rumah sakit umum daerah",
    "sdn": "sd negeri",
    "sman": "sma negeri",
    "smkn": "smk negeri",
    "smpn": "smp negeri",
    "subbag": "sub bagian",
    "subbagian": "sub bagian",
    "subbid": "sub bidang",
    "subbidang": "sub bidang",
    "tkn": "tk negeri",
}
"""How offices shorten words of units, each with what it stands for."""
_SCHOOLS = (("sekolah dasar", "sd"), ("sekolah menengah pertama", "smp"), ("taman kanak kanak", "tk"))


@lru_cache(maxsize=65_536)
def in_full(key: str) -> str:
    """Return a folded name of a unit with its shortened words in full and its numbers without zeros before them.

    `sdn 012` and `sd negeri 12` are the same in full; a name that is shortened nowhere stays as it is.
    """
    words = " ".join(_IN_FULL.get(word) or (str(int(word)) if word.isdecimal() else word) for word in key.split())
    for long, short in _SCHOOLS:
        words = words.replace(long, short)
    return words


class Near:
    """Known folded names, found again by a name that may be one of them with a slip of the pen."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._alike: dict[tuple[str, ...], list[int]] = {}
        for place, name in enumerate(self._names):
            for key in (_heads(name), ("".join(name.split()),)):
                self._alike.setdefault(key, []).append(place)

    def of(self, name: str) -> list[str]:
        """Return what `slipped` may find in the name, and more, in the order in which the names were given."""
        heads, words = _heads(name), name.split()
        swapped = [
            (place, word[1]) for place, word in enumerate(words) if len(word) >= _SHORTEST_WORD and word.isalpha()
        ]
        keys = [("".join(words),), heads]
        for count in (1, 2):  # the first two letters of a word, or of two words, are exchanged
            for places in combinations(swapped, count):
                other = list(heads)
                for place, letter in places:
                    other[place] = letter
                keys.append(tuple(other))
        short = [place for place, word in enumerate(words) if len(word) == _SHORTEST_WORD - 1 and word.isalpha()]
        for count in (1, 2):  # a short word may be a longer one that lacks a letter
            for lacking in combinations(short, count):
                keys.append(tuple(word[0] if place in lacking else word for place, word in enumerate(heads)))
        found = {place for key in dict.fromkeys(keys) for place in self._alike.get(key, ())}
        return [self._names[place] for place in sorted(found)]


def _heads(name: str) -> tuple[str, ...]:
    """Return the first letter of each word, and whole what is always meant: short words and numbers."""
    return tuple(word[0] if len(word) >= _SHORTEST_WORD and word.isalpha() else word for word in name.split())


def spelt_twice(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of folded names of which one may be the other with a slip of the pen, each pair once, in order of the names.

    What says a word that stands in a second name too is meant as written.
    """
    each = list(dict.fromkeys(names))
    times = Counter(word for name in each for word in set(name.split()))
    words = {word for word, count in times.items() if count > 1}
    alike: dict[tuple[str, ...], list[str]] = {}
    for name in each:
        parts = name.split()
        alike.setdefault(("".join(parts),), []).append(name)
        for place, word in enumerate(parts):
            if len(word) >= _SHORTEST_WORD - 1 and word.isalpha():
                alike.setdefault((*parts[:place], "", *parts[place + 1 :]), []).append(name)
    found = {
        (one, other)
        for group in alike.values()
        for one, other in _close(group)
        if slipped(one, other, words) or slipped(other, one, words)
    }
    order = {name: place for place, name in enumerate(each)}
    return sorted(found, key=lambda pair: (order[pair[0]], order[pair[1]]))


_COMPARED = 60
"""So many names of a group are compared each with each; of more, those alone that are alike but for a few letters."""
_MOST_ALIKE = 5_000
"""Of more names that differ in the same word no pair is sought: no list of an office has them."""


def _close(group: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a group, each with the earlier name first, that can be two letters apart.

    Two names so near become the same when up to two letters are taken out of each.
    """
    if len(group) <= _COMPARED:
        yield from combinations(group, 2)
        return
    if len(group) > _MOST_ALIKE:
        return
    start = _shared(group)
    end = min(_shared([name[::-1] for name in group]), min(map(len, group)) - start)
    bare: dict[int, list[int]] = {}
    for place, whole in enumerate(group):
        name = whole[start : len(whole) - end]
        for left in {hash(left) for one in _without_one(name) for left in (one, *_without_one(one))} | {hash(name)}:
            bare.setdefault(left, []).append(place)
    pairs = {pair for places in bare.values() if len(places) <= _COMPARED for pair in combinations(places, 2)}
    for one, other in sorted(pairs):
        yield group[one], group[other]


def _shared(texts: Sequence[str]) -> int:
    """Return how many letters all texts begin with."""
    first, last = min(texts), max(texts)
    return next((place for place, letter in enumerate(first) if letter != last[place]), len(first))


def _without_one(text: str) -> list[str]:
    return [text[:place] + text[place + 1 :] for place in range(len(text))]


class Spelt:
    """Known folded names by their letters without spaces: `Sub Bagian` is `Subbagian`. Names with digits mean their spaces."""

    def __init__(self) -> None:
        self._by_run: dict[str, set[str]] = {}

    def keep(self, key: str) -> None:
        """Remember a folded name."""
        run = key.replace(" ", "")
        if run.isalpha():
            self._by_run.setdefault(run, set()).add(key)

    def known(self, key: str) -> str:
        """Return the one known name that is spelt so but for its spaces, else the name itself."""
        keys = self._by_run.get(key.replace(" ", ""), ())
        return key if len(keys) != 1 or key in keys else next(iter(keys))


class Meant(NamedTuple):
    """What somebody may have meant: the likeliest names, and how many more say the words that were typed."""

    names: list[str]
    more: int


def meant(name: str, known: dict[str, str], most: int = 3) -> Meant:
    """Return what `name` may mean in `known` (folded → as written): the most like it, then those it begins, then those with its words."""
    typed = folded(name)
    words = typed.split()
    begun = [said for key, said in known.items() if typed and key.startswith(typed)]
    saying = [said for key, said in known.items() if words and all(word in key for word in words)]
    found = list(dict.fromkeys([*begun, *saying]))
    names = list(dict.fromkeys([*nearest(name, known, most), *found]))[:most]
    return Meant(names, sum(said not in names for said in found))


def nearest(name: str, known: dict[str, str], most: int = 3) -> list[str]:
    """Return up to `most` of the names in `known` (folded → as written) that are most like `name`, best first."""
    from difflib import get_close_matches

    return [known[key] for key in get_close_matches(folded(name), list(known), n=most, cutoff=0.6)]


_OFFICE = re.compile(
    r"(?i)^(?:kelurahan|desa|uptd?|puskesmas|rsud|rumah\s+sakit|(?:tk|sd|smp|sma|smk)n?|sekolah|taman\s+kanak)\b"
)
"""Units that have parts of the same names as every other of their sort."""
_PART = re.compile(
    r"(?i)^(?:sub\b|subbag|subbagian|subbid|seksi|sie\b|pustu|puskesmas\s+pembantu|poskesdes|instalasi|laboratorium|lab\b|klinik|poli\b|urusan|irban\s|pos\b)"
)
"""Units of units: below the section row of a bidang, a puskesmas, a kelurahan they are parts of it."""


def is_sub_unit(name: str) -> bool:
    """Tell whether a section's name is that of a part of a unit."""
    return _PART.match(name) is not None


def is_office(name: str) -> bool:
    """Tell whether a name is that of a kelurahan, a puskesmas, a school: of what has parts of the same names as all of its sort."""
    return _OFFICE.match(name) is not None and not is_sub_unit(name)
