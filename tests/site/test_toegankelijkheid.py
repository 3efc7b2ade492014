"""The page about accessibility, counted a second time from the built site, by another formula."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.programmes import Built

ROLLEN_OP_PAGINA = ("tekst", "zacht", "link", "hoofd", "accent")
_BLOK = r'\[data-md-color-scheme="{}"\] {{(.*?)}}'


def _light(hexed: str) -> float:
    """Relative luminance by the piecewise curve of sRGB itself (IEC 61966-2-1)."""
    total = 0.0
    for weight, part in zip((2126, 7152, 722), bytes.fromhex(hexed.lstrip("#")), strict=True):
        share = part / 255
        line, curve = share / 12.92, ((share + 0.055) / 1.055) ** 2.4
        total += weight * (line if share <= 0.0031308 * 12.92 else curve)
    return total / 10000


def _ratio(one: str, other: str) -> float:
    a, b = _light(one) + 0.05, _light(other) + 0.05
    return max(a / b, b / a)


def _blend(one: str, share: float, other: str) -> str:
    """What a browser makes of `color-mix(in srgb, ...)`."""
    pairs = zip(bytes.fromhex(one[1:]), bytes.fromhex(other[1:]), strict=True)
    return "#" + bytes(round(share * a + (1 - share) * b) for a, b in pairs).hex()


def _palet(site: Path, scheme: str) -> dict[str, str]:
    css = (site / "assets" / "circulair.css").read_text("utf-8")
    block = re.search(_BLOK.format(scheme), css, re.DOTALL)
    assert block is not None
    return dict(re.findall(r"--kleur-([\w-]+): (#\w{6});", block[1]))


def _read(site: Path) -> str:
    return (site / "over" / "toegankelijkheid.html").read_text("utf-8")


@pytest.mark.parametrize(("scheme", "naam"), [("default", "lichte"), ("slate", "donkere")])
def test_lowest_contrast_is_that_of_the_style_sheet(built: Built, scheme: str, naam: str) -> None:
    """The lowest contrast on the page is found again in the colours that the browser gets."""
    publiek = built.edities["publiek"]
    palet = _palet(publiek, scheme)
    surfaces = ("grond", "vlak", "vlak-2", "let-op")
    ratios = [_ratio(palet[a], palet[b]) for a in ROLLEN_OP_PAGINA for b in surfaces]
    ratios += [_ratio(palet[str(n)], palet["grond"]) for n in range(1, 7)]
    ratios += [
        _ratio(palet[a], palet[b])
        for a in ("op-huis", "op-huis-zacht", "op-huis-accent")
        for b in ("huis", "huis-diep")
    ]
    # The darkest step of a matrix: 44% of the house colour on the page, with words on it.
    ratios.append(_ratio(palet["tekst"], _blend(palet["hoofd"], 0.44, palet["grond"])))
    row = re.search(rf"De {naam} weergave</th>(.*?)</tr>", _read(publiek))
    assert row is not None
    shown = [float(x.replace(",", ".")) for x in re.findall(r">([\d,]+)(?:&#58;|:)1<", row[1])]
    assert shown[0] == pytest.approx(min(ratios), abs=0.01)
    assert min(ratios) >= 4.5
    assert shown[1] >= 3


def test_page_leads_to_the_statement_and_judges_nothing(built: Built) -> None:
    """Both editions link to the official statement, and neither gives itself a verdict."""
    for site in built.edities.values():
        content = BeautifulSoup(_read(site), "html.parser").select_one(".md-content")
        assert content is not None
        links = [link["href"] for link in content.select("a")]
        assert "https://register.voorbeeldstad.example/verklaring" in links
        main = content.get_text(" ")
        for word in ("voldoet", "volledig toegankelijk", "status A", "conform"):
            assert word not in main


def test_number_of_pages_is_that_of_the_edition(built: Built) -> None:
    """The page counts as many pages as there are, without the one for a wrong address."""
    publiek = built.edities["publiek"]
    found = len([path for path in publiek.rglob("*.html") if path.name != "404.html"])
    assert re.search(
        rf"<dt>Pagina(?:'|&#39;)s in deze versie</dt>\s*<dd>{found}</dd>", _read(publiek)
    )


def test_every_page_has_the_icon_of_the_house(built: Built) -> None:
    """The icon in the tab is a file of the site."""
    publiek = built.edities["publiek"]
    text = _read(publiek)
    icon = re.search(r'rel="icon" href="([^"]+)"', text)
    assert icon is not None
    assert (publiek / "over" / icon[1]).is_file()
