"""Known words: what stands in public texts, in what was released, and in the program itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.scan.decoding import decode, list_words

EIGEN: Final = (
    ("generator", "present/**/*.py"),
    ("generator", "derive/**/*.py"),
    ("generator", "model/**/*.py"),
    ("generator", "publish/**/*.py"),
)
"""What this program can write of itself: the words in its code."""
SJABLONEN: Final = (
    ("site_theme", "**/*.jinja"),
    ("site_theme", "**/*.html"),
    ("site_theme", "**/*.js"),
    ("site_theme", "**/*.css"),
    ("site_theme", "**/*.svg"),
)
"""What stands on its pages besides what is typed in the programme."""
VAN_ANDEREN: Final = (
    ("material", "templates/**/*.html"),
    ("material", "templates/assets/javascripts/**/*.js"),
    ("material", "plugins/search/*.py"),
    ("mkdocs", "templates/*"),
    ("mkdocs", "contrib/search/*.py"),
    ("plotly", "package_data/*.js"),
)
"""What the libraries behind it can write."""
KALENDER: Final = (
    "januari februari maart april mei juni juli augustus september oktober november december "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
)
"""Words that dates are shown with."""

_GRENS: Final = b" | "
_EINDE = re.compile(r"[\"'`{}<>]+")
_DOORLOPEND = re.compile(r"[\"']\s*\n\s*[fr]?[\"']")


class Corpus:
    """Texts in which a row of words can be looked up, and of which the edges are known."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take in the words of these texts."""
        found = (b" ".join(list_words(decode(text))) for text in dict.fromkeys(texts))
        self._texts = [words for words in dict.fromkeys(found) if words]
        self._words = _GRENS + _GRENS.join(self._texts) + _GRENS

    @cached_property
    def woorden(self) -> frozenset[bytes]:
        """Every word, once."""
        return frozenset(self._words.split())

    @cached_property
    def _by_first(self) -> Mapping[bytes, set[bytes]]:
        return _group((text.split(b" ", 1)[0], text + b" ") for text in self._texts)

    @cached_property
    def _by_last(self) -> Mapping[bytes, set[bytes]]:
        return _group((text.rsplit(b" ", 1)[-1], b" " + text) for text in self._texts)

    def has(self, words: Sequence[bytes]) -> bool:
        """Whether these words stand behind each other in one of the texts."""
        return self.woorden.issuperset(words) and b" %b " % b" ".join(words) in self._words

    def has_begin(self, words: Sequence[bytes]) -> bool:
        """Whether one of the texts begins with these words."""
        row = b"%b " % b" ".join(words)
        return any(text.startswith(row) for text in self._by_first.get(words[0], ()))

    def has_end(self, words: Sequence[bytes]) -> bool:
        """Whether one of the texts ends with these words."""
        row = b" %b" % b" ".join(words)
        return any(text.endswith(row) for text in self._by_last.get(words[-1], ()))


def _group(pairs: Iterable[tuple[bytes, bytes]]) -> Mapping[bytes, set[bytes]]:
    groups: dict[bytes, set[bytes]] = defaultdict(set)
    for key, text in pairs:
        groups[key].add(text)
    return groups


class Bekend:
    """What may stand on a public page, wherever else it stands."""

    def __init__(self, vrijgegeven: Iterable[str], openbaar: Iterable[str]) -> None:
        """Take in what was released by name, and every public text."""
        self._vrijgegeven = Corpus(vrijgegeven)
        self._openbaar = Corpus(openbaar)

    def is_vrijgegeven(self, words: Sequence[bytes]) -> bool:
        """Whether an advisor says that these words may be public."""
        return self._vrijgegeven.has(words)

    def is_eigen(self, words: Sequence[bytes]) -> bool:
        """Whether a template or a library brings these words along."""
        return self._sjablonen.has(words) or self._van_anderen.has(words)

    def is_openbaar_woord(self, word: bytes) -> bool:
        """Whether a word stands in some public text."""
        return word in self._openbaar.woorden

    def is_public(self, words: Sequence[bytes]) -> bool:
        """Whether these words were released, or stand in a public text or a template."""
        corpora = (self._vrijgegeven, self._openbaar, self._sjablonen)
        return any(corpus.has(words) for corpus in corpora)

    def explains(self, words: Sequence[bytes]) -> bool:
        """Whether everyone may read these words, so that a page may well show them.

        They were released, stand in a public text or in the program, or are the end of one such
        text and the begin of another: pages put texts side by side.
        """
        return (
            self.is_public(words)
            or self._can_meet(words)
            or self._eigen.has(words)
            or self._van_anderen.has(words)
        )

    def _can_meet(self, words: Sequence[bytes]) -> bool:
        known = (self._openbaar, self._sjablonen, self._eigen)
        return any(
            any(corpus.has_end(words[:cut]) for corpus in known)
            and any(corpus.has_begin(words[cut:]) for corpus in known)
            for cut in range(1, len(words))
        )

    @cached_property
    def _eigen(self) -> Corpus:
        return _read_corpus(EIGEN)

    @cached_property
    def _sjablonen(self) -> Corpus:
        return _read_corpus(SJABLONEN)

    @cached_property
    def _van_anderen(self) -> Corpus:
        return _read_corpus(VAN_ANDEREN)


@cache
def _read_corpus(places: tuple[tuple[str, str], ...]) -> Corpus:
    """The words in files of installed packages, read when something must be looked up there."""
    return Corpus((KALENDER, *_iter_literals(places)))


def _iter_literals(places: Iterable[tuple[str, str]]) -> Iterator[str]:
    for package, pattern in places:
        spec = find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            for path in sorted(Path(folder).glob(pattern)):
                if path.is_file():
                    text = path.read_text(encoding="utf-8", errors="replace")
                    yield from _EINDE.split(_DOORLOPEND.sub("", text))
