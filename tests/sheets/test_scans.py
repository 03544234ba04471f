"""Error cells, merged cells and what is hidden, in formats whose reader tells little of them: .ods and .xls."""

import base64
import zipfile
import zlib
from pathlib import Path

import pytest

from asnkarier.ingest.frames import Hidden, ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.scans.ods import scan_open_document
from asnkarier.sheets.scans.xls import scan_old_workbook
from tests.ingest.sheetmaker import TODAY, collected

OLD = (
    r"""c-rk)U2GIp6h1SZot^$~3q>qgM-"""
    r"""(Xif!$W1M3I)Z(DKtZu&6OjWZG`a!gjYQB>@w45qU9?Xn4>E5<>!s#soAb`k+zz#sfrOc#vpPNK7>Nuo{gaO4sk4xjWs~f^8utV(;Xed(WAB&$;)WbMDW4"""
    r"""{Z+}>nUBh^)0FfS<<NLKm&`1l2IOam0FkbE<LPud!%okq|5UoIa<-uX`}qL2xgW5ATp&-`xIpFe>A^|6D1m2$Y-"""
    r"""*)A@?kncvq_8KG1>BF(q?>y^=6vp_0L^Duiw0m=Kyz$e_r=F{tJO3pxE64s01hl761!@GVuwbhk(Vv!$3K(1Xv0@0#pEx0ygj%unc${cmh}stN>O5mB1>X"""
    r"""3aAEZfLdU+8beU!jCz!x1lB6vdgKlB>(xJ|Tnkn-ee_x3Wj49k{yIG3Lt|9@;s(%7L+l&PPOR7dx6)?mgQIaDF2YGSY6g5&r_(?YT@e1~^4=)^htx=RgYx"""
    r"""O;^+xIaNqH}mcM;wieJX9P2`2<k{8s$@O$h^y{8}?P6r(8hU?q&AMmb&L2zym(aC~S@@`Y>N%hw8{fX;H1ZH>eu!%nQiD4}y4VMma<YX=9rYy0}fB&5#LZ"""
    r""")rO#d@tI}XPLtPb!L2hmVEl(@y}xJrkm$#w|;6Wf7KoMHFw}w-GQGwE#K=;<y8JTmv2n)Pw60%l;%8;%#pk#X-"""
    r"""Zz2G$db;^h>@l=}YgGAUF<b*Lb~$+qF0&j=jQe8a@~uIu81eTn;0Hb~uC13F6SxXjHQRqVP$LZX!Ui1*Be(9+)YaH_P2dbegytXj$cY%1?2qeu;_}9o3-"""
    r"""1x~Mhc-AENb2i(oYLI_ycJgncbzx+u>+M<a~rK@#k>#p{Wa8sMTy))coH+Ob~JKG?>BLTe~?Om9K4s;mA)<g_~!aKt@N{RS@6Gy0Rb9yk$IJUDr@#u)XJu"""
    r"""<xC!T4JTooEal3vJjC42FWCx?pH+Fcd-=n_hDwK9bmH?{-"""
    r"""EGp=x`3`<fo~Tjt3bjvj=P&Cxz5KHyHBD<u@H3)Vr(I(`T1@;oUmha4rO7enoe#0L^F2W<38S~jc=)(7j+GAR1%C-jG-"""
    r"""0}kf!a2lI&8NF|~n{lsI226NtnaXwEvE7wDFll8kfHC@DI9>@$#4rJvqPBVI%^T~=H@ztQBuz+M&W=Sj+EIKNHL9dVwY*=Gx|tpSnDAbg_X@B551UqIl`F"""
    r"""k+YSXH$@)@kpx#$&%lj+b_qb)8lkB#mf+my*Q+Ji3^y)47_(;HT?v}T%}i3*Fw#h7N#&3q@lNcet{&Sx1*4~U*z=y5lTV&UaX!!xGg`M|Rj&sID$i^uhD!"""
    r"""$_>dHOChc<T|MA$C6sC)$O@U>0+A<l>;irqYO}nNBKbcJjw)RdXyiO-=i#0Jln6pD-"""
    r"""6+>scDG5T#sUXc^<|3^1XIG1mL#wy86cY3cQ+rjHggMY%wTH#!w~aQe^~MTE$X)qCKO*C)$fVinSMe6l)JC?Y>FceWIPuotkcfV(nbZ6zLgxrbsXKD3-"""
    r"""oJ_0bgR)A!Mwq|5Y1YU1Q-"""
    r"""%FOCAx0!Z+s?hjAYkm)9x|p4v!H|ym=_l&qCaE?z)KZpO3)zw|ZYn58X(LtXI%p~|&2e3)JZZ;m*yPXXrSysEo_L6!meApYwd*Vy1xN!}NC&KJL0aaD@L("""
    r"""?xlNW%ADbdsd;Fc!`EQuw!zu7jkvu$S0!Dd#L&FJ23_P3<rhLe-$-T?!a?j8u-Ph0rTwKLi~oH&^1AF*2x_eNs&hV`{!rzaANMa15lqy7C2_j32t-"""
    r"""2HvdX*^A0)M@0>*ztFNxz)KZ@WERaRj>T`8=m-gyw%*DN_M|Cbx-Y9leACWS4Y&HHL32cC)8o&$J_25l-"""
    r"""neRBJrUkhhwDfrTjgpWM|UUa&p_{D_dUrPRlOe@A1na>gtuNr&litoO&DMueo);h3^nkc-`urojGg;vc|YW-Rnu+wKa7o*3~#Nhclk5rlFx{BRIk&;*;ly"""
    r"""=eK@!i00FSneONRKk>gQYtVFU*e4s^b(x-"""
    r"""n_F+1J>jd}Xz^wbvo35_>G(C&|Y8Ub|>r6BB4$=^Hq7VD$q(3L?AKXmZtO44+b*__Q6q&RA@}PgV|NlbjU!DAupxtx`;~ykPY~Kzq=ogzXXN00C$L}JmQt"""
    r"""9{2V*cxZOP>A~Xy}zbM8pGU*Pn(tjDH>Q-u(YxNq+&OqE;#"""
)
"""The list of ODS below as LibreOffice writes it to .xls (nothing we use writes that format)."""

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
_BLANK = "<table:table-cell/>"


def _said(text: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{text}</text:p></table:table-cell>'


def _day(day: str) -> str:
    return f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{day}</text:p></table:table-cell>'


def _error(text: str) -> str:
    about = 'office:value-type="string" office:string-value="" calcext:value-type="error"'
    return f'<table:table-cell table:formula="of:={text}" {about}><text:p>{text}</text:p></table:table-cell>'


def _row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{_BLANK}{''.join(cells)}</table:table-row>"


def _person(number: int, nip: str, name: str, rank: str, post: str, *rest: str, more: str = "") -> str:
    count = f'<table:table-cell office:value-type="float" office:value="{number}"><text:p>{number}</text:p></table:table-cell>'
    return _row(count, _said(nip), _said(name), rank, _day("2020-04-01"), post, *rest, more=more)


HEADERS = ("No", "NIP", "Nama", "Gol", "TMT Golongan", "Jabatan", "Unit Kerja", "Email")


def write_ods(path: Path, *rows: str, before: str = "") -> Path:
    columns = '<table:table-column table:number-columns-repeated="8"/><table:table-column table:visibility="collapse"/>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:body><office:spreadsheet>'
        f'{before}<table:table table:name="Data &amp; Arsip">{columns}{"".join(rows)}</table:table>'
        f"</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return path


def a_list(path: Path, last_post: str = "") -> Path:
    """Write a list from row 2 and column B on, its headers in row 4, one unit merged over two people, one person hidden."""
    two_rows = ' table:number-columns-spanned="1" table:number-rows-spanned="2"'
    return write_ods(
        path,
        "<table:table-row><table:table-cell/></table:table-row>",
        _row(_said("PEMERINTAH KOTA CONTOH", ' table:number-columns-spanned="8"')),
        '<table:table-row table:number-rows-repeated="1"><table:table-cell/></table:table-row>',
        _row(*map(_said, HEADERS)),
        _person(1, "199001012015011001", "Contoh Satu", _said("III/b"), _said("Arsiparis"), _said("Bidang Arsip", two_rows), _error("#N/A")),
        _person(2, "199102022016022002", "Contoh Dua", _said("III/c"), _said("Pengolah Data"), "<table:covered-table-cell/>", more=' table:visibility="collapse"'),
        _person(3, "198503032010011003", "Contoh Tiga", _error("#N/A"), last_post or _said("Arsiparis"), _error("#DIV/0!")),
    )  # fmt: skip


def test_an_old_and_an_open_workbook_say_the_same(tmp_path: Path) -> None:
    old = tmp_path / "lama.xls"
    old.write_bytes(zlib.decompress(base64.b85decode("".join(OLD))))
    for file in (old, a_list(tmp_path / "terbuka.ods")):
        read = collected(read_book(file, ReadOptions(today=TODAY)))
        assert read.heads[0].header_row == 4
        # The unit of the second person stands in the merged cell above; the errors are not taken for blank cells.
        assert [(n, row["name"], row["unit"]) for n, row in read.rows[0]] == [(6, "Contoh Dua", "Bidang Arsip")]
        assert read.found == [("cell_error", "I5"), ("cell_error", "E7"), ("cell_error", "H7")]
        assert read.heads[0].hidden == Hidden(sheet=False, rows=1, columns=("I",))


def test_a_formula_without_a_value_is_no_blank_cell(tmp_path: Path) -> None:
    post = "<table:table-cell table:formula='of:=[.A1]'/>".replace("'", '"')
    read = collected(read_book(a_list(tmp_path / "terbuka.ods", post), ReadOptions(today=TODAY)))
    assert ("formula_uncalculated", "G7") in read.found


@pytest.mark.parametrize(("begins", "day"), [("1904-01-01", "2022-04-01"), ("1899-12-30", "2018-03-31")])
def test_an_open_workbook_says_from_when_its_numbers_of_days_count(tmp_path: Path, begins: str, day: str) -> None:
    """Number 43,190 is 1 April 2022 counted from 1904, 31 March 2018 counted from 1899; what is a date already stays it."""
    number = (
        '<table:table-cell office:value-type="float" office:value="43190"><text:p>43190</text:p></table:table-cell>'
    )
    cells = [
        _said("199001012015011001"),
        _said("Contoh"),
        _said("Arsiparis"),
        _said("Bidang Arsip"),
        number,
        _day("2015-01-01"),
    ]
    heads = ("NIP", "Nama", "Jabatan", "Unit Kerja", "TMT Jabatan", "TMT CPNS")
    settings = (
        f'<table:calculation-settings><table:null-date table:date-value="{begins}"/></table:calculation-settings>'
    )
    file = write_ods(tmp_path / "hari.ods", _row(*map(_said, heads)), _row(*cells), before=settings)
    row = collected(read_book(file, ReadOptions(today=TODAY))).row()
    assert (row["position_since"], row["appointed_on"]) == (day, "2015-01-01")


def test_repeated_cells_and_rows_keep_the_addresses(tmp_path: Path) -> None:
    three = '<table:table-cell table:number-columns-repeated="3"/>'
    file = write_ods(
        tmp_path / "terbuka.ods",
        '<table:table-row table:number-rows-repeated="9"><table:table-cell/></table:table-row>',
        _row(three, _error("Err:502")),
    )
    # Nine empty rows, then an empty first cell and three more: row 10, column E.
    assert scan_open_document(file)["Data & Arsip"].errors == {10: {4: "#VALUE!"}}


def test_tabs_and_line_breaks_keep_words_apart(tmp_path: Path) -> None:
    """The reader writes `Analis<text:tab/>Data` as one word; a note on the cell is no part of it."""
    note = "<office:annotation><text:p>lihat SK</text:p></office:annotation>"
    post = f'<table:table-cell office:value-type="string">{note}<text:p>Pengolah<text:tab/>Data</text:p></table:table-cell>'
    two = _said("Pengolah<text:line-break/>Data <text:s text:c='2'/>&amp; Arsip</text:p><text:p>Kota")
    for cell, name in ((post, "Pengolah Data"), (two, "Pengolah Data & Arsip Kota")):
        read = collected(read_book(a_list(tmp_path / "terbuka.ods", cell), ReadOptions(today=TODAY)))
        assert [row["position"] for _number, row in read.rows[0]] == ["Pengolah Data"]  # of the sound row
        texts = scan_open_document(tmp_path / "terbuka.ods")["Data & Arsip"].texts
        assert [" ".join(text.split()) for row in texts.values() for text in row.values()] == [name]


def test_broken_files_are_left_to_the_reader(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.xls"
    broken.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x01" * 600)
    assert scan_old_workbook(broken) == scan_open_document(broken) == {}
