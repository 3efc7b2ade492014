"""The floor holds the same visible text as the page it stands for."""

from __future__ import annotations

from bs4 import BeautifulSoup

from tests.bench.floor import write_markdown

PAGE = """<article><h1 id="a">Titel<a>¶</a></h1><p>Een <b>zin</b>.</p>
<ul><li>punt</li></ul>
<table><caption>Tabel</caption><tr><th>Jaar</th><th>Waarde</th></tr>
<tr><td>2025</td><td>1|2</td></tr></table></article>"""


def test_floor_writes_every_visible_word_once() -> None:
    """The comparison is fair: heading, sentence, list and table are all there."""
    article = BeautifulSoup(PAGE, "html.parser").article
    assert article is not None
    lines = [line for line in write_markdown(article).splitlines() if line]
    assert lines == [
        "# Titel",
        "Een zin .",
        "- punt",
        "Tabel",
        "| Jaar | Waarde |",
        "| --- | --- |",
        "| 2025 | 1/2 |",
    ]
