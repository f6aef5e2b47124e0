"""Bytes become text, or it is said what they look like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.reading.decoding import data_format, decode, is_document, source_format
from cq_fupin.reading.document import MAX_BYTES, decimal
from cq_fupin.words.errors import InvalidPlan

TEXT = "标题: 重庆市中药材行业协会帮扶方案\n组织: 某协会\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "gbk", "gb2312", "gb18030"])
def test_a_text_is_read_in_the_encodings_people_save_it_in(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_marks_are_known() -> None:
    assert decode(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT
    assert decode(b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be")) == TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "文件是空的"),
        (b"\xef\xbb\xbf \r\n\t", "文件是空的"),
        (b"PK\x03\x04\x14\x00", "这是Word、Excel 文档（.docx、.xlsx）或压缩包"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "旧版 Word"),
        (b"%PDF-1.7\n", "PDF"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"\x1f\x8b\x08", "压缩包"),
        (b"title\x00: x", "二进制"),
        (TEXT.encode("utf-16-le"), "二进制"),
        (b"title: \x07", "第1行第8列：这里有看不见的控制字符（U+0007）"),
        ("题: a\ufeffb".encode(), "第1行第5列：这里有看不见的控制字符（U+FEFF）"),
        (b"a: 1\nb: \xff\xff\n", "第2行：这里的字符无法解读"),
        (TEXT.encode()[:-2], "第2行：这里的字符无法解读"),
        (b"\xef\xbb\xbfa\n\xff", "第2行：这里的字符无法解读"),
        (b"\xff\xfea\x00\x00\xd8", "无法解读"),
        (b"x" * (MAX_BYTES + 1), "最多5000000字节"),
    ],
)
def test_what_is_no_text_is_named_and_the_right_formats_are_told(data: bytes, said: str) -> None:
    with pytest.raises(InvalidPlan, match=r"^方案有1处差错\n") as caught:
        decode(data)
    assert said in str(caught.value)


def test_a_damaged_utf_8_file_is_not_read_as_nonsense_in_gb_18030() -> None:
    whole = TEXT.encode()
    with pytest.raises(InvalidPlan, match="第1行"):
        decode(whole[:40] + whole[41:])


@pytest.mark.parametrize(
    ("suffix", "expected"), [(".json", "json"), (".yaml", "yaml"), (".YML", "yaml"), (".Toml", "toml")]
)
def test_a_format_is_known_by_the_files_ending(suffix: str, expected: str) -> None:
    assert source_format(suffix) == expected


@pytest.mark.parametrize(
    ("suffix", "said"),
    [
        (".doc", "文字文档（.doc）：请在 Word 或 WPS 里另存为 .docx"),
        (".WPS", "文字文档（.wps）：请在 Word 或 WPS 里另存为 .docx"),
        (".xls", "电子表格（.xls）：请在 Excel 或 WPS 里另存为 .xlsx"),
        (".et", "电子表格（.et）：请在 Excel 或 WPS 里另存为 .xlsx"),
        (".exe", "不认识文件格式“.exe”：可以用的有.json、.yaml、.yml、.toml、.docx"),
        ("", "可以用的有.json、.yaml、.yml、.toml、.docx"),
    ],
)
def test_an_ending_that_cannot_be_read_is_told_with_what_can(suffix: str, said: str) -> None:
    with pytest.raises(InvalidPlan) as caught:
        source_format(suffix)
    assert said in str(caught.value)


@given(st.binary(max_size=60))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        told = decode(data)
    except InvalidPlan as error:
        told = str(error)
    assert told


def test_data_are_told_apart_from_documents_and_from_what_is_neither() -> None:
    assert [data_format(suffix) for suffix in (".TOML", ".yml", ".docx", "")] == ["toml", "yaml", None, None]
    assert [is_document(suffix) for suffix in (".DOCX", ".wps", ".et", ".yaml", ".png")] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_a_number_of_too_many_digits_is_none() -> None:
    assert [decimal(number) for number in ("1e999", "9" * 5000, "1e9999999999")] == [None] * 3
    assert str(decimal("2020.10")) == "2020.10"
