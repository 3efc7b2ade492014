"""The manual on the intranet says what `data/README.md` says, and every link in it arrives."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from bs4 import BeautifulSoup
from markdown import Markdown

from generator.edit.handleiding import write_handleiding
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import inspect, prepare
from generator.present.manual import write_blocks, write_inline
from generator.publish.raw_html import RawHtml, make_anchor
from tests.conftest import MINIGEMEENTE

MAP = "beheer/handleiding/"


@pytest.fixture(scope="module")
def paginas() -> Mapping[str, BeautifulSoup]:
    """The pages of the manual on the intranet, by name."""
    found = inspect(MINIGEMEENTE)
    assert found.programma is not None
    site = prepare(found.programma, Editie.INTERN, found.peildatum)
    made = {}
    for page in site.pages:
        if page.pad.startswith(MAP):
            reader = Markdown(
                extensions=[RawHtml(), "toc"],
                extension_configs={"toc": {"slugify": make_anchor}},
            )
            body = page.markdown.split("---\n", 2)[2]
            made[page.pad.removeprefix(MAP)] = BeautifulSoup(reader.convert(body), "html.parser")
    return made


def test_public_edition_has_no_manual(proefdorp: Programma) -> None:
    """Who is no advisor has no use for the manual, and does not get it."""
    found = inspect(MINIGEMEENTE)
    site = prepare(proefdorp, Editie.PUBLIEK, found.peildatum)
    assert [page.pad for page in site.pages if page.pad.startswith("beheer/")] == []


def test_every_link_in_the_manual_arrives(paginas: Mapping[str, BeautifulSoup]) -> None:
    """Who clicks on a task arrives at its heading, on whatever page that stands."""
    seen = 0
    for name, page in paginas.items():
        for link in page.select("a[href]"):
            address = str(link["href"])
            if ".." in address:
                continue
            target, _, anchor = address.partition("#")
            other = paginas[target.removesuffix(".html") if target else name]
            assert not anchor or other.find(id=anchor), (name, address)
            seen += 1
    assert seen > 30


def _list_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_pages_hold_every_word_of_the_readme(paginas: Mapping[str, BeautifulSoup]) -> None:
    """Nothing of the manual gets lost on the way to the intranet."""
    text = write_handleiding()
    text = re.sub(r"\]\(#[^)]*\)", "]", text)
    shown = set(_list_words(" ".join(page.get_text(" ") for page in paginas.values())))
    assert set(_list_words(re.sub(r"^```\w*$", "", text, flags=re.MULTILINE))) <= shown


def test_lines_to_type_stay_as_they_are(paginas: Mapping[str, BeautifulSoup]) -> None:
    """What is copied from the page is what the manual says, spaces in front included."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", write_handleiding(), re.MULTILINE | re.DOTALL)
    shown = [pre.get_text() for page in paginas.values() for pre in page.select("pre")]
    assert sorted(shown) == sorted(block.removesuffix("\n") for block in blocks)


def test_boxes_of_the_manual_have_a_name(paginas: Mapping[str, BeautifulSoup]) -> None:
    """A box that the keyboard can scroll says what is in it."""
    for page in paginas.values():
        for box in page.select("pre, table"):
            region = box.find_parent("div", role="region")
            assert region is not None
            assert region.get("tabindex") == "0"
            assert region.get("aria-label")


def test_marks_are_read_and_all_else_is_text() -> None:
    """Bold, slanted, to be typed, and a link; a tag is shown as it was written."""
    made = write_inline("**a** *b* `c  d` [`e`](#f) <g> 1 * 2", lambda anchor: f"x.html#{anchor}")
    shown = BeautifulSoup(made, "html.parser")
    assert [tag.name for tag in shown.find_all()] == ["strong", "em", "code", "a", "code"]
    assert shown.get_text() == "a b c  d e <g> 1 * 2"
    assert shown.a is not None
    assert shown.a["href"] == "x.html#f"


def test_a_list_and_a_table_are_read() -> None:
    """Items go on on an indented line; a table has a head, and a head for each line."""
    text = "### Kop\n\n- een\n  meer\n- twee\n\n| a | b |\n|---|---|\n| c | `d` |\n"
    made = write_blocks(text, lambda anchor: anchor)
    assert made.startswith("## Kop")
    shown = BeautifulSoup(made, "html.parser")
    assert [item.get_text() for item in shown.select("li")] == ["een meer", "twee"]
    assert [cell.get_text() for cell in shown.select("th")] == ["a", "b", "c"]
    assert all(line.startswith("<") for line in made.splitlines()[1:] if line.strip())
