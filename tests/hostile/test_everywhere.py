"""Every hostile text in every text of a programme, through the whole build.

Coverage. Proefdorp has every part of the model, so its texts are all the text positions that there
are: fields of the model, each as often as it is filled in. A build gives each of them a number and
hostile texts; `test_every_text_comes_in_every_place` counts that each text has been in each place.
To keep the number of builds small, a third of all texts stands in a place at once, and three builds
turn them round. One text could then hide what another does at the very beginning of a place or on
a line of its own; the builds with one text for each place look at that, each with another text.
The browser opens such builds in `tests/browser/test_hostile.py`. What an advisor types in Markdown
is no text but prose: `test_prose.py`. That the proof would notice: `test_guards.py`.

Proof. A second site is built from harmless texts of the same length and shape. The two may differ
in those texts only: the same elements, attributes, classes, addresses, cells, properties and
entries, and wherever a harmless text stands, the hostile one stands as it was typed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.findings import Code, has_fout
from generator.load.yaml_document import parse_yaml
from generator.model.basis import Editie
from generator.model.programma import Programma
from generator.model.schrijftekens import is_formule
from generator.model.waarden import WaardeError, parse_tekst
from generator.pipeline import inspect
from tests.hostile.filling import Texts, fill
from tests.hostile.sites import build_filled, build_twins, list_names, read_file
from tests.hostile.strings import HOSTILE, REFUSED

DERDE = -(-len(HOSTILE) // 3)
"""A third of all texts."""
ALLE = [(start, DERDE) for start in (0, DERDE, 2 * DERDE)]
BOUW = [
    *((editie, start, together) for editie in Editie for start, together in ALLE),
    (Editie.INTERN, 17, 1),
    (Editie.PUBLIEK, 83, 1),
]


def test_there_are_enough_texts_and_all_are_different() -> None:
    """At least ninety ways to be more than a text."""
    assert len(set(HOSTILE)) == len(HOSTILE) >= 90


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_a_text(text: str) -> None:
    """Whoever types one of these is not stopped: it is a text, and it stays what it is."""
    assert parse_tekst(text) == text.strip()


@pytest.mark.parametrize("text", REFUSED)
def test_sign_that_nobody_sees_is_refused(text: str) -> None:
    """A sign that is not shown, or turns what follows, gives a finding that names it."""
    with pytest.raises(WaardeError, match=r"stuurteken \(U\+"):
        parse_tekst(text)


def test_every_text_comes_in_every_place(proefdorp: Programma) -> None:
    """The builds together put each hostile text in each text of the programme."""
    places: dict[int, set[str]] = {}
    for start, together in ALLE:
        texts = Texts(start, together=together)
        fill(proefdorp, texts)
        for number, chosen in enumerate(texts.strings):
            places.setdefault(number, set()).update(chosen)
    assert len(places) > 350
    assert set(map(len, places.values())) == {len(HOSTILE)}


@pytest.mark.parametrize(("editie", "start", "together"), BOUW)
def test_site_shows_what_was_typed_and_nothing_else(
    proefdorp: Programma, tmp_path: Path, editie: Editie, start: int, together: int
) -> None:
    """In pages, tables to download, charts, calendars, mails and search: words are words."""
    twins = build_twins(proefdorp, editie, tmp_path, start=start, together=together)
    assert twins.find_wrong() == []


def test_texts_reach_every_kind_of_place(proefdorp: Programma, tmp_path: Path) -> None:
    """The detector looks where texts come: words, attributes, mails, cells, labels and search."""
    texts = Texts()
    site = build_filled(fill(proefdorp, texts), Editie.INTERN, tmp_path)
    files = {name: read_file(site, name) for name in list_names(site)}
    seen = {(Path(name).suffix, place) for name, file in files.items() for place, _ in file.words}
    pages = {(".html", place) for place in ("", "aria-label", "content", "data-kop", "mail")}
    search = {(".json", place) for place in ("title", "text", "trefwoorden", "synoniem")}
    calendar = {(".ics", place) for place in ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME")}
    assert pages | search | calendar | {(".csv", "cell"), (".js", "label")} <= seen
    shown = {number for file in files.values() for _, number in file.marks}
    # What is not shown anywhere: names of vocabularies and of terms that nobody uses.
    assert len(shown) > 0.8 * len(texts.given)


def test_yaml_gives_back_what_was_typed() -> None:
    """Quotes, dashes, line ends and signs of YAML in a text stay part of the text."""
    texts = [text.strip() for text in HOSTILE]
    typed = yaml.safe_dump(
        {"begrippen": [{"naam": text, "uitleg": text} for text in texts]}, allow_unicode=True
    )
    document, findings = parse_yaml(typed, "data/begrippen.yaml")
    assert findings == ()
    assert document is not None
    read: Any = document.inhoud["begrippen"]
    assert [parse_tekst(item["naam"]) for item in read] == texts
    assert [parse_tekst(item["uitleg"]) for item in read] == texts


def test_hostile_programme_is_built_from_its_files(proefdorp_map: Path) -> None:
    """What stands in the files of a programme is what the site is made from."""
    file = proefdorp_map / "data" / "begrippen.yaml"
    whole = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)
    whole["begrippen"] += [
        {"id": f"vijand_{number}", "naam": text, "uitleg": text}
        for number, text in enumerate(HOSTILE)
    ]
    file.write_text(yaml.safe_dump(whole, allow_unicode=True, width=10_000), "utf-8")
    found = inspect(proefdorp_map)
    assert not has_fout(found.findings)  # a mail address in a text is a warning
    assert found.programma is not None
    read = {item.id: item for item in found.programma.begrippen}
    for number, text in enumerate(HOSTILE):
        assert read[f"vijand_{number}"].naam == text.strip()


def test_formula_in_a_data_table_is_refused(proefdorp_map: Path) -> None:
    """A table that computes something as soon as somebody opens it, never becomes a source."""
    file = proefdorp_map / "data" / "metingen" / "restafval_inw.csv"
    head, *rows = file.read_text("utf-8").splitlines()
    texts = [" ".join(text.split()) for text in HOSTILE]
    for text in filter(is_formule, texts):
        quoted = text.replace('"', '""')
        changed = [f'{row.rsplit(";", 1)[0]};"{quoted}"' for row in rows[:1]]
        file.write_text("\n".join([head, *changed, *rows[1:], ""]), "utf-8")
        codes = [finding.code for finding in inspect(proefdorp_map).findings]
        assert Code.CEL_FORMULE in codes, text
