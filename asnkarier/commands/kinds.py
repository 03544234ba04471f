"""The kinds of sheet as people name them on the command line: in English and in Indonesian."""

from asnkarier.core.kinds.catalogue import KINDS

KIND_NAMES = {kind.name: (kind.label.lower().replace(" ", "-"),) for kind in KINDS.values()}
"""Canonical name → the Indonesian one: roster → daftar-pegawai."""
