"""A Markdown extension that takes the templates' HTML as it is, without parsing it.

Python-Markdown runs an HTML parser over every block to find where it ends. The templates need
none: a block is a run of lines that begin with a tag, and prose holds no HTML. This saves a
quarter of the time of a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

_TAG = re.compile(r"</?[a-z]")
_END = "(end)"


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


class RawHtml(Extension):
    """Puts `RawLines` in the place of Python-Markdown's own search for HTML blocks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name that Markdown calls
        """Register the preprocessor before MkDocs's own search for anchors in HTML (21)."""
        md.preprocessors.deregister("html_block")
        md.preprocessors.register(RawLines(md), "circulair_html", 22)
