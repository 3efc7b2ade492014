"""Words in another language say so, so that who listens to the site hears them well."""

from __future__ import annotations

import pytest

from tests.programmes import Built
from tests.sources import get_article, get_text, is_public, read_records

EDITIES = ("intern", "publiek")


@pytest.mark.parametrize("editie", EDITIES)
def test_name_in_another_language_is_marked_in_the_glossary(built: Built, editie: str) -> None:
    """A word that is English in the data is English on the page, and no other word is."""
    expected = {
        str(item["naam"]): str(item["taal"])
        for item in read_records(built, "begrippen")
        if "taal" in item
    }
    assert expected
    article = get_article(built, editie, "over/begrippen")
    marked = {get_text(item): str(item["lang"]) for item in article.select("dt [lang]")}
    assert marked == expected


@pytest.mark.parametrize("editie", EDITIES)
def test_title_in_another_language_is_marked_among_the_sources(built: Built, editie: str) -> None:
    """A source with a foreign title is marked where all sources stand, and no other is."""
    expected = {
        str(item["titel"]): str(item["taal"])
        for item in read_records(built, "bronnen")
        if "taal" in item and (editie == "intern" or is_public(item))
    }
    article = get_article(built, editie, "over/bronnen")
    marked = {get_text(item): str(item["lang"]) for item in article.select("dl.bronnen dt [lang]")}
    assert marked == expected


def test_pages_are_dutch(built: Built) -> None:
    """Every page says that it is in Dutch; a part may say otherwise, never in an unknown code."""
    for editie in EDITIES:
        for path in built.edities[editie].rglob("*.html"):
            html = path.read_text(encoding="utf-8")
            if "<html" in html:
                assert '<html lang="nl"' in html, path
