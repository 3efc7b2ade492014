"""What could be done: the opportunities, and the principles they rest on."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Jaar, Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Getal, Integratiescore, JaNee, Sleutel, Tekst, Vijfpunt


class Principe(Model):
    """Circular principle: a way of thinking that policy and working methods can take over."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel."""
    naam: Annotated[Tekst, PUBLIEK]
    """Het principe in een paar woorden."""
    uitleg: Annotated[Tekst, PUBLIEK]
    """Wat het in het werk betekent, in een of twee zinnen."""
    r_strategie: Annotated[tuple[Sleutel, ...], term("r_strategie"), PUBLIEK] = ()
    """R-strategieen die eruit volgen."""


class Kans(Herkomstvelden, Openbaarheid):
    """Opportunity: something that could be done, with what it yields; public once chosen."""

    openbaar_met: ClassVar[str | None] = "is_gekozen"

    id: Annotated[Sleutel, PUBLIEK]
    """Nummer, bijvoorbeeld K-01."""
    titel: Annotated[Tekst, PUBLIEK]
    """De kans in een regel."""
    omschrijving: Annotated[Tekst | None, PUBLIEK] = None
    """De kans in een of twee zinnen."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar de kans bij hoort."""
    deelonderwerp: Annotated[Sleutel | None, Verwijzing("deelonderwerp"), PUBLIEK] = None
    """Deelonderwerp binnen dat thema."""
    transitieagenda: Annotated[tuple[Sleutel, ...], term("transitieagenda"), PUBLIEK] = ()
    """Landelijke transitieagenda's."""
    r_strategie: Annotated[tuple[Sleutel, ...], term("r_strategie"), PUBLIEK] = ()
    """R-strategieen, de belangrijkste eerst."""
    soort: Annotated[Sleutel, term("soort_winst"), PUBLIEK]
    """Wat er te winnen is: milieuwinst of bewustwording."""
    impactscore: Annotated[Vijfpunt, PUBLIEK]
    """Hoe veel het uitmaakt, van 1 tot en met 5."""
    impact_mki_eur: Annotated[Getal | None, PUBLIEK] = None
    """Milieukosten die per jaar te besparen zijn, in euro."""
    impact_co2_ton: Annotated[Getal | None, PUBLIEK] = None
    """Broeikasgas dat per jaar te besparen is, in ton CO2-equivalent."""
    invloed: Annotated[Sleutel, term("invloed"), PUBLIEK]
    """Hoe veel invloed de organisatie heeft."""
    haalbaarheid: Annotated[Sleutel | None, term("haalbaarheid")] = None
    """Hoe haalbaar de kans is; alleen op de intranetversie."""
    kosten: Annotated[Sleutel | None, term("kosten")] = None
    """Kosten als klasse; alleen op de intranetversie."""
    termijn: Annotated[Sleutel | None, term("termijn"), PUBLIEK] = None
    """Wanneer de kans iets oplevert."""
    is_minimaal_pakket: Annotated[JaNee, PUBLIEK] = False
    """true als de kans minimaal nodig is voor de ambitie."""
    bron_idee: Annotated[Sleutel | None, term("bron_idee"), PUBLIEK] = None
    """Waar het idee vandaan kwam."""
    niveau: Annotated[Sleutel | None, term("niveau")] = None
    """Wie het idee aandroeg; alleen op de intranetversie."""
    is_gekozen: Annotated[JaNee, PUBLIEK] = False
    """true als de kans in het programma is opgenomen; andere kansen blijven intern."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties waarin de kans wordt opgepakt."""


class Integratiecel(Herkomstvelden):
    """Integration: how far one process or instrument of one policy domain is circular."""

    beleidsdomein: Annotated[Sleutel, term("beleidsdomein"), PUBLIEK]
    """Beleidsdomein."""
    proces: Annotated[Sleutel | None, term("proces"), PUBLIEK] = None
    """Werkproces; of een instrument, nooit allebei."""
    instrument: Annotated[Sleutel | None, term("instrument"), PUBLIEK] = None
    """Instrument; of een proces, nooit allebei."""
    score: Annotated[Integratiescore | None, PUBLIEK] = None
    """0 tot en met 4, of nvt; leeg is nog niet bekend."""
    doelscore: Annotated[Integratiescore | None, PUBLIEK] = None
    """Gewenste score in het doeljaar."""
    bewijs: Tekst | None = None
    """Waar dat uit blijkt; alleen op de intranetversie."""
    eigenaar_team: Annotated[Sleutel | None, Verwijzing("team"), PUBLIEK] = None
    """Team dat hierover gaat."""


class Integratiescan(Herkomstvelden, Openbaarheid):
    """Integration scan: in which domains, processes and instruments circular has become normal."""

    rijen: ClassVar[str | None] = "cellen"

    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de scores zijn bepaald."""
    moment: Annotated[Moment, PUBLIEK]
    """Wanneer de scores zijn bepaald."""
    doeljaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarvoor de gewenste scores gelden."""
    cellen: Annotated[tuple[Integratiecel, ...], PUBLIEK] = ()
    """Komt uit data/integratie.csv."""
