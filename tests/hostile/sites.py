"""Sites of a programme full of hostile texts, and their harmless twins."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import prepare
from generator.present.page import Site
from generator.publish.builder import build_site, fix_date
from generator.publish.files import write_docs
from tests.conftest import MINIGEMEENTE
from tests.hostile.filling import Texts, fill
from tests.hostile.seen import READERS, Seen, find_unlike, is_safe

PEILDATUM = date(2026, 10, 1)


@dataclass(frozen=True)
class Twins:
    """Two sites that differ in their texts only.

    Attributes:
        texts: what was put in.
        hostile: the folder of the site with hostile texts.
        harmless: the folder of its twin.
    """

    texts: Texts
    hostile: Path
    harmless: Path

    def find_wrong(self) -> list[str]:
        """Where the two sites differ in more than their words, or show other words than typed."""
        given = dict(enumerate(self.texts.given))
        wrong = []
        for name in list_names(self.hostile):
            seen, expected = read_file(self.hostile, name), read_file(self.harmless, name)
            more, less = seen.shape - expected.shape, expected.shape - seen.shape
            if more or less:
                wrong.append(f"{name}: {dict(more)} instead of {dict(less)}")
            wrong += [
                f"{name}: {key[1]}"
                for key in seen.shape
                if key[0] in {"formula", "markup"} or (key[0] == "address" and not is_safe(key[1]))
            ]
            if seen.marks != expected.marks:
                wrong.append(f"{name}: other texts: {seen.marks - expected.marks}")
            wrong += [
                f"{name} {place}: {unlike}"
                for place, text in seen.words
                for unlike in find_unlike(place, text, given)
            ]
        return wrong


def list_names(site: Path) -> list[str]:
    """The files that hold texts: pages, tables, data of charts, calendars, the search index."""
    names = (path.relative_to(site).as_posix() for path in site.rglob("*"))
    endings = (".html", ".csv", ".ics", "search_index.json")
    return sorted(name for name in names if name.endswith(endings) or name.startswith("figuren/"))


def read_file(site: Path, name: str) -> Seen:
    """A file of a site, as it is seen."""
    return READERS[Path(name).suffix]((site / name).read_text("utf-8"))


def build_filled(programma: Programma, editie: Editie, folder: Path) -> Path:
    """The site of a programme as MkDocs makes it, in `folder`."""
    return build_made(prepare(programma, editie, PEILDATUM), folder)


def build_made(site: Site, folder: Path) -> Path:
    """The site of prepared pages, in `folder`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    fix_date(PEILDATUM)
    write_docs(site, folder / "docs")
    shutil.copyfile(MINIGEMEENTE / "mkdocs.yml", folder / "mkdocs.yml")
    build_site(folder, site, folder / "docs", folder / "site")
    return folder / "site"


def build_twins(
    programma: Programma, editie: Editie, folder: Path, *, start: int = 0, together: int = 1
) -> Twins:
    """The programme with hostile texts, and its twin with harmless ones of the same shape."""
    texts = Texts(start, together=together)
    twin = Texts(start, together=together, harmless=True)
    return Twins(
        texts,
        build_filled(fill(programma, texts), editie, folder / "hostile"),
        build_filled(fill(programma, twin), editie, folder / "harmless"),
    )
