"""A small programme with secrets, and a site to plant them in."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.findings import Finding
from generator.load.sources import read_sources
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import Inspection, choose_visible, inspect
from generator.scan import scan_site
from generator.scan.vindplaatsen import Bronnen
from tests.conftest import MINIGEMEENTE

VERBORGEN = """\
titel: Kazerneterrein verkopen
omschrijving: >-
  Het college wil de oude kazerne in stilte verkopen. Pas na de zomer hoort de raad
  welke partij het terrein krijgt en tegen welke prijs.
thema: bedrijfsvoering
schaal: eigen_organisatie
interventietype: borgen
fase: opschaling
eigenaar_team: personeel
start: 2027-01
eind: 2027-12
actiestatus: gepland
budget_eur: 235000
"""
"""An action of the intranet."""


def write_secrets(root: Path) -> None:
    """Give the programme in `root` texts, numbers and an action that are not for everyone."""
    acties = root / "data" / "acties"
    first = (acties / "A-0001.yaml").read_text("utf-8")
    first = first.replace("trekker: projectleider wegen", "trekker: Voorvechter grindkorrels")
    first = first.replace("budget_eur: 12500,50", "budget_eur: 187453")
    (acties / "A-0001.yaml").write_text(first, "utf-8")
    for name, amount in (("A-0002", 125000), ("A-0003", 175000)):
        with (acties / f"{name}.yaml").open("a", encoding="utf-8") as file:
            file.write(f"budget_eur: {amount}\n")
    (acties / "A-0077.yaml").write_text(VERBORGEN, "utf-8")
    (root / "content" / "werkplan.md").write_text(
        "---\ntitel: Werkplan\nomschrijving: Hoe wij werken.\nzichtbaarheid: intern\n---\n\n"
        "## Wie\n\nDe wethouder wil eigenlijk veel liever een zwembad bouwen.\n",
        "utf-8",
    )


@dataclass(frozen=True)
class Geheim:
    """The programme with secrets: what all of it is, and what everyone may see."""

    root: Path
    found: Inspection
    programma: Programma
    visible: Programma

    def scan(self, folder: Path) -> tuple[Finding, ...]:
        """What the scan finds in a site."""
        return self.scan_as(self.programma, folder)

    def scan_as(self, programma: Programma, folder: Path) -> tuple[Finding, ...]:
        """What the scan finds when `programma` is what only colleagues may see all of."""
        bronnen = Bronnen(self.root, self.found.plekken, lambda: read_sources(self.root))
        return scan_site(folder, programma, self.visible, bronnen)


def read_geheim(root: Path) -> Geheim:
    """The programme in `root`, and what the public edition may know of it."""
    found = inspect(root)
    assert found.programma, found.findings
    visible, _ = choose_visible(found.programma, Editie.PUBLIEK, found.peildatum)
    return Geheim(root, found, found.programma, visible)


@pytest.fixture(scope="session")
def geheim(tmp_path_factory: pytest.TempPathFactory) -> Geheim:
    """Proefdorp with secrets."""
    root = tmp_path_factory.mktemp("geheim") / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)
    write_secrets(root)
    return read_geheim(root)


type_plant = Callable[..., tuple[Finding, ...]]


@pytest.fixture
def plant(geheim: Geheim, tmp_path: Path) -> type_plant:
    """What the scan finds when a site holds one file, or some."""

    def run(name: str, content: str | bytes, **more: str) -> tuple[Finding, ...]:
        site = tmp_path / "site"
        for file, text in {name: content, **more}.items():
            target = site / file
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text.encode() if isinstance(text, str) else text)
        return geheim.scan(site)

    return run


type_verander = Callable[..., Geheim]


@pytest.fixture
def verander(tmp_path: Path) -> type_verander:
    """Proefdorp with secrets, with other words for the one who leads A-0001."""

    def run(old: str, new: str, vrijgegeven: str = "") -> Geheim:
        root = tmp_path / f"proefdorp-{len(list(tmp_path.iterdir()))}"
        shutil.copytree(MINIGEMEENTE, root)
        write_secrets(root)
        path = root / "data" / "acties" / "A-0001.yaml"
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        with (root / "data" / "programma.yaml").open("a", encoding="utf-8") as file:
            file.write(vrijgegeven)
        return read_geheim(root)

    return run
