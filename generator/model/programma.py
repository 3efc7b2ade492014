"""The programme as a whole: its own facts, and every collection that belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, ClassVar, Final

from generator.model.acties import Actie
from generator.model.basis import (
    PUBLIEK,
    Klasse,
    Model,
    Verwijzing,
    list_references,
    term,
    type_path,
    walk,
)
from generator.model.beelden import Beeld
from generator.model.beleid import Beleidskader, Doelstelling, LandelijkDoel, Profiel, Route
from generator.model.beveiliging import Beveiliging, VeiligAdres
from generator.model.bijsturing import Bijsturing, Voortgangsregel
from generator.model.datums import Datum, Jaar
from generator.model.draagvlak import Belemmering, Bijeenkomst, Challenge, Stakeholder, Succes
from generator.model.herkomst import Herkomstvelden
from generator.model.huisstijl import Huisstijl
from generator.model.indicatoren import Indicator, Reeks
from generator.model.kansen import Integratiescan, Kans, Principe
from generator.model.nulmeting import (
    Circulariteitsscan,
    Grondstofanalyse,
    Initiatief,
    Inkoopanalyse,
    Praktijk,
)
from generator.model.organisatie import Afdeling, Bron, Team
from generator.model.peilingen import Bewustzijnsmeting, Draagvlakmeting
from generator.model.proza import Proza
from generator.model.themas import Thema
from generator.model.vaststelling import Vaststelling
from generator.model.waarden import (
    Aantal,
    Adres,
    Groepsgrens,
    Postbus,
    Procent,
    Punten,
    Sleutel,
    Tekst,
)
from generator.model.werk import Fasedoel, Herleiding, Keuzehulp, Rekenkamervraag
from generator.model.woordenlijst import Begrip, Term, Woordenlijst


class Eindambitie(Model):
    """Final ambition: what must be true, and when."""

    onderwerp: Annotated[Sleutel, PUBLIEK]
    """Waar de ambitie over gaat, bijvoorbeeld circulair."""
    jaar: Annotated[Jaar, PUBLIEK]
    """Jaar waarin de ambitie bereikt moet zijn."""
    tekst: Annotated[Tekst, PUBLIEK]
    """De ambitie in een zin."""


class Programmagegevens(Herkomstvelden):
    """Programme facts: name, decision, dates and the words that stand on every page."""

    altijd_publiek: ClassVar[bool] = True

    naam: Annotated[Tekst, PUBLIEK]
    """Volledige naam van het programma."""
    sitenaam: Annotated[Tekst, PUBLIEK]
    """Korte naam voor boven aan de site."""
    overheid: Annotated[Tekst, PUBLIEK]
    """Naam van de organisatie."""
    soort: Annotated[Sleutel, term("overheidssoort"), PUBLIEK]
    """Gemeente, provincie, waterschap of regio."""
    inwoners: Annotated[Aantal | None, PUBLIEK] = None
    """Aantal inwoners, afgerond."""
    kernzin: Annotated[Tekst, PUBLIEK]
    """Een of twee zinnen voor de homepage."""
    periode_van: Annotated[Jaar, PUBLIEK]
    """Eerste jaar van het programma."""
    periode_tot: Annotated[Jaar, PUBLIEK]
    """Laatste jaar van het programma."""
    bestuursperiode: Annotated[Tekst | None, PUBLIEK] = None
    """Bestuursperiode waarin het programma valt."""
    eindambities: Annotated[tuple[Eindambitie, ...], PUBLIEK]
    """Waar het programma op uitkomt."""
    opdrachtgever: Annotated[Tekst | None, PUBLIEK] = None
    """Wie opdracht gaf."""
    procesbegeleider: Annotated[Tekst | None, PUBLIEK] = None
    """Wie het proces begeleidde."""
    besluitstatus: Annotated[Sleutel, term("besluitstatus"), PUBLIEK]
    """Hoe ver het besluit over het programma is."""
    besluitdatum: Annotated[Datum | None, PUBLIEK] = None
    """Datum van het besluit."""
    besluitnummer: Annotated[Tekst | None, PUBLIEK] = None
    """Nummer van het besluit."""
    versie: Annotated[Tekst | None, PUBLIEK] = None
    """Versie van het programma."""
    contact: Annotated[Postbus, PUBLIEK]
    """Mailadres voor vragen; een postbus, geen persoon."""
    melding: Annotated[Tekst | None, PUBLIEK] = None
    """Melding boven aan elke pagina."""
    perscontact: Annotated[Postbus | None, PUBLIEK] = None
    """Mailadres voor de pers; een postbus, geen persoon."""
    licentie: Annotated[Tekst | None, PUBLIEK] = None
    """Voorwaarden waaronder anderen de gegevens mogen gebruiken, bijvoorbeeld CC0 1.0."""
    punten_doorrekening: Annotated[Punten, PUBLIEK] = 5
    """Hoeveel laatste metingen meetellen als de site een lijn doortrekt; minstens 3."""
    concentratie_pct: Annotated[Procent, PUBLIEK] = Decimal(25)
    """Vanaf welk deel van de acties bij een team de site vraagt of dat de bedoeling is."""
    kleinste_groep: Annotated[Groepsgrens, PUBLIEK] = 5
    """Kleinste groep mensen waarvan een uitkomst getoond wordt; minstens 5."""
    site_url: Annotated[Adres | None, PUBLIEK] = None
    """Adres waar de openbare versie komt te staan."""
    intern_url: Adres | None = None
    """Adres waar de interne versie komt te staan."""
    beveiliging: Annotated[Beveiliging | None, PUBLIEK] = None
    """Waar iemand een zwakke plek in de site meldt; wordt security.txt."""
    toegankelijkheidsverklaring: Annotated[VeiligAdres | None, PUBLIEK] = None
    """Webadres (https) van de toegankelijkheidsverklaring in het register; de openbare versie
    kan niet zonder."""
    vrijgegeven: tuple[Tekst, ...] = ()
    """Woorden, adressen en getallen die openbaar mogen zijn, ook al lijken ze intern."""


class Programma(Model):
    """Programme: everything that was read from data/ and content/, checked and typed."""

    altijd_publiek: ClassVar[bool] = True

    gegevens: Annotated[Programmagegevens, PUBLIEK]
    themas: Annotated[tuple[Thema, ...], PUBLIEK] = ()
    afdelingen: Annotated[tuple[Afdeling, ...], PUBLIEK] = ()
    teams: Annotated[tuple[Team, ...], PUBLIEK] = ()
    acties: Annotated[tuple[Actie, ...], PUBLIEK] = ()
    indicatoren: Annotated[tuple[Indicator, ...], PUBLIEK] = ()
    reeksen: Annotated[tuple[Reeks, ...], PUBLIEK] = ()
    bronnen: Annotated[tuple[Bron, ...], PUBLIEK] = ()
    woordenlijsten: Annotated[tuple[Woordenlijst, ...], PUBLIEK] = ()
    begrippen: Annotated[tuple[Begrip, ...], PUBLIEK] = ()
    beelden: Annotated[tuple[Beeld, ...], PUBLIEK] = ()
    principes: Annotated[tuple[Principe, ...], PUBLIEK] = ()
    beleidskaders: Annotated[tuple[Beleidskader, ...], PUBLIEK] = ()
    landelijke_doelen: Annotated[tuple[LandelijkDoel, ...], PUBLIEK] = ()
    doelstellingen: Annotated[tuple[Doelstelling, ...], PUBLIEK] = ()
    routes: Annotated[tuple[Route, ...], PUBLIEK] = ()
    praktijken: Annotated[tuple[Praktijk, ...], PUBLIEK] = ()
    initiatieven: Annotated[tuple[Initiatief, ...], PUBLIEK] = ()
    kansen: Annotated[tuple[Kans, ...], PUBLIEK] = ()
    bijeenkomsten: Annotated[tuple[Bijeenkomst, ...], PUBLIEK] = ()
    stakeholders: Annotated[tuple[Stakeholder, ...], PUBLIEK] = ()
    belemmeringen: Annotated[tuple[Belemmering, ...], PUBLIEK] = ()
    successen: Annotated[tuple[Succes, ...], PUBLIEK] = ()
    keuzehulp: Annotated[tuple[Keuzehulp, ...], PUBLIEK] = ()
    fasedoelen: Annotated[tuple[Fasedoel, ...], PUBLIEK] = ()
    onderbouwing: Annotated[tuple[Herleiding, ...], PUBLIEK] = ()
    rekenkamer: Annotated[tuple[Rekenkamervraag, ...], PUBLIEK] = ()
    voortgangsregels: Annotated[tuple[Voortgangsregel, ...], PUBLIEK] = ()
    bijsturingen: Annotated[tuple[Bijsturing, ...], PUBLIEK] = ()
    profiel: Annotated[Profiel | None, PUBLIEK] = None
    circulariteitsscan: Annotated[Circulariteitsscan | None, PUBLIEK] = None
    grondstofstromen: Annotated[Grondstofanalyse | None, PUBLIEK] = None
    inkoop: Annotated[Inkoopanalyse | None, PUBLIEK] = None
    bewustzijn: Annotated[Bewustzijnsmeting | None, PUBLIEK] = None
    draagvlak: Draagvlakmeting | None = None
    challenge: Annotated[Challenge | None, PUBLIEK] = None
    integratie: Annotated[Integratiescan | None, PUBLIEK] = None
    huisstijl: Annotated[Huisstijl | None, PUBLIEK] = None
    vastgesteld: Annotated[tuple[Vaststelling, ...], PUBLIEK] = ()
    proza: Annotated[tuple[Proza, ...], PUBLIEK] = ()

    def termen(self, woordenlijst: str) -> tuple[Term, ...]:
        """The terms of a vocabulary in reading order; empty when there is none."""
        lijsten = (lijst.geordend for lijst in self.woordenlijsten if lijst.id == woordenlijst)
        return next(lijsten, ())

    @property
    def besluit(self) -> Term | None:
        """How far the decision about the programme is; None where no vocabulary says it."""
        status = self.gegevens.besluitstatus
        return next((item for item in self.termen("besluitstatus") if item.id == status), None)

    @property
    def is_concept(self) -> bool:
        """Whether nobody has adopted the programme yet."""
        return self.besluit is not None and self.besluit.klasse is Klasse.CONCEPT


LIJSTEN: Final[Mapping[str, str]] = {
    "thema": "themas",
    "afdeling": "afdelingen",
    "team": "teams",
    "bron": "bronnen",
    "begrip": "begrippen",
    "beeld": "beelden",
    "principe": "principes",
    "beleidskader": "beleidskaders",
    "landelijk_doel": "landelijke_doelen",
    "doelstelling": "doelstellingen",
    "route": "routes",
    "praktijk": "praktijken",
    "initiatief": "initiatieven",
    "kans": "kansen",
    "bijeenkomst": "bijeenkomsten",
    "stakeholder": "stakeholders",
    "belemmering": "belemmeringen",
    "succes": "successen",
    "fasedoel": "fasedoelen",
    "herleiding": "onderbouwing",
    "rekenkamervraag": "rekenkamer",
    "voortgangsregel": "voortgangsregels",
    "bijsturing": "bijsturingen",
}
"""Collections that are one file each, `data/<collection>.yaml`, by what a reference calls them."""

MAPPEN: Final[Mapping[str, str]] = {
    "actie": "acties",
    "indicator": "indicatoren",
    "keuzehulp": "keuzehulp",
    "woordenlijst": "woordenlijsten",
    "vaststelling": "vastgesteld",
}
"""Collections that are a folder with a file for each record."""

COLLECTIES: Final[Mapping[str, str]] = {**LIJSTEN, **MAPPEN, "reeks": "reeksen"}
"""What a reference calls it, and the collection of Programma that holds it."""

ONDERDELEN: Final = (
    "profiel",
    "circulariteitsscan",
    "grondstofstromen",
    "inkoop",
    "bewustzijn",
    "draagvlak",
    "challenge",
    "integratie",
    "huisstijl",
)
"""Parts of which a programme has one at most: `data/<part>.yaml`, with rows in a CSV beside it."""


def iter_records(programma: Programma) -> Iterator[tuple[str, str, Model]]:
    """Every record, as (soort, id, record); of what there is one of, the id is its name."""
    yield "gegevens", "programma", programma.gegevens
    for name in ONDERDELEN:
        if (part := getattr(programma, name)) is not None:
            yield name, name, part
    for soort, name in COLLECTIES.items():
        for record in getattr(programma, name):
            yield soort, record.id, record


def iter_verwijzingen(record: Model) -> Iterator[tuple[type_path, Verwijzing, str, Model]]:
    """Every reference in a record: its path, what it refers to, the id, and the record it is in."""
    for path, inner in walk(record):
        for name, mark in list_references(type(inner)):
            value = getattr(inner, name)
            if isinstance(value, tuple):
                for index, identifier in enumerate(value):
                    yield (*path, name, index), mark, identifier, inner
            elif value is not None:
                yield (*path, name), mark, value, inner
