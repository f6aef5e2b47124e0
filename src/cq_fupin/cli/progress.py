"""Progress 「进度」 of a long run on standard error, where somebody watches it."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from cq_fupin.cli.language import Language
from cq_fupin.cli.streams import screen
from cq_fupin.telling.columns import width
from cq_fupin.words.message import say

T = TypeVar("T")

_LEAST = 2
_BAR = 20
_SECONDS = 0.1


def watched(parts: Sequence[T], language: Language, *, is_quiet: bool = False) -> Iterator[T]:
    """Yield parts; on a terminal a bar shows how many are done, how fast, and how long the rest may take.

    Args:
        parts: What takes long.
        language: What the bar is told in.
        is_quiet: Whether it is told at once what the parts came to: then there is no bar if that is on a terminal.
    """
    is_mixed = is_quiet and sys.stdout is not None and sys.stdout.isatty()
    if len(parts) < _LEAST or is_mixed or sys.stderr is None or not sys.stderr.isatty():
        yield from parts
        return
    start = shown = time.monotonic()
    for done, part in enumerate(parts):
        yield part
        now = time.monotonic()
        if now - shown >= _SECONDS:
            shown = now
            _draw(bar(done + 1, len(parts), now - start, language))
    _draw("")


def bar(done: int, of: int, seconds: float, language: Language) -> str:
    """Return what is drawn after some of the parts are done.

    >>> bar(50, 100, 10, Language())
    '[██████████··········] 50/100  每秒5.0份，还要10秒'
    """
    full = _BAR * done // of
    rate = done / max(seconds, 1e-9)
    left = say("每秒{rate}份，还要{seconds}秒", rate=f"{rate:.1f}", seconds=round((of - done) / rate))
    return f"[{'█' * full}{'·' * (_BAR - full)}] {done}/{of}  {language.tell(left)}"


def counted(
    parts: Iterable[T], language: Language, share: Callable[[], float | None] = lambda: None
) -> Iterator[T]:
    """Yield parts of which nobody knows how many there are; on a terminal it is shown how far they are.

    Args:
        parts: What takes long. Where they are written to a terminal too, nothing is shown among them.
        language: What the progress is told in.
        share: What tells how much of everything has been read.
    """
    if sys.stderr is None or not sys.stderr.isatty() or (sys.stdout is not None and sys.stdout.isatty()):
        yield from parts
        return
    start = shown = time.monotonic()
    for done, part in enumerate(parts, 1):
        yield part
        now = time.monotonic()
        if now - shown >= _SECONDS:
            shown = now
            _draw(state(done, share(), now - start, language))
    _draw("")


def state(done: int, share: float | None, seconds: float, language: Language) -> str:
    """Return what is drawn after so many parts, and that share of everything.

    >>> state(3000, 0.5, 10, Language()), state(3000, None, 10, Language())
    ('已核对3000份  每秒300份，还要10秒', '已核对3000份  每秒300份')
    """
    told = [say("已核对{number}份", number=done)]
    rate = round(done / max(seconds, 1e-9))
    if share:
        left = round(seconds * (1 - share) / share)
        told.append(say("每秒{rate}份，还要{seconds}秒", rate=rate, seconds=left))
    else:
        told.append(say("每秒{rate}份", rate=rate))
    return "  ".join(map(language.tell, told))


def _draw(text: str) -> None:
    shown = text if width(text) < screen() else ""
    sys.stderr.write(f"\r\x1b[K{shown}")
    sys.stderr.flush()
