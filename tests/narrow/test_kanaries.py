"""What is hidden sings nowhere in public, and colleagues read all of it.

Programmes are made from minigemeente and from the sample: some of it is gone, some of it hidden in
any of the ways to hide something, with any decision and any report. All that is hidden is a canary,
and each programme has a twin in which nothing hidden was ever written. The public edition of both
must be the same, byte by byte: then no word, number, order, count, share, gap or total follows
from what is hidden, in whatever encoding. The canaries are looked for as well, decoded and in any
spelling, and colleagues must read each of them.

Totals that were looked at, because they could give a hidden part away by subtraction:

- Actions by thema, fase, status, team and opgave, and milestones and lights ("x van de y"):
  counted after narrowing, of what the edition holds.
- What the programme counts about itself: the same, and the denominator is named ("openbare").
- Findings of the scan, sessions, stakeholders, successes, council documents: counted after it.
- Opportunities by origin and the yield of the minimal package: only of chosen, public ones.
- Effects of actions on an indicator: the public ones, of indicators that are public.
- Material flows and procurement: no row can be hidden on its own, only all of them together, and a
  row whose thema is intern is a finding (VERWIJZING-INTERN); so a total is of all its rows.
- The survey: an afdeling that is intern is a finding; small groups: tests/narrow/test_groepen.py.
- The challenge: its participants are typed, and its assignments cannot be hidden one by one; those
  of few people go as suppression does it.
- Adopted reports: only what the public programme still holds; other reports are not known at all.
- Values of indicators and series are typed, each on its own: no total of another. What an advisor
  writes in words ("samen 40 ton") is the advisor's.

How these tests were seen to fail, each guard broken once: embargo not looked at, or at the day of
the report; a report under embargo chosen; one class left as it was by narrow, or one kind of record
kept; an internal field marked public; everything called public; consent not looked at; references
to what is hidden kept; the programme counted before it was narrowed; a label left above an empty
list, and a link to a place that is not there.
"""

from __future__ import annotations

import gzip
import posixpath
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from hypothesis import Phase, given, settings
from jinja2 import FileSystemBytecodeCache

from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.pipeline import build, inspect, prepare
from tests.conftest import MINIGEMEENTE
from tests.kanaries import Geval, make_geval, recepten
from tests.kanaries.kooi import STAM, Kooi, find_canaries, list_texts, unfold
from tests.kanaries.verbergen import PEILDATUM, Kansen
from tests.programmes import ROOT
from tests.samenhang import find_dead_links, find_half_sentences

AANTAL: Final = 500
type_publish = Callable[[Programma, Editie], dict[str, str]]

_STAND = "colleagues read how it is now, not what a report said"
_SLEUTEL = "only a key, on no page"
_ZONDER = "only where something rests on it"
ONGETOOND: Final[Mapping[tuple[str, str], str]] = {
    ("Actiestand", "reden"): _STAND,
    ("Actiestand", "toelichting"): _STAND,
    ("Indicatorstand", "toelichting"): _STAND,
    ("Vaststelling", "besluitnummer"): _STAND,
    ("Vaststelling", "rapportage"): _STAND,
    ("Afdeling", "id"): _SLEUTEL,
    ("Beeld", "id"): _SLEUTEL,
    ("Bijeenkomst", "id"): _SLEUTEL,
    ("Stakeholder", "id"): _SLEUTEL,
    ("Succes", "id"): _SLEUTEL,
    ("Afdeling", "naam"): _ZONDER,
    ("Beeld", "alt"): _ZONDER,
    ("Beeld", "maker"): _ZONDER,
    ("Beeld", "rechten"): _ZONDER,
    ("Bron", "soort"): _ZONDER,
    ("Opdracht", "eenheid"): "not of an assignment that few people did",
    ("Opdracht", "titel"): "not of an assignment that few people did",
    ("Programmagegevens", "vrijgegeven"): "for the scan of a built site, on no page",
    ("Proza", "titel"): "an introduction stands under the title of its page",
    ("Reeks", "naam"): "stands beside an indicator that refers to it, where there is one",
    ("Thema", "korte_naam"): "in the menu, which is shorter without what is not there",
    ("Themaambitie", "besluitnummer"): "stands on no page",
    ("Themaambitie", "toelichting"): "stands on no page",
}
"""What no page of the intranet shows in some programme, and why."""


@pytest.fixture(scope="module")
def publish(tmp_path_factory: pytest.TempPathFactory) -> type_publish:
    """All that publish would write of an edition; templates are compiled once."""
    compiled = FileSystemBytecodeCache(str(tmp_path_factory.mktemp("sjablonen")))
    return lambda programma, editie: list_texts(prepare(programma, editie, PEILDATUM, compiled))


def _join(files: Mapping[str, str]) -> str:
    """All files with their names, as one text."""
    return "\n".join([*files, *files.values()])


def _find_untold(shown: str, kooi: Kooi) -> set[tuple[str, str]]:
    """The fields of canaries that a text does not show."""
    plain = unfold(shown)
    untold = {
        field
        for text, field in kooi.teksten.items()
        if text not in kooi.verboden and text.casefold() not in plain
    }
    return untold - ONGETOOND.keys()


def _assert_safe(geval: Geval, publish: type_publish) -> None:
    publiek = publish(geval.programma, Editie.PUBLIEK)
    without = publish(geval.tweeling, Editie.PUBLIEK)
    assert publiek.keys() == without.keys()
    assert [name for name, text in publiek.items() if text != without[name]] == []
    assert find_canaries(_join(publiek), geval.kooi) == set()
    intern = publish(geval.programma, Editie.INTERN)
    shown = _join(intern)
    assert _find_untold(shown, geval.kooi) == set()
    assert [text for text in geval.kooi.verboden if text in shown] == []
    for files in (publiek, intern):
        assert [*find_dead_links(files)] == []
        assert [*find_half_sentences(files)] == []


def test_nothing_hidden_is_public_and_colleagues_read_it(
    proefdorp: Programma, publish: type_publish
) -> None:
    """In 500 programmes nothing that is hidden is on the public site, and all of it is inside."""

    @settings(max_examples=AANTAL, phases=[Phase.generate])  # the recipe says it all
    @given(recept=recepten)
    def look(recept: tuple[int, Kansen]) -> None:
        _assert_safe(make_geval(proefdorp, *recept), publish)

    look()


@pytest.mark.parametrize("zaad", range(8))
def test_nothing_hidden_of_the_sample_is_public(zaad: int, publish: type_publish) -> None:
    """The sample with some of it hidden tells everyone nothing about that."""
    programma = inspect(ROOT).programma
    assert programma is not None
    kansen = Kansen(weg=10 * (zaad % 3), intern=25, embargo=25, onbeslist=25, geen_akkoord=25)
    _assert_safe(make_geval(programma, zaad, kansen), publish)


# --- built by MkDocs --------------------------------------------------------------------------


def _read_built(folder: Path) -> dict[str, str]:
    """Every file of a built site by name; packed ones unpacked, bytes as if they were letters."""
    files = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        # The library of charts is the same in every site, and three megabytes.
        if path.is_file() and not name.startswith("assets/plotly-"):
            content = path.read_bytes()
            if name.endswith(".gz"):
                content = gzip.decompress(content)
            files[name] = content.decode("utf-8", errors="backslashreplace")
    return files


def _list_lost_links(files: Mapping[str, str]) -> list[str]:
    """Links of built pages to a file, or a place in one, that is not there."""
    trees = {
        name: BeautifulSoup(text, "html.parser")
        for name, text in files.items()
        if name.endswith(".html") and name != "404.html"  # its links begin at the root
    }
    ids = {name: {str(tag["id"]) for tag in tree(id=True)} for name, tree in trees.items()}
    lost = []
    for name, tree in trees.items():
        found = [str(tag["href"]) for tag in tree(href=True)]
        found += [str(tag["src"]) for tag in tree(src=True)]
        for target in found:
            if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", target):
                continue
            path, _, place = unquote(target).partition("#")
            path = path.partition("?")[0]
            to = posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
            to = to if path else name
            is_there = to in files or to.startswith("assets/plotly-")
            if not is_there or (place and to in ids and place not in ids[to]):
                lost.append(f"{name}: {target}")
    return lost


@pytest.mark.parametrize("zaad", range(3))
def test_nothing_hidden_is_in_any_byte_of_a_built_site(zaad: int, tmp_path: Path) -> None:
    """Pages, search index, sitemap and every other file: everyone reads nothing that is hidden."""
    root = tmp_path / "programma"
    shutil.copytree(MINIGEMEENTE, root)
    found = inspect(root)
    assert found.programma is not None
    kansen = Kansen(weg=15 * zaad, intern=30, embargo=30, onbeslist=30, geen_akkoord=30)
    geval = make_geval(found.programma, zaad, kansen)
    targets = {editie: tmp_path / editie.value for editie in Editie}
    found = replace(found, programma=geval.programma, peildatum=PEILDATUM)
    assert build(root, found, targets, report=lambda _: None) == ()
    publiek, intern = (_read_built(targets[editie]) for editie in (Editie.PUBLIEK, Editie.INTERN))
    assert {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"} <= publiek.keys()
    assert STAM not in _join(publiek).casefold()
    # Programs and styles of others are full of numbers.
    own = {name: text for name, text in publiek.items() if not name.startswith("assets/")}
    assert find_canaries(_join(own), geval.kooi) == set()
    assert _find_untold(_join(intern), geval.kooi) == set()
    assert _list_lost_links(publiek) == _list_lost_links(intern) == []
