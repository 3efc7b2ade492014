"""The kinds of page that a site has, and the pages that stand for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from generator.model.paden import RECORDPAGINAS, pad_melding
from generator.model.paginas import PAGINAS

LOS = frozenset({*(pagina.pad for pagina in PAGINAS), "404"})
"""Pages that are a kind of their own."""

BEKEND = LOS | {
    f"{locate('x').rpartition('/')[0]}/*" for locate in (*RECORDPAGINAS.values(), pad_melding)
}
"""The kinds that a full programme has; a page of prose or a new folder makes one more."""


class Adres(NamedTuple):
    """A page of an edition."""

    editie: str
    pad: str


def list_paden(site: Path) -> list[str]:
    """Every page of an edition."""
    return sorted(
        path.relative_to(site).as_posix().removesuffix(".html") for path in site.rglob("*.html")
    )


def list_soorten(site: Path) -> dict[str, list[str]]:
    """The pages of each kind, the fullest first; a folder of unknown pages is a kind too."""
    soorten: dict[str, list[str]] = defaultdict(list)
    sizes = {pad: (site / f"{pad}.html").stat().st_size for pad in list_paden(site)}
    for pad in sorted(sizes, key=lambda pad: (-sizes[pad], pad)):
        soorten[pad if pad in LOS else f"{pad.rpartition('/')[0]}/*"].append(pad)
    return dict(soorten)


def choose_adressen(edities: Mapping[str, Path]) -> list[Adres]:
    """Of each kind in each edition the fullest page and the barest."""
    return [
        Adres(editie, pad)
        for editie, site in edities.items()
        for paden in list_soorten(site).values()
        for pad in dict.fromkeys((paden[0], paden[-1]))
    ]


def choose_once(edities: Mapping[str, Path]) -> list[Adres]:
    """Of each kind the fullest page: of the public edition, else of the intranet."""
    chosen: dict[str, Adres] = {}
    for editie in ("publiek", "intern"):
        for soort, paden in list_soorten(edities[editie]).items():
            chosen.setdefault(soort, Adres(editie, paden[0]))
    return list(chosen.values())


def list_adressen(edities: Mapping[str, Path]) -> list[Adres]:
    """Every page of every edition."""
    return [Adres(editie, pad) for editie, site in edities.items() for pad in list_paden(site)]


def list_bezocht(edities: Mapping[str, Path]) -> list[Adres]:
    """Every page that a browser visits: all of them, but of the explanations of messages a few.

    Those are a hundred pages of one form, of words that no programme changes.
    """
    uitleg = f"{pad_melding('x').rpartition('/')[0]}/*"
    paden = [pad for site in edities.values() for pad in list_soorten(site).get(uitleg, [])]
    return [adres for adres in list_adressen(edities) if adres.pad not in paden[3:-1]]
