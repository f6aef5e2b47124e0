"""Packages: the parts of Word and Excel files, bounded, and what can't be opened."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from cq_fupin.telling import package
from cq_fupin.telling.package import Package, packed, unpacked
from cq_fupin.words.errors import FupinError

PLAIN = packed(Package({"a.xml": b"<a/>" * 100, "b/c.xml": b"x"}))


def test_what_is_packed_comes_out_in_its_order() -> None:
    assert dict(unpacked(PLAIN).parts) == {"a.xml": b"<a/>" * 100, "b/c.xml": b"x"}
    assert [*unpacked(PLAIN).parts] == ["a.xml", "b/c.xml"]


@pytest.mark.parametrize("data", [b"", b"PK", b"text", PLAIN[:40], PLAIN.replace(b"b/c", b"b/d", 1)])
def test_what_is_no_whole_archive_is_refused(data: bytes) -> None:
    with pytest.raises(FupinError, match="已损坏，或者不是"):
        unpacked(data)


def test_a_damaged_part_is_refused() -> None:
    start = PLAIN.index(b"a.xml") + 5
    with pytest.raises(FupinError, match="打不开"):
        unpacked(PLAIN[:start] + b"\xff\xff\xff" + PLAIN[start + 3 :])


def test_a_file_with_a_password_is_refused() -> None:
    with pytest.raises(FupinError, match="有密码"):
        unpacked(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    encrypted = bytearray(PLAIN)
    for head in (b"PK\x03\x04", b"PK\x01\x02"):
        at = PLAIN.index(head) + (6 if head[2] == 3 else 8)
        encrypted[at] |= 1
    with pytest.raises(FupinError, match="有密码"):
        unpacked(bytes(encrypted))


def test_what_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("a", bytes(2_000_000))
    monkeypatch.setattr(package, "_MOST_BYTES", 1_000_000)
    with pytest.raises(FupinError, match="太大"):
        unpacked(target.getvalue())
    monkeypatch.setattr(package, "_MOST_PARTS", 1)
    with pytest.raises(FupinError, match="太大"):
        unpacked(PLAIN)
