"""A Markdown extension that takes the templates' HTML as it is, without parsing it.

Python-Markdown runs an HTML parser over every block to find where it ends. The templates need
none: a block is a run of lines that begin with a tag. No line of prose begins so: present puts
a space before it. This saves a quarter of the time of a build.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.toc import slugify
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_TAG = re.compile(r"</?[a-z]")
_END = "(end)"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):|//")
# A browser leaves these out of an address, and control characters at its start.
_SKIPPED = re.compile(r"[\t\n\r]|^[\x00-\x20]+")
_FENCES = "fenced_code_block"
"""What Python-Markdown calls its reader of fenced code."""


class RawLines(Preprocessor):
    """Stores each run of lines that begin with a tag, and leaves a placeholder in its place."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with every run replaced; empty lines within a run belong to it."""
        return list(self._replace(lines))

    def _replace(self, lines: list[str]) -> Iterator[str]:
        block: list[str] = []
        for line in (*lines, _END):
            if _TAG.match(line) or (block and not line.strip()):
                block.append(line)
                continue
            if block:
                # Two empty lines: a document may end here, and its last block must end too.
                yield from ("", self.md.htmlStash.store("\n".join(block).rstrip()), "", "")
                block = []
            if line is not _END:
                yield line


class SafeLinks(Treeprocessor):
    """Takes the address from a link or picture that could run something or load from elsewhere.

    Check has refused such links in prose; this is the lock behind the door.
    """

    def run(self, root: Element) -> None:
        """Look at every link and picture of the page."""
        for element in root.iter():
            if not _is_safe(element.get("href", "")):
                del element.attrib["href"]
            if element.tag == "img" and _SCHEME.match(_read_address(element.get("src", ""))):
                del element.attrib["src"]


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(_read_address(address))
    return scheme is None or (scheme.group(1) or "").lower() in {"https", "http", "mailto"}


def _read_address(address: str) -> str:
    """An address as a browser reads it, in which `java&Tab;script:` is a script."""
    return _SKIPPED.sub("", html.unescape(address)).replace("\\", "/")


class PlainFences(FencedBlockPreprocessor):
    """Fenced code with a language, and no id or class: those are what scripts look for."""

    def handle_attrs(
        self, attrs: Iterable[tuple[str, Any]]
    ) -> tuple[str, list[str], dict[str, Any]]:
        """Of what stands between braces, only the first class: the language."""
        _, classes, _ = super().handle_attrs(attrs)
        return "", classes[:1], {}


def make_anchor(text: str, separator: str) -> str:
    """The id of a heading; never one that begins as those of the theme do."""
    return slugify(text, separator).lstrip(f"_{separator}")


class RawHtml(Extension):
    """HTML only from templates, taken as it is; prose is text, whatever it looks like."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Register before MkDocs's own search for anchors in HTML (21)."""
        self.markdown = md
        md.registerExtension(self)
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(RawLines(md), "circulair_html", 22)
        md.inlinePatterns.deregister("html")
        # Pictures come from a template, which knows their text, rights and size.
        for pattern in ("image_link", "image_reference", "short_image_ref"):
            md.inlinePatterns.deregister(pattern)
        md.treeprocessors.register(SafeLinks(md), "circulair_links", -10)

    def reset(self) -> None:
        """Before each page, when all extensions are there: take over the reader of fenced code."""
        readers = self.markdown.preprocessors
        if _FENCES in readers and not isinstance(readers[_FENCES], PlainFences):
            readers.register(PlainFences(self.markdown, {}), _FENCES, 25)
