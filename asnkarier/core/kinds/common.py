"""Fields that many kinds share: one list of spellings each, so that a new one is added in one place."""

from asnkarier.core.kinds.spec import Field

NIP = (
    "NIP", "NIP Baru", "nip_baru", "FORMATTED NIP", "nip_pegawai", "NIP Pegawai", "NIP PNS", "NIP ASN", "Nomor Induk Pegawai", "No. NIP", "NIP (18 digit)",
    "NIP/NI PPPK", "NIP/NIPPPK", "NI PPPK", "NIPPPK", "NIP/NI P3K", "NIP / NIPPPK", "NIP 18 Digit", "NIP Peserta", "NIP Yang Dinilai", "NIP/NIK", "nip_nik",
)  # fmt: skip
NAME = (
    "Nama", "nama_lengkap", "name", "Nama Pegawai", "nama_pegawai", "Nama PNS", "Nama ASN", "Nama Pegawai Negeri Sipil", "Nama Peserta", "Nama Dosen", "Nama Guru",
    "pegawai", "Nama Lengkap (dengan gelar)", "Nama Lengkap dan Gelar", "Nama dan Gelar", "Nama Tanpa Gelar", "Nama ASN / Pegawai", "Nama Pejabat", "Nama Yang Dinilai",
)  # fmt: skip
UNIT = (
    "unor_nama", "unor", "skp_unor", "Unit Kerja", "unit_organisasi", "lokasi_kerja", "lokasi_kerja_nama", "unit_kerjakanwil", "Seksi", "Sub Bagian", "Subbagian", "Sub Bidang",
    "Bidang", "Bagian", "UPT", "UPTD", "Unit", "Nama Unit", "Nama Unit Kerja", "Unit Kerja Saat Ini", "Unit Kerja Terakhir", "Tempat Tugas", "Tempat Kerja", "Sekolah", "Unit Organisasi (UNOR)",
)  # fmt: skip
AGENCY = (
    "Perangkat Daerah", "OPD", "SKPD", "PD", "Nama OPD", "Nama SKPD", "Nama Perangkat Daerah", "satuan_kerja_kerja_nama", "satuan_kerja_kerja", "Satuan Kerja", "SATKER", "Nama Satker",
    "satuan_kerja_induk_nama", "satuan_kerja_induk", "skp_unor_induk", "Unor Induk", "unor_induk_nama", "Unit Kerja Induk", "Unit Induk", "INDUK", "Dinas", "Dinas/Badan", "Perangkat Daerah Induk",
    "instansi_kerja_nama", "instansi_kerja", "instansi_induk_nama", "instansi_induk", "Instansi",
)  # fmt: skip
PARENT = (
    "Unit Atasan",
    "Unit above",
    "Unor Atasan",
    "Unit Kerja Atasan",
    "Bidang Induk",
    "Induk Unit",
    "Nama Unit Atasan",
)
POSITION = (
    "Jabatan", "Nama Jabatan", "jabatan_nama", "JABATAN SAAT INI", "Jabatan Terakhir", "Jabatan Sekarang", "JABATAN > Nama Jabatan", "JABATAN > Nama", "skp_jabatan", "SUB JABATAN", "Sub-Jabatan",
    "Jabatan Definitif", "Jabatan Struktural/Fungsional", "Jabatan Pegawai", "Nama Jabatan Saat Ini", "Uraian Jabatan",
)  # fmt: skip
POSITION_KIND = (
    "Jenis Jabatan", "jenis_jabatan_nama", "kelompok_jabatan", "skp_jenis_jabatan", "Jenjang Jabatan", "Jenis Jabatan > Nama", "Tingkat Jabatan", "Kategori Jabatan", "Jenjang Jabatan Fungsional", "JABATAN > Jenis",
)  # fmt: skip
ECHELON = (
    "Eselon",
    "Ess",
    "Es",
    "Esel",
    "JABATAN > Es.",
    "Jabatan > Ess",
    "Jabatan > Eselon",
    "Eselonering",
    "Eselon Jabatan",
    "Eselonisasi",
    "eselon_nama",
    "Eselon > Nama",
    "Eselon > Kode",
    "Eselon > Tingkat",
    "Eselon > Eselon",
)
JOB_FAMILY = (
    "Rumpun Jabatan",
    "Rumpun",
    "rumpun_jabatan_nama",
    "Urusan",
    "Urusan Pemerintahan",
    "Bidang Urusan",
    "Rumpun Urusan",
)
GOLONGAN = (
    "golongan", "Gol. Ruang", "Gol", "gol_akhir_nama", "gol_akhir", "Gol / Rg", "Gol/Ruang", "gol_nama", "gol_ruang", "GOLONGAN RUANG", "Golongan Terakhir", "GOLRU", "golruang", "Gol. Ruang Terakhir",
    "PANGKAT > Gol. Ruang", "PANGKAT > Gol", "PANGKAT > Golongan", "PANGKAT TERAKHIR > Gol", "Gol/Rng", "Gol. Rg", "Golongan/Ruang", "Gol. Akhir", "Golongan Akhir", "Golongan Saat Ini",
    "pangkat_golongan", "Pangkat/Gol", "gol_ruang_pangkat", "Pangkat / Gol.", "Pangkat, Gol. Ruang", "Pangkat/Golongan/Ruang", "Pangkat/Gol. Ruang", "Pangkat (Gol/Ruang)", "Pangkat dan Golongan", "Pangkat Golongan Ruang",
    "Pangkat", "Pangkat Terakhir", "PANGKAT > Nama", "Nama Pangkat", "pangkat_nama",
)  # fmt: skip
EDUCATION = (
    "tingkat_pendidikan", "tingkat_pendidikan_nama", "TKT PENDIDIKAN", "JENJANG", "jenjang_pendidikan", "PENDIDIKAN > Tingkat Ijazah", "PENDIDIKAN > Tingkat", "PENDIDIKAN > Jenjang", "pendidikan",
    "Pendidikan Terakhir", "ijazah_sekarang", "JENIS PENDIDIKAN", "pegawai_pendidikan", "Tingkat", "Strata", "Pend. Terakhir", "Pend.", "Pendidikan Akhir", "Ijazah Terakhir", "Kualifikasi Pendidikan", "Pendidikan Formal", "PENDIDIKAN TERAKHIR > Tingkat",
    "PENDIDIKAN > TK. IJAZAH", "TK. IJAZAH", "Tingkat Ijazah", "PENDIDIKAN > Tk", "PENDIDIKAN > Tkt",
)  # fmt: skip
FIELD_OF_STUDY = (
    "Jurusan", "pendidikan_nama", "BIDANG JURUSAN", "IJAZAH/STTB JENJANG PENDIDIKAN", "jurusan_pendidikan", "nama_pendidikan", "PENDIDIKAN > Nama Pendidikan", "PENDIDIKAN > Nama", "PENDIDIKAN > Jurusan", "Program Studi", "Prodi", "Jurusan/Program Studi",
    "Jurusan / Prodi", "Bidang Studi", "Pendidikan > Program Studi", "Bidang Ilmu", "Nama Jurusan", "PENDIDIKAN TERAKHIR > Jurusan",
)  # fmt: skip
YEAR = ("Tahun", "Thn", "Thn.", "Tahun Penilaian", "Tahun Data")
DECREE = (
    "No SK",
    "Nomor SK",
    "NO_SK",
    "SK",
    "SK > Nomor",
    "No. SK",
    "Nomor Surat Keputusan",
    "Nomor Keputusan",
    "Nomor dan Tanggal SK",
    "No. Surat Keputusan",
    "Surat Keputusan > Nomor",
)
COMPETENCY = (
    "Kompetensi",
    "Nama Kompetensi",
    "Unit Kompetensi",
    "Kompetensi Teknis",
    "Jenis Kompetensi Jabatan",
    "Kompetensi Jabatan",
)
STARTED = (
    "Tanggal Mulai",
    "Tgl. Mulai",
    "tanggal_mulai",
    "Mulai",
    "Mulai Tanggal",
    "Tgl Awal",
    "Tanggal Awal",
    "Waktu Mulai",
    "Waktu > Mulai",
    "Tanggal > Mulai",
)
ENDED = (
    "Tanggal Selesai",
    "Tgl. Selesai",
    "tanggal_selesai",
    "Selesai",
    "Sampai Tanggal",
    "Tgl Akhir",
    "Tanggal Akhir",
    "Waktu Selesai",
    "Waktu > Selesai",
    "Tanggal > Selesai",
    "s.d.",
)
EVENT_DAYS = (
    "Tanggal Pelaksanaan",
    "tanggal_pelaksanaan",
    "Waktu Pelaksanaan",
    "Tanggal Kegiatan",
    "Waktu Kegiatan",
    "Hari/Tanggal",
    "Hari/Tanggal Pelaksanaan",
)
"""Headers over the day or the days of what took place."""
CERTIFICATE = (
    "Nomor Sertifikat",
    "No Sertifikat",
    "No. Sertifikat",
    "Sertifikat",
    "No. STTPP",
    "Nomor STTPP",
    "STTPP",
    "Nomor Ijazah/Sertifikat",
    "No. Sertifikat/STTPP",
    "Sertifikat > Nomor",
)


def nip(
    help_text: str = "The employee's NIP: 18 digits, in a cell formatted as text.", *, required: bool = True
) -> Field:
    """Return the field by which every kind about people knows whom a row is about."""
    return Field("nip", "nip", "NIP", help_text, required, NIP, example="199001012015011001")


def unit(help_text: str, *, required: bool = False, example: str = "Bidang Mutasi") -> Field:
    """Return the field that names a unit."""
    return Field("unit", "unit", "Unit Kerja", help_text, required, UNIT, example=example)


def agency(help_text: str = "The perangkat daerah to which the unit belongs.") -> Field:
    """Return the field that names an agency."""
    return Field(
        "agency",
        "agency",
        "Perangkat Daerah",
        help_text,
        headers=AGENCY,
        example="Badan Kepegawaian dan Pengembangan SDM",
    )


def parent() -> Field:
    """Return the field that names the unit above, where names of units repeat."""
    return Field("parent", "unit", "Unit Atasan", "The unit above it: name or code.", headers=PARENT, example="")


def position(help_text: str, *, required: bool = True, example: str = "Kepala Bidang Mutasi") -> Field:
    """Return the field that names a post."""
    return Field("position", "position", "Jabatan", help_text, required, POSITION, example=example)


def position_kind(*, required: bool = False, example: str = "administrator") -> Field:
    """Return the field that says which of the position kinds a post is."""
    return Field(
        "position_kind",
        "word",
        "Jenis Jabatan",
        "JPT utama, madya or pratama, administrator, pengawas, pelaksana, or the level of a functional post.",
        required,
        POSITION_KIND,
        "position_kind",
        example,
    )


def echelon(example: str = "III.b") -> Field:
    """Return the field of the echelon."""
    return Field(
        "echelon",
        "echelon",
        "Eselon",
        "The echelon of a structural post, such as III.b; empty for others.",
        headers=ECHELON,
        example=example,
    )


def job_family() -> Field:
    """Return the field of the job family."""
    return Field(
        "job_family",
        "text",
        "Rumpun Jabatan",
        "The job family (field of work) of the post.",
        headers=JOB_FAMILY,
        example="Kepegawaian",
    )


def decree() -> Field:
    """Return the field of a decree's number."""
    return Field(
        "decree", "text", "Nomor SK", "Number and date of the decree.", headers=DECREE, example="821/15/BKPSDM/2025"
    )


def competency(help_text: str, *, required: bool = False) -> Field:
    """Return the field that names a competency."""
    return Field(
        "competency", "competency", "Kompetensi", help_text, required, COMPETENCY, example="Mengelola Perubahan"
    )
