"""The words for canonical values: what the file calls `sangat_baik`, people call "Sangat Baik".

Legal nouns stay Indonesian in both languages; their source strings are written as the law writes them.
"""

from asnkarier.views.language import N_, Words, translate

TERMS: dict[str, str] = {
    # why a training is needed
    "gap": N_("competency gap"),
    "next": N_("the next post"),
    "certificate": N_("expired certificate"),
    "rating": N_("rating below expectation"),
    "recommendation": N_("recommended in the evaluation"),
    # moves
    "vertical": N_("vertical (higher)"),
    "horizontal": N_("horizontal (same level)"),
    "diagonal": N_("diagonal (higher, in another group)"),
    # outcomes
    "met": N_("met"),
    "not_met": N_("not met"),
    "unknown": N_("not known"),
    # predicates
    "sangat_baik": "Sangat Baik",
    "baik": "Baik",
    "butuh_perbaikan": "Butuh Perbaikan",
    "kurang": "Kurang",
    "sangat_kurang": "Sangat Kurang",
    "istimewa": "Istimewa",
    # whether a spread of predicates fits
    "kept": N_("fits"),
    "not_kept": N_("does not fit"),
    "too_small": N_("too few people"),
    "no_unit_predicate": N_("no organisation predicate"),
    # ratings
    "above": N_("above expectation"),
    "meets": N_("meets expectation"),
    "below": N_("below expectation"),
    # periods and what an evaluation recommends
    "annual": N_("whole year"),
    # what is on record of who has no annual predicate
    "in_parts": N_("evaluations of parts of the year"),
    "predicate_open": N_("predicate open"),
    "training": N_("training"),
    "rotation": N_("rotation"),
    "enrichment": N_("job enrichment"),
    "assignment": N_("special assignment"),
    "promotion": N_("promotion"),
    "guidance": N_("guidance"),
    "uji_kompetensi": "uji kompetensi",
    # stages of an open selection
    "makalah": N_("Paper"),
    "asesmen": N_("Assessment"),
    "wawancara": N_("Interview"),
    "rekam_jejak": N_("Track record"),
    # who is who in a pair
    "mentor": "mentor",
    "mentee": "mentee",
    # position kinds
    "jpt_utama": "JPT Utama",
    "jpt_madya": "JPT Madya",
    "jpt_pratama": "JPT Pratama",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "pelaksana": "Pelaksana",
    "jf_ahli_utama": "JF Ahli Utama",
    "jf_ahli_madya": "JF Ahli Madya",
    "jf_ahli_muda": "JF Ahli Muda",
    "jf_ahli_pertama": "JF Ahli Pertama",
    "jf_penyelia": "JF Penyelia",
    "jf_mahir": "JF Mahir",
    "jf_terampil": "JF Terampil",
    "jf_pemula": "JF Pemula",
    # people
    "L": N_("male"),
    "P": N_("female"),
    "PNS": "PNS",
    "CPNS": "CPNS",
    "PPPK": "PPPK",
    "PPPK_PW": "PPPK Paruh Waktu",
    "aktif": "aktif",
    "tugas_belajar": "tugas belajar",
    "cltn": "CLTN",
    "pj": "Pj.",
    "plh": "Plh.",
    "plt": "Plt.",
    "appointed": N_("appointed"),
    "cpns_ke_pns": "CPNS menjadi PNS",
    "diberhentikan_sementara": "diberhentikan sementara",
    "mpp": "MPP",
    "di_luar": "di luar instansi",
    "titipan": "titipan",
    "keluar": "keluar",
    # competency groups and JPM categories
    "manajerial": "manajerial",
    "sosial_kultural": "sosial kultural",
    "teknis": "teknis",
    "digital": "digital",
    "emerging": "emerging",
    "optimal": "Optimal",
    "cukup_optimal": "Cukup Optimal",
    "kurang_optimal": "Kurang Optimal",
    "ms": "MS",
    "mms": "MMS",
    "kms": "KMS",
    # trainings: kinds and forms
    "leadership": N_("leadership"),
    "functional": N_("functional"),
    "technical": N_("technical"),
    "sociocultural": N_("sociocultural"),
    "basic": N_("basic"),
    "other": N_("other"),
    "course": N_("course"),
    "workshop": N_("workshop"),
    "socialisation": N_("socialisation"),
    "elearning": N_("e-learning"),
    "selfstudy": N_("self-study"),
    "community": N_("community of practice"),
    "detachment": N_("detachment"),
    "internship": N_("internship"),
    "exchange": N_("exchange"),
    "benchmarking": N_("benchmarking"),
    "study": N_("study"),
    # assignments, awards, indicators, plans, reorganisations
    "leader": N_("leader"),
    "member": N_("member"),
    "across": N_("across units"),
    "inside": N_("inside the unit"),
    "achieved": N_("achieved"),
    "partly": N_("partly achieved"),
    "failed": N_("not achieved"),
    "international": N_("international"),
    "national": N_("national"),
    "satyalancana": "Satyalancana Karya Satya",
    "institution": N_("institution"),
    "higher": N_("higher is better"),
    "lower": N_("lower is better"),
    "short": N_("short-term"),
    "long": N_("long-term"),
    "rename": N_("renamed"),
    "merge": N_("merged"),
    "move": N_("moved"),
    "abolish": N_("abolished"),
    # exams, credits, duties
    "ujian_dinas_1": "Ujian Dinas I",
    "ujian_dinas_2": "Ujian Dinas II",
    "upkp": "UPKP",
    "ak_dasar": "AK dasar",
    "tambahan": "tugas tambahan",
    **{f"Q{quarter}": f"triwulan {roman}" for quarter, roman in enumerate(("I", "II", "III", "IV"), 1)},
    **{f"M{month}": f"bulan {month}" for month in range(1, 13)},
    "position": N_("post"),
    # severities
    "error": N_("error"),
    "warning": N_("warning"),
    "note": N_("note"),
    # changes
    "inserted": N_("new"),
    "updated": N_("changed"),
    "deleted": N_("removed"),
    # confidence in a reading of the law
    "high": N_("high"),
    "medium": N_("medium"),
    "low": N_("low"),
    "illustrative": N_("illustrative"),
    # how a column was read, or why it was not
    "exact": N_("by its header"),
    "parent": N_("by both header rows"),
    "near": N_("nearly"),
    "values": N_("by its values"),
    "layout": N_("known export"),
    "map": N_("told by --map"),
    "set": N_("told by --set"),
    "title": N_("from the title"),
    "section": N_("from the section rows"),
    "split": N_("two facts in one cell"),
    "fills": N_("where the other is blank"),
    "joins": N_("together with the other"),
    "number": N_("running number: not kept"),
    "old_nip": N_("old NIP: not kept"),
    "other_time": N_("of another time: not read"),
    "second_nip": N_("a second NIP: not read"),
    "derived": N_("follows from others: not read"),
    "duplicate": N_("twice: not read"),
    "blank_header": N_("no header: not read"),
    "ambiguous": N_("ambiguous: not read"),
    "other_kind": N_("not of this kind: not read"),
    "empty": N_("empty"),
    "told": N_("told to ignore it"),
    "not_read": N_("unknown header: not read"),
    # why an undo left something
    "changed_since": N_("changed since"),
    "taken_out": N_("taken out since"),
    "in_use": N_("others refer to it"),
    "taken_back": N_("the import that brought it has been taken back"),
    "gone": N_("no longer there"),
    # steps of long work
    "import": N_("Importing"),
    "read": N_("Reading"),
    "write": N_("Writing"),
    "compute": N_("Computing"),
}


def term(value: str) -> str:
    """Return the word for a canonical value in the language in use; an unknown value with its underscores opened."""
    return translate(TERMS[value]) if value in TERMS else value.replace("_", " ")


def by_nip(count: int) -> Words:
    """Say of how many only the NIP tells when they were appointed."""
    return Words(
        N_("Of {count} of them the appointment is read from the NIP; no TMT CPNS is on record."), {"count": count}
    )
