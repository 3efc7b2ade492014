"""The guarded reader: lists the source files of a programme, and reads each through the guard."""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Final

from generator.findings import Code, Finding, Plek, fout, waarschuwing
from generator.load.conflict import find_conflict
from generator.load.guard import (
    RefusedError,
    Soort,
    bound_size,
    classify,
    explain_refusal,
    read_guarded,
    show_size,
    unify_line_ends,
)
from generator.load.names import fold_name, is_left_behind, judge_name, show_name

GROOTSTE_BESTAND = 5_000_000
GROOTSTE_SOORT: Final = {".yaml": 1_000_000, ".md": 100_000, ".zip": 50_000_000}
"""The most bytes of one file: what people write stays smaller than what others deliver, and an
archive holds all of it."""
GROOTSTE_GEHEEL = 200_000_000
MEESTE_BESTANDEN = 20_000
DIEPSTE_MAP = 8
MAPPEN: Final = ("data", "content")
CODERINGEN = ("utf-8", "utf-16", "windows-1252", "iso-8859-1")
"""What a declaration may name; Python knows more, and some of those run or guess."""


class SourceTree:
    """The files below data/ and content/ of one programme; reads them, and notes what it cannot.

    Attributes:
        names: every regular file, relative to the root with forward slashes, sorted.
        findings: what was wrong with files so far.
    """

    def __init__(
        self, root: Path | None, anders: Mapping[str, bytes | None] = MappingProxyType({})
    ) -> None:
        """List the files of the programme in `root`, without opening or following any.

        Args:
            root: the folder of the programme; None when `anders` holds all of it.
            anders: files by name that count instead of those on the disk; None is a file that is
                not there. So a change is judged before it is written, and an earlier version
                without writing it at all.
        """
        self.root = root
        self._anders = anders
        self.findings: list[Finding] = []
        self._listed = self._size = 0
        self._folded: dict[str, str] = {}
        listed = {name for folder in MAPPEN for name in self._list_root(folder)}
        listed |= {name for name in anders if self._is_good(name)}
        self.names = tuple(sorted(name for name in listed if anders.get(name, b"") is not None))
        self._unread = set(self.names)

    def _is_good(self, name: str) -> bool:
        """Whether a file that is not on the disk may be called so; what is left behind is not."""
        first, *parts = name.split("/")
        if first not in MAPPEN or not parts or any(map(is_left_behind, parts)):
            return False
        if any(part.startswith(".") for part in parts):
            self._warn_hidden(name)
            return False
        problem = next(filter(None, map(judge_name, parts)), None)
        if problem:
            self._refuse(name, *problem, code=Code.BESTAND_NAAM)
        return problem is None

    def _list_root(self, folder: str) -> Iterator[str]:
        if self.root is None:
            return
        path = self.root / folder
        if path.is_symlink():
            self._refuse(folder, "dit is een snelkoppeling (symlink)", "zet hier de map zelf neer")
        elif path.is_dir():
            yield from self._list(folder, 1)
        elif path.exists():
            self._refuse(folder, "dit is geen map", f"maak een map met de naam {folder}")

    def _list(self, folder: str, depth: int) -> Iterator[str]:
        for entry in self._scan(folder):
            name = f"{folder}/{entry.name}"
            if is_left_behind(entry.name):
                continue
            if entry.name.startswith("."):
                self._warn_hidden(name)
                continue
            if other := self._find_clash(folder, entry.name):
                self._refuse(
                    name,
                    f"deze naam verschilt van '{show_name(other)}' alleen in hoofdletters of in "
                    "hoe een accent is geschreven; op Windows en macOS kan er maar een bestaan",
                    "geef een van de twee een andere naam, of haal er een weg",
                    code=Code.BESTAND_NAAM,
                )
            if problem := judge_name(entry.name):
                self._refuse(name, *problem, code=Code.BESTAND_NAAM)
                continue
            yield from self._take(entry, name, depth)

    def _take(self, entry: os.DirEntry[str], name: str, depth: int) -> Iterator[str]:
        """The file itself, or all files in a folder; anything else is refused."""
        soort = classify(entry)
        if soort is Soort.BESTAND:
            yield name
        elif soort is Soort.KOPPELING:
            self._refuse(
                name,
                "dit is een snelkoppeling (symlink) naar een andere plek",
                "zet hier het bestand of de map zelf neer",
            )
        elif soort is Soort.ANDERS:
            self._refuse(name, "dit is geen gewoon bestand", "haal het hier weg")
        elif depth == DIEPSTE_MAP:
            self._refuse(name, "deze map ligt te diep", "zet de map minder diep")
        else:
            yield from self._list(name, depth + 1)

    def _scan(self, folder: str) -> list[os.DirEntry[str]]:
        """What is in a folder, sorted; no more than the programme may have in all."""
        room = MEESTE_BESTANDEN - self._listed
        try:
            with os.scandir((self.root or Path()) / folder) as entries:
                found = list(islice(entries, room + 1))
        except OSError as error:
            melding = f"deze map is niet te openen ({explain_refusal(error)})"
            self._refuse(folder, melding, "controleer de rechten")
            return []
        if len(found) > room:
            melding = f"hier zijn meer dan {MEESTE_BESTANDEN} bestanden en mappen"
            oplossing = "haal weg wat niet bij het programma hoort"
            self._refuse(folder, melding, oplossing, Code.BESTAND_TE_GROOT)
            found = []
        self._listed += len(found)
        return sorted(found, key=lambda entry: entry.name)

    def _find_clash(self, folder: str, name: str) -> str | None:
        """The name in the same folder from which this one differs too little."""
        other = self._folded.setdefault(f"{folder}/{fold_name(name)}", name)
        return None if other == name else other

    def _warn_hidden(self, name: str) -> None:
        melding = "deze naam begint met een punt; wat verborgen is, wordt niet gelezen"
        plek = Plek(show_name(name))
        oplossing = "haal het weg, of geef het een naam zonder punt ervoor"
        self.findings.append(waarschuwing(Code.BESTAND_ONBEKEND, plek, melding, oplossing))

    def _refuse(
        self, name: str, melding: str, oplossing: str, code: Code = Code.BESTAND_ONLEESBAAR
    ) -> None:
        self.findings.append(fout(code, Plek(show_name(name)), melding, oplossing))

    def has(self, name: str) -> bool:
        """Whether a regular file of this name exists."""
        return name in self.names

    def within(self, folder: str, suffix: str) -> tuple[str, ...]:
        """Names directly in `folder` that end in `suffix`, sorted."""
        prefix = f"{folder}/"
        return tuple(
            name
            for name in self.names
            if name.startswith(prefix)
            and name.endswith(suffix)
            and "/" not in name.removeprefix(prefix)
        )

    def read(self, name: str, codering: str | None = None) -> str | None:
        """The text of a file with line ends as LF and without a byte order mark.

        `codering` is what a declaration says about a foreign file; our own files are UTF-8.

        None, with a finding, when it is too large, not to be opened, empty or not in its encoding.
        """
        content = self._fetch(name)
        if content is None:
            return None
        text = self._decode(name, content, codering)
        if text is None:
            return None
        text = unify_line_ends(text.removeprefix("\ufeff"))
        if conflict := find_conflict(text, name):
            self.findings.append(conflict)
            return None
        if not text.strip():
            self.findings.append(
                fout(
                    Code.BESTAND_LEEG,
                    Plek(name, 1, 1),
                    "dit bestand is leeg",
                    "vul het bestand, of gooi het weg",
                )
            )
            return None
        return text

    def read_bytes(self, name: str) -> bytes | None:
        """The bytes of a file that holds no text; None, with a finding, when they cannot be had."""
        content = self._fetch(name)
        if content is not None and not content:
            plek = Plek(show_name(name))
            oplossing = "zet het bestand opnieuw neer, of haal het weg"
            self.findings.append(fout(Code.BESTAND_LEEG, plek, "dit bestand is leeg", oplossing))
            return None
        return content

    def _fetch(self, name: str) -> bytes | None:
        """The bytes of a file, or None with a finding."""
        self.claim(name)
        largest = GROOTSTE_SOORT.get(PurePosixPath(name).suffix, GROOTSTE_BESTAND)
        if self._size > GROOTSTE_GEHEEL:
            return None
        try:
            content = self._open(name, largest)
        except RefusedError as error:
            self._refuse(name, error.melding, error.oplossing, error.code)
            return None
        self._size += len(content)
        if self._size > GROOTSTE_GEHEEL:
            melding = f"alle bestanden samen zijn groter dan {show_size(GROOTSTE_GEHEEL)}"
            oplossing = "haal weg wat niet bij het programma hoort"
            self._refuse(name, melding, oplossing, Code.BESTAND_TE_GROOT)
            return None
        return content

    def _open(self, name: str, largest: int) -> bytes:
        """The bytes of a file, wherever it is.

        Raises:
            RefusedError: it is absent, not a regular file, too large, or not to be opened.
        """
        content = self._anders.get(name)
        if content is None and self.root:
            return read_guarded(self.root, name, largest)
        return bound_size(content or b"", largest)

    def _decode(self, name: str, content: bytes, codering: str | None) -> str | None:
        encoding = (codering or "utf-8").lower()
        if encoding not in CODERINGEN:
            advice = f"kies in de beschrijving van dit bestand uit: {', '.join(CODERINGEN)}"
            self._refuse(name, f"de codering '{codering}' wordt niet gelezen", advice)
            return None
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            before = content[: error.start].decode(encoding, "replace").removeprefix("\ufeff")
            before = unify_line_ends(before)
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            guess = content[error.start : error.start + 1].decode("cp1252", "replace")
            melding = f"dit bestand is niet opgeslagen als {encoding.upper()}"
            is_unicode = encoding == "utf-8" and content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
            oplossing = "schrijf in de beschrijving van dit bestand codering: utf-8"
            if is_unicode:
                melding += ", maar als UTF-16 (in Kladblok en Excel: 'Unicode')"
                oplossing = "schrijf in de beschrijving van dit bestand codering: utf-16"
            elif encoding == "utf-8":
                melding += f"; hier staat waarschijnlijk '{guess}' in de oude Windows-codering"
                oplossing = "schrijf in de beschrijving van dit bestand codering: windows-1252"
            if codering is None:
                excel = " (Excel: 'CSV UTF-8 (door komma's gescheiden)')"
                oplossing = f"sla het bestand op als UTF-8{excel if name.endswith('.csv') else ''}"
            plek = Plek(name, line, column)
            self.findings.append(fout(Code.BESTAND_CODERING, plek, melding, oplossing))
        return None

    def claim(self, name: str) -> None:
        """Say that the program knows this file, so that it is not reported as unknown."""
        self._unread.discard(name)

    def find_unknown(
        self, explain: Callable[[str, Collection[str]], tuple[str, str]]
    ) -> Iterator[Finding]:
        """A finding for every file that nothing read: it would have been ignored in silence.

        `explain` gives melding and oplossing for a name among all names.
        """
        for name in sorted(self._unread):
            yield fout(Code.BESTAND_ONBEKEND, Plek(name), *explain(name, self.names))
