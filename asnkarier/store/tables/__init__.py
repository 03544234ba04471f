"""The schema of the file, in SQLModel: the only place where tables are defined."""

from . import facts, log, people, structure
from .base import SQLModel

metadata = SQLModel.metadata

__all__ = ["facts", "log", "metadata", "people", "structure"]
