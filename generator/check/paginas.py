"""Rules about pages that data name: whatever supports a choice can be found on the site."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.dossier import Dossier
from generator.findings import Code, Finding, Plek, fout
from generator.model.gelijkenis import suggest
from generator.model.paden import RECORDPAGINAS, list_paden
from generator.model.paginas import PAGINAS
from generator.model.programma import COLLECTIES


def find_pagina_onbekend(dossier: Dossier) -> Iterator[Finding]:
    """A page that supports a phase or answers a statement or question, and is not on the site."""
    known = list_paden(dossier.programma)
    unsure = list_unsure(dossier)
    for pagina, plek in _iter_genoemd(dossier):
        if pagina not in known and pagina not in unsure:
            yield fout(
                Code.PAGINA_ONBEKEND,
                plek,
                f"de pagina '{pagina}' bestaat niet",
                suggest(pagina, {*known, *unsure}),
            )


def _iter_genoemd(dossier: Dossier) -> Iterator[tuple[str, Plek]]:
    """Each page that data name, with where it was written."""
    waar = dossier.plekken.waar
    for fasedoel in dossier.programma.fasedoelen:
        for index, steunpunt in enumerate(fasedoel.onderbouwing):
            place = ("onderbouwing", index, "pagina")
            yield steunpunt.pagina, waar("fasedoel", fasedoel.id, *place)
    for herleiding in dossier.programma.onderbouwing:
        yield herleiding.pagina, waar("herleiding", herleiding.id, "pagina")
    for vraag in dossier.programma.rekenkamer:
        for index, pagina in enumerate(vraag.paginas):
            yield pagina, waar("rekenkamervraag", vraag.id, "paginas", index)


def list_unsure(dossier: Dossier) -> set[str]:
    """Pages of which a mistake elsewhere hides whether they exist: who names them is not blamed."""
    soorten = {name: soort for soort, name in COLLECTIES.items()}
    paden = set(dossier.plekken.ids("proza"))
    for pagina in PAGINAS:
        names = (need.partition(".")[0] for need in pagina.nodig)
        if any(_holds_mistake(dossier, name, soorten.get(name, name)) for name in names):
            paden.add(pagina.pad)
    for name, locate in RECORDPAGINAS.items():
        paden |= {locate(identifier) for identifier in dossier.plekken.ids(soorten[name])}
    return paden


def _holds_mistake(dossier: Dossier, name: str, soort: str) -> bool:
    """Whether something was written in this collection or part that could not be read."""
    value = getattr(dossier.programma, name)
    read = len(value) if isinstance(value, tuple) else int(value is not None)
    return dossier.plekken.holds_mistake(soort, read)
