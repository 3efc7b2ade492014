"""The table of colours that meet: held against the style sheets, and reached by our own colours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.huisstijl import ROLLEN
from generator.model.palet import (
    TRAPPEN,
    WEERGAVEN,
    Weergave,
    complete,
    make_palet,
    put_on_paper,
)
from generator.model.regels.kleurparen import (
    HUIS,
    PAGINA,
    PAREN,
    ZONDER_BOODSCHAP,
    find_tekorten,
    measure,
    suggest_shade,
)
from tests.programmes import ROOT

STIJLEN = sorted((Path(str(files("site_theme"))) / "stijl").glob("*.css"))
_REGEL = re.compile(r"([^{}]+)\{([^{}]*)\}")
_KLEUR = re.compile(r"var\(--kleur-([\w-]+)\)")
_MENGSEL = re.compile(r"color-mix\(in srgb, var\(--kleur-([\w-]+)\) (\d+)%, var\(--kleur-grond\)\)")
_ROL = re.compile(r'"kleur-([\w-]+)"')
GETEKEND = re.compile(r"(border|outline|box-shadow|fill|stroke|column-rule|scrollbar)")
VLAKKEN = {"background", "background-color", "border-image"}
GEMETEN = {pair for voor, achter, _ in PAREN for pair in ((voor, achter), (achter, voor))}
TEKST = {(a, b) for a, b in GEMETEN if {(a, b, "tekst"), (b, a, "tekst")} & set(PAREN)}
"""Contrast is the same both ways."""
SIERAAD = {"huis", "huis-diep"}
"""Lines in the house colour that only close off the header: they tell nothing."""


class Regel(NamedTuple):
    """One rule of a style sheet: which colours are written, lie behind, and are drawn."""

    waar: str
    tekst: set[str]
    vlak: set[str]
    lijn: set[str]


def _iter_regels(path: Path) -> Iterator[Regel]:
    text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    steps = {(role, round(share * 100)): step for step, (role, share) in TRAPPEN.items()}
    for selector, body in _REGEL.findall(text):
        found = Regel(f"{path.name}: {selector.strip()}", set(), set(), set())
        for declaration in body.split(";"):
            name, _, value = declaration.partition(":")
            prop = name.strip()
            mixed = {steps[role, int(share)] for role, share in _MENGSEL.findall(value)}
            used = mixed | set(_KLEUR.findall(_MENGSEL.sub("", value)))
            if prop == "color":
                found.tekst.update(used)
            elif prop in VLAKKEN:
                found.vlak.update(used)
            elif GETEKEND.match(prop):
                found.lijn.update(used)
            else:
                assert prop.startswith("--") or not used, f"{found.waar}: {prop}"
        yield found


REGELS = [regel for path in STIJLEN for regel in _iter_regels(path)]


def _is_everywhere(role: str, pairs: set[tuple[str, str]]) -> bool:
    """Whether a colour is measured on every surface of the page, or on every one of the house."""
    return any(all((role, achter) in pairs for achter in group) for group in (PAGINA, HUIS))


def test_style_sheets_are_read() -> None:
    """The walk over the style sheets meets what matters, so the tests below test it."""
    assert len(REGELS) > 300
    for kind in ("tekst", "vlak", "lijn"):
        assert len(set().union(*(getattr(regel, kind) for regel in REGELS))) > 4


def test_words_and_what_they_stand_on_are_a_pair() -> None:
    """Where a rule sets words and what lies behind them, that pair is measured."""
    missing = [
        (regel.waar, voor, achter)
        for regel in REGELS
        for voor in regel.tekst
        for achter in regel.vlak - ZONDER_BOODSCHAP
        if (voor, achter) not in TEKST
    ]
    assert missing == []


def test_colour_of_words_is_measured_on_every_surface() -> None:
    """Words in a colour may come to stand on any surface: all of them are measured."""
    loose = {
        (regel.waar, role)
        for regel in REGELS
        for role in regel.tekst
        if not regel.vlak and not _is_everywhere(role, TEKST)
    }
    assert loose == set()


def test_surface_is_measured_with_words_on_it() -> None:
    """Whatever lies behind words is measured with them; what is a mark itself, on the page."""
    for regel in REGELS:
        for role in regel.vlak - ZONDER_BOODSCHAP:
            carries = {voor for voor, achter in TEKST if achter == role}
            assert carries & {"tekst", "op-huis"} or _is_everywhere(role, GEMETEN), regel.waar


def test_line_that_tells_something_is_measured() -> None:
    """A border, ring or mark is measured on every surface, or only divides."""
    for regel in REGELS:
        # The page itself as a line is a halo around words.
        for role in regel.lijn - ZONDER_BOODSCHAP - SIERAAD - {"grond"}:
            assert _is_everywhere(role, GEMETEN), f"{regel.waar}: {role}"


def test_colours_of_charts_are_measured_on_the_page() -> None:
    """Every colour that a chart asks for can be seen on the page, or is the page itself."""
    asked = {
        role
        for path in (ROOT / "generator" / "present").rglob("*.py")
        for role in _ROL.findall(path.read_text("utf-8"))
    } | set(map(str, range(1, 7)))
    unseen = {role for role in asked if (role, "grond") not in GEMETEN}
    assert unseen <= {"grond", "vlak-2", *ZONDER_BOODSCHAP}


def test_every_typed_colour_is_in_the_table() -> None:
    """Nobody types a colour that nothing judges, but those that only divide."""
    judged = {role for pair in GEMETEN for role in pair}
    assert set(ROLLEN) - judged == {"lijn"}


def test_style_sheets_hold_no_colour_of_their_own() -> None:
    """Every colour comes from the house style: another one would be wrong in it."""
    for path in STIJLEN:
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        loose = set(re.findall(r"(?<![\w-])#[0-9a-fA-F]{3,8}\b", text))
        assert loose <= ({"#000", "#444"} if path.name == "druk.css" else set()), path.name


@pytest.mark.parametrize("weergave", WEERGAVEN, ids=lambda weergave: weergave.veld)
def test_own_colours_are_enough(weergave: Weergave) -> None:
    """A site without a house style can be read in both palettes and on paper."""
    palet = make_palet(weergave, None)
    assert [item for item in measure(palet) if not item.is_genoeg] == []
    assert [item for item in measure(put_on_paper(palet)) if not item.is_genoeg] == [] or (
        weergave.veld == "donker"
    )


@settings(max_examples=12)
@given(
    st.sampled_from(WEERGAVEN),
    st.sampled_from([*ROLLEN, "1", "6"]),
    st.integers(0, 0xFFFFFF).map("#{:06x}".format),
)
def test_what_is_advised_can_be_typed(weergave: Weergave, role: str, kleur: str) -> None:
    """Whoever types the advised shade for the colour that they changed is rid of the finding."""
    gronden = {**weergave.standaard, role: kleur}
    for tekorten in find_tekorten(gronden, weergave).values():
        shade = suggest_shade(gronden, weergave, role, tekorten)
        if shade is None:
            continue
        better = find_tekorten({**gronden, role: shade}, weergave)
        solved = {(item.waar, item.meting.paar) for item in tekorten}
        left = {(item.waar, item.meting.paar) for found in better.values() for item in found}
        assert not left & solved


def test_darker_house_colour_follows() -> None:
    """The footer is a shade of the house colour, so that one colour is enough to type."""
    light = WEERGAVEN[0]
    assert complete({**light.standaard, "huis": "#808080"}, light)["huis-diep"] == "#606060"
