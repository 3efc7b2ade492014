"""Pages: the table of all pages of which there is one, and what each needs to exist."""

from __future__ import annotations

from typing import Final, NamedTuple

from generator.model.basis import Zichtbaarheid


class Pagina(NamedTuple):
    """A page of which there is one.

    Attributes:
        pad: where it stands; also the name of its template.
        titel: its heading, and its name in the menu.
        omschrijving: one sentence about it, for search engines and shared links.
        hoofdstuk: the chapter of the menu where it belongs; "" or beheer outside the menu.
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
HANDLEIDINGDELEN: Final = (
    "beginnen",
    "schrijven",
    "openbaar",
    "onderdelen",
    "voortgang",
    "nulmeting",
    "programma",
    "tekst",
    "huisstijl",
    "velden",
)
"""The parts of the manual behind its first page, in reading order; each is a page."""

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
    Pagina(
        "acties/planning",
        "Planning",
        "Wanneer de acties lopen, per fase, en welke mijlpalen komen.",
        "acties",
        ("acties.start", "acties.eind", "acties.mijlpalen"),
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
        "voortgang/index",
        "Voortgang",
        "Hoe het programma ervoor staat, en wat eerst een besluit vraagt.",
        "voortgang",
        ("acties", "indicatoren"),
    ),
    Pagina(
        "indicatoren/index",
        "Indicatoren",
        "Wat het programma meet, en of het snel genoeg gaat.",
        "voortgang",
        ("indicatoren",),
    ),
    Pagina(
        "voortgang/bijsturing",
        "Bijsturen: besluiten",
        "Welke besluiten zijn genomen om bij te sturen, waarom, en wanneer wordt teruggekeken.",
        "voortgang",
        ("bijsturingen",),
    ),
    Pagina(
        "voortgang/bijdrage",
        "Wat de acties bijdragen",
        "Wat de acties samen opleveren voor elk doel, en wat er dan nog over is.",
        "voortgang",
        ("acties.verwachte_effecten", "acties.gerealiseerde_effecten"),
    ),
    Pagina(
        "voortgang/spreiding",
        "Spreiding van de acties",
        "Hoe de acties verdeeld zijn, en waar een vraag over te stellen is.",
        "voortgang",
        ("acties",),
        INTERN,
    ),
    Pagina(
        "voortgang/kosten",
        "Geld en uren",
        "Wat de acties kosten, hoe dat gedekt is en hoeveel uren zij vragen.",
        "voortgang",
        ("acties.budget_eur", "acties.uren"),
        INTERN,
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
        "over/toegankelijkheid",
        "Toegankelijkheid",
        "Hoe de site is gemaakt voor wie minder goed ziet, hoort of beweegt, en wat is getest.",
        "over",
        ("gegevens",),
    ),
    Pagina(
        "over/meenemen",
        "Zonder netwerk lezen",
        "De hele site als zip, om mee te nemen of te bewaren.",
        "over",
        ("gegevens",),
        INTERN,
    ),
    Pagina(
        "over/wijzigingen",
        "Wijzigingen sinds de vaststelling",
        "Wat er in de gegevens is veranderd sinds er voor het laatst over is besloten.",
        "over",
        ("vastgesteld",),
        INTERN,
    ),
    Pagina(
        "over/rekenkamer",
        "Vragen van de rekenkamer",
        "Wat een rekenkamer aan een programma vraagt, en waar het antwoord staat.",
        "over",
        ("rekenkamer",),
    ),
    Pagina(
        "over/onderbouwing",
        "Onderbouwing",
        "Elke uitspraak van de bronteksten, met de pagina die er invulling aan geeft.",
        "over",
        ("onderbouwing",),
    ),
    Pagina(
        "beheer/handleiding/index",
        "Handleiding",
        "Zo houdt u de gegevens van het programma bij.",
        "beheer",
        ("gegevens",),
        INTERN,
    ),
    Pagina(
        "beheer/meldingen/index",
        "Foutmeldingen",
        "Wat elke melding van circulair controleer betekent, en hoe u het herstelt.",
        "beheer",
        ("gegevens",),
        INTERN,
    ),
)
"""Every page of which there is one, in the order of the menu."""
