"""Numbers are read as people write them, or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.words.numerals import chinese_numeral, half_width, read_numeral


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("１２０，０００．５０", "120000.50"),
        ("1,234,567", "1234567"),
        ("1 715 992.15", "1715992.15"),
        ("3.5万", "35000"),
        ("12000万", "120000000"),
        ("1.2亿", "120000000"),
        ("1.2万亿", "1200000000000"),
        ("5千", "5000"),
        ("3百万", "3000000"),
        ("1万5千", "15000"),
        ("3万5000", "35000"),
        ("十二", "12"),
        ("三十五", "35"),
        ("叁拾伍万", "350000"),
        ("壹佰贰拾", "120"),
        ("貳萬", "20000"),
        ("两百", "200"),
        ("两千零二十", "2020"),
        ("兩萬", "20000"),
        ("两", "2"),
        ("一百零五", "105"),
        ("一百〇五", "105"),
        ("十万零五千", "105000"),
        ("三万五千", "35000"),
        ("三万零五", "30005"),
        ("三点五万", "35000"),
        ("零点五", "0.5"),
        ("一亿二千万", "120000000"),
        ("二〇二〇", "2020"),
        ("二○二○", "2020"),
        ("二零二零", "2020"),
        ("二0二0", "2020"),
        ("二O二O", "2020"),
        ("一〇五", "105"),
        ("零", "0"),
        ("0", "0"),
    ],
)
def test_a_number_is_read_in_any_digits(text: str, number: str) -> None:
    assert read_numeral(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "5.", ".5", "-5", "1e5", "1.2.3", "12,34", "1,2345", "1 715,992", "①30", "5²"),
        *(
            "百",
            "万",
            "零三",
            "十十",
            "二十二十",
            "十两",
            "两十",
            "三万万",
            "一万二亿三亿",
            "O",
            "零万",
            "百五十",
        ),
        *(
            "三点",
            "3点5",
            "x点五",
            "1.2万500",
            "三五",
            "三五万",
            "三五百",
            "一百零",
            "一百零二百",
            "无",
            "几十",
        ),
    ],
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize("text", ["三万五", "一百二", "3万5", "一千五"])
def test_a_shortened_number_is_not_guessed(text: str) -> None:
    assert read_numeral(text) is None


def test_an_overlong_text_is_no_number() -> None:
    assert read_numeral("9" * 100_000) is None
    assert read_numeral("亿" * 40) is None


@given(st.integers(1, 99))
def test_a_chinese_numeral_is_read_back(number: int) -> None:
    assert read_numeral(chinese_numeral(number)) == number


def test_chinese_numerals_are_those_of_the_articles() -> None:
    assert [chinese_numeral(n) for n in (1, 10, 11, 18, 20, 21, 99)] == [
        *("一", "十", "十一", "十八", "二十", "二十一", "九十九")
    ]


@pytest.mark.parametrize("number", [0, 100, -1])
def test_a_chinese_numeral_is_from_1_to_99(number: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 99"):
        chinese_numeral(number)


def test_half_width_keeps_what_only_looks_like_a_digit() -> None:
    assert half_width("①５²￥\u3000\u200bＡ") == "①5²¥ A"


@given(st.text(max_size=60))
def test_no_text_breaks_a_numeral(text: str) -> None:
    number = read_numeral(text)
    assert number is None or (number.is_finite() and number >= 0)
