"""The package that an .xlsx is: a zip archive of XML parts, opened within bounds and never unpacked to files."""

import posixpath
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import BadZipFile, LargeZipFile, ZipFile

from attrs import field, frozen

from cq_fupin.reading.ole import is_ole, ole_refusal
from cq_fupin.words.errors import Fault, InvalidPlan
from cq_fupin.words.message import Message, say

MAX_PACKAGE = 20_000_000
MAX_ENTRIES = 2_000
MAX_UNPACKED = 60_000_000
MAX_RATIO = 200
# Small parts compress well without being bombs.
_SMALL = 1_000_000
# What damaged archives and parts make the standard library raise.
_DAMAGE = (
    BadZipFile, LargeZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
    OverflowError, ET.ParseError,
)  # fmt: skip
_OFFICE = "/officeDocument"


@frozen
class Package:
    """An opened archive.

    Attributes:
        names: The names of its parts, as they are asked for by lower-case letters.
    """

    names: dict[str, str]
    _archive: ZipFile = field(repr=False, eq=False)

    def part(self, name: str) -> ET.Element | None:
        """Return the root of a part, or None if there is none by that name."""
        data = self._data(name)
        return None if data is None else parsed(data)

    def elements(self, name: str) -> Iterator[ET.Element]:
        """Yield the elements of a part whose end is reached, so that few are kept at once."""
        data = self._data(name)
        if data is None:
            raise damaged()
        try:
            yield from (element for _, element in ET.iterparse(BytesIO(data), ("end",)))  # noqa: S314 - see _data
        except _DAMAGE:
            raise damaged() from None

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to inside of the package: by id the kind and the name of the part."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            link.get("Id", ""): (link.get("Type", ""), _joined(folder, link.get("Target", "")))
            for link in (() if root is None else root)
            if link.get("TargetMode") != "External"
        }

    def _data(self, name: str) -> bytes | None:
        real = self.names.get(name.lower())
        if real is None:
            return None
        try:
            data = self._archive.read(real)
        except _DAMAGE:
            raise damaged() from None
        # UTF-16 has a zero in each of these signs.
        if b"<!DOCTYPE" in (bare := data.replace(b"\x00", b"")) or b"<!ENTITY" in bare:
            raise _refused(say("文件里有 XML 实体声明，可能有害，不读取：请在 Excel 或 WPS 里另存一份"))
        return data


def opened(data: bytes) -> Package:
    """Open an archive, or say what the bytes are instead.

    Raises:
        InvalidPlan: It is no archive, an old or encrypted document, damaged, or past a bound.
    """
    if is_ole(data):
        raise ole_refusal(data)
    if len(data) > MAX_PACKAGE:
        raise _refused(say("文件太大：最多{limit}字节，请去掉图片，只保留帮扶方案本身", limit=MAX_PACKAGE))
    if not data.strip():
        raise _refused(say("文件是空的：请写入帮扶方案的内容"))
    if not data.startswith(b"PK"):
        raise _refused(say("这不是 .xlsx 文件：请在 Excel 或 WPS 里另存为 .xlsx 再读取"))
    try:
        archive = ZipFile(BytesIO(data))
    except _DAMAGE:
        raise damaged() from None
    _bound(archive)
    return Package({info.filename.lower(): info.filename for info in archive.infolist()}, archive)


def workbook(package: Package) -> str:
    """Return the name of the part that lists the sheets.

    Raises:
        InvalidPlan: It is a document of another kind.
    """
    for kind, name in package.related("").values():
        if kind.endswith(_OFFICE):
            if (other := _other(name.lower())) is not None:
                raise _refused(other)
            return name
    if "content.xml" in package.names:
        raise _refused(say("这是 OpenDocument 文档（.ods、.odt）：请另存为 .xlsx 或 .docx 再读取"))
    raise _refused(say("这个压缩包不是 .xlsx 文件：请在 Excel 或 WPS 里另存为 .xlsx 再读取"))


def parsed(data: bytes) -> ET.Element:
    """Return the root of XML that has no DOCTYPE.

    Raises:
        InvalidPlan: It isn't well-formed.
    """
    try:
        return ET.fromstring(data)  # noqa: S314 - whoever calls has looked for a DOCTYPE
    except _DAMAGE:
        raise damaged() from None


def local(element: ET.Element) -> str:
    """Return an element's name without its namespace: the strict form of the format has others."""
    return element.tag.rpartition("}")[2]


def damaged() -> InvalidPlan:
    """Return the error that says that a file can't be opened."""
    return _refused(say("文件已损坏，打不开：请在 Excel 或 WPS 里打开它，另存一份再读取"))


def _bound(archive: ZipFile) -> None:
    entries = archive.infolist()
    if len(entries) > MAX_ENTRIES:
        raise _refused(say("文件里的部分太多：最多{limit}个，请另存一份再读取", limit=MAX_ENTRIES))
    if any(info.flag_bits & 1 for info in entries):
        raise _refused(say("文件有打开密码，不能读取：请取消密码，再保存一次"))
    # A part never gives more than it says here: what it has beyond is damage.
    sizes = [(info.file_size, info.compress_size) for info in entries]
    is_bomb = any(size > _SMALL and size > MAX_RATIO * packed for size, packed in sizes)
    if is_bomb or sum(size for size, _ in sizes) > MAX_UNPACKED:
        raise _refused(say("文件解压后太大，可能有害，不读取：请只保留帮扶方案本身，另存一份"))


def _other(name: str) -> Message | None:
    if name.endswith(".bin"):
        return say("这是二进制的 Excel 文件（.xlsb）：请另存为 .xlsx 再读取")
    if name.startswith("word/"):
        return say("这是 Word 文档：请用 .docx 作文件名的结尾")
    if name.startswith("ppt/"):
        return say("这是演示文稿，不能读取：请把方案写成 .docx 或 .xlsx")
    return None


def _joined(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")


def _refused(message: Message) -> InvalidPlan:
    return InvalidPlan((Fault(message),))
