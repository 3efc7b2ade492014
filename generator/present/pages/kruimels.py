"""Breadcrumbs: the steps from home to a page, as the menu of the edition orders them."""

from __future__ import annotations

from typing import Final

from generator.model.paginas import PAGINAS, Pagina
from generator.present.menu import HOOFDSTUKKEN, name_hoofdstuk
from generator.present.writer import Kruimel, Writer

HOME: Final = Kruimel("Home", "index")
_PAGINAS: Final = {pagina.pad: pagina for pagina in PAGINAS}


def list_kruimels(writer: Writer, pad: str, hoofdstuk: str | None) -> tuple[Kruimel, ...]:
    """Home, and the chapter that `pad` belongs to; only home above the first page of a chapter.

    Args:
        writer: knows the edition and its pages.
        pad: the page below these steps; the home page has none.
        hoofdstuk: the chapter that it asks for; None stands outside the menu.
    """
    if pad == HOME.pad:
        return ()
    titel = name_hoofdstuk(writer.feiten.editie, hoofdstuk)
    first = _find_first(writer, titel)
    return (HOME,) if titel is None or pad == first else (HOME, Kruimel(titel, first))


def list_kruimels_of_record(writer: Writer, overzicht: str) -> tuple[Kruimel, ...]:
    """The steps to a record: those to the overview at the path `overzicht`, and that itself."""
    pagina = _PAGINAS[overzicht]
    above = list_kruimels(writer, overzicht, pagina.hoofdstuk)
    if overzicht not in writer.paden:
        return above
    return (*above, Kruimel(pagina.titel, overzicht))


def _find_first(writer: Writer, titel: str | None) -> str | None:
    """The page that a chapter of the menu begins with, where it has one for all of it."""
    chapters = dict(HOOFDSTUKKEN[writer.feiten.editie]).get(titel or "", ())
    own = (pagina for pagina in PAGINAS if pagina.hoofdstuk in chapters[:1])
    first: Pagina | None = next((pagina for pagina in own if pagina.pad in writer.paden), None)
    return first.pad if first and first.pad.endswith("/index") else None
