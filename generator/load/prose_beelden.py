"""Pictures in prose: one form only, on a line of its own, of a file in content/media."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator

from generator.findings import Code, Finding, Plek, fout
from generator.model.beelden import BEELDMAP, suggest_beeldnaam
from generator.model.proza import Beeldplaats

_BEELD = re.compile(r"!\[")
_REGEL = re.compile(r"!\[([^\]\n]*)\]\(([^()\s]*)\)[ \t]*$", re.MULTILINE)
_VORM = re.compile(r"""!\[([^\]]{0,500})\]\(\s*<?([^)>"'\n]{0,200}[^)>"'\s])?""")
_ELDERS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_INSPRINGEN = 3
"""More spaces in front make it code, or a part of a list."""


def find_beelden(
    visible: str, bestand: str, locate: Callable[[int], Plek]
) -> Iterator[tuple[int, int, Beeldplaats] | Finding]:
    """Each picture in a body with its begin and end, or what is wrong with it.

    Args:
        visible: the body, with spaces for whatever is code.
        bestand: the Markdown file; a picture is named as seen from it.
        locate: gives the place of an offset.
    """
    weg = _find_weg(bestand)
    for found in _BEELD.finditer(visible):
        at = found.start()
        before = visible[visible.rfind("\n", 0, at) + 1 : at]
        is_alone = len(before) <= _INSPRINGEN and not before.strip(" ")
        line = _REGEL.match(visible, at) if is_alone else None
        folder, _, naam = line.group(2).rpartition("/") if line else ("", "", "")
        if line and folder == weg and naam and not line.group(1):
            plek = locate(at)
            yield at, line.end(), Beeldplaats(naam, plek.regel, plek.kolom)
        else:
            yield fout(Code.PROZA_BEELD, locate(at), *_explain(visible, at, weg, is_alone=is_alone))


def tell_beeld(bestand: str) -> str:
    """How a picture is written in a Markdown file."""
    return f"![]({_find_weg(bestand)}/naam.jpg)"


def _find_weg(bestand: str) -> str:
    """The folder of the pictures as seen from a Markdown file."""
    # From the top, for else it asks where the user is: that folder may be gone by now.
    return posixpath.relpath(f"/{BEELDMAP}", f"/{posixpath.dirname(bestand)}")


def _explain(visible: str, at: int, weg: str, *, is_alone: bool) -> tuple[str, str]:
    """What is wrong with the picture at an offset, and what to type."""
    form = _VORM.match(visible, at)
    doel = (form.group(2) or "") if form else ""
    if doel.partition("#")[0].endswith(".md"):
        melding = "een uitroepteken voor een link maakt er een beeld van"
        return melding, f"zet er een spatie tussen: ! {form.group()[1:] if form else ''})"
    naam = posixpath.basename(doel.partition("?")[0])
    goed = f"![]({weg}/{suggest_beeldnaam(naam) if '.' in naam else 'naam.jpg'})"
    if _ELDERS.match(doel):
        return (
            "een beeld van elders kan niet in de tekst",
            f"zet het bestand in {BEELDMAP}, en schrijf {goed}",
        )
    if form and form.group(1) and is_alone:
        return (
            "tussen de vierkante haken van een beeld hoort niets te staan",
            f"schrijf {goed}; wat er te zien is, staat bij alt in data/beelden.yaml",
        )
    if not is_alone:
        return "een beeld staat alleen op een regel", f"schrijf op een eigen regel {goed}"
    return f"zo kan een beeld niet in de tekst; beelden staan in {BEELDMAP}", f"schrijf {goed}"
