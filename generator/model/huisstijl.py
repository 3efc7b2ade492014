"""House style: colours, fonts, logo and icon of an organisation, named as NL Design System does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Final

from pydantic import BeforeValidator

from generator.findings import Code
from generator.model.basis import PUBLIEK, Model, Verwijzing
from generator.model.beelden import Beeldnaam
from generator.model.kleur import Kleur
from generator.model.vormen import vorm
from generator.model.waarden import JaNee, Tekst, WaardeError, parse_tekst, show

GRAFIEKKLEUREN: Final = 6
"""How many colours charts have; the vocabularies name them 1 to 6."""
_LETTER = re.compile(r"[A-Za-z0-9]+(?:[ -][A-Za-z0-9]+)*")
_BESTAND = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*\.woff2")
_GEWICHT = re.compile(r"[1-9]00(?: [1-9]00)?")


@vorm(
    "de naam van een lettertype, bijvoorbeeld Source Sans 3",
    type=["string", "number"],
    pattern=rf"^\s*{_LETTER.pattern}\s*$",
)
def _parse_letternaam(value: object) -> str:
    text = parse_tekst(value)
    if _LETTER.fullmatch(text):
        return text
    advice = "schrijf alleen de naam van het lettertype, bijvoorbeeld Source Sans 3"
    raise WaardeError(Code.TEKST_ONGELDIG, f"{show(text)} is geen naam van een lettertype", advice)


def is_letterbestand(naam: str) -> bool:
    """Whether a file name can be that of a font on the site."""
    return bool(_BESTAND.fullmatch(naam))


@vorm(
    "de naam van een .woff2-bestand, bijvoorbeeld tekst.woff2",
    type="string",
    pattern=rf"^\s*{_BESTAND.pattern}\s*$",
)
def _parse_letterbestand(value: object) -> str:
    text = parse_tekst(value)
    if is_letterbestand(text):
        return text
    advice = (
        "gebruik een .woff2-bestand met kleine letters, cijfers, - en _ in de naam, bijvoorbeeld "
        "tekst.woff2"
    )
    raise WaardeError(Code.BESTAND_NAAM, f"{show(text)} is geen bestand met letters", advice)


@vorm(
    "een gewicht, bijvoorbeeld 400, 700 of 100 900",
    type=["integer", "string"],
    pattern=rf"^\s*{_GEWICHT.pattern}\s*$",
    minimum=100,
    maximum=900,
)
def _parse_gewicht(value: object) -> str:
    text = parse_tekst(value)
    if _GEWICHT.fullmatch(text):
        return text
    advice = 'schrijf 400 (gewoon), 700 (vet), of van-tot voor een variabele letter: "100 900"'
    raise WaardeError(Code.TEKST_ONGELDIG, f"{show(text)} is geen gewicht van letters", advice)


@vorm("zes kleuren", minItems=GRAFIEKKLEUREN, maxItems=GRAFIEKKLEUREN)
def _parse_zestal(value: object) -> object:
    if isinstance(value, list | tuple) and len(value) != GRAFIEKKLEUREN:
        raise WaardeError(
            Code.KLEUR_ONGELDIG,
            f"hier staan {len(value)} kleuren, en grafieken hebben er {GRAFIEKKLEUREN}",
            f"zet hier {GRAFIEKKLEUREN} kleuren onder elkaar, of haal het blok weg",
        )
    return value


Letternaam = Annotated[str, BeforeValidator(_parse_letternaam)]
Letterbestand = Annotated[str, BeforeValidator(_parse_letterbestand)]
Gewicht = Annotated[str, BeforeValidator(_parse_gewicht)]
Zestal = Annotated[tuple[Kleur, ...], BeforeValidator(_parse_zestal)]


class Kleuren(Model):
    """One palette: light or dark. A colour that is absent is that of the program itself.

    Source:
        NL Design System, basis tokens for colour: purpose (`accent-1`) and use (`bg-default`). A
        field is the name of the token with `_` for each full stop and hyphen.
    """

    altijd_publiek: ClassVar[bool] = True

    basis_color_accent_1_inverse_bg_default: Annotated[Kleur | None, PUBLIEK] = None
    """Huiskleur: de menubalk, de voet en het grote vlak op de beginpagina."""
    basis_color_accent_1_inverse_color_document: Annotated[Kleur | None, PUBLIEK] = None
    """Tekst op de huiskleur."""
    basis_color_accent_1_inverse_color_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Bijschrift op de huiskleur."""
    basis_color_accent_2_inverse_color_default: Annotated[Kleur | None, PUBLIEK] = None
    """Accent op de huiskleur: het streepje onder het open hoofdstuk, en de focus."""
    basis_color_accent_1_color_default: Annotated[Kleur | None, PUBLIEK] = None
    """Huiskleur op de pagina: lijnen boven kaarten, getallen, en wat goed gaat."""
    basis_color_accent_2_color_default: Annotated[Kleur | None, PUBLIEK] = None
    """Accent op de pagina: pijltjes, doelen in grafieken, en wat bijgestuurd moet worden."""
    basis_color_default_color_document: Annotated[Kleur | None, PUBLIEK] = None
    """Gewone tekst."""
    basis_color_default_color_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Bijschriften."""
    basis_color_action_2_color_default: Annotated[Kleur | None, PUBLIEK] = None
    """Links en knoppen, en de rand om wat de focus heeft."""
    basis_color_default_bg_document: Annotated[Kleur | None, PUBLIEK] = None
    """Achtergrond van de pagina."""
    basis_color_default_bg_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Vlak achter kaarten en feiten."""
    basis_color_accent_1_bg_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Vlak in een tint van de huiskleur: waar de muis staat, en wat op schema ligt."""
    basis_color_default_border_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Dunne lijnen die alleen verdelen."""
    basis_color_default_border_default: Annotated[Kleur | None, PUBLIEK] = None
    """Randen die te zien moeten zijn: van velden, merkjes en assen."""
    basis_color_warning_bg_subtle: Annotated[Kleur | None, PUBLIEK] = None
    """Vlak van meldingen, en van wat aandacht nodig heeft."""
    basis_color_warning_border_default: Annotated[Kleur | None, PUBLIEK] = None
    """Rand van meldingen, en van wat aandacht nodig heeft."""
    grafiek: Annotated[Zestal | None, PUBLIEK] = None
    """De zes kleuren van grafieken; NL Design System heeft daar geen namen voor."""


class Lettertype(Model):
    """Font file: one weight of a typeface, or all of a variable one."""

    altijd_publiek: ClassVar[bool] = True

    naam: Annotated[Letternaam, PUBLIEK]
    """Naam van het lettertype, zoals het hierboven bij tekst of koppen staat."""
    bestand: Annotated[Letterbestand, PUBLIEK]
    """Naam van het .woff2-bestand in content/media."""
    rechten: Annotated[Tekst, PUBLIEK]
    """Waarom de site het mag gebruiken, bijvoorbeeld SIL OFL 1.1."""
    gewicht: Annotated[Gewicht, PUBLIEK] = "400"
    """Gewicht: 400 is gewoon, 700 is vet; "100 900" is een variabele letter."""
    cursief: Annotated[JaNee, PUBLIEK] = False
    """true als de letters schuin zijn."""

    @property
    def pad(self) -> str:
        """Where it stands on the site."""
        return f"media/{self.bestand}"


@dataclass(frozen=True, slots=True)
class Letters:
    """What a font file holds."""

    bestand: str
    inhoud: bytes = field(repr=False)


class Huisstijl(Model):
    """House style: what makes the site look like that of its organisation."""

    altijd_publiek: ClassVar[bool] = True

    logo: Annotated[Beeldnaam | None, Verwijzing("beeld"), PUBLIEK] = None
    """Logo boven aan elke pagina: een bestand uit beelden.yaml, waar ook de alt-tekst staat."""
    logo_donker: Annotated[Beeldnaam | None, Verwijzing("beeld"), PUBLIEK] = None
    """Logo voor de donkere weergave; zonder dit staat het logo daar op een wit vlak."""
    icoon: Annotated[Beeldnaam | None, Verwijzing("beeld"), PUBLIEK] = None
    """Plaatje in het tabblad van de browser: een vierkant bestand uit beelden.yaml."""
    basis_text_font_family_default: Annotated[Letternaam | None, PUBLIEK] = None
    """Lettertype van de tekst: een naam uit lettertypen, of een die computers zelf hebben."""
    basis_heading_font_family: Annotated[Letternaam | None, PUBLIEK] = None
    """Lettertype van koppen; zonder dit dat van de tekst."""
    lettertypen: Annotated[tuple[Lettertype, ...], PUBLIEK] = ()
    """Lettertypen die met de site meekomen, een bestand per onderdeel."""
    licht: Annotated[Kleuren | None, PUBLIEK] = None
    """Kleuren van de lichte weergave, en van papier."""
    donker: Annotated[Kleuren | None, PUBLIEK] = None
    """Kleuren van de donkere weergave."""
    letters: Annotated[tuple[Letters, ...], PUBLIEK] = ()
    """De bestanden van de lettertypen; het programma leest ze uit content/media."""

    @property
    def id(self) -> str:
        """Its name in the programme: there is one."""
        return "huisstijl"


ROLLEN: Final[Mapping[str, str]] = {
    "huis": "basis_color_accent_1_inverse_bg_default",
    "op-huis": "basis_color_accent_1_inverse_color_document",
    "op-huis-zacht": "basis_color_accent_1_inverse_color_subtle",
    "op-huis-accent": "basis_color_accent_2_inverse_color_default",
    "hoofd": "basis_color_accent_1_color_default",
    "accent": "basis_color_accent_2_color_default",
    "tekst": "basis_color_default_color_document",
    "zacht": "basis_color_default_color_subtle",
    "link": "basis_color_action_2_color_default",
    "grond": "basis_color_default_bg_document",
    "vlak": "basis_color_default_bg_subtle",
    "vlak-2": "basis_color_accent_1_bg_subtle",
    "lijn": "basis_color_default_border_subtle",
    "rand": "basis_color_default_border_default",
    "let-op": "basis_color_warning_bg_subtle",
    "let-op-rand": "basis_color_warning_border_default",
}
"""What the style sheet calls a colour (`--kleur-huis`), and the token that it comes from."""
