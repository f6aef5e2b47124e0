"""A social organization's credit code is verified, and what is wrong with it is told."""

import pytest

from cq_fupin.reading.credit_code import read_credit_code
from cq_fupin.reading.refused import Refused

CODES = ["515000005000001233", "52500000MJP123456E", "53500000MJ0123456W"]


@pytest.mark.parametrize("code", CODES)
def test_a_code_with_its_check_character_is_read(code: str) -> None:
    assert read_credit_code(code) == code


@pytest.mark.parametrize(
    "text",
    [
        "52500000mjp123456e",
        " 52500000MJP123456E ",
        "５２５０００００ＭＪＰ１２３４５６Ｅ",
        "52 500000 MJP12345-6 E",
    ],
)
def test_width_case_and_gaps_do_not_matter(text: str) -> None:
    assert read_credit_code(text) == "52500000MJP123456E"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5250000MJP123456E", "应当有18位，这里有17位"),
        ("", "应当有18位，这里有0位"),
        ("52500000OJP123456E", "第9位是“O”"),
        ("52500000MJP12345六E", "第17位是“六”"),
        ("5250000OMJP123456E", "前8位应当是数字，第8位是“O”"),
        ("91500000MJ0000001U", "以51、52或53开头，这里是“91”"),
        ("52500000MJP123456F", "校验码不符"),
        ("52500000MJP123465E", "校验码不符"),
    ],
)
def test_what_is_wrong_with_a_code_is_told(text: str, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read_credit_code(text)


def test_the_right_check_character_is_not_suggested() -> None:
    with pytest.raises(Refused) as caught:
        read_credit_code("52500000MJP123456F")
    assert "123456E" not in str(caught.value)


def test_an_overlong_text_is_refused_with_its_length() -> None:
    with pytest.raises(Refused, match="这里有100000位"):
        read_credit_code("5" * 100_000)


@pytest.mark.parametrize("code", CODES)
def test_no_single_mistyped_sign_goes_unnoticed(code: str) -> None:
    for place in range(2, 18):
        for sign in "0123456789ABCDEFGHJKLMNPQRTUWXY":
            if sign != code[place]:
                with pytest.raises(Refused):
                    read_credit_code(code[:place] + sign + code[place + 1 :])
