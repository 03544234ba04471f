"""What a command does with the file."""

from enum import Enum


class Access(Enum):
    """How a command opens the file."""

    NONE = "none"
    READ = "read"
    WRITE = "write"
    CREATE = "create"
