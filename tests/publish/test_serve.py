"""Plain `mkdocs serve` on the data files, for who keeps to MkDocs itself."""

from __future__ import annotations

from pathlib import Path

from tests.previews import Preview

SERVE = ("-m", "mkdocs", "serve", "--dirty", "--livereload", "-a")


def test_mkdocs_itself_shows_what_is_saved(proefdorp_map: Path) -> None:
    """MkDocs follows the data files, and keeps the last good pages while one holds a mistake."""
    actie = proefdorp_map / "data" / "acties" / "A-0001.yaml"
    good = actie.read_text(encoding="utf-8")
    page = "acties/a-0001.html"
    with Preview(proefdorp_map, SERVE) as preview:
        preview.wait(page, "oude tegels")
        actie.write_text(good.replace("thema: openbare_ruimte", "thema: nee"), encoding="utf-8")
        preview.wait_for_output("de laatste goede site blijft staan")
        assert "oude tegels" in preview.read(page)
        actie.write_text(good.replace("oude tegels", "oude dakpannen"), encoding="utf-8")
        preview.wait(page, "oude dakpannen")
