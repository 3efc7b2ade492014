"""mkdocs.yml, read through the guard before MkDocs, which runs and follows what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.guard import RefusedError, read_guarded
from generator.load.yaml_document import parse_yaml

NAAM: Final = "mkdocs.yml"
GROOTSTE: Final = 100_000
_GEVAARLIJK: Final = {
    "hooks": "hiermee voert MkDocs een programma uit dat niemand heeft nagekeken",
    "INHERIT": "hiermee leest MkDocs nog een bestand, ook van buiten deze map",
}


def check_settings(root: Path) -> tuple[Finding, ...]:
    """What in mkdocs.yml MkDocs may not even read; nothing when there is no such file.

    Tags such as `!!python/name` and `!ENV`, anchors and depth are refused as in every source.
    """
    if not (root / NAAM).exists():
        return ()
    try:
        text = read_guarded(root, NAAM, GROOTSTE).decode("utf-8-sig")
    except RefusedError as error:
        return (fout(error.code, Plek(NAAM), error.melding, error.oplossing),)
    except UnicodeDecodeError:
        melding = "dit bestand is niet opgeslagen als UTF-8"
        return (fout(Code.BESTAND_CODERING, Plek(NAAM), melding, "sla het bestand op als UTF-8"),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(_find_wrong(text))


def _find_wrong(text: str) -> Iterator[Finding]:
    document, found = parse_yaml(text, NAAM, begin="site_name: ...")
    yield from found
    for name, reason in _GEVAARLIJK.items() if document else ():
        if document and name in document.inhoud:
            plek = document.posities.of_key((name,))
            yield fout(Code.VELD_ONBEKEND, plek, reason, f"haal {name} weg")
