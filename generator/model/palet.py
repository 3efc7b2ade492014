"""Palettes: every colour of the style sheet, from the tokens of a house style or our own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from generator.model.huisstijl import GRAFIEKKLEUREN, ROLLEN, Huisstijl, Kleuren
from generator.model.kleur import mix

type_palet = Mapping[str, str]
"""Colours by what the style sheet calls them, without `--kleur-`."""


class Weergave(NamedTuple):
    """A way to look at the site.

    Attributes:
        veld: the field of Huisstijl with its colours.
        naam: what readers call it.
        standaard: the colours of the program itself, by role.
        diep: how much of the house colour is left in its darker shade; the rest is black.
    """

    veld: str
    naam: str
    standaard: type_palet
    diep: float


LICHT: Final = Weergave(
    "licht",
    "de lichte weergave",
    {
        "huis": "#0b4f49",
        "op-huis": "#ffffff",
        "op-huis-zacht": "#cfe4e0",
        "op-huis-accent": "#ffb98f",
        "hoofd": "#0b5f58",
        "accent": "#b4461a",
        "tekst": "#1c2826",
        "zacht": "#52605d",
        "link": "#0a625a",
        "grond": "#ffffff",
        "vlak": "#f5f3ed",
        "vlak-2": "#e6f0ee",
        "lijn": "#dcd8cd",
        "rand": "#7d8784",
        "let-op": "#fff1d6",
        "let-op-rand": "#b97a10",
        "1": "#0b6b62",
        "2": "#946000",
        "3": "#2f5d9b",
        "4": "#b4461a",
        "5": "#87407a",
        "6": "#5a7018",
    },
    0.75,
)
DONKER: Final = Weergave(
    "donker",
    "de donkere weergave",
    {
        "huis": "#0d3733",
        "op-huis": "#f2f7f5",
        "op-huis-zacht": "#b9d3ce",
        "op-huis-accent": "#ffb98f",
        "hoofd": "#5cc4b6",
        "accent": "#f0955f",
        "tekst": "#e5ebe9",
        "zacht": "#a9b7b3",
        "link": "#7ed0c5",
        "grond": "#101816",
        "vlak": "#1a2421",
        "vlak-2": "#1f302c",
        "lijn": "#33413d",
        "rand": "#82918c",
        "let-op": "#3a2b12",
        "let-op-rand": "#d79a3a",
        "1": "#5cc4b6",
        "2": "#e0b04a",
        "3": "#8ab6f0",
        "4": "#f0955f",
        "5": "#d99bcb",
        "6": "#a9c46c",
    },
    0.71,
)
WEERGAVEN: Final = (LICHT, DONKER)
TRAPPEN: Final[Mapping[str, tuple[str, float]]] = {
    "trap-1": ("hoofd", 0.12),
    "trap-2": ("hoofd", 0.22),
    "trap-3": ("hoofd", 0.32),
    "trap-4": ("hoofd", 0.44),
    "trap-9": ("rand", 0.35),
}
"""The steps of a matrix: a colour, and how much of it is mixed into the page by `tabellen.css`."""
AFGELEID: Final[Mapping[str, str]] = {
    "huis-diep": "huis",
    "as": "rand",
    "doel": "accent",
    "referentie": "zacht",
    "raster": "lijn",
    **{step: role for step, (role, _) in TRAPPEN.items()},
}
"""Colours that nobody types, and the one that they follow first."""
PAPIER: Final[type_palet] = {
    "tekst": "#000000",
    "zacht": "#444444",
    "grond": "#ffffff",
    "vlak": "#ffffff",
    "vlak-2": "#ffffff",
    "let-op": "#ffffff",
    "lijn": "#bbbbbb",
    "rand": "#666666",
}
"""What paper changes in the light colours: black on white, and no surfaces."""


def list_grondkleuren(weergave: Weergave, kleuren: Kleuren | None) -> dict[str, str]:
    """The colours that can be typed, by role: those of the house style, else our own."""
    found = dict(weergave.standaard)
    found |= {role: typed for role, typed, _ in iter_getypt(kleuren)}
    return found


def iter_getypt(kleuren: Kleuren | None) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Each colour that somebody typed: its role, the colour, and where it stands in the palette."""
    if kleuren is None:
        return
    for role, token in ROLLEN.items():
        if typed := getattr(kleuren, token):
            yield role, typed, (token,)
    for index, typed in enumerate(kleuren.grafiek or ()):
        yield str(index + 1), typed, ("grafiek", index)


def complete(gronden: type_palet, weergave: Weergave) -> dict[str, str]:
    """Every colour of a palette: those that can be typed, and those that follow from them."""
    found = dict(gronden)
    found["huis-diep"] = mix(found["huis"], weergave.diep, "#000000")
    found["as"] = found["rand"]
    found["doel"] = found["accent"]
    found["referentie"] = mix(found["rand"], 0.42, found["zacht"])
    found["raster"] = mix(found["lijn"], 0.77, found["grond"])
    found["papier"] = "#ffffff"
    return found


def add_trappen(palet: type_palet) -> dict[str, str]:
    """A palette with the steps of a matrix, which the browser mixes itself."""
    steps = TRAPPEN.items()
    mixed = {step: mix(palet[role], share, palet["grond"]) for step, (role, share) in steps}
    return {**palet, **mixed}


def make_palet(weergave: Weergave, huisstijl: Huisstijl | None) -> dict[str, str]:
    """Every colour of the style sheet for one way to look at the site."""
    kleuren = getattr(huisstijl, weergave.veld) if huisstijl else None
    return complete(list_grondkleuren(weergave, kleuren), weergave)


def put_on_paper(licht: type_palet) -> dict[str, str]:
    """The colours for print, from those of the light palette."""
    gronden = {role: licht[role] for role in (*ROLLEN, *map(str, range(1, GRAFIEKKLEUREN + 1)))}
    return complete({**gronden, **PAPIER}, LICHT)
