"""Decoding: the words that a reader or a program finds in a text, however they were encoded.

Secrets and output go through the same functions, so that they meet in one form whatever stood
between them: entities, JSON, percent signs, tags, soft hyphens, capitals, accents, twice over.
"""

from __future__ import annotations

import codecs
import html
import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final
from urllib.parse import unquote

DIEPSTE: Final = 8
"""How many layers of encoding are taken off."""
VOUWEN: Final = "circulair.vouwen"
"""The name under which Python knows how we write other letters in ASCII."""

# Atomic, and no attribute runs past the next tag: a file full of quotes costs no more than others.
_TAG = re.compile(r"""(<[a-zA-Z/!?](?>[^<>"']+|"[^"<]*"|'[^'<]*'|["'])*+>)""")
_AFBREEKPUNT = re.compile(r"<[wW][bB][rR]\s*/?>")
_BINNEN_EEN_REGEL = (
    r"/?(?:a|abbr|b|bdi|bdo|cite|code|dfn|em|font|i|kbd|mark|q|s|samp|small|span|strong|sub|sup"
    r"|tspan|u|var)\b[^<>]*>"
)
_IN_WOORD = re.compile(
    rf"<(?<=[^\W_]<)(?i:{_BINNEN_EEN_REGEL})(?:<(?i:{_BINNEN_EEN_REGEL}))*(?=[^\W_])"
)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}"
    r"|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[\\\"'/,;`bfnrtN])"
)
_PERCENT = re.compile(r"%[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*")
_ONZICHTBAAR = re.compile("[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff]")
_REGELEINDEN = {"n": "\n", "N": "\n", "r": "\n", "t": "\t", "b": " ", "f": " "}
_KLEIN = b"".join(
    byte.lower() if byte.isalnum() else b" " for byte in map(bytes, zip(range(256), strict=True))
)
"""Small letters and digits; everything else separates words."""


def split_tags(markup: str) -> tuple[str, list[str]]:
    """The text of a piece of markup, and its tags."""
    parts = _TAG.split(_AFBREEKPUNT.sub("", markup))
    return " ".join(parts[::2]), parts[1::2]


def join_split_words(markup: str) -> str:
    """The lines in which a tag stands inside a word, without such tags; empty when there is none.

    Nobody sees whether `<b>ge</b>heim` is one word or `<td>a</td><td>b</td>` are two: both are
    looked at.
    """
    if not _IN_WOORD.search(markup):
        return ""
    lines = (line for line in markup.split("\n") if _IN_WOORD.search(line))
    return "\n".join(_IN_WOORD.sub("", line) for line in lines)


def iter_readings(text: str) -> Iterator[tuple[str, bool]]:
    """What a text without markup of its own can mean: as it is, and with tags in it as tags.

    Each with whether words were put together that may be two.
    """
    plain = decode(text)
    yield plain, False
    if _TAG.search(plain):
        yield split_tags(plain)[0], False
        if joined := join_split_words(plain):
            yield split_tags(joined)[0], True


def decode(text: str) -> str:
    """The text without entities, escapes, percent signs and invisible characters, to the bottom."""
    for _ in range(DIEPSTE):
        before = text
        if "&" in text:
            text = html.unescape(text)
        if "\\" in text:
            text = _ESCAPE.sub(_read_escape, text)
        if "%" in text:
            text = _PERCENT.sub(_read_percent, text)
        if text == before:
            break
    return text if text.isascii() else _ONZICHTBAAR.sub("", text)


def _read_escape(found: re.Match[str]) -> str:
    """What one escape of JSON, JavaScript or a calendar stands for."""
    rest = found[0][1:]
    if rest in _REGELEINDEN:
        return _REGELEINDEN[rest]
    if rest[0] not in "ux" or len(rest) == 1:
        return rest
    codes = [int(part.strip("{}"), 16) for part in re.split(r"\\?[ux]", rest) if part]
    if max(codes) > sys.maxunicode:
        return " "
    # Two halves of one character come together.
    text = "".join(map(chr, codes))
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _read_percent(found: re.Match[str]) -> str:
    return unquote(found[0], errors="replace")


def list_words(text: str) -> list[bytes]:
    """The words of a decoded text in small letters without accents; signs only separate them."""
    return text.encode("ascii", VOUWEN).translate(_KLEIN).split()


def _fold_next(error: UnicodeError) -> tuple[str, int]:
    """Write in ASCII what the encoder cannot: called once for each row of such characters."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _fold(error.object[error.start : error.end]), error.end


@cache
def _fold(run: str) -> str:
    # Capitals first: some letters only meet there, such as the i without a dot.
    capitals = unicodedata.normalize("NFKD", run).upper()
    small = unicodedata.normalize("NFKD", capitals.casefold())
    return "".join(map(_fold_character, small))


def _fold_character(char: str) -> str:
    """Nothing for an accent, a name for a letter of another script, else a space."""
    if char.isascii():
        return char
    if unicodedata.category(char) in {"Mn", "Cf"}:
        return ""
    return f"u{ord(char):x}" if char.isalnum() else " "


codecs.register_error(VOUWEN, _fold_next)
