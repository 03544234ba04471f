"""Academic titles as offices write them in the column of the education: title → level, and what a profession adds to it."""

from typing import Final

SEVERAL: Final = {
    "ST": ("SLTP", "S1"),  # Sekolah Teknik, Sarjana Teknik
    "M.A": ("SLTA", "S2"),  # madrasah aliyah, master of arts
    "BA": ("D-III", "S1"),  # sarjana muda of before 1980, a bachelor's degree from abroad
    "B.A": ("D-III", "S1"),
    "BSc": ("D-III", "S1"),
    "B.Sc": ("D-III", "S1"),
    "Dr": ("S3", "S1 Profesi Dokter"),  # doktor, dokter: only `dr.` is surely the latter
}
"""Titles of two levels, as they are written but for their last full stop and their size: which is meant, nobody said."""

LEVELS: Final = {
    "S3": ("PhD", "EdD", "DBA"),
    "S2": ("MM", "MH", "MT", "MP", "MSi", "MPd", "MPdI", "MKes", "MKM", "MAP", "MKom", "MHum", "MSc", "MBA", "MAg", "MEng", "MIKom", "MTI", "MKep", "MPH", "MAk", "MSos", "MPA", "MKn", "MPsi", "MSn", "MPar", "MIP", "LLM", "MSE", "ME", "MFarm", "MURP"),
    "D-IV": ("SST", "STr", "STrKes", "STrKeb", "STrKep", "STrIP", "STrGz", "SSTP", "SSiT", "SSTPi", "SSTKeb"),
    "S1": ("SE", "SH", "SPd", "SPdI", "SSos", "SKom", "SIKom", "SKM", "SIP", "SAP", "SAg", "SSi", "SPt", "SHut", "SFarm", "SPsi", "SPi", "SGz", "SKep", "SKeb", "SKed", "SAk", "SSn", "SHum", "STP", "SHI", "SEI", "SThI", "SFil", "SSTat", "SS", "SP", "Drs", "Dra", "Ir"),
    "D-III": ("AMd", "AMK", "AMKep", "AMKeb", "AMKG", "AMAK", "AMF", "AMG", "AMKL", "AMTE", "AMR"),
    "D-II": ("AMa", "AMaPd", "AMaPust"),
}  # fmt: skip
"""Level → titles, written with their full stops or without; `S.`, `M.`, `A.Md.` and `A.Ma.` with any field are known by their beginning."""

PROFESSIONS: Final = {
    "Dokter": ("Dokter", "Dokter Umum", "Profesi Dokter", "Pendidikan Profesi Dokter"),
    "Dokter Gigi": ("Dokter Gigi", "drg", "Profesi Dokter Gigi"),
    "Dokter Hewan": ("Dokter Hewan", "drh", "Profesi Dokter Hewan"),
    "Apoteker": ("Apoteker", "Apt", "Profesi Apoteker"),
    "Ners": ("Ners", "Ns", "Profesi Ners"),
    "Bidan": ("Profesi Bidan", "Pendidikan Profesi Bidan"),
    "Guru": ("Profesi Guru", "Pendidikan Profesi Guru", "PPG"),
    "Akuntan": ("Profesi Akuntan", "Pendidikan Profesi Akuntansi"),
    "Insinyur": ("Profesi Insinyur",),
}
"""Profession → how its degree is written: a level S1 with the mark `profesi`."""
