"""Records 「记录」 of a registry: where the command line finds many plans, and how far it has read."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import BinaryIO, TypeAlias

from attrs import frozen

from cq_fupin.cli.folders import documents
from cq_fupin.cli.sources import STANDARD_INPUT
from cq_fupin.cli.streams import inaccessible
from cq_fupin.reading.json_lines import numbered_lines
from cq_fupin.reading.registry_records import Record
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

_PARQUET = ".parquet"
_MOST = 1_000_000

#: Records with their numbers.
Numbered: TypeAlias = Iterator[tuple[int, Record]]


@frozen
class Records:
    """The plans of a registry, as they are read.

    Attributes:
        numbered: Each with its number: of a file the line or row.
        share: What tells how much of everything has been read; of a pipe nobody knows.
    """

    numbered: Numbered
    share: Callable[[], float | None]


def is_table(path: str) -> bool:
    """Tell whether a file is a Parquet file by its ending."""
    return path.lower().endswith(_PARQUET)


@contextmanager
def opened(path: str) -> Iterator[Records]:
    """Give the plans of a file of JSON Lines or Parquet, of a folder of documents, or of standard input.

    Raises:
        OSError: There is no such file.
        FupinError: It can't be read as such, or there is nothing to read in it.
    """
    if os.path.isdir(path):  # noqa: PTH112 (pathlib takes time to import)
        yield _of_folder(documents((path,), most=_MOST))
    elif is_table(path):
        with open(path, "rb"):  # noqa: PTH123 (likewise; what is missing is told as of every file)
            yield _of_table(path)
    else:
        with _stream(path) as stream:
            yield Records(_readable(numbered_lines(stream), path), _share(stream))


def _readable(numbered: Numbered, path: str) -> Numbered:
    """Yield records; what goes wrong in reading them is told of the file that is read, not of one that is written."""
    try:
        yield from numbered
    except OSError as error:
        raise FupinError(inaccessible(path, error)) from None


def _of_folder(paths: tuple[str, ...]) -> Records:
    from pathlib import Path

    return _counted(enumerate(map(Path, paths), 1), len(paths))


def _of_table(path: str) -> Records:
    try:
        from cq_fupin.tables.parquet import plan_texts, row_count
    except ImportError:
        raise needs_pyarrow() from None
    return _counted(_readable(plan_texts(path), path), row_count(path))


def needs_pyarrow() -> FupinError:
    """Return the error that says what Parquet files need."""
    return FupinError(say('cq_fupin.tables 要用 pyarrow：请运行 pip install "cq-fupin[tables]"'))


def _counted(numbered: Iterable[tuple[int, Record]], total: int) -> Records:
    done = [0]

    def counting() -> Numbered:
        for number, record in numbered:
            done[0] = number
            yield number, record

    return Records(counting(), lambda: done[0] / total if total else None)


def _stream(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STANDARD_INPUT:
        return nullcontext(sys.stdin.buffer)
    return open(path, "rb")  # noqa: PTH123 (pathlib takes time to import; the caller closes it)


def _share(stream: BinaryIO) -> Callable[[], float | None]:
    """Return what tells how much of a file has been read; of a pipe nobody knows."""
    try:
        size = os.fstat(stream.fileno()).st_size if stream.seekable() else 0
    except OSError:
        size = 0
    return lambda: stream.tell() / size if size else None
