"""Pages: where each page of the programme stands, what it needs to exist, and who may see it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from generator.model.basis import Editie, Model, Zichtbaarheid, is_public
from generator.model.programma import Programma


class Pagina(NamedTuple):
    """A page of which there is one.

    Attributes:
        pad: where it stands; also the name of its template.
        titel: its heading, and its name in the menu.
        omschrijving: one sentence about it, for search engines and shared links.
        hoofdstuk: the chapter of the menu where it belongs; "" outside the menu.
        nodig: fields of Programma; the page exists when any of them holds something. With
            `acties.raadsstukken` it is made of the acties whose raadsstukken hold something.
        zichtbaarheid: intern when the page is for the intranet whatever it holds.
    """

    pad: str
    titel: str
    omschrijving: str
    hoofdstuk: str
    nodig: tuple[str, ...]
    zichtbaarheid: Zichtbaarheid = Zichtbaarheid.PUBLIEK


INTERN: Final = Zichtbaarheid.INTERN

PAGINAS: Final[tuple[Pagina, ...]] = (
    Pagina("index", "Home", "", "", ("gegevens",)),
    Pagina(
        "aan-de-slag/index",
        "Aan de slag",
        "Wat ga je doen? Per situatie op het werk de vragen die helpen kiezen.",
        "aan_de_slag",
        ("keuzehulp",),
    ),
    Pagina(
        "aan-de-slag/nieuw",
        "Nieuw hier?",
        "Het programma in vijf minuten, voor wie net begint.",
        "aan_de_slag",
        ("keuzehulp",),
        INTERN,
    ),
    Pagina(
        "successen/index",
        "Successen",
        "Wat al lukt, en welke acties daardoor begonnen.",
        "aan_de_slag",
        ("successen",),
    ),
    Pagina(
        "challenge",
        "Challenge",
        "Wat medewerkers uitprobeerden, wat het bespaarde en wat zij zelf al deden.",
        "aan_de_slag",
        ("challenge",),
    ),
    Pagina("teams/index", "Teams", "De teams en hun acties.", "teams", ("teams",)),
    Pagina(
        "acties/index",
        "Acties",
        "Alle acties van het programma, met team, thema, fase en status.",
        "acties",
        ("acties",),
    ),
    Pagina("themas/index", "Thema's", "De thema's van het programma.", "themas", ("themas",)),
    Pagina(
        "andere-opgaven",
        "Aansluiten bij andere opgaven",
        "Hoe het programma aansluit bij opgaven zoals de energietransitie.",
        "themas",
        ("acties.koppelopgaven",),
    ),
    Pagina(
        "nulmeting/index",
        "Waar staan we?",
        "De nulmeting op een rij: wat er is onderzocht en wat eruit komt.",
        "nulmeting",
        ("circulariteitsscan", "grondstofstromen", "inkoop", "bewustzijn"),
    ),
    Pagina(
        "nulmeting/circulariteitsscan",
        "Circulariteitsscan",
        "Wat al circulair gaat, wat beter kan en wie van buiten meedoet.",
        "nulmeting",
        ("circulariteitsscan", "praktijken", "initiatieven"),
    ),
    Pagina(
        "nulmeting/grondstofstromen",
        "Grondstofstromen",
        "Welke materialen erin komen en eruit gaan, en wat dat het milieu kost.",
        "nulmeting",
        ("grondstofstromen",),
    ),
    Pagina(
        "nulmeting/inkoop",
        "Inkoopanalyse",
        "Waar het geld heen gaat, wat dat uitstoot en welke keuzes eraan komen.",
        "nulmeting",
        ("inkoop",),
    ),
    Pagina(
        "nulmeting/bewustzijn",
        "Bewustzijn en draagvlak",
        "Wat medewerkers weten, vinden en doen, altijd in groepen.",
        "nulmeting",
        ("bewustzijn", "draagvlak"),
    ),
    Pagina(
        "indicatoren/index",
        "Indicatoren",
        "Wat het programma meet.",
        "voortgang",
        ("indicatoren",),
    ),
    Pagina(
        "samenvatting",
        "Samenvatting voor college en raad",
        "Het programma op een A4.",
        "programma",
        ("acties",),
    ),
    Pagina(
        "ambitie",
        "Ambitie en route",
        "Waar het programma op uitkomt, en langs welke stappen.",
        "programma",
        ("doelstellingen", "routes"),
    ),
    Pagina(
        "profiel",
        "Profiel en beleid",
        "Wat deze plek bijzonder maakt, en op welk beleid het programma voortbouwt.",
        "programma",
        ("profiel", "beleidskaders", "landelijke_doelen"),
    ),
    Pagina(
        "wat-past-bij-ons",
        "Wat past bij ons?",
        "Vier vragen tussen de nulmeting en de aanpak.",
        "programma",
        ("kansen", "draagvlak"),
        INTERN,
    ),
    Pagina(
        "kansenkaart",
        "Kansenkaart",
        "Welke kansen er zijn, wat ze opleveren en welke acties eruit volgden.",
        "programma",
        ("kansen",),
    ),
    Pagina(
        "aanpak",
        "Aanpak in fasen",
        "Hoe het programma groeit, en wanneer een thema door kan.",
        "programma",
        ("fasedoelen",),
    ),
    Pagina(
        "beleid-en-werkwijze",
        "Circulair in beleid en werkwijze",
        "Hoe ver circulair is opgenomen in beleid, processen en instrumenten.",
        "programma",
        ("integratie", "principes"),
    ),
    Pagina(
        "belemmeringen",
        "Belemmeringen",
        "Wat circulair werken lastig maakt, en wat eraan gebeurt.",
        "programma",
        ("belemmeringen",),
    ),
    Pagina(
        "totstandkoming",
        "Hoe is dit programma gemaakt?",
        "Wie meedachten, wat dat opleverde en wat ermee is gedaan.",
        "programma",
        ("bijeenkomsten", "stakeholders"),
    ),
    Pagina(
        "raad",
        "Moties en toezeggingen",
        "Wat de raad vroeg, en wanneer dat terugkomt.",
        "programma",
        ("acties.raadsstukken",),
    ),
    Pagina(
        "wat-merk-ik-ervan",
        "Wat merk ik ervan?",
        "Wat inwoners van de acties merken, en waar.",
        "programma",
        ("acties.wat_merk_ik",),
    ),
    Pagina(
        "over/bronnen",
        "Bronnen en methode",
        "Waar de getallen vandaan komen en hoe ze te lezen zijn.",
        "over",
        ("bronnen",),
    ),
    Pagina(
        "over/begrippen",
        "Begrippen",
        "Uitleg van de woorden die in dit programma staan.",
        "over",
        ("begrippen",),
    ),
    Pagina(
        "over/open-data",
        "Open data",
        "Alle tabellen van deze site, om zelf mee te rekenen.",
        "over",
        ("acties", "indicatoren"),
    ),
    Pagina(
        "over/contact",
        "Contact",
        "Wie vragen beantwoordt, en hoe u een idee of aanvulling stuurt.",
        "over",
        ("gegevens",),
    ),
    Pagina(
        "over/onderbouwing",
        "Onderbouwing",
        "Elke uitspraak van de bronteksten, met de pagina die er invulling aan geeft.",
        "over",
        ("onderbouwing",),
    ),
)
"""Every page of which there is one, in the order of the menu."""


def pad_thema(identifier: str) -> str:
    """The page of a thema."""
    return f"themas/{identifier}"


def pad_team(identifier: str) -> str:
    """The page of a team."""
    return f"teams/{identifier}"


def pad_actie(identifier: str) -> str:
    """The page of an action."""
    return f"acties/{identifier.lower()}"


def pad_indicator(identifier: str) -> str:
    """The page of an indicator."""
    return f"indicatoren/{identifier}"


def pad_keuzehulp(identifier: str) -> str:
    """The page of a situation at work."""
    return f"keuzehulp/{identifier}"


RECORDPAGINAS = {
    "themas": pad_thema,
    "teams": pad_team,
    "acties": pad_actie,
    "indicatoren": pad_indicator,
    "keuzehulp": pad_keuzehulp,
}
"""Collections with a page for each record, and where that stands."""


def list_inhoud(programma: Programma, pagina: Pagina) -> list[Model]:
    """The records that a page exists for; empty when there is no such page."""
    found: list[Model] = []
    for need in pagina.nodig:
        name, _, field = need.partition(".")
        value = getattr(programma, name)
        if value is None:
            continue
        records = value if isinstance(value, tuple) else (value,)
        found += [record for record in records if not field or getattr(record, field)]
    return found


def list_gegenereerd(programma: Programma) -> dict[str, Zichtbaarheid]:
    """Every page made from data/, and for whom; a part without content has none."""
    paden = {}
    for pagina in PAGINAS:
        inhoud = list_inhoud(programma, pagina)
        if inhoud:
            shown = pagina.zichtbaarheid is not INTERN and any(map(is_public, inhoud))
            paden[pagina.pad] = Zichtbaarheid.PUBLIEK if shown else INTERN
    for name, locate in RECORDPAGINAS.items():
        for record in getattr(programma, name):
            paden[locate(record.id)] = record.zichtbaarheid
    return paden


def list_paden(programma: Programma) -> Mapping[str, Zichtbaarheid]:
    """Every page of the site: those made from data/, and the pages of prose."""
    proza = {page.pad: page.zichtbaarheid for page in programma.proza}
    return proza | list_gegenereerd(programma)


def list_paginas(programma: Programma, editie: Editie) -> tuple[Pagina, ...]:
    """The pages of `PAGINAS` that an edition has, of a programme narrowed to that edition."""
    return tuple(
        pagina
        for pagina in PAGINAS
        if list_inhoud(programma, pagina)
        and (editie is Editie.INTERN or pagina.zichtbaarheid is not INTERN)
    )
