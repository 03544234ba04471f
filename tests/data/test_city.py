"""The sample city's workbooks are the ones its script makes, and they tell a story that holds together."""

import csv
import importlib
import itertools
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from python_calamine import CalamineWorkbook

DATA = Path(__file__).parents[2] / "data"
SHORTLIST_DAY = date(2026, 6, 30)


@pytest.fixture(scope="module")
def city() -> Iterator[ModuleType]:
    """`data/` on the path, so that the generator's modules can be asked directly."""
    sys.path.insert(0, str(DATA))
    try:
        yield importlib.import_module("make_city")
    finally:
        sys.path.remove(str(DATA))


@pytest.fixture(scope="module")
def built(city):
    return city.build()


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("city")
    subprocess.run([sys.executable, str(DATA / "make_city.py"), str(folder)], check=True, timeout=120)
    return folder


def workbooks(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.xlsx"), *folder.glob("*.csv")])


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    if path.suffix == ".csv":
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {path.stem: [tuple(row) for row in csv.reader(file, delimiter=";")]}
    book = CalamineWorkbook.from_path(path)
    return {name: [tuple(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


@pytest.fixture(scope="module")
def sheets() -> dict[str, dict[str, list[tuple[object, ...]]]]:
    """Every cell of the committed workbooks: file → sheet → rows."""
    return {path.name: cells(path) for path in workbooks(DATA)}


def test_the_script_makes_the_committed_workbooks(made, sheets) -> None:
    assert [path.name for path in workbooks(made)] == list(sheets)
    for path in workbooks(made):
        if path.read_bytes() != (DATA / path.name).read_bytes():
            # Another zlib or openpyxl may pack the same cells differently; the cells must be the same.
            assert cells(path) == sheets[path.name], path.name


def test_the_script_makes_the_same_bytes_twice(city, made, tmp_path) -> None:
    city.main(tmp_path)
    assert [path.read_bytes() for path in workbooks(tmp_path)] == [path.read_bytes() for path in workbooks(made)]


def test_the_workbooks_stay_small() -> None:
    assert sum(path.stat().st_size for path in workbooks(DATA)) < 1_500_000


def test_size_and_proportions(built) -> None:
    staff = len(built.people)
    kinds = Counter(person.kind for person in built.people)
    work = Counter(person.category for person in built.people)
    assert 1150 <= staff <= 1250
    assert 0.68 <= kinds["PNS"] / staff <= 0.75
    assert 0.20 <= kinds["PPPK"] / staff <= 0.27
    assert 0.02 <= kinds["PPPK Paruh Waktu"] / staff <= 0.05
    assert 10 <= kinds["CPNS"] <= 40
    assert 0.38 <= work["teacher"] / staff <= 0.42
    assert 0.18 <= work["health"] / staff <= 0.22


def test_units_and_posts(city) -> None:
    from city import structure

    assert 40 <= len(structure.UNITS) <= 50
    assert 140 <= len(structure.POSTS) <= 160
    # Every post of the reorganisation exists on both sides.
    names = {post.name for post in (*structure.POSTS.values(), *structure.OLD_POSTS)}
    units = {unit.name for unit in (*structure.UNITS.values(), *structure.OLD_UNITS)}
    for row in structure.SUCCESSIONS:
        assert {row.old, row.new} <= (units if row.kind == "unit" else names)


def test_nips_are_valid_in_form_and_plainly_invented(built) -> None:
    people = built.everybody
    assert len({person.nip for person in people}) == len(people)
    for person in people:
        nip = person.nip
        assert len(nip) == 18
        assert nip.isdigit()
        assert nip[:8] == person.birth.strftime("%Y%m%d")
        assert nip[8:12] == str(person.appointed.year)
        assert nip[12:14] == ("21" if person.kind.startswith("PPPK") else f"{person.appointed.month:02}")
        assert nip[14] == {"L": "1", "P": "2"}[person.sex]
        assert 900 <= int(nip[15:]) <= 999


def test_ages_fit_the_posts(city, built) -> None:
    from city.calendar import years_between
    from city.people import pension_day

    for person in built.people:
        assert 18 <= years_between(person.birth, person.appointed) <= 47
        assert pension_day(person) > SHORTLIST_DAY
        assert person.appointed <= person.golongan_since <= date(2026, 6, 30)


def test_careers_have_no_holes_and_no_overlaps(built) -> None:
    for person in built.people:
        posts = [stint for stint in person.stints if stint.acting == "Definitif"]
        assert posts[0].since >= person.appointed
        assert [stint for stint in posts if stint.until is None] == posts[-1:]
        for earlier, later in itertools.pairwise(posts):
            assert earlier.since <= earlier.until < later.since
            assert (later.since - earlier.until).days == 1


def test_one_holder_at_most_for_a_structural_post_and_the_examples_are_vacant(city, built) -> None:
    from city.people import VACANT

    held = Counter((person.post.name, person.unit) for person in built.people if person.post.echelon)
    assert max(held.values()) == 1
    assert not set(VACANT) & set(held)
    acting = {
        stint.position
        for person in built.people
        for stint in person.stints
        if stint.acting == "Plt" and stint.until is None
    }
    assert acting == {"Kepala Dinas Kesehatan", "Kepala Bidang Mutasi dan Kinerja Aparatur", "Lurah Sukaharja"}


def test_every_nip_in_the_workbooks_is_on_a_roster(built, sheets) -> None:
    known = {person.nip for person in built.everybody}
    for name, book in sheets.items():
        for rows in book.values():
            for row in rows:
                for value in row:
                    if isinstance(value, str) and len(value) == 18 and value.isdigit():
                        assert value in known, (name, value)


def test_nips_are_text_and_dates_lie_in_the_story(sheets) -> None:
    for name, book in sheets.items():
        for rows in book.values():
            for row in rows:
                for value in row:
                    assert not isinstance(value, int | float) or abs(value) < 10**9, (name, value)
                    if isinstance(value, date):
                        assert date(1960, 1, 1) < value < date(2031, 1, 1), (name, value)


def test_three_years_of_evaluations_have_the_usual_spread(sheets) -> None:
    years = {
        2023: [row[6] for row in sheets["13-kinerja-2023.xlsx"]["SKP 2023"] if row[3] == 2023],
        2024: [row[6] for row in sheets["14-kinerja-2024.xlsx"]["SKP Tahunan 2024"] if row[3] == 2024],
    }
    header, *export = sheets["15-kinerja-2025.csv"]["15-kinerja-2025"]
    assert header[:5] == ("jenis", "id", "nip", "nama", "periode_awal_skp")
    assert len(header) == 31
    years[2025] = [str(row[header.index("hasil_akhir")]).title() for row in export]
    for predicates in years.values():
        spread = Counter(predicates)
        assert len(predicates) > 1000
        assert set(spread) == {"Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang"}
        assert 0.11 <= spread["Sangat Baik"] / len(predicates) <= 0.14
        assert 0.81 <= spread["Baik"] / len(predicates) <= 0.86


def test_assessments_cover_most_of_the_administrators_and_some_have_expired(city, built) -> None:
    from random import Random

    from city import registers

    rows = registers.assessments(Random(1), built.people)
    valid = {row.person.nip for row in rows if row.day >= date(2023, 7, 1)}
    leading = [person for person in built.people if person.post.kind in ("Administrator", "Pengawas")]
    assert 0.55 <= sum(person.nip in valid for person in leading) / len(leading) <= 0.9
    assert any(row.day < date(2023, 7, 1) for row in rows)
    assert {row.layout for row in rows} == {"wide", "long", "recap"}


def years_in(person, kinds: tuple[str, ...], until: date = SHORTLIST_DAY) -> float:
    """Years in definitive posts of `kinds`: what the story promises, summed by hand."""
    days = 0
    for stint in person.stints:
        if stint.acting == "Definitif" and stint.kind in kinds:
            days += ((stint.until or until) - stint.since).days + (1 if stint.until else 0)
    return days / 365.25


def test_the_cast_is_what_its_reasons_say(city, built) -> None:
    leading = ("Administrator", "JF Ahli Madya")
    cast = [person for person in built.people if "role" in person.tags]
    by_reason = {person.tags["role"].why: person for person in cast}
    assert len(by_reason) == len(cast)
    for why, person in by_reason.items():
        if why.startswith("eligible"):
            assert years_in(person, leading) >= 2
            assert person.birth > date(1970, 6, 30)  # 56 years after: 30 June 2026, the day itself
            assert person.tags["assessed"][2] * 9 / 36 >= 0.68
            field = sum(
                ((s.until or SHORTLIST_DAY) - s.since).days
                for s in person.stints
                if s.acting == "Definitif" and s.family == "kesehatan"
            )
            assert field >= 5 * 365
    assert sum(why.startswith("eligible") for why in by_reason) >= 6
    assert sum(why.startswith("undetermined") for why in by_reason) >= 3
    assert sum(why.startswith("not met") for why in by_reason) >= 7
    late = next(person for why, person in by_reason.items() if "one day late" in why)
    assert late.current.since == date(2024, 7, 1)


def test_the_other_examples_have_people_to_choose_from(city, built) -> None:
    # Administrator: pengawas or ahli muda for three years. Pengawas: pelaksana level for four.
    staff = [person for person in built.people if person.kind == "PNS" and person.status == "Aktif"]
    assert sum(years_in(p, ("Pengawas", "JF Ahli Muda")) >= 3 and p.category == "admin" for p in staff) >= 30
    assert sum(years_in(p, ("Pelaksana", "JF Ahli Pertama", "JF Mahir", "JF Terampil")) >= 4 for p in staff) >= 100


def test_the_readmes_count_the_city_right(city, built) -> None:
    from city import structure

    counted = f"{len(built.people):,} staff in {len(structure.UNITS)} units and {len(structure.POSTS)} posts"
    assert counted in (DATA / "README.md").read_text(encoding="utf-8")
    assert f"{len(built.people):,} staff" in (DATA.parent / "README.md").read_text(encoding="utf-8")


def test_the_readme_names_the_cast(city, built) -> None:
    text = (DATA / "README.md").read_text(encoding="utf-8")
    for person in built.people:
        if "role" in person.tags:
            assert f"| {person.nip} | {person.post.name} | {person.tags['role'].why} |" in text
