"""The frame of the site: menu, contents list, skip link and dark display, by keyboard and phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

EDITIES = ("publiek", "intern")
SMAL, BREED = 320, 1280
Stop = dict[str, object]
"""What is known of the place that has the focus."""
FOCUS = """() => {
  const item = document.activeElement, box = item.getBoundingClientRect();
  const look = getComputedStyle(item);
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    wat: item.outerHTML.slice(0, 90), naam: item.innerText?.trim() ?? "", soort: item.localName,
    groep: item.closest("li > details")?.querySelector("summary").innerText.trim() ?? "",
    inMenu: Boolean(item.closest(".menu, .md-tabs")), inPagina: Boolean(item.closest("article")),
    gezien: box.width > 0 && box.right > 0 && box.x < innerWidth
      && box.bottom > 0 && box.y < innerHeight,
    bedekt: !(item.contains(top) || top?.contains(item)),
    rand: look.outlineStyle === "none" ? 0 : parseFloat(look.outlineWidth),
  };
}"""
# Words that Material's frame shows in other languages than English are never these.
ENGELS = re.compile(
    r"\b(the|to|and|with|made|permanent|search|skip|content|contents|table|back|switch|dark|light"
    r"|mode|previous|next|navigation|header|footer|toggle|clear|close|initializing|copy|clipboard)\b",
    re.IGNORECASE,
)
KADER = """() => {
  const copy = document.documentElement.cloneNode(true);
  const own = copy.querySelector("article");
  const links = [...own.querySelectorAll(".headerlink")].map((item) => item.title);
  own.remove();
  for (const part of copy.querySelectorAll("script, style, meta, link")) part.remove();
  const told = [...copy.querySelectorAll("*")].flatMap((item) =>
    ["aria-label", "title", "alt", "placeholder"].map((name) => item.getAttribute(name) ?? ""));
  return [...links, ...told, copy.textContent];
}"""


def start(page: Page, served: str, editie: str, pad: str = "index", *, breed: int = SMAL) -> None:
    """Open a page of an edition on a screen of this width."""
    page.set_viewport_size({"width": breed, "height": 720})
    page.goto(f"{served.removesuffix('publiek')}{editie}/{pad}.html")


def tab_to(page: Page, is_goal: Callable[[Stop], object]) -> None:
    """Press Tab until the focus is where it should be; every stop on the way can be seen."""
    for _ in range(80):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        assert stop["gezien"], stop
        assert not stop["bedekt"], stop
        assert stop["rand"] >= 2, stop
        if is_goal(stop):
            return
    pytest.fail("met Tab niet te bereiken")


def is_named(name: str, **wanted: object) -> Callable[[Stop], bool]:
    """Whether the focus is on what has this name, and these other marks."""
    return lambda stop: stop["naam"] == name and wanted.items() <= stop.items()


def is_first_page_of(chapter: str) -> Callable[[Stop], bool]:
    """Whether the focus is on a page in the menu below this chapter."""
    return lambda stop: stop["soort"] == "a" and stop["groep"] == chapter


def list_chapters(page: Page) -> list[str]:
    """The chapters of the menu, by their names."""
    found = page.locator(".menu nav > ul > li").evaluate_all(
        "items => items.map((item) => item.querySelector('summary, a').textContent.trim())"
    )
    assert len(found) > 5
    return [str(name) for name in found]


@pytest.mark.parametrize("editie", EDITIES)
def test_each_chapter_is_reached_by_keyboard_on_a_phone(
    page: Page, served: str, editie: str
) -> None:
    """With Tab and Enter alone a reader opens a page of every chapter from the home page."""
    start(page, served, editie)
    for chapter in list_chapters(page)[1:]:
        start(page, served, editie)
        tab_to(page, is_named("Menu"))
        page.keyboard.press("Enter")
        tab_to(page, is_named(chapter, inMenu=True))
        if page.evaluate(FOCUS)["soort"] == "summary":
            page.keyboard.press("Enter")
            tab_to(page, is_first_page_of(chapter))
        goal = str(page.evaluate("document.activeElement.href"))
        page.keyboard.press("Enter")
        expect(page).to_have_url(goal)
        expect(page.locator(".md-tabs__item--active")).to_have_text(chapter)


@pytest.mark.parametrize("editie", EDITIES)
def test_each_chapter_is_reached_by_keyboard_on_a_wide_screen(
    page: Page, served: str, editie: str
) -> None:
    """With Tab and Enter alone a reader opens every chapter from the home page."""
    start(page, served, editie, breed=BREED)
    for chapter in list_chapters(page)[1:]:
        start(page, served, editie, breed=BREED)
        tab_to(page, is_named(chapter, inMenu=True))
        page.keyboard.press("Enter")
        expect(page.locator(".md-tabs__item--active")).to_have_text(chapter)
        expect(page.locator(".md-tabs__item--active a")).to_have_attribute("aria-current", "page")


@pytest.mark.parametrize("width", [320, 768, 1219])
def test_menu_shows_the_page_that_is_open(page: Page, served: str, width: int) -> None:
    """The menu opens at the chapter of this page, with this page marked and no other."""
    start(page, served, "publiek", "themas/openbare_ruimte", breed=width)
    expect(page.locator(".md-tabs")).to_be_hidden()
    page.locator(".menu > summary").click()
    current = page.locator(".menu [aria-current]:visible")
    expect(current).to_have_count(1)
    expect(current).to_have_text("Openbare ruimte")
    expect(page.locator(".menu li details[open] > summary")).to_have_text("Thema's")


def test_menu_opens_in_the_page_and_escape_closes_it(page: Page, served: str) -> None:
    """An open menu covers nothing, and who closes it stands where it was opened."""
    start(page, served, "intern", "nulmeting/inkoop")
    before = page.locator("h1").bounding_box()
    page.locator(".menu > summary").press("Enter")
    after = page.locator("h1").bounding_box()
    assert before
    assert after
    assert after["y"] > before["y"] + 300
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".menu nav")).to_be_hidden()
    assert page.evaluate(FOCUS)["naam"] == "Menu"


def test_menu_needs_no_script(browser: Browser, served: str) -> None:
    """Without JavaScript the menu opens and leads on, on a phone and on a wide screen."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    start(page, served, "publiek")
    expect(page.locator(".weergave")).to_be_hidden()  # it could not do anything
    page.locator(".menu > summary").click()
    page.locator(".menu li summary", has_text="Nulmeting").click()
    page.locator(".menu a", has_text="Grondstofstromen").click()
    expect(page).to_have_url(re.compile(r"/nulmeting/grondstofstromen\.html$"))
    page.locator(".inhoudsopgave summary").click()
    page.locator(".inhoudsopgave a").last.click()
    expect(page).to_have_url(re.compile(r"#.+$"))
    page.set_viewport_size({"width": BREED, "height": 720})
    page.locator(".md-tabs__link", has_text="Thema's").click()
    page.locator(".zij--hoofdstuk a", has_text="Openbare ruimte").click()
    expect(page).to_have_url(re.compile(r"/themas/openbare_ruimte\.html$"))
    context.close()


def test_contents_list_is_there_on_a_phone(page: Page, served: str) -> None:
    """On a phone the list of headings stands in the page, and each line leads to its heading."""
    start(page, served, "publiek", "nulmeting/inkoop")
    expect(page.locator(".zij--inhoud")).to_be_hidden()
    page.locator(".inhoudsopgave summary").press("Enter")
    links = page.locator(".inhoudsopgave > nav > ul > li > a")
    heads = page.locator("article h2").evaluate_all(
        "items => items.map((item) => item.childNodes[0].textContent.trim())"
    )
    assert links.all_text_contents() == heads
    assert len(heads) >= 3
    links.last.press("Enter")
    expect(page.locator("article h2").last).to_be_in_viewport()
    page.set_viewport_size({"width": BREED, "height": 720})
    expect(page.locator(".inhoudsopgave")).to_be_hidden()
    assert page.locator(".zij--inhoud nav > ul > li > a").all_text_contents() == heads


@pytest.mark.parametrize("editie", EDITIES)
def test_short_pages_and_home_have_no_contents_list(page: Page, served: str, editie: str) -> None:
    """A list of one or two lines helps nobody."""
    for pad in ("index", "over/contact"):
        start(page, served, editie, pad)
        expect(page.locator(".inhoudsopgave, .zij--inhoud")).to_have_count(0)


@pytest.mark.parametrize("width", [SMAL, BREED])
def test_first_stop_leads_past_the_frame(page: Page, served: str, width: int) -> None:
    """The first Tab shows a link to the content; after it the focus goes on in the content."""
    start(page, served, "publiek", "acties/a-0001", breed=width)
    tab_to(page, lambda _: True)
    first = page.evaluate(FOCUS)
    assert first["naam"] == "Naar de inhoud"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS)["inPagina"]


@pytest.mark.parametrize(
    ("editie", "pad", "hoofdstuk"),
    [
        ("publiek", "acties/a-0001", "Acties"),
        ("intern", "acties/a-0001", "Acties"),
        ("publiek", "indicatoren/restafval_inw", "Voortgang"),
        ("intern", "indicatoren/restafval_inw", "Voortgang"),
        ("intern", "keuzehulp/werkplek", "Aan de slag"),
        ("intern", "teams/inkoop", "Teams"),
        ("publiek", "teams/inkoop", "Over dit programma"),
        ("intern", "successen/index", "Aan de slag"),
    ],
)
def test_chapter_is_marked_on_every_page(
    page: Page, served: str, editie: str, pad: str, hoofdstuk: str
) -> None:
    """Also a page outside the menu shows the chapter that it belongs to, and the way up."""
    start(page, served, editie, pad, breed=BREED)
    expect(page.locator(".md-tabs__item--active")).to_have_text(hoofdstuk)
    expect(page.locator(".md-tabs [aria-current]")).to_have_count(1)
    path = page.locator(".kruimels li").all_text_contents()
    assert path[0] == "Home"
    assert hoofdstuk in path


@pytest.mark.parametrize("editie", EDITIES)
@pytest.mark.parametrize("width", [SMAL, BREED])
def test_parts_of_the_frame_have_names(page: Page, served: str, editie: str, width: int) -> None:
    """A screen reader finds one head, one content, one foot, the search, and menus by name."""
    for pad in ("index", "acties/a-0001", "nulmeting/inkoop", "indicatoren/restafval_inw"):
        start(page, served, editie, pad, breed=width)
        for role in ("banner", "main", "contentinfo", "search"):
            assert page.get_by_role(role).count() == 1, (pad, role)
        expect(page.locator("h1")).to_have_count(1)
        if width == SMAL:
            page.locator(".menu > summary").click()
        for fold in page.locator(".inhoudsopgave:visible > summary").all():
            fold.click()
        names = page.get_by_role("navigation").evaluate_all(
            "items => items.map((item) => item.ariaLabel ??"
            "  document.getElementById(item.getAttribute('aria-labelledby'))?.innerText)"
        )
        assert all(names), (pad, names)
        assert len(names) == len(set(names)), (pad, names)
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((item) => item.id)")
        assert len(ids) == len(set(ids)), pad


@pytest.mark.parametrize("editie", EDITIES)
def test_frame_has_no_english_word(page: Page, served: str, editie: str) -> None:
    """Around the pages all is Dutch, also what only a screen reader tells."""
    for pad in ("index", "acties/a-0001", "nulmeting/inkoop", "over/begrippen"):
        start(page, served, editie, pad)
        assert page.locator("html").get_attribute("lang") == "nl"
        said = [(text, word) for text in page.evaluate(KADER) for word in ENGELS.findall(text)]
        assert said == [], pad


def test_dark_display_is_chosen_by_keyboard_and_kept(page: Page, served: str) -> None:
    """The button says whether it is on; what was chosen holds on the next page."""
    start(page, served, "publiek")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    button = page.get_by_role("button", name="Donkere weergave", exact=True)
    expect(button).to_have_attribute("aria-pressed", "false")
    button.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    start(page, served, "publiek", "acties/a-0001")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(button).to_have_attribute("aria-pressed", "true")


def test_dark_display_follows_the_system_until_chosen(page: Page, served: str) -> None:
    """Who chose nothing sees what the computer is set to, also when that changes."""
    page.emulate_media(color_scheme="dark")
    start(page, served, "publiek")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_role("button", name="Donkere weergave").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
