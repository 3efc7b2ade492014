"""No standard format: a province with other words, other phases and fewer parts needs no code."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from generator.findings import Ernst
from generator.model.basis import Editie
from generator.model.paginas import PAGINAS
from generator.model.programma import ONDERDELEN
from generator.pipeline import inspect, prepare
from tests.programmes import ROOT, Built, build, copy_provincie

EDITIES = ("intern", "publiek")
ONGENOEMD = (
    "onderbouwing",
    "fasedoelen",
    "stakeholders",
    "bijeenkomsten",
    "successen",
    "belemmeringen",
    "routes",
    "keuzehulp",
)
"""Collections that no other record of the example refers to."""
ABSENT = {
    "nulmeting/grondstofstromen": "data/grondstofstromen.yaml",
    "nulmeting/circulariteitsscan": "data/circulariteitsscan.yaml",
    "nulmeting/bewustzijn": "data/bewustzijn.yaml",
    "challenge": "data/challenge.yaml",
    "beleid-en-werkwijze": "data/integratie.yaml",
    "belemmeringen": "data/belemmeringen.yaml",
    "totstandkoming": "data/bijeenkomsten.yaml",
    "successen/index": "data/successen.yaml",
    "profiel": "data/profiel.yaml",
    "ambitie": "data/doelstellingen.yaml",
    "aanpak": "data/fasedoelen.yaml",
    "raad": "raadsstukken",
    "over/onderbouwing": "data/onderbouwing.yaml",
}


def _text(tree: BeautifulSoup | Tag) -> str:
    return " ".join(tree.get_text(" ").replace("\xa0", " ").split())


def test_province_gives_no_finding() -> None:
    """Other words, other phases and absent parts are not mistakes."""
    found = inspect(ROOT / "tests" / "provincie").findings
    assert [finding for finding in found if finding.ernst is not Ernst.TIP] == []


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("pad", ABSENT)
def test_absent_part_has_no_page_and_no_link(provincie: Built, editie: str, pad: str) -> None:
    """What the province did not write is on no page and in no menu."""
    assert not (provincie.root / ABSENT[pad]).exists()
    assert not (provincie.edities[editie] / f"{pad}.html").exists()
    for page in provincie.pages(editie):
        if page.name != "404.html":
            tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
            assert not tree.select(f'a[href$="{pad}.html"]'), page.name


@pytest.mark.parametrize("editie", EDITIES)
def test_missing_parts_of_the_baseline_are_named(provincie: Built, editie: str) -> None:
    """The page of the nulmeting says which parts were not done, and links to what was."""
    article = provincie.page(editie, "nulmeting/index").select_one("article")
    assert article is not None
    assert article.select('a[href="inkoop.html"]')
    for part in ("grondstof", "bewustzijn", "circulariteitsscan"):
        told = [_text(item).lower() for item in article.select("li, p, dl > div, tr")]
        missing = [text for text in told if part in text and ("niet" in text or "geen" in text)]
        assert missing, part


@pytest.mark.parametrize("editie", EDITIES)
def test_words_are_those_of_the_province(provincie: Built, editie: str) -> None:
    """Phases, status, R-view and labels come from its own vocabularies."""
    article = _text(provincie.page(editie, "acties/a-0002"))
    for word in ("Toepassen", "R5 Recyclen", "Proberen", "Loopt"):
        assert word in article
    choices = provincie.page(editie, "acties/index").select("select[name=fase] option[value]")
    phases = [_text(choice) for choice in choices if choice["value"]]
    assert phases == ["Verkennen", "Toepassen"]  # no action is in the other two


def _iter_empty_headings(page: Path) -> list[str]:
    """Headings of the article that nothing follows before the next heading of their level."""
    tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
    article = tree.select_one("article") or tree
    headings = article.select("h1, h2, h3, h4")
    empty = []
    for heading in headings:
        level, has_content = int(heading.name[1]), False
        for item in heading.next_siblings:
            if not isinstance(item, Tag):
                continue
            if item.name in {"h1", "h2", "h3", "h4"}:
                has_content = has_content or int(item.name[1]) > level
                break
            has_content = has_content or bool(_text(item) or item.select("img, .figuur-beeld"))
        if not has_content:
            empty.append(f"{page.name}: {_text(heading)}")
    return empty


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("which", ["provincie", "built"])
def test_no_chapter_is_empty(request: pytest.FixtureRequest, which: str, editie: str) -> None:
    """No heading on any page of either programme stands above nothing."""
    site: Built = request.getfixturevalue(which)
    empty = [name for page in site.pages(editie) for name in _iter_empty_headings(page)]
    assert empty == []


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("which", ["provincie", "built"])
def test_no_chapter_of_the_menu_is_empty(
    request: pytest.FixtureRequest, which: str, editie: str
) -> None:
    """Every chapter of the menu leads to a page that exists."""
    site: Built = request.getfixturevalue(which)
    chapters = site.page(editie, "index").select(".md-tabs a[href]")
    assert len(chapters) >= 4
    for link in chapters:
        assert (site.edities[editie] / str(link["href"])).resolve().is_file()


def test_nothing_of_the_example_municipality_is_in_the_province(provincie: Built) -> None:
    """A programme elsewhere holds its own words only."""
    for editie in EDITIES:
        for page in provincie.pages(editie):
            assert "Voorbeeldstad" not in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("editie", list(Editie))
@pytest.mark.parametrize("part", [*ONDERDELEN, *ONGENOEMD])
def test_programme_without_any_one_part_has_no_page_of_it(part: str, editie: Editie) -> None:
    """Each part that others do not refer to can be left out, and takes its pages along."""
    programma = inspect(ROOT).programma
    assert programma is not None
    absent = None if part in ONDERDELEN else ()
    without = programma.model_copy(update={part: absent, "proza": ()})
    made = {page.pad for page in prepare(without, editie, date(2026, 10, 1)).pages}
    only = {pagina.pad for pagina in PAGINAS if pagina.nodig == (part,)}
    assert not made & only
    assert "index" in made


def test_smallest_programme_is_built(tmp_path: Path) -> None:
    """Who has only programma.yaml, its source and the vocabularies, already gets both editions."""
    root = copy_provincie(tmp_path / "programma")
    for path in (root / "data").iterdir():
        if path.name not in {"programma.yaml", "bronnen.yaml", "woordenlijst"}:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    site = build(root)
    for editie in EDITIES:
        assert (site / editie / "index.html").is_file()
        assert not (site / editie / "samenvatting.html").exists()
