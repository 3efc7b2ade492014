"""Names of files: what Windows refuses, in the sources as well as in what is built from them."""

from __future__ import annotations

import re

_GEWEIGERD = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_GERESERVEERD = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)


def judge_for_windows(name: str) -> tuple[str, str] | None:
    """Why Windows refuses one name of a file or folder, and what to do; None when it takes it.

    Source:
        Microsoft, "Naming Files, Paths, and Namespaces"; COM0 and LPT0 too, as older versions do.
    """
    if found := _GEWEIGERD.search(name):
        return f"een naam met {found.group()} kan niet op Windows", "haal dat teken weg"
    if name.endswith((".", " ")):
        melding = "een naam die op een punt of spatie eindigt, kan niet op Windows"
        return melding, "haal wat achter het laatste woord staat weg"
    if _GERESERVEERD.fullmatch(name):
        return "deze naam houdt Windows voor zichzelf", "geef het een andere naam"
    return None
