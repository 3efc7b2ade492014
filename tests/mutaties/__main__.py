"""The long run: `python -m tests.mutaties 2000 [seed]`."""

from __future__ import annotations

import sys

from tests.mutaties.oordeel import judge, make_mutatie, read_sample


def main() -> None:
    """Make the mistakes, and tell per kind how many were found and pointed at."""
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    sources = read_sample()
    uitslag = judge(make_mutatie(sources, seed, number) for number in range(count))
    lines = [
        f"{soort:20} {aantal:5} gemaakt  {uitslag.gevonden[soort]:5} gevonden  "
        f"{uitslag.geplaatst[soort]:5} op de goede regel"
        for soort, aantal in sorted(uitslag.gemaakt.items())
    ]
    lines += [f"  {soort}: {told}" for soort, missed in uitslag.gemist.items() for told in missed]
    found = uitslag.gevonden.total() / count
    lines.append(f"gevonden {found:.2%}, op de goede regel {uitslag.aandeel_geplaatst:.2%}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
