"""The writer of a workbook: never over one in which somebody may have worked, unless asked."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.findings import GeneratorError
from generator.publish.bronnen import write_sources

UITGANG: Final = ".xlsx"


def refuse_werkmap(target: Path, root: Path, *closed: str, replace: bool) -> None:
    """Refuse a place for a workbook before anything is made.

    Args:
        target: the file that is to come.
        root: the folder of the programme.
        closed: folders of the programme in which none may come.
        replace: whether a workbook that is there may go.

    Raises:
        GeneratorError: it has another kind of name, lies in the programme itself, or is there.
    """
    real, source = target.resolve(), root.resolve()
    inside = [name for name in closed if real.is_relative_to((source / name).resolve())]
    if target.suffix.lower() != UITGANG:
        message = f"Noem het bestand met {UITGANG} erachter, bijvoorbeeld {target.stem}{UITGANG}."
    elif inside:
        message = f"'{target}' ligt in '{inside[0]}', een map van het programma. Kies een andere."
    elif target.is_dir() or target.is_symlink():
        message = f"'{target}' is een map of een snelkoppeling. Kies een andere naam."
    elif target.exists() and not replace:
        message = (
            f"'{target}' bestaat al, en er kan werk in zitten dat nog niet is ingelezen. Kies een "
            "andere naam, of vervang het met --vervang."
        )
    elif not target.parent.is_dir():
        message = f"De map '{target.parent}' bestaat niet. Maak die eerst."
    else:
        return
    raise GeneratorError(message)


def write_werkmap(target: Path, content: bytes) -> None:
    """Put the workbook in place, whole or not at all.

    Raises:
        GeneratorError: it cannot be written, for instance because Excel has it open.
    """
    write_sources(target.parent, {target.name: content})
