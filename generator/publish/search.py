"""The search index: the text of each section, taken from pages whose form is known.

Material's own index runs a second HTML parser over every page; on a large programme that is a
fifth of the build. Our pages hold no scripts and no HTML of others, so a section is what stands
between two headings, without its tags.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.config.defaults import MkDocsConfig

_HEADING = re.compile(r'<h[1-6] id="([^"]*)">(.*?)</h[1-6]>', re.DOTALL)
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Words end at spaces and punctuation: "(MKI)" is found as "mki". The sign that the index has as
# "&lt;" ends them as a whole: a word that ended within it would be marked there in the results.
SCHEIDING = r"(?:&(?:lt|gt|amp);|[\s\-–/().,:;!?\"'“”‘’])+"
# Menus, filters and tables repeat what stands on other pages; templates mark them, never nested.
_EXCLUDED = re.compile(
    r"<(nav|form|details|table)\b[^>]*\sdata-search-exclude[^>]*>.*?</\1>", re.DOTALL
)


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
    """Material's search index with our own way to find the sections of a page."""

    def add_entry_from_context(self, page: Any) -> None:
        """Add every section of a page."""
        for anchor, title, text in iter_sections(page.content):
            location = f"{page.url}#{anchor}" if anchor else page.url
            words = title or _strip(str(page.title))
            entry = {"location": location, "title": words, "text": text}
            if not anchor and (extra := page.meta.get("trefwoorden")):
                entry["trefwoorden"] = _strip(str(extra))
            self.entries.append(entry)


def use_page_index(config: MkDocsConfig) -> None:
    """Let Material's search plugin, where it is present, fill our index instead of its own."""
    for plugin in config.plugins.values():
        if isinstance(getattr(plugin, "search_index", None), SearchIndex):
            plugin.config["fields"]["trefwoorden"] = {"boost": 1.0}
            plugin.config["separator"] = SCHEIDING
            plugin.search_index = PageIndex(**plugin.config)
