"""Silence, none and what isn't settled yet are told apart, and never mistaken for a value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.reading.marks import has_blank, is_none_mark, is_silent, is_unclear_mark


@pytest.mark.parametrize(
    "value", [None, "", " ", "\u3000", "\n\t", "\u200b", pytest.param(" " * 100_000, id="overlong 1")]
)
def test_nothing_and_blank_text_are_silent(value: object) -> None:
    assert is_silent(value)


@pytest.mark.parametrize("value", [0, False, "无", "0", [], {}, "/"])
def test_whatever_was_written_is_not_silent(value: object) -> None:
    assert not is_silent(value)


@pytest.mark.parametrize(
    "text", ["无", "没有", "暂无", "不涉及", "none", "None", "ＮＯＮＥ", " 无。", "（无）"]
)
def test_none_is_said_in_these_words(text: str) -> None:
    assert is_none_mark(text)
    assert not is_unclear_mark(text)


@pytest.mark.parametrize(
    "text",
    ["", "无人机", "无障碍设施", "没有困难", "不", "0", "/", pytest.param("无" * 100_000, id="overlong 2")],
)
def test_a_text_that_only_begins_so_is_no_none(text: str) -> None:
    assert not is_none_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        *("待定", "（待定）", "待定。", "TBD", "ｔｂｄ", "待确认", "待补充", "未定", "N/A", "另行通知"),
        *(
            "/",
            "\\",
            "—",
            "——",
            "-",
            "－",
            "?",
            "？",
            "…",
            "……",
            "...",
            "。",
            "×",
            "××",
            "○○",
            "□",
            "***",
            "()",
        ),
        *(
            "____",
            "＿＿",
            pytest.param("_" * 100_000, id="overlong 3"),
            "xx",
            "XX",
            "ＸＸ",
            "xx年",
            "20xx",
            "20xx年",
            "xx万元",
            "__元",
            "___人",
        ),
        *("某", "某村", "某某", "某某公司", "某县某镇某村", "XX县XX乡", "××医院", "xx村村委会", "____先生"),
        *("年 月 日", "  年  月  日", "2020年 月 日", "2020年  月", "2020年__月__日", "xx年xx月"),
    ],
)
def test_a_placeholder_is_unclear(text: str) -> None:
    assert is_unclear_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "万某",
            "户某",
            "某某同志先进事迹学习",
            "与某龙头企业签订保底收购协议",
            "在xx县开展义诊活动两次",
            "关于XX的通知",
        ),
        *(
            "XXL号棉衣",
            "xxx-large",
            "Exxon",
            "党参种植",
            "2020年6月",
            "12万元",
            "村",
            "户",
            "元",
            "公司",
            "5月底前",
        ),
        *(
            "new-marketing",
            "left_behind_children",
            "138****8888",
            "138xxxx8888",
            pytest.param("a" * 100_000, id="overlong 4"),
            "√",
            "☑",
            "未定期",
        ),
        *("", " ", pytest.param(" " * 100, id="overlong 5")),
    ],
)
def test_a_real_value_is_never_called_unclear(text: str) -> None:
    assert not is_unclear_mark(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "xx万元",
            "x万元",
            "ＸＸ元",
            "××元",
            "__元",
            "_元",
            "某",
            "某日",
            "（ ）万元",
            "□元",
            "…",
            "***元",
            "20xx年",
        ),
        *(
            "万元",
            "元",
            " 户",
            "人",
            "危房 户",
            "共   万元",
            "年 月 日",
            "2020年 月 日",
            "2020年6月 日",
            "X月X日",
        ),
    ],
)
def test_an_unfilled_place_in_a_value_is_seen(text: str) -> None:
    assert has_blank(text)


@pytest.mark.parametrize(
    "text",
    ["12万元", "12 万元", "30 户", "2020年6月1日", "2020 年 6 月", "3×500", "max", "5月底", "若干", "一批"],
)
def test_a_filled_value_has_no_blank(text: str) -> None:
    assert not has_blank(text)


@given(st.text(max_size=80))
def test_no_text_is_two_things_at_once(text: str) -> None:
    assert is_silent(text) + is_none_mark(text) + is_unclear_mark(text) <= 1
    has_blank(text)
