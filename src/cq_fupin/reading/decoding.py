"""Decoding: bytes to text, and a file's ending to its format."""

import codecs
import re
from typing import Literal, TypeAlias

from cq_fupin.reading.document import MAX_BYTES
from cq_fupin.reading.source_faults import prepared, too_big
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

SourceFormat: TypeAlias = Literal["json", "yaml", "toml"]

_SUFFIXES: dict[str, SourceFormat] = {".json": "json", ".yaml": "yaml", ".yml": "yaml", ".toml": "toml"}


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


def _unreadable_suffix(suffix: str) -> Message:
    if suffix in (".docx", ".doc", ".wps", ".rtf", ".odt"):
        return _unreadable(say("Word 或 WPS 文字文档（{suffix}）", suffix=suffix))
    if suffix in (".xlsx", ".xls", ".et", ".ods", ".csv"):
        return _unreadable(say("电子表格（{suffix}）", suffix=suffix))
    if suffix == ".pdf":
        return _unreadable(say("PDF 文件"))
    if suffix in (".txt", ".md"):
        return _unreadable(say("普通文字（{suffix}）", suffix=suffix))
    return say("不认识文件格式“{suffix}”：请用 .json、.yaml、.yml 或 .toml 文件", suffix=suffix)


def _unreadable(what: Message) -> Message:
    return say("这是{what}，本版本还不能读取：请把方案另写成 JSON、YAML 或 TOML 文件", what=what)


def decode(data: bytes) -> str:
    """Return the text of a file: UTF-8, UTF-16 or UTF-32 by its mark, else GB 18030.

    >>> decode("标题: 帮扶方案".encode("gb18030"))
    '标题: 帮扶方案'

    Raises:
        InvalidPlan: It is empty, too big, or no text.
    """
    if len(data) > MAX_BYTES:
        raise _refused(too_big())
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise _refused(_unreadable(what))
    return prepared(_decoded(data))


# Archives come with one mark each; what is in them is not looked at.
_MAGIC: tuple[tuple[bytes, Message], ...] = (
    (b"PK\x03\x04", say("Word、Excel 文档（.docx、.xlsx）或压缩包")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", say("旧版 Word、Excel 或 WPS 文档（.doc、.xls、.wps）")),
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
        raise _refused(say("这不是文字文件：里面有二进制内容；请用 UTF-8 编码的 JSON、YAML 或 TOML 文件"))
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
