"""The one escaper: whatever data hold, a page shows it as it was typed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markupsafe import Markup

# All ASCII punctuation that can mean something. A comma never does; a full stop or a hyphen does
# only at the start of a text or behind a digit (a list, a rule), so behind a letter it stays.
_PUNCTUATION = re.compile(r"[!-+/:-@\[-`{-~]|(?<![A-Za-z])[-.]")
_LABEL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "{": "&#123;"})
_SPACE = re.compile(r"[^\S\N{NO-BREAK SPACE}]+")


@cache
def encode(text: str) -> str:
    """The text with ASCII punctuation as numeric character references.

    Markdown, HTML and MkDocs's own templates then all see text and nothing else; html.escape lets
    57 of 91 hostile strings through Markdown, this one lets none that check admits. A no-break
    space stays: it keeps a number with its unit.
    """
    collapsed = _SPACE.sub(" ", text).strip()
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found.group())};", collapsed)


def finalize(value: Any) -> Markup:
    """Jinja's hook for every `{{ }}`: what is already markup passes, all else is encoded.

    Raises:
        TypeError: the value is None; a template asks `is none` first.
    """
    if isinstance(value, Markup):
        return value
    if hasattr(value, "__html__"):
        return Markup(value)  # noqa: S704 - it says itself that it is markup
    if value is None:
        message = "a template shows a value that is absent"
        raise TypeError(message)
    return Markup(encode(str(value)))  # noqa: S704 - encoded on this line


def escape_label(text: str) -> str:
    """A text for a Plotly label, which reads a little HTML of its own, and fills in `%{...}`."""
    return text.translate(_LABEL)
