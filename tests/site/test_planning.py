"""The planning: bars, milestones and the line of the stand, read from the built figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from tests.programmes import Built, build, copy_programme
from tests.site.planningsom import (
    LOPEND,
    begin,
    end,
    list_acties,
    list_terms,
    reached,
    read_figure,
    read_klassen,
    read_table,
    steps,
    type_actie,
    words,
)
from tests.sources import get_article, get_text, is_public, read_records, read_yaml

PAD = "acties/planning"
EDITIES = ("intern", "publiek")
EARLIER, LATER = "2026-03-01", "2027-02-15"
DAG = timedelta(days=1) / timedelta(milliseconds=1)
GEHAALD, OPEN = "Mijlpaal gehaald", "Mijlpaal nog niet gehaald"


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The default programme at a later date."""
    root = copy_programme(tmp_path_factory.mktemp("planning-later"))
    site = build(root, "--peildatum", LATER)
    return Built(root, {editie: site / editie for editie in EDITIES})


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The default programme at a date on which much was not reached that is reached by now."""
    root = copy_programme(tmp_path_factory.mktemp("planning-eerder"))
    site = build(root, "--peildatum", EARLIER)
    return Built(root, {editie: site / editie for editie in EDITIES})


def _phases(built: Built, editie: str) -> Iterator[tuple[dict[str, str], list[type_actie]]]:
    """Each phase with the actions that the edition holds, by their beginning."""
    for phase in list_terms(built, "fase"):
        inside = [a for a in list_acties(built, editie) if a["fase"] == phase["id"]]
        far = date.max
        yield (
            phase,
            sorted(
                inside,
                key=lambda a: (
                    begin(a["start"]) if "start" in a else far,
                    end(a["eind"]) if "eind" in a else far,
                    a["id"],
                ),
            ),
        )


def _status(built: Built, editie: str, actie: type_actie) -> str:
    """The status that the edition shows: for everyone that of the adopted stand."""
    if editie == "intern":
        return str(actie["actiestatus"])
    (report,) = read_records(built, "vastgesteld")
    rows = report["acties"]
    assert isinstance(rows, list)
    said = {row["actie"]: row["actiestatus"] for row in rows}
    return str(said.get(actie["id"], actie["actiestatus"]))


def _lanes(figure: dict[str, Any]) -> list[str]:
    """The names beside the lanes, the first on top."""
    axis = figure["layout"]["yaxis"]
    assert axis["tickvals"] == list(range(len(axis["ticktext"])))
    assert axis["range"][0] > axis["range"][1]
    names: list[str] = axis["ticktext"]
    return names


def _lane(names: list[str], y: float) -> str:
    return names[round(y)]


@pytest.mark.parametrize("editie", EDITIES)
def test_bars_run_from_begin_to_end(built: Built, editie: str) -> None:
    """Each action with a begin and an end has one bar, of its own days and its own status."""
    names = {term["id"]: term["naam"] for term in list_terms(built, "actiestatus")}
    klassen = read_klassen(built)
    seen = 0
    for phase, acties in _phases(built, editie):
        figure = read_figure(built, editie, f"planning-{phase['id']}")
        lanes = _lanes(figure)
        shown = {}
        for trace in figure["data"]:
            if trace["type"] != "bar":
                continue
            rows = zip(trace["y"], trace["base"], trace["x"], trace["customdata"], strict=True)
            for y, base, length, text in rows:
                first = date.fromisoformat(base)
                last = first + timedelta(days=length / DAG - 1)
                shown[_lane(lanes, y)] = (first, last, trace["name"], text)
        dated = [a for a in acties if "start" in a and "eind" in a]
        assert list(shown) != []
        assert set(shown) == {actie["id"] for actie in dated}
        for actie in dated:
            status = _status(built, editie, actie)
            first, last, name, text = shown[actie["id"]]
            assert (first, last) == (begin(actie["start"]), end(actie["eind"]))
            assert names[status] in re.split(", | of ", name)
            assert all(
                klassen[item] == klassen[status]
                for item in names
                if names[item] in re.split(", | of ", name)
            )
            assert names[status] in text
            assert f"{words(actie['start'])} tot en met {words(actie['eind'])}" in text
            seen += 1
    assert seen >= 30


@pytest.mark.parametrize("editie", EDITIES)
def test_lanes_stand_in_the_order_of_their_beginning(built: Built, editie: str) -> None:
    """Work that begins first stands on top; the title stands above each bar, short on a phone."""
    for phase, acties in _phases(built, editie):
        figure = read_figure(built, editie, f"planning-{phase['id']}")
        drawn = [a for a in acties if ("start" in a and "eind" in a) or steps(a)]
        assert _lanes(figure) == [actie["id"] for actie in drawn]
        (titles,) = [trace for trace in figure["data"] if trace.get("mode") == "text"]
        assert titles["text"] == [" ".join(actie["titel"].split()) for actie in drawn]
        for title, short in zip(titles["text"], titles["meta"]["smal"], strict=True):
            assert title.startswith(short.removesuffix("…").rstrip())
            assert len(short) < 40
        found = get_article(built, editie, PAD).select_one(
            f'[data-figuur="planning-{phase["id"]}"]'
        )
        assert found is not None
        heights = [int(height) for height in str(found["data-hoogten"]).split()]
        assert heights == figure["hoogten"]
        assert min(heights) > 40 * len(drawn)


@pytest.mark.parametrize(("which", "day"), [("built", "2026-10-01"), ("earlier", EARLIER)])
def test_milestones_are_filled_once_they_were_reached(
    request: pytest.FixtureRequest, which: str, day: str
) -> None:
    """A diamond stands on the last planned day; what was reached after the date is open."""
    built: Built = request.getfixturevalue(which)
    peildatum = date.fromisoformat(day)
    for phase, acties in _phases(built, "intern"):
        figure = read_figure(built, "intern", f"planning-{phase['id']}")
        lanes = _lanes(figure)
        for naam, is_reached in ((GEHAALD, True), (OPEN, False)):
            fills = {t["marker"]["color"] for t in figure["data"] if t.get("name") == naam}
            assert fills <= {"kleur-doel" if is_reached else "kleur-grond"}
            shown = sorted(
                (_lane(lanes, y), x)
                for trace in figure["data"]
                if trace.get("name") == naam
                for x, y in zip(trace["x"], trace["y"], strict=True)
            )
            assert shown == sorted(
                (actie["id"], end(step["gepland"]).isoformat())
                for actie in acties
                for step in steps(actie)
                if (reached(step, peildatum) is not None) is is_reached
            )


def _line(figure: dict[str, Any]) -> tuple[str, str]:
    (shape,), (note,) = figure["layout"]["shapes"], figure["layout"]["annotations"]
    assert shape["x0"] == shape["x1"] == note["x"]
    return shape["x0"], note["text"]


def test_line_of_the_stand_moves_with_the_date(built: Built, later: Built) -> None:
    """The intranet shows the day itself; the public site stays at the adopted stand."""
    for phase in list_terms(built, "fase"):
        naam = f"planning-{phase['id']}"
        assert _line(read_figure(built, "intern", naam)) == ("2026-10-01", "Stand 1 oktober 2026")
        assert _line(read_figure(later, "intern", naam)) == (LATER, "Stand 15 februari 2027")
        for site in (built, later):
            assert _line(read_figure(site, "publiek", naam))[0] == "2026-10-01"


def test_all_phases_have_the_same_axis_and_nothing_falls_outside_it(built: Built) -> None:
    """Pictures can be compared, and the axis speaks Dutch."""
    ranges = set()
    for phase in list_terms(built, "fase"):
        figure = read_figure(built, "intern", f"planning-{phase['id']}")
        axis = figure["layout"]["xaxis"]
        ranges.add(tuple(axis["range"]))
        first, last = map(date.fromisoformat, axis["range"])
        for trace in figure["data"]:
            for day in [*trace.get("base", []), *(x for x in trace["x"] if isinstance(x, str))]:
                assert first <= date.fromisoformat(day) <= last
            for base, length in zip(trace.get("base", []), trace["x"], strict=False):
                assert date.fromisoformat(base) + timedelta(days=length / DAG) <= last
        assert {"2026", "2027", "jul"} <= set(axis["ticktext"])
        ticks = zip(axis["tickvals"], axis["ticktext"], strict=True)
        assert all(day[:4] == text or day[5:7] == "07" for day, text in ticks)
    assert len(ranges) == 1


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("which", ["built", "later"])
def test_table_says_what_the_picture_shows(
    request: pytest.FixtureRequest, which: str, editie: str
) -> None:
    """Action, team, begin, end, status, and the first milestone that is still to come."""
    built: Built = request.getfixturevalue(which)
    is_later = which == "later" and editie == "intern"
    peildatum = date.fromisoformat(LATER if is_later else "2026-10-01")
    names = {term["id"]: term["naam"] for term in list_terms(built, "actiestatus")}
    teams = {str(item["id"]): str(item["naam"]) for item in read_records(built, "teams")}
    klassen = read_klassen(built)
    article = get_article(built, editie, PAD)
    for phase, acties in _phases(built, editie):
        head, *body = read_table(article, f"planning-{phase['id']}")
        assert head == ["Actie", "Team", "Begin", "Eind", "Status", "Eerstvolgende mijlpaal"]
        assert len(body) == len(acties)
        for actie, row in zip(acties, body, strict=True):
            status = _status(built, editie, actie)
            coming = [
                step
                for step in steps(actie)
                if klassen[status] in LOPEND
                and reached(step, peildatum) is None
                and end(step["gepland"]) >= peildatum
            ]
            first = min(coming, key=lambda step: end(step["gepland"]), default=None)
            assert row == [
                f"{actie['id']} {' '.join(actie['titel'].split())}",
                teams[actie["eigenaar_team"]],
                words(actie["start"]) if "start" in actie else "niet bekend",
                words(actie["eind"]) if "eind" in actie else "niet bekend",
                names[status],
                f"{words(first['gepland'])}: {first['titel']}" if first else "–",
            ]


@pytest.mark.parametrize("editie", EDITIES)
def test_actions_without_dates_are_named_in_words(built: Built, editie: str) -> None:
    """What has no begin or no end stands below the picture of its phase, with a link."""
    article = get_article(built, editie, PAD)
    expected = [
        actie["id"]
        for _, acties in _phases(built, editie)
        for actie in acties
        if "start" not in actie or "eind" not in actie
    ]
    links = [
        str(line.select("a")[0]["href"])
        for line in article.find_all("li")
        if "eind: niet bekend" in get_text(line) or "begin: niet bekend" in get_text(line)
    ]
    assert [link.removesuffix(".html").upper() for link in links] == expected
    assert bool(expected) is (editie == "intern")


def test_rows_lead_to_the_actions(built: Built) -> None:
    """From the planning everyone can go on to the page of an action."""
    for editie in EDITIES:
        article = get_article(built, editie, PAD)
        links = {str(link["href"]) for link in article.select("tbody th a")}
        assert links == {f"{a['id'].lower()}.html" for a in list_acties(built, editie)}


def test_public_planning_passes_no_verdict(built: Built) -> None:
    """Everyone sees dates and milestones, no word about what is late, and no internal action."""
    article = get_article(built, "publiek", PAD)
    text = get_text(article).casefold()
    for word in ("te laat", "voorbij", "bijsturen", "aandacht nodig", "achter op"):
        assert word not in text
    hidden = [a for a in list_acties(built) if not is_public(a)]
    assert hidden
    scripts = "".join(
        path.read_text("utf-8")
        for path in (built.edities["publiek"] / "figuren").glob("planning-*.js")
    )
    for actie in hidden:
        assert actie["titel"] not in scripts
        assert actie["titel"].casefold() not in text
    (report,) = read_records(built, "vastgesteld")
    assert f"Stand bij {report['rapportage']}" in get_text(article)


def test_planning_is_linked_from_actions_and_teams(built: Built) -> None:
    """Who looks at actions finds the planning."""
    for editie in EDITIES:
        assert get_article(built, editie, "acties/index").select('a[href="planning.html"]')
        team = next(str(a["eigenaar_team"]) for a in list_acties(built, editie))
        links = get_article(built, editie, f"teams/{team}").select(
            'a[href$="acties/planning.html"]'
        )
        assert links


def test_province_has_a_picture_for_each_phase_with_dates(provincie: Built) -> None:
    """Phases are data: the figures carry their ids, and a phase without actions has none."""
    article = get_article(provincie, "intern", PAD)
    used = {actie["fase"] for actie in list_acties(provincie)}
    headings = [get_text(item) for item in article.select("h2")]
    for term in list_terms(provincie, "fase"):
        assert any(item.startswith(term["naam"]) for item in headings) is (term["id"] in used)
    gegevens = read_yaml(provincie.root / "data" / "programma.yaml")
    day = date.fromisoformat(str(gegevens["peildatum"]))
    assert words(day.isoformat()) in get_text(article)
