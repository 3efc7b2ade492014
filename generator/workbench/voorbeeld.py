"""The preview: the programme as it stands at every save, on the advisor's own machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import Finding
from generator.load.names import is_left_behind
from generator.load.programma import refuse_absent
from generator.load.yaml_document import remember
from generator.model.basis import Editie
from generator.pipeline import (
    Inspection,
    choose_visible,
    help_editor,
    inspect,
    make_draft,
    read_source_lines,
    refuse_settings,
)
from generator.publish.builder import keep_compiled
from generator.publish.preview import serve_preview
from generator.publish.preview.look import Look

if TYPE_CHECKING:
    from generator.present.historie import Historie


def open_look(
    root: Path,
    editie: Editie,
    *,
    asked: date | None,
    today: Callable[[], date],
    look_back: Callable[[Inspection], Historie | None] = lambda _: None,
) -> Callable[[], Look]:
    """What looks at the programme as it stands now, as often as it is called.

    Everything is judged as by `inspect`, each time again; `look_back` gives the history.
    """
    compiled = keep_compiled()
    known: dict[object, object] = {}  # what was read, for a save changes one file

    def take_look() -> Look:
        nonlocal known
        before, known = known, {}
        found = inspect(root, asked=asked, today=today(), parse=remember(before, known))
        help_editor(root, found)
        lines = read_source_lines(root, found.findings)
        if found.programma is None:
            return Look(None, found.findings, lines)
        refuse_settings(root)
        visible, moment = choose_visible(found.programma, editie, found.peildatum)
        historie = look_back(found) if editie is Editie.INTERN else None
        draft = make_draft(visible, editie, moment, compiled, historie)
        return Look(draft, found.findings, lines)

    return take_look


def preview(  # noqa: PLR0913 - all of them named by the caller
    root: Path,
    look: Callable[[], Look],
    *,
    adres: str,
    tell: Callable[[Sequence[Finding]], None],
    report: Callable[[str], None],
    on_start: Callable[[str], None],
) -> None:
    """Serve the edition that `look` sees, made anew at every saved file, until the reader stops it.

    `tell` shows findings, `report` a line, and `on_start` gets the address as soon as there is a
    page.

    Raises:
        GeneratorError: `root` is not a folder, mkdocs.yml is not in order, or the address cannot be
            used.
    """
    refuse_absent(root)
    refuse_settings(root)
    serve_preview(
        root,
        adres=adres,
        look=look,
        is_source=lambda name: not is_left_behind(name),
        tell=tell,
        report=report,
        on_start=on_start,
    )
