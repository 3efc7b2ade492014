"""The letters of a file that was not saved as UTF-8, where they are beyond doubt."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from generator.edit.bestand import BOM

_UTF8_REEKS: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
"""Two or three bytes that are one letter in UTF-8: then part of the file was saved so."""
_IN_EEN_WOORD: Final = frozenset("’·\u00b4\u00ad")
_TEKENS: Final = _IN_EEN_WOORD | frozenset("€‘“”–—…•°²³½¼¾\u00d7±«»§©®™\u00a0")
_LETTER_TEKEN_LETTER: Final = re.compile(r"(?<=[^\W\d_])[^\x00-\x7f\w](?=[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file.

    Attributes:
        text: without a byte order mark, with its own line ends.
        bom: whether it began with one.
        codering: what it was saved as, in words; "" for UTF-8.
    """

    text: str
    bom: bool
    codering: str = ""


def decode_source(content: bytes) -> Decoded | None:
    """The text in the bytes of a file; None when more than one reading is likely."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return Decoded(content.decode("utf-16"), bom=False, codering="UTF-16")
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_windows(content)
    return Decoded(text.removeprefix(BOM), text.startswith(BOM))


def _decode_windows(content: bytes) -> Decoded | None:
    """The text as Windows saved it before UTF-8; None when any letter looks odd in it."""
    if _UTF8_REEKS.search(content):
        return None
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if not all(letter in _TEKENS or _is_western(letter) for letter in text if not letter.isascii()):
        return None
    # A sign inside a word was a letter in the encoding of another system.
    if any(found.group() not in _IN_EEN_WOORD for found in _LETTER_TEKEN_LETTER.finditer(text)):
        return None
    if "\0" in text:
        return None
    return Decoded(text, bom=False, codering="Windows-1252")


def _is_western(letter: str) -> bool:
    return "\u00c0" <= letter <= "\u00ff" or letter in "œŒ"
