"""What changed since the decision: for the intranet, as anybody can see in both versions."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping

import pytest
import yaml
from bs4 import Tag

from tests.programmes import ROOT, Built

PAD = "over/wijzigingen"
STAND = ROOT / "data" / "vastgesteld" / "2026-10-01"


@pytest.fixture(scope="module")
def toen() -> Mapping[str, bytes]:
    """The sources in the archive of the newest adopted version, by name."""
    with zipfile.ZipFile(io.BytesIO(STAND.with_suffix(".zip").read_bytes())) as bag:
        return {
            name.partition("/data/bron/")[2]: bag.read(name)
            for name in bag.namelist()
            if "/data/bron/" in name
        }


@pytest.fixture(scope="module")
def page(built: Built) -> Tag:
    """The page on the intranet."""
    article = built.page("intern", PAD).find("article")
    assert isinstance(article, Tag)
    return article


def _list_changed(toen: Mapping[str, bytes], folder: str) -> set[str]:
    """The files below a folder that say something else than in the archive, or stand in one."""
    now = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / folder).rglob("*.yaml")
    }
    then = {name: text for name, text in toen.items() if name.startswith(f"{folder}/")}

    def parse(text: bytes | None) -> object:
        return yaml.load(text, yaml.BaseLoader) if text else None

    names = now.keys() | then.keys()
    return {name for name in names if parse(now.get(name)) != parse(then.get(name))}


def test_page_names_exactly_the_actions_that_changed(page: Tag, toen: Mapping[str, bytes]) -> None:
    """Every action with another value than in the archive stands on the page, and no other."""
    changed = {name[-11:-5] for name in _list_changed(toen, "data/acties")}
    assert changed
    told = {
        str(heading.get_text())[:6]
        for heading in page.select("h3")
        if re.match(r"A-[0-9]{4}", heading.get_text())
    }
    assert told == changed


def test_page_tells_both_values_of_a_moved_end(page: Tag, toen: Mapping[str, bytes]) -> None:
    """Who reads that an end was moved, reads from which month to which."""
    name = "data/acties/A-0010.yaml"
    then = yaml.load(toen[name], yaml.BaseLoader)["eind"]
    now = yaml.load((ROOT / name).read_text("utf-8"), yaml.BaseLoader)["eind"]
    assert (then, now) == ("2026-06", "2026-08")
    text = " ".join(page.get_text(" ").split())
    assert "einddatum 2 maanden later (van juni 2026 naar augustus 2026)" in text


def test_page_shows_decision_and_seals(page: Tag) -> None:
    """The number of the decision and both checksums stand on the page as they are in the data."""
    stand = yaml.load(STAND.with_suffix(".yaml").read_text("utf-8"), yaml.BaseLoader)
    text = page.get_text(" ")
    for field in ("besluitnummer", "controlegetal", "archief"):
        assert stand[field] in text
    archive = STAND.with_suffix(".zip").read_bytes()
    assert stand["archief"] == hashlib.sha256(archive).hexdigest()


def test_everyone_sees_no_changes(built: Built) -> None:
    """What was changed after the decision is not public before the next one."""
    assert not (built.edities["publiek"] / f"{PAD}.html").exists()
    for path in built.pages("publiek"):
        assert "wijzigingen.html" not in path.read_text("utf-8")
