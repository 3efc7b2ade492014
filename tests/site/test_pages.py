"""Every part of the programme has its page, and is found from where readers look for it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.programmes import Built

EDITIES = ("intern", "publiek")
INTERN = ("A-0018", "A-0022", "A-0025", "A-0027", "A-0032")


def _read_sources(built: Built) -> dict[str, dict[str, str]]:
    """Flat fields of each action file, read without the program."""
    sources = {}
    for path in sorted((built.root / "data" / "acties").glob("*.yaml")):
        lines = [
            line for line in path.read_text(encoding="utf-8").splitlines() if line[:1].isalpha()
        ]
        sources[path.stem] = dict(line.split(":", 1) for line in lines)
    return {name: {k: v.strip() for k, v in fields.items()} for name, fields in sources.items()}


@pytest.mark.parametrize(("editie", "aantal"), [("intern", 36), ("publiek", 31)])
def test_every_action_of_the_edition_has_a_page(built: Built, editie: str, aantal: int) -> None:
    """The intranet shows all 36 actions, the public site the 31 public ones."""
    assert len(list((built.edities[editie] / "acties").glob("a-*.html"))) == aantal


def test_public_edition_has_no_page_of_an_internal_action(built: Built) -> None:
    """An action that does not say it is public has no public page."""
    for identifier in INTERN:
        assert not (built.edities["publiek"] / "acties" / f"{identifier.lower()}.html").exists()
        assert (built.edities["intern"] / "acties" / f"{identifier.lower()}.html").is_file()


@pytest.mark.parametrize("editie", EDITIES)
def test_every_action_is_linked_from_overview_team_and_theme(built: Built, editie: str) -> None:
    """Whoever starts at the overview, a team or a theme finds every action."""
    for identifier, fields in _read_sources(built).items():
        if editie == "publiek" and identifier in INTERN:
            continue
        name = f"{identifier.lower()}.html"
        for pad in (
            "acties/index",
            f"teams/{fields['eigenaar_team']}",
            f"themas/{fields['thema']}",
        ):
            links = built.page(editie, pad).select(f'article a[href$="{name}"]')
            assert links, f"{pad} does not link to {identifier}"


def _resolve(page: Path, address: str) -> tuple[Path, str]:
    parts = urlsplit(address)
    target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return (target / "index.html" if target.is_dir() else target), unquote(parts.fragment)


@pytest.mark.parametrize("editie", EDITIES)
def test_no_internal_link_is_broken(built: Built, editie: str) -> None:
    """Every link, image, style and script on every page leads to something that exists."""
    broken, ids = [], {}
    trees = {
        page: BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for page in built.pages(editie)
    }
    for page, tree in trees.items():
        ids[page] = {str(element["id"]) for element in tree.select("[id]")}
    checked = 0
    for page, tree in trees.items():
        if page.name == "404.html":
            continue  # served from any depth, so its addresses are absolute
        for element in tree.select("[href], [src], [data-script]"):
            address = str(element.get("href") or element.get("src") or element.get("data-script"))
            if urlsplit(address).scheme or address.startswith("//"):
                continue
            target, fragment = _resolve(page, address)
            checked += 1
            if not target.is_file() or (fragment and fragment not in ids.get(target, {fragment})):
                broken.append(f"{page.name}: {address}")
    assert broken == []
    assert checked > 1000


@pytest.mark.parametrize("editie", EDITIES)
def test_action_and_indicator_pages_stay_out_of_the_menu(built: Built, editie: str) -> None:
    """The menu holds chapters, themes and teams; a menu of all pages grows with the square."""
    tree = built.page(editie, "themas/openbare_ruimte")
    menu = [str(link["href"]) for link in tree.select(".menu a[href], .md-tabs a[href]")]
    assert any(address.endswith("acties/index.html") for address in menu)
    assert not [a for a in menu if "/a-0" in a or ("indicatoren/" in a and "index" not in a)]


@pytest.mark.parametrize("editie", EDITIES)
def test_every_chart_says_where_it_comes_from_without_unfolding(built: Built, editie: str) -> None:
    """Under a chart stand its moment and its sources, not only in the folded table."""
    charts = 0
    for page in built.pages(editie):
        tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for figure in tree.select("figure[data-figuur]"):
            if figure.select_one("details .bronregel"):
                charts += 1
                told = [
                    line for line in figure.select(".bronregel") if not line.find_parent("details")
                ]
                assert any("Bron: " in line.text or "Stand: " in line.text for line in told), (
                    f"{page.name}: {figure['data-figuur']}"
                )
    assert charts > 20


@pytest.mark.parametrize("editie", EDITIES)
def test_the_glossary_can_be_reached_by_letter(built: Built, editie: str) -> None:
    """A letter leads to the words that begin with it, and no word is left out."""
    tree = built.page(editie, "over/begrippen")
    seen = []
    for link in tree.select(".letters a"):
        letter = link.get_text()[-1]
        words = [word.get_text() for word in tree.select(f"dl{link['href']} dt")]
        assert words
        assert {word[:1].upper() for word in words} == {letter}
        seen += words
    assert len(seen) == len(tree.select("[id^=begrip-]")) > 20


@pytest.mark.parametrize("editie", EDITIES)
def test_no_page_loads_anything_from_elsewhere(built: Built, editie: str) -> None:
    """A reader's browser contacts no third party."""
    for page in built.pages(editie):
        tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for element in tree.select("[src], link[href]"):
            address = str(element.get("src") or element.get("href"))
            assert not urlsplit(address).netloc, f"{page.name}: {address}"


@pytest.mark.parametrize("editie", EDITIES)
def test_the_notice_of_the_data_stands_on_every_page(built: Built, editie: str) -> None:
    """Readers see everywhere that the figures are examples."""
    source = (built.root / "data" / "programma.yaml").read_text(encoding="utf-8")
    first_words = source.split("melding:")[1].replace(">-", "").split()[:4]
    for page in built.pages(editie):
        tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        assert " ".join(first_words) in " ".join(tree.get_text(" ").split()), page.name


def test_case_page_holds_nothing_of_the_example_municipality(built: Built) -> None:
    """Casus Soest holds facts with a source, and nothing invented."""
    article = built.page("publiek", "over/casus-soest").select_one("article")
    assert article is not None
    text = article.get_text(" ")
    assert "Voorbeeldstad" not in text
    assert "A-00" not in text
    assert "Voorbeeldcijfer" not in text


def test_public_phases_count_public_actions_in_whole_words(built: Built) -> None:
    """The public page about the phases speaks of public actions, the intranet of actions."""
    texts = {editie: built.page(editie, "aanpak").get_text(" ") for editie in EDITIES}
    assert "met openbare acties in deze fase" in texts["publiek"]
    assert "met acties in deze fase" in texts["intern"]


def test_foreign_series_stand_together_by_source(built: Built) -> None:
    """Bronnen shows one table for each source, with a file to download for each series."""
    tables = built.page("publiek", "over/bronnen").select("table.reeksen")
    captions = [table.select("caption")[0].get_text() for table in tables]
    assert captions == list(dict.fromkeys(captions))
    files = [str(link["href"]) for table in tables for link in table.select("a.csv")]
    stored = (built.edities["publiek"] / "csv").glob("reeks-*.csv")
    assert sorted(Path(name).name for name in files) == sorted(path.name for path in stored)


@pytest.mark.parametrize("editie", EDITIES)
def test_sentences_of_the_summary_name_source_and_moment(built: Built, editie: str) -> None:
    """Behind each sentence of the nulmeting stands where it comes from and when it held."""
    shown = built.page(editie, "samenvatting").select(".afkomst")
    assert shown
    for line in shown:
        assert "Stand: " in line.get_text()
        assert "Bron: " in line.get_text()


@pytest.mark.parametrize("editie", EDITIES)
def test_every_figure_has_sentence_table_download_and_origin(built: Built, editie: str) -> None:
    """Whatever a figure shows is also said, stands in a table, can be downloaded, and is dated."""
    incomplete, checked = [], 0
    for page in built.pages(editie):
        tree = BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser")
        for figure in tree.select("figure.figuur"):
            sentence = figure.select_one("figcaption")
            text = figure.get_text(" ")
            if "nog geen meting" in text:
                continue  # nothing was measured yet, and the sentence says so
            checked += 1
            parts = (
                sentence is not None and len(sentence.get_text(strip=True)) > 20,
                bool(figure.select("table tbody tr")),
                bool(figure.select('a[download][href$=".csv"]')),
                "Stand:" in text or "Bron:" in text,
            )
            if not all(parts):
                incomplete.append((page.name, figure.get("data-figuur"), parts))
    assert incomplete == []
    assert checked > 35
