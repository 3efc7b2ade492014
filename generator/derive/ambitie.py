"""Ambition: the goal tree, the milestones, the levels by theme and the policy underneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.derive.feiten.ambitie import (
    Ambitiefeiten,
    Beleidslaag,
    Doelknoop,
    Ijkjaar,
    Ijkpunt,
    Kaderversie,
    Landelijk,
    Niveau,
)
from generator.model.beleid import Doelstelling, LandelijkDoel
from generator.model.programma import Programma
from generator.model.woordenlijst import Term

EINDAMBITIE = "Eindambitie"
TUSSENSTAP = "Tussenstap van de route"


def derive_ambitie(programma: Programma, peildatum: date) -> Ambitiefeiten:
    """The ambition and the policy that it builds on; what is absent is empty."""
    schaal = programma.termen("ambitieniveau")
    niveaus = _list_niveaus(programma, schaal)
    placed = {item.thema.id for item in niveaus}
    return Ambitiefeiten(
        boom=_grow(programma.doelstellingen, None),
        tijdlijn=_make_tijdlijn(programma, peildatum),
        niveaus=niveaus,
        zonder_niveau=tuple(thema for thema in programma.themas if thema.id not in placed),
        schaal=schaal,
        lagen=_group_kaders(programma),
        landelijk=_group_landelijk(programma.landelijke_doelen),
        vervangt={
            doel.id: tuple(
                old for old in programma.landelijke_doelen if old.vervangen_door == doel.id
            )
            for doel in programma.landelijke_doelen
        },
    )


def _grow(doelen: Sequence[Doelstelling], onder: str | None) -> tuple[Doelknoop, ...]:
    """The goals under one goal, each with its own branches; check has refused circles."""
    return tuple(Doelknoop(doel, _grow(doelen, doel.id)) for doel in doelen if doel.onder == onder)


def _make_tijdlijn(programma: Programma, peildatum: date) -> tuple[Ijkjaar, ...]:
    """What must be reached by year; a point that two lists state in the same words stands once."""
    years: dict[int, dict[str, tuple[str, Ijkpunt]]] = {}
    for jaar, soort, punt in _iter_ijkpunten(programma):
        years.setdefault(jaar, {}).setdefault(punt.tekst.casefold().rstrip("."), (soort, punt))
    return tuple(
        Ijkjaar(jaar, jaar < peildatum.year, _group_ijkpunten(years[jaar].values()))
        for jaar in sorted(years)
    )


def _group_ijkpunten(
    punten: Iterable[tuple[str, Ijkpunt]],
) -> tuple[tuple[str, tuple[Ijkpunt, ...]], ...]:
    found: dict[str, list[Ijkpunt]] = {}
    for soort, punt in punten:
        found.setdefault(soort, []).append(punt)
    return tuple((soort, tuple(own)) for soort, own in found.items())


def _iter_ijkpunten(programma: Programma) -> Iterator[tuple[int, str, Ijkpunt]]:
    """The final ambitions, the steps of chosen routes, and the goals with a year by their level."""
    for ambitie in programma.gegevens.eindambities:
        yield ambitie.jaar, EINDAMBITIE, Ijkpunt(ambitie.tekst, None)
    for route in programma.routes:
        for stap in route.stappen if route.is_gekozen else ():
            yield stap.jaar, TUSSENSTAP, Ijkpunt(stap.tekst, None)
    for soort in programma.termen("doelsoort"):
        for doel in programma.doelstellingen:
            if doel.jaar is not None and doel.soort == soort.id:
                yield doel.jaar, soort.naam, Ijkpunt(doel.tekst, doel)


def _list_niveaus(programma: Programma, schaal: Sequence[Term]) -> tuple[Niveau, ...]:
    places = {term.id: place for place, term in enumerate(schaal, start=1)}
    return tuple(
        Niveau(thema, thema.ambitie, places[thema.ambitie.nu], places[thema.ambitie.gewenst])
        for thema in programma.themas
        if thema.ambitie
    )


def _group_kaders(programma: Programma) -> tuple[Beleidslaag, ...]:
    lagen = (
        Beleidslaag(term, tuple(item for item in programma.beleidskaders if item.laag == term.id))
        for term in programma.termen("overheidslaag")
    )
    return tuple(laag for laag in lagen if laag.kaders)


def _group_landelijk(doelen: Sequence[LandelijkDoel]) -> tuple[Landelijk, ...]:
    """The goals by programme in the order of the file; its versions with the last written first."""
    found: dict[str, dict[str, list[LandelijkDoel]]] = {}
    for doel in doelen:
        found.setdefault(doel.kader, {}).setdefault(doel.versie, []).append(doel)
    return tuple(
        Landelijk(
            kader,
            tuple(
                Kaderversie(versie, tuple(own), all(doel.vervangen_door for doel in own))
                for versie, own in reversed(versies.items())
            ),
        )
        for kader, versies in found.items()
    )
