"""Lights: every page shows what the files and the rules give, with the reasons beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from bs4 import Tag

from tests.lichten import Lichten, read
from tests.programmes import Built
from tests.sources import get_article, get_section, get_text

EDITIES = ("intern", "publiek")
PEILDATUM = date(2026, 10, 1)


@pytest.fixture(scope="session")
def lichten(built: Built) -> Lichten:
    """The lights of the sample, computed a second time."""
    return Lichten(built.root / "data", PEILDATUM)


def name_lights(lichten: Lichten) -> dict[str | None, str | None]:
    """What readers see for each light; nothing for none."""
    found: dict[str | None, str | None] = {None: None}
    found.update(lichten.names("voortgang"))
    return found


def read_facts(article: Tag) -> dict[str, Tag]:
    """The facts at the head of a page, by their heading."""
    return {
        get_text(row.select("dt")[0]): row.select("dd")[0]
        for row in article.select("dl.feiten > div")
    }


def read_light(tree: Tag) -> str | None:
    """The word of the light that a cell or fact shows; None where it shows none."""
    found = tree.select_one(".oordeel")
    if found is None:
        return None
    sign = found.select_one("[aria-hidden]")
    assert sign is not None
    assert get_text(sign)
    return get_text(found).removeprefix(get_text(sign)).strip()


def read_tables(article: Tag) -> Mapping[str, str | None]:
    """The light of each action in the tables of a page, by the number of the action."""
    found = {}
    for row in article.select("table.acties tbody tr"):
        number = row.select_one(".nummer")
        cell = row.select_one('td[data-kop="Voortgang"]')
        assert number is not None
        if cell is None:
            # A table of which no action has a light any more has no column for it.
            assert row["data-voortgang"] == ""
        found[get_text(number)] = read_light(cell) if cell else None
    return found


def test_sample_has_every_light_and_one_by_hand(lichten: Lichten) -> None:
    """The sample shows each light, and a verdict by hand that says something else than the sum."""
    shown = {lichten.shown(actie) for actie in lichten.acties.values()}
    assert shown == {"volgens_verwachting", "aandachtspunt", "bijsturen", "onbekend", None}
    by_hand = [actie for actie in lichten.acties.values() if lichten.by_hand(actie)]
    assert any(lichten.shown(actie) != lichten.computed(actie) for actie in by_hand)


def test_action_shows_status_light_and_phase_as_three_facts(built: Built, lichten: Lichten) -> None:
    """Where an action stands, how it goes and in which phase it is are told apart."""
    statussen, fasen = lichten.names("actiestatus"), lichten.names("fase")
    namen = name_lights(lichten)
    for identifier, actie in lichten.each():
        facts = read_facts(get_article(built, "intern", f"acties/{identifier.lower()}"))
        sign, _, word = get_text(facts["Status"]).partition(" ")
        assert sign
        assert word.startswith(statussen[actie["actiestatus"]])
        assert get_text(facts["Fase"]) == fasen[actie["fase"]]
        shown = read_light(facts["Voortgang"]) if "Voortgang" in facts else None
        assert shown == namen[lichten.shown(actie)], identifier


def test_action_names_every_rule_that_holds(built: Built, lichten: Lichten) -> None:
    """Who asks why reads the rules that hold in the words of the data, the worst first."""
    for identifier, actie in lichten.each():
        article = get_article(built, "intern", f"acties/{identifier.lower()}")
        told = [get_text(item) for item in article.select("ul.redenen > li")]
        expected = lichten.holding(actie) if lichten.computed(actie) else []
        assert len(told) == len(expected), identifier
        for line, regel in zip(told, expected, strict=True):
            assert line.startswith(" ".join(regel["tekst"].split())), identifier


def test_verdict_by_hand_stands_beside_the_computed_one(built: Built, lichten: Lichten) -> None:
    """A verdict by hand tells why, who, when and on what; what the rules say stays on the page."""
    namen = lichten.names("voortgang")
    for identifier, actie in lichten.each():
        article = get_article(built, "intern", f"acties/{identifier.lower()}")
        frame, hand = article.select_one(".handoordeel"), lichten.by_hand(actie)
        assert (frame is None) is (hand is None)
        if frame and hand:
            text = get_text(frame)
            assert "oordeel met de hand" in text
            assert " ".join(hand["reden"].split()) in text
            assert hand["rol"] in text
            assert f"{int(hand['datum'][8:])} september {hand['datum'][:4]}" in text
            aspects = [get_text(item) for item in frame.select("dt")]
            assert aspects == [kop for kop in ("Kwaliteit", "Tijd", "Geld") if kop.lower() in hand]
            computed = namen[str(lichten.computed(actie))]
            section = get_section(article, "Voortgang")
            assert computed in section.partition("Volgens de regels:")[2]
            assert f"berekend: {computed}" in get_text(read_facts(article)["Voortgang"])


def test_late_milestone_stays_on_the_page(built: Built, lichten: Lichten) -> None:
    """Each milestone whose date has passed says so, whatever the light is."""
    late = 0
    for identifier, actie in lichten.each():
        article = get_article(built, "intern", f"acties/{identifier.lower()}")
        shown = article.select("ol.mijlpalen .status--telaat")
        has_end = "eind" in actie and lichten.late_dates({**actie, "mijlpalen": []})
        expected = len(lichten.late_dates(actie)) - (1 if has_end else 0)
        assert len(shown) == expected, identifier
        late += expected
    assert late


def test_action_says_when_its_stand_was_confirmed_and_whether_that_is_too_long_ago(
    built: Built, lichten: Lichten
) -> None:
    """A stand is old when nobody confirmed it for as long as the rule says."""
    old = set()
    for identifier, actie in lichten.each():
        article = get_article(built, "intern", f"acties/{identifier.lower()}")
        if lichten.computed(actie) is None:
            continue
        section = get_section(article, "Voortgang")
        is_old = any(item["soort"] == "niet_bevestigd" for item in lichten.holding(actie))
        assert ("is te lang geleden" in section) is is_old, identifier
        assert ("is niet te lang geleden" in section) is not is_old, identifier
        confirmed = lichten.confirmed(actie)
        if confirmed and actie.get("gecontroleerd_op") == confirmed.isoformat():
            assert f"bevestigd op {confirmed.day} " in section
        if is_old:
            old.add(identifier)
    assert old


def test_indicator_that_asks_for_a_decision_is_named_at_its_actions(
    built: Built, lichten: Lichten
) -> None:
    """An action does not hide that an indicator to which it contributes goes back."""
    asking = {
        identifier
        for identifier, asks in lichten.names("indicatorstatus", "vraagt_besluit").items()
        if asks == "true"
    }
    namen = lichten.names("indicatorstatus")
    verdicts = {}
    for path in sorted((built.root / "data" / "indicatoren").glob("*.yaml")):
        article = get_article(built, "intern", f"indicatoren/{path.stem}")
        shown = read_light(article)
        verdicts[path.stem] = next((key for key, naam in namen.items() if naam == shown), None)
    assert asking & set(verdicts.values())
    warned = 0
    for identifier, actie in lichten.each():
        article = get_article(built, "intern", f"acties/{identifier.lower()}")
        effects = [*actie.get("verwachte_effecten", []), *actie.get("gerealiseerde_effecten", [])]
        names = {effect["indicator"] for effect in effects}
        told = [
            item
            for item in article.select("p")
            if "waar deze actie aan bijdraagt" in get_text(item)
        ]
        found = {str(item.select("a")[0]["href"]).rpartition("/")[2] for item in told}
        expected = {name for name in names if verdicts[name] in asking}
        assert found == {f"{name}.html" for name in expected}, identifier
        for item in told:
            key = str(item.select("a")[0]["href"]).rpartition("/")[2].removesuffix(".html")
            assert namen[str(verdicts[key])] in get_text(item)
            goes_back = verdicts[key] == "achteruitgang"
            assert ("gaat achteruit" in get_text(item)) is goes_back
        warned += len(told)
    assert warned


def list_tables(built: Built) -> list[str]:
    """The pages with tables of actions."""
    teams = read(built.root / "data" / "teams.yaml")["teams"]
    themas = read(built.root / "data" / "themas.yaml")["themas"]
    return [
        "acties/index",
        *(f"teams/{item['id']}" for item in teams),
        *(f"themas/{item['id']}" for item in themas),
    ]


def test_every_list_of_actions_shows_the_light(built: Built, lichten: Lichten) -> None:
    """Who looks at a list sees how each action goes, in a word with a sign."""
    namen = name_lights(lichten)
    for pad in list_tables(built):
        shown = read_tables(get_article(built, "intern", pad))
        expected = {key: namen[lichten.shown(lichten.acties[key])] for key in shown}
        assert shown == expected, pad
    assert read_tables(get_article(built, "intern", "acties/index")).keys() == lichten.acties.keys()


def test_list_of_actions_is_filtered_by_light(built: Built, lichten: Lichten) -> None:
    """The filter offers each light that an action has, and each row says which one it is."""
    article = get_article(built, "intern", "acties/index")
    offered = [str(item["value"]) for item in article.select('select[name="voortgang"] option')]
    present = {light for actie in lichten.acties.values() if (light := lichten.shown(actie))}
    assert offered == ["", *(key for key in lichten.names("voortgang") if key in present)]
    rows = article.select("#actielijst tbody tr")
    values = [str(row["data-voortgang"]) for row in rows]
    assert values == [lichten.shown(actie) or "" for actie in lichten.acties.values()]


def test_rules_stand_on_the_page_to_which_actions_lead(built: Built, lichten: Lichten) -> None:
    """The rules are told in the words of the data, each with the light that it gives."""
    namen = lichten.names("voortgang")
    article = get_article(built, "intern", "voortgang/index")
    rows = [
        (get_text(row.select("th")[0]), read_light(row.select("td")[0]))
        for row in article.select("table.regels tbody tr")
    ]
    assert rows == [
        (" ".join(regel["tekst"].split()), namen[regel["voortgang"]]) for regel in lichten.regels
    ]
    link = get_article(built, "intern", "acties/a-0003").select_one('a[href*="#zo-wordt"]')
    assert link is not None
    anchor = str(link["href"]).partition("#")[2]
    assert article.select(f'[id="{anchor}"]')


# --- everyone ---------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def reported(built: Built) -> dict[str, dict[str, Any]]:
    """What the newest report says of each action."""
    path = max((built.root / "data" / "vastgesteld").glob("*.yaml"))
    assert date.fromisoformat(path.stem) <= PEILDATUM
    return {item["actie"]: item for item in read(path)["acties"]}


def test_everyone_sees_the_light_of_the_report_with_what_is_done(
    built: Built, lichten: Lichten, reported: dict[str, dict[str, Any]]
) -> None:
    """The public page repeats the report: its light and what is done, and nothing besides."""
    namen = lichten.names("voortgang")
    seen = set()
    for identifier, actie in lichten.each():
        if actie.get("zichtbaarheid") != "publiek":
            continue
        article = get_article(built, "publiek", f"acties/{identifier.lower()}")
        said = reported.get(identifier, {})
        facts = read_facts(article)
        if "voortgang" not in said:
            assert "Voortgang" not in facts
            continue
        naam = namen[said["voortgang"]]
        seen.add(said["voortgang"])
        assert read_light(facts["Voortgang"]) == naam
        told = f"Stand bij de voortgangsrapportage van 1 oktober 2026. {naam}."
        if "toelichting" in said:
            told += f" Wat we doen: {' '.join(said['toelichting'].split())}"
        assert get_section(article, "Voortgang").strip() == told
        assert not article.select(".handoordeel, .redenen")
    assert seen >= {"volgens_verwachting", "bijsturen"}


def test_public_lists_show_the_light_of_the_report(
    built: Built, lichten: Lichten, reported: dict[str, dict[str, Any]]
) -> None:
    """A list for everyone shows the light of the report, and leads to what is done."""
    namen = name_lights(lichten)
    asking = lichten.names("voortgang", "vraagt_besluit")
    for pad in list_tables(built):
        article = get_article(built, "publiek", pad)
        shown = read_tables(article)
        assert shown == {key: namen[reported.get(key, {}).get("voortgang")] for key in shown}, pad
        for row in article.select("table.acties tbody tr"):
            light = str(row["data-voortgang"])
            if light and asking[light] == "true":
                assert row.select('td a[href$="#voortgang"]'), pad


@pytest.mark.parametrize(
    "words", ["einddatum voorbij", "mijlpaal voorbij", "oordeel met de hand", "Dat komt doordat"]
)
def test_no_public_action_says_why_or_how_late(built: Built, words: str) -> None:
    """Everyone reads what was adopted; reasons and lateness are for those who do the work."""
    saying = {
        editie: [
            page.stem
            for page in (built.edities[editie] / "acties").glob("a-*.html")
            if words in get_text(get_article(built, editie, f"acties/{page.stem}"))
        ]
        for editie in EDITIES
    }
    assert saying["intern"]
    assert saying["publiek"] == []


@pytest.mark.parametrize("editie", EDITIES)
def test_no_page_shows_its_own_markup(built: Built, editie: str) -> None:
    """A reader never reads a tag where a sign or a label should stand."""
    for page in built.pages(editie):
        text = page.read_text(encoding="utf-8")
        assert "&lt;/" not in text, page.name
        assert "&lt;span" not in text, page.name
