"""Judges markup: what in a page a browser would run, or load from elsewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

ADRESSEN: Final = frozenset(
    {"background", "cite", "classid", "codebase", "data", "dynsrc", "href", "longdesc", "lowsrc"}
    | {"manifest", "poster", "profile", "src", "srcset", "usemap", "xlink:href"}
)
"""Attributes that hold an address."""
NOOIT: Final = frozenset({"style", "srcdoc", "http-equiv", "action", "formaction", "ping"})
"""Attributes that no page has; besides these, those that begin with `on`."""
VERBODEN: Final = frozenset(
    {"applet", "audio", "base", "embed", "frame", "frameset", "iframe", "object", "plaintext"}
    | {"portal", "track", "video", "animate", "foreignobject", "set"}
)
"""Elements that no page has: they load, change what others refer to, or hide what follows."""
_SCRIPTSOORTEN: Final = frozenset({"", "module", "importmap", "speculationrules"})
"""Types of a script that a browser acts on, besides those with `script` in their names."""
_LINKS_NAAR_BUITEN: Final = frozenset({"canonical", "alternate"})
"""What a link element may name elsewhere: nothing is loaded from it."""
_SCHEMAS: Final = frozenset({"https", "http", "mailto", "webcal"})
_SCHEMA = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_VREEMD = re.compile(r"<!(?!doctype html>)|<\?|</(?![a-z])", re.IGNORECASE)
_WEG = re.compile(r"[\t\n\r]")
_STUUR = "".join(map(chr, range(33)))
_CSS_COMMENTAAR = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_PLAATJE = re.compile(r"""url\(\s*("data:image/[^"]*"|'data:image/[^']*'|data:image/[^"')]*)""")
_CSS_BUITEN = re.compile(
    r"@import|https?:|//|expression\(|javascript:|@[^;{]*\\|url\([^)]*\\", re.IGNORECASE
)
LANGSTE: Final = 80


@dataclass(frozen=True, slots=True)
class Breuk:
    """One break of the policy: the line and column in the file, the snippet, and why it is one."""

    regel: int
    kolom: int
    fragment: str
    reden: str


@dataclass(frozen=True, slots=True)
class Beleid:
    """The hashes that the emitted policy allows."""

    scripts: frozenset[str] = field(default_factory=frozenset)
    styles: frozenset[str] = field(default_factory=frozenset)


def hash_inline(text: str) -> str:
    """How the policy names an inline script or style sheet; computed without code of publish."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def judge_page(text: str, beleid: Beleid) -> Iterator[Breuk]:
    """The breaks in an HTML page.

    Comments and the like end in more ways than one, and a parser may see another end than a
    browser. No page of ours has any, so each is a break.
    """
    for found in _VREEMD.finditer(text):
        yield _make_breuk(text, found.start(), "commentaar kan iets verbergen")
    parser = _Judge(beleid)
    parser.feed(text)
    parser.close()
    yield from parser.breuken


def judge_svg(text: str) -> Iterator[Breuk]:
    """The breaks in a picture; its own `style` only counts where somebody opens it as a page."""
    parser = _Judge(Beleid(), is_svg=True)
    parser.feed(text)
    parser.close()
    yield from parser.breuken


def judge_css(text: str) -> Iterator[Breuk]:
    """The first break in a style sheet; pictures inside it are fine."""
    bare = _CSS_PLAATJE.sub(_blank, _CSS_COMMENTAAR.sub(_blank, text))
    if found := _CSS_BUITEN.search(bare):
        yield _make_breuk(text, found.start(), "een stijl kan iets van buiten laden")


def _make_breuk(text: str, start: int, reden: str) -> Breuk:
    line, column = text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start)
    return Breuk(line, column, _cut(text[start : start + LANGSTE + 1]), reden)


def _cut(fragment: str) -> str:
    """The fragment on one line, of a readable length."""
    short = " ".join(fragment.split())
    return short if len(short) <= LANGSTE else f"{short[: LANGSTE - 3]}..."


def _blank(found: re.Match[str]) -> str:
    """As many lines and columns of nothing."""
    return re.sub(r"[^\n]", " ", found.group())


class _Judge(HTMLParser):
    """Reads a page as a browser does, and gathers the breaks."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")  # type: ignore[misc]
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # a newer Python would skip what stands in a title

    def __init__(self, beleid: Beleid, *, is_svg: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.breuken: list[Breuk] = []
        self._beleid = beleid
        self._is_svg = is_svg
        self._inline: tuple[str, str, tuple[int, int]] | None = None
        self._inhoud: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element, and remember whether its content must be judged."""
        own = [(name, value or "") for name, value in attrs]
        for reden in self._judge(tag, own):
            self._report(self.get_starttag_text() or tag, reden, self.getpos())
        values = dict(reversed(own))  # of two attributes with one name a browser takes the first
        soort = values.get("type", "").partition(";")[0].strip().lower()
        is_run = tag == "script" and "src" not in values and _is_run(soort)
        if is_run or (tag == "style" and not self._is_svg):
            self._inline = (tag, self.get_starttag_text() or tag, self.getpos())
            self._inhoud = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge an element that closes itself; in HTML that means nothing."""
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        """Keep what a script or a style sheet holds."""
        if self._inline:
            self._inhoud.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Judge a script or a style sheet as a whole."""
        if self._inline and tag == self._inline[0]:
            self._judge_inline()

    def close(self) -> None:
        """Judge what was never closed too."""
        super().close()
        if self._inline:
            self._judge_inline()

    def _judge_inline(self) -> None:
        if self._inline is None:
            return
        tag, opening, plek = self._inline
        self._inline = None
        text = "".join(self._inhoud)
        allowed = self._beleid.scripts if tag == "script" else self._beleid.styles
        if hash_inline(text) not in allowed:
            reden = "een script" if tag == "script" else "een stijl"
            self._report(f"{opening}{text}", f"{reden} in de pagina die het beleid niet kent", plek)

    def _report(self, fragment: str, reden: str, plek: tuple[int, int]) -> None:
        self.breuken.append(Breuk(plek[0], plek[1] + 1, _cut(fragment), reden))

    def _judge(self, tag: str, attrs: list[tuple[str, str]]) -> Iterator[str]:
        if tag in VERBODEN or (tag == "script" and self._is_svg):
            yield f"het element {tag} mag niet"
        for name, value in attrs:
            if name.startswith("on"):
                yield f"{name} kan een script starten"
            elif name in NOOIT and not (name == "style" and self._is_svg):
                yield f"{name} mag niet"
            elif name in ADRESSEN:
                yield from _judge_address(tag, name, value, dict(reversed(attrs)).get("rel", ""))


def _is_run(soort: str) -> bool:
    return soort in _SCRIPTSOORTEN or "script" in soort


def _judge_address(tag: str, name: str, value: str, rel: str) -> Iterator[str]:
    """Why an address may not stand here; nothing when it may."""
    for address in value.split(",") if name == "srcset" else [value]:
        bare = _WEG.sub("", address).strip(_STUUR)
        found = _SCHEMA.match(bare)
        schema = found.group(1).lower() if found else None
        is_outside = schema is not None or bare.replace("\\", "/").startswith("//")
        if not is_outside:
            continue
        is_link = name == "href" and tag in {"a", "area"}
        is_named = tag == "link" and set(rel.lower().split()) <= _LINKS_NAAR_BUITEN and rel.strip()
        if schema is None or schema in _SCHEMAS:
            if not (is_link or is_named):
                yield f"{tag} laadt iets van buiten"
        elif not (tag == "img" and bare.lower().startswith("data:image/")):
            yield f"een adres met {schema}: mag niet"
