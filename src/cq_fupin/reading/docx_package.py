"""A Word document's file: a zip of XML parts, opened within bounds and never believed."""

import posixpath
import re
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from xml.etree.ElementTree import (
    Element,
    ParseError,
    XMLParser,
)
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import frozen

from cq_fupin.reading.ole import is_ole
from cq_fupin.reading.source_faults import too_many
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

MAX_FILE = 50_000_000
MAX_UNPACKED = 500_000_000
MAX_ENTRIES = 10_000
MAX_PART = 50_000_000
# Past the first so many bytes a part may be so many times as long as it is compressed: tables of equal rows come near.
MAX_FREE = 10_000_000
MAX_RATIO = 200
MAX_TAGS = 2_000_000
MAX_DEPTH = 64

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTRY = b"PK\x01\x02"
# All that zipfile lets through when a file was damaged or made to mislead it.
_BROKEN = (
    BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)


@frozen
class Package:
    """The parts of a Word document 「部件」.

    Attributes:
        main: The name of the part that holds the document.
    """

    _archive: ZipFile
    _entries: Mapping[str, ZipInfo]
    main: str = ""

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part; None where it is missing."""
        entry = self._entries.get(name.casefold())
        return None if entry is None else _unpacked(self._archive, entry)

    def related(self, source: str) -> dict[str, str]:
        """Return the names of the parts that one refers to, by the last word of what they are to it."""
        folder, name = posixpath.split(source)
        data = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found: dict[str, str] = {}
        for relation in () if data is None else parsed(data):
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target", ""))
                kind = relation.get("Type", "").rpartition("/")[2]
                found.setdefault(kind, posixpath.normpath(target).lstrip("/"))
        return found


def open_package(data: bytes) -> Package:
    """Open the file of a Word document; nothing but the parts that are asked for is unpacked.

    Raises:
        InvalidPlan: It is none, is damaged or encrypted, or is past a limit.
    """
    _bound(data)
    try:
        archive = ZipFile(BytesIO(data))
        entries = archive.infolist()
    except _BROKEN:
        raise damaged() from None
    named = {entry.filename.replace("\\", "/").casefold(): entry for entry in entries}
    if len(named) < len(entries):
        raise damaged()
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise refused(say("文件解开后太大：最多{limit}字节，请删去图片和附件", limit=MAX_UNPACKED))
    package = Package(archive, named)
    main = package.related("").get("officeDocument")
    if main is None:
        raise refused(no_word())
    return Package(archive, named, main)


def _bound(data: bytes) -> None:
    if not data:
        raise refused(say("文件是空的：请写入帮扶方案的内容"))
    if len(data) > MAX_FILE:
        raise refused(say("文件太大：最多{limit}字节，请压缩或删去图片", limit=MAX_FILE))
    if is_ole(data):
        raise refused(locked() if _ENCRYPTED in data else _old())
    if not data.startswith(b"PK"):
        raise refused(no_word())
    if data.count(_ENTRY) > MAX_ENTRIES:
        raise refused(too_many(MAX_ENTRIES))


def _unpacked(archive: ZipFile, entry: ZipInfo) -> bytes:
    if entry.flag_bits & 1:
        raise refused(locked())
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise damaged()
    if entry.file_size > MAX_PART:
        raise refused(say("文档内容太大：单个部分最多{limit}字节，请只保留帮扶方案本身", limit=MAX_PART))
    if entry.file_size > max(MAX_FREE, MAX_RATIO * entry.compress_size):
        raise refused(say("文档内容压缩得不寻常，没有打开：请用 Word 或 WPS 打开后另存为 .docx，再读取"))
    try:
        return archive.read(entry)
    except _BROKEN:
        raise damaged() from None


# Both kinds of OOXML say the same in different namespaces; Word writes the second when asked for “Strict”.
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_STRICT = re.compile(rb"(?<=[\"'])http://purl\.oclc\.org/ooxml/(wordprocessingml|drawingml|officeDocument)/")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def parsed(data: bytes) -> Element:
    """Return the root of a part; it is UTF-8 whatever it says, so that no encoding hides a DTD.

    Raises:
        InvalidPlan: It is no XML, holds a DTD, or is past a limit.
    """
    if data.startswith(_UTF_16):
        data = data.decode("utf-16", "replace").encode()
    if b"<!DOCTYPE" in data:
        raise refused(say("文档里有不允许的 DTD 声明：请用 Word 或 WPS 打开后另存为 .docx"))
    if data.count(b"<") > MAX_TAGS:
        raise refused(too_many(MAX_TAGS))
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(_TRANSITIONAL, data)
    parser = XMLParser(encoding="utf-8")  # noqa: S314 - without a DTD there are no entities to expand
    try:
        parser.feed(data)
        root = parser.close()
    except (ParseError, ValueError):
        raise damaged() from None
    return root


def refused(message: Message) -> InvalidPlan:
    """Return the error that says one thing of the whole file."""
    return InvalidPlan((Fault(message),))


def damaged() -> InvalidPlan:
    """Return the error of a file that can't be opened."""
    return refused(say("文档已损坏，无法打开：请用 Word 或 WPS 打开后另存为 .docx，再读取"))


def too_deep() -> InvalidPlan:
    """Return the error of what is nested past the limit."""
    return refused(say("嵌套太深：最多{limit}层，请把表格、文本框或内容控件拆开", limit=MAX_DEPTH))


def locked() -> Message:
    """Return what to say of an encrypted file."""
    return say("文档加了密码：请取消密码后另存为 .docx，再读取")


def _old() -> Message:
    return say("这是旧版 Word 或 WPS 文档（.doc、.wps）：请用 Word 或 WPS 另存为 .docx，再读取")


def no_word() -> Message:
    """Return what to say of a file of another kind."""
    return say("这不是 Word 文档（.docx）：请用 Word 或 WPS 另存为 .docx，再读取")
