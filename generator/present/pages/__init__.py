"""The pages of an edition: what each one shows, and which template writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from generator.model.paden import list_paginas
from generator.model.paginas import Pagina
from generator.present.page import Page
from generator.present.pages import (
    aan_de_slag,
    acties,
    bijdrage,
    bijsturing,
    gedrag,
    indicatoren,
    integratie,
    kosten,
    nulmeting,
    overviews,
    peilingen,
    planning,
    programma,
    records,
    rekenkamer,
    spreiding,
    toegankelijkheid,
    verantwoording,
    voortgang,
)
from generator.present.pages.kruimels import list_kruimels
from generator.present.writer import Writer

CONTEXT: Final[Mapping[str, Callable[[Writer], Mapping[str, Any]]]] = {
    "index": aan_de_slag.gather_home,
    "aan-de-slag/index": aan_de_slag.gather_aan_de_slag,
    "aan-de-slag/nieuw": aan_de_slag.gather_nieuw,
    "voortgang/index": voortgang.gather_voortgang,
    "samenvatting": verantwoording.gather_samenvatting,
    "over/onderbouwing": verantwoording.gather_onderbouwing,
    "ambitie": programma.gather_ambitie,
    "profiel": programma.gather_profiel,
    "wat-past-bij-ons": programma.gather_wat_past,
    "kansenkaart": programma.gather_kansenkaart,
    "aanpak": programma.gather_aanpak,
    "acties/index": acties.gather_acties,
    "acties/planning": planning.gather_planning,
    "voortgang/spreiding": spreiding.gather_spreiding,
    "indicatoren/index": indicatoren.gather_indicatoren,
    "teams/index": overviews.gather_teams,
    "nulmeting/index": nulmeting.gather_nulmeting,
    "nulmeting/circulariteitsscan": nulmeting.gather_scan,
    "nulmeting/grondstofstromen": nulmeting.gather_stromen,
    "nulmeting/inkoop": nulmeting.gather_inkoop,
    "nulmeting/bewustzijn": peilingen.gather_bewustzijn,
    "over/bronnen": overviews.gather_bronnen,
    "beleid-en-werkwijze": integratie.gather_beleid,
    "andere-opgaven": integratie.gather_opgaven,
    "totstandkoming": gedrag.gather_totstandkoming,
    "successen/index": gedrag.gather_successen,
    "challenge": gedrag.gather_challenge,
    "voortgang/bijsturing": bijsturing.gather_bijsturing,
    "voortgang/bijdrage": bijdrage.gather_bijdrage,
    "voortgang/kosten": kosten.gather_kosten,
    "over/rekenkamer": rekenkamer.gather_rekenkamer,
    "over/begrippen": overviews.gather_begrippen,
    "over/open-data": overviews.gather_open_data,
    "over/contact": overviews.gather_contact,
    "over/toegankelijkheid": toegankelijkheid.gather_toegankelijkheid,
}
"""What a page shows besides `feiten` and `programma`, which every template has."""


def write_pages(writer: Writer) -> Iterator[Page]:
    """All pages of the edition that are made from data/."""
    feiten = writer.feiten
    for pagina in list_paginas(feiten.programma, feiten.editie):
        yield write_pagina(writer, pagina)
    for record in feiten.acties.values():
        yield records.write_actie(writer, record)
    for thema in feiten.programma.themas:
        yield records.write_thema(writer, thema)
    for team in feiten.programma.teams:
        yield records.write_team(writer, team)
    for indicator in feiten.indicatoren.values():
        yield records.write_indicator(writer, indicator)
    for keuzehulp in feiten.programma.keuzehulp:
        yield records.write_keuzehulp(writer, keuzehulp)


def write_pagina(writer: Writer, pagina: Pagina) -> Page:
    """A page of which there is one, from the template of its name."""
    context: dict[str, Any] = {
        "titel": pagina.titel,
        "omschrijving": pagina.omschrijving,
        "kruimels": list_kruimels(writer, pagina.pad, pagina.hoofdstuk),
    }
    if gather := CONTEXT.get(pagina.pad):
        context |= gather(writer)
    return writer.page(pagina.pad, pagina.pad.removesuffix("/index"), **context)


def write_proza_pages(writer: Writer, taken: Iterable[str]) -> Iterator[Page]:
    """The prose that is not the introduction of a generated page: a page of its own each."""
    generated = set(taken)
    for proza in writer.feiten.programma.proza:
        if proza.pad not in generated:
            yield writer.page(
                proza.pad,
                "proza",
                titel=proza.titel,
                omschrijving=proza.omschrijving,
                kruimels=list_kruimels(writer, proza.pad, proza.hoofdstuk),
            )
