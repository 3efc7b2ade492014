"""The height of a picture follows from what stands in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.present.charts.bars import Laag, Staaf, chart_bars, chart_grouped, chart_stacked
from generator.present.charts.maten import BREED, SMAL, measure
from generator.present.charts.panels import Paneel, chart_panels
from tests.hostile.charts import CHARTS
from tests.programmes import ROOT

GRAFIEK = ROOT / "site_theme" / "overrides" / "assets" / "grafiek.js"


def _make_staven(count: int, naam: str = "Staaf") -> list[Staaf]:
    return [Staaf(f"{naam} {number}", number, str(number)) for number in range(1, count + 1)]


@given(st.integers(1, 60))
def test_each_bar_adds_height(count: int) -> None:
    """A picture with one more bar is higher, wide and narrow."""
    few, more = (measure(chart_bars(_make_staven(n))).hoogten for n in (count, count + 1))
    assert few[0] < more[0]
    assert few[1] < more[1]


def test_long_names_get_the_lines_they_need() -> None:
    """On a phone a name stands above its bar; one of three lines takes three lines."""
    long = "een naam die op een telefoon niet op een regel past " * 2
    plain = measure(chart_bars(_make_staven(4))).hoogten[1]
    assert measure(chart_bars(_make_staven(4, long))).hoogten[1] == plain + 4 * 2 * 18


def test_legend_has_room_of_its_own() -> None:
    """A legend of many long names is higher than one of two short ones; else there is none."""
    namen = ["Een", "Twee"]

    def chart(naam: str, count: int) -> tuple[int, int]:
        lagen = [Laag(f"{naam} {n}", [1, 2], ["1", "2"], "kleur-1") for n in range(count)]
        return measure(chart_stacked(namen, lagen)).legenda

    assert measure(chart_bars(_make_staven(2))).legenda == (0, 0)
    short, long = chart("Laag", 2), chart("Een laag met een lange naam", 5)
    assert 0 < short[0] < long[0]
    assert 0 < short[1] < long[1]


def test_layers_and_panels_add_height() -> None:
    """Bars side by side and panels under each other each take room."""
    namen = ["Een", "Twee"]
    lagen = [Laag(f"Laag {n}", [1, 2], ["1", "2"], "kleur-1") for n in range(3)]
    grouped, stacked = measure(chart_grouped(namen, lagen)), measure(chart_stacked(namen, lagen))
    assert all(high > low for high, low in zip(grouped.hoogten, stacked.hoogten, strict=True))
    panel = Paneel("Kop", _make_staven(3))
    one, two = measure(chart_panels([panel])), measure(chart_panels([panel, panel]))
    assert all(high > low for high, low in zip(two.hoogten, one.hoogten, strict=True))


@pytest.mark.parametrize("soort", CHARTS)
def test_every_kind_of_chart_has_a_height(soort: str) -> None:
    """No kind of picture is flat, whatever its labels say."""
    assert min(measure(CHARTS[soort]()).hoogten) > 80


def test_script_draws_with_the_same_measures() -> None:
    """The chart script and the heights count with the same widths, letters and lines."""
    script = GRAFIEK.read_text(encoding="utf-8")
    for name, vorm in (("BREED", BREED), ("SMAL", SMAL)):
        found = re.search(rf"const {name} = \{{(.*?)\}};", script)
        assert found
        told = {key: int(value) for key, value in re.findall(r"(\w+): (\d+)", found.group(1))}
        assert told == {"breedte": vorm.breedte, "letter": vorm.letter,
                        "naam": vorm.namen, "legenda": vorm.legenda}  # fmt: skip
    assert "LINE = 18, BAR = 18, BETWEEN = 9, HEADING = 46" in script
