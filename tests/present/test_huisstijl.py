"""The house style on the site: its colours, letters, logo and icon, and ours where it is silent."""

from __future__ import annotations

import tomllib

from generator.model.beelden import Beeld, Opname
from generator.model.huisstijl import Huisstijl, Letters
from generator.model.programma import Programma
from generator.present.huisstijl import list_huisstijl, tell_huisstijl, write_variables
from generator.present.page import Asset
from generator.present.toetsen import read_toetsen

HUIS = "basis_color_accent_1_inverse_bg_default"


def _make(**velden: object) -> Huisstijl:
    return Huisstijl.model_validate(velden)


def _dress(programma: Programma, huisstijl: Huisstijl, *beelden: Beeld) -> Programma:
    return programma.model_copy(update={"huisstijl": huisstijl, "beelden": beelden})


def _beeld(naam: str) -> Beeld:
    opname = Opname(b"<svg/>", 60, 40)
    velden = {"bestand": naam, "alt": 'Een "wapen"', "rechten": "eigen", "herkenbaar": False}
    return Beeld.model_validate(velden).model_copy(update={"opname": opname})


def _find(assets: tuple[Asset, ...], bestand: str) -> str:
    return next(str(asset.inhoud) for asset in assets if asset.bestand == bestand)


def test_typed_colour_is_in_its_palette_only() -> None:
    """A colour for the light view does not change the dark one, and paper takes the light."""
    css = write_variables(_make(licht={HUIS: "#123456"}))
    light, dark, paper = css.split("color-scheme: ")[1:]
    assert "--kleur-huis: #123456;" in light
    assert "--kleur-huis: #0d3733;" in dark
    assert "--kleur-huis: #123456;" in paper
    assert "--kleur-tekst: #000000;" in paper


def test_site_without_house_style_has_our_colours() -> None:
    """Whoever types nothing gets the colours of the program, and no font to fetch."""
    css = write_variables(None)
    assert "--kleur-1: #0b6b62;" in css
    assert "--kleur-huis-diep: #083b37;" in css
    assert "@font-face" not in css


def test_font_comes_from_the_site_itself() -> None:
    """A font that comes along is fetched from the site, and headings follow the text."""
    letter: dict[str, object] = {
        "naam": "Blok",
        "bestand": "blok.woff2",
        "rechten": "eigen",
        "cursief": True,
    }
    huisstijl = _make(basis_text_font_family_default="Blok", lettertypen=[letter])
    css = write_variables(huisstijl)
    assert 'src: url("../media/blok.woff2") format("woff2")' in css
    assert "font-style: italic" in css
    assert css.count('"Blok", "Segoe UI"') == 2


def test_only_pictures_of_the_house_style_are_published(proefdorp: Programma) -> None:
    """Logo, icon and letters are on the site; a picture that nothing shows is not."""
    huisstijl = _make(logo="wapen.svg", icoon="punt.png")
    huisstijl = huisstijl.model_copy(update={"letters": (Letters("blok.woff2", b"x"),)})
    beelden = [_beeld(naam) for naam in ("wapen.svg", "punt.png", "ander.svg")]
    programma = _dress(proefdorp, huisstijl, *beelden)
    files = {asset.bestand for asset in list_huisstijl(programma)}
    assert {"media/wapen.svg", "media/punt.png", "media/blok.woff2"} <= files
    assert "media/ander.svg" not in files
    told = tell_huisstijl(programma)
    assert (told["logo"], told["logo_breedte"]) == ("media/wapen.svg", "60")
    assert '"' not in told["logo_alt"]
    assert (told["icoon"], told["icoonsoort"]) == ("media/punt.png", "image/png")
    assert told["logo_donker"] == ""


def test_our_own_mark_takes_the_colours(proefdorp: Programma) -> None:
    """Without a logo or icon our mark stands there, in the colours of the house."""
    huisstijl = _make(licht={"basis_color_accent_1_color_default": "#123456"})
    programma = _dress(proefdorp, huisstijl)
    mark = _find(list_huisstijl(programma), "assets/beeldmerk.svg")
    assert 'stroke="#123456"' in mark
    assert "var(" not in mark
    assert tell_huisstijl(programma)["icoon"] == "assets/beeldmerk.svg"


def test_results_of_the_browser_tests_can_be_absent() -> None:
    """Where nothing was measured there is nothing to show, rather than a good result."""
    assert read_toetsen("") is None
    found = read_toetsen('datum = "2026-11-22"\n[axe]\novertredingen = 3\n')
    assert found is not None
    assert found.uitslag("axe") == {"overtredingen": 3}
    assert found.uitslag("html") is None


def test_results_that_come_along_can_be_read() -> None:
    """The file of the theme, if any, is in order."""
    found = read_toetsen()
    assert found is None or tomllib.loads("") == {}
