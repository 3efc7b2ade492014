"""The pages of an edition: what each one shows, and which template writes it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Final

from generator.model.paden import (
    list_paginas,
    pad_actie,
    pad_handleiding,
    pad_indicator,
    pad_keuzehulp,
    pad_melding,
    pad_team,
    pad_thema,
)
from generator.model.paginas import Pagina
from generator.model.proza import Proza
from generator.present.escape import encode
from generator.present.page import DraftPage, Page
from generator.present.pages import (
    aan_de_slag,
    acties,
    bijdrage,
    bijsturing,
    gedrag,
    handleiding,
    indicatoren,
    integratie,
    kosten,
    meldingen,
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
    wijzigingen,
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
    "over/wijzigingen": wijzigingen.gather_wijzigingen,
    "over/contact": overviews.gather_contact,
    "over/toegankelijkheid": toegankelijkheid.gather_toegankelijkheid,
    meldingen.OVERZICHT: meldingen.gather_meldingen,
    handleiding.OVERZICHT: handleiding.gather_handleiding,
}
"""What a page shows besides `feiten` and `programma`, which every template has."""


TITELS: Final[Mapping[str, Callable[[Writer], str]]] = {
    "index": lambda writer: writer.feiten.programma.gegevens.sitenaam,
    "aanpak": programma.name_aanpak,
}
"""What a page is called that has no title of its own in `PAGINAS`."""


def list_pages(writer: Writer) -> Iterator[DraftPage]:
    """All pages of the edition that are made from data/."""
    feiten = writer.feiten
    for pagina in list_paginas(feiten.programma, feiten.editie):
        yield _draft(pagina.pad, name_pagina(writer, pagina), write_pagina, writer, pagina)
    yield from _list_records(writer)
    if meldingen.OVERZICHT in writer.paden:
        for melding in meldingen.list_meldingen():
            pad = pad_melding(melding.code)
            yield _draft(pad, melding.titel, meldingen.write_melding, writer, melding)
    if handleiding.OVERZICHT in writer.paden:
        for deel in handleiding.list_delen():
            pad = pad_handleiding(deel.naam)
            yield _draft(pad, deel.titel, handleiding.write_deel, writer, deel)


def _list_records(writer: Writer) -> Iterator[DraftPage]:
    """The pages of records that the edition has."""
    feiten, programma = writer.feiten, writer.feiten.programma
    for found in feiten.acties.values():
        actie = found.actie
        yield _draft(pad_actie(actie.id), actie.titel, records.write_actie, writer, found)
    for thema in programma.themas:
        yield _draft(pad_thema(thema.id), thema.naam, records.write_thema, writer, thema)
    for team in programma.teams:
        yield _draft(pad_team(team.id), records.name_team(team), records.write_team, writer, team)
    for gemeten in feiten.indicatoren.values():
        pad, titel = pad_indicator(gemeten.indicator.id), gemeten.indicator.naam
        yield _draft(pad, titel, records.write_indicator, writer, gemeten)
    for keuze in programma.keuzehulp:
        pad = pad_keuzehulp(keuze.id)
        yield _draft(pad, keuze.situatie, records.write_keuzehulp, writer, keuze)


def _draft(pad: str, titel: str, write: Callable[..., Page], *arguments: Any) -> DraftPage:
    return DraftPage(pad, encode(titel), partial(write, *arguments))


def name_pagina(writer: Writer, pagina: Pagina) -> str:
    """The title of a page of which there is one."""
    return TITELS[pagina.pad](writer) if pagina.pad in TITELS else pagina.titel


def write_pagina(writer: Writer, pagina: Pagina) -> Page:
    """A page of which there is one, from the template of its name."""
    context: dict[str, Any] = {
        "titel": name_pagina(writer, pagina),
        "omschrijving": pagina.omschrijving,
        "kruimels": list_kruimels(writer, pagina.pad, pagina.hoofdstuk),
    }
    if gather := CONTEXT.get(pagina.pad):
        context |= gather(writer)
    return writer.page(pagina.pad, pagina.pad.removesuffix("/index"), **context)


def list_proza_pages(writer: Writer, taken: Collection[str]) -> Iterator[DraftPage]:
    """The prose that is not the introduction of a generated page: a page of its own each."""
    for proza in writer.feiten.programma.proza:
        if proza.pad not in taken:
            yield _draft(proza.pad, proza.titel, write_proza_page, writer, proza)


def write_proza_page(writer: Writer, proza: Proza) -> Page:
    """A page of prose alone."""
    return writer.page(
        proza.pad,
        "proza",
        titel=proza.titel,
        omschrijving=proza.omschrijving,
        kruimels=list_kruimels(writer, proza.pad, proza.hoofdstuk),
    )
