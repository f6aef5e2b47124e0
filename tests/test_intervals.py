"""Intervals are read in the words people use, and amount to what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.interval import INTERVALS, Interval
from cq_fupin.reading.intervals import read_interval, write_interval
from cq_fupin.reading.refused import Refused
from cq_fupin.words.answer import Unclear

WORDS = {
    "daily": ["每日", "每天", "逐日", "每日一次", "P1D", "Daily"],
    "weekly": ["每周", "每星期", "每周一次", "每周一", "每周五", "每星期日", "P7D", "P1W", "每礼拜"],
    "biweekly": [
        "每两周",
        "两周一次",
        "每2周",
        "隔周",
        "每半月",
        "每半个月",
        "每月两次",
        "每月2次",
        "P14D",
        "P2W",
    ],
    "monthly": [
        "每月",
        "每个月",
        "每月一次",
        "按月",
        "逐月",
        "月度",
        "一月一次",
        "每月15日",
        "每月底",
        "P1M",
    ],
    "bimonthly": ["每两个月", "隔月", "两个月一次", "每学期三次", "p2m"],
    "quarterly": [
        *(
            "每季度",
            "每季",
            "每季度一次",
            "按季度",
            "按季度一次",
            "季度",
            "每三个月",
            "三个月一次",
            "每个季度",
        ),
        *(
            "一年四次",
            "每年四次",
            "每季度末",
            "每季度至少一次",
            "每学期两次",
            "P3M",
            "每 季 度。",
            "ＱＵＡＲＴＥＲＬＹ",
        ),
    ],
    "half_yearly": [
        *(
            "每半年",
            "每半年一次",
            "半年",
            "半年度",
            "半年一次",
            "每学期",
            "每学期一次",
            "每年两次",
            "一年两次",
        ),
        *("每年2次", "每年不少于2次", "每六个月", "half-yearly", "Half Yearly", "HALF_YEARLY", "P6M"),
    ],
    "yearly": [
        "每年",
        "每年一次",
        "一年一次",
        "年度",
        "按年度",
        "每年年底",
        "每年底",
        "P1Y",
        "P12M",
        "每十二个月",
    ],
    "once": ["一次性", "仅一次", "只一次", "一次", "1次", "once"],
    "regular": ["定期", "Regular"],
    "irregular": ["不定期", "irregular"],
}


@pytest.mark.parametrize(("text", "id"), [(text, id) for id, texts in WORDS.items() for text in texts])
def test_an_interval_is_read_in_these_words(text: str, id: str) -> None:
    assert read_interval(text) == INTERVALS[id]


@pytest.mark.parametrize(
    ("text", "id", "days"),
    [
        ("P4M", "P4M", 123),
        ("P04M", "P4M", 123),
        ("P90D", "P90D", 90),
        ("P13W", "P13W", 91),
        ("P91D", "P13W", 91),
        ("P18M", "P1Y6M", 550),
        ("P1M15D", "P1M15D", 46),
        ("每年三次", "P4M", 123),
        ("每十五天", "P15D", 15),
        ("每旬", "P10D", 10),
        ("每两年", "P2Y", 731),
        ("隔年", "P2Y", 731),
        ("P100Y", "P100Y", 36525),
    ],
)
def test_what_has_no_word_stays_a_duration_with_its_most_days(text: str, id: str, days: int) -> None:
    assert read_interval(text) == Interval(id, days)


@pytest.mark.parametrize(
    ("text", "days"),
    [("每年五次", 74), ("每周两次", 4), ("每月三次", 11), ("每季度两次", 46), ("每周三次", 3)],
)
def test_what_divides_into_no_whole_months_or_days_is_rounded_up(text: str, days: int) -> None:
    assert read_interval(text) == Interval(f"P{days}D", days)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "待定",
            "经常",
            "常态化",
            "适时",
            "每季度走访",
            "三个月",
            "年",
            "月",
            "每三月",
            "三月一次",
            "每两半年",
        ),
        *(
            "每月0次",
            "每0个月",
            "每百个百年",
            "每年一二次",
            "每9999年7次",
            "每两周五",
            "P",
            "P0D",
            "P9999Y",
            "P99999D",
            "PT24H",
            "P3",
            "3M",
        ),
        *(
            "P1D1M",
            "P-3M",
            "P0.5Y",
            "half__yearly",
            pytest.param("每" * 100_000, id="overlong 1"),
            pytest.param("9" * 100_000, id="overlong 2"),
        ),
    ],
)
def test_anything_else_is_unclear_and_kept_as_written(text: str) -> None:
    answer = read_interval(text)
    assert answer == Unclear(text)
    assert isinstance(answer, Unclear)
    assert "每季度" in str(answer.hint)


@pytest.mark.parametrize(("value", "text"), [(30, "30"), (0.5, "0.5"), (Decimal("1E+9"), "1E+9")])
def test_a_number_without_its_unit_is_unclear(value: object, text: str) -> None:
    assert read_interval(value) == Unclear(text)


def test_a_number_of_thousands_of_digits_is_kept_as_a_hexadecimal() -> None:
    assert read_interval(16**5000) == Unclear(hex(16**5000))


@pytest.mark.parametrize("value", [True, None, [], {}])
def test_another_type_is_refused(value: object) -> None:
    with pytest.raises(Refused, match="频次"):
        read_interval(value)


@given(
    st.sampled_from([*INTERVALS.values()])
    | st.builds("P{}M{}D".format, st.integers(0, 99), st.integers(1, 999)).map(read_interval)
    | st.builds(
        "每{}{}{}次".format, st.integers(1, 40), st.sampled_from(["年", "个月", "天"]), st.integers(1, 40)
    ).map(read_interval)
)
def test_what_is_written_reads_as_the_same(interval: Interval | Unclear) -> None:
    assert isinstance(interval, Interval)
    assert read_interval(write_interval(interval)) == interval
