"""Files get the form that all have, and no value changes."""

from __future__ import annotations

import random
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edit.opmaak import is_ours, tidy
from generator.load.csv_table import parse_csv
from generator.load.yaml_document import parse_yaml
from generator.model.velden import list_bestandsoorten
from tests.programmes import ROOT

NAMEN = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "data").rglob("*")
    if is_ours(path.relative_to(ROOT).as_posix())
)
ACTIE = "data/acties/A-0001.yaml"
TEAMS = "data/teams.yaml"
VELD = re.compile(r" *(- )?[a-z_]+:( \[.*\]| >-)?")
HARD = "\N{NO-BREAK SPACE}"


def tidied(text: str, name: str = ACTIE) -> str:
    """The text of a file in its usual form."""
    return tidy(name, text.encode()).inhoud.decode()


@pytest.mark.parametrize(
    ("name", "content", "made", "gedaan"),
    [
        (ACTIE, "titel: café\n".encode("cp1252"), "titel: café\n", "tekens (Windows-1252)"),
        (ACTIE, "titel: foto’s – €\n".encode("cp1252"), "titel: foto’s – €\n", "tekens"),
        (ACTIE, "titel: café\n".encode("utf-16"), "titel: café\n", "tekens (UTF-16)"),
        (ACTIE, b"\xef\xbb\xbftitel: A\n", "titel: A\n", "BOM"),
        (ACTIE, b"titel: A\r\nwaarom: B\r\n", "titel: A\nwaarom: B\n", "regeleinden"),
        (ACTIE, b"titel: A\rwaarom: B", "titel: A\nwaarom: B\n", "regeleinden"),
        (ACTIE, b"titel: A  \nwaarom:\tB\t# x\n\n", "titel: A\nwaarom: B # x\n", "spaties"),
        (ACTIE, b"\n\ntitel: A\n\n\n\nwaarom: B\n", "titel: A\n\nwaarom: B\n", "spaties"),
        (ACTIE, f"# a{HARD}b\ntitel: A\n".encode(), "# a b\ntitel: A\n", "spaties"),
        (ACTIE, b"waarom: B\ntitel: A\n", "titel: A\nwaarom: B\n", "volgorde van velden"),
        (ACTIE, f"locatie:\n{HARD} tekst: A\n".encode(), "locatie:\n  tekst: A\n", "inspringing"),
        (ACTIE, b"locatie:\n\ttekst: A\n", "locatie:\n  tekst: A\n", "inspringing"),
        (ACTIE, f"titel:{HARD}A\n".encode(), "titel: A\n", "inspringing"),
        ("data/metingen/x.csv", b"\xef\xbb\xbfjaar;a\r\n2024;1 \r\n\r\n", "\ufeffjaar;a\n2024;1\n",
         "spaties en lege regels"),
        ("content/a.md", b"---\ntitel: A  \n---\nRegel  \nRegel\n\n\n\nEinde",
         "---\ntitel: A\n---\nRegel  \nRegel\n\n\n\nEinde", "spaties"),
    ],
)  # fmt: skip
def test_form_is_mended(name: str, content: bytes, made: str, gedaan: str) -> None:
    """Signs, line ends, spaces and order become what they are everywhere, and it is told."""
    file = tidy(name, content)
    assert file.inhoud.decode() == made
    assert gedaan in ", ".join(file.gedaan)
    assert file.laten == ""
    assert file.regels > 0


@pytest.mark.parametrize(
    "text",
    [
        f"titel: A{HARD}B\n",
        f"titel: {HARD}A\n",
        f'titel: "A{HARD}"\n',
        "titel: 'A\tB'\n",
        "titel: >-\n  Een\n\n\n  Twee\n",
        "titel: |+\n  Een\n\n\n\nwaarom: B\n",
        "titel: >-\n  Een  \n  Twee\n",
        "titel: 012\nbudget_eur: 1.234\n",
        "titel: no\nsubstitutie: null\n",
        "locatie: {tekst: A, wijk: B}\n",
    ],
)
def test_value_is_never_touched(text: str) -> None:
    """Spaces, blank lines and odd spellings inside a value stay: only its writer knows."""
    assert tidied(text) == text


def test_comment_moves_with_the_field_below_it() -> None:
    """A remark above a field stays above it, and one behind it stays behind it."""
    text = (
        "titel: A\nactiestatus: gepland  # nog\n# nagevraagd\n# bij het team\nthema: wegen\n\n"
        "mijlpalen:\n  - gepland: 2026\n    # naam volgt\n    titel: B\n# slot\n"
    )
    assert tidied(text) == (
        "titel: A\n# nagevraagd\n# bij het team\nthema: wegen\nactiestatus: gepland  # nog\n\n"
        "mijlpalen:\n  - gepland: 2026\n    # naam volgt\n    titel: B\n# slot\n"
    )
    plain = text.replace("    # naam volgt\n", "")
    assert "  - titel: B\n    gepland: 2026\n# slot\n" in tidied(plain)


def test_comment_at_the_top_of_a_file_stays_there() -> None:
    """A remark above the first field may be about the whole file; then nothing moves."""
    text = "# Over alle acties\nthema: wegen\ntitel: A\n"
    assert tidied(text) == text
    assert tidied("# Over alles\n" + "titel: A\neind: 2026\nstart: 2025\n").endswith(
        "titel: A\nstart: 2025\neind: 2026\n"
    )


def test_records_of_a_list_are_ordered_and_stay_in_their_place() -> None:
    """In a file with a list each record gets its order; the records themselves do not move."""
    text = "teams:\n  # b eerst\n  - naam: B\n    id: b\n\n  - naam: A\n    id: a\n"
    assert tidied(text, TEAMS) == (
        "teams:\n  # b eerst\n  - id: b\n    naam: B\n\n  - id: a\n    naam: A\n"
    )


@pytest.mark.parametrize(
    ("name", "content", "laten"),
    [
        (ACTIE, b"titel: caf\x82\n", "niet met zekerheid"),
        (ACTIE, b"titel: caf\x8e en be\x91indigen\n", "niet met zekerheid"),
        (ACTIE, b"titel: be\x91indigen\n", "niet met zekerheid"),
        (ACTIE, b"titel: caf\xe9 caf\xc3\xa9\n", "niet met zekerheid"),
        (ACTIE, b"titel: A: B\n", "niet te lezen"),
        (ACTIE, b"titel: A\ntitel: B\n", "niet te lezen"),
        ("data/metingen/x.csv", b'jaar;a\n"2024;1\n', "niet te lezen"),
    ],
)
def test_what_is_not_certain_is_left_and_told(name: str, content: bytes, laten: str) -> None:
    """A file of which nobody can be sure stays as it is, with the reason."""
    file = tidy(name, content)
    assert file.inhoud == content
    assert laten in file.laten


@pytest.mark.parametrize(
    "text",
    ["a:\n  b:\n    c: 1\n\td: 2\n", "titel: >-\n  Een\n\tTwee\n", "a:\n\t- b\n  - c: >-\n\td\n"],
)
def test_width_of_a_tab_is_not_guessed_where_it_matters(text: str) -> None:
    """When a tab can mean two things, nothing is chosen."""
    file = tidy(ACTIE, text.encode())
    assert file.inhoud == text.encode()


def test_tab_that_can_mean_one_thing_is_mended() -> None:
    """Where only one width can be read, or all say the same, tabs become spaces."""
    text = (
        "mijlpalen:\n  - titel: A\n\tgepland: 2026\n    behaald: 2026\nwaarom: >-\n\tEen\n\ttwee\n"
    )
    assert tidied(text, "data/x.yaml") == (
        "mijlpalen:\n  - titel: A\n    gepland: 2026\n    behaald: 2026\n"
        "waarom: >-\n    Een\n    twee\n"
    )


def test_files_of_others_stay_as_they_came() -> None:
    """What somebody delivered is proof of what it said; so are pictures and the manual."""
    assert not is_ours("data/aangeleverd/cbs.csv")
    assert not is_ours("content/media/plein.svg")
    assert not is_ours("data/README.md")
    assert is_ours("data/aangeleverd/cbs.bron.yaml")


def mangle(text: str, seed: int) -> bytes:
    """A file as it comes from another editor: other order, line ends, spaces; the same values."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    blocks: list[list[str]] = [[]]
    for line in text.rstrip("\n").split("\n"):
        if line[:1].strip():
            blocks.append([])
        blocks[-1].append(line)
    head, *fields = blocks
    if chance.random() < 0.5 and not any(line.startswith("#") for line in text.split("\n")):
        chance.shuffle(fields)
    lines = [line for block in (head, *fields) for line in block]
    lines = [
        line + " " * chance.randint(1, 3)
        if chance.random() < 0.1 and VELD.fullmatch(line)
        else line
        for line in lines
    ]
    end = chance.choice(["\n", "\r\n"])
    mark = chance.choice(["", "\ufeff"])
    return (mark + end.join(lines) + end * chance.randint(0, 3)).encode()


def count_lines(text: str) -> Counter[str]:
    """Every line that says something, comments too, wherever it stands."""
    return Counter(line.lstrip(" -").rstrip() for line in text.split("\n") if line.strip())


@settings(max_examples=150)
@given(st.sampled_from(NAMEN), st.integers(0, 10**6))
def test_same_values_and_twice_is_once(name: str, seed: int) -> None:
    """Whatever an editor did to the form of a file of the sample: mended once, for good."""
    text = (ROOT / name).read_text("utf-8")
    content = mangle(text, seed) if name.endswith(".yaml") else text.replace("\n", "\r\n").encode()
    once = tidy(name, content)
    assert once.laten == ""
    assert tidy(name, once.inhoud).inhoud == once.inhoud
    made = once.inhoud.decode()
    if name.endswith(".csv"):
        before, after = (parse_csv(one, name)[0] for one in (text, made))
        assert before is not None
        assert after is not None
        assert [row.cellen for row in after.rijen] == [row.cellen for row in before.rijen]
    else:
        first, second = (parse_yaml(one, name)[0] for one in (text, made))
        assert first is not None
        assert second is not None
        assert second.inhoud == first.inhoud
        assert count_lines(made) == count_lines(text)


def test_every_kind_of_file_has_an_order() -> None:
    """The order of fields is known for each kind of file that a programme may have."""
    for soort in list_bestandsoorten():
        name = f"data/{soort.patroon.replace('*', 'x')}"
        first, second = [n for n in soort.cls.model_fields if n not in soort.ingevuld][:2]
        swapped = tidied(f"{second}: 1\n{first}: 2\n", name)
        kept = tidied(f"{first}: 2\n{second}: 1\n", name)
        assert soort.lijst or swapped == kept
