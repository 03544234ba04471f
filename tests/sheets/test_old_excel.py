"""An .xls as old SIMPEG applications write it (one small file, compressed here: nothing we use writes that format)."""

import base64
import zlib
from pathlib import Path

from asnkarier.ingest.frames import ReadOptions
from asnkarier.ingest.reading import read_book
from asnkarier.sheets.formats import format_of
from tests.ingest.sheetmaker import TODAY, collected

PACKED = (
    r"""c-rk)Pe>F|82@HwcU@O^-8Bs~kU_}GBzKD-"""
    r"""54x?cE^F+vnPEjxZ*#Lvo0Zx1P=_+jZb8tgsDogKAj~fPp$<it4uSnS1VN;A>=YDqP^a&GJ2U>NK%pdKe#3n8zVChS{ocRty_tDA>6;q8TR9C&"""
    r"""&;%09X@%feU=#2zG!!pjzNYb{@pR&?Sy)pjbmBxh?C{9_qJYmKpYLf9VZ!zlCBR3#4?{o1GfGNcMKn_zn84f6h*E&-Xz@S=wW^flF_P;@-"""
    r"""XYJ&BzKeL63IsNoe~bgWH4U4OJBtY#A?d(0I&Bxm3c>&0F=XXzKYLX7V^G!2&rk-x5hH6Y{f7JIH8f0l2W-"""
    r"""|0yn`05DwSJV)X|RQ&5JJJqF)28Q`lC)lX#0zPfe+(Efd~z2G-"""
    r"""?Cr;v0`xVg!FbLXF3X&0A)VFQ<Kn}CxIi}9QGw|j2Ys`aisI4>9AtzcRp{`IA*L*x9p@=51P@J7&xJDwGzHM^H08@I30Xk!yG8!^U4^wbGwX-"""
    r"""D4F$KN$E9soPC#9Zbr5HC24Ss*XAK2~>?DPi$m@Wcn$tbzZ33(sO4cGyq(P%xx-6f>3zI4_N(46i@3OP2AW7)LJbPo?O-8+eAO-RkA`<a@~y7<"""
    r"""{cdzE+5Ugf43E=Ji6C6xA2BztkNW^R3X9ZM#HN60cr=TrU^+sFqEG&s*oU||pC(75rafm$lDmE;iBx`EP_B+D?&@L7{6*As2S<a2>?YmjFL;Z1"""
    r"""PUg7jugk9^+yplak(a0{l#BhzQf#@_}<p&C!sZY<BQVW<=8glkth9tMr4pznC^Nml%{`#D9g-ZxD@s!L#&$2-"""
    r"""DDl6wf$yTu*?d2pH6jPc8BB5IPUNvPRO&4!xY)a<A^OwEB>fzB!}VLdCl$TshvpEakcan?dp<E*?V`EoWKiS}_(&*Q8`rYC1D)>)-"""
    r"""ruu8<r>ymKBC1RbpG4$b8<;50WgG9`3y*`PUJvy^Q{WX{+VlFW~4dy1X6z=iP;Tbd!7g(@h!GZ+~7A*Wb;BS8Xg+<cef9?8vb%Fk0XBO`{>o>`"""
    r"""Niw?-(mBWw9R#5P%!s!*QpY>oDjJkwnmNEVpa&#fP3cZk|cJ!`z{o;3#u&_VNF6jMpA+%Edxs|l@FZ2HZ?{gAq"""
)


def test_an_old_workbook_reads_like_a_new_one(tmp_path: Path) -> None:
    for name in ("daftar.xls", "daftar.xlsx"):
        file = tmp_path / name
        file.write_bytes(zlib.decompress(base64.b85decode(PACKED)))
        assert format_of(file) == "xls"
        read = collected(read_book(file, ReadOptions(today=TODAY)))
        assert read.row() == {
            "nip": "199001012015011001",
            "name": "Contoh Satu",
            "golongan": "III/a",
            "golongan_since": "2020-04-01",
            "position": "Analis",
            "unit": "Bidang Mutasi",
            "position_kind": None,
        }
        assert read.found == [("nip_numeric", "B4")]
