"""Hostile Markdown: check refuses it, or the page that it becomes is a text like any other."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest

from generator.load.prose import parse_delen
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import Inspection, inspect, prepare
from generator.publish.builder import MARKDOWN
from generator.publish.raw_html import RawHtml
from tests.hostile.seen import find_harm, read_page
from tests.hostile.sites import PEILDATUM, build_filled
from tests.hostile.strings import HOSTILE, PROZA

ALLE = (*HOSTILE, *PROZA)
VOORWERK = "---\ntitel: Proef\nomschrijving: Een proef.\nzichtbaarheid: publiek\n---\n\n"


def write_pages(root: Path) -> Inspection:
    """Each hostile text as a page of its own; what check refuses is taken away again."""
    for number, text in enumerate(ALLE):
        file = root / "content" / "vijand" / f"p{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes((VOORWERK + text + "\n").encode())
    found = inspect(root)
    for name in {finding.plek.bestand for finding in found.findings}:
        (root / name).unlink()
    return inspect(root)


def cut(text: str) -> tuple[object, ...]:
    """The parts of a text around what it places, as far as that exists."""
    delen, _ = parse_delen(text, "content/vijand.md", 1)
    known = {"indicator-bewustzijn", "aantal-acties"}
    exists = all(isinstance(deel, str) or getattr(deel, "naam", "") in known for deel in delen)
    return delen if exists else (text,)


def convert(text: str) -> str:
    """The HTML of a page's Markdown."""
    return markdown.markdown(
        text.split("---\n", 2)[2], extensions=[RawHtml(), *MARKDOWN], extension_configs=MARKDOWN
    )


@pytest.fixture(scope="module")
def pages(proefdorp: Programma) -> dict[str, str]:
    """Every hostile page as HTML, also what check refuses: the lock behind that door."""
    first = proefdorp.proza[0]
    proza = [
        first.model_copy(update={"pad": f"vijand/p{number}", "delen": cut(text)})
        for number, text in enumerate(ALLE)
    ]
    programma = proefdorp.model_copy(update={"proza": (*proefdorp.proza, *proza)})
    site = prepare(programma, Editie.INTERN, PEILDATUM)
    return {page.pad: convert(page.markdown) for page in site.pages if "vijand/" in page.pad}


@pytest.mark.parametrize("number", range(len(ALLE)), ids=lambda at: repr(ALLE[at][:40]))
def test_prose_is_harmless_even_when_nobody_checked_it(pages: dict[str, str], number: int) -> None:
    """No element, attribute or address of an advisor's page can run or load anything."""
    assert find_harm(read_page(pages[f"vijand/p{number}"])) == []


def test_prose_that_check_admits_is_built_and_harmless(proefdorp_map: Path) -> None:
    """What no finding stops becomes a page, and MkDocs has nothing to say about it."""
    found = write_pages(proefdorp_map)
    assert found.findings == ()
    assert found.programma is not None
    site = build_filled(found.programma, Editie.PUBLIEK, proefdorp_map / "proef")
    made = sorted((site / "vijand").glob("*.html"))
    assert len(made) > 60
    frame = set(find_harm(read_page((site / "404.html").read_text("utf-8"))))
    for path in made:
        assert set(find_harm(read_page(path.read_text("utf-8")))) <= frame, path.name
