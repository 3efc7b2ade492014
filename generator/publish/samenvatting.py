"""The writer of the summary that a CI system shows beside a run."""

from __future__ import annotations

from pathlib import Path

from generator.findings import GeneratorError


def append_summary(target: Path, text: str) -> None:
    """Put `text` behind what other steps wrote in the file `target`.

    Raises:
        GeneratorError: the file cannot be written.
    """
    try:
        with target.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        message = f"De samenvatting kan niet geschreven worden: {error}."
        raise GeneratorError(message) from error
