"""The Content-Security-Policy of a built site: exactly what its pages need, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from jinja2 import Environment

SCOPE: Final = "/"
"""Where Material keeps the reader's palette; one place makes its inline scripts the same on every
page."""
FRAME: Final = "404.html"
"""The page that holds the frame of all pages and nothing of the programme."""

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_PLOTLY_STYLE = re.compile(
    r'createElement\("style"\)[^{}]{0,200}\.textContent=("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|\n|(.))", re.DOTALL)
_ONE_LETTER = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def compute_policy(folder: Path) -> str:
    """The policy for the built site in `folder`.

    Inline scripts are allowed by their hash, and only those of Material: whatever else stands in a
    page is refused by the browser, and found by the scan of the built site.
    """
    bundles = sorted((folder / "assets").glob("plotly-*.min.js"))
    return write_policy((folder / FRAME).read_text(encoding="utf-8"), bundles)


def write_policy(frame: str, bundles: Iterable[Path]) -> str:
    """The policy for pages with this frame, of which charts are drawn by these `bundles`."""
    known = list_theme_scripts()
    scripts = [script for script in _SCRIPT.findall(frame) if script in known]
    # Plotly makes an empty style sheet to add rules to, and one that its bundle brings along.
    styles = [""]
    for plotly in bundles:
        styles += find_plotly_styles(plotly.read_text(encoding="utf-8"))
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_list_sources(scripts)}",
            f"style-src {_list_sources(styles)}",
            "img-src 'self' data:",  # the icons in Material's style sheet
            "font-src 'self'",
            "connect-src 'self'",  # the search index
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def list_theme_scripts() -> frozenset[str]:
    """The inline scripts of Material, as its templates give them on our pages."""
    templates = Path(str(files("material"))) / "templates" / "partials" / "javascripts"
    environment = Environment(autoescape=True)
    context = {"config": {"extra": {"scope": SCOPE}}, "features": []}
    return frozenset(
        script
        for path in templates.glob("*.html")
        for script in _SCRIPT.findall(
            environment.from_string(path.read_text(encoding="utf-8")).render(context)
        )
    )


def find_plotly_styles(script: str) -> Iterator[str]:
    """The style sheets that plotly.js puts in a page, as the browser sees them."""
    for found in _PLOTLY_STYLE.finditer(script):
        yield _ESCAPE.sub(_unescape, found.group(1)[1:-1])


def _unescape(found: re.Match[str]) -> str:
    code = found.group(1) or found.group(2)
    if code:
        return chr(int(code, 16))
    letter = found.group(3) or ""  # a line end behind a backslash is nothing
    return _ONE_LETTER.get(letter, letter)


def _list_sources(inline: Iterable[str]) -> str:
    hashes = sorted({f"'{hash_inline(text)}'" for text in inline})
    return " ".join(("'self'", *hashes))


def hash_inline(text: str) -> str:
    """How a policy names an inline script or style sheet."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
