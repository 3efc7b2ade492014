"""The pages of Proefdorp, word for word: a change in what is published shows as a difference.

`CIRCULAIR_SCHRIJF_VERWACHT=1 pytest tests/present` writes them anew; read the difference.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from generator.findings import Code
from generator.model.basis import Editie
from generator.model.paden import list_paden, pad_melding
from generator.model.programma import Programma
from generator.narrow import narrow
from generator.pipeline import prepare
from generator.present.pages import toegankelijkheid

GOLDEN = Path(__file__).parent / "golden"
PEILDATUM = date(2026, 10, 1)


def _write(programma: Programma, editie: Editie) -> Mapping[str, str]:
    """Every page, chart and CSV of an edition, by file name; nothing of what it looks like.

    Of the pages about messages one: they are the same in every programme, and test_meldingen.py
    looks at all of them.
    """
    site = prepare(programma, editie, PEILDATUM)
    others = {f"{pad_melding(code)}.md" for code in Code} - {f"{pad_melding(Code.CSV_SYNTAX)}.md"}
    pages = {page.bestand: page.markdown for page in site.pages if page.bestand not in others}
    return pages | {
        asset.bestand: asset.inhoud
        for asset in site.assets
        if isinstance(asset.inhoud, str) and not asset.bestand.startswith("assets/")
    }


@pytest.mark.parametrize("editie", list(Editie))
def test_published_files_are_as_they_were_read_and_approved(
    proefdorp: Programma, editie: Editie, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages, charts and tables of a small municipality are exactly the approved ones."""
    # What a browser measured changes with every page that is added.
    monkeypatch.setattr(toegankelijkheid, "read_toetsen", lambda: None)
    folder = GOLDEN / editie.value
    written = _write(proefdorp, editie)
    if os.environ.get("CIRCULAIR_SCHRIJF_VERWACHT") == "1":
        shutil.rmtree(folder, ignore_errors=True)
        for name, text in written.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode("utf-8"))
    files = (path for path in folder.rglob("*") if path.is_file())
    approved = {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8") for path in files
    }
    assert sorted(written) == sorted(approved)
    for name, text in written.items():
        assert text == approved[name], name


@pytest.mark.parametrize("editie", list(Editie))
def test_pages_stand_where_prose_may_link_to_them(proefdorp: Programma, editie: Editie) -> None:
    """The list of pages that check knows is the list of pages that the site has."""
    made = {page.pad for page in prepare(proefdorp, editie, PEILDATUM).pages}
    known = list_paden(narrow(proefdorp, editie)).items()
    shown = {pad for pad, who in known if editie is Editie.INTERN or who == "publiek"}
    assert made == shown


def test_same_facts_give_the_same_pages(proefdorp: Programma) -> None:
    """Writing twice gives the same words."""
    assert _write(proefdorp, Editie.PUBLIEK) == _write(proefdorp, Editie.PUBLIEK)
