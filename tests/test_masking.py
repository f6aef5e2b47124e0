"""Masking: no mobile or identity number of a plan can be read in a report, and nothing else is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.telling.masking import masked

SEPARATORS = st.sampled_from(["", " ", "-", " - ", "\u3000", "\u00a0", "–", ".", "\u200b", "\n"])
CREDIT_CODE = "515000005040123450"


@pytest.mark.parametrize(
    "written",
    [
        "13812345678",
        "138 1234 5678",
        "138-1234-5678",
        "138 12345678",
        "138 123 45678",
        "1381 234 5678",
        "１３８１２３４５６７８",
        "１３８－１２３４－５６７８",
        "1 3 8 1 2 3 4 5 6 7 8",
        "+86 138 1234 5678",
        "+8613812345678",
        "008613812345678",
        "86-13812345678",
        "138\u200b1234\u200b5678",
        "138\n1234 5678",
        "138\xad12345678",
        "138\u200c12345678",
        "138\u202e1234\u206656 78",
        "(138)12345678",
        "（138）1234-5678",
        "138/1234/5678",
        "138_1234_5678",
        "138、12345678",
        "138,1234,5678",
        "13 812345678",
        "138 12 34 56 78",
        "138    1234    5678",
        "138) 1234 5678",
    ],
)
def test_a_mobile_number_is_masked_however_it_is_grouped(written: str) -> None:
    assert masked(f"联系人张三，电话{written}，微信同号") == "联系人张三，电话138****5678，微信同号"


@pytest.mark.parametrize(
    "written",
    [
        "500101199001011234",
        "50010119900101123X",
        "50010119900101123x",
        "500101 19900101 1234",
        "500101-1990-01-01-1234",
        "５００１０１１９９００１０１１２３４",
        "5 0 0 1 0 1 1 9 9 0 0 1 0 1 1 2 3 4",
        "440000000000001234",
        "511201199001011234",
        "500238 199001011238",
        "50023819900101-1238",
        "500 238 199001011238",
        "5002 3819 9001 0112 38",
        "500238/19900101/1238",
        "50023819900101\u200b1238",
        "500146199908192645",
    ],
)
def test_an_identity_number_is_masked_however_it_is_grouped(written: str) -> None:
    told = masked(f"身份证{written}。")
    assert "*" * 11 in told
    assert "1990" not in told
    assert len(told) == len("身份证。") + 18


@pytest.mark.parametrize("written", ["500101900101123", "500101 900101 123"])
def test_an_identity_number_of_fifteen_digits_is_masked(written: str) -> None:
    assert masked(written) == "500********1123"


def test_letters_beside_a_number_do_not_uncover_it() -> None:
    assert masked("tel13812345678wx") == "tel138****5678wx"
    assert masked("T13812345678ABCDEF") == "T138****5678ABCDEF"  # eighteen signs, and no organization's
    assert masked("I13812345678ABCDEF") == "I138****5678ABCDEF"  # no code has an I


@pytest.mark.parametrize(
    "text",
    [
        "",
        "帮扶方案",
        "预算130000元，10人，2020-06-12",
        "023-51522562",
        "1234567890123456789012",
        "2138123456789",
        "120000000000000",
        "12345678901",
        "15 30 20 10 40 5",
        "13,812,345,678元",
        "150、200、30、450",
        "13800元、12345678元",
        "/measures/12/budget",
        CREDIT_CODE,
        "51500000MJP5123456",
        "515000005040123459",  # no credit code, but no number of a person either: no day of birth
        f"sha256:{'a13812345678b' * 4}{'0' * 12}",
    ],
)
def test_what_is_nobodys_number_stays(text: str) -> None:
    assert masked(text) == text


def test_the_code_of_an_organization_stays_though_it_looks_like_a_birthday() -> None:
    from stdnum.cn import uscc

    code = "52500119900101123"
    code += uscc.calc_check_digit(code)
    assert uscc.is_valid(code)
    assert masked(f"统一社会信用代码{code}") == f"统一社会信用代码{code}"


def test_a_code_that_has_letters_keeps_the_eleven_digits_in_it() -> None:
    from stdnum.cn import uscc

    code = "13500105123MA00AA"
    code += uscc.calc_check_digit(code)
    assert masked(code) == code


def test_a_valid_identity_number_is_masked_even_where_it_is_a_valid_code_too() -> None:
    from stdnum.cn import uscc

    bodies = (
        f"5251011990{month:02}{day:02}{order:03}"
        for month in range(1, 13)
        for day in range(1, 29)
        for order in range(40)
    )
    both = next(body + uscc.calc_check_digit(body) for body in bodies if _checks(body))
    assert uscc.is_valid(both)
    assert masked(both) == f"525{'*' * 11}{both[-4:]}"


def _checks(body: str) -> bool:
    from stdnum.cn import ric, uscc

    return ric.calc_check_digit(f"{body}0") == uscc.calc_check_digit(body)


@given(
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    SEPARATORS,
    SEPARATORS,
    st.sampled_from(["", "电话", "a", "。"]),
)
def test_no_mobile_number_survives(number: str, first: str, second: str, around: str) -> None:
    told = masked(f"{around}{number[:3]}{first}{number[3:7]}{second}{number[7:]}{around}")
    assert told == f"{around}{number[:3]}****{number[7:]}{around}"


@given(st.text(max_size=200))
def test_masking_twice_masks_no_more(text: str) -> None:
    assert masked(masked(text)) == masked(text)


@pytest.mark.parametrize(
    "unit",
    ["1", "1 ", "138 ", "50010119900101", "500238199001011238", "13812345678", "-", "+", "(1)", "A1", "８６"],
)
def test_a_long_text_takes_no_long_time(unit: str) -> None:
    start = time.process_time()
    masked(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 2


def test_numbers_that_are_glued_to_each_other_are_masked_each() -> None:
    mobile, identity = "13812345678", "500238199001011238"
    assert masked(mobile + identity) == "138****5678500***********1238"
    assert masked(identity + mobile) == "500***********1238138****5678"
    assert masked(identity + identity) == "500***********1238" * 2
    assert masked(mobile + mobile) == "138****5678" * 2
    assert masked(identity + mobile + identity) == "500***********1238138****5678500***********1238"
    assert masked(identity + "1234") == "500***********12381234"


def test_a_list_of_numbers_is_masked_one_by_one() -> None:
    assert (
        masked("13812345678、13987654321，500238199001011238")
        == "138****5678、139****4321，500***********1238"
    )
    assert masked("2人 13812345678 3人") == "2人 138****5678 3人"
