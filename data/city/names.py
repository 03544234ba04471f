"""Invented names, and the academic titles that go with an education."""

from __future__ import annotations

from random import Random

_MALE = """Adi Agung Ahmad Aldi Andika Anton Ari Bagas Bambang Bayu Budi Cahyo Candra Dadang Danu Darma Deden Dedi Dimas
Dodi Eko Endang Fajar Farhan Galih Gilang Guntur Hadi Haris Hendra Heru Ilham Imam Indra Irwan Joko Kurnia Luki Maman
Mulya Nana Nanang Oka Panji Purnomo Rahmat Rizki Rudi Samsul Satria Slamet Surya Taufik Teguh Toni Ujang Wahyu Wawan
Yana Yudi Yusuf Zainal""".split()
_FEMALE = """Aisyah Ani Anisa Ayu Cahya Citra Cucu Desi Dewi Diah Dian Dina Eka Elis Endah Euis Fitri Gita Hani Hesti Ida
Iis Ika Indah Intan Ira Kartika Kokom Lastri Lestari Lia Lilis Maya Mega Mira Murni Nadia Nia Nina Novi Nurul Putri Rani
Ratna Reni Retno Rika Rina Rini Rosita Sari Siti Sri Suci Tati Tika Titin Tuti Wati Widya Wulan Yani Yuli Yunita""".split()
_LAST = """Adiwangsa Anggara Argadinata Atmasari Baskara Bratakusuma Candrawinata Danuwijaya Darmakusuma Dipasasmita
Ekaputra Gandasari Ganiswara Gunadarma Hadikusuma Hanggara Hardiyanto Indrakusuma Jayanegara Jatmika Kartawiguna
Kertarajasa Kusumadewa Lesmana Lokananta Mahardika Mangkulaga Martasasmita Nataprawira Nitisara Nugrahadi Padmasari
Pamungkas Pradipta Pranawijaya Prawirasena Purbakusuma Rahardja Raksadinata Ranuwiharja Sacadipura Sadikara Sanjaya
Sasmitawidjaja Sastrawinata Setiaharja Singaperbangsa Suganda Sukmadilaga Sumadirja Suryalaga Tanuwidjaja Tirtasari
Tresnawan Wangsadinata Warnasari Wibisana Widagda Wijayakrama Wirabuana Wiradisastra Wirasentika Yudanegara""".split()


class NameMaker:
    """Gives every person a name nobody else in the city has."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._used: set[str] = set()

    def make(self, sex: str) -> str:
        """A new name for a person of `sex`."""
        while True:
            first = self._rng.choice(_MALE if sex == "L" else _FEMALE)
            parts = [first, self._rng.choice(_LAST)]
            if self._rng.random() < 0.15:
                parts.insert(1, self._rng.choice(_MALE if sex == "L" else _FEMALE))
            name = " ".join(parts)
            if name not in self._used and len(set(parts)) == len(parts):
                self._used.add(name)
                return name


_S1 = {
    "Pendidikan": "S.Pd.", "Keperawatan": "S.Kep., Ns.", "Kesehatan Masyarakat": "S.K.M.", "Kebidanan": "S.Keb., Bdn.",
    "Gizi": "S.Gz.", "Farmasi": "S.Farm.", "Akuntansi": "S.E.", "Manajemen": "S.E.", "Ekonomi Pembangunan": "S.E.",
    "Ilmu Hukum": "S.H.", "Administrasi Negara": "S.AP.", "Ilmu Pemerintahan": "S.IP.", "Teknik Sipil": "S.T.",
    "Perencanaan Wilayah dan Kota": "S.T.", "Teknik Informatika": "S.Kom.", "Sistem Informasi": "S.Kom.",
    "Ilmu Komunikasi": "S.I.Kom.", "Kesejahteraan Sosial": "S.Sos.", "Ilmu Perpustakaan": "S.I.P.",
}  # fmt: skip
_S2 = {
    "pendidikan": "M.Pd.", "kesehatan": "M.Kes.", "keuangan": "M.Ak.", "pekerjaan umum": "M.T.",
    "komunikasi dan informatika": "M.Kom.", "perizinan": "M.H.",
}  # fmt: skip
_D3 = {
    "Keperawatan": "A.Md.Kep.", "Kebidanan": "A.Md.Keb.", "Gizi": "A.Md.Gz.", "Kesehatan Lingkungan": "A.Md.KL.",
    "Analis Kesehatan": "A.Md.Kes.", "Rekam Medis": "A.Md.RMIK.",
}  # fmt: skip


def titles(education: str, field: str, family: str) -> tuple[str, str]:
    """The titles before and after a name."""
    front = {"Kedokteran": "dr.", "Kedokteran Gigi": "drg.", "Farmasi": "apt."}.get(field, "")
    if education == "D-III":
        return "", _D3.get(field, "A.Md.")
    if education not in ("S1", "D-IV", "S2"):
        return "", ""
    back = [_S1[field]] if field in _S1 else []
    if education == "S2":
        back.append(_S2.get(family, "M.Si."))
    return front, ", ".join(back)
