"""Colours: how one is typed, how much two differ, and which shade of one differs enough."""

from __future__ import annotations

import colorsys
import math
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Annotated, Final

from pydantic import BeforeValidator

from generator.findings import Code
from generator.model.vormen import vorm
from generator.model.waarden import WaardeError, show

_LANG: Final = re.compile(r"#?([0-9a-fA-F]{6})")
_KORT: Final = re.compile(r"#?([0-9a-fA-F]{3})")
STAPPEN: Final = 512
"""In how many steps of lightness a shade is looked for: finer than a screen can show."""


@vorm(
    'een kleur tussen aanhalingstekens, bijvoorbeeld "#0b4f49"',
    type="string",
    pattern=r"^\s*#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*$",
)
def parse_kleur(value: object) -> str:
    """A colour as `#rrggbb` in small letters; `#rgb` is written out."""
    text = value.strip() if isinstance(value, str) else ""
    if text.startswith("#"):
        if found := _LANG.fullmatch(text):
            return f"#{found[1].lower()}"
        if found := _KORT.fullmatch(text):
            return "#" + "".join(digit * 2 for digit in found[1].lower())
    likely = str(value).strip() if isinstance(value, str | int) else ""
    is_bare = not isinstance(value, bool) and (_LANG.fullmatch(likely) or _KORT.fullmatch(likely))
    raise WaardeError(
        Code.KLEUR_ONGELDIG,
        f"{show(value)} is geen kleur",
        f'schrijf "#{likely}", met # en aanhalingstekens'
        if is_bare and not likely.startswith("#")
        else 'schrijf # en zes cijfers of letters a-f, tussen aanhalingstekens: "#0b4f49"',
    )


Kleur = Annotated[str, BeforeValidator(parse_kleur)]


def _split(kleur: str) -> tuple[int, int, int]:
    return int(kleur[1:3], 16), int(kleur[3:5], 16), int(kleur[5:7], 16)


@lru_cache(maxsize=2000)
def _luminance(kleur: str) -> float:
    """Relative luminance, 0 (black) to 1 (white).

    Source:
        WCAG 2.2, definition of relative luminance.
    """
    parts = [part / 255 for part in _split(kleur)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - source
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def measure_contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 (equal) to 21 (black on white).

    Source:
        WCAG 2.2, definition of contrast ratio.
    """
    lights = sorted((_luminance(one), _luminance(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def mix(one: str, share: float, other: str) -> str:
    """The colour between two, as `color-mix(in srgb, one share, other)` gives it."""
    parts = zip(_split(one), _split(other), strict=True)
    return "#" + "".join(f"{int(a * share + b * (1 - share) + 0.5):02x}" for a, b in parts)


def find_shade(kleur: str, passes: Callable[[str], bool]) -> str | None:
    """The shade of `kleur` nearest in lightness that passes: the same hue, lighter or darker."""
    return next(filter(passes, _iter_shades(kleur)), None)


def _iter_shades(kleur: str) -> Iterator[str]:
    red, green, blue = (part / 255 for part in _split(kleur))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    steps = sorted(range(STAPPEN + 1), key=lambda step: abs(step / STAPPEN - lightness))
    for step in steps:
        parts = colorsys.hls_to_rgb(hue, step / STAPPEN, saturation)
        yield "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def show_contrast(ratio: float) -> str:
    """A contrast in Dutch, never higher than it is: `4,49` stays below 4,5."""
    whole, cents = divmod(math.floor(ratio * 100), 100)
    return f"{whole},{cents:02}".rstrip("0").rstrip(",")
