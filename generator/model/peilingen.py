"""What people think: the awareness survey and the support that teams showed, always as groups."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.model.basis import (
    PUBLIEK,
    Model,
    Verwijzing,
    term,
)
from generator.model.datums import Moment
from generator.model.herkomst import Herkomstvelden
from generator.model.openbaarheid import Openbaarheid
from generator.model.waarden import Aantal, Gemiddelde, Sleutel, Tekst


class Stelling(Model):
    """Statement: something people agreed with or not."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel waarmee de antwoorden ernaar verwijzen."""
    tekst: Annotated[Tekst, PUBLIEK]
    """De stelling, zoals die is voorgelegd."""
    dimensie: Annotated[Sleutel, term("dimensie"), PUBLIEK]
    """Wat de stelling meet: kennis, houding, gedrag, draagvlak of eigenaarschap."""


class Antwoordgroep(Model):
    """Answers: how one group answered one statement; by niveau or by afdeling, never by both."""

    stelling: Annotated[Sleutel, PUBLIEK]
    """Stelling waar de antwoorden bij horen."""
    niveau: Annotated[Sleutel | None, term("niveau"), PUBLIEK] = None
    """Niveau van de groep."""
    afdeling: Annotated[Sleutel | None, Verwijzing("afdeling", onmisbaar=True), PUBLIEK] = None
    """Afdeling van de groep."""
    n1: Annotated[Aantal, PUBLIEK]
    """Aantal antwoorden helemaal oneens."""
    n2: Annotated[Aantal, PUBLIEK]
    """Aantal antwoorden oneens."""
    n3: Annotated[Aantal, PUBLIEK]
    """Aantal antwoorden neutraal."""
    n4: Annotated[Aantal, PUBLIEK]
    """Aantal antwoorden eens."""
    n5: Annotated[Aantal, PUBLIEK]
    """Aantal antwoorden helemaal eens."""
    weet_niet: Annotated[Aantal, PUBLIEK] = 0
    """Aantal antwoorden weet niet; telt niet mee in het gemiddelde."""
    samengevoegd: Annotated[tuple[Sleutel, ...], PUBLIEK] = ()
    """Vult het programma: groepen die samen zijn genomen omdat ze te klein zijn om te tonen."""

    @property
    def verdeling(self) -> tuple[int, int, int, int, int]:
        """The answers from strongly disagree to strongly agree."""
        return self.n1, self.n2, self.n3, self.n4, self.n5

    @property
    def n(self) -> int:
        """How many people are in the group, those who did not know included."""
        return sum(self.verdeling) + self.weet_niet


class Bewustzijnsmeting(Herkomstvelden, Openbaarheid):
    """Awareness survey: what employees know, think and do."""

    rijen: ClassVar[str | None] = "antwoorden"

    methode: Annotated[Tekst, PUBLIEK]
    """Hoe de vragenlijst is afgenomen."""
    moment: Annotated[Moment, PUBLIEK]
    """Wanneer de vragenlijst is afgenomen."""
    uitgenodigd: Annotated[Aantal, PUBLIEK]
    """Hoeveel mensen de vragenlijst kregen."""
    toelichting: Annotated[Tekst | None, PUBLIEK] = None
    """Wat een lezer bij de getallen moet weten."""
    stellingen: Annotated[tuple[Stelling, ...], PUBLIEK] = ()
    """De stellingen."""
    antwoorden: Annotated[tuple[Antwoordgroep, ...], PUBLIEK] = ()
    """Komt uit data/bewustzijn.csv."""


class Draagvlakscore(Model):
    """Support: what a group thought of a theme, a subtopic or an opportunity; never public."""

    thema: Annotated[Sleutel | None, Verwijzing("thema")] = None
    """Thema waar de score over gaat."""
    deelonderwerp: Annotated[Sleutel | None, Verwijzing("deelonderwerp")] = None
    """Deelonderwerp binnen dat thema."""
    kans: Annotated[Sleutel | None, Verwijzing("kans")] = None
    """Kans waar de score over gaat."""
    team: Annotated[Sleutel | None, Verwijzing("team")] = None
    """Team dat de score gaf."""
    niveau: Annotated[Sleutel | None, term("niveau")] = None
    """Niveau dat de score gaf; nooit bestuur of politiek."""
    meetmoment: Annotated[Sleutel, term("meetmoment")]
    """Voor of na het samen uitwerken."""
    n: Aantal
    """Hoeveel mensen de score gaven."""
    score: Gemiddelde
    """Gemiddelde van hun scores, van 1 tot en met 5."""
    gemotiveerd: Aantal | None = None
    """Hoeveel van hen er zelf mee aan de slag willen; een aantal, geen namen."""
    samengevoegd: tuple[Sleutel, ...] = ()
    """Vult het programma: groepen die samen zijn genomen omdat ze te klein zijn om te tonen."""


class Draagvlakmeting(Herkomstvelden):
    """Support survey: who wants to work on what; only for the intranet."""

    rijen: ClassVar[str | None] = "scores"

    methode: Tekst
    """Hoe het draagvlak is gepeild."""
    moment: Moment
    """Wanneer het draagvlak is gepeild."""
    toelichting: Tekst | None = None
    """Wat een lezer bij de getallen moet weten."""
    scores: tuple[Draagvlakscore, ...] = ()
    """Komt uit data/draagvlak.csv."""
