"""What git knows of a programme: its earlier versions, and when each file was last changed.

Git is asked by name of an object only, never to run a hook, a filter or a command of a
configuration: a folder with a programme may come from somebody else.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Final

from generator.load.reader import GROOTSTE_GEHEEL, MAPPEN, MEESTE_BESTANDEN
from generator.load.sources import TEKST

LANGST = 30
"""Seconds that git may take for one question."""
_VEILIG: Final = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "-c", "log.mailmap=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
_BEHOUDEN: Final = ("GIT_CONFIG_", "GIT_EXEC_PATH", "GIT_CEILING_DIRECTORIES")
"""Variables of git that say how it was installed; others would point it at another repository."""
_OMGEVING: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "LC_ALL": "C",
}
_GEWOON: Final = ("100644", "100755")
_HASHES: Final = {40: "sha1", 64: "sha256"}
_VERSIE = re.compile(r"[^\x00-\x20\x7f-]([^\x00-\x1f\x7f]{0,199})")
_BEGIN: Final = "\x01"


class Gebrek(StrEnum):
    """Why the history of a programme is not known."""

    GEEN_GIT = "geen_git"
    GEEN_MAP = "geen_map"
    NIET_VERTROUWD = "niet_vertrouwd"
    LEEG = "leeg"
    ONDIEP = "ondiep"


class GitError(Exception):
    """Git did not answer; the text is what it said itself."""


@dataclass(frozen=True, slots=True)
class Commit:
    """One version: its full name, and its day in its own time zone."""

    hash: str
    datum: date

    @property
    def kort(self) -> str:
        """The name as people write it."""
        return self.hash[:7]


@dataclass(frozen=True, slots=True)
class Wijzigdata:
    """When files were last changed, as far as git knows.

    Attributes:
        data: the day of the newest version that changed a file, by its name.
        los: files that differ from the newest version, or are not in it.
        gebrek: why nothing is known; None when it is.
    """

    data: Mapping[str, date]
    los: frozenset[str] = frozenset()
    gebrek: Gebrek | None = None


def find_git(root: Path) -> str | None:
    """The program git; never one that lies in the programme or where the user happens to be."""
    found = shutil.which("git")
    if found is None:
        return None
    folder = Path(found).absolute().parent
    return None if folder in {Path.cwd(), root.absolute()} else str(Path(found).absolute())


class Repository:
    """The repository that holds the programme in `root`, which may be a folder within it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _ask(self, *arguments: str, text: bytes = b"") -> bytes:
        """What git answers.

        Raises:
            GitError: it is absent, refused, or took too long.
        """
        program = find_git(self.root)
        if program is None:
            raise GitError(Gebrek.GEEN_GIT)
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.upper().startswith("GIT_") or name.upper().startswith(_BEHOUDEN)
        }
        try:
            answer = subprocess.run(  # noqa: S603 - a full path, and arguments of our own
                [program, *_VEILIG, *arguments],
                cwd=self.root,
                env={**kept, **_OMGEVING},
                input=text,
                capture_output=True,
                check=False,
                timeout=LANGST,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise GitError(str(error)) from error
        if answer.returncode:
            raise GitError(answer.stderr.decode("utf-8", "replace").strip())
        return answer.stdout

    def _ask_lines(self, *arguments: str) -> list[str]:
        return os.fsdecode(self._ask(*arguments)).splitlines()

    @cached_property
    def gebrek(self) -> Gebrek | None:
        """Why nothing can be asked at all; None when the newest version holds the programme."""
        if find_git(self.root) is None:
            return Gebrek.GEEN_GIT
        try:
            self._ask("rev-parse", "--git-dir")
        except GitError as error:
            is_foreign = "dubious ownership" in str(error) or "safe.directory" in str(error)
            return Gebrek.NIET_VERTROUWD if is_foreign else Gebrek.GEEN_MAP
        head = self.find_commit("HEAD")
        if head is None:
            return Gebrek.LEEG
        return None if self._list_blobs(head) else Gebrek.GEEN_MAP

    @cached_property
    def is_shallow(self) -> bool:
        """Whether the history was cut off: tags are missing, and dates of files are not true."""
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    def find_commit(self, versie: str) -> Commit | None:
        """The commit that a tag, a branch or the name of a commit stands for; None when unknown."""
        if not _VERSIE.fullmatch(versie):
            return None
        try:
            (name,) = self._ask_lines("rev-parse", "--verify", "--quiet", f"{versie}^{{commit}}")
            (day,) = self._ask_lines("log", "-1", "--format=%cs", name)
            return Commit(name, date.fromisoformat(day))
        except (GitError, ValueError):  # also a day that no calendar has
            return None

    def find_before(self, day: date) -> Commit | None:
        """The newest commit of the main line from before a day; None when there is none."""
        for line in self._ask_lines("log", "--first-parent", "--format=%H %cs", "HEAD"):
            name, _, written = line.partition(" ")
            moment = _read_day(written)
            if moment and moment < day:
                return Commit(name, moment)
        return None

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags that lead to the newest version, the newest first."""
        return self._list_refs("refs/tags", "--merged=HEAD")

    @cached_property
    def takken(self) -> tuple[str, ...]:
        """The branches, also those of others, the newest first."""
        return self._list_refs("refs/heads", "refs/remotes")

    def _list_refs(self, *what: str) -> tuple[str, ...]:
        form = ("--sort=-creatordate", "--format=%(refname:short)")
        return tuple(self._ask_lines("for-each-ref", *form, *what))

    def suggest(self, versie: str) -> str | None:
        """The tag or branch that is spelled most like `versie`."""
        names = {name.lower(): name for name in reversed((*self.tags, *self.takken))}
        close = get_close_matches(versie.lower(), names, n=1)
        return names[close[0]] if close else None

    def _list_blobs(self, commit: Commit) -> dict[str, tuple[str, int]]:
        """The regular source files of a version: name below the root, with object and size."""
        answer = self._ask("ls-tree", "-r", "-z", "-l", commit.hash, "--", *MAPPEN)
        found = {}
        for entry in answer.split(b"\0")[:-1]:
            told, _, name = entry.partition(b"\t")
            mode, _, blob, size = told.decode("ascii").split()
            if mode in _GEWOON and not name.endswith(b".zip"):
                found[os.fsdecode(name)] = blob, int(size)
        return found

    def read_version(self, commit: Commit) -> dict[str, bytes]:
        """Every source file of a version by its name, as it was stored; archives not.

        Objects are read as they are: an attribute such as `export-ignore`, a filter or a line end
        of the system changes nothing, and what LFS keeps elsewhere is only its pointer.

        Raises:
            GitError: it holds more than a programme may hold, or an object is missing.
        """
        blobs = self._list_blobs(commit)
        if len(blobs) > MEESTE_BESTANDEN or sum(s for _, s in blobs.values()) > GROOTSTE_GEHEEL:
            raise GitError("te groot")
        wanted = sorted({blob for blob, _ in blobs.values()})
        asked = "".join(f"{blob}\n" for blob in wanted).encode("ascii")
        contents = dict(_split_batch(self._ask("cat-file", "--batch", text=asked)))
        if missing := set(wanted) - contents.keys():
            raise GitError(f"missing {min(missing)}")
        return {name: contents[blob] for name, (blob, _) in blobs.items()}

    def list_loose(self, current: Mapping[str, bytes]) -> frozenset[str]:
        """The texts that are not as they are in the newest version: changed, new or gone."""
        head = self.find_commit("HEAD")
        stored = self._list_blobs(head) if head else {}
        same = {
            name
            for name, content in current.items()
            if name in stored and stored[name][0] in _hash_blob(content, len(stored[name][0]))
        }
        return frozenset({*current, *(name for name in stored if name.endswith(TEKST))} - same)

    def list_dates(self) -> dict[str, date]:
        """The newest day on which each file was changed, from one pass over all versions."""
        form = f"--format={_BEGIN}%cs"
        answer = self._ask(
            "log", "-c", "--no-renames", "--name-only", "--relative", form, "HEAD", *("--", *MAPPEN)
        )
        found: dict[str, date] = {}
        day: date | None = None
        for line in os.fsdecode(answer).splitlines():
            if line.startswith(_BEGIN):
                day = _read_day(line.removeprefix(_BEGIN))
            elif line and day:
                found[line] = max(day, found.get(line, day))
        return found


def _read_day(written: str) -> date | None:
    """The day of a commit; None when no calendar has it, for git keeps whatever was written."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _split_batch(answer: bytes) -> Iterator[tuple[str, bytes]]:
    """The objects in an answer of `git cat-file --batch`, by name."""
    place = 0
    while place < len(answer):
        end = answer.index(b"\n", place)
        name, *rest = answer[place:end].decode("ascii", "replace").split(" ")
        place = end + 1
        if len(rest) == 2:  # noqa: PLR2004 - its kind and its size; one that is missing has neither
            size = int(rest[1])
            yield name, answer[place : place + size]
            place += size + 1


def _hash_blob(content: bytes, length: int) -> Sequence[str]:
    """What git may call a file: as it is, and with the line ends that git stores."""
    algorithm = _HASHES[length]
    stored = (content, content.replace(b"\r\n", b"\n"))
    return [
        hashlib.new(algorithm, b"blob %d\0" % len(item) + item, usedforsecurity=False).hexdigest()
        for item in stored
    ]


def read_dates(root: Path, current: Mapping[str, bytes]) -> Wijzigdata:
    """When the files of `current` were last changed; without dates when git cannot know them."""
    repository = Repository(root)
    if gebrek := repository.gebrek:
        return Wijzigdata({}, gebrek=gebrek)
    if repository.is_shallow:
        return Wijzigdata({}, gebrek=Gebrek.ONDIEP)
    dates = repository.list_dates()
    loose = repository.list_loose(current)
    return Wijzigdata({name: dates[name] for name in current if name in dates}, loose)
