"""What changed since the newest adopted version, as the intranet tells it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

from generator.history import recall
from generator.pipeline import inspect
from generator.present.wijzigingen.verslag import Verslag
from tests.programmes import copy_programme

DAG = "2026-10-01"
ARCHIEF = f"data/vastgesteld/{DAG}.zip"
ACTIE = "data/acties/A-0001.yaml"


def _recall(root: Path) -> Verslag | None:
    return recall(root, inspect(root)).verslag


def _change_title(content: bytes) -> bytes:
    """The archive with another title of an action, and a manifest that agrees."""
    with zipfile.ZipFile(io.BytesIO(content)) as bag:
        held = {name: bag.read(name) for name in bag.namelist()}
    name = f"{DAG}/data/bron/{ACTIE}"
    old = hashlib.sha256(held[name]).hexdigest().encode()
    held[name] = held[name].replace(b'titel: "', b'titel: "Nooit vastgesteld, ', 1)
    new = hashlib.sha256(held[name]).hexdigest().encode()
    manifest = f"{DAG}/manifest-sha256.txt"
    held[manifest] = held[manifest].replace(old, new)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bag:
        for one, inhoud in held.items():
            bag.writestr(one, inhoud)
    return packed.getvalue()


def test_adopted_version_is_compared_with_the_files_of_now(tmp_path: Path) -> None:
    """A title that changed since the decision is told."""
    root = copy_programme(tmp_path / "programma")
    path = root / ACTIE
    text = path.read_text("utf-8")
    path.write_text(text.replace('titel: "', 'titel: "Anders dan toen, ', 1), "utf-8")
    verslag = _recall(root)
    assert verslag is not None
    told = [regel.naam for groep in verslag.groepen for regel in groep.regels]
    assert any(naam.startswith("A-0001 Anders dan toen") for naam in told)


def test_archive_that_was_put_in_its_place_is_not_compared_with(tmp_path: Path) -> None:
    """An archive other than the one of the decision says nothing about what was decided."""
    root = copy_programme(tmp_path / "programma")
    other = _change_title((root / ARCHIEF).read_bytes())
    (root / ARCHIEF).write_bytes(other)
    assert _recall(root) is None


def test_without_an_archive_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    """A decision of which the archive is absent has no list of changes."""
    root = copy_programme(tmp_path / "programma")
    (root / ARCHIEF).unlink()
    assert _recall(root) is None
