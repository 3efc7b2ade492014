"""Prose is Markdown with calls; nothing in it is run, and no HTML passes."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings import Code, Plek
from generator.load.prose import parse_delen, parse_prose
from generator.load.prose_beelden import tell_beeld
from generator.model.proza import Aanroep, Aanroepsoort

KOP = "---\ntitel: Proef\nomschrijving: Een pagina.\n---\n"
STUKJES = st.sampled_from(
    ["{{", "}}", "{%", "%}", ' grafiek("a") ', "`", "```\n", "~~~\n", "\n", "<", "b>", "---\n", "x"]
)


def test_call_becomes_a_part_of_its_own_with_its_place() -> None:
    """Text and calls alternate, and each call knows where it was written."""
    page, _, findings = parse_prose(
        KOP + "Zie\n{{ grafiek(\"acties-per-fase\") }} en {{tabel('x')}}.\n", "content/a/b.md"
    )
    assert findings == ()
    assert page is not None
    assert page.pad == "a/b"
    assert page.delen == (
        "Zie\n",
        Aanroep(Aanroepsoort.GRAFIEK, "acties-per-fase", 6, 1),
        " en ",
        Aanroep(Aanroepsoort.TABEL, "x", 6, 37),
        ".\n",
    )


@pytest.mark.parametrize(
    "body",
    [
        "Typ `{{ grafiek(x) }}` zo.",
        "```\n{{ kaart('x') }}\n<b>\n```\n",
        "~~~\n{% if %}\n~~~\n",
        "``een ` en {{``",
        "`<br>` en 3 < 4 en a<5",
    ],
)
def test_code_is_left_alone(body: str) -> None:
    """Between accents anybody can show how a call or a tag is written."""
    assert parse_delen(body, "x.md", 1) == ((body,), [])


@pytest.mark.parametrize(
    "body",
    ["<b>x</b>", "<script>", "<!-- x -->", "<?php", "</p>", "<https://x.nl>", "x<img src=y>"],
)
def test_html_is_refused(body: str) -> None:
    """No page can carry HTML, comments or scripts."""
    _, findings = parse_delen(body, "x.md", 1)
    assert {finding.code for finding in findings} == {Code.PROZA_HTML}


@pytest.mark.parametrize(
    "body",
    [
        "{{ grafiek(x) }}",
        "{{ grafiek }}",
        '{{ grafiek("a", "b") }}',
        "{{",
        "{% include 'x' %}",
        '{{ grafiek("a\n") }}',
        "{{ 1 + 1 }}",
        '{{ grafiek("a")|safe }}',
        '{{ x.__class__("a") }}',
    ],
)
def test_nothing_but_a_call_stands_between_braces(body: str) -> None:
    """Anything else between braces is refused, so nothing is ever calculated or included."""
    delen, findings = parse_delen(body, "x.md", 1)
    assert {finding.code for finding in findings} == {Code.PROZA_AANROEP}
    assert delen == (body,)


def test_unknown_call_is_reported_where_it_was_written() -> None:
    """The line and the column are those of the braces, counted from the top of the file."""
    _, _, findings = parse_prose(KOP + "één\n  {{ kaart('x') }}\n", "content/x.md")
    assert [(finding.code, finding.plek) for finding in findings] == [
        (Code.PROZA_AANROEP, Plek("content/x.md", 6, 3))
    ]


def test_mistake_in_the_head_and_in_the_text_are_both_reported() -> None:
    """A page with two mistakes needs one run, not two."""
    _, _, findings = parse_prose("---\ntitle: x\n---\n<br>\n", "content/x.md")
    assert [finding.code for finding in findings] == [
        Code.VELD_ONTBREEKT,
        Code.VELD_ONBEKEND,
        Code.PROZA_HTML,
    ]


def test_many_accents_do_not_stop_the_program() -> None:
    """A page of nothing but accents is read in a moment."""
    body = "`" * 200_000
    assert parse_delen(body, "x.md", 1) == ((body,), [])


@given(st.text() | st.lists(STUKJES, max_size=40).map("".join), st.booleans())
def test_any_text_gives_a_page_or_a_finding(text: str, has_head: bool) -> None:
    """Whatever somebody writes, the answer is a page or a finding, never a crash."""
    page, _, findings = parse_prose(KOP + text if has_head else text, "content/x.md")
    assert page is not None or findings
    for finding in findings:
        assert finding.plek.regel >= 1
        assert finding.plek.kolom >= 1


@given(st.lists(STUKJES, max_size=40).map("".join))
def test_no_letter_of_the_text_is_lost(body: str) -> None:
    """The parts together are the text as it was written, apart from the calls."""
    delen, _ = parse_delen(body, "x.md", 1)
    kept = "".join(deel for deel in delen if isinstance(deel, str))
    calls = [deel for deel in delen if isinstance(deel, Aanroep)]
    assert len(body) - len(kept) == sum(len('{{ grafiek("a") }}') for _ in calls)


def test_text_is_read_where_the_folder_of_the_user_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """A preview goes on when its folder was thrown away and put back: nothing asks where it is."""

    def refuse() -> str:
        raise FileNotFoundError

    monkeypatch.setattr(os, "getcwd", refuse)
    assert tell_beeld("content/over/casus.md").startswith("![](../")
    assert tell_beeld("content/aanpak.md")
