"""Pictures for a site: what is drawn, what is kept, and what happens where that fails."""

from __future__ import annotations

import builtins
import stat
from pathlib import Path
from typing import Any

import pytest

from generator.draw import Atelier, atelier
from generator.draw.browser import BrowserError
from generator.draw.figures import FiguurError, read_figure
from generator.draw.tekenaar import Grenzen, Tekenaar, Tekening
from tests.draw.conftest import FIGUUR, REGELS, type_make_site, write_script

SVG = '<svg viewBox="0 0 760 300"><path d="M0,1H9" style="fill: rgb(101, 3, 0);"/></svg>'


class Hand(Tekenaar):
    """Draws without a browser, as often as `names` tells."""

    names: list[str]

    def __init__(self, scripts: tuple[str, ...], grenzen: Grenzen) -> None:
        del scripts, grenzen

    def draw(self, naam: str, figuur: dict[str, Any]) -> tuple[Tekening, ...]:
        """The same drawing for every figure, but one."""
        self.names.append(naam)
        if "kapot" in figuur:
            raise FiguurError
        if "weg" in figuur:
            message = "de browser gaf geen antwoord meer. Bouw opnieuw"
            raise BrowserError(message)
        return (Tekening(SVG, {"101,3,0": "kleur-1"}),) * 2

    def close(self) -> None:
        """There is nothing to stop."""


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was drawn, by hand instead of by a browser."""
    monkeypatch.setattr(atelier, "Tekenaar", Hand)
    monkeypatch.setattr(Hand, "names", [], raising=False)
    return Hand.names


def fill(site: Path, folder: Path, grenzen: Grenzen = Grenzen()) -> tuple[str, list[str]]:  # noqa: B008 - frozen
    """The page of a site with its pictures, and what was told."""
    with Atelier(folder, grenzen) as made:
        made.fill(site)
    return (site / "index.html").read_text(encoding="utf-8"), list(made.tell())


def test_each_slot_gets_a_wide_and_a_narrow_picture(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """A reader on a phone and one at a desk each have a picture; both stand in the page."""
    page, told = fill(make_site({"a": FIGUUR, "b": FIGUUR}), tmp_path / "beelden")
    assert names == ["a", "b"]
    assert page.count('<svg class="beeld-breed"') == page.count('<svg class="beeld-smal"') == 2
    assert 'fill="var(--kleur-1)"' in page
    assert told == ["Grafieken: 2 getekend, 0 uit een eerdere bouw."]


def test_what_did_not_change_is_not_drawn_again(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """A second build needs no browser, and gives the same page."""
    first, _ = fill(make_site(), tmp_path / "beelden")
    second, told = fill(make_site(), tmp_path / "beelden")
    assert names == ["proef"]
    assert second == first
    assert told == ["Grafieken: 0 getekend, 1 uit een eerdere bouw."]


def test_two_editions_with_the_same_figure_draw_it_once(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """What both editions show alike is one picture; what differs is drawn for each."""
    changed = {**FIGUUR, "hoogten": [301, 200]}
    sites = [
        make_site({"proef": FIGUUR, "ander": FIGUUR}, name="intern"),
        make_site({"proef": FIGUUR, "ander": changed}, name="publiek"),
    ]
    with Atelier(tmp_path / "beelden") as made:
        for site in sites:
            made.fill(site)
    assert names == ["proef", "ander", "ander"]


@pytest.mark.parametrize("what", ["figure", "rules", "plotly", "file"])
def test_whatever_decides_how_a_picture_looks_draws_it_again(
    make_site: type_make_site, tmp_path: Path, names: list[str], what: str
) -> None:
    """Another number, another rule for drawing, another Plotly or a broken file: a new picture."""
    fill(make_site(), tmp_path / "beelden")
    site = make_site({"proef": {**FIGUUR, "hoogten": [301, 200]}} if what == "figure" else None)
    if what == "rules":
        (site / "assets" / "grafiek.js").write_text(f"{REGELS};", encoding="utf-8")
    elif what == "plotly":
        (site / "assets" / "plotly-1.min.js").unlink()
        (site / "assets" / "plotly-2.min.js").write_text("", encoding="utf-8")
    elif what == "file":
        (kept,) = (tmp_path / "beelden").iterdir()
        kept.write_bytes(kept.read_bytes()[:-9])
    fill(site, tmp_path / "beelden")
    assert names == ["proef", "proef"]


def test_a_figure_that_cannot_be_drawn_is_named_and_the_others_are_there(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """One chart with something odd costs only its own picture."""
    site = make_site({"goed": FIGUUR, "mis": {**FIGUUR, "kapot": 1}, "ook": FIGUUR})
    page, told = fill(site, tmp_path / "beelden")
    assert names == ["goed", "mis", "ook"]
    assert page.count("<svg") == 4
    assert told[0] == "Grafieken: 2 getekend, 0 uit een eerdere bouw."
    assert told[1].startswith("Niet vooraf te tekenen: mis.")


def test_a_browser_that_stops_halfway_is_asked_nothing_more(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """The build goes on with the pictures that are there, and says in a line what happened."""
    site = make_site({"a": FIGUUR, "b": {**FIGUUR, "weg": 1}, "c": FIGUUR})
    page, told = fill(site, tmp_path / "beelden")
    assert names == ["a", "b"]
    assert page.count("<svg") == 2
    reason = "de browser gaf geen antwoord meer. Bouw opnieuw. De browser van de lezer tekent ze."
    assert told[1:] == [f"Niet alle grafieken zijn vooraf getekend: {reason}"]


def test_without_a_browser_the_build_goes_on(
    make_site: type_make_site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page stays as it was, and one line says what to install."""
    monkeypatch.setenv("CIRCULAIR_BROWSER", str(tmp_path / "weg"))
    site = make_site()
    before = (site / "index.html").read_text(encoding="utf-8")
    page, told = fill(site, tmp_path / "beelden")
    assert page == before
    assert len(told) == 1
    assert told[0].startswith("De grafieken zijn niet vooraf getekend: CIRCULAIR_BROWSER noemt")


def test_pictures_of_an_earlier_build_stand_without_a_browser(
    make_site: type_make_site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    """Where the browser has gone, the page keeps what it had, and the line says that some miss."""
    fill(make_site(), tmp_path / "beelden")
    assert names == ["proef"]
    monkeypatch.setattr(atelier, "Tekenaar", Tekenaar)
    monkeypatch.setenv("CIRCULAIR_BROWSER", str(tmp_path / "weg"))
    site = make_site({"proef": FIGUUR, "nieuw": {**FIGUUR, "hoogten": [301, 200]}})
    page, told = fill(site, tmp_path / "beelden")
    assert page.count("<svg") == 2
    assert told[0] == "Grafieken: 0 getekend, 1 uit een eerdere bouw."
    assert told[1].startswith("Niet alle grafieken zijn vooraf getekend: CIRCULAIR_BROWSER noemt")


def test_without_playwright_the_build_goes_on(
    make_site: type_make_site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who did not install the extra gets the whole site, and a line with what to type."""
    real = builtins.__import__

    def refuse(name: str, *more: Any, **options: Any) -> Any:
        if name.startswith("playwright"):
            raise ImportError(name)
        return real(name, *more, **options)

    monkeypatch.setattr(builtins, "__import__", refuse)
    page, told = fill(make_site(), tmp_path / "beelden")
    assert "<svg" not in page
    assert len(told) == 1
    assert "pip install playwright" in told[0]


@pytest.mark.parametrize("program", ["exec sleep 613", "exit 3", "echo hallo"])
def test_a_program_that_is_no_browser_stops_nothing(
    make_site: type_make_site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    """A browser that hangs or fails when it starts costs a moment and a line, never the site."""
    script = tmp_path / "browser"
    script.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("CIRCULAIR_BROWSER", str(script))
    page, told = fill(make_site(), tmp_path / "beelden", Grenzen(start=3))
    assert "<svg" not in page
    assert len(told) == 1
    assert told[0].startswith("De grafieken zijn niet vooraf getekend: de browser ")


@pytest.mark.parametrize(
    "script",
    [
        "",
        "alert(1)",
        write_script("ander", FIGUUR),
        'circulair.figuur("proef",[1]);',
        'circulair.figuur("proef",{"data":1});',
        'circulair.figuur("proef",{"data":[]});hacked=1',
        'circulair.figuur("proef",alert(1));',
        f'circulair.figuur("proef",{"[" * 9999});',
    ],
)
def test_a_script_that_holds_something_else_is_no_figure(tmp_path: Path, script: str) -> None:
    """The script of a figure is read as data, and never run here."""
    (tmp_path / "figuren").mkdir()
    (tmp_path / "figuren" / "proef.js").write_text(script, encoding="utf-8")
    with pytest.raises(FiguurError):
        read_figure(tmp_path, "proef")


@pytest.mark.parametrize("naam", ["../proef", "a/b", "", "_a", "A", "a.b", "a\n"])
def test_a_name_is_no_way_out_of_the_folder(tmp_path: Path, naam: str) -> None:
    """Only figures of the site itself are read."""
    with pytest.raises(FiguurError):
        read_figure(tmp_path, naam)


def test_a_site_without_charts_or_rules_stays_as_it_is(
    make_site: type_make_site, tmp_path: Path, names: list[str]
) -> None:
    """Nothing to draw is nothing to tell."""
    assert fill(make_site({}), tmp_path / "beelden")[1] == []
    bare = make_site()
    (bare / "assets" / "grafiek.js").unlink()
    assert fill(bare, tmp_path / "beelden")[1] == []
    assert names == []
