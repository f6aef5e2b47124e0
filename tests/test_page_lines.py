"""Lines of pages become paragraphs: what the page has added is taken away, what it has broken is joined."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.manuscript import Line
from cq_fupin.reading.page_lines import paragraphs
from cq_fupin.words.spot import Page

FULL = "为贯彻落实市委、市政府关于打赢脱贫攻坚战的决策部署，我会定于二〇二〇年六月至十二月在"


def read(*pages: Sequence[str]) -> list[Line]:
    return paragraphs(
        [
            [Line(text, Place(row, 1, spot=Page(number))) for row, text in enumerate(page, 1)]
            for number, page in enumerate(pages, 1)
        ]
    )


def texts(*pages: Sequence[str]) -> list[str]:
    return [line.text for line in read(*pages)]


@pytest.mark.parametrize(
    "number",
    ["3", "— 3 —", "- 12 -", "第 3 页", "第3页 共10页", "3/10", "第 3 页（共 10 页）", "Page 3 of 9"],
)
def test_numbers_of_pages_are_left_out(number: str) -> None:
    assert texts(["方案", number]) == ["方案"]
    assert texts([number, "方案", "30户"]) == ["方案", "30户"]
    assert number.replace(" ", "") in [text.replace(" ", "") for text in texts(["方案", number, "30户"])]


def test_a_header_is_shown_once() -> None:
    pages = [["某协会帮扶方案", f"一、第{n}部分", "内部资料", str(n)] for n in "123"]
    assert texts(*pages) == ["某协会帮扶方案", "一、第1部分", "内部资料", "一、第2部分", "一、第3部分"]
    assert texts(*pages[:2]).count("某协会帮扶方案") == 2


def test_a_line_that_the_page_has_broken_is_joined() -> None:
    (line,) = read([FULL, "酉阳县开展帮扶。"])
    assert line.text == f"{FULL}酉阳县开展帮扶。"
    assert line.is_whole
    assert line.at(60) == Place(1, 1, spot=Page(1))


def test_a_paragraph_goes_on_over_the_page() -> None:
    (line,) = read([FULL, "— 1 —"], ["酉阳县开展帮扶。", "— 2 —"])
    assert line.text.endswith("在酉阳县开展帮扶。")
    assert line.place.spot == Page(1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (FULL[:-1] + "。", "酉阳县"),
        (FULL, "二、措施"),
        (FULL, "（二）措施"),
        (FULL, "1.走访"),
        (FULL, "一是走访"),
        (FULL, "　　走访"),
        (FULL, "时间：2020年"),
        (FULL, "附件1"),
        (FULL[:20], "酉阳县"),
        (FULL[:19] + "，", "酉阳县"),
    ],
)
def test_what_may_be_a_paragraph_of_its_own_stays_one(before: str, after: str) -> None:
    assert len(read([FULL[:-1] + "。", FULL[:-1] + "。", before, after])) == 4


def test_a_line_that_ends_open_is_joined_though_it_is_not_quite_full() -> None:
    assert len(read([FULL[:-1] + "。", FULL[:-1] + "。", FULL[:-7] + "，", "酉阳县"])) == 3


def test_short_lines_are_those_of_a_form() -> None:
    assert texts(["标题帮扶方案", "组织某协会", "时间2020年"]) == ["标题帮扶方案", "组织某协会", "时间2020年"]
    assert texts() == []


def test_words_of_latin_letters_stay_apart() -> None:
    before = "The association will send people to the villages and give what is needed to"
    assert texts([before, "thirty households"]) == [f"{before} thirty households"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("2020 年 6 月 1 日", "2020年6月1日"),
        ("资金 3.5 万元", "资金 3.5万元"),
        ("3.5 万 元", "3.5万 元"),
        ("3万 元", "3万元"),
        ("约 120 人次", "约120人次"),
        ("1 2020 3.5", "1 2020 3.5"),
        ("走访  30  户", "走访  30  户"),
        ("张 三", "张 三"),
        ("⼀、⽬标", "一、目标"),
        ("　时间", "时间"),
    ],
)
def test_spaces_that_typesetting_put_beside_digits_are_left_out(written: str, text: str) -> None:
    ((line),) = read([written])
    assert line.text == text
    for index, sign in enumerate(line.text):
        column = line.at(index).column
        assert column is not None
        assert sign in "一目" or written[column - 1] == sign


@given(
    st.lists(
        st.lists(st.text(st.sampled_from("方案30 —-第页/一、。：A"), min_size=1, max_size=30), max_size=5),
        max_size=5,
    )
)
def test_any_lines_become_paragraphs(pages: list[list[str]]) -> None:
    assert len(read(*pages)) <= sum(map(len, pages))
