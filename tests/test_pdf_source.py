"""PDF files: of text, of pictures, of forms, damaged, encrypted, and made to do harm."""

import sys
import zlib
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from cq_fupin.models.place import Place
from cq_fupin.reading import pdf_source
from cq_fupin.reading.manuscript import Line
from cq_fupin.reading.pdf_source import MAX_PDF, read_pdf
from cq_fupin.words.errors import InvalidPlan
from cq_fupin.words.spot import Page
from pdf_writer import pdf

DOCUMENT = Path(__file__).parent / "documents" / "notice-libreoffice.pdf"
PLAN = pdf([["某协会2020年帮扶方案", "时间：2020 年 6 月", "— 1 —"], ["一、帮扶对象", "30 户", "— 2 —"]])


def refusal(data: bytes, **options: float) -> str:
    with pytest.raises(InvalidPlan) as caught:
        read_pdf(data, **options)
    (fault,) = caught.value.faults
    return str(fault)


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(PLAN)))
    writer.encrypt(password, owner_password="其他", algorithm="RC4-128")
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_text_is_read_page_by_page() -> None:
    manuscript = read_pdf(PLAN)
    assert manuscript.blocks == (
        Line("某协会2020年帮扶方案", Place(1, 1, spot=Page(1))),
        Line("时间：2020年6月", Place(2, 1, spot=Page(1)), gaps=((7, 1), (8, 1), (9, 1))),
        Line("一、帮扶对象", Place(1, 1, spot=Page(2))),
        Line("30户", Place(2, 1, spot=Page(2)), gaps=((2, 1),)),
    )
    assert manuscript.notes == ()


def test_a_file_that_libreoffice_has_made_is_read() -> None:
    texts = [line.text for line in read_pdf(DOCUMENT.read_bytes()).blocks if isinstance(line, Line)]
    assert texts[0] == "某协会2020年帮扶方案"
    assert texts[1] == (
        "（一）为贯彻落实市委、市政府关于打赢脱贫攻坚战的决策部署，我会定于2020年6月至12月在酉阳县开展消费帮扶活动，"
        "计划投入资金3.5万元，帮扶对象为建档立卡贫困户30户约120人，由秘书处负责组织实施，并接受会员监督。"
    )
    assert texts[2] == "时间：2020年6月1日"
    assert not any(text.strip("—- ").isdigit() for text in texts)


def test_what_is_filled_into_a_form_is_read() -> None:
    form = {"项目名称": "帮扶方案", "同意": "/Yes", "备注": ""}
    manuscript = read_pdf(pdf([["申报书"]], form=form))
    assert manuscript.blocks[1:] == (
        Line("帮扶方案", Place(2, 1, spot=Page(1)), label="项目名称", is_whole=True),
    )


def test_a_scanned_file_is_named_and_a_scanned_page_noted() -> None:
    assert "可能是扫描件" in refusal(pdf([[]], picture=True))
    assert "可能是扫描件" in refusal(pdf([[]]))
    manuscript = read_pdf(pdf([["方案"], []], picture=True))
    assert [(str(message), place) for message, place in manuscript.notes] == [
        ("第2页没有文字，可能是扫描的图片，没有读取", Place(spot=Page(2)))
    ]


def test_control_characters_are_left_out_and_noted() -> None:
    manuscript = read_pdf(pdf([["方\x01案"]]))
    assert [line.text for line in manuscript.blocks if isinstance(line, Line)] == ["方案"]
    assert "U+0001" in str(manuscript.notes[0][0])


def test_a_password_is_asked_to_be_taken_off_where_one_is_needed() -> None:
    assert "加了密" in refusal(encrypted("密码"))
    assert read_pdf(encrypted("")).blocks == read_pdf(PLAN).blocks


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "不是 PDF"),
        (b"PK\x03\x04", "不是 PDF"),
        (b"%PDF-1.4" + b" " * MAX_PDF, "文件太大"),
        (b"%PDF-1.4\nnothing", "已损坏"),
        (pdf([["1"]] * 201), "页数太多：最多200页"),
    ],
)
def test_what_can_not_be_read_is_named(data: bytes, said: str) -> None:
    assert said in refusal(data)


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_source, "MAX_SIGNS", 3)
    assert "文字太多：最多3字" in refusal(PLAN)


def test_a_file_that_takes_too_long_is_given_up() -> None:
    assert "用时太长" in refusal(PLAN, seconds=-1)


def test_without_pypdf_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    assert refusal(PLAN) == '读取 PDF 需要 pypdf：请先运行 pip install "cq-fupin[pdf]"'


def test_a_bomb_is_not_unpacked() -> None:
    content = zlib.compress(b" " * 200_000_000)
    data = pdf([["方案"]]).replace(b"/Length ", b"/Filter/FlateDecode/Length ", 2)
    start, end = data.rindex(b"stream\nBT"), data.rindex(b"\nendstream")
    assert "展开后太大" in refusal(data[:start] + b"stream\n" + content + data[end:])


def test_scripts_and_links_are_left_alone() -> None:
    action = "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</O<</S/URI/URI(http://localhost:9/)>>>>"
    data = PLAN.replace(b"/Type/Catalog", b"/Type/Catalog" + action.encode())
    assert read_pdf(data).blocks == read_pdf(PLAN).blocks


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    broken = bytearray(PLAN)
    for _ in range(data.draw(st.integers(0, 12))):
        broken[data.draw(st.integers(8, len(broken) - 1))] = data.draw(st.integers(0, 255))
    end = data.draw(st.just(len(broken)) | st.integers(0, len(broken)))
    with suppress(InvalidPlan):
        read_pdf(bytes(broken[:end]))
