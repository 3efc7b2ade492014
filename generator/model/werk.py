"""For daily work and accountability: choices at work, the phases, and what rests on what."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    term,
)
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Sleutel, Tekst


class Keuzevraag(Model):
    """Question: one step down the R-ladder."""

    r_strategie: Annotated[Sleutel, term("r_strategie"), PUBLIEK]
    """Trede van de ladder waar de vraag bij hoort."""
    vraag: Annotated[Tekst, PUBLIEK]
    """De vraag die je jezelf stelt."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Waar je op let, in een zin."""


class Keuzehulp(Openbaarheid):
    """Decision aid: the questions for one situation at work; its id is its file name."""

    id: Annotated[Sleutel, PUBLIEK]
    """Naam van het bestand zonder .yaml."""
    situatie: Annotated[Tekst, PUBLIEK]
    """Wat iemand gaat doen, in de ik-vorm, bijvoorbeeld Ik koop iets in."""
    inleiding: Annotated[Tekst | None, PUBLIEK] = None
    """Waarom het hier iets uitmaakt, in een of twee zinnen."""
    team: Annotated[Sleutel | None, Verwijzing("team", onmisbaar=True), PUBLIEK] = None
    """Team waar de situatie bij hoort; leeg is alle teams."""
    thema: Annotated[Sleutel | None, Verwijzing("thema"), PUBLIEK] = None
    """Thema waar de situatie bij hoort."""
    vragen: Annotated[tuple[Keuzevraag, ...], PUBLIEK]
    """De vragen, van boven naar beneden op de R-ladder."""
    toch_nieuw: Annotated[Tekst | None, PUBLIEK] = None
    """Waar je op let als het toch nieuw moet."""
    hulpmiddelen: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Wat je erbij gebruikt: formulieren, lijsten, eisen."""
    zo_leg_je_het_uit: Annotated[Tekst | None, PUBLIEK] = None
    """Twee zinnen voor een collega of leverancier, om te kopiëren."""
    mag_dit: Annotated[Tekst | None, PUBLIEK] = None
    """Wie beslist als je afwijkt."""
    let_op: Annotated[Tekst | None, PUBLIEK] = None
    """Wat hier niet kan of mag."""
    contactrol: Tekst | None = None
    """Functie die vragen beantwoordt; alleen op de intranetversie."""
    acties: Annotated[tuple[Sleutel, ...], Verwijzing("actie"), PUBLIEK] = ()
    """Acties die hierbij helpen."""
    zoekwoorden: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Gewone woorden waarmee iemand dit zoekt."""


class Steunpunt(Model):
    """Support: something on the site that a choice rests on."""

    tekst: Annotated[Tekst, PUBLIEK]
    """Wat het liet zien."""
    pagina: Annotated[Tekst, PUBLIEK]
    """Pagina waar het staat, bijvoorbeeld challenge; is de pagina intern, dan dit ook."""


class Fasedoel(Model):
    """Phase: what it is for, and when the programme may move on."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, term("fase"), PUBLIEK]
    """De fase: een id uit de woordenlijst fase."""
    doel: Annotated[Tekst, PUBLIEK]
    """Wat de fase moet opleveren."""
    criteria: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Wanneer een thema door kan naar de volgende fase."""
    onderbouwing: Annotated[tuple[Steunpunt, ...], PUBLIEK] = ()
    """Waar de keuze voor deze fase op rust."""


class Herleiding(Model):
    """Trace: one statement of the source texts, and the page that answers it."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Nummer van de uitspraak, bijvoorbeeld S12 of K3."""
    kern: Annotated[Tekst, PUBLIEK]
    """De uitspraak in eigen woorden."""
    antwoord: Annotated[Tekst, PUBLIEK]
    """Hoe de site daar invulling aan geeft."""
    pagina: Annotated[Tekst, PUBLIEK]
    """Pagina waar dat staat."""


class Rekenkamervraag(Model):
    """Audit question: what a court of audit asks of a programme, and the pages that answer it."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel, bijvoorbeeld doelen."""
    vraag: Annotated[Tekst, PUBLIEK]
    """De vraag, in gewone woorden."""
    antwoord: Annotated[Tekst, PUBLIEK]
    """Hoe het programma de vraag beantwoordt, in een paar zinnen."""
    paginas: Annotated[tuple[Tekst, ...], PUBLIEK]
    """Pagina's waar het antwoord staat; de belangrijkste eerst."""
