"""Findings as people mend them: each mistake once, and what may cause others first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.findings import (
    Code,
    Ernst,
    Finding,
    Groep,
    Plek,
    arrange_findings,
    fout,
    tip,
    waarschuwing,
)

TEAMS = Plek("data/teams.yaml", 2, 9)


def _missed(bestand: str, veld: str = "team", bij: Plek | None = None) -> Finding:
    melding = f"{veld}: 'wegen' bestaat niet"
    return Finding(Code.VERWIJZING_ONBEKEND, Ernst.FOUT, Plek(bestand, 7, 3), melding, "x", bij)


def test_what_keeps_a_file_from_being_read_comes_first() -> None:
    """First files that cannot be read, then fields, then references, then all other meaning."""
    meaning = fout(Code.EIND_VOOR_START, Plek("a"), "eind", "x")
    reference = _missed("b")
    field = fout(Code.VELD_ONBEKEND, Plek("c"), "veld", "x")
    syntax = fout(Code.YAML_SYNTAX, Plek("d"), "tab", "x")
    groups = arrange_findings([meaning, reference, field, syntax])
    assert [group.eerste for group in groups] == [syntax, field, reference, meaning]


def test_what_stops_the_build_comes_before_what_does_not() -> None:
    """A mistake in meaning stands before a warning about a file: it must be mended today."""
    warned = waarschuwing(Code.BESTAND_ONTBREEKT, Plek("a"), "weg", "x")
    advised = tip(Code.BESTAND_ONTBREEKT, Plek("a"), "weg", "x")
    stops = fout(Code.EIND_VOOR_START, Plek("z"), "eind", "x")
    assert [g.eerste for g in arrange_findings([advised, warned, stops])] == [
        stops,
        warned,
        advised,
    ]


def test_the_same_mistake_in_many_files_is_one_mistake() -> None:
    """Thirty references to a team that is gone are read once, with thirty places."""
    many = [_missed(f"data/acties/A-{number:04}.yaml") for number in range(30)]
    (group,) = arrange_findings(many)
    assert group == Groep(many[0], tuple(many[1:]))


def test_a_changed_id_is_told_where_it_was_changed() -> None:
    """The place to mend stands first, whatever the fields are called that show the mistake."""
    seen = [_missed("data/acties/A-0001.yaml", veld, TEAMS) for veld in ("team", "eigenaar_team")]
    changed = Finding(Code.VERWIJZING_ONBEKEND, Ernst.FOUT, TEAMS, "'weggen'", "x", TEAMS)
    assert arrange_findings([*seen, changed]) == (Groep(changed, tuple(seen)),)


def test_the_same_warning_about_other_things_is_told_once() -> None:
    """Ten small groups give one warning with ten places; ten wrong names stay ten mistakes."""
    warned = [
        waarschuwing(Code.GROEP_TE_KLEIN, Plek("a", line), f"team 't{line}' is klein", "x")
        for line in range(1, 11)
    ]
    stops = [
        fout(Code.KEUZE_ONBEKEND, Plek("a", line), f"'t{line}' bestaat niet", "x")
        for line in range(1, 11)
    ]
    assert len(arrange_findings(warned)) == 1
    assert len(arrange_findings(stops)) == len(stops)


@given(
    st.lists(
        st.builds(
            Finding,
            st.sampled_from(Code),
            st.sampled_from(Ernst),
            st.builds(Plek, st.sampled_from("abc"), st.integers(1, 3)),
            st.sampled_from(["x", "'y' is z", "'w' is z"]),
            st.just("doe iets"),
            st.none() | st.just(Plek("a", 1)),
        ),
        max_size=12,
        unique=True,
    )
)
def test_no_finding_is_lost_or_told_twice(findings: list[Finding]) -> None:
    """Whatever is wrong, every finding is in exactly one group."""
    groups = arrange_findings(findings)
    told = [finding for group in groups for finding in (group.eerste, *group.ook)]
    assert sorted(map(repr, told)) == sorted(map(repr, findings))
