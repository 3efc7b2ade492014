"""Whatever the secret is and however it was encoded, it is found."""

from __future__ import annotations

import gzip
import html
import json
import unicodedata
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Code
from tests.conftest import MINIGEMEENTE
from tests.scan.conftest import read_geheim

WOORD = st.text(
    st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=4, max_size=12
).filter(lambda word: not word.isdigit())
GEHEIM = st.lists(WOORD, min_size=1, max_size=14).map(" ".join)
LAGEN: Final[dict[str, Callable[[str], str]]] = {
    "html": html.escape,
    "references": lambda t: "".join(f"&#{ord(char)};" for char in t),
    "hexadecimal": lambda t: "".join(f"&#x{ord(char):x};" for char in t),
    "json": json.dumps,
    "percent": quote,
}
"""Encodings, that may stand over each other."""
ZET: Final[dict[str, Callable[[str], str]]] = {
    "as typed": str,
    "soft hyphens": "\u00ad".join,
    "capitals": str.upper,
    "much space": lambda t: t.replace(" ", " \u00a0\n "),
    "decomposed": lambda t: unicodedata.normalize("NFD", t),
}
"""What a page may do to the words before they are encoded."""
HULSELS: Final[dict[str, Callable[[str], bytes]]] = {
    "a.html": lambda t: f"<p>Hier <b>staat</b>\n\n{t} </p>".encode(),
    "b.js": lambda t: f"x({json.dumps([t])})".encode(),
    "c.json": lambda t: json.dumps({"a": t}).encode(),
    "d.csv": lambda t: f'1;"{t}";2'.encode("utf-8-sig"),
    "e.gz": lambda t: gzip.compress(t.encode()),
    "f.txt": lambda t: t.encode("utf-16"),
    "g.svg": lambda t: f"<svg><title>{t}</title></svg>".encode(),
}
BASIS: Final = read_geheim(MINIGEMEENTE)


@given(
    secret=GEHEIM,
    zet=st.sampled_from(sorted(ZET)),
    lagen=st.lists(st.sampled_from(sorted(LAGEN)), max_size=4),
    hulsel=st.sampled_from(sorted(HULSELS)),
)
@settings(max_examples=150)
def test_any_secret_in_any_chain_of_encodings_is_found(
    secret: str, zet: str, lagen: list[str], hulsel: str
) -> None:
    """No way of writing hides an internal text from the scan."""
    first = BASIS.programma.acties[0].model_copy(update={"trekker": f"Kwkwkw {secret}"})
    planted = BASIS.programma.model_copy(update={"acties": (first, *BASIS.programma.acties[1:])})
    text = ZET[zet](f"kwkwkw {secret}")
    for laag in lagen:
        text = LAGEN[laag](text)
    with TemporaryDirectory() as name:
        Path(name, hulsel).write_bytes(HULSELS[hulsel](text))
        findings = BASIS.scan_as(planted, Path(name))
    assert Code.LEK_INTERN in {finding.code for finding in findings}
