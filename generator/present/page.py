"""What present makes: pages of Markdown, files beside them, and the menu."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

Synoniem = tuple[str, str]
"""Another word for a word of the glossary, and that word as pages write it."""
type_nav = list[str | dict[str, "str | type_nav"]]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its path on the site without ending, and its Markdown."""

    pad: str
    markdown: str

    @property
    def bestand(self) -> str:
        """The Markdown file that MkDocs reads."""
        return f"{self.pad}.md"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: text, bytes, or a file to copy."""

    bestand: str
    inhoud: str | bytes | Path


@dataclass(frozen=True, slots=True)
class Site:
    """One edition, ready to be written.

    Attributes:
        nav: the menu in MkDocs's own form; titles are encoded.
        buiten_menu: files of pages that are not in the menu.
        instellingen: what the theme needs to know, by name; texts are encoded.
        los: files in folders that MkDocs skips, because their names begin with a dot.
        synoniemen: by what other words search finds the words of the glossary.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    nav: type_nav
    buiten_menu: tuple[str, ...]
    instellingen: Mapping[str, str]
    los: tuple[Asset, ...] = ()
    synoniemen: tuple[Synoniem, ...] = ()
