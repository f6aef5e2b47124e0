"""Folders 「文件夹」 of plans: which of their files are documents."""

import os
from collections.abc import Iterator

from cq_fupin.cli.misuse import Misuse, shortened
from cq_fupin.reading.decoding import is_document
from cq_fupin.words.message import say

_MOST = 10_000
_ANNOTATED = ".annotated"


def documents(sources: tuple[str, ...], *, most: int | None = None) -> tuple[str, ...]:
    """Return the documents that are named: a folder stands for those in it and below it, in the order of names.

    Left out are what no document is, hidden files, what an open program keeps beside a document (``~$…``) and
    annotated copies. Old formats are there, so that it is told how to save them.

    Raises:
        Misuse: A folder holds no document, or too many.
    """
    found: list[str] = []
    for source in sources:
        if os.path.isdir(source):  # noqa: PTH112 (pathlib takes time to import)
            found += _inside(source, most or _MOST)
        else:
            found.append(source)
    return tuple(found)


def _inside(folder: str, most: int) -> list[str]:
    found: list[str] = []
    for path in _files(folder):
        found.append(path)
        if len(found) > most:
            raise Misuse(
                say("文件夹“{path}”里文件太多：一次最多{limit}份", path=shortened(folder), limit=most)
            )
    if not found:
        raise Misuse(say("文件夹“{path}”里没有可以读取的方案文件", path=shortened(folder)))
    return found


def _files(folder: str) -> Iterator[str]:
    for above, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 (likewise)
            is_kept = not name.startswith((".", "~$")) and not stem.endswith(_ANNOTATED)
            if is_kept and is_document(suffix):
                yield os.path.join(above, name)  # noqa: PTH118 (likewise)
