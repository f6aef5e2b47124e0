"""A package: the parts of a Word or Excel file, and the ZIP archive that they are kept in."""

from collections.abc import Mapping
from io import BytesIO
from lzma import LZMAError
from types import MappingProxyType
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from attrs import frozen

from cq_fupin.reading.ole import is_ole
from cq_fupin.words.errors import FupinError
from cq_fupin.words.message import say

# No clock: the same parts make the same bytes. ZIP begins with 1980.
_WHEN = (1980, 1, 1, 0, 0, 0)
_MOST_PARTS, _MOST_BYTES = 5_000, 200_000_000
_BROKEN = say("这个文件打不开：它已损坏，或者不是 Word、Excel 文件（.docx、.xlsx）")
_TOO_BIG = say("这个文件解开后太大，不能加批注")
_ENCRYPTED = say("这个文件有密码，不能加批注：请先另存为没有密码的文件")
# What a damaged archive, or one packed in a way that nobody uses, raises.
_DAMAGES = (BadZipFile, EOFError, KeyError, LZMAError, NotImplementedError, OSError, ValueError, zlib_error)


@frozen
class Package:
    """The parts of a Word or Excel file 「文件包」, by their names in the archive and in its order."""

    parts: Mapping[str, bytes]


def unpacked(data: bytes) -> Package:
    """Return the parts that an archive holds.

    Raises:
        FupinError: It is no archive, is encrypted or damaged, or holds more than is sensible.
    """
    if is_ole(data):
        raise FupinError(_ENCRYPTED)
    try:
        with ZipFile(BytesIO(data)) as archive:
            return Package(MappingProxyType(_read(archive)))
    except _DAMAGES:  # NotImplementedError is a RuntimeError, and comes first
        raise FupinError(_BROKEN) from None
    except RuntimeError:
        raise FupinError(_ENCRYPTED) from None


def _read(archive: ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise FupinError(_TOO_BIG)
    return {entry.filename: archive.read(entry) for entry in entries}


def packed(package: Package) -> bytes:
    """Return the archive of the parts: the same bytes each time."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, data in package.parts.items():
            entry = ZipInfo(name, _WHEN)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # as on Windows, whatever this machine is
            archive.writestr(entry, data)
    return target.getvalue()
