"""Files that come with the library: where they are, and their rows."""

from collections.abc import Iterator
from os.path import dirname

_DATA = f"{dirname(dirname(__file__))}/data"  # noqa: PTH120 (pathlib takes 3 ms)


def bundled_text(name: str) -> str:
    """Return the text of a bundled file."""
    with open(bundled_path(name), encoding="utf-8", newline="") as file:  # noqa: PTH123 (pathlib takes 3 ms)
        return file.read()


def bundled_rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a bundled table by the names of its columns."""
    import csv

    with open(bundled_path(name), encoding="utf-8", newline="") as file:  # noqa: PTH123 (pathlib takes 3 ms)
        yield from csv.DictReader(file)


def bundled_path(name: str) -> str:
    """Return where a bundled file lies."""
    return f"{_DATA}/{name}"
