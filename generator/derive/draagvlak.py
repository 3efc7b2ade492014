"""The support survey: which themes and opportunities people stand behind, and who wants to help.

Narrow has hidden or merged every group that is too small; here only what it left is arranged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.derive.feiten.namen import Naamkaart
from generator.derive.feiten.peilingen import (
    Draagvlakfeiten,
    Kansdraagvlak,
    Motivatieregel,
    Themadraagvlak,
)
from generator.derive.groepen import list_rows
from generator.derive.namen import Namen
from generator.derive.rangorde import choose_extremes
from generator.model.peilingen import Draagvlakmeting, Draagvlakscore
from generator.model.programma import Programma


def derive_draagvlak(programma: Programma) -> Draagvlakfeiten | None:
    """The support survey as far as it may be shown; None when there is none."""
    meting = programma.draagvlak
    return _Peiling(programma, meting, Namen(programma)).feiten if meting else None


@dataclass(frozen=True)
class _Peiling:
    """Arranges the scores of the groups that narrow left."""

    programma: Programma
    meting: Draagvlakmeting
    namen: Namen

    @cached_property
    def feiten(self) -> Draagvlakfeiten:
        """The survey as a whole."""
        moment = self._find_last(self._per_team)
        rows = [row for row in self._per_team if moment and row.meetmoment == moment.id]
        used = {name for row in rows for name in (row.team, *row.samengevoegd)}
        themas = tuple(self._tell_themas(rows))
        sterkste, zwakste = choose_extremes([(item, item.allen) for item in themas])
        whole = [row for row in self.meting.scores if row.kans and not _has_group(row)]
        moments = self.namen.order("meetmoment", [row.meetmoment for row in whole])
        several = len(moments) > 1
        niveaus = [name for row in self._asked for name in (row.niveau, *row.samengevoegd)]
        return Draagvlakfeiten(
            moment=moment,
            teams=tuple(
                Naamkaart(item.id, item.naam) for item in self.programma.teams if item.id in used
            ),
            themas=themas,
            sterkste=sterkste,
            zwakste=zwakste,
            begin=moments[0].naam if several else "",
            eind=moments[-1].naam if moments else "",
            kansen=tuple(self._compare(whole, moments[0], moments[-1])) if several else (),
            niveaus=tuple(self.namen.order("niveau", [name for name in niveaus if name])),
            motivatie=tuple(self._tell_motivatie()),
        )

    @cached_property
    def _per_team(self) -> Sequence[Draagvlakscore]:
        """Scores for a theme as a whole, by team."""
        rows = list_rows(self.meting.scores, "team", [team.id for team in self.programma.teams])
        return [row for row in rows if row.thema and not (row.deelonderwerp or row.kans)]

    @cached_property
    def _asked(self) -> Sequence[Draagvlakscore]:
        """Scores for a theme or a part of it, by niveau, at the last moment."""
        teams = {team.id for team in self.programma.teams}
        merged = [
            name
            for row in self.meting.scores
            for name in row.samengevoegd
            if not teams.issuperset(row.samengevoegd)
        ]
        rows = list_rows(self.meting.scores, "niveau", merged)
        rows = [row for row in rows if row.thema and not row.kans]
        moment = self._find_last(rows)
        return [row for row in rows if moment and row.meetmoment == moment.id]

    def _find_last(self, rows: Iterable[Draagvlakscore]) -> Naamkaart | None:
        moments = self.namen.order("meetmoment", [row.meetmoment for row in rows])
        return moments[-1] if moments else None

    def _tell_themas(self, rows: Sequence[Draagvlakscore]) -> Iterator[Themadraagvlak]:
        for thema in self.namen.themas.values():
            own = [row for row in rows if row.thema == thema.id]
            if not own:
                continue
            n = sum(row.n for row in own)
            total = sum((row.n * row.score for row in own), Decimal(0))
            yield Themadraagvlak(
                thema=thema,
                scores={row.team: row.score for row in own if row.team},
                verborgen=frozenset(name for row in own for name in row.samengevoegd),
                rest=next((row.score for row in own if row.samengevoegd), None),
                allen=total / n if n else None,
            )

    def _compare(
        self, rows: Sequence[Draagvlakscore], begin: Naamkaart, eind: Naamkaart
    ) -> Iterator[Kansdraagvlak]:
        found = {(row.kans, row.meetmoment): row.score for row in rows}
        for kans in self.programma.kansen:
            before, after = found.get((kans.id, begin.id)), found.get((kans.id, eind.id))
            if before is not None and after is not None:
                yield Kansdraagvlak(kans.id, kans.titel, before, after)

    def _tell_motivatie(self) -> Iterator[Motivatieregel]:
        for thema in self.programma.themas:
            parts: list[tuple[str | None, str | None]] = [(None, None)]
            parts += [(part.id, part.naam) for part in thema.deelonderwerpen]
            for part, naam in parts:
                own = [
                    row
                    for row in self._asked
                    if row.thema == thema.id and row.deelonderwerp == part
                ]
                if own:
                    yield Motivatieregel(
                        thema=thema.naam,
                        deelonderwerp=naam,
                        aantallen={
                            row.niveau: row.gemotiveerd
                            for row in own
                            if row.niveau and row.gemotiveerd is not None
                        },
                        gevraagd=frozenset(
                            name for row in own for name in (row.niveau, *row.samengevoegd) if name
                        ),
                    )


def _has_group(row: Draagvlakscore) -> bool:
    return bool(row.team or row.niveau or row.samengevoegd)
