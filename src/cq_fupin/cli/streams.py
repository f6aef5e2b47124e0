"""Streams 「输入输出」: standard output for findings, standard error for everything else."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from io import TextIOWrapper
from typing import TextIO

from cq_fupin.telling.whole_file import whole_file
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import Message, say

_NARROWEST, _USUAL, _WIDEST = 40, 80, 100
_LONGEST = 9


def steady() -> None:
    """Let no character that a terminal can't show end the run."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


class NobodyReads(Exception):
    """Whoever read standard output has gone: no OSError, since click takes those for its own."""


def write(text: str) -> None:
    """Write a text for people to standard output."""
    if sys.stdout is not None:
        with _read():
            sys.stdout.write(text)


def write_data(text: str) -> None:
    """Write a machine format to standard output: in UTF-8 on every machine, unless it is a terminal.

    What UTF-8 can't hold (half a character in a file's name) is escaped as JSON does.
    """
    if sys.stdout is None or sys.stdout.isatty():
        return write(text)
    with _read():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    return None


def finish() -> None:
    """See to it that standard output has gone out."""
    if sys.stdout is not None:
        with _read():
            sys.stdout.flush()


@contextmanager
def _read() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise NobodyReads from None


def complain(text: str) -> None:
    """Write a line to standard error, as far as anybody reads it, with nothing that steers a terminal."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write("".join(f"{visible(line)}\n" for line in text.split("\n")))


def visible(text: str) -> str:
    r"""Return a text in which every line end and control character can be seen.

    >>> visible("a\x1b[31m.yaml")
    'a\\x1b[31m.yaml'
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def abandon() -> None:
    """Forget what nobody reads any more, so that the interpreter doesn't try to write it at its end."""
    with open(os.devnull, "w") as nothing:  # noqa: PTH123 (pathlib takes 3 ms)
        os.dup2(nothing.fileno(), sys.stdout.fileno())


def save(text: str, path: str) -> None:
    """Write a text to a file in UTF-8, over what may be there.

    Raises:
        FupinError: It can't be written.
    """
    save_data(text.encode("utf-8", "backslashreplace"), path)


def save_data(data: bytes, path: str) -> None:
    """Write bytes to a file, over what may be there.

    Raises:
        FupinError: It can't be written.
    """
    try:
        with open(path, "wb") as file:  # noqa: PTH123 (pathlib takes 3 ms)
            file.write(data)
    except OSError as error:
        raise unwritable(path, error) from None


@contextmanager
def replacing(path: str) -> Iterator[Callable[[str], object]]:
    """Give what writes texts to a file that has its name only when all has been written.

    Raises:
        FupinError: It can't be written.
    """
    try:
        with (
            whole_file(path) as part,
            open(part, "w", encoding="utf-8", errors="backslashreplace", newline="") as file,  # noqa: PTH123 (likewise)
        ):
            yield partial(_put, file, path)
    except OSError as error:
        raise unwritable(path, error) from None


def _put(file: TextIO, path: str, text: str) -> None:
    try:
        file.write(text)
    except OSError as error:
        raise unwritable(path, error) from None


def inaccessible(path: str, error: OSError) -> Message:
    """Return what tells which file can't be read or written, and why."""
    return say("“{path}”：{why}", path=visible(path), why=no_access(error))


def unwritable(path: str, error: OSError) -> FupinError:
    """Return the error that tells why a file can't be written."""
    return FupinError(say("无法写入“{path}”：{why}", path=path, why=no_access(error)))


def save_new(data: bytes, path: str, *, force: bool) -> None:
    """Write a file, over one that is there only by `force`.

    Raises:
        FupinError: There is such a file already, or it can't be written.
    """
    try:
        with open(path, "wb" if force else "xb") as file:  # noqa: PTH123 (pathlib takes 3 ms)
            file.write(data)
    except FileExistsError:
        raise FupinError(say("“{path}”已经有了，没有改动：要覆盖请加 --force", path=path)) from None
    except OSError as error:
        raise unwritable(path, error) from None


def screen() -> int:
    """Return how many columns a text for people may take."""
    return max(_NARROWEST, min(_WIDEST, _columns()))


def _columns() -> int:
    """Return the columns of the terminal, as shutil does, which takes 2 ms to import."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit():
        return int(asked[:_LONGEST])
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):  # it is closed, a file, or no file at all
        return _USUAL


def is_coloured() -> bool:
    """Tell whether standard output may have colours: on a terminal, unless NO_COLOR is set."""
    return not os.environ.get("NO_COLOR") and sys.stdout is not None and sys.stdout.isatty()
