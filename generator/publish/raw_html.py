"""A Markdown extension that takes the templates' HTML as it is, without parsing it.

Python-Markdown runs an HTML parser over every block to find where it ends. The templates need
none: a block is a run of lines that begin with a tag. No line of prose begins so: present puts
a space before it. This saves a quarter of the time of a build.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

_TAG = re.compile(r"</?[a-z]")
_END = "(end)"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):|//")


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
            if element.tag == "img" and _SCHEME.match(element.get("src", "")):
                del element.attrib["src"]


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(html.unescape(address).strip())
    return scheme is None or (scheme.group(1) or "").lower() in {"https", "http", "mailto"}


class RawHtml(Extension):
    """HTML only from templates, taken as it is; prose is text, whatever it looks like."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Register before MkDocs's own search for anchors in HTML (21)."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(RawLines(md), "circulair_html", 22)
        md.inlinePatterns.deregister("html")
        md.treeprocessors.register(SafeLinks(md), "circulair_links", -10)
