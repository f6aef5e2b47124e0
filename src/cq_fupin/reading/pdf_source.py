"""PDF files that hold text: its paragraphs, page by page, and what is filled into forms; nothing in them is run."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from cq_fupin.models.place import Place
from cq_fupin.reading.left_out import uncontrolled
from cq_fupin.reading.manuscript import Line, Manuscript
from cq_fupin.reading.page_lines import paragraphs
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say
from cq_fupin.words.spot import Page

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PDF = 20_000_000
MAX_PAGES = 200
MAX_SIGNS = 1_000_000
MAX_SECONDS = 60.0

Note = tuple[Message, Place]


def read_pdf(data: bytes, *, seconds: float = MAX_SECONDS) -> Manuscript:
    """Read the text of a PDF file.

    Args:
        data: The file.
        seconds: After what time to give up.

    Raises:
        InvalidPlan: It is no PDF, encrypted, scanned, damaged, or past a limit; or pypdf is not installed.
    """
    if b"%PDF-" not in data[:1024]:
        raise _refused(say("这不是 PDF 文件：请检查文件名的结尾"))
    if len(data) > MAX_PDF:
        raise _refused(say("文件太大：最多{limit}字节，请去掉图片，只保留帮扶方案本身", limit=MAX_PDF))
    return _guarded(lambda: _read(data, time.monotonic() + seconds))


def _guarded(read: Callable[[], Manuscript]) -> Manuscript:
    """Call a reading, and say what hindered it."""
    try:
        from pypdf import errors
    except ImportError:
        message = say("读取 PDF 需要 pypdf：请先运行 {command}", command='pip install "cq-fupin[pdf]"')
        raise _refused(message) from None
    # What is wrong goes into the error, not to the screen.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    try:
        return read()
    except InvalidPlan:
        raise
    except (errors.FileNotDecryptedError, errors.DependencyError):
        raise _refused(say("PDF 文件加了密，不能读取：请取消密码，另存一份再读取")) from None
    except errors.LimitReachedError:
        raise _refused(say("PDF 文件展开后太大，可能有害，不读取：请重新导出，或改用 Word 原件")) from None
    except Exception:  # noqa: BLE001 - of a damaged file anything may be raised: keys, types, recursion
        raise _refused(say("PDF 文件已损坏，打不开：请重新导出，或改用 Word 原件")) from None


def _read(data: bytes, deadline: float) -> Manuscript:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    if len(reader.pages) > MAX_PAGES:
        raise _refused(say("页数太多：最多{limit}页，请只保留帮扶方案本身", limit=MAX_PAGES))
    pages, forms, notes = _pages(reader, deadline)
    blocks = (*paragraphs(pages), *forms)
    if not blocks:
        raise _refused(say("PDF 里没有文字，可能是扫描件：请先做文字识别（OCR），或改用 Word 原件"))
    return Manuscript(blocks, tuple(notes))


def _pages(reader: "PdfReader", deadline: float) -> tuple[list[list[Line]], list[Line], list[Note]]:
    pages: list[list[Line]] = []
    forms: list[Line] = []
    notes: list[Note] = []
    signs = 0
    for number, page in enumerate(reader.pages, 1):
        text, odd = uncontrolled(_text(page, deadline))
        signs += len(text)
        if signs > MAX_SIGNS:
            raise _refused(say("文字太多：最多{limit}字，请只保留帮扶方案本身", limit=MAX_SIGNS))
        shown = [line for line in text.splitlines() if line.strip()]
        pages.append([Line(line, Place(row, 1, spot=Page(number))) for row, line in enumerate(shown, 1)])
        forms += _fields(page, len(shown) + 1, number)
        notes += _page_notes(page, number, odd, is_empty=not shown)
    return pages, forms, notes


def _text(page: "PageObject", deadline: float) -> str:
    def watch(*_: object) -> None:
        if time.monotonic() > deadline:
            raise _refused(say("读取 PDF 用时太长，已停止：请重新导出，或改用 Word 原件"))

    return page.extract_text(visitor_operand_before=watch)


def _page_notes(page: "PageObject", number: int, odd: Message | None, *, is_empty: bool) -> Iterator[Note]:
    place = Place(spot=Page(number))
    if odd:
        yield odd, place
    if is_empty and _has_picture(page):
        yield say("第{page}页没有文字，可能是扫描的图片，没有读取", page=number), place


def _has_picture(page: "PageObject") -> bool:
    things = _of(_of(page, "/Resources"), "/XObject")
    return any(_of(things, str(name)).get("/Subtype") == "/Image" for name in things)


def _fields(page: "PageObject", first: int, number: int) -> Iterator[Line]:
    """Yield what is filled into the form on a page."""
    row = first
    for annotation in page.annotations or ():
        field = annotation.get_object()
        parent = _of(field, "/Parent")
        value = field.get("/V", parent.get("/V"))
        text = uncontrolled(value)[0].strip() if isinstance(value, str) else ""
        # What begins with a stroke is the name of a ticked box, not a text.
        if field.get("/Subtype") == "/Widget" and text and not text.startswith("/"):
            label = field.get("/TU") or field.get("/T") or parent.get("/T") or ""
            place = Place(row, 1, spot=Page(number))
            yield Line(" ".join(text.split()), place, label=str(label), is_whole=True)
            row += 1


def _of(thing: Mapping[object, object], key: str) -> Mapping[object, object]:
    """Return the mapping that a key refers to, an empty one where there is none."""
    from pypdf.generic import IndirectObject

    found = thing.get(key)
    found = found.get_object() if isinstance(found, IndirectObject) else found
    return found if isinstance(found, Mapping) else {}


def _refused(message: Message) -> InvalidPlan:
    return InvalidPlan((Fault(message),))
