"""What nobody decided about is not published by accident, and says on every page what it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.cli.test_commands import run
from tests.previews import Preview
from tests.programmes import build

CONCEPT = "Concept: dit programma is nog niet vastgesteld."
WOO = "Ook de intranetversie kan bij een Woo-verzoek openbaar worden."


@pytest.fixture
def concept(proefdorp_map: Path) -> Path:
    """Proefdorp, before anybody adopted its programme."""
    file = proefdorp_map / "data" / "programma.yaml"
    text = file.read_text(encoding="utf-8")
    changed = text.replace("besluitstatus: college_vastgesteld", "besluitstatus: concept")
    assert changed != text
    file.write_text(changed, encoding="utf-8")
    return proefdorp_map


def _read_pages(site: Path) -> dict[str, BeautifulSoup]:
    """Every page of a built site, 404.html too."""
    return {
        path.relative_to(site).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in sorted(site.rglob("*.html"))
    }


def _is_noindex(page: BeautifulSoup) -> bool:
    return page.find("meta", attrs={"name": "robots", "content": "noindex"}) is not None


def test_public_edition_of_a_concept_is_refused_by_name(concept: Path) -> None:
    """Asking for the public edition of a concept is refused, with what to do; nothing is built."""
    done = run("bouw", "--bron", concept, "--editie", "publiek")
    assert done.returncode == 2
    assert "nog niet vastgesteld (besluitstatus: concept in data/programma.yaml)" in done.stderr
    assert "Alleen het intranet: circulair bouw --editie intern." in done.stderr
    assert "Ook een openbaar concept: circulair bouw --concept." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (concept / "site").exists()


def test_concept_is_not_published_unasked(concept: Path) -> None:
    """Who builds all of a concept gets the intranet, and hears why everyone else gets nothing new.

    A public edition of before stays to the letter.
    """
    publiek = build(concept, "--concept") / "publiek"
    before = {path: path.read_bytes() for path in publiek.rglob("*") if path.is_file()}
    done = run("bouw", "--bron", concept, "--doel", publiek.parent)
    assert done.returncode == 0, done.stderr
    assert "Alleen de intranetversie wordt gebouwd" in done.stdout
    assert "nog niet vastgesteld (besluitstatus: concept in data/programma.yaml)" in done.stdout
    assert "Ook een openbaar concept: circulair bouw --concept." in done.stdout
    assert f"Let op: {publiek} is van een eerdere bouw en blijft zoals het was." in done.stdout
    assert f"publiek  {publiek}" not in done.stdout
    assert {path: path.read_bytes() for path in publiek.rglob("*") if path.is_file()} == before


def test_intranet_may_always_have_a_concept(concept: Path) -> None:
    """Colleagues work on what is not decided yet; each page tells them so."""
    done = run("bouw", "--bron", concept, "--editie", "intern", "--doel", concept / "site")
    assert done.returncode == 0, done.stderr
    pages = _read_pages(concept / "site")
    assert [name for name, page in pages.items() if CONCEPT not in page.get_text()] == []


def test_every_page_of_a_concept_says_so(concept: Path) -> None:
    """No page of a concept can be read or found without the word, 404 included."""
    site = build(concept, "--concept")
    for editie in ("intern", "publiek"):
        pages = _read_pages(site / editie)
        assert {"index.html", "404.html", "acties/a-0001.html"} <= pages.keys()
        assert [name for name, page in pages.items() if CONCEPT not in page.get_text()] == []
        assert [name for name, page in pages.items() if not _is_noindex(page)] == []


def test_adopted_programme_is_not_called_a_concept(proefdorp_map: Path) -> None:
    """Nothing says concept once somebody decided, also when --concept was asked."""
    site = build(proefdorp_map, "--concept")
    pages = _read_pages(site / "publiek")
    assert [name for name, page in pages.items() if CONCEPT in page.get_text()] == []
    assert [name for name, page in pages.items() if _is_noindex(page)] == []


def test_footer_tells_the_decision_and_colleagues_the_woo(proefdorp_map: Path) -> None:
    """Under each page stands what was decided; on the intranet also that it can become public."""
    site = build(proefdorp_map)
    for editie in ("intern", "publiek"):
        for name, page in _read_pages(site / editie).items():
            footer = page.find("footer")
            assert footer is not None, name
            told = " ".join(footer.get_text(" ").split())
            assert "Vastgesteld door het college op 18 maart 2025" in told, name
            assert (WOO in told) is (editie == "intern"), name


def test_preview_shows_a_concept_and_says_so(
    concept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever writes sees the work in either edition, without asking for a concept."""
    monkeypatch.setenv("CIRCULAIR_EDITIE", "publiek")
    command = ("-m", "generator", "bekijk", "--editie", "publiek", "--adres")
    with Preview(concept, command) as preview:
        page = preview.wait("index.html", "dit programma is nog niet vastgesteld")
    assert '<meta name="robots" content="noindex">' in page
