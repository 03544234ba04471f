"""The kinds of sheet and their fields as people name them on the command line: in English and in Indonesian."""

from collections.abc import Collection, Mapping
from typing import Final

from asnkarier.core.kinds.catalogue import KINDS
from asnkarier.core.text import folded

_OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "roster": ("pegawai",),
    "movements": ("mutasi",),
    "units": ("unit",),
    "successions": ("sotk",),
    "standards": ("standar",),
    "assessments": ("asesmen",),
    "evaluations": ("evaluasi", "penilaian", "skp"),
    "indicators": ("indikator",),
    "survey": ("survei",),
    "trainings": ("diklat",),
    "catalogue": ("katalog",),
    "educations": ("pendidikan",),
    "exams": ("ujian",),
    "discipline": ("disiplin",),
    "idp": ("rencana",),
}
"""Shorter Indonesian names."""

KIND_NAMES: dict[str, tuple[str, ...]] = {
    kind.name: (kind.label.lower().replace(" ", "-"), *_OTHERS.get(kind.name, ())) for kind in KINDS.values()
}
"""Canonical name → the Indonesian ones, the label's first: roster → daftar-pegawai."""


def both_names() -> str:
    """Return every kind with its Indonesian name: `roster (daftar-pegawai), …`."""
    return ", ".join(f"{name} ({others[0]})" for name, others in KIND_NAMES.items())


def fields_named(typed: str, kinds: Collection[str]) -> list[str]:
    """Return the fields of these kinds (of all where there are none) that somebody may mean: by name, else by label."""
    fields = [field for kind in KINDS.values() if not kinds or kind.name in kinds for field in kind.fields]
    if any(field.name == typed for field in fields):
        return [typed]
    return sorted({field.name for field in fields if folded(typed) in (folded(field.label), folded(field.name))})
