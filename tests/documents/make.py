"""Make the documents of this folder from their sources: the same bytes every time.

``python tests/documents/make.py`` writes every ``sources/NAME.txt`` (UTF-8) as ``NAME`` here, in the format that
its ending names. It needs python-docx, openpyxl and reportlab; the documents are committed, so that nothing else does.

A source is a line a paragraph or row. In all of them ``| a | b |`` is a row of a table, where ``<`` continues the
cell to the left and ``^`` the cell above, and ``⏎`` begins a new line. For Word see `word.py`, for Excel `sheets.py`.
The first line of a source for .txt and .csv names its encoding: ``%encoding gb18030``.
"""

import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
_DAY = (2020, 5, 14, 8, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*<")


def repacked(data: bytes) -> bytes:
    """Return a zip archive with its times fixed: of the entries, and of the last change where it is told."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, _MODIFIED.sub(rb"\g<1>2020-05-14T08:00:00Z<", old.read(name)))
    return out.getvalue()


def word(source: str) -> bytes:
    """Return the .docx of a source."""
    from word import document

    return repacked(document(source))


def sheets(source: str) -> bytes:
    """Return the .xlsx of a source."""
    from sheets import workbook

    return repacked(workbook(source))


def pdf(source: str) -> bytes:
    """Return the .pdf of a source."""
    from pages import pages

    return pages(source)


def plain(source: str) -> bytes:
    """Return the text of a source in the encoding that its first line names."""
    head, _, rest = source.partition("\n")
    if not head.startswith("%encoding "):
        return source.encode()
    return rest.replace("\n", "\r\n").encode(head.removeprefix("%encoding ").strip())


MAKERS: dict[str, Callable[[str], bytes]] = {
    ".docx": word,
    ".xlsx": sheets,
    ".pdf": pdf,
    ".csv": plain,
    ".txt": plain,
    ".md": plain,
}


def main(names: list[str]) -> None:
    """Make all documents, or those whose names begin with one of the given words."""
    for source in sorted((HERE / "sources").glob("*.txt")):
        target = HERE / source.stem
        if not names or target.name.startswith(tuple(names)):
            target.write_bytes(MAKERS[target.suffix](source.read_text(encoding="utf-8")))


if __name__ == "__main__":
    main(sys.argv[1:])
