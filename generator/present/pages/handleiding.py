"""The manual on the intranet: the text of `data/README.md`, a page for each part."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from markupsafe import Markup

from generator.model.handleiding import VELDDEEL, Deel, list_veldtabellen, read_delen
from generator.model.paden import pad_handleiding
from generator.present import links
from generator.present.manual import list_headings, write_blocks
from generator.present.page import Page
from generator.present.pages.kruimels import list_kruimels_of_record
from generator.present.writer import Writer

OVERZICHT: Final = pad_handleiding("index")


def gather_handleiding(writer: Writer) -> dict[str, Any]:
    """The first page: what you want to do, and where that stands."""
    del writer
    first, *rest = read_delen()
    return {
        "delen": [
            (pad_handleiding(deel.naam), deel.titel, deel.omschrijving)
            for deel in (*rest, VELDDEEL)
        ],
        "intro": first.omschrijving,
        "tekst": _show(first),
        "tabellen": (),
        # Who looks for stoeptegel wants an action, not an example of one.
        "verberg": ("zoektekst",),
    }


def list_delen() -> tuple[Deel, ...]:
    """The parts behind the first page; each is a page."""
    return (*read_delen()[1:], VELDDEEL)


def write_deel(writer: Writer, deel: Deel) -> Page:
    """A part of the manual, which search does not find: the first page is enough."""
    pad = pad_handleiding(deel.naam)
    return writer.page(
        pad,
        "beheer/handleiding",
        titel=deel.titel,
        omschrijving=deel.omschrijving,
        kruimels=list_kruimels_of_record(writer, OVERZICHT),
        verberg=("zoeken",),
        intro=deel.omschrijving,
        delen=(),
        tekst=_show(deel),
        tabellen=list_veldtabellen() if deel is VELDDEEL else (),
    )


@cache
def _show(deel: Deel) -> Markup:
    """The text of a part; the same on every site."""
    pad = pad_handleiding(deel.naam)
    text = _drop_title(deel)
    return Markup(write_blocks(text, lambda anchor: _locate(pad, anchor)))  # noqa: S704 - encoded


def _drop_title(deel: Deel) -> str:
    """The text without a heading that says what the title of the page says."""
    first, _, rest = deel.tekst.partition("\n")
    return rest if first.lstrip("# ") == deel.titel else deel.tekst


def _locate(pad: str, anchor: str) -> str:
    """The address of a heading, wherever in the manual it stands."""
    to = _list_anchors()[anchor]
    return links.href(pad, to)


@cache
def _list_anchors() -> dict[str, str]:
    """By the anchor of a heading in `data/README.md`, its page with the anchor there."""
    found = {make_anchor(VELDDEEL.titel): pad_handleiding(VELDDEEL.naam)}
    for deel in read_delen():
        pad = pad_handleiding(deel.naam)
        for heading in list_headings(deel.tekst):
            anchor = make_anchor(heading)
            is_title = heading == deel.titel
            found[anchor] = pad if is_title else f"{pad}#{anchor}"
    return found


def make_anchor(heading: str) -> str:
    """The anchor of a heading, as web pages of git and the build make it."""
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")
