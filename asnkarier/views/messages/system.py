"""What the operating system refuses, in words of the language in use: its own are English, whatever the officer reads."""

import errno
import os

from asnkarier.views.language import N_, translate

REASONS = {
    errno.EACCES: N_("no permission"),
    errno.EPERM: N_("no permission"),
    errno.EEXIST: N_("a file of that name is there already"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ENOENT: N_("there is no such file or folder"),
    errno.ENOSPC: N_("the disk is full"),
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EROFS: N_("the disk can only be read"),
    errno.EBUSY: N_("another program is using it"),
    errno.EIO: N_("the disk cannot be read or written"),
    errno.EFBIG: N_("the file is too large"),
    errno.ELOOP: N_("its links go round in a circle"),
    errno.EMFILE: N_("too many files are open"),
    errno.EINVAL: N_("the name cannot be a file's"),
}


def reason(told: str) -> str:
    """Return what the system told in words of ours; what is not known stays as it was told."""
    words = next((words for number, words in REASONS.items() if os.strerror(number) == told), None)
    return translate(words) if words else told
