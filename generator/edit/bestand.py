"""What stands around the text of a file: byte order mark and line ends, which come back as is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.findings import GeneratorError
from generator.load.guard import unify_line_ends

BOM: Final = "\ufeff"


class EditError(GeneratorError):
    """A change that cannot be made safely: what stands in the way, and what to do.

    Nothing was changed. Whoever does not catch it shows it without a stack.
    """

    def __init__(self, melding: str, oplossing: str) -> None:
        super().__init__(f"{melding} → {oplossing}")
        self.melding, self.oplossing = melding, oplossing


@dataclass(frozen=True, slots=True)
class Opened:
    """The text of a file, with LF and without a byte order mark, and what stood around it.

    Attributes:
        text: what to edit.
        bom: whether the file began with a byte order mark.
        regeleinde: the line end that it has most of.
    """

    text: str
    bom: bool
    regeleinde: str

    def pack(self, text: str) -> bytes:
        """The bytes of the file with another text; byte order mark and line ends as they were."""
        lines = text.replace("\n", self.regeleinde)
        return f"{BOM if self.bom else ''}{lines}".encode()


def open_source(content: bytes) -> Opened:
    """The text in the bytes of a source file.

    Raises:
        EditError: the bytes are not UTF-8.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        melding = "dit bestand is niet opgeslagen als UTF-8"
        raise EditError(melding, "draai circulair opmaak, of sla het op als UTF-8") from error
    windows = text.count("\r\n")
    counts = {
        "\n": text.count("\n") - windows,
        "\r\n": windows,
        "\r": text.count("\r") - windows,
    }
    most = max(counts, key=lambda end: counts[end])
    return Opened(unify_line_ends(text.removeprefix(BOM)), text.startswith(BOM), most)
