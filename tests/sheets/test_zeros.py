"""Codes that are numbers are read as their cells show them, whatever the format of the file; other numbers stay what they are."""

import base64
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.scans.scan import Zeros, zeros_in, zeros_of
from tests.ingest.sheetmaker import PNS, PNS_WOMAN, TODAY, Read, collected
from tests.sheets.biff12 import Formula, Percent, Sheet, write_xlsb
from tests.sheets.test_scans import _row, _said, write_ods

OFFICE = shutil.which("soffice")

HEADS = ["Kode Unit", "Unit Kerja", "Perangkat Daerah"]


def read(path: Path, heads: list[str], rows: list[list[Any]], column: int, formats: list[str]) -> Read:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (["DAFTAR UNIT KERJA"], [], heads, *rows):
        sheet.append(row)
    for number, form in enumerate(formats, 4):
        sheet.cell(number, column).number_format = form
    book.save(path / "unit.xlsx")
    return collected(read_book(path / "unit.xlsx", ReadOptions(today=TODAY)))


CODES: list[tuple[Any, str, str]] = [
    (1.1, "0.00", "1.10"),  # the built-in format of two decimals
    (102, "0000", "0102"),
    (1.02, "00.000", "01.020"),
    (12345, "0000", "12345"),
    (1.1, "General", "1.1"),
    (102, "0", "102"),
    (1.123, "0.00", "1.123"),  # more than the cell shows: nobody shortened it on purpose
    (1020, "#,##0", "1020"),
    (10203, '00"."00"."00', "01.02.03"),
    (821, "00-00", "08-21"),
    ("1.10", "0.00", "1.10"),  # a text is what was typed
    (7, '"821."000', "821.007"),
    (1.5, "[$-421]00.00", "01.50"),
]


@pytest.mark.parametrize(("number", "form", "code"), CODES)
def test_a_code_is_what_its_cell_shows(tmp_path: Path, number: Any, form: str, code: str) -> None:
    rows = [[number, "Bidang Umum", "Dinas Sosial"], [7, "Bidang Arsip", "Dinas Sosial"]]
    found = read(tmp_path, HEADS, rows, 1, [form])
    assert [row["unit_code"] for _number, row in found.rows[0]] == [code, "7"]


def test_other_numbers_of_such_a_format_are_read_as_ever(tmp_path: Path) -> None:
    rows = [[PNS, "Contoh Satu", "15-06-2025", 88.5], [PNS_WOMAN, "Contoh Dua", "15-06-2025", 90]]
    found = read(tmp_path, ["NIP", "Nama", "Tanggal Asesmen", "JPM"], rows, 4, ["0.00", "0000"])
    assert [row["jpm"] for _number, row in found.rows[0]] == [885_000, 900_000]


def codes_of(path: Path) -> list[str]:
    found = collected(read_book(path, ReadOptions(today=TODAY)))
    assert found.found == []
    return [row["unit_code"] for _number, row in found.rows[0]]


def test_a_code_in_an_old_workbook(tmp_path: Path) -> None:
    old = tmp_path / "kode.xls"
    old.write_bytes(zlib.decompress(base64.b85decode("".join(OLD))))
    assert codes_of(old) == [code for _number, _form, code in CODES]


def test_a_code_in_a_binary_workbook(tmp_path: Path) -> None:
    cells = [Percent(1.1, "0.00"), Percent(102, "0000"), Percent(7, '"821."000'), Formula(103, "0000"), 1.1, 102]
    rows = [[cell, f"Bidang Umum {place}", "Dinas Sosial"] for place, cell in enumerate(cells)]
    file = write_xlsb(tmp_path / "kode.xlsb", {"Unit": Sheet([HEADS, *rows])})
    assert codes_of(file) == ["1.10", "0102", "821.007", "0103", "1.1", "102"]


def shown(number: float, text: str, more: str = "") -> str:
    return (
        f'<table:table-cell{more} office:value-type="float" office:value="{number}" calcext:value-type="float">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


@pytest.mark.parametrize(
    ("number", "text", "code"),
    [
        (1.1, "1.10", "1.10"),
        (1.1, "1,10", "1.10"),  # where the language writes the decimals behind a comma
        (1.1, "1,1", "1.1"),
        (102, "0102", "0102"),
        (10203, "01.02.03", "01.02.03"),
        (7, "821.007", "821.007"),
        (102, "821/0102", "821/0102"),
        (1020, "1.020", "1020"),  # thousands are no part of a code, as in other workbooks
        (1020, "1,020", "1020"),
        (1020, "Rp1.020", "1020"),
        (1.123, "1.12", "1.123"),
    ],
)
def test_a_code_in_an_open_workbook(tmp_path: Path, number: float, text: str, code: str) -> None:
    rows = [
        _row(cell, _said(f"Bidang {place}"), _said("Dinas Sosial"))
        for place, cell in enumerate([shown(number, text), shown(7, "7")])
    ]
    assert codes_of(write_ods(tmp_path / "kode.ods", _row(*map(_said, HEADS)), *rows)) == [code, "7"]


@pytest.mark.skipif(OFFICE is None, reason="no LibreOffice here")
@pytest.mark.parametrize("form", ["xls", "ods"])
def test_codes_in_workbooks_of_an_office(tmp_path: Path, form: str) -> None:
    rows = [[number, f"Bidang Umum {place}", "Dinas Sosial"] for place, (number, _form, _code) in enumerate(CODES)]
    read(tmp_path, HEADS, rows, 1, [form for _number, form, _code in CODES])
    command = [str(OFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", form]
    command += ["--outdir", str(tmp_path), str(tmp_path / "unit.xlsx")]
    subprocess.run(command, capture_output=True, timeout=180, check=True)
    assert codes_of(tmp_path / f"unit.{form}") == [code for _number, _form, code in CODES]


def test_numbers_of_decrees_keep_their_zeros_and_years_stay_numbers(tmp_path: Path) -> None:
    heads = ["NIP", "Jenis Mutasi", "TMT", "Nomor SK"]
    rows = [[PNS, "Pensiun", "01-05-2026", 45], [PNS_WOMAN, "Pensiun", "01-05-2026", 46]]
    found = read(tmp_path, heads, rows, 4, ["0000", "General"])
    assert [row["decree"] for _number, row in found.rows[0]] == ["0045", "46"]


@pytest.mark.parametrize(
    ("code", "zeros"),
    [
        ("0.00", Zeros(1, 2)),
        ("0000", Zeros(4)),
        ("[$-421]00", Zeros(2)),
        ('"A"00', Zeros(2, 0, "A\0\0")),
        ("00\\.00", Zeros(4, 0, "\0\0.\0\0")),
        ("0", None),
        ("0%", None),
        ("#,##0.00", None),
        ('0.0"%"', None),
        ('"nihil"', None),
        ("dd/mm/yyyy", None),
        ("0;-0;;@", None),
    ],
)
def test_formats_of_zeros_alone(code: str, zeros: Zeros | None) -> None:
    assert zeros_of(code) == zeros


@pytest.mark.parametrize(
    ("form", "number", "said"),
    [
        (Zeros(4, 0, "\0\0-\0\0"), 12345, "123-45"),  # more digits stand before the first of the format
        (Zeros(4, 0, "\0\0-\0\0"), 12.5, None),
        (Zeros(4), -12, None),
        (Zeros(2, 2), 1.25, "01.25"),
        (Zeros(2, 1), 1.25, None),
    ],
)
def test_what_a_format_of_zeros_shows(form: Zeros, number: float, said: str | None) -> None:
    assert form.shown(number) == said
    assert said is None or zeros_in(said, number) is not None


OLD = (
    r"""c-rk)X>3$g6h3d(H%n)xWf2ROXUkIP;=Hz$62<O7DGDh?jnv3crgUJKY1*1Vj5>(K#6Y6qhl(VGgne;|iT=>U_8%s0F~J0*N#TdlpvgcqgoJiH=e+x7UdK12"""
    r"""EyTF=PQJPKeD~b_+~vG)zRn*x_Cetl$O;dG6~<C7a2PlV;n9TvfJJa)sZ>g*Q`6yJ6-Gr&YiPsuvm<EDod_A>Lb$~mdqq4Q{yU)q;`kc`1zI77aX;*V$%NTx"""
    r"""F~<5PQf6#|dJ_%P?N7aZI=|^0w<7Me|LNSP{hx>MA^h4E0Qral#0<nt#4NT6fcp@05ceYr5pxmq5Dy@V5c3fV;z2|)q6D!3u@JEcu^3T`Sb|uJC_|JZDiD>3"""
    r"""hr~Ek5ff@Ky$n$+xH^niOrKeI3@#a0(P4*A^1h%Y=e56r7V*AqnC;>!q6_-SHkw1xZsqR^P27i&M12@SBVCCp363D^gZG&Il>b+<^<iiLrA}D%Q<etq`$7IM"""
    r"""=6@eh`H#8G_spnhhd;2Dzs{RL0;kjrA&5c*w&FP$L5)JVNc-z0)}Y-XHF6GV-A!(h%?rnAkF5^J!u_FWk<A4sXpV!G!5|4ISqPHgfm5_9LCQkW0jFuxV#*C?"""
    r"""XuFn_mz1F7hqJU%gTby!4OH@+R<f&tL?4`|?Oa?}rB)VmUHNc<HudHO6*X1rGu*-m@8aX|M@liA7()v2G!W*0pBQhMBoF^P{y5H^**uqN`pIm5Ne;d|2fs82"""
    r"""?=s~9ZIJt8%jQq!;7{e?Pv_vz<lxWd;LqjY&*$JT{DnVcK_LMtiUSEN$N32d#{~%+$1@U6j%Oz9sV#g$?8kfVb9Q~~u(3BB9z1|`O86U=WCTFxK?$zG({v3c"""
    r"""JGd!FlCC>yT6c?#s0L4x4yw=axRGJ6g!@n)k{a;80gA2%w2M{7y(r_wDc{7q^)^V-d~vbjCEL=ts<W{}+4Oi@r_$cqv9=LwXpe6TE1P1GLEQHgDed9@9U-i2"""
    r"""1D+|d?K?w*N=pcny{Ow1*@l$TP=jr>L}H-<Wn+9G5{hQB8kc3#O|_YH^YTo(r7n|hUExlrSE<2_uv%3!!Wy+IBebd2I6rEoQG2aglM&k0Wf@_eTARWnZ3djM"""
    r"""Yj2Nkc@`qGTV{#aLJt(}A`6VW$h^1~+i;EO=+EbM3E=EkG|#(swYISSS>_Xvsc|703zSQHF=yDeluMNH|I4haKXCRj_X__nN|*n+ez754nocL{ml)E=@IrE7"""
    r"""uYm2zf~}QHbG(jy!&^q`^;m*Um?OgrJZz9&ll@|(KHc{gPd3>S5SL!LcFjnB=Cmi>c+P6V*-SXQ3Fk23oF<%X!nsU1w+ZJl;k+hXo(bnO;rv<LD7UITU4bPF"""
    r"""OHx{r*j9AOf)dXe&bpOX{_xuruGdq(m9=d`+sfKBb1$Mb+V~NCSkm%rtmyz<GHTlSsr-)6w6mrYbjhgc;5vUA(()XvDT6NQn$%Y(kIL9rCu_TewsTy)GC$Py"""
    r"""zRIlW23<1N>*6^mdv*5ZuWoAfx>(yIv|Z!sb@Su@hF{Bbv!)kx$*AdJ7a?|3%k!{i9_W%$)60&;cU~>e%bGsWC0&!GJnpMMEs<s*Eg9?dv13vs@_ekBpO%c8"""
    r"""es*6rTeLhsYZibm>6*X729lC%w9_UjiyMH90_`ao<khhyOPO~i111id1>9VY%21t;S_<GJhxW<^c!W<6>WgNddIK1?<Mpv!HdZ9*PNCb}7nIODvbr@NG9X*D"""
    r"""TT{zgMLyeOk?#KZK)h#AY2Do&jw&mbS9FH9hNICiTVzwDr>E|2d{;@kFQ**FQozTkNxd+#|LBcd>w5#|-jJbe@rRdb>faK+tt2Lsw(1(;=XQx{>J|R(pzwJU"""
    r"""!tXsGeC1z8H6NDB#QVarzCF96ApBa&4~n|=keyCky!~y_^FK<)^t~QGF_ueTUOG}aH*n}p9Dn((cU$N^lf`ujKV5&Q1Po(bCoUNfzB=XCiTnn`w*#81#=gEM"""
    r"""!u<o0cx?O}(fn3dsxTe?nc-f3|6}{fIz!CLkWD4Dmkd0Kt@p!D^th=XJ15=$0=}p<J4;RCyV`Fa{hVmVc6UJ^tj9j=m{R*z!#B8zl%eyXEqzX{hbV-nynb|*"""
    r"""PWJm>mH1XC{2O=<$G;0gy!LHq1wFhb#0)|N)3H0$RVv!IPh$S75f{_#w_pq1+=nn*;N<#KH-+&pXAgDy`!9t*0W1YvdH"""
)  # fmt: skip
"""The list of `CODES` as LibreOffice writes it for an old Excel."""
