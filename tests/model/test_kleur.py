"""Colours: typed in one way, measured as WCAG says, and a better shade that is the nearest."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.kleur import (
    STAPPEN,
    find_shade,
    measure_contrast,
    mix,
    parse_kleur,
    show_contrast,
)
from generator.model.waarden import WaardeError

KLEUREN = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def _lightness(kleur: str) -> float:
    return colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(kleur[1:])))[1]


@pytest.mark.parametrize(
    ("typed", "meant"), [("#0B4F49", "#0b4f49"), ("#fff", "#ffffff"), (" #1aB ", "#11aabb")]
)
def test_colour_has_one_spelling(typed: str, meant: str) -> None:
    """Capitals and the short form are the same colour."""
    assert parse_kleur(typed) == meant


@pytest.mark.parametrize(
    "typed", ["groen", "0b4f49", 123456, "rgb(1,2,3)", "#0b4f4", "#0b4f49ff", "#12345g", True, ""]
)
def test_anything_else_is_refused(typed: object) -> None:
    """A name, a number or a colour that is half is no colour."""
    with pytest.raises(WaardeError):
        parse_kleur(typed)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffff00", 3.72),
    ],
)
def test_contrast_is_what_wcag_says(one: str, other: str, ratio: float) -> None:
    """The measured contrast is the known one, whichever colour comes first."""
    assert measure_contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert measure_contrast(other, one) == measure_contrast(one, other)


@given(KLEUREN, KLEUREN)
def test_suggested_shade_passes_and_none_nearer_does(kleur: str, achter: str) -> None:
    """The shade that is advised reaches 4,5:1, and every shade nearer to the typed one does not."""

    def passes(shade: str) -> bool:
        return measure_contrast(shade, achter) >= 4.5

    found = find_shade(kleur, passes)
    assert found is not None
    assert passes(found)
    hue, own, saturation = colorsys.rgb_to_hls(*(x / 255 for x in bytes.fromhex(kleur[1:])))
    away = abs(_lightness(found) - own)
    for step in range(256):
        lightness = step / 255
        parts = colorsys.hls_to_rgb(hue, lightness, saturation)
        shade = "#" + bytes(round(part * 255) for part in parts).hex()
        # Rounding to what a screen shows moves a shade by up to half a step.
        assert abs(lightness - own) > away - 1 / STAPPEN - 1 / 255 or not passes(shade)


@given(KLEUREN)
def test_colour_that_passes_stays(kleur: str) -> None:
    """What is good enough is not changed more than rounding does."""
    found = find_shade(kleur, lambda _: True)
    assert found is not None
    assert abs(_lightness(found) - _lightness(kleur)) < 1 / 255


@given(KLEUREN, KLEUREN)
def test_mixed_colour_lies_between(one: str, other: str) -> None:
    """All of one is that one, nothing of it is the other."""
    assert (mix(one, 1, other), mix(one, 0, other)) == (one, other)


@pytest.mark.parametrize(
    ("ratio", "shown"), [(4.4999, "4,49"), (4.5, "4,5"), (21.0, "21"), (3.1, "3,1"), (10.0, "10")]
)
def test_contrast_is_never_shown_higher_than_it_is(ratio: float, shown: str) -> None:
    """What is just too little does not look like enough."""
    assert show_contrast(ratio) == shown
