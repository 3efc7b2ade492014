"""The guarded reader: the only place where source files are listed and opened."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from generator.findings import Code, Finding, Plek, fout

GROOTSTE_BESTAND = 5_000_000
DIEPSTE_MAP = 8
CODERINGEN = ("utf-8", "utf-16", "windows-1252", "iso-8859-1")
"""What a declaration may name; Python knows more, and some of those run or guess."""


class SourceTree:
    """The files below data/ and content/ of one programme; reads them, and notes what it cannot.

    Attributes:
        names: every regular file, relative to the root with forward slashes, sorted.
        findings: what was wrong with files so far.
    """

    def __init__(self, root: Path) -> None:
        """List the files of the programme in `root`, without opening or following any."""
        self.root = root
        self.findings: list[Finding] = []
        self._unread: set[str] = set()
        self.names = tuple(
            sorted(name for folder in ("data", "content") for name in self._list(folder, 1))
        )
        self._unread.update(self.names)

    def _list(self, folder: str, depth: int) -> Iterator[str]:
        path = self.root / folder
        if path.is_symlink():
            self._refuse(folder, "dit is een snelkoppeling (symlink)", "zet hier de map zelf neer")
            return
        if not path.is_dir():
            return
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda item: item.name):
                name = f"{folder}/{entry.name}"
                if entry.name.startswith((".", "~$")):
                    continue
                if entry.is_symlink():
                    self._refuse(
                        name,
                        "dit is een snelkoppeling (symlink) naar een andere plek",
                        "zet hier het bestand of de map zelf neer",
                    )
                elif entry.is_dir():
                    if depth == DIEPSTE_MAP:
                        self._refuse(name, "deze map ligt te diep", "zet de map minder diep")
                    else:
                        yield from self._list(name, depth + 1)
                elif entry.is_file():
                    yield name
                else:
                    self._refuse(name, "dit is geen gewoon bestand", "haal het hier weg")

    def _refuse(self, name: str, melding: str, oplossing: str) -> None:
        self.findings.append(fout(Code.BESTAND_ONLEESBAAR, Plek(name), melding, oplossing))

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
        self.claim(name)
        path = self.root / name
        try:
            if path.stat().st_size > GROOTSTE_BESTAND:
                limit = f"{GROOTSTE_BESTAND // 1_000_000} MB"
                self._refuse(name, f"het bestand is groter dan {limit}", "maak het kleiner")
                return None
            content = path.read_bytes()
        except OSError as error:
            self._refuse(
                name, f"het bestand is niet te openen ({error.strerror})", "controleer de rechten"
            )
            return None
        text = self._decode(name, content, codering)
        if text is None:
            return None
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
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

    def _decode(self, name: str, content: bytes, codering: str | None) -> str | None:
        encoding = (codering or "utf-8").lower()
        if encoding not in CODERINGEN:
            advice = f"kies in de beschrijving van dit bestand uit: {', '.join(CODERINGEN)}"
            self._refuse(name, f"de codering '{codering}' wordt niet gelezen", advice)
            return None
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            before = content[: error.start].replace(b"\r\n", b"\n").decode(encoding, "replace")
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
            guess = content[error.start : error.start + 1].decode("cp1252", "replace")
            melding = f"dit bestand is niet opgeslagen als {encoding.upper()}"
            oplossing = "schrijf in de beschrijving van dit bestand codering: utf-8"
            if encoding == "utf-8":
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
