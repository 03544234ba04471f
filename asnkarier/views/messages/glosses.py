"""What citations say beside the law: the name and the number of a law stay as they are, its gloss is said in the language in use.

Rule and policy files are written in Indonesian, as the laws are. A gloss that stands here is said in English too; what an institution
writes in files of its own is said as it was written.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from asnkarier.views.language import DEFAULT, N_, current

GLOSSES: Final[dict[str, str]] = {
    "bobot dan batas pilihan asnkarier, bukan ketetapan": N_("weights and cut-offs chosen by asnkarier, not by law"),
    "menurut sumber sekunder, naskahnya sendiri belum dibaca": N_("by secondary sources, its own text not yet read"),
    "jenjang nilai (ladder) sebagian perkiraan": N_("the ladders of points are in part estimates"),
    "Gambaran prioritas kota menurut uraian publik, bukan keputusan kota": N_(
        "A picture of a city's priorities after public accounts, no decision of the city"
    ),
    "Gambaran prioritas kecamatan menurut uraian publik, bukan keputusan": N_(
        "A picture of a kecamatan's priorities after public accounts, no decision"
    ),
    "Ketentuan LHKPN dan SPT bagi penyelenggara negara": N_("The provisions on LHKPN and SPT for state officials"),
    "Kebiasaan kerja, bukan ketentuan; instansi dapat menggantinya dengan `aturan tambah`": N_(
        "A habit of work, no provision; the institution can put its own in its place with `rules add`"
    ),
    "Tujuan rencana pelatihan, bukan ketentuan; instansi dapat menggantinya dengan `aturan tambah`": N_(
        "The aim of training plans, no provision; the institution can put its own in its place with `rules add`"
    ),
    "Pilihan asnkarier": N_("A choice of asnkarier"),
    "Amerika Serikat": N_("United States"),
    "aturan empat per lima": N_("four-fifths rule"),
    "urutan ukuran: pangkat, jabatan, masa kerja, latihan jabatan, pendidikan, usia": N_(
        "order of measures: rank, post, service, training for the post, education, age"
    ),
    "syarat Satyalancana Karya Satya": N_("requirements of Satyalancana Karya Satya"),
    "hukuman disiplin sedang atau berat yang sedang dijalani": N_("a moderate or severe sanction being served"),
    "pegawai ASN: PNS dan PPPK": N_("staff of the ASN: PNS and PPPK"),
    "reguler dan pilihan": N_("regular and by choice"),
    "periode April dan Oktober": N_("periods April and October"),
    "nilai prestasi kerja": N_("value of work performance"),
    "Persyaratan bakal calon kepala sekolah": N_("Requirements of who may become head of a school"),
    "usia paling tinggi 56 tahun": N_("age at most 56 years"),
    "tidak pernah dikenai hukuman disiplin sedang atau berat": N_("never under a moderate or severe sanction"),
    "sertifikat pendidik": N_("teaching certificate"),
    "penilaian kinerja": N_("performance evaluation"),
    "pengalaman mengajar PPPK": N_("teaching experience of PPPK"),
    "pengalaman manajerial": N_("managerial experience"),
    "pangkat PNS": N_("rank of PNS"),
    "masa penugasan": N_("length of the appointment"),
    "kualifikasi akademik": N_("academic qualification"),
    "guru berstatus ASN": N_("teacher of the ASN"),
    "guru yang diberi penugasan": N_("a teacher who is given the assignment"),
    "tata cara pengukuran": N_("how it is measured"),
    "pola karier": N_("career pattern"),
    "konversi predikat kinerja": N_("conversion of the predicate"),
    "uji kompetensi": N_("competency examination"),
    "predikat kinerja paling rendah Baik dalam 1 tahun terakhir": N_("a predicate of at least Baik in the last year"),
    "lowongan kebutuhan JF": N_("vacancies for the JF"),
    "kenaikan jenjang JF": N_("rise in level of the JF"),
    "kenaikan jenjang JF setingkat lebih tinggi": N_("rise of the JF by one level"),
    "Angka Kredit Kumulatif kenaikan jenjang": N_("cumulative credit for the rise in level"),
    "Periode kenaikan pangkat (setiap bulan)": N_("Periods of promotion in rank (every month)"),
    "Periode kenaikan pangkat (enam kali setahun)": N_("Periods of promotion in rank (six times a year)"),
    "dimensi kompetensi: diklat kepemimpinan": N_("competency dimension: leadership training"),
    "kenaikan pangkat pilihan jabatan struktural": N_("promotion by choice in structural posts"),
    "kenaikan pangkat reguler": N_("regular promotion in rank"),
    "kenaikan pangkat pilihan JF": N_("promotion by choice of JF"),
    "pelatihan terkait bidang tugas": N_("training for the field of work"),
    "rekam jejak; praktik seleksi": N_("track record; practice of selections"),
    "konversi JP": N_("conversion into JP"),
    "delapan aspek": N_("eight aspects"),
    "tahapan dan bobot seleksi": N_("stages of the selection and their weights"),
    "sembilan kotak manajemen talenta": N_("nine boxes of talent management"),
    "kuadran kinerja pegawai": N_("quadrants of performance"),
    "kamus kompetensi manajerial dan sosial kultural": N_("dictionary of managerial and sociocultural competencies"),
    "jenjang pangkat jabatan struktural": N_("ranks of structural posts"),
    "Kenaikan jenjang JF": N_("Rise in level of the JF"),
    "Kategori hasil penilaian kompetensi": N_("Categories of competency assessments"),
    "bobot": N_("weights"),
    "dasar PP 30/2019": N_("on the ground of PP 30/2019"),
}
"""Gloss → the source string for it. In the Indonesian catalogue stands the gloss itself."""

KEPT: Final = frozenset(
    {"PPPK", "JPM", "kecamatan", "penyetaraan", "LHKPN dan SPT", "Plt dan Plh", "Uniform Guidelines"}
)
"""Glosses that are the same in every language."""


def _any(glosses: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(gloss) for gloss in sorted(glosses, key=len, reverse=True)) + ")"


_GLOSS: Final = re.compile(
    rf"(?:^{_any(gloss for gloss in GLOSSES if gloss[0].isupper())}|(?:(?<=[;,:] )|(?<=\()|(?<=\d )){_any(GLOSSES)})"
    r"(?=[);,.]|$| \()"
)
"""A gloss behind a number, a bracket or another clause, and up to the end of its own: never a part of somebody's words."""


def said(text: str) -> str:
    """Return a citation, or a sentence with one in it, with its glosses in the language in use."""
    return text if current() == DEFAULT else _in_english(text)


def article(text: str) -> str:
    """Return a law or an article that stands alone, with its glosses in the language in use: all of it may be one."""
    return said(text) if current() == DEFAULT else GLOSSES.get(text) or said(text)


@lru_cache(maxsize=2048)
def _in_english(text: str) -> str:
    return _GLOSS.sub(lambda match: GLOSSES[match[0]], text)
