"""Names of files: those that are left alone, and those that other systems refuse or confuse."""

from __future__ import annotations

import unicodedata
from typing import Final

from generator.model.bestandsnamen import judge_for_windows

ACHTERGEBLEVEN: Final = frozenset(
    {".ds_store", "thumbs.db", "desktop.ini", ".gitkeep", ".gitignore", ".gitattributes", ".git"}
)
"""What systems and git leave in a folder: not the advisor's, and never read."""
_VERGRENDELING = ("~$", "._", ".~lock.")
"""How names begin that Office, macOS and LibreOffice put beside an open file."""
_ONZICHTBAAR: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
LANGSTE_NAAM = 120


def is_left_behind(name: str) -> bool:
    """Whether a name in a folder is a known dropping of a system or an editor."""
    return name.lower() in ACHTERGEBLEVEN or name.startswith(_VERGRENDELING)


def fold_name(name: str) -> str:
    """What names have in common that Windows or macOS cannot hold beside each other."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def show_name(name: str) -> str:
    """The name as it can be printed anywhere: what cannot be seen is written as a code."""
    return "".join(_show_letter(letter) for letter in name)


def _show_letter(letter: str) -> str:
    if unicodedata.category(letter) not in _ONZICHTBAAR:
        return letter
    # Python holds a byte that is no UTF-8 as a surrogate; the byte is what stands on the disk.
    code = ord(letter) - 0xDC00 if "\udc80" <= letter <= "\udcff" else ord(letter)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - one byte


def judge_name(name: str) -> tuple[str, str] | None:
    """What is wrong with one name of a file or folder, and what to do; None when it is good."""
    if any(unicodedata.category(letter) in _ONZICHTBAAR for letter in name):
        melding = "in deze naam staat een teken dat niet te zien of niet te lezen is"
        return melding, "typ de naam opnieuw, met gewone letters en cijfers"
    if len(name) > LANGSTE_NAAM:
        return f"deze naam heeft meer dan {LANGSTE_NAAM} tekens", "kies een kortere naam"
    if not unicodedata.is_normalized("NFC", name):
        melding = "in deze naam staat een accent los van zijn letter, zoals macOS het schrijft"
        return melding, "gebruik in de naam alleen letters zonder accent"
    return judge_for_windows(name)
