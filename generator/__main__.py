"""The start of `circulair`: what must be settled before anything heavy is imported."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the command line."""
    # A command lives for seconds and then gives all its memory back: looking for garbage on the
    # way costs a tenth of its time. The preview, which lives on, switches the collector on again.
    gc.disable()
    # pydantic otherwise searches every installed package for plugins.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # numpy, which comes with pandas, otherwise starts a thread per core to multiply matrices.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Imported here: the lines above must come first.
    from generator.cli import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
