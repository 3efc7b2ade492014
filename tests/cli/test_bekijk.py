"""The preview: a saved file shows by itself, and a mistake keeps the last good page."""

from __future__ import annotations

import time
from pathlib import Path

from tests.previews import PATIENCE, Preview
from tests.programmes import copy_programme


def test_saved_file_shows_and_a_mistake_keeps_the_last_good_page(tmp_path: Path) -> None:
    """An advisor sees a saved change, then findings for a mistake, then the mended text."""
    root = copy_programme(tmp_path / "programma")
    actie = root / "data" / "acties" / "A-0001.yaml"
    good = actie.read_text(encoding="utf-8")
    changed = good.replace("stoeptegels", "gevelstenen", 1)
    page = "acties/a-0001.html"
    with Preview(root) as preview:
        preview.wait(page, "stoeptegels")
        actie.write_text(changed, encoding="utf-8")
        preview.wait(page, "gevelstenen")
        broken = changed.replace("thema: openbare_ruimte", "thema: openbare_ruimt")
        actie.write_text(broken, encoding="utf-8")
        preview.wait_for_output("bedoelt u 'openbare_ruimte'?")
        preview.wait_for_output("de laatste goede site blijft staan")
        assert "gevelstenen" in preview.read(page)
        actie.write_text(changed.replace("gevelstenen", "dakpannen", 1), encoding="utf-8")
        preview.wait(page, "dakpannen")


def test_change_that_concerns_all_pages_shows_on_all_pages(tmp_path: Path) -> None:
    """A new name of the site shows everywhere, and the page of a removed action disappears."""
    root = copy_programme(tmp_path / "programma")
    gegevens = root / "data" / "programma.yaml"
    extra = root / "data" / "acties" / "A-0099.yaml"  # an action that nothing refers to
    extra.write_bytes(extra.with_name("A-0001.yaml").read_bytes())
    text = gegevens.read_text(encoding="utf-8")
    with Preview(root) as preview:
        preview.wait("acties/a-0099.html", "Circulair Voorbeeldstad")
        gegevens.write_text(text.replace("sitenaam: Circulair", "sitenaam: Rondom"), "utf-8")
        preview.wait("acties/a-0001.html", "Rondom Voorbeeldstad")
        assert preview.read("acties/a-0099.html")
        extra.unlink()
        end = time.monotonic() + PATIENCE
        while preview.read("acties/a-0099.html"):
            assert time.monotonic() < end
            time.sleep(0.1)
        assert "A-0099" not in preview.read("acties/index.html")
