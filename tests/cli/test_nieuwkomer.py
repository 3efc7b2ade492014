"""A newcomer follows `data/README.md` to the letter, makes mistakes on the way, and has a site.

Everything that is typed comes from the manual, and every mistake is mended as its message says.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner

from generator.cli import circulair, opties, start
from tests.programmes import ROOT

HANDLEIDING = ROOT / "data" / "README.md"
KOP = "## Uw eerste uur\n"
VANDAAG = date(2026, 11, 23)
_STAP = re.compile(r"^\*\*(?P<nummer>[0-9])\. .*?(?=^\*\*[0-9]\. |\Z)", re.MULTILINE | re.DOTALL)
_KADER = re.compile(r"^```(?P<taal>\w*)\n(?P<regels>.*?)^```$", re.MULTILINE | re.DOTALL)
_PLEK = re.compile(
    r"^(?P<bestand>data/\S+?):(?P<regel>\d+):(?P<kolom>\d+)  fout  (?P<code>\S+)$", re.MULTILINE
)


@dataclass(frozen=True)
class Stap:
    """One step of the manual: what it says, and what it shows to type."""

    nummer: int
    tekst: str
    taal: str
    regels: str

    @property
    def bestand(self) -> str:
        """The file that it names."""
        found = re.search(r"`(data/[^`]+)`", self.tekst)
        assert found, self.tekst
        return found[1]


def _read_steps() -> Iterator[Stap]:
    """The steps under "Uw eerste uur", each with the lines in its box."""
    section = HANDLEIDING.read_text("utf-8").partition(KOP)[2].partition("\n## ")[0]
    for step in _STAP.finditer(section):
        box = _KADER.search(step[0])
        assert box, step[0]
        tekst = " ".join(step[0][: box.start()].split())
        yield Stap(int(step["nummer"]), tekst, box["taal"], box["regels"])


@dataclass
class Nieuwkomer:
    """Somebody at a terminal, who types what the manual says."""

    monkeypatch: pytest.MonkeyPatch
    uitvoer: str = ""
    code: int = 0

    def follow(self, stap: Stap, change: Callable[[str], str] = str) -> None:
        """Do what a step says; `change` is what the newcomer does wrong with its lines."""
        if stap.taal == "sh":
            for line in stap.regels.splitlines():
                self.type(line)
            return
        path, regels = Path(stap.bestand), change(stap.regels)
        if "Maak een nieuw bestand" in stap.tekst:
            assert not path.exists()
            path.write_text(regels, "utf-8")
        elif "onderaan in" in stap.tekst:
            path.write_text(path.read_text("utf-8") + regels, "utf-8")
        else:
            under = re.search(r"onder `(\w+:)`", stap.tekst)
            assert under, stap.tekst
            block = re.compile(rf"^{under[1]}\n(?: .*\n)+", re.MULTILINE)
            text, times = block.subn(lambda found: found[0] + regels, path.read_text("utf-8"))
            assert times == 1
            path.write_text(text, "utf-8")

    def type(self, line: str) -> None:
        """Type one line in the terminal."""
        name, *arguments = shlex.split(line)
        if name == "cd":
            self.monkeypatch.chdir(*arguments)
            return
        assert name == "circulair"
        result = CliRunner().invoke(circulair, arguments, standalone_mode=False)
        assert result.exception is None, result.output
        self.uitvoer, self.code = result.output, result.return_value

    def look(self) -> re.Match[str]:
        """What `circulair controleer` says first: there is a mistake, and it has a place."""
        self.type("circulair controleer")
        assert self.code == 1, self.uitvoer
        found = _PLEK.search(self.uitvoer)
        assert found, self.uitvoer
        return found

    def is_good(self) -> bool:
        """Whether `circulair controleer` is content."""
        self.type("circulair controleer")
        return self.code == 0


def _mend_line(place: re.Match[str], mend: Callable[[str], str]) -> None:
    """Change the line that a message names, and no other."""
    path = Path(place["bestand"])
    lines = path.read_text("utf-8").splitlines(keepends=True)
    number = int(place["regel"]) - 1
    mended = mend(lines[number])
    assert mended != lines[number]
    lines[number] = mended
    path.write_text("".join(lines), "utf-8")


def _read_page(name: str) -> str:
    text = (Path("site") / "intern" / f"{name}.html").read_text("utf-8")
    main = BeautifulSoup(text, "html.parser").find("main")
    assert main
    return main.get_text(" ", strip=True)


@pytest.fixture
def nieuwkomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Nieuwkomer:
    """A newcomer in an empty folder, on a day that does not change."""
    monkeypatch.chdir(tmp_path)
    for module in (opties, start):
        monkeypatch.setattr(module, "today", lambda: VANDAAG)
    return Nieuwkomer(monkeypatch)


def test_manual_leads_from_an_empty_folder_to_a_site(nieuwkomer: Nieuwkomer) -> None:
    """Who follows the manual, errs three times and mends it as told, ends with a site."""
    begin, team, actie, meting, doel, einde = _read_steps()

    nieuwkomer.follow(begin)
    assert nieuwkomer.code == 0, nieuwkomer.uitvoer
    nieuwkomer.follow(team)
    assert nieuwkomer.is_good(), nieuwkomer.uitvoer

    # A name that is misspelled.
    nieuwkomer.follow(actie, lambda lines: lines.replace("buitendienst", "buitendients"))
    place = nieuwkomer.look()
    assert place["bestand"] == actie.bestand
    meant = re.search(r"bedoelt u '?(\w+)'?\?", nieuwkomer.uitvoer)
    assert meant, nieuwkomer.uitvoer
    _mend_line(place, lambda line: re.sub(r"buitendients", meant[1], line))
    assert nieuwkomer.is_good(), nieuwkomer.uitvoer

    # Excel has saved the file with commas.
    nieuwkomer.follow(meting)
    assert nieuwkomer.is_good(), nieuwkomer.uitvoer
    csv = Path(meting.bestand)
    own = csv.read_text("utf-8")
    csv.write_text(own.replace(";", ","), "utf-8")
    place = nieuwkomer.look()
    assert (place["bestand"], place["regel"]) == (meting.bestand, "1")
    sign = re.search(r"zet op elke regel een (\S) tussen de cellen", nieuwkomer.uitvoer)
    assert sign, nieuwkomer.uitvoer
    csv.write_text(csv.read_text("utf-8").replace(",", sign[1]), "utf-8")
    assert csv.read_text("utf-8") == own
    assert nieuwkomer.is_good(), nieuwkomer.uitvoer

    # A tab where spaces belong.
    nieuwkomer.follow(doel, lambda lines: re.sub(r"^  ", "\t", lines, flags=re.MULTILINE))
    for _ in doel.regels.splitlines():
        place = nieuwkomer.look()
        assert place["bestand"] == doel.bestand
        assert "tab" in nieuwkomer.uitvoer
        assert "spaties" in nieuwkomer.uitvoer
        _mend_line(place, lambda line: line.replace("\t", "  "))

    nieuwkomer.follow(einde)
    assert nieuwkomer.code == 0, nieuwkomer.uitvoer
    assert "site/intern/index.html" in HANDLEIDING.read_text("utf-8").partition(KOP)[2]
    assert Path("site/intern/index.html").is_file()
    shown = _read_page(Path("teams", "buitendienst").as_posix())
    assert "Onderhoudt straten, parken en borden." in shown
    shown = _read_page("acties/a-0004")
    for words in ("Borden een tweede keer gebruiken", "Plek op de werf ingericht", "Buitendienst"):
        assert words in shown
    shown = _read_page(f"indicatoren/{csv.stem}")
    _, year, value, *_ = meting.regels.split(";")
    assert year in shown
    assert re.search(rf"\b{value}\s?%", shown), shown
    assert re.search(r"\b2040\b", shown)
    assert re.search(r"\b90\s?%", shown)
