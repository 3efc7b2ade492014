"""Steering: every decision that was taken by then, its links both ways, and what is still open."""

from __future__ import annotations

import calendar
import html
import re
from pathlib import Path

import pytest
from bs4 import Tag

from tests.programmes import Built, build, copy_programme
from tests.sources import (
    get_article,
    get_section,
    get_text,
    is_public,
    read_records,
    read_terms,
    read_yaml,
)

EDITIES = ("intern", "publiek")
PAGINA = "voortgang/bijsturing"
PEILDATUM, EERDER, LATER = "2026-10-01", "2026-08-01", "2027-01-15"
TEKSTEN = ("aanleiding", "analyse", "besluit", "maatregel", "uitkomst")
SOORTEN = {"indicatoren": "indicatoren", "acties": "acties"}


def _build_at(tmp_path_factory: pytest.TempPathFactory, peildatum: str) -> Built:
    """The default programme at another date, with an intern action in a public decision."""
    root = copy_programme(tmp_path_factory.mktemp("bijsturing") / "programma")
    file = root / "data" / "bijsturingen.yaml"
    text = file.read_text("utf-8")
    assert "acties: [A-0010]" in text
    file.write_text(text.replace("acties: [A-0010]", "acties: [A-0010, A-0027]"), "utf-8")
    site = build(root, "--peildatum", peildatum)
    return Built(root, {editie: site / editie for editie in EDITIES})


@pytest.fixture(scope="module")
def eerder(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site in August 2026."""
    return _build_at(tmp_path_factory, EERDER)


@pytest.fixture(scope="module")
def later(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site in January 2027."""
    return _build_at(tmp_path_factory, LATER)


def _list_taken(built: Built, editie: str, peildatum: str) -> list[dict[str, object]]:
    """The decisions that this edition may show, the newest first; days sort as text."""
    found = [
        item
        for item in read_records(built, "bijsturingen")
        if str(item["datum"]) <= peildatum and (editie == "intern" or is_public(item))
    ]
    return sorted(found, key=lambda item: str(item["datum"]), reverse=True)


def _find_last_day(moment: str) -> str:
    """The last day of a year, a month or a day."""
    parts = moment.split("-")
    if len(parts) == 1:
        return f"{moment}-12-31"
    if len(parts) == 2:
        return f"{moment}-{calendar.monthrange(int(parts[0]), int(parts[1]))[1]:02}"
    return moment


def _is_open(item: dict[str, object], peildatum: str) -> bool:
    return str(item.get("teruggekeken_op", "9999")) > peildatum


def _flatten(value: object) -> str:
    return " ".join(str(value).split())


def _get_besluit(article: Tag, identifier: str) -> Tag:
    heading = article.find(id=identifier.lower())
    assert isinstance(heading, Tag), identifier
    assert isinstance(heading.parent, Tag)
    return heading.parent


def _list_open(built: Built, editie: str) -> list[tuple[str, str]]:
    """The anchor and the words of each look back that the page says is still to come."""
    article = get_article(built, editie, PAGINA)
    items = article.select("ul.mijlpalen > li")
    links = [str(item.select("a")[0]["href"]) for item in items]
    return [(to.partition("#")[2], get_text(item)) for to, item in zip(links, items, strict=True)]


def _list_anchors(built: Built, editie: str, pad: str) -> list[str]:
    """The decisions that the page of an action or an indicator links to, in their order."""
    links = get_article(built, editie, pad).select("ul.bijsturingen a")
    assert all("voortgang/bijsturing.html#" in str(link["href"]) for link in links)
    return [str(link["href"]).partition("#")[2] for link in links]


@pytest.mark.parametrize("editie", EDITIES)
def test_page_holds_every_decision_newest_first(built: Built, editie: str) -> None:
    """Each decision is told whole: why, what, by whom, from when, and what came of it."""
    article = get_article(built, editie, PAGINA)
    taken, niveaus = _list_taken(built, editie, PEILDATUM), read_terms(built, "niveau")
    assert taken
    shown = [str(item["id"]) for item in article.select("section.bijsturing h3")]
    assert shown == [str(item["id"]).lower() for item in taken]
    for item in taken:
        words = get_text(_get_besluit(article, str(item["id"])))
        assert _flatten(item["titel"]) in words
        assert niveaus[str(item["niveau"])] in words
        assert str(item.get("besluitnummer", "")) in words
        for field in TEKSTEN:
            assert _flatten(item.get(field, "")) in words, (item["id"], field)


@pytest.mark.parametrize("editie", EDITIES)
def test_counts_in_the_sentence_equal_the_file(built: Built, editie: str) -> None:
    """The page begins with how many decisions there are and how many are still open."""
    taken = _list_taken(built, editie, PEILDATUM)
    waiting = sum(_is_open(item, PEILDATUM) for item in taken)
    done = len(taken) - waiting
    assert f"Er zijn {len(taken)} besluiten genomen" in get_text(get_article(built, editie, PAGINA))
    assert f"Op {done} daarvan is teruggekeken, op {waiting} nog niet." in get_text(
        get_article(built, editie, PAGINA)
    )


@pytest.mark.parametrize("editie", EDITIES)
def test_open_look_backs_stand_first_in_the_order_of_their_dates(built: Built, editie: str) -> None:
    """What is to be looked back on comes before the log, the first to come on top."""
    waiting = [i for i in _list_taken(built, editie, PEILDATUM) if _is_open(i, PEILDATUM)]
    ordered = sorted(waiting, key=lambda item: _find_last_day(str(item["terugkijken"])))
    assert [anchor for anchor, _ in _list_open(built, editie)] == [
        str(item["id"]).lower() for item in ordered
    ]
    assert not any("voorbij" in words for _, words in _list_open(built, editie))


@pytest.mark.parametrize("editie", EDITIES)
def test_links_run_both_ways(built: Built, editie: str) -> None:
    """Whoever reads about an action or indicator finds its decisions, and the other way round."""
    article = get_article(built, editie, PAGINA)
    taken = _list_taken(built, editie, PEILDATUM)
    for field, folder in SOORTEN.items():
        for record in read_records(built, field):
            if editie == "publiek" and not is_public(record):
                continue
            identifier = str(record["id"])
            named = [item for item in taken if identifier in _get_ids(item, field)]
            pad = f"{folder}/{identifier.lower()}"
            assert _list_anchors(built, editie, pad) == [str(i["id"]).lower() for i in named]
            for item in named:
                links = _get_besluit(article, str(item["id"])).select(".oordelen a")
                assert f"../{pad}.html" in [str(link["href"]) for link in links]


@pytest.mark.parametrize("editie", EDITIES)
def test_verdict_beside_a_decision_is_that_of_the_page_it_links_to(
    built: Built, editie: str
) -> None:
    """Each action and indicator shows how it stands, in the words of its own page."""
    rows = get_article(built, editie, PAGINA).select(".oordelen li")
    verdicts = 0
    for row in rows:
        pad = str(row.select("a")[0]["href"]).removeprefix("../").removesuffix(".html")
        verdict = row.select_one(".oordeel")
        if verdict is None:
            assert row.select_one(".status") is not None
            continue
        verdicts += 1
        own = get_article(built, editie, pad).select_one(".oordeel")
        assert own is not None, pad
        assert get_text(verdict) == get_text(own)
    assert verdicts > 5


@pytest.mark.parametrize("editie", EDITIES)
def test_every_link_to_a_decision_arrives(built: Built, editie: str) -> None:
    """Wherever a page names a decision, the link opens the log at that decision."""
    anchors = {str(item["id"]) for item in get_article(built, editie, PAGINA).select("[id]")}
    found = {
        to
        for page in built.pages(editie)
        for to in re.findall(r'bijsturing\.html#([^"]+)"', page.read_text("utf-8"))
    }
    assert found
    assert found <= anchors


def test_public_verdict_is_that_of_the_report(built: Built) -> None:
    """What everyone reads beside a decision was adopted in the report of that day."""
    report = read_yaml(built.root / "data" / "vastgesteld" / f"{PEILDATUM}.yaml")
    lijsten = (
        ("acties", "actie", "voortgang", "voortgang"),
        ("indicatoren", "indicator", "indicatorstatus", "indicatorstatus"),
    )
    checked = 0
    rows = get_article(built, "publiek", PAGINA).select(".oordelen li")
    for folder, key, field, lijst in lijsten:
        names, said = read_terms(built, lijst), report[folder]
        assert isinstance(said, list)
        for item in said:
            address = f"../{folder}/{str(item[key]).lower()}.html"
            for row in rows:
                if str(row.select("a")[0]["href"]) == address and field in item:
                    assert names[item[field]] in get_text(row)
                    checked += 1
    assert checked > 5


def test_nothing_of_an_internal_decision_is_public(built: Built) -> None:
    """No file of the public site holds a sentence or the number of an internal decision."""
    hidden = [item for item in read_records(built, "bijsturingen") if not is_public(item)]
    assert hidden
    phrases = [
        _flatten(item[field]) for item in hidden for field in ("titel", *TEKSTEN) if field in item
    ]
    numbers = [str(item["id"]) for item in hidden]
    for path in sorted(built.edities["publiek"].rglob("*")):
        if path.suffix in {".html", ".json", ".csv", ".ics", ".xml"}:
            words = _flatten(re.sub(r"<[^>]+>", "", html.unescape(path.read_text("utf-8"))))
            for phrase in (*phrases, *numbers):
                assert phrase not in words, (path, phrase)
                assert phrase.lower() not in words or phrase not in numbers, (path, phrase)


def test_everything_that_asks_has_a_decision(built: Built) -> None:
    """In the sample nothing waits for a decision, and the intranet says so."""
    words = get_text(get_article(built, "intern", PAGINA))
    assert "Alles wat op dit moment om een besluit vraagt, heeft er een." in words
    assert "Nog geen besluit" not in words
    assert "om een besluit vraagt" not in get_text(get_article(built, "publiek", PAGINA))


def test_public_does_not_say_that_a_decision_is_missing(built: Built) -> None:
    """A-0026 was decided on in a decision for the intranet: in public it is not called open."""
    assert "Nog geen besluit" not in get_text(get_article(built, "publiek", PAGINA))
    actie = get_article(built, "publiek", "acties/a-0026")
    assert "Bijsturen nodig" in get_text(actie)
    assert "vraagt om een besluit" not in get_text(actie)


def test_decision_of_a_later_day_is_absent(eerder: Built) -> None:
    """In August nobody reads what was decided in September, on no page."""
    records = read_records(eerder, "bijsturingen")
    to_come = [str(item["id"]).lower() for item in records if str(item["datum"]) > EERDER]
    assert to_come
    for editie in EDITIES:
        taken = _list_taken(eerder, editie, EERDER)
        article = get_article(eerder, editie, PAGINA)
        shown = [str(item["id"]) for item in article.select("section.bijsturing h3")]
        assert shown == [str(item["id"]).lower() for item in taken]
        for page in eerder.pages(editie):
            text = page.read_text("utf-8")
            assert not any(f"#{anchor}" in text for anchor in to_come), page


def test_intranet_lists_what_asks_for_a_decision_and_has_none(eerder: Built) -> None:
    """A-0003 ended in June and was decided on in September: in August it waits for a decision."""
    section = get_section(get_article(eerder, "intern", PAGINA), "Wat nog open staat")
    assert "Nog geen besluit" in section
    assert "A-0003" in section
    assert "A-0010" not in section
    title = str(read_yaml(eerder.root / "data/acties/A-0003.yaml")["titel"])
    assert title in section
    waiting = "Een oordeel op deze pagina vraagt om een besluit."
    assert waiting in get_text(get_article(eerder, "intern", "acties/a-0003"))
    assert waiting not in get_text(get_article(eerder, "intern", "acties/a-0010"))
    assert "Nog geen besluit" not in get_text(get_article(eerder, "publiek", PAGINA))
    assert waiting not in get_text(get_article(eerder, "publiek", "acties/a-0003"))


def test_intern_action_in_a_public_decision_is_left_out(eerder: Built) -> None:
    """Everyone reads the decision, and nothing of the action that is for the intranet."""
    assert not is_public(read_yaml(eerder.root / "data/acties/A-0027.yaml"))
    besluit = _get_besluit(get_article(eerder, "publiek", PAGINA), "BS-03")
    assert [str(link["href"]) for link in besluit.select("a")] == ["../acties/a-0010.html"]
    intern = _get_besluit(get_article(eerder, "intern", PAGINA), "BS-03")
    assert "../acties/a-0027.html" in [str(link["href"]) for link in intern.select("a")]


def test_late_look_back_is_said_in_a_word_on_the_intranet_only(later: Built) -> None:
    """In January the look backs of November and December are late, and stand on top."""
    taken = [i for i in _list_taken(later, "intern", LATER) if _is_open(i, LATER)]
    late = {
        str(item["id"]).lower()
        for item in taken
        if _find_last_day(str(item["terugkijken"])) < LATER
    }
    assert late == {"bs-03", "bs-05"}
    rows = _list_open(later, "intern")
    assert {anchor for anchor, words in rows if "datum voorbij" in words} == late
    assert {anchor for anchor, _ in rows[: len(late)]} == late
    words = get_text(get_article(later, "intern", PAGINA))
    assert "Bij 2 besluiten is de afgesproken datum voorbij." in words
    assert "voorbij" not in get_text(get_article(later, "publiek", PAGINA))


@pytest.mark.parametrize("editie", EDITIES)
def test_theme_and_team_show_the_decisions_about_their_actions(built: Built, editie: str) -> None:
    """A theme names decisions about its actions and indicators, a team those about its actions."""
    taken = _list_taken(built, editie, PEILDATUM)
    acties = read_records(built, "acties")
    indicatoren = read_records(built, "indicatoren")
    for folder, field in (("themas", "thema"), ("teams", "eigenaar_team")):
        for record in read_records(built, folder):
            own = {item["id"] for item in acties if item.get(field) == record["id"]}
            if folder == "themas":
                own |= {i["id"] for i in indicatoren if record["id"] in _get_ids(i, "themas")}
            named = [
                str(item["id"]).lower()
                for item in taken
                if own & {*_get_ids(item, "acties"), *_get_ids(item, "indicatoren")}
            ]
            assert _list_anchors(built, editie, f"{folder}/{record['id']}") == named


def _get_ids(record: dict[str, object], field: str) -> list[object]:
    value = record.get(field, [])
    assert isinstance(value, list)
    return value


def test_decisions_are_found_by_search(built: Built) -> None:
    """Each decision is a section of its own in the search index."""
    index = Path(built.edities["intern"], "search", "search_index.json").read_text("utf-8")
    for item in _list_taken(built, "intern", PEILDATUM):
        assert f"{PAGINA}.html#{str(item['id']).lower()}" in index
