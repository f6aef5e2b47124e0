"""Annotating: a copy of a Word or Excel document, with comments where something was found."""

from collections.abc import Sequence
from datetime import date

from cq_fupin.telling.annotating.comment import Comment
from cq_fupin.telling.annotating.relations import Parts, main_part
from cq_fupin.telling.annotating.xml_part import broken, local, parsed
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

Rows = Sequence[Sequence[str]]


def annotate(
    source: bytes, comments: Sequence[Comment], *, results: Rows = (), on: date | None = None
) -> bytes:
    """Return a copy of a Word or Excel file (.docx, .xlsx) with comments 「批注」; text and format stay as they are.

    The comments that the file has stay too, and so does every part of it that has to hold none.

    Args:
        source: The file.
        comments: Each stands at the words of its place in Word, at its cell in Excel.
        results: The rows of a sheet that is added to a file of Excel, the first its head; none adds no sheet.
        on: The date of the comments in Word; without it they have none.

    Raises:
        FupinError: It is no such file, is damaged, has a password, or is too big.
    """
    parts = dict(unpacked(source).parts)
    try:
        _annotate(parts, comments, results, on)
    except (KeyError, StopIteration, ValueError):  # a part, an element or a number that has to be there
        raise broken() from None
    return packed(Package(parts))


def _annotate(parts: Parts, comments: Sequence[Comment], results: Rows, on: date | None) -> None:
    main = main_part(parts)
    kind = local(parsed(parts[main.target]))
    if kind == "document":
        from cq_fupin.telling.annotating.word_comments import annotate_word

        annotate_word(parts, main, comments, on)
    elif kind == "workbook":
        from cq_fupin.telling.annotating.excel_comments import annotate_excel

        annotate_excel(parts, main, comments, results)
    else:
        raise FupinError(say("这个文件不是 Word、Excel 文件（.docx、.xlsx），不能加批注"))
