"""The command `circulair nieuw`: asks for a new record, and writes it when it is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click
from pydantic_core import PydanticCustomError

from generator.cli.melden import show_findings
from generator.cli.opties import BEVINDINGEN, GOED, OPTIES, bron, help_option, today
from generator.cli.vragen import ask, confirm, is_interactive, tell_refusal
from generator.edit.nieuw import judge_answer, judge_id, propose_id
from generator.findings import Code, GeneratorError
from generator.model.basis import Zichtbaarheid
from generator.model.gelijkenis import suggest
from generator.model.programma import COLLECTIES
from generator.model.vragen import (
    NIET_NAAST,
    VOLGENDE,
    Formulier,
    Vraag,
    list_soorten,
    list_velden,
    type_antwoord,
    type_antwoorden,
)
from generator.model.waarden import WaardeError
from generator.workbench.records import open_formulier, propose_record
from generator.workbench.voorstel import write


@click.command(options_metavar=OPTIES)
@click.argument("soort", metavar="SOORT")
@bron
@click.option(
    "--veld",
    "velden",
    multiple=True,
    metavar="NAAM=WAARDE",
    help="Een antwoord vooraf; mag vaker. Meer waarden met komma's ertussen.",
)
@click.option("--stil", is_flag=True, help="Vraag niets; noem wat er ontbreekt.")
@help_option
def nieuw(soort: str, bron: Path, velden: Sequence[str], *, stil: bool) -> int:
    """Voeg een actie, indicator, team, kans, belemmering of iets anders toe."""
    soort = _find_soort(soort)
    given = _split(velden)
    formulier = _open(bron, soort, given)
    answers: type_antwoorden = {}
    for vraag in formulier.vragen:
        if vraag.naam in given:
            answers[vraag.pad] = _judge_given(formulier, vraag, given[vraag.naam])
    is_asking = not stil and is_interactive()
    if is_asking:
        _ask_all(formulier, answers)
    else:
        _refuse_absent(formulier, answers)
    named = answers.pop(("id",), given.get("id"))
    chosen = None if named is None else str(named)
    identifier = _choose_id(formulier, answers, chosen, is_asking=is_asking)
    return _finish(bron, formulier, identifier, answers, is_asking=is_asking)


def _find_soort(typed: str) -> str:
    """The soort that somebody named, one or more of it."""
    plural = {name: soort for soort, name in COLLECTIES.items()}
    soort = plural.get(typed.lower(), typed.lower())
    if soort not in list_soorten():
        message = f"'{typed}' is niet iets om toe te voegen; {suggest(typed, list_soorten(), 30)}"
        raise click.UsageError(message)
    return soort


def _split(velden: Sequence[str]) -> dict[str, str]:
    """The answers that were given as options, by field."""
    given = {}
    for veld in velden:
        naam, sign, waarde = veld.partition("=")
        if not sign:
            message = f"--veld {veld}: schrijf naam=waarde, bijvoorbeeld titel=Tegels terug"
            raise click.UsageError(message)
        given[naam.strip()] = waarde.strip()
    return given


def _open(bron: Path, soort: str, given: dict[str, str]) -> Formulier:
    named = [naam for naam in given if naam != "id"]
    try:
        return open_formulier(bron, soort, today(), named)
    except KeyError as error:
        naam = str(error.args[0])
        advice = suggest(naam, list_velden(soort), len(list_velden(soort)))
        message = f"het veld '{naam}' bestaat niet bij {soort}; {advice}"
        raise click.UsageError(message) from error


def _names(formulier: Formulier) -> list[str]:
    return [vraag.naam for vraag in formulier.vragen]


def _judge_given(formulier: Formulier, vraag: Vraag, typed: str) -> type_antwoord:
    try:
        return judge_answer(formulier, vraag, typed)
    except PydanticCustomError as error:
        message = f"--veld {vraag.naam}: {tell_refusal(error)}"
        raise click.UsageError(message) from error


def _refuse_absent(formulier: Formulier, answers: type_antwoorden) -> None:
    """Refuse to go on without what a record needs; says all of it at once."""
    absent = [
        vraag for vraag in formulier.vragen if vraag.is_verplicht and vraag.pad not in answers
    ]
    if absent:
        lines = [f"  --veld {vraag.naam}=...  {_explain(formulier, vraag)}" for vraag in absent]
        message = "\n".join(["Er is niets geschreven, want dit ontbreekt:", *lines])
        raise GeneratorError(message)


def _explain(formulier: Formulier, vraag: Vraag) -> str:
    offered = ", ".join(identifier for identifier, _ in formulier.keuzes.get(vraag.naam, ()))
    return f"{vraag.betekenis} Kies uit: {offered}." if offered else vraag.betekenis


def _ask_all(formulier: Formulier, answers: type_antwoorden) -> None:
    """Ask whatever has no answer yet; a question that may stay empty says so."""
    click.echo("Leeg laten mag waar dat staat. Stoppen: Ctrl+C; er is dan niets geschreven.")
    for vraag in formulier.vragen:
        if vraag.pad not in answers and not _is_idle(vraag, answers):
            _ask(formulier, vraag, answers)


def _is_idle(vraag: Vraag, answers: type_antwoorden) -> bool:
    """Whether a question has no sense: its block was left empty, or what it replaces is there."""
    head, *rest = vraag.pad
    started = any(path[0] == head for path in answers)
    if rest and not vraag.is_verplicht and rest != ["jaar"] and not started:
        return True
    other = NIET_NAAST.get(vraag.naam)
    return any(path[0] == other for path in answers)


def _ask(formulier: Formulier, vraag: Vraag, answers: type_antwoorden) -> None:
    """Ask one question until the answer can be used."""
    needed = vraag.is_verplicht or vraag.naam in NIET_NAAST
    offered = formulier.keuzes.get(vraag.naam, ())
    click.echo(f"\n{vraag.naam}{'' if needed else ' (mag leeg)'}: {vraag.betekenis}")
    width = max((len(identifier) for identifier, _ in offered), default=0)
    for number, (identifier, naam) in enumerate(offered, start=1):
        click.echo(f"  {number:>2}. {identifier:<{width}}  {naam}".rstrip())

    def parse(typed: str) -> type_antwoord | None:
        if typed:
            return judge_answer(formulier, vraag, typed)
        if needed:
            raise WaardeError(Code.VELD_ONTBREEKT, "dit is verplicht", "typ een antwoord")
        return None

    how = "nummers of woorden, met komma's" if vraag.is_lijst else "nummer of woord"
    value = ask(f"  {how if offered else 'antwoord'}", parse, _propose(vraag))
    if value is None or value == Zichtbaarheid.INTERN:
        answers.pop(vraag.pad, None)  # what is left out, is empty or intern
    else:
        answers[vraag.pad] = value


def _propose(vraag: Vraag) -> str:
    """What an empty answer means, for the questions that nearly always have the same one."""
    return {"gecontroleerd_op": today().isoformat(), "zichtbaarheid": "intern"}.get(vraag.naam, "")


def _choose_id(
    formulier: Formulier, answers: type_antwoorden, chosen: str | None, *, is_asking: bool
) -> str:
    """The id of the new record: what was chosen, else what comes next."""
    proposed = propose_id(formulier.soort, formulier.ids, answers)
    if chosen is None and is_asking and proposed.islower():
        click.echo(
            "\nid: De vaste sleutel, ook voor het adres op de site. Later liever niet anders."
        )
        return ask("  antwoord", lambda typed: _judge_id(formulier, typed), proposed)
    try:
        return _judge_id(formulier, chosen or proposed)
    except PydanticCustomError as error:
        message = f"--veld id: {tell_refusal(error)}"
        raise click.UsageError(message) from error


def _judge_id(formulier: Formulier, typed: str) -> str:
    return judge_id(formulier.soort, typed, formulier.ids)


def _find_in(formulier: Formulier) -> Callable[[str], Vraag]:
    """A parser of the names of fields."""

    def parse(typed: str) -> Vraag:
        for vraag in formulier.vragen:
            if vraag.naam == typed:
                return vraag
        advice = suggest(typed, _names(formulier))
        raise WaardeError(Code.VELD_ONBEKEND, "dat veld is er niet", advice)

    return parse


def _finish(
    bron: Path, formulier: Formulier, identifier: str, answers: type_antwoorden, *, is_asking: bool
) -> int:
    """Judge the record with the whole programme, let answers be changed, and write it."""
    while True:
        voorstel = propose_record(bron, formulier, identifier, answers, today())
        show_findings(voorstel.findings, bron, voorstel.changes)
        if voorstel.is_good:
            break
        click.echo("Zo klopt het nog niet; er is niets geschreven.")
        if not is_asking:
            return BEVINDINGEN
        _ask(formulier, ask("\nWelk veld wilt u anders invullen?", _find_in(formulier)), answers)
    names = " en ".join(voorstel.changes)
    if is_asking and not confirm(f"\n{formulier.soort} {identifier} opslaan in {names}?"):
        click.echo("Er is niets geschreven.")
        return GOED
    write(bron, voorstel)
    click.echo(f"{formulier.soort} {identifier} staat nu in {names}.")
    click.echo(VOLGENDE.get(formulier.soort, "De overige velden staan in data/README.md."))
    return GOED
