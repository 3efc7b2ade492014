"""How a source file is broken: bytes flipped and cut, lines shuffled, dangerous bits put in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

_LINES = (Path(__file__).parent / "bits.txt").read_text("utf-8").splitlines()[1:]
BITS: tuple[bytes, ...] = (
    *(line.encode().decode("unicode_escape").encode("latin-1") for line in _LINES),
    b"9" * 5000,
)
"""What readers of YAML, CSV, Markdown and text have stumbled over somewhere."""

HAAKJES = ((b"[", b"]"), (b"{a: ", b"}"), (b"- ", b""), (b"> ", b""), (b"(", b")"))
LONGEST = 60_000
type_mutation = Callable[[random.Random, bytes, Sequence[bytes]], bytes]


def _flip(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        place = rng.randrange(len(changed))
        changed[place] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _nudge(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """One digit becomes another: still a number, a date or an id, but not the right one."""
    digits = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    changed = bytearray(data)
    if digits:
        changed[rng.choice(digits)] = rng.randrange(48, 58)
    return bytes(changed)


def _set(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _cut(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    begin = rng.randrange(len(data))
    return data[:begin] + data[begin + rng.choice((1, 1, 2, 10, 100, len(data))) :]


def _repeat(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    begin = rng.randrange(len(data))
    piece = data[begin : begin + rng.choice((1, 2, 5, 40, 400))]
    return data[:begin] + piece * rng.choice((2, 3, 10, 300)) + data[begin:]


def _insert(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    place = rng.randrange(len(data) + 1)
    return data[:place] + rng.choice(BITS) * rng.choice((1, 1, 1, 2, 3, 50, 3000)) + data[place:]


def _splice(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = rng.choice(others)
    begin = rng.randrange(len(other) + 1)
    piece = other[begin : begin + rng.choice((5, 50, 500, len(other)))]
    place = rng.randrange(len(data) + 1)
    return data[:place] + piece + data[place + rng.choice((0, len(piece), len(data))) :]


def _lines(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Whole lines taken out, doubled, moved, indented, or taken from another file."""
    lines = data.split(b"\n")
    place, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    what = rng.randrange(6)
    if what == 0:
        del lines[place]
    elif what == 1:
        lines.insert(other, lines[place])
    elif what == 2:
        lines[place], lines[other] = lines[other], lines[place]
    elif what == 3:
        lines[place] = b" " * rng.randrange(1, 9) + lines[place]
    elif what == 4:
        lines[place] = lines[place].lstrip()
    else:
        lines.insert(place, rng.choice(rng.choice(others).split(b"\n")))
    return b"\n".join(lines)


def _value(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """One value or cell replaced: the rest stays in order, so that it reaches the rules."""
    lines = data.split(b"\n")
    place = rng.randrange(len(lines))
    line, bit = lines[place], rng.choice(BITS)
    if b": " in line:
        lines[place] = line[: line.index(b": ") + 2] + bit
    elif b";" in line:
        cells = line.split(b";")
        cells[rng.randrange(len(cells))] = bit
        lines[place] = b";".join(cells)
    else:
        words = line.split(b" ")
        words[rng.randrange(len(words))] = bit
        lines[place] = b" ".join(words)
    return b"\n".join(lines)


def _swap_values(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    """The values of two lines, or two cells, change places: all well-formed, and all wrong."""
    lines = data.split(b"\n")
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    for sign in (b": ", b";"):
        if sign in lines[first] and sign in lines[second]:
            head, _, tail = lines[first].partition(sign)
            other_head, _, other_tail = lines[second].partition(sign)
            lines[first], lines[second] = head + sign + other_tail, other_head + sign + tail
            break
    return b"\n".join(lines)


def _recode(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    how = rng.choice(("utf-16", "utf-16-le", "cp1252", "utf-32", "utf-8-sig", "\r\n", "\r"))
    if how.startswith("\r"):
        return data.replace(b"\n", how.encode())
    return text.encode(how, "replace")


def _nest(rng: random.Random, data: bytes, _others: Sequence[bytes]) -> bytes:
    depth = rng.choice((5, 39, 41, 2000, 20000))
    opened, closed = rng.choice(HAAKJES)
    place = rng.randrange(len(data) + 1)
    return data[:place] + opened * depth + closed * rng.choice((0, depth)) + data[place:]


MUTATIONS: tuple[type_mutation, ...] = (
    *(_flip, _nudge, _nudge, _nudge, _set, _cut, _repeat, _insert, _insert, _splice),
    *(_lines, _lines, _value, _value, _value, _swap_values, _recode, _nest),
)


def mutate(rng: random.Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """`data` with one to six mistakes; `others` are files to take pieces from."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        data = rng.choice(MUTATIONS)(rng, data or b"\n", others)[:LONGEST]
    return data
