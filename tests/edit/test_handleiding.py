"""The manual: one text gives `data/README.md`, with a line for each field of the model."""

from __future__ import annotations

import os
import re
from importlib.resources import files
from pathlib import Path

from generator.edit.handleiding import NAAM, write_handleiding
from generator.model.basis import describe_fields
from generator.model.handleiding import VELDEN, list_veldtabellen, read_delen
from generator.model.paginas import HANDLEIDINGDELEN
from generator.model.velden import iter_fields, list_bestandsoorten, list_tabelsoorten
from tests.programmes import ROOT

DELEN = Path(str(files("site_theme") / "handleiding"))


def test_handleiding_beside_the_data_is_that_of_the_program() -> None:
    """Who reads data/README.md reads what the intranet says, with the fields of this version."""
    made = write_handleiding()
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT"):
        (ROOT / NAAM).write_text(made, "utf-8")
    change = "change site_theme/handleiding/, and let CIRCULAIR_SCHRIJF_VERWACHT=1 write this file"
    assert (ROOT / NAAM).read_text("utf-8") == made, change


def test_every_part_is_shown() -> None:
    """No text that somebody wrote for the manual stays unread."""
    named = {f"{naam}.md" for naam in ("index", *HANDLEIDINGDELEN) if naam != VELDEN}
    assert {path.name for path in DELEN.iterdir()} == named
    assert len(read_delen()) == len(named)


def test_every_field_is_explained() -> None:
    """Whatever an advisor may type stands in the manual, with what it means."""
    text = write_handleiding().partition("\n## Alle velden\n")[2]
    for soort in (*list_bestandsoorten(), *list_tabelsoorten()):
        heading = f"### `data/{soort.patroon.replace('*', '<id>')}`\n"
        assert text.count(heading) == 1
        table = text.partition(heading)[2].partition("\n### ")[0]
        for name, info in iter_fields(soort.cls, soort.ingevuld):
            line = re.search(rf"^\| `{name}` \|(.*)$", table, re.MULTILINE)
            if line is None:
                assert f"`{name}`" in table.partition("Kan ook: ")[2], (soort.naam, name)
                continue
            needed, meaning = (cell.strip() for cell in line[1].split("|")[:2])
            assert (needed == "ja") == info.is_required()
            words = re.findall(r"\w+", describe_fields(soort.cls)[name])
            assert re.findall(r"\w+", meaning) == words


def test_what_stays_on_the_intranet_is_said() -> None:
    """The manual says of each field whether everyone may see it."""
    tables = {tabel.bestand: tabel for tabel in list_veldtabellen()}
    who = {veld.naam: veld.publiek for veld in tables["data/acties/<id>.yaml"].velden}
    assert who["titel"]
    assert who["mijlpalen.titel"]
    assert not who["budget_eur"]
    assert not who["verwachte_effecten.waarde"]
