"""The default site, built once for all tests that look at its pages."""

from __future__ import annotations

import pytest

from tests.programmes import Built, build, copy_programme, copy_provincie


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The default programme, built from a copy."""
    root = copy_programme(tmp_path_factory.mktemp("standaard"))
    site = build(root)
    return Built(root, {editie: site / editie for editie in ("intern", "publiek")})


@pytest.fixture(scope="session")
def februari(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The default programme as it is shown on 10 February 2027; not a letter of it differs."""
    root = copy_programme(tmp_path_factory.mktemp("februari"))
    site = build(root, "--peildatum", "2027-02-10")
    return Built(root, {editie: site / editie for editie in ("intern", "publiek")})


@pytest.fixture(scope="session")
def provincie(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The programme of a province, built from a copy."""
    root = copy_provincie(tmp_path_factory.mktemp("provincie") / "programma")
    site = build(root)
    return Built(root, {editie: site / editie for editie in ("intern", "publiek")})
