"""Pictures of planning: which lanes there are, what the axis names, and what the sentence says."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest

from generator.derive import derive
from generator.derive.feiten import Feiten
from generator.model.acties import Actie
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.present.charts.gantt import list_ticks
from generator.present.figures.planning import list_banen, make_planning
from tests.builders import make_actie

PEILDATUM = date(2026, 10, 1)


def _actie(number: int, **fields: Any) -> Actie:
    known = {"id": f"A-{number:04}", "actiestatus": "in_uitvoering", "eigenaar_team": "wegen"}
    return make_actie(**known | fields)


def _feiten(programma: Programma, *acties: Actie) -> Feiten:
    changed = programma.model_copy(update={"acties": acties})
    return derive(changed, editie=Editie.INTERN, peildatum=PEILDATUM)


def test_lanes_stand_by_their_first_day_and_without_a_begin_last(proefdorp: Programma) -> None:
    """A whole year begins in January; of equal ones the first to end comes first."""
    feiten = _feiten(
        proefdorp,
        _actie(1, eind="2026-01"),
        _actie(2, start="2026-02", eind="2026-12"),
        _actie(3, start="2026", eind="2027-06"),
        _actie(4, start="2026-02", eind="2026-11"),
    )
    order = [item.actie.id for item in list_banen(feiten, "leren")]
    assert order == ["A-0003", "A-0004", "A-0002", "A-0001"]


def test_action_with_one_date_has_no_bar_and_its_milestones_stay(proefdorp: Programma) -> None:
    """Nobody draws a bar to an end that is not known."""
    feiten = _feiten(
        proefdorp,
        _actie(1, start="2026-01", mijlpalen=[{"titel": "Stap", "gepland": "2026-12"}]),
        _actie(2, eind="2027-01"),
        _actie(3, start="2026-01", eind="2026-12"),
    )
    figuur = make_planning(feiten, "planning-leren", "leren")
    assert figuur.grafiek
    bars = [trace for trace in figuur.grafiek["data"] if trace["type"] == "bar"]
    assert [len(trace["y"]) for trace in bars] == [1]
    assert figuur.grafiek["layout"]["yaxis"]["ticktext"] == ["A-0003", "A-0001"]
    assert len(figuur.tabel.rijen) == 3


def test_phase_in_which_nothing_has_a_date_has_a_table_only(proefdorp: Programma) -> None:
    """Without any date there is nothing to draw, and the words stay."""
    figuur = make_planning(_feiten(proefdorp, _actie(1)), "planning-leren", "leren")
    assert figuur.grafiek is None
    assert figuur.zin == "In de fase Leren en experimenteren staat 1\xa0actie."
    assert figuur.tabel.rijen[0][2:4] == ("niet bekend", "niet bekend")


def test_legend_names_the_statuses_that_look_the_same(proefdorp: Programma) -> None:
    """A bar is told apart by pattern, and the legend says which statuses it stands for."""
    ready = {"actiestatus": "afgerond", "start": "2026-01", "eind": "2026-12"}
    planned = {"actiestatus": "gepland", "start": "2026-01", "eind": "2026-12"}
    feiten = _feiten(proefdorp, _actie(1, **ready), _actie(2, **planned))
    grafiek = make_planning(feiten, "planning-leren", "leren").grafiek
    assert grafiek
    bars = {t["name"]: t["marker"] for t in grafiek["data"] if t["type"] == "bar"}
    assert set(bars) == {"Gepland", "Afgerond"}
    assert "pattern" in bars["Gepland"]
    assert "pattern" not in bars["Afgerond"]


def test_words_in_the_picture_are_escaped(proefdorp: Programma) -> None:
    """A title is text, also in a picture."""
    feiten = _feiten(proefdorp, _actie(1, titel="<b>Tegels</b> & meer", start="2026", eind="2027"))
    figuur = make_planning(feiten, "planning-leren", "leren")
    assert "<b>" not in figuur.as_script()
    assert "&lt;b&gt;Tegels" in figuur.as_script()


def test_six_hundred_actions_have_a_lane_each(proefdorp: Programma) -> None:
    """The picture grows with the number of actions."""
    acties = [_actie(n, start="2026-01", eind="2027-01") for n in range(1, 601)]
    figuur = make_planning(_feiten(proefdorp, *acties), "planning-leren", "leren")
    assert figuur.maten
    assert min(figuur.maten.hoogten) > 600 * 40
    assert figuur.grafiek
    assert figuur.grafiek["layout"]["yaxis"]["tickvals"][-1] == 599


@pytest.mark.parametrize(
    ("begin", "end", "named"),
    [
        (date(2026, 2, 1), date(2027, 3, 7), ["apr", "jul", "okt", "2027"]),
        (date(2025, 1, 1), date(2027, 2, 7), ["2025", "jul", "2026", "jul", "2027"]),
        (date(2024, 5, 1), date(2029, 2, 7), ["2025", "2026", "2027", "2028", "2029"]),
        (date(2025, 1, 1), date(2045, 2, 7), [str(year) for year in range(2025, 2046, 3)]),
        (date(2026, 2, 1), date(2026, 3, 7), []),
    ],
)
def test_axis_names_as_many_days_as_fit_on_a_phone(
    begin: date, end: date, named: list[str]
) -> None:
    """A short planning names quarters, a longer one half years, a long one years."""
    assert [text for _, text in list_ticks(begin, end)] == named


def test_sentence_names_the_period_and_what_comes_first(proefdorp: Programma) -> None:
    """The next milestone is the nearest that was not reached of what goes on."""
    steps = [
        {"titel": "Eerste.", "gepland": "2026-03"},
        {"titel": "Tweede.", "gepland": "2026-11"},
    ]
    feiten = _feiten(
        proefdorp,
        _actie(1, start="2025", eind="2026-12", mijlpalen=steps),
        _actie(2, start="2026-01", eind="2027-06", mijlpalen=[steps[1] | {"gepland": "2026-12"}]),
    )
    assert make_planning(feiten, "planning-leren", "leren").zin == (
        "In de fase Leren en experimenteren staan 2\xa0acties. Samen lopen ze van 2025 tot en met "
        "juni 2027. De eerstvolgende mijlpaal is van actie A-0001: Tweede (november 2026)."
    )


def test_page_names_what_misses_one_of_its_dates(proefdorp: Programma) -> None:
    """An action with a begin and without an end is named below the picture of its phase."""
    pages = prepare(proefdorp, Editie.INTERN, PEILDATUM).pages
    (text,) = [unescape(page.markdown) for page in pages if page.pad == "acties/planning"]
    assert "Koffie in eigen bekers</a> (begin: 2025; eind: niet bekend; status: Gestopt)" in text
