"""What asks for a decision: listed, ordered and explained as the files say, found a second time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from bs4 import Tag

from tests.lichten import Lichten, first_day, read
from tests.programmes import Built
from tests.site.dashboardsom import (
    PEILDATUM,
    list_acties,
    list_terms,
    read_report,
    read_verdicts,
    type_record,
)
from tests.site.doelsom import number, read_punten
from tests.site.planningsom import words
from tests.sources import get_article, get_text, is_public, read_records

EDITIES = ("intern", "publiek")
type_vraag = tuple[bool, date, str]


@pytest.fixture(scope="session")
def lichten(built: Built) -> Lichten:
    """The lights of the sample, computed a second time."""
    return Lichten(built.root / "data", PEILDATUM)


def _list_asking(built: Built, name: str) -> set[str]:
    return {term["id"] for term in list_terms(built, name) if term["vraagt_besluit"] == "true"}


def _find_since_actie(lichten: Lichten, actie: type_record, asking: set[str]) -> date:
    """The first day of the run of days, up to the stand, on which the light asks."""
    day = lichten.dag
    while replace(lichten, dag=day - timedelta(days=1)).shown(actie) in asking:
        day -= timedelta(days=1)
    return day


def _find_since_indicator(built: Built, indicator: type_record) -> date:
    """The year from which each measurement was behind; of a past target the year after it."""
    goals = sorted((int(i["jaar"]), number(i["waarde"])) for i in indicator["streefwaarden"])
    if goals[-1][0] < PEILDATUM.year:
        return date(goals[-1][0] + 1, 1, 1)
    points = read_punten(built, indicator)
    start = (int(indicator["nulmeting"]["jaar"]), number(indicator["nulmeting"]["waarde"]))
    corners = [start, *goals] if indicator.get("pad") == "mijlpalen" else [start, goals[-1]]
    bound = next(
        number(term["ondergrens"])
        for term in list_terms(built, "indicatorstatus")
        if term["id"] == "versnelling_nodig"
    )
    since = None
    for year, value in sorted(points, reverse=True):
        if year == start[0]:
            break
        (y1, v1), (y2, v2) = next((a, b) for a, b in pairwise(corners) if a[0] <= year <= b[0])
        on_path = v1 + (v2 - v1) * Fraction(year - y1, y2 - y1)
        if (value - start[1]) / (on_path - start[1]) >= bound:
            break
        since = year
    assert since is not None
    return date(since, 1, 1)


def _find_decision(built: Built, editie: str, field: str, key: str) -> dict[str, str] | None:
    """The newest decision about something that was taken, and that nobody looked back on."""
    found = [
        item
        for item in read(built.root / "data" / "bijsturingen.yaml")["bijsturingen"]
        if key in item.get(field, [])
        and first_day(item["datum"]) <= PEILDATUM
        and ("teruggekeken_op" not in item or first_day(item["teruggekeken_op"]) > PEILDATUM)
        and (editie == "intern" or is_public(item))
    ]
    return max(found, key=lambda item: item["datum"], default=None)


def _list_vragen(built: Built, editie: str) -> list[tuple[str, str]]:
    """What asks for a decision, as (field of a decision, id), in the order of the page."""
    lichten = Lichten(built.root / "data", PEILDATUM)
    lights, asked = _list_asking(built, "voortgang"), _list_asking(built, "indicatorstatus")
    verdicts = read_verdicts(built, editie)
    indicatoren = {str(item["id"]): item for item in read_records(built, "indicatoren")}
    found: list[tuple[type_vraag, tuple[str, str]]] = []
    for key, verdict in sorted(verdicts.items()):
        if verdict in asked:
            since = _find_since_indicator(built, indicatoren[key])
            decided = _find_decision(built, editie, "indicatoren", key) is not None
            found.append(((decided, since, "indicatoren"), ("indicatoren", key)))
    for actie in list_acties(built, editie):
        if actie["licht"] in lights:
            since = _find_since_actie(lichten, lichten.acties[actie["id"]], lights)
            decided = _find_decision(built, editie, "acties", actie["id"]) is not None
            found.append(((decided, since, "acties"), ("acties", actie["id"])))
    if editie == "intern":
        found.sort(key=lambda item: item[0][:2])
    return [vraag for _, vraag in found]


def _list_shown(article: Tag) -> list[Tag]:
    return list(article.select("ul.besluitvragen > li"))


def _read_link(item: Tag) -> tuple[str, str]:
    """What an item of the list is about, by its first link."""
    field, _, name = str(item.select("a[href]")[0]["href"]).rpartition("/")
    key = name.removesuffix(".html")
    field = field.rpartition("/")[2]
    return field, key.upper() if field == "acties" else key


@pytest.mark.parametrize("editie", EDITIES)
def test_what_asks_for_a_decision_is_listed_in_its_order(built: Built, editie: str) -> None:
    """Intern without a decision first, then the longest; everyone in the order of the report."""
    shown = [_read_link(i) for i in _list_shown(get_article(built, editie, "voortgang/index"))]
    assert shown == _list_vragen(built, editie)
    assert len(shown) >= 4


@pytest.mark.parametrize("editie", EDITIES)
def test_each_names_the_decision_about_it_and_when_it_is_looked_back_on(
    built: Built, editie: str
) -> None:
    """A decision that is public is a link with its date; without one the intranet says so."""
    for item in _list_shown(get_article(built, editie, "voortgang/index")):
        decision = _find_decision(built, editie, *_read_link(item))
        text = get_text(item)
        if decision is None:
            assert (editie == "intern") is ("Er is nog geen besluit vastgelegd." in text)
            continue
        assert words(decision["datum"]) in text
        assert f"Terugkijken: {words(decision['terugkijken'])}" in text
        (link,) = item.select('a[href*="#"]')
        assert get_text(link) == decision["titel"]
        anchor = decision["id"].lower()
        assert str(link["href"]) == f"bijsturing.html#{anchor}"
        anchors = get_article(built, editie, "voortgang/bijsturing").select(f"#{anchor}")
        assert len(anchors) == 1


def test_intranet_says_since_when_and_why(built: Built, lichten: Lichten) -> None:
    """Of an action the day, of an indicator the year; the reasons as long as nobody decided."""
    lights = _list_asking(built, "voortgang")
    indicatoren = {str(item["id"]): item for item in read_records(built, "indicatoren")}
    for item in _list_shown(get_article(built, "intern", "voortgang/index")):
        field, key = _read_link(item)
        if field == "acties":
            actie = lichten.acties[key]
            since = words(_find_since_actie(lichten, actie, lights).isoformat())
            hand = lichten.by_hand(actie)
            worst = [r for r in lichten.holding(actie) if r["voortgang"] == lichten.computed(actie)]
            reasons = [hand["reden"]] if hand else [regel["tekst"] for regel in worst]
            waits = _find_decision(built, "intern", field, key) is None
            for reason in reasons:
                assert (" ".join(reason.split()) in get_text(item)) is waits
        else:
            since = str(_find_since_indicator(built, indicatoren[key]).year)
        assert f"Sinds {since}." in get_text(item)


@pytest.mark.parametrize("pad", ["voortgang/index", "index", "samenvatting"])
def test_public_names_no_verdict_that_asks_without_what_is_done(built: Built, pad: str) -> None:
    """Everyone reads with each 'bijsturen' what the municipality does about it."""
    report = read_report(built)
    said = {item["actie"]: item for item in report["acties"]}
    said |= {item["indicator"]: item for item in report["indicatoren"]}
    article = get_article(built, "publiek", pad)
    heading = "Dit vraagt bijsturing"
    shown = _list_shown(article)
    if pad == "samenvatting":
        start = next(item for item in article.select("h2") if heading in get_text(item))
        shown = list(start.find_next("ul").select("li"))  # type: ignore[union-attr]
    for item, (_, key) in zip(shown, _list_vragen(built, "publiek"), strict=False):
        assert f"Wat we doen: {' '.join(said[key]['toelichting'].split())}" in get_text(item)
        assert "Sinds" not in get_text(item)
    assert len(shown) >= 4
    assert "Stand bij de voortgangsrapportage van 1 oktober 2026" in get_text(article)


@pytest.mark.parametrize(
    ("editie", "pad", "most"),
    [("publiek", "index", 4), ("publiek", "samenvatting", 4), ("intern", "samenvatting", 4)],
)
def test_short_list_is_the_beginning_of_the_long_one_and_says_how_many_more(
    built: Built, editie: str, pad: str, most: int
) -> None:
    """Public home and the summary never stop without a word about the rest."""
    heading = "Wat vraagt een besluit?" if editie == "intern" else "Dit vraagt bijsturing"
    article = get_article(built, editie, pad)
    start = next(item for item in article.select("h2") if heading in get_text(item))
    block = start.find_next("ul")
    assert block is not None
    every = _list_vragen(built, editie)
    assert [_read_link(item) for item in block.select("li")] == every[:most]
    rest = len(every) - most
    assert rest > 1
    link = next((i for p in block.find_next_siblings("p") for i in p.select("a")), None)
    assert link is not None
    assert get_text(link).startswith(f"Nog {rest} andere")
    assert str(link["href"]).endswith("voortgang/index.html")
