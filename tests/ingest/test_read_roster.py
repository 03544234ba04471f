from pathlib import Path

import openpyxl

from asnkarier import ingest
from asnkarier.ingest.frames import EndFrame, FindingsFrame, ReadOptions, RowsFrame, SheetFrame

ROWS = [
    ["PEMERINTAH KOTA CONTOH"],
    ["KEADAAN 31 DESEMBER 2025"],
    ["SKPD : Dinas Kesehatan"],
    [],
    ["NO", "NAMA / NIP", "L/P", "PANGKAT", "", "JABATAN", "", "", "Tempat, Tanggal Lahir"],
    ["", "", "", "Gol. Ruang", "TMT", "Nama Jabatan", "Es.", "TMT", ""],
    [1, 2, 3, 4, 5, 6, 7, 8, 9],
    ["I", "SEKRETARIAT"],
    [
        1,
        "Contoh Satu, M.Si.\nNIP. 19700101 199501 1 001",
        "L",
        "III/d",
        "01-04-2015",
        "Sekretaris",
        "III.a",
        "02/01/2020",
        "MEDAN, 01 JAN 1970",
    ],
    ["II", "BIDANG PELAYANAN"],
    [
        2,
        "Contoh Dua\nNIP. 19710202 199602 2 01",
        "P",
        "V/x",
        "31 Februari 2016",
        "Analis",
        "",
        "",
        "MEDAN, 02 PEB 1971",
    ],
    ["", "JUMLAH : 2 orang"],
    [],
    ["", "", "", "", "", "", "", "Contoh, 31 Desember 2025"],
    ["", "", "", "", "", "", "", "KEPALA DINAS"],
    ["", "", "", "", "", "", "", "NIP. 19650101 199001 1 001"],
]


def test_an_office_list_comes_back_whole_through_the_child(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(row)
    for merged in ("D5:E5", "F5:H5", "A5:A6", "B5:B6", "C5:C6", "I5:I6"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "daftar.xlsx")
    frames = list(ingest.read(tmp_path / "daftar.xlsx", ReadOptions(today="2026-06-01")))
    head = next(frame for frame in frames if isinstance(frame, SheetFrame))
    assert (head.kind, head.header_row, head.dated) == ("roster", 5, "2025-12-31")
    rows = [frame for frame in frames if isinstance(frame, RowsFrame)]
    assert [frame.rows for frame in rows] == [[9]]
    person = dict(zip(head.fields, (column[0] for column in rows[0].columns), strict=True))
    assert person == {
        "name": "Contoh Satu, M.Si.",
        "nip": "197001011995011001",
        "sex": "L",
        "golongan": "III/d",
        "golongan_since": "2015-04-01",
        "position": "Sekretaris",
        "echelon": "III.a",
        "position_since": "2020-01-02",
        "birth_date": "1970-01-01",
        "unit": "SEKRETARIAT",
        "agency": "Dinas Kesehatan",
        "position_kind": "administrator",
    }
    found = [
        (finding.code, finding.cell)
        for frame in frames
        if isinstance(frame, FindingsFrame)
        for finding in frame.findings
    ]
    assert found == [("nip_length", "B11"), ("golongan_unknown", "D11"), ("date_impossible", "E11")]
    end = next(frame for frame in frames if isinstance(frame, EndFrame))
    assert (end.read, end.delivered, end.rejected, end.skipped) == (9, 1, 1, 7)
