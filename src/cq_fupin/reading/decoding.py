"""Decoding: bytes to text, and a file's ending to its format."""

import codecs
import re
from typing import Literal, TypeAlias

from cq_fupin.reading.document import MAX_BYTES
from cq_fupin.reading.ole import MAGIC
from cq_fupin.reading.source_faults import prepared, too_big
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

#: Formats whose keys are those of a plan.
DataFormat: TypeAlias = Literal["json", "yaml", "toml"]
#: All formats that plans are read from: data, and documents for people.
SourceFormat: TypeAlias = Literal["json", "yaml", "toml", "docx", "xlsx", "csv", "pdf", "text"]

_MOST_BYTES = 20_000_000
_DATA: dict[str, DataFormat] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml"}
_SUFFIXES: dict[str, SourceFormat] = {
    **_DATA,
    ".docx": "docx",
    ".docm": "docx",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".csv": "csv",
    ".tsv": "csv",
    ".pdf": "pdf",
    ".txt": "text",
    ".md": "text",
    ".markdown": "text",
}


_OLD_TEXTS = (".doc", ".wps", ".rtf", ".odt")
_OLD_SHEETS = (".xls", ".et", ".ods")


def source_format(suffix: str) -> SourceFormat:
    """Return the format of a file by its ending.

    >>> source_format(".YML")
    'yaml'

    Raises:
        InvalidPlan: No document in this format can be read.
    """
    known = _SUFFIXES.get(suffix.casefold())
    if known is None:
        raise _refused(_unreadable_suffix(suffix.casefold()))
    return known


def data_format(suffix: str) -> DataFormat | None:
    """Return the format of data by a file's ending, or None for anything else.

    >>> data_format(".TOML"), data_format(".docx")
    ('toml', None)
    """
    return _DATA.get(suffix.casefold())


def is_old(suffix: str) -> bool:
    """Tell whether files with an ending have to be converted before they can be read.

    >>> is_old(".WPS"), is_old(".docx")
    (True, False)
    """
    return suffix.casefold() in _OLD_TEXTS + _OLD_SHEETS


def is_document(suffix: str) -> bool:
    """Tell whether files with an ending may be documents of plans, old formats included.

    >>> is_document(".DOCX"), is_document(".wps"), is_document(".png")
    (True, True, False)
    """
    return suffix.casefold() in _SUFFIXES or is_old(suffix)


def _unreadable_suffix(suffix: str) -> Message:
    if suffix in _OLD_TEXTS:
        return say("这是旧版或其他格式的文字文档（{suffix}）：请在 Word 或 WPS 里另存为 .docx", suffix=suffix)
    if suffix in _OLD_SHEETS:
        return say(
            "这是旧版或其他格式的电子表格（{suffix}）：请在 Excel 或 WPS 里另存为 .xlsx", suffix=suffix
        )
    return say("不认识文件格式“{suffix}”：可以用的有{known}", suffix=suffix, known=tuple(_SUFFIXES))


def _mistaken(what: Message) -> Message:
    return say(
        "这是{what}，不是文字文件：请按实际格式改后缀，或把方案另存为 .docx、.xlsx 或 UTF-8 文字", what=what
    )


def most_bytes(format: SourceFormat) -> int:
    """Return how big a file in a format may be: those that are packed may hold pictures."""
    return _MOST_BYTES if format in ("docx", "xlsx", "pdf") else MAX_BYTES


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 or UTF-32 by its mark, else GB 18030.

    >>> decode("标题: 帮扶方案".encode("gb18030"))
    '标题: 帮扶方案'

    Raises:
        InvalidPlan: It is empty, too big, or no text.
    """
    if len(data) > MAX_BYTES:
        raise _refused(too_big(MAX_BYTES))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise _refused(_mistaken(what))
    return prepared(_decoded(data))


# Archives come with one mark each; what is in them is not looked at.
_MAGIC: tuple[tuple[bytes, Message], ...] = (
    (b"PK\x03\x04", say("Word、Excel 文档（.docx、.xlsx）或压缩包")),
    (MAGIC, say("旧版 Word、Excel 或 WPS 文档（.doc、.xls、.wps）")),
    (b"%PDF-", say("PDF 文件")),
    (b"{\\rtf", say("RTF 文档")),
    (b"\x89PNG", say("图片")),
    (b"\xff\xd8\xff", say("图片")),
    (b"GIF8", say("图片")),
    (b"II*\x00", say("图片")),
    (b"MM\x00*", say("图片")),
    (b"Rar!", say("压缩包")),
    (b"7z\xbc\xaf", say("压缩包")),
    (b"\x1f\x8b", say("压缩包")),
)
# The longer mark first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data:
        raise _refused(say("这不是文字文件：里面有二进制内容；请另存为 UTF-8 编码的文字"))
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        damaged = len(_HAN.findall(data[: error.start].decode())) >= _SURE
    return _strictly(data, "utf-8" if damaged else "gb18030")


# So much Chinese before the first fault is UTF-8 that was cut or damaged, never GB 18030 by chance.
_HAN = re.compile("[\u4e00-\u9fff]")
_SURE = 8


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = say("这里的字符无法解读：请用记事本等软件另存为 UTF-8 编码")
        # In UTF-16 and UTF-32 a byte that looks like a line feed may be half a character.
        line = None if encoding in ("utf-16", "utf-32") else data.count(b"\n", 0, error.start) + 1
    raise InvalidPlan((Fault(message, "", line),))


def _refused(message: Message) -> InvalidPlan:
    return InvalidPlan((Fault(message),))
