"""What is written from sound data is read back the same, through xlsx, ods and csv."""

import csv
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.kinds.vocabulary import values
from asnkarier.core.numbers import unscaled
from asnkarier.core.parse.base import nothing
from asnkarier.core.parse.ranks import RANK_NAMES
from asnkarier.core.text import cleaned
from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from tests.ingest.sheetmaker import TODAY, collected, write_xlsx

LETTERS = st.text(alphabet=st.characters(categories=("Lu", "Ll"), max_codepoint=0x24F), min_size=1, max_size=12)
NAMES = (
    st.lists(LETTERS, min_size=2, max_size=4)
    .map(" ".join)
    .filter(lambda text: cleaned(text) == text and not nothing(text))
)
DAYS = st.dates(date(2001, 1, 1), date(2025, 12, 31))
NIPS = st.builds(
    lambda born, month, sex, serial: f"{born:%Y%m%d}{born.year + 22}{month:02}{sex}{serial:03}",
    st.dates(date(1970, 1, 1), date(1978, 12, 31)),
    st.integers(1, 12),
    st.sampled_from("12"),
    st.integers(1, 999),
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "nip": NIPS,
            "name": NAMES,
            "position": NAMES.map(lambda text: f"Analis {text}"),
            "unit": NAMES.map(lambda text: f"Bidang {text}"),
            "golongan": st.sampled_from(list(RANK_NAMES)),
            "golongan_since": DAYS,
            "education": st.sampled_from(["SLTA", "D-III", "S1", "S2"]),
            "status": st.sampled_from(values("status")),
        }
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda person: person["nip"],
)
FIELDS = ("nip", "name", "position", "unit", "golongan", "golongan_since", "education", "status")


def write_csv(path: Path, rows: list[list[Any]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def write_ods(path: Path, rows: list[list[Any]]) -> Path:
    import zipfile

    from tests.sheets.test_formats import ODS_CONTENT

    def cell(value: Any) -> str:
        if isinstance(value, date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"><text:p>x</text:p></table:table-cell>'
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, int | float):
            return f'<table:table-cell office:value-type="float" office:value="{value!r}"><text:p>x</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'

    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", ODS_CONTENT.format(rows=body))
    return path


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=PEOPLE)
def test_rosters_read_back_the_same(tmp_path: Path, people: list[dict[str, Any]]) -> None:
    labels = [KINDS["roster"].field(field).label for field in FIELDS]
    typed = [labels, *[[person[field] for field in FIELDS] for person in people]]
    shown = [[f"{cell:%d-%m-%Y}" if isinstance(cell, date) else cell for cell in row] for row in typed]
    expected = [
        {**person, "golongan_since": person["golongan_since"].isoformat(), "position_kind": None} for person in people
    ]
    for file in (
        write_xlsx(tmp_path / "a.xlsx", {"D": typed}),
        write_ods(tmp_path / "a.ods", typed),
        write_csv(tmp_path / "a.csv", shown),
    ):
        read = collected(read_book(file, ReadOptions(today=TODAY)))
        assert read.found == [], file
        assert [row for _, row in read.rows[0]] == expected, file


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(levels=st.lists(st.integers(0, 500).map(lambda n: n * 100), min_size=3, max_size=3), nip=NIPS, day=DAYS)
def test_levels_read_back_exactly(tmp_path: Path, levels: list[int], nip: str, day: date) -> None:
    head = ["NIP", "Tanggal Asesmen", "Integritas", "Kerja Sama", "Komunikasi"]
    numbers = [unscaled(level) for level in levels]
    expected = {
        "nip": nip,
        "assessed_on": day.isoformat(),
        **{f"level:{name}": level for name, level in zip(head[2:], levels, strict=True)},
    }
    xlsx = write_xlsx(tmp_path / "a.xlsx", {"D": [head, [nip, day, *map(float, numbers)]]})
    comma = write_csv(tmp_path / "a.csv", [head, [nip, day.isoformat(), *(str(n).replace(".", ",") for n in numbers)]])
    for file in (xlsx, comma):
        read = collected(read_book(file, ReadOptions(today=TODAY)))
        assert (read.found, read.row()) == ([], expected), file
