"""The search index: the text of each section, taken from pages whose form is known.

Material's own index runs a second HTML parser over every page; on a large programme that is a
fifth of the build. Our pages hold no scripts and no HTML of others, so a section is what stands
between two headings, without its tags. `assets/zoekmachine.js` reads it.
"""

from __future__ import annotations

import html
import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.present.page import Synoniem

_HEADING = re.compile(r'<h[1-6] id="([^"]*)">(.*?)</h[1-6]>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
# Signs beside words say the same as the words.
_TAG = re.compile(r'<span aria-hidden="true">[^<]*</span>|<[^>]*>')
# Menus, filters and tables repeat what stands on other pages; templates mark them, never nested.
_EXCLUDED = re.compile(
    r"<(nav|form|details|table)\b[^>]*\sdata-search-exclude[^>]*>.*?</\1>", re.DOTALL
)
_MARK = re.compile(r'\s?data-search-\w+="[^"]+"')
LENGTE = 150
"""Characters of a description, as many as a result has room for."""


def drop_marks(content: str) -> str:
    """A page without what it says to search alone, as Material's plugin leaves it out."""
    return _MARK.sub("", content)


def _strip(markup: str) -> str:
    """The words in a piece of HTML, escaped again only where a browser must not read them."""
    words = html.unescape(_TAG.sub(" ", markup)).split()
    return html.escape(" ".join(words), quote=False)


def iter_sections(content: str) -> Iterator[tuple[str, str, str]]:
    """The sections of a page as (anchor, title, text); what precedes the first heading joins it."""
    content = _EXCLUDED.sub(" ", content)
    found = list(_HEADING.finditer(content))
    if not found:
        yield "", "", _strip(content)
        return
    preface = content[: found[0].start()]
    ends = [heading.start() for heading in found[1:]] + [len(content)]
    for number, (heading, end) in enumerate(zip(found, ends, strict=True)):
        title = _strip(_PERMALINK.sub("", heading.group(2)))
        text = _strip(content[heading.end() : end])
        if number == 0:
            yield "", title, " ".join(part for part in (_strip(preface), text) if part)
        else:
            yield heading.group(1), title, text


class PageIndex(SearchIndex):  # type: ignore[misc]  # material has no types
    """Material's search index with our own way to find the sections of a page.

    `synoniemen` are other words for the words of the glossary, each with the word that pages use.
    """

    entries: list[dict[str, str]]
    synoniemen: Sequence[Synoniem] = ()

    def add_entry_from_context(self, page: Any) -> None:
        """Add every section of a page, unless it says that search is not to find them.

        Of a page that hides `zoeken` nothing is found, of one that hides `zoektekst` its title.
        """
        hidden = page.meta.get("hide") or ()
        if "zoeken" in hidden:
            return
        content = "" if "zoektekst" in hidden else page.content
        for anchor, title, text in iter_sections(content):
            location = f"{page.url}#{anchor}" if anchor else page.url
            words = title or _strip(str(page.title))
            entry = {"location": location, "title": words, "text": text}
            if not anchor:
                entry |= dict(_describe(page.meta))
            self.entries.append(entry)

    def generate_search_index(self, prev: Any) -> str:
        """The index as JSON; when one page was made anew, the rest is that of `prev`."""
        if prev:
            renewed = {_cut(entry) for entry in self.entries}
            self.entries[:0] = [entry for entry in prev.entries if _cut(entry) not in renewed]
        index = {"docs": self.entries, "synoniemen": self.synoniemen}
        return json.dumps(index, ensure_ascii=False, separators=(",", ":"))


def _cut(entry: dict[str, str]) -> str:
    """The page of a section."""
    return entry["location"].partition("#")[0]


def _describe(meta: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a page says about itself: words that find it, and the sentence below its title."""
    if words := meta.get("trefwoorden"):
        yield "trefwoorden", _strip(str(words))
    if about := meta.get("description"):
        short = textwrap.shorten(html.unescape(str(about)), LENGTE, placeholder=" …")
        yield "omschrijving", html.escape(short, quote=False)


def use_page_index(config: MkDocsConfig, synoniemen: Sequence[Synoniem]) -> None:
    """Let Material's search plugin, where it is present, fill our index instead of its own."""
    for plugin in config.plugins.values():
        if isinstance(getattr(plugin, "search_index", None), SearchIndex):
            plugin.search_index = PageIndex(**plugin.config)
            plugin.search_index.synoniemen = synoniemen


def drop_engine(files: Files) -> None:
    """Leave out the search engine of Material: ours is `assets/zoekmachine.js`."""
    for file in list(files):
        if file.src_uri.startswith(("assets/javascripts/lunr/", "assets/javascripts/workers/")):
            files.remove(file)
