"""The command `bekijk`: a saved file shows by itself, and a mistake keeps the last good page."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import circulair
from generator.workbench import voorbeeld
from tests.previews import Preview


def test_mistake_at_the_start_then_saved_files_show_and_ctrl_c_ends(proefdorp_map: Path) -> None:
    """An advisor begins with a mistake, mends it, sees what is saved, and stops."""
    actie = proefdorp_map / "data" / "acties" / "A-0001.yaml"
    good = actie.read_text(encoding="utf-8")
    broken = good.replace("thema: openbare_ruimte", "thema: openbare_ruimt")
    actie.write_text(broken, encoding="utf-8")
    page = "acties/a-0001.html"
    with Preview(proefdorp_map) as preview:
        preview.wait(page, "bedoelt u &#39;openbare_ruimte&#39;?")
        preview.wait_for_output("De site verschijnt zodra dat hersteld is.")
        actie.write_text(good, encoding="utf-8")
        preview.wait(page, "oude tegels")
        actie.write_text(broken, encoding="utf-8")
        preview.wait(page, "vb-ernstig")
        preview.wait_for_output("blijft de laatste goede site staan")
        assert "oude tegels" in preview.read(page)
        for number in range(20):  # faster than anything can be made of them
            text = good.replace("oude tegels", f"oude tegels nummer {number}")
            actie.write_text(text[: len(text) // 2], encoding="utf-8")
            actie.write_text(text, encoding="utf-8")
        preview.wait(page, "oude tegels nummer 19")
        if sys.platform != "win32":
            preview.process.send_signal(signal.SIGINT)
            assert preview.process.wait(timeout=60) == 0
            assert "Het voorbeeld is gestopt." in preview.wait_for_output("gestopt")
            assert "Traceback" not in preview.output.read_text(encoding="utf-8")


@pytest.mark.parametrize("openen", [True, False])
def test_browser_opens_only_when_asked(
    proefdorp_map: Path, monkeypatch: pytest.MonkeyPatch, *, openen: bool
) -> None:
    """With --openen the browser shows the preview; without it, only the address is told."""
    opened: list[str] = []

    def start(*_: object, on_start: object, **__: object) -> None:
        assert callable(on_start)
        on_start("http://127.0.0.1:8000/")

    monkeypatch.setattr(voorbeeld, "preview", start)
    monkeypatch.setattr("webbrowser.open_new_tab", opened.append)
    arguments = ["bekijk", "--bron", str(proefdorp_map), *["--openen"][: int(openen)]]
    result = CliRunner().invoke(circulair, arguments, standalone_mode=False)
    assert result.return_value == 0
    assert "http://127.0.0.1:8000/" in result.output
    assert opened == ["http://127.0.0.1:8000/"] * openen
