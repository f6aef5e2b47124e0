"""Amounts are read exactly, bounds as bounds, and what isn't wholly understood not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.amount import Amount
from cq_fupin.reading.amounts import read_count, read_money, write_amount
from cq_fupin.reading.refused import Refused
from cq_fupin.words.answer import Everyone, Nothing, Unclear

NUMBERS = st.decimals(Decimal("0.000001"), 10**15, places=6)
WHOLE = st.integers(1, 10**15).map(Decimal)


@st.composite
def amounts(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal]) -> Amount:
    """Any amount above zero that has the parts drawn."""
    lower, about, upper = sorted(draw(st.tuples(numbers, numbers, numbers)))
    parts = draw(st.lists(st.booleans(), min_size=3, max_size=3).filter(any))
    return Amount(
        *(part if given else None for part, given in zip((lower, upper, about), parts, strict=True))
    )


def hint(answer: object) -> str:
    assert isinstance(answer, Unclear)
    return str(answer.hint)


@pytest.mark.parametrize(
    "value",
    [
        *(
            120000,
            Decimal("120000.00"),
            120000.0,
            "120000",
            "120,000.00元",
            "12万元",
            "12万",
            "12 万元",
            "１２万元",
        ),
        *(
            "￥120000",
            "¥120,000",
            "¥12万",
            "人民币12万元",
            "RMB 120,000",
            "120000 CNY",
            "12万元人民币",
            "共计12万元",
        ),
        *(
            "十二万元",
            "一十二万元整",
            "壹拾贰万元整",
            "拾贰万圆整",
            "十二万块钱",
            "0.0012亿元",
            "120千元",
            "12万元。",
        ),
    ],
)
def test_an_amount_is_one_decimal_in_any_form(value: object) -> None:
    assert read_money(value) == Amount.exactly(120000)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.5万元", "35000"),
        ("三万元", "30000"),
        ("叁拾伍万元整", "350000"),
        ("1 715 992.15元", "1715992.15"),
        ("1.2亿元", "120000000"),
        ("12000万元", "120000000"),
        ("一千零五十元", "1050"),
        ("12元5角", "12.5"),
        ("叁万元伍角整", "30000.5"),
        ("叁佰元零伍分", "300.05"),
        ("壹元贰角叁分", "1.23"),
        ("999万亿元", "999000000000000"),
    ],
)
def test_decimals_are_exact(text: str, number: str) -> None:
    assert read_money(text) == Amount.exactly(Decimal(number))


def test_a_float_is_what_its_shortest_text_says() -> None:
    assert read_money(0.1) == Amount.exactly(Decimal("0.1"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("300-500元", "300-500"),
        ("300元-500元", "300-500"),
        ("300元至500元", "300-500"),
        ("300～500元", "300-500"),
        ("￥300—￥500", "300-500"),
        ("500元以上1000元以下", "500-1000"),
        ("3-500元", "3-500"),
        ("3-5万元", "30000-50000"),
        ("3万-5万元", "30000-50000"),
        ("3万元到5万元", "30000-50000"),
        ("三至五万元", "30000-50000"),
        ("十至十五万元", "100000-150000"),
        ("五至十万元", "50000-100000"),
        ("二十至三十元", "20-30"),
        ("三至十元", "3-10"),
        ("五百元至一千元", "500-1000"),
        ("三百至五百万元", "3000000-5000000"),
        ("2-3千万元", "20000000-30000000"),
        ("8千-1万元", "8000-10000"),
        ("0-5万元", "≤50000"),
    ],
)
def test_a_range_stays_a_range_and_shares_its_scale(text: str, told: str) -> None:
    assert str(read_money(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "不低于1000元",
            "不少于1000元",
            "至少1000元",
            "最少1000元",
            "≥1000元",
            ">=1000",
            "＞1000元",
            "超过1000元",
            "1000元以上",
        ),
        *(
            "1000元及以上",
            "1000元起",
            "至少1000元以上",
            "不低于 1,000 元",
            "1000余元",
            "1000多元",
            "一千余元",
            "￥1000余元",
        ),
    ],
)
def test_a_lower_bound_is_a_lower_bound(text: str) -> None:
    assert read_money(text) == Amount(Decimal(1000), None)


@pytest.mark.parametrize("text", ["30余万元", "30多万元", "三十余万元", "30万余元", "叁拾余万元", "30余万"])
def test_odd_myriads_are_a_lower_bound(text: str) -> None:
    assert read_money(text) == Amount(Decimal(300000), None)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "不超过5万元",
            "不高于5万元",
            "至多5万元",
            "最高5万元",
            "≤5万元",
            "<=50000",
            "低于5万元",
            "不足5万元",
            "不到5万元",
        ),
        *(
            "5万元以内",
            "5万元以下",
            "5万元之内",
            "5万元内",
            "5万元封顶",
            "不超过5万元以内",
            "控制在5万元以内",
        ),
    ],
)
def test_an_upper_bound_is_an_upper_bound(text: str) -> None:
    assert read_money(text) == Amount(None, Decimal(50000))


@pytest.mark.parametrize(
    "text",
    [
        "约3万元",
        "大约3万",
        "约为3万元",
        "预计3万元",
        "3万元左右",
        "约3万元左右",
        "≈30000",
        "约￥3万",
        "约3万余元",
    ],
)
def test_an_estimate_stays_one(text: str) -> None:
    assert read_money(text) == Amount(None, None, about=Decimal(30000))


@pytest.mark.parametrize("text", ["近3万", "将近3万元", "接近三万元"])
def test_nearly_is_an_estimate_that_is_not_exceeded(text: str) -> None:
    assert read_money(text) == Amount(None, Decimal(30000), Decimal(30000))


@pytest.mark.parametrize(
    "value", [0, 0.0, Decimal("-0"), "0", "0元", "0.00", "零元", "无", "没有", "不超过0元", {"at_most": 0}]
)
def test_zero_is_the_answer_none(value: object) -> None:
    assert read_money(value) is Nothing.NONE


@pytest.mark.parametrize("value", [0, 0.0, "0人", "零户", "无", "不涉及", {"at_most": 0}])
def test_nobody_is_the_answer_none(value: object) -> None:
    assert read_count(value) is Nothing.NONE


@pytest.mark.parametrize(
    "text", ["xx万元", "x元", "__元", "ＸＸ万元", "某万元", "万元", "（）元", "共  万元"]
)
def test_an_unfilled_amount_is_unclear_and_says_so(text: str) -> None:
    assert read_money(text) == Unclear(text)
    assert "未填" in hint(read_money(text))


@pytest.mark.parametrize("text", ["2000元/人/学期", "每户2000元", "人均300元", "300元/户", "5万元每年"])
def test_a_rate_is_no_total(text: str) -> None:
    assert read_money(text) == Unclear(text)
    assert "不是总数" in hint(read_money(text))


@pytest.mark.parametrize("text", ["5-3万元", "500-300元", "3000-1万元", "三百至一百元"])
def test_a_reversed_range_is_unclear_and_says_so(text: str) -> None:
    assert read_money(text) == Unclear(text)
    assert hint(read_money(text)) == "下限大于上限"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "待定",
            "若干",
            "一批",
            "数万元",
            "几十万元",
            "几千元",
            "上百万元",
            "300美元",
            "$300",
            "12万元（含税）",
            "1e5",
        ),
        *(
            "3万5",
            "三五万元",
            "12,34元",
            "1.2.3元",
            "(5)",
            "约0元",
            "近0元",
            "0余元",
            "不低于0元",
            "约",
            "不超过",
            "共",
        ),
        *(
            "三至五百元",
            "二至三千万元",
            "三到五十万元",
            "约3-5万元",
            "近3万元左右",
            "不少于30余万元",
            "3万元，5万元",
        ),
        *(
            "5元至",
            "至5元",
            "a-5元",
            "5-a元",
            "-",
            "--",
            "1-2-3",
            "x元5角",
            "5角",
            "负担5万元",
            "许多",
            "3-5万-7万",
            "￥",
        ),
        pytest.param("9" * 100_000, id="overlong"),
        pytest.param("-" * 59 + "5", id="dashes"),
        pytest.param("3" + "万" * 59, id="myriads"),
    ],
)
def test_anything_else_is_unclear_and_kept_as_written(text: str) -> None:
    assert read_money(text) == Unclear(text)
    assert "12万元" in hint(read_money(text)) or "未填" in hint(read_money(text))


@pytest.mark.parametrize(
    "value", [-1, -0.5, Decimal("-3"), "-5元", "−5元", "－5", "￥-5", "-￥5", "负5万元", "负五万元"]
)
def test_a_negative_amount_is_refused(value: object) -> None:
    with pytest.raises(Refused, match="是负数"):
        read_money(value)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("sNaN")]
)
def test_a_number_that_is_not_finite_is_refused(value: object) -> None:
    with pytest.raises(Refused, match="有限"):
        read_money(value)


@pytest.mark.parametrize(
    "value",
    [True, False, None, [], b"5", {"at_least": {}}, {"at_least": True}, {"minimum": 5}, {"unclear": "待定"}],
)
def test_another_type_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        read_money(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (10**15 + 1, "1000000000000001"),
        (1e300, "1e+300"),
        (Decimal("1E+1000000"), "1E+1000000"),
        (Decimal("1E-1000000"), "1E-1000000"),
        (0.1 + 0.2, "0.30000000000000004"),
        ("0.1234567元", "0.1234567元"),
        ("9999万亿元", "9999万亿元"),
        ({"at_least": 1e300}, "at_least: 1e+300"),
    ],
)
def test_a_number_too_long_to_add_up_exactly_is_unclear(value: object, text: str) -> None:
    assert read_money(value) == Unclear(text)
    assert "一千万亿" in hint(read_money(value))


def test_numbers_of_thousands_of_digits_do_no_harm() -> None:
    assert read_money(16**5000) == Unclear(hex(16**5000))
    with pytest.raises(Refused) as caught:
        read_money(-(16**5000))
    assert len(str(caught.value)) < 100


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        ({"at_least": 300, "at_most": 500}, Amount(Decimal(300), Decimal(500))),
        ({"at_least": "30万", "at_most": None}, Amount(Decimal(300000), None)),
        ({"at_most": "12.5"}, Amount(None, Decimal("12.5"))),
        ({"about": 120}, Amount(None, None, Decimal(120))),
        ({"at_least": 0, "at_most": 5}, Amount(None, Decimal(5))),
    ],
)
def test_bounds_may_be_a_mapping(value: object, amount: Amount) -> None:
    assert read_money(value) == amount


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, ""),
        ({"at_least": 0}, "at_least: 0"),
        ({"at_least": 5, "at_most": 3}, "at_least: 5; at_most: 3"),
        ({"about": 0}, "about: 0"),
        ({"at_least": "30余万"}, "at_least: 30余万"),
        ({"at_least": "约5"}, "at_least: 约5"),
        ({"at_most": "若干"}, "at_most: 若干"),
    ],
)
def test_bounds_that_say_nothing_or_contradict_are_unclear(value: object, text: str) -> None:
    assert read_money(value) == Unclear(text)


@pytest.mark.parametrize(
    "value", [30, 30.0, "30", "30人", "30 户", "三十名", "30位", "30个", "叁拾户", "共30人", "３０人"]
)
def test_a_count_is_read_with_its_unit(value: object) -> None:
    assert read_count(value) == Amount.exactly(30)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("二十名", "20"),
        ("两名", "2"),
        ("2.5万人", "25000"),
        ("约120人", "≈120"),
        ("约30余人", "≈30"),
        ("30余人", "≥30"),
        ("三十余户", "≥30"),
        ("30人以上", "≥30"),
        ("至少30人", "≥30"),
        ("30-50人", "30-50"),
        ("三到五人", "3-5"),
        ("不超过50人", "≤50"),
    ],
)
def test_a_count_may_be_a_bound_too(text: str, told: str) -> None:
    assert str(read_count(text)) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("300余人次", "人次"),
        ("300人次", "人次"),
        (2.5, "整数"),
        ("2.5", "整数"),
        ("2.5-4人", "整数"),
        ("约2.5人", "整数"),
        ({"at_least": "0.5"}, "整数"),
        ("2人/户", "不是总数"),
        ("30元", "30人"),
        ("10名志愿者", "30人"),
        ("30户120人", "30人"),
        ("xx人", "未填"),
        ("危房 户", "未填"),
        ("若干", "30人"),
        ("一元五角", "30人"),
    ],
)
def test_what_is_no_whole_number_of_people_is_unclear(value: object, told: str) -> None:
    assert told in hint(read_count(value))


@pytest.mark.parametrize("text", ["all", "ALL", "全体", "全部", " 全员"])
def test_all_is_a_count_where_it_may_be(text: str) -> None:
    assert read_count(text, everyone=True) is Everyone.ALL
    assert read_count(text) == Unclear(text)
    assert "30人" in hint(read_count(text))


@pytest.mark.parametrize("value", [-1, "-5人", float("nan"), True, []])
def test_what_no_count_can_be_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        read_count(value, everyone=True)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Amount.exactly(0), 0),
        (Amount.exactly(Decimal("120000.00")), 120000),
        (Amount.exactly(Decimal("1E+5")), 100000),
        (Amount.exactly(Decimal("12.50")), "12.5"),
        (Amount(Decimal(300), Decimal(500)), {"at_least": 300, "at_most": 500}),
        (Amount(Decimal("0.5"), None), {"at_least": "0.5"}),
        (Amount(None, None, Decimal(120)), {"about": 120}),
        (Amount(Decimal(5), Decimal(5), Decimal(5)), {"at_least": 5, "at_most": 5, "about": 5}),
    ],
)
def test_the_canonical_form_is_a_number_or_its_bounds(amount: Amount, written: object) -> None:
    assert write_amount(amount) == written
    assert type(write_amount(amount)) is type(written)


@given(amounts(NUMBERS))
def test_money_that_is_written_reads_as_the_same(amount: Amount) -> None:
    assert read_money(write_amount(amount)) == amount


@given(amounts(WHOLE))
def test_a_count_that_is_written_reads_as_the_same(amount: Amount) -> None:
    assert read_count(write_amount(amount)) == amount


@given(
    st.text(
        st.sampled_from("0123456789.,万亿元人户余约近不超过至少-~一二十百千多以上内/次角分x "), max_size=30
    )
)
def test_no_text_breaks_an_amount(text: str) -> None:
    for read in (read_money, read_count):
        try:
            answer = read(text)
        except Refused:
            assert "-" in text
        else:
            assert isinstance(answer, Amount | Unclear | Nothing)
