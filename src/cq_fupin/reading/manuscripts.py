"""Manuscripts: which reader reads which format of documents for people."""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cq_fupin.reading.decoding import decode
from cq_fupin.reading.manuscript import Manuscript
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import say

#: Every format, with the module that is loaded for it, the function there, and whether that reads bytes.
READERS: Mapping[str, tuple[str, str, bool]] = MappingProxyType(
    {
        "docx": ("cq_fupin.reading.docx_source", "read_docx", True),
        "xlsx": ("cq_fupin.reading.xlsx_source", "read_xlsx", True),
        "pdf": ("cq_fupin.reading.pdf_source", "read_pdf", True),
        "csv": ("cq_fupin.reading.csv_source", "read_csv", False),
        "text": ("cq_fupin.reading.text_source", "read_text", False),
    }
)


def read_manuscript(source: str | bytes, format: str) -> Manuscript:
    """Return what a document in a format shows.

    Raises:
        InvalidPlan: It can't be read; its faults say why.
    """
    module, name, is_binary = READERS[format]
    read = getattr(import_module(module), name)
    if not is_binary:
        text = decode(source) if isinstance(source, bytes) else source
        return cast(Callable[[str], Manuscript], read)(text)
    if isinstance(source, str):
        raise InvalidPlan((Fault(say("这种格式要读取文件的字节，不是文字")),))
    return cast(Callable[[bytes], Manuscript], read)(source)
