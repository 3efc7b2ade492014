"""Only the date decides: the same files, seen from three days, give the lights of those days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

import pytest
from bs4 import Tag

from tests.lichten import Lichten, read
from tests.programmes import Built, build, copy_programme
from tests.sources import get_article, get_text

EERDER: Final = date(2026, 3, 1)
NU: Final = date(2026, 10, 1)
LATER: Final = date(2027, 3, 1)
DAGEN: Final = (EERDER, NU, LATER)
MAANDEN: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"),
    *("oktober", "november", "december"),
)


@pytest.fixture(scope="session")
def sites(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Mapping[date, Built]:
    """The sample as it is shown on each day; not a letter of its files differs."""
    found = {NU: built}
    for dag in (EERDER, LATER):
        root = copy_programme(tmp_path_factory.mktemp(dag.isoformat()))
        site = build(root, "--peildatum", dag.isoformat())
        found[dag] = Built(root, {editie: site / editie for editie in ("intern", "publiek")})
    return found


@pytest.fixture(params=DAGEN, ids=date.isoformat)
def dag(request: pytest.FixtureRequest) -> date:
    """One of the days."""
    found: date = request.param
    return found


@pytest.fixture
def site(sites: Mapping[date, Built], dag: date) -> Built:
    """The site of the day."""
    return sites[dag]


@pytest.fixture
def lichten(site: Built, dag: date) -> Lichten:
    """What the files give on the day, computed a second time."""
    return Lichten(site.root / "data", dag)


def list_acties(tree: Tag) -> list[str]:
    """The actions to which the lines of a list lead."""
    links = [item.select_one('a[href*="a-"][href$=".html"]') for item in tree.select("li")]
    return [str(link["href"])[-11:-5].upper() for link in links if link]


def list_named(article: Tag, label: str) -> list[str]:
    """The actions in the list with this name; none when there is no such list."""
    found = article.select_one(f'ul[aria-label="{label}"]')
    return list_acties(found) if found else []


def tell_day(day: date) -> str:
    """A day as readers see it."""
    return f"{day.day} {MAANDEN[day.month - 1]} {day.year}"


def test_days_differ(sites: Mapping[date, Built]) -> None:
    """The days are far enough apart to show something: lights come, and lights get worse."""
    seen = [Lichten(sites[day].root / "data", day) for day in DAGEN]
    lights = [{key: one.shown(actie) for key, actie in one.each()} for one in seen]
    assert lights[0] != lights[1] != lights[2]
    assert [one["A-0003"] for one in lights] == ["volgens_verwachting", "bijsturen", "bijsturen"]
    assert len({len([a for a in one.acties.values() if one.late_dates(a)]) for one in seen}) == 3


def test_lights_are_those_of_the_day(site: Built, lichten: Lichten) -> None:
    """Each action has the light that the rules give on the day, wherever a list shows it."""
    rows = get_article(site, "intern", "acties/index").select("#actielijst tbody tr")
    shown = [str(row["data-voortgang"]) for row in rows]
    assert shown == [lichten.shown(actie) or "" for actie in lichten.acties.values()]


def test_verdict_by_hand_is_there_from_its_own_day(site: Built, lichten: Lichten) -> None:
    """Before somebody judged, the page shows the computed light only."""
    hand = {key for key, actie in lichten.each() if "voortgang_handmatig" in actie}
    assert hand
    for identifier in hand:
        article = get_article(site, "intern", f"acties/{identifier.lower()}")
        given = lichten.by_hand(lichten.acties[identifier])
        assert len(article.select(".handoordeel")) == (1 if given else 0)


def test_home_asks_about_what_is_late_on_the_day(site: Built, lichten: Lichten) -> None:
    """Home names each action of which a date has passed, the longest first."""
    late = {key: lichten.late_dates(actie) for key, actie in lichten.each()}
    expected = sorted((min(days), key) for key, days in late.items() if days)
    shown = list_named(get_article(site, "intern", "index"), "Datums die voorbij zijn")
    assert shown == [key for _, key in expected]


def test_team_is_asked_about_what_is_late_on_the_day(site: Built, lichten: Lichten) -> None:
    """The page of a team names its own actions of which a date has passed."""
    for team in read(site.root / "data" / "teams.yaml")["teams"]:
        expected = {
            key
            for key, actie in lichten.each()
            if actie.get("eigenaar_team") == team["id"] and lichten.late_dates(actie)
        }
        article = get_article(site, "intern", f"teams/{team['id']}")
        label = f"Datums van team {team['naam']} die voorbij zijn"
        assert set(list_named(article, label)) == expected, team["id"]


def test_planning_stands_at_the_day(site: Built, lichten: Lichten, dag: date) -> None:
    """The planning names the next milestone after the day, and draws its line at the day."""
    article = get_article(site, "intern", "acties/planning")
    found = {}
    for row in article.select("figure tbody tr"):
        cells = [get_text(cell) for cell in row.select("th, td")]
        found[cells[0].split()[0]] = cells[-1]
    assert found.keys() == lichten.acties.keys()
    for identifier, actie in lichten.each():
        coming = lichten.next_date(actie)
        if coming is None:
            assert found[identifier] in {"", "–"}, identifier
        else:
            assert f"{MAANDEN[coming.month - 1]} {coming.year}" in found[identifier], identifier
    scripts = [str(item["data-script"]) for item in article.select("figure[data-script]")]
    assert scripts
    for script in scripts:
        text = (site.edities["intern"] / "acties" / script).resolve().read_text("utf-8")
        assert f"Stand {tell_day(dag)}" in text


def test_milestone_is_reached_from_its_own_day(site: Built, lichten: Lichten) -> None:
    """A milestone counts as reached when the day has come on which it was, and not before."""
    for identifier, actie in lichten.each():
        article = get_article(site, "intern", f"acties/{identifier.lower()}")
        reached = len(article.select("ol.mijlpalen .status--klaar"))
        open_ones = lichten.open_mijlpalen(actie)
        assert reached == len(actie.get("mijlpalen", [])) - len(open_ones), identifier


def test_everyone_sees_a_light_only_from_a_report_on(site: Built, dag: date) -> None:
    """Before the first report there is no public light; after it that of the report stays."""
    reports = [
        path
        for path in (site.root / "data" / "vastgesteld").glob("*.yaml")
        if date.fromisoformat(path.stem) <= dag
    ]
    assert bool(reports) is (dag >= NU)
    said = read(max(reports))["acties"] if reports else []
    lights = {item["actie"]: item.get("voortgang") for item in said}
    for row in get_article(site, "publiek", "acties/index").select("#actielijst tbody tr"):
        number = re.search(r"A-\d{4}", get_text(row))
        assert number is not None
        assert row["data-voortgang"] == (lights.get(number[0]) or "")
