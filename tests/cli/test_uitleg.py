"""The explanation of a message: for every code, however it is typed, and anywhere."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from generator.cli import circulair
from generator.findings import Code
from generator.model.meldingen import read_meldingen

MELDINGEN = {item.code: item for groep in read_meldingen() for item in groep.meldingen}


def explain(*typed: str) -> Result:
    """What the command says."""
    return CliRunner().invoke(circulair, ["uitleg", *typed], standalone_mode=False)


@pytest.mark.parametrize("code", sorted(Code))
def test_every_message_is_explained_with_both_examples(code: Code) -> None:
    """Whoever asks about a message reads what it means, and sees how it is wrong and right."""
    done = explain(code)
    assert done.return_value == 0, done.exception
    melding = MELDINGEN[code]
    assert done.output.startswith(f"{code}\n{melding.titel}\n")
    for voorbeeld in (melding.fout, melding.goed):
        shown = "\n".join(f"  | {line}".rstrip() for line in voorbeeld.regels)
        assert f": {voorbeeld.bestand}\n{shown}" in done.output
    told = [line for line in done.output.splitlines() if not line.startswith("  | ")]
    assert max(map(len, told)) <= 80
    assert "`" not in "".join(told)


@pytest.mark.parametrize("typed", ["csv-syntax", "CSV_SYNTAX", "Csv syntax"])
def test_code_may_be_typed_in_any_way(typed: str) -> None:
    """Capitals, hyphens and underscores make no difference."""
    assert explain(typed).output == explain("CSV-SYNTAX").output


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CSV-SINTAX", "bedoelt u CSV-SYNTAX?"),
        ("VELD", "bedoelt u VELD-ONBEKEND of VELD-ONTBREEKT?"),
        ("xyz", "alle codes: circulair uitleg"),
        ("\x1b[31m", "alle codes: circulair uitleg"),
    ],
)
def test_unknown_code_gets_a_suggestion(typed: str, meant: str) -> None:
    """A misspelled code is wrong use, and says which code was probably meant."""
    error = str(explain(typed).exception)
    assert error.endswith(f"bestaat niet ({meant})")
    assert "\x1b" not in error


def test_without_a_code_all_messages_are_listed() -> None:
    """Every code stands in the list with what it means, on lines that fit."""
    lines = explain().output.splitlines()
    listed = {line.split()[0] for line in lines if line.startswith("  ") and line[2] != " "}
    assert listed == set(Code)
    assert max(map(len, lines)) <= 80
