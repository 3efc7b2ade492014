"""The only place where a source file is opened: a regular file, of bounded size, below the root."""

from __future__ import annotations

import errno
import os
import stat
import sys
from enum import StrEnum
from pathlib import Path

from generator.findings import Code

_VLAGGEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # not on Windows, where only who may manage makes links
    | getattr(os, "O_NONBLOCK", 0)  # so that a pipe does not wait for somebody to write
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)
_MAP = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)
_REDENEN = {
    errno.EACCES: "u hebt er geen toegang toe",
    errno.EPERM: "u hebt er geen toegang toe",
    errno.ENOENT: "het is er niet meer",
    errno.ELOOP: "het is een snelkoppeling",
    errno.ENOTDIR: "een map op de weg erheen is een snelkoppeling of een bestand",
}


class RefusedError(Exception):
    """A file that is not to be read: what is wrong with it, and what to do."""

    def __init__(self, melding: str, oplossing: str, code: Code = Code.BESTAND_ONLEESBAAR) -> None:
        super().__init__(melding)
        self.melding, self.oplossing, self.code = melding, oplossing, code


def read_guarded(root: Path, name: str, largest: int) -> bytes:
    """The bytes of the file `name` below `root`, whatever anybody does with it meanwhile.

    No link is followed on the way, and what counts is what was opened, not what was listed.

    Args:
        root: the folder of the programme; the user named it, so it may be a link itself.
        name: the file, with forward slashes.
        largest: the most bytes that it may have.

    Raises:
        RefusedError: it is absent, not a regular file, too large, or not to be opened.
    """
    try:
        descriptor = _open_below(root, name)
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise RefusedError("dit is geen gewoon bestand", "haal het hier weg")
            with open(descriptor, "rb", closefd=False) as file:
                content = file.read(largest + 1)
        finally:
            os.close(descriptor)
    except OSError as error:
        melding = f"het bestand is niet te openen ({explain_refusal(error)})"
        raise RefusedError(melding, "controleer de rechten") from error
    return bound_size(content, largest)


def bound_size(content: bytes, largest: int) -> bytes:
    """The bytes of a file, when they are not too many.

    Raises:
        RefusedError: there are more than `largest`.
    """
    if len(content) > largest:
        melding = f"het bestand is groter dan {show_size(largest)}"
        raise RefusedError(melding, "maak het kleiner", Code.BESTAND_TE_GROOT)
    return content


def _open_below(root: Path, name: str) -> int:
    """A descriptor of the file, reached folder by folder so that no link can be slipped in."""
    if os.open not in os.supports_dir_fd:
        return os.open(root / name, _VLAGGEN)
    *folders, last = name.split("/")
    here = os.open(root, _MAP & ~getattr(os, "O_NOFOLLOW", 0))
    try:
        for folder in folders:
            deeper = os.open(folder, _MAP, dir_fd=here)
            os.close(here)
            here = deeper
        return os.open(last, _VLAGGEN, dir_fd=here)
    finally:
        os.close(here)


class Soort(StrEnum):
    """What lies in a folder."""

    BESTAND = "bestand"
    MAP = "map"
    KOPPELING = "koppeling"
    ANDERS = "anders"


def classify(entry: os.DirEntry[str]) -> Soort:
    """What something in a folder is; a link, or a junction of Windows, is never followed."""
    try:
        if entry.is_symlink() or (sys.platform == "win32" and _is_junction(entry)):
            return Soort.KOPPELING
        if entry.is_dir(follow_symlinks=False):
            return Soort.MAP
        return Soort.BESTAND if entry.is_file(follow_symlinks=False) else Soort.ANDERS
    except OSError:
        return Soort.ANDERS


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether a folder of Windows leads elsewhere; files that OneDrive keeps elsewhere do not."""
    tag = getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0)
    return bool(tag) and tag == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", None)


def explain_refusal(error: OSError) -> str:
    """Why the system did not open something."""
    return _REDENEN.get(error.errno or 0, error.strerror or type(error).__name__)


def unify_line_ends(text: str) -> str:
    """The text with every line end as LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def show_size(size: int) -> str:
    """A size as people say it."""
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB"  # noqa: PLR2004 - units
