"""Photos: opened by what they are, not by their name, and made anew without anything but pixels."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from generator.findings import Code, Finding, Plek, fout
from generator.load.svg import BREEDST
from generator.model.beelden import SOORTEN, Opname

if TYPE_CHECKING:
    from PIL import Image

MEESTE_PIXELS = 40_000_000
"""A phone makes 12 to 24 million; more only fills memory, whatever the file weighs."""
LANGSTE_ZIJDE = 20_000
MEESTE_ONTHOUDEN = 32
"""How many pictures a preview need not make again."""
_KLEINER: Final = f"verklein het tot hooguit {MEESTE_PIXELS // 1_000_000} miljoen beeldpunten"
_ORIENTATION: Final = 0x0112
_DRAAIEN: Final = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What brings a photo upright, by what the camera noted. Source: Exif 2.3, tag Orientation."""
_OP_ZIJ: Final = frozenset({5, 6, 7, 8})
_KENMERKEN: Final = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"<?xml", "SVG"),
    (b"<svg", "SVG"),
    (b"<", "webpagina"),
)
"""How files begin; the first that fits counts."""
_OPSLAAN: Final[dict[str, dict[str, Any]]] = {
    "JPEG": {"quality": 82, "optimize": True},
    "PNG": {},
    "WebP": {"quality": 82, "method": 4},
}


class _RefusedError(Exception):
    """A picture that is not shown: what is wrong with it, and what to do."""


def _recognise(content: bytes) -> str | None:
    """What kind of file this is by its first bytes; None when it is none that we know."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WebP"
    if content[4:8] == b"ftyp":
        return "HEIC"
    return next((kind for start, kind in _KENMERKEN if content.startswith(start)), None)


def _refuse_other_kind(content: bytes, bestand: str) -> None:
    stam, _, ending = bestand.rpartition("/")[2].rpartition(".")
    kind = _recognise(content)
    if kind == SOORTEN[ending]:
        return
    melding = f"dit bestand heet .{ending}, maar het is geen {SOORTEN[ending]}"
    known = {"JPEG": "jpg", "PNG": "png", "WebP": "webp", "SVG": "svg"}
    if kind is None:
        raise _RefusedError(melding, "sla het beeld opnieuw op")
    melding = f"dit bestand heet .{ending}, maar het is een {kind}"
    if kind in known:
        raise _RefusedError(melding, f"noem het {stam}.{known[kind]}")
    raise _RefusedError(melding, f"sla het beeld op als .{ending}")


def _find_orientation(image: Image.Image) -> int:
    """How the camera was held, 1 to 8; 1 when the photo does not say so in a way that we read."""
    try:
        found = image.getexif().get(_ORIENTATION, 1)
    except Exception:  # noqa: BLE001 - whatever is wrong with metadata, the picture stands
        return 1
    return found if found in _DRAAIEN else 1


def _paint(content: bytes, kind: str) -> Image.Image:
    """The pixels of a picture as they are published: upright, not too wide, and nothing else."""
    # Imported here: a programme without photos need not wait for it.
    from PIL import Image  # noqa: PLC0415

    image = _open(content, kind)
    orientation = _find_orientation(image)
    across = image.height if orientation in _OP_ZIJ else image.width
    scale = min(1.0, BREEDST / across)
    wanted = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    image.draft(None, wanted)  # a JPEG is decoded no larger than needed
    image.load()
    if image.mode.startswith(("I", "F")):  # 16 bits a pixel
        values = image.convert("F").point(lambda value: value / 257)
        image = Image.frombytes("F", values.size, values.tobytes()).convert("L")
    if image.has_transparency_data:
        image = image.convert("RGBA")
    elif image.mode not in {"L", "RGB"}:
        image = image.convert("L" if image.mode == "1" else "RGB")
    if image.size != wanted:
        image = image.resize(wanted, Image.Resampling.LANCZOS)
    if orientation in _DRAAIEN:
        image = image.transpose(Image.Transpose[_DRAAIEN[orientation]])
    # A new picture of the pixels: it knows nothing of place, time, camera or colour profile.
    return Image.frombytes(image.mode, image.size, image.tobytes())


def _open(content: bytes, kind: str) -> Image.Image:
    from PIL import Image  # noqa: PLC0415 - see _paint

    try:
        image: Image.Image = Image.open(fp=BytesIO(content), formats=(kind.upper(),))
    except Image.DecompressionBombError as error:
        raise _RefusedError("dit beeld is veel te groot", _KLEINER) from error
    if image.width * image.height > MEESTE_PIXELS or max(image.size) > LANGSTE_ZIJDE:
        melding = f"dit beeld is {image.width} bij {image.height} beeldpunten; dat is te groot"
        raise _RefusedError(melding, _KLEINER)
    # A phone may put a second picture behind the first (MPO); that is no animation.
    if getattr(image, "is_animated", False) and image.format != "MPO":
        raise _RefusedError("dit beeld beweegt", "sla er een stilstaand beeld van op")
    return image


@contextmanager
def _without_warnings() -> Iterator[None]:
    """What a decoder grumbles about is either a finding or of no interest."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@lru_cache(maxsize=MEESTE_ONTHOUDEN)
def _find_size(content: bytes, kind: str) -> tuple[int, int]:
    with _without_warnings():
        return _paint(content, kind).size


@lru_cache(maxsize=MEESTE_ONTHOUDEN)
def encode_raster(content: bytes, kind: str) -> bytes:
    """A picture that `read_raster` took, made anew: the same bytes each time."""
    made = BytesIO()
    with _without_warnings():
        _paint(content, kind).save(made, kind.upper(), **_OPSLAAN[kind])
    return made.getvalue()


def read_raster(content: bytes, bestand: str) -> tuple[Opname | None, tuple[Finding, ...]]:
    """The photo with the size at which it is shown, fully decoded; or None with what was wrong."""
    try:
        kind = SOORTEN[bestand.rpartition(".")[2]]
        _refuse_other_kind(content, bestand)
        return Opname(content, *_find_size(content, kind)), ()
    except _RefusedError as error:
        melding, oplossing = error.args
    except Exception:  # noqa: BLE001 - a decoder fails in ways of its own
        melding = "dit beeld is stuk of niet heel opgeslagen"
        oplossing = "open het in een fotoprogramma en sla het opnieuw op, of haal het opnieuw op"
    return None, (fout(Code.BEELD_ONLEESBAAR, Plek(bestand), melding, oplossing),)
