"""Words: the vocabularies and the glossary, which are data that a municipality may change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator, ValidationInfo

from generator.findings import Code
from generator.model.basis import PUBLIEK, KeuzeTaal, Klasse, Model
from generator.model.vormen import vorm
from generator.model.waarden import Geheel, Getal, JaNee, Kleur, Sleutel, Tekst, WaardeError, show

KLASSEN: Final[Mapping[str, frozenset[Klasse]]] = {
    "actiestatus": frozenset({Klasse.OPEN, Klasse.ACTIEF, Klasse.KLAAR, Klasse.VERVALLEN}),
    "besluitstatus": frozenset({Klasse.CONCEPT, Klasse.VASTGESTELD, Klasse.VERVALLEN}),
    "niveau": frozenset({Klasse.ORGANISATIE, Klasse.BESTUUR, Klasse.EXTERN}),
    "materiaal": frozenset({Klasse.ABIOTISCH, Klasse.BIOTISCH, Klasse.GEMENGD}),
}
"""Vocabularies whose terms the program must understand, and the classes they choose from."""


@vorm(", ".join(Klasse), enum=[klasse.value for klasse in Klasse])
def _parse_klasse(value: object, info: ValidationInfo) -> Klasse:
    """A class that the terms of this vocabulary may have; the context is the vocabulary."""
    name = (info.context or {}).get("id")
    allowed = [klasse for klasse in Klasse if name is None or klasse in KLASSEN.get(name, ())]
    if isinstance(value, str) and value in allowed:
        return Klasse(value)
    raise WaardeError(
        Code.KEUZE_ONBEKEND,
        f"{show(value)} is hier geen klasse",
        f"kies uit: {', '.join(allowed)}"
        if allowed
        else "haal de regel weg: deze woordenlijst heeft geen klassen",
    )


KeuzeKlasse = Annotated[Klasse, BeforeValidator(_parse_klasse)]


class Term(Model):
    """Term: one value of a vocabulary, with the words that readers see."""

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel die in de gegevens staat."""
    naam: Annotated[Tekst, PUBLIEK]
    """Naam zoals die op de site staat."""
    definitie: Annotated[Tekst | None, PUBLIEK] = None
    """Uitleg in gewone taal, voor de begrippenlijst."""
    volgorde: Annotated[Geheel | None, PUBLIEK] = None
    """Plaats in lijsten; zonder volgorde geldt de plaats in het bestand."""
    kleur: Annotated[Kleur | None, PUBLIEK] = None
    """Nummer van de kleur in grafieken, van 1 tot en met 6."""
    klasse: Annotated[KeuzeKlasse | None, PUBLIEK] = None
    """Wat de term voor het programma betekent, waar het programma dat moet weten."""
    gewicht: Annotated[Getal | None, PUBLIEK] = None
    """Getal waarmee gerekend wordt, bijvoorbeeld 0,3 bij een middelgroot potentieel."""
    vraagt_besluit: Annotated[JaNee | None, PUBLIEK] = None
    """true als er bij dit oordeel een besluit nodig is; alleen bij oordelen."""
    ondergrens: Annotated[Getal | None, PUBLIEK] = None
    """Deel van het nodige tempo vanaf waar dit oordeel geldt; alleen bij indicatorstatus."""
    groep: Annotated[Tekst | None, PUBLIEK] = None
    """Groep waar de term onder valt, bijvoorbeeld metaal bij een materiaal."""


class Woordenlijst(Model):
    """Vocabulary: the values that a field may hold; its id is its file name."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Naam van het bestand zonder .yaml."""
    naam: Annotated[Tekst, PUBLIEK]
    """Kop in de begrippenlijst."""
    omschrijving: Annotated[Tekst | None, PUBLIEK] = None
    """Waar de lijst voor dient."""
    termen: Annotated[tuple[Term, ...], PUBLIEK]
    """De waarden, elk met id, naam en definitie."""

    @property
    def geordend(self) -> tuple[Term, ...]:
        """The terms in reading order: by volgorde where given, else as in the file."""
        places = [
            index if term.volgorde is None else term.volgorde
            for index, term in enumerate(self.termen, start=1)
        ]
        ordered = sorted(zip(places, self.termen, strict=True), key=lambda pair: pair[0])
        return tuple(term for _, term in ordered)


class Begrip(Model):
    """Glossary entry: a word of the field, explained in plain language."""

    altijd_publiek: ClassVar[bool] = True

    id: Annotated[Sleutel, PUBLIEK]
    """Vaste sleutel; ook het anker op de begrippenpagina."""
    naam: Annotated[Tekst, PUBLIEK]
    """Het woord."""
    uitleg: Annotated[Tekst, PUBLIEK]
    """Wat het betekent, in gewone taal."""
    synoniemen: Annotated[tuple[Tekst, ...], PUBLIEK] = ()
    """Andere woorden voor hetzelfde, ook om op te zoeken."""
    taal: Annotated[KeuzeTaal | None, PUBLIEK] = None
    """Taal van de naam, alleen als die niet Nederlands is: en, de, fr of fy."""
