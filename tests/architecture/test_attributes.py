"""What may stand between the braces of an attribute: no text of an advisor becomes a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import pytest

THEME = Path(str(files("site_theme")))
TEMPLATES = sorted((THEME / "templates").rglob("*.jinja"))
FRAMES = sorted((THEME / "overrides").rglob("*.html"))

_ATTRIBUTE = re.compile(
    r"""\s(class|id|href|src|for|name|style|on\w+)=("[^"]*\{\{.*?\}\}.*?"(?=[\s>/{]))"""
)
_VALUE = re.compile(r"\{\{-?\s*(.*?)\s*-?\}\}")
_UNQUOTED = re.compile(r"\s[\w-]+='?\{\{")

# Ids, and values of closed lists: lower case letters, digits, hyphens and underscores.
CLOSED = (
    r'[\w.]+\.value( if [\w.]+ else "\w+")?',
    r"[\w.]+\.(id|anker|praktijk|initiatief)( \| lower)?",
    r"loop\.index",
    r'trap|id|naam|"[\w -]+" if [\w.]+',
)
# Relative addresses, checked ones (Adres), and mails that encode what they hold.
ADDRESS = (
    r"href\(.*\)",
    r"mail_\w+\(\w+\)",
    r"\w+\.(mail|url)|gegevens\.toegankelijkheidsverklaring",
)
MAILBOX = (r"(\w+\.|programma\.gegevens\.)?(contact|perscontact|postbus)",)

# MkDocs does not encode what a theme shows. Addresses, words of the interface, and texts that
# present has encoded (`instellingen`, the name of the site, titles in the menu, page.meta).
FRAME = (
    r"'[\w./-]+' \| url|(nav\.homepage|item|eerste)\.url \| url|page\.canonical_url|kop\.url",
    r'lang\.t\(["\'][\w.]+["\']\)',
    r"(config\.extra\.circulair|huis)\.(plotly|contact|overheid|concept|melding|editienaam)",
    r"(config\.extra\.circulair|huis)\.(besluit|stand)",
    r"(config\.extra\.circulair|huis)\.(icoon|logo|logo_donker) \| url",
    r"config\.extra\.circulair\.icoonsoort",
    r"huis\.logo(_donker)?_(alt|breedte|hoogte)|' logo--licht' if huis\.logo_donker",
    r"config\.site_name|(item|kop)\.title|hoofdstuk|page\.meta\.description",
    r"item\.ancestors\[-1\]\.title if item\.ancestors else item\.title",
    r"\(page\.meta\.title or page\.title\) \| striptags \| e",
    r"super\(\)|plekken\(\)|onthoud\(.*\)|lijst\([\w.]+\)|delen\[\d\]",  # pieces of what is encoded
    r"'[\w -]+' if is_open else '[\w-]+'",
)


def find_open(text: str) -> list[str]:
    """The attributes that name or lead somewhere, and hold a value that may be anything."""
    return [
        f"{name}={whole}"
        for name, whole in _ATTRIBUTE.findall(text)
        for value in _VALUE.findall(whole)
        if not any(re.fullmatch(known, value) for known in list_allowed(name, whole))
    ]


def list_allowed(name: str, whole: str) -> Sequence[str]:
    """The values that may stand in an attribute with this name and these words around them."""
    if name in {"href", "src"}:
        if whole.startswith('"mailto:'):
            return MAILBOX
        return CLOSED if whole.startswith('"#') else ADDRESS if whole.startswith('"{') else ()
    return CLOSED if name in {"class", "id", "for", "name"} else ()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_names_and_addresses_in_templates_are_closed(path: Path) -> None:
    """A class, an id or an address never holds a text; and every attribute has its quotes."""
    text = path.read_text("utf-8")
    assert _UNQUOTED.findall(text) == []
    assert find_open(text) == []


@pytest.mark.parametrize("path", FRAMES, ids=lambda path: path.name)
def test_frame_shows_only_what_is_encoded(path: Path) -> None:
    """Around the pages nothing is shown that was not encoded before."""
    text = path.read_text("utf-8")
    values = [value for value in _VALUE.findall(text) if not value.startswith("{")]
    if path.parent.name == "languages":  # words of the interface
        values = []
    assert [v for v in values if not any(re.fullmatch(known, v) for known in FRAME)] == []
    assert "safe" not in re.findall(r"\|\s*(\w+)", text)


@pytest.mark.parametrize(
    "wrong",
    [
        '<p class="{{ item.naam }}">',
        '<p id="{{ item.titel }}">',
        '<a href="{{ item.titel }}">',
        '<a href="mailto:{{ item.naam }}">',
        '<a href="https://x.nl/{{ item.naam }}">',
        '<p style="width: {{ item.id }}px">',
        '<p onclick="{{ item.id }}">',
    ],
)
def test_text_in_a_name_is_noticed(wrong: str) -> None:
    """The rule itself works."""
    assert find_open(wrong)
