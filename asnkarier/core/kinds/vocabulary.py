"""Closed vocabularies: what offices write → the canonical value. Looked up by the field that names them, never by the word alone."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from asnkarier.core.text import folded

_LEVELS: Final = {
    "jf_ahli_utama": (
        "Ahli Utama",
        "JF Ahli Utama",
        "Fungsional Ahli Utama",
        "Jabatan Fungsional Ahli Utama",
        "Utama (JF)",
        "Guru Besar",
    ),
    "jf_ahli_madya": (
        "Ahli Madya",
        "JF Ahli Madya",
        "Fungsional Ahli Madya",
        "Jabatan Fungsional Ahli Madya",
        "Lektor Kepala",
    ),
    "jf_ahli_muda": ("Ahli Muda", "JF Ahli Muda", "Fungsional Ahli Muda", "Jabatan Fungsional Ahli Muda"),
    "jf_ahli_pertama": (
        "Ahli Pertama",
        "JF Ahli Pertama",
        "Fungsional Ahli Pertama",
        "Jabatan Fungsional Ahli Pertama",
        "Asisten Ahli",
    ),
    "jf_penyelia": ("Penyelia", "JF Penyelia", "Fungsional Penyelia", "Jabatan Fungsional Penyelia"),
    "jf_mahir": (
        "Mahir",
        "JF Mahir",
        "Pelaksana Lanjutan",
        "Fungsional Mahir",
        "Jabatan Fungsional Mahir",
        "Mahir/Pelaksana Lanjutan",
    ),
    "jf_terampil": (
        "Terampil",
        "JF Terampil",
        "Fungsional Terampil",
        "Jabatan Fungsional Terampil",
        "Terampil/Pelaksana",
    ),
    "jf_pemula": (
        "Pemula",
        "JF Pemula",
        "Pelaksana Pemula",
        "Fungsional Pemula",
        "Jabatan Fungsional Pemula",
        "Pemula/Pelaksana Pemula",
    ),
}

_SHORT_LEVELS: Final = {
    "jf_ahli_utama": ("Utama", "JF Utama"),
    "jf_ahli_madya": ("Madya", "JF Madya"),
    "jf_ahli_muda": ("Muda", "JF Muda"),
    "jf_ahli_pertama": ("Pertama", "JF Pertama"),
    "jf_terampil": ("Pelaksana", "Pelaksana/Terampil"),
    "jf_mahir": ("Mahir (Pelaksana Lanjutan)",),
}
"""Levels as they are called where only levels of functional posts stand; elsewhere `Madya` may be JPT madya."""

_LEAVES_ON_DUTY: Final = (
    "Cuti Tahunan", "Cuti Besar", "Cuti Sakit", "Cuti Melahirkan", "Cuti Bersalin", "Cuti Karena Alasan Penting", "Cuti Alasan Penting",
)  # fmt: skip
"""The leaves of PP 11/2017 Ps 310 that leave the post held, as all do but the leave without pay. A bare `Cuti` does not say which.

`Izin Belajar` does too: of those who study without leaving the tasks of their posts (SE MenPANRB 4/2013).
"""

_DISMISSALS: Final = (
    "Pemberhentian Dengan Hormat Tidak Atas Permintaan Sendiri", "Diberhentikan Dengan Hormat Tidak Atas Permintaan Sendiri", "Pemberhentian Dengan Hormat Atas Permintaan Sendiri", "Diberhentikan Dengan Hormat", "Diberhentikan Tidak Dengan Hormat", "PDHTAPS",
)  # fmt: skip
"""Each ends the service, by whoever's wish: the first is the heaviest sanction of PP 94/2021 Ps 8 (4)."""

STANDINGS_ASKED: Final = frozenset(
    folded(word)
    for word in (
        "Sedang dalam Proses Banding BAPEK", "Proses Banding BAPEK", "Banding BAPEK", "Sedang dalam Proses Banding BPASN", "Proses Banding BPASN", "Banding BPASN", "PNS Terkena Hukuman Disiplin", "PNS Kena Hukuman Disiplin", "Terkena Hukuman Disiplin", "Kena Hukuman Disiplin",
        "Hukuman Disiplin", "Tugas Belajar Mandiri", "Tubel Mandiri", "Tugas Belajar Biaya Mandiri", "Cuti", "Sedang Cuti",
    )
)  # fmt: skip
"""Words of legal standing that leave open whether somebody is on duty, so that it is asked.

Who appeals against a dismissal works on where the institution lets them (PP 79/2021); sanctions leave in office or end the service
(PP 94/2021 Ps 8); who studies at own cost may keep the post or be released from it (SE MenPANRB 28/2021).
"""

SPELLINGS: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "sex": {
        "L": ("L", "Laki-laki", "Laki laki", "Lelaki", "Pria", "M", "Male", "Lk", "1"),
        "P": ("P", "Perempuan", "Wanita", "W", "F", "Female", "Pr", "2"),
    },
    "employee_kind": {
        "PNS": ("PNS", "Pegawai Negeri Sipil", "PNS Daerah", "PNSD", "PNS Pusat", "PNS Daerah Kab/Kota yang bekerja pada Kab/Kota", "PNS Daerah Kota", "PNS Pusat DPK", "PNS Daerah Kab/Kota", "PNS Daerah Kabupaten/Kota", "PNS Daerah Provinsi"),
        "CPNS": ("CPNS", "Calon PNS", "Calon Pegawai Negeri Sipil", "CPNS Daerah", "CPNSD", "CPNS Daerah Kab/Kota"),
        "PPPK": ("PPPK", "P3K", "Pegawai Pemerintah dengan Perjanjian Kerja", "PPPK Penuh Waktu", "P3K Penuh Waktu", "PPPK Guru", "PPPK Nakes", "PPPK Teknis", "PPPK Tenaga Teknis", "PPPK Tenaga Kesehatan", "PPPK Daerah", "PPPK Pusat", "PPPK Daerah Kab/Kota", "PPPK Daerah Kabupaten/Kota", "PPPK Daerah Provinsi"),
        "PPPK_PW": ("PPPK_PW", "PPPK Paruh Waktu", "P3K Paruh Waktu", "PPPK PW", "P3K PW", "Paruh Waktu", "PPPK (Paruh Waktu)", "P3KPW"),
    },
    "status": {
        "aktif": ("Aktif", "Masih Aktif", "Active", "PNS Aktif", "CPNS Aktif", "PPPK Aktif", "Aktif Kembali", "Pengaktifan Kembali", "Izin Belajar", "Ijin Belajar", *_LEAVES_ON_DUTY),
        "tugas_belajar": ("Tugas Belajar", "Tubel", "TB", "PNS Tugas Belajar", "Sedang Tugas Belajar"),
        "cltn": ("CLTN", "Cuti Luar Tanggungan Negara", "Cuti di Luar Tanggungan Negara", "Cuti Diluar Tanggungan Negara", "Perpanjangan CLTN", "PNS CLTN"),
        "diberhentikan_sementara": ("Pemberhentian Sementara", "Diberhentikan Sementara", "Penerima Uang Tunggu", "Uang Tunggu", "Nonaktif Sementara", "Pemberhentian Sementara dari PNS"),
        "mpp": ("MPP", "Masa Persiapan Pensiun", "Bebas Tugas", "MPP/Bebas Tugas"),
        "di_luar": ("Di Luar", "Pejabat Negara", "Dipekerjakan", "Diperbantukan", "DPK", "DPB", "Dipekerjakan di Luar Instansi", "Perwira TNI/POLRI", "Kepala Desa", "Pegawai Titipan di Luar", "Sebagai Pejabat Negara", "PNS yang menjadi Pejabat Negara", "Penugasan di Luar Instansi", "Kepala Daerah", "Wakil Kepala Daerah", "Prajurit Wajib"),
        "titipan": ("Titipan", "Pegawai Titipan", "PNS Titipan", "Titipan Instansi Lain"),
        "keluar": (
            "Keluar", "Pensiun", "Meninggal", "Meninggal Dunia", "Wafat", "Pindah", "Pindah Instansi", "Mutasi Keluar", "Berhenti", "Diberhentikan", "Pensiun BUP", "Pensiun Dini", "Pensiun APS", "Pensiun Janda/Duda", "Tidak Aktif", "Tewas",
            "Mencapai BUP", "PTDH", "Pemberhentian dengan Hormat", "Pemberhentian Tidak dengan Hormat", "Berhenti Atas Permintaan Sendiri", *_DISMISSALS, "Hilang", "Kontrak Berakhir", "Punah", "Mengundurkan Diri",
        ),
    },
    "event": {
        "masuk": ("Masuk", "Mutasi Masuk", "Pindah Masuk", "Pengangkatan", "Penerimaan", "Pegawai Baru", "CPNS Baru", "Pindah Datang"),
        "pensiun": ("Pensiun", "BUP", "Pensiun BUP", "Pensiun Dini", "Pensiun APS", "Mencapai BUP", "Purna Tugas", "Purna Bakti", "Pensiun Atas Permintaan Sendiri", "Pensiun Janda/Duda", "Janda/Duda", "Mencapai Batas Usia Pensiun"),
        "meninggal": ("Meninggal", "Meninggal Dunia", "Wafat", "Tewas", "MD"),
        "pindah": ("Pindah", "Pindah Keluar", "Mutasi Keluar", "Pindah Instansi", "Alih Tugas Keluar", "Pindah ke Luar Daerah", "Pindah Wilayah Kerja"),
        "berhenti": ("Berhenti", "Mengundurkan Diri", "Atas Permintaan Sendiri", "APS", "Berhenti Atas Permintaan Sendiri", "Resign", "Pengunduran Diri"),
        "diberhentikan": ("Diberhentikan", "PTDH", "Pemberhentian", "Pemberhentian Tidak Dengan Hormat", "Dipecat", "PDH", "Pemberhentian Dengan Hormat", "PDHTAPS"),
        "kontrak_berakhir": ("Kontrak Berakhir", "Kontrak Habis", "Habis Kontrak", "Perjanjian Kerja Berakhir", "Akhir Kontrak", "Akhir Perjanjian Kerja", "Tidak Diperpanjang"),
        "cltn": ("CLTN", "Cuti di Luar Tanggungan Negara", "Cuti Diluar Tanggungan Negara", "Cuti Luar Tanggungan Negara"),
        "tugas_belajar": ("Tugas Belajar", "Tubel"),
        "aktif_kembali": ("Aktif Kembali", "Kembali Aktif", "Pengaktifan Kembali", "Diaktifkan Kembali", "Selesai Tugas Belajar", "Selesai CLTN"),
        "cpns_ke_pns": ("CPNS ke PNS", "Pengangkatan PNS", "Pengangkatan CPNS menjadi PNS", "CPNS menjadi PNS", "Peralihan CPNS ke PNS"),
    },
    "position_kind": {
        "jpt_utama": ("JPT Utama", "Pimpinan Tinggi Utama", "Jabatan Pimpinan Tinggi Utama"),
        "jpt_madya": ("JPT Madya", "Pimpinan Tinggi Madya", "Jabatan Pimpinan Tinggi Madya", "JPTM"),
        "jpt_pratama": ("JPT Pratama", "Pimpinan Tinggi Pratama", "Jabatan Pimpinan Tinggi Pratama", "JPTP", "JPT", "Eselon II"),
        "administrator": ("Administrator", "Jabatan Administrator", "Eselon III", "JA Administrator"),
        "pengawas": ("Pengawas", "Jabatan Pengawas", "Eselon IV", "JA Pengawas"),
        "pelaksana": ("Pelaksana", "Jabatan Pelaksana", "Fungsional Umum", "JFU", "Staf", "Jabatan Fungsional Umum", "JA Pelaksana", "Staf Pelaksana"),
        **_LEVELS,
        "?structural": ("Struktural", "Jabatan Struktural", "JPT/Administrator/Pengawas", "Jabatan Administrasi", "Jabatan Pimpinan Tinggi", "Administrasi"),
        "?functional": ("Fungsional", "Fungsional Tertentu", "JFT", "JF", "Jabatan Fungsional", "Jabatan Fungsional Tertentu", "Fungsional Guru", "Fungsional Kesehatan", "Guru", "Tenaga Kesehatan"),
    },
    "jf_level": {level: (*words, *_SHORT_LEVELS.get(level, ())) for level, words in _LEVELS.items()},
    "rating": {
        "above": ("Di Atas Ekspektasi", "DIATAS EKSPEKTASI", "DIATAS ESPEKTASI", "Di Atas Espektasi", "Melebihi Ekspektasi", "Di Atas", "Diatas", "above", "1", "Diatas Expektasi", "Di Atas Ekspetasi", "DIATAS EKSPETASI"),
        "meets": ("Sesuai Ekspektasi", "SESUAI ESPEKTASI", "Memenuhi Ekspektasi", "Sesuai", "meets", "2", "Sesuai Expektasi", "SESUAI EKSPETASI", "Memenuhi Espektasi"),
        "below": ("Di Bawah Ekspektasi", "DIBAWAH EKSPEKTASI", "DIBAWAH ESPEKTASI", "Di Bawah Espektasi", "Di Bawah", "Dibawah", "below", "3", "Dibawah Expektasi", "Di Bawah Ekspetasi", "DIBAWAH EKSPETASI"),
    },
    "predicate": {
        "sangat_baik": ("Sangat Baik", "SB", "sangat_baik", "Amat Baik"),
        "baik": ("Baik", "B"),
        "butuh_perbaikan": ("Butuh Perbaikan", "Cukup", "BP", "C", "Perlu Perbaikan", "Sedang"),
        "kurang": ("Kurang", "Kurang/Misconduct", "Misconduct", "K", "Kurang (Misconduct)"),
        "sangat_kurang": ("Sangat Kurang", "Buruk", "SK"),
    },
    "unit_predicate": {
        "istimewa": ("Istimewa", "Sangat Baik"),
        "baik": ("Baik",),
        "butuh_perbaikan": ("Butuh Perbaikan", "Cukup"),
        "kurang": ("Kurang",),
        "sangat_kurang": ("Sangat Kurang", "Buruk"),
    },
    "period": {
        "annual": ("annual", "Tahunan", "Tahun", "Setahun", "SKP Tahunan", "1 Tahun", "Satu Tahun", "Januari - Desember", "Jan-Des"),
        "S1": ("S1", "Semester I", "Semester 1", "SMT I", "SMT 1", "Semester Pertama", "Januari - Juni", "Jan - Jun"),
        "S2": ("S2", "Semester II", "Semester 2", "SMT II", "SMT 2", "Semester Kedua", "Juli - Desember", "Jul - Des"),
        **{f"Q{n}": (f"Q{n}", f"TW {n}", f"TW {r}", f"Triwulan {n}", f"Triwulan {r}", f"TW{n}", f"TW{r}", f"Kuartal {n}", r) for n, r in enumerate(("I", "II", "III", "IV"), 1)},
        **{
            f"M{n}": (f"M{n}", f"Bulan {n}", str(n), f"{n:02}", *names)
            for n, names in enumerate(
                (
                    ("Januari", "Jan", "January"), ("Februari", "Feb", "Peb", "Pebruari", "February"), ("Maret", "Mar", "March"), ("April", "Apr"), ("Mei", "May"), ("Juni", "Jun", "June"),
                    ("Juli", "Jul", "July"), ("Agustus", "Agu", "Ags", "Agt", "Aug", "August"), ("September", "Sep", "Sept"), ("Oktober", "Okt", "Oct", "October"), ("November", "Nov", "Nop", "Nopember"), ("Desember", "Des", "Dec", "December"),
                ),
                1,
            )
        },
    },
    "recommendation": {
        "training": ("training", "Pelatihan", "Diklat", "Pengembangan Kompetensi", "Bangkom"),
        "rotation": ("rotation", "Rotasi", "Mutasi"),
        "enrichment": ("enrichment", "Pengayaan", "Pengayaan Jabatan", "Perluasan Jabatan"),
        "assignment": ("assignment", "Penugasan", "Penugasan Khusus", "Tugas Khusus"),
        "promotion": ("promotion", "Promosi", "Promosi Jabatan"),
        "guidance": ("guidance", "Pembinaan", "Bimbingan", "Bimbingan Kinerja", "Konseling"),
    },
    "direction": {
        "higher": ("higher", "Tinggi", "Positif", "Maksimal", "Semakin Tinggi Semakin Baik", "Maximize", "+", "Naik"),
        "lower": ("lower", "Rendah", "Negatif", "Minimal", "Semakin Rendah Semakin Baik", "Minimize", "Turun"),
    },
    "training_form": {
        "training": ("training", "Pelatihan", "Diklat", "Pendidikan dan Pelatihan", "Pelatihan Klasikal"),
        "course": ("course", "Kursus", "Penataran"),
        "bimtek": ("bimtek", "Bimbingan Teknis", "Bimbingan Teknis (Bimtek)"),
        "seminar": ("seminar", "Webinar", "Konferensi", "Sarasehan", "Simposium", "Seminar/Webinar"),
        "workshop": ("workshop", "Lokakarya", "FGD", "Workshop/Lokakarya"),
        "socialisation": ("socialisation", "Sosialisasi"),
        "coaching": ("coaching",),
        "mentoring": ("mentoring", "Pembimbingan"),
        "elearning": ("elearning", "E-Learning", "Pelatihan Jarak Jauh", "Daring", "Pembelajaran Elektronik", "MOOC", "PJJ", "Distance Learning", "Online"),
        "selfstudy": ("selfstudy", "Belajar Mandiri", "Self Development", "Pembelajaran Mandiri", "Self Learning"),
        "community": ("community", "Komunitas Belajar", "Community of Practice", "Komunitas Praktisi", "CoP"),
        "detachment": ("detachment", "Detasering", "Secondment"),
        "internship": ("internship", "Magang", "Praktik Kerja"),
        "exchange": ("exchange", "Pertukaran", "Pertukaran PNS dengan Swasta", "Pertukaran Pegawai"),
        "benchmarking": ("benchmarking", "Studi Banding", "Patok Banding", "Studi Lapangan"),
        "study": ("study", "Tugas Belajar", "Pendidikan Formal", "Izin Belajar", "Studi Lanjut"),
    },
    "training_kind": {
        "leadership": ("leadership", "Kepemimpinan", "Struktural", "Diklat Struktural", "Manajerial", "Diklat Kepemimpinan", "Pelatihan Kepemimpinan", "Diklatpim", "Pelatihan Manajerial", "Penjenjangan", "Pelatihan Struktural Kepemimpinan"),
        "functional": ("functional", "Fungsional", "Diklat Fungsional", "Pelatihan Fungsional"),
        "technical": ("technical", "Teknis", "Diklat Teknis", "Pelatihan Teknis", "Kompetensi Teknis", "Teknis Substantif", "Kursus"),
        "sociocultural": ("sociocultural", "Sosial Kultural", "Sosiokultural", "Pelatihan Sosial Kultural", "Sosio Kultural"),
        "basic": ("basic", "Dasar", "Prajabatan", "Latsar", "Pelatihan Dasar CPNS", "Pra Jabatan", "Latsar CPNS", "Orientasi PPPK", "Pelatihan Dasar", "Diklat Prajabatan"),
        "seminar": ("seminar", "Workshop", "Webinar", "Seminar/Workshop", "Workshop/Seminar", "Lokakarya", "Sosialisasi", "Seminar/Workshop/Magang/Sejenisnya"),
        "other": ("other", "Lainnya", "Lain-lain", "Sertifikasi"),
    },
    "leadership_level": {
        "PKP": ("PKP", "Diklat PIM TK. IV", "Diklatpim IV", "Diklat Pim IV", "PIM IV", "Diklatpim Tingkat IV", "ADUM", "SEPALA", "SEPADA", "Pelatihan Kepemimpinan Pengawas", "Diklat Kepemimpinan Tingkat IV", "ADUMLA", "PIM TK IV", "Diklat Kepemimpinan Tk. IV", "Diklatpim Tk. IV", "IV", "SEPADA/ADUM/DIKLATPIM TK.IV"),
        "PKA": ("PKA", "Diklat PIM TK. III", "Diklatpim III", "Diklat Pim III", "PIM III", "Diklatpim Tingkat III", "SPAMA", "SEPADYA", "Pelatihan Kepemimpinan Administrator", "Diklat Kepemimpinan Tingkat III", "PIM TK III", "Diklat Kepemimpinan Tk. III", "Diklatpim Tk. III", "III", "SEPADYA/SPAMA/DIKLATPIM TK.III"),
        "PKN II": ("PKN II", "PKN Tingkat II", "PKN Tk. II", "Diklat PIM TK. II", "Diklatpim II", "Diklat Pim II", "PIM II", "Diklatpim Tingkat II", "SPAMEN", "SESPA", "SESPANAS", "Pelatihan Kepemimpinan Nasional Tingkat II", "Pelatihan Kepemimpinan Nasional II", "Diklat Kepemimpinan Tingkat II", "PIM TK II", "Diklat Kepemimpinan Tk. II", "Diklatpim Tk. II", "II", "SPAMEN/SESPA/SESPANAS/DIKLATPIM TK.II"),
        "PKN I": ("PKN I", "PKN Tingkat I", "PKN Tk. I", "Diklat PIM TK. I", "Diklatpim I", "Diklat Pim I", "PIM I", "Diklatpim Tingkat I", "SEPATI", "Pelatihan Kepemimpinan Nasional Tingkat I", "Pelatihan Kepemimpinan Nasional I", "Diklat Kepemimpinan Tingkat I", "PIM TK I", "Diklat Kepemimpinan Tk. I", "Diklatpim Tk. I", "I", "SEPATI/DIKLATPIM TK.I"),
    },
    "acting": {
        "definitif": ("Definitif", "D", "Def"),
        "plt": ("Plt", "Plt.", "Pelaksana Tugas", "PLT"),
        "plh": ("Plh", "Plh.", "Pelaksana Harian", "PLH"),
        "pj": ("Pj", "Pj.", "Penjabat", "PJ", "PJS", "Pejabat Sementara"),
        "tambahan": ("tambahan", "Tugas Tambahan", "TT"),
    },
    "education_mark": {
        "profesi": ("profesi", "Sarjana Profesi", "Profesi/Ners"),
        "spesialis": ("spesialis", "Spesialis I", "Spesialis II", "Spesialis 1", "Spesialis 2", "Sp-I", "Sp-II"),
    },
    "discipline_level": {
        "ringan": ("ringan", "Hukuman Ringan", "Hukuman Disiplin Ringan", "R", "HD Ringan"),
        "sedang": ("sedang", "Hukuman Sedang", "Hukuman Disiplin Sedang", "S"),
        "berat": ("berat", "Hukuman Berat", "Hukuman Disiplin Berat", "B"),
    },
    "award_scope": {
        "international": ("international", "Internasional"),
        "national": ("national", "Nasional"),
        "satyalancana": ("satyalancana", "Satyalancana Karya Satya", "Satya Lencana", "Satyalencana", "SLKS", "Satyalancana Karya Satya X Tahun", "Satyalancana Karya Satya XX Tahun", "Satyalancana Karya Satya XXX Tahun"),
        "institution": ("institution", "Instansi", "Kota", "Kabupaten", "Provinsi", "Daerah", "Lokal"),
    },
    "assignment_role": {
        "leader": ("leader", "Ketua", "Ketua Tim", "Pimpinan", "Pemimpin", "Koordinator", "Penanggung Jawab", "Project Leader"),
        "member": ("member", "Anggota", "Anggota Tim", "Sekretaris", "Wakil Ketua"),
    },
    "assignment_scope": {
        "across": ("across", "Lintas Unit", "Lintas", "Lintas OPD", "Lintas Perangkat Daerah", "Antar Unit", "Lintas Instansi"),
        "inside": ("inside", "Dalam Unit", "Internal", "Dalam OPD", "Dalam", "Satu Unit"),
    },
    "assignment_outcome": {
        "achieved": ("achieved", "Tercapai", "Berhasil", "Selesai", "Sukses", "100%"),
        "partly": ("partly", "Sebagian", "Tercapai Sebagian", "Sebagian Tercapai"),
        "failed": ("failed", "Gagal", "Tidak Tercapai", "Tidak Berhasil"),
    },
    "competency_group": {
        "manajerial": ("manajerial", "Kompetensi Manajerial"),
        "sosial_kultural": ("sosial_kultural", "Sosial Kultural", "Sosiokultural", "Kompetensi Sosial Kultural", "Sosio Kultural"),
        "teknis": ("teknis", "Kompetensi Teknis", "Teknis Spesifik", "Teknis Generik"),
        "digital": ("digital", "Literasi Digital"),
        "emerging": ("emerging", "Emerging Skills"),
    },
    "importance": {
        "mutlak": ("mutlak", "Sangat Penting", "Wajib"),
        "penting": ("penting",),
        "perlu": ("perlu", "Pendukung"),
    },
    "assessment_purpose": {
        "pemetaan": ("pemetaan", "Pemetaan Kompetensi", "Pemetaan Talenta", "Talent Mapping", "Profiling", "Pemetaan Potensi dan Kompetensi", "mapping"),
        "pengisian": ("pengisian", "Pengisian Jabatan", "Seleksi", "Promosi", "Seleksi Terbuka", "Uji Kesesuaian", "filling", "Lelang Jabatan", "Uji Kompetensi"),
    },
    "succession_kind": {
        "unit": ("unit", "Unit Kerja", "Perangkat Daerah", "OPD"),
        "position": ("position", "Jabatan"),
    },
    "succession_how": {
        "rename": ("rename", "Ganti Nama", "Perubahan Nama", "Perubahan Nomenklatur", "Ubah Nama", "Berubah Nama"),
        "merge": ("merge", "Gabung", "Penggabungan", "Digabung", "Dilebur"),
        "split": ("split", "Pecah", "Pemecahan", "Dipecah", "Pemekaran"),
        "move": ("move", "Pindah", "Pemindahan", "Dipindahkan"),
        "abolish": ("abolish", "Hapus", "Penghapusan", "Dihapus", "Dihapuskan"),
    },
    "exam": {
        "uji_kompetensi": ("uji_kompetensi", "Uji Kompetensi", "Ukom", "Uji Kompetensi Kenaikan Jenjang", "Uji Kompetensi Jabatan Fungsional"),
        "ujian_dinas_1": ("ujian_dinas_1", "Ujian Dinas I", "Ujian Dinas Tingkat I", "UD I", "Ujian Dinas Tk. I", "UDIN I", "Tingkat I", "Tk. I", "I"),
        "ujian_dinas_2": ("ujian_dinas_2", "Ujian Dinas II", "Ujian Dinas Tingkat II", "UD II", "Ujian Dinas Tk. II", "UDIN II", "Tingkat II", "Tk. II", "II"),
        "upkp": ("upkp", "Ujian Penyesuaian Kenaikan Pangkat", "UKPPI", "Ujian Penyesuaian Ijazah", "UPI", "UPKP SLTP", "UPKP SMP", "UPKP SLTA", "UPKP SMA", "UPKP D1", "UPKP D2", "UPKP D3", "UPKP D4", "UPKP DIII", "UPKP DIV", "UPKP D-III", "UPKP D-IV", "UPKP S1", "UPKP S-1", "UPKP S2", "UPKP S-2", "UPKP S3", "UPKP Tingkat I", "UPKP Tingkat II"),
        "sertifikasi": ("sertifikasi", "Sertifikasi Profesi", "Sertifikasi Pendidik", "Sertifikat Pendidik", "Sertifikasi Kompetensi"),
    },
    "exam_result": {
        "lulus": ("lulus", "L", "Ya", "Lolos", "MS", "Memenuhi Syarat", "Kompeten"),
        "tidak": ("tidak", "Tidak Lulus", "TL", "Gagal", "Tidak Lolos", "TMS", "Belum Lulus", "Belum Kompeten", "Tidak Kompeten"),
    },
    "credit_kind": {
        "integrasi": ("integrasi", "AK Integrasi", "Angka Kredit Integrasi", "PAK Integrasi"),
        "penyetaraan": ("penyetaraan", "AK Penyetaraan", "Penyetaraan Jabatan"),
        "perpindahan": ("perpindahan", "Perpindahan Jabatan", "Perpindahan dari Jabatan Lain"),
        "ak_dasar": ("ak_dasar", "AK Dasar", "Angka Kredit Dasar"),
        "pendidikan": ("pendidikan", "AK Pendidikan", "Angka Kredit Pendidikan", "Peningkatan Pendidikan"),
        "konversi": ("konversi", "AK Konversi", "Konversi Predikat Kinerja", "PAK Konversi", "Konversi Predikat"),
    },
    "horizon": {
        "short": ("short", "Pendek", "Jangka Pendek", "1 Tahun"),
        "long": ("long", "Panjang", "Jangka Panjang", "Jangka Menengah"),
    },
    "selection_stage": {
        "makalah": ("makalah", "Penulisan Makalah", "Makalah/Paper"),
        "asesmen": ("asesmen", "Assessment", "Assessment Center", "Uji Kompetensi", "Seleksi Kompetensi"),
        "wawancara": ("wawancara", "Wawancara Akhir", "Interview"),
        "rekam_jejak": ("rekam_jejak", "Rekam Jejak", "Penelusuran Rekam Jejak"),
    },
    "own_law": {
        "camat": ("camat",),
        "kepala_sekolah": ("kepala_sekolah", "Kepala Sekolah"),
    },
    "yes_no": {
        "ya": ("ya", "y", "yes", "true", "1", "v", "√", "✓", "ada", "benar", "luar negeri", "LN"),
        "tidak": ("tidak", "t", "no", "n", "false", "0", "x", "tidak ada", "bukan", "dalam negeri", "DN"),
    },
}  # fmt: skip
"""Vocabulary → canonical value → spellings. Values that begin with `?` need a second look at the row."""

NOT_ASN: Final = frozenset(
    folded(word)
    for word in (
        "Honorer", "Honor", "Non ASN", "Non-ASN", "Tenaga Honorer", "THL", "Tenaga Harian Lepas", "PTT", "Pegawai Tidak Tetap", "GTT", "Guru Tidak Tetap", "Kontrak", "Tenaga Kontrak", "Outsourcing", "Alih Daya", "Sukarela", "TKS", "Tenaga Sukarela",
        "Non PNS", "PHL", "Pegawai Harian Lepas", "Tenaga Ahli", "BLUD", "Pegawai BLUD", "Non PNS BLUD", "Magang", "TKK", "TPP", "PPNPN", "Wiyata Bakti",
        "THD", "Tenaga Honor", "Honorer Daerah", "Honda", "Tenaga Harian", "Tenaga Non ASN", "Pegawai Non ASN", "Tenaga Non PNS", "Pegawai Non PNS", "Pegawai Kontrak", "Tenaga Kontrak Daerah", "TKD", "Pegawai Honorer", "Guru Honorer", "Non PNSD", "Pegawai Tidak Tetap (PTT)", "Guru Tidak Tetap (GTT)", "Tenaga Harian Lepas (THL)", "Pegawai Harian Lepas (PHL)", "Tenaga Kontrak Kerja", "Tenaga Pendukung",
    )
)  # fmt: skip
"""Kinds of staff that are not ASN: their rows are skipped and counted."""

NOT_ASN_ENDS: Final = (
    "honorer", "guru honor", "tenaga honor", "honor daerah", "honor sekolah", "honor murni", "thl", "gtt", "ptt", "phl", "tks", "thd", "ppnpn", "non asn", "non pns", "tidak tetap", "harian lepas", "tenaga kontrak", "pegawai kontrak", "tenaga sukarela", "wiyata bakti",
)  # fmt: skip
"""Ends of posts and of headings over people that only those have who are not ASN: `Guru Honorer`, `Sopir (THL)`."""
NOT_OF_THEM: Final = (
    "pengelola", "pengadministrasi", "analis", "pengolah", "penata", "kepala", "koordinator", "verifikator", "bendahara", "pengawas", "penyusun", "penelaah", "pejabat", "eks", "ex", "mantan", "bekas",
)  # fmt: skip
"""First words of posts of those who deal with them, and of remarks about those who were."""


@cache
def words(vocabulary: str) -> Mapping[str, str]:
    """Return folded spelling → canonical value of one vocabulary; KeyError if there is none of that name."""
    table = SPELLINGS[vocabulary]
    found: dict[str, str] = {}
    for canonical, spellings in table.items():
        for spelling in (canonical, *spellings):
            found.setdefault(folded(spelling), canonical)
    return MappingProxyType(found)


def values(vocabulary: str) -> tuple[str, ...]:
    """Return the canonical values of one vocabulary, in their order."""
    return tuple(value for value in SPELLINGS[vocabulary] if not value.startswith("?"))
