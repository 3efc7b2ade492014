"""Pages about messages: one for each, and out of the way of whoever does not edit the files."""

from __future__ import annotations

import html
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from generator.findings import Code
from generator.model.basis import Editie
from generator.model.meldingen import read_meldingen
from generator.model.paden import pad_melding
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.present.pages.meldingen import show_code, show_regels
from tests.conftest import MINIGEMEENTE
from tests.programmes import build

MELDINGEN = {item.code: item for groep in read_meldingen() for item in groep.meldingen}
MAP = "beheer/meldingen/"
PEILDATUM = date(2026, 10, 1)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The intranet edition of Proefdorp."""
    root = tmp_path_factory.mktemp("meldingen") / "proefdorp"
    shutil.copytree(MINIGEMEENTE, root)
    return build(root, "--editie", "intern")


def test_public_edition_has_no_pages_about_messages(proefdorp: Programma) -> None:
    """Who edits the programme reads the intranet; other readers do not meet these pages."""
    pages = {page.pad for page in prepare(proefdorp, Editie.PUBLIEK, PEILDATUM).pages}
    assert not any(pad.startswith("beheer/") for pad in pages)


@pytest.mark.parametrize("code", sorted(Code))
def test_page_shows_the_lines_as_they_stand_in_the_file(code: Code, site: Path) -> None:
    """What is copied from a page can be put in a file: every space and tab is there."""
    text = (site / f"{pad_melding(code)}.html").read_text(encoding="utf-8")
    page = BeautifulSoup(text, "html.parser")
    melding = MELDINGEN[code]
    shown = [pre.get_text() for pre in page.select("figure.bronregels pre")]
    wanted = ["\n".join(item.regels) for item in (melding.fout, melding.goed) if item.regels]
    assert shown == wanted
    assert page.select_one("article h1") is not None
    assert len(page.select("ol.herstel > li")) == len(melding.herstel)


def test_list_leads_to_every_message(site: Path) -> None:
    """The list has a link to each message, and the foot of every page leads to the list."""
    text = (site / f"{MAP}index.html").read_text(encoding="utf-8")
    links = {item["href"] for item in BeautifulSoup(text, "html.parser").select(".meldingen a")}
    assert links == {f"{code.lower()}.html" for code in Code}
    home = BeautifulSoup((site / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert home.select_one(f'.voet a[href="{MAP}index.html"]') is not None


def test_search_finds_the_list_and_no_single_message(site: Path) -> None:
    """Whoever searches for a subject of the programme is not led to messages about files."""
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    found = {entry["location"].partition("#")[0] for entry in index["docs"]}
    assert {place for place in found if place.startswith(MAP)} == {f"{MAP}index.html"}


def test_what_is_to_be_typed_is_text_and_nothing_else() -> None:
    """Signs of Markdown, of HTML and of templates are shown as they are typed."""
    hostile = "  - {{ x }} <b> [a](b) *c* | # _d_\t&amp;"
    shown = str(show_regels([hostile, ""]))
    assert re.fullmatch(r"<span>.*</span>\n<span></span>", shown)
    first = shown.removeprefix("<span>").partition("</span>")[0]
    assert html.unescape(first) == hostile
    assert not re.search(r"[<>{}\[\]*|_\t]", first)
    assert show_code("Typ `<b>` hier.") == "Typ <code>&#60;b&#62;</code> hier."
