"""Dates keep the precision that was written, and no day is invented."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.span import Span
from cq_fupin.reading.dates import read_date, write_date
from cq_fupin.reading.refused import Refused
from cq_fupin.words.answer import Unclear

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
SPANS = (
    st.builds(Span.day, DAYS)
    | st.builds(Span.month, st.integers(1, 9999), st.integers(1, 12))
    | st.builds(Span.year, st.integers(1, 9999))
    | st.tuples(DAYS, DAYS).map(lambda days: Span(min(days), max(days)))
    | st.builds(Span, DAYS, st.none())
    | st.builds(Span, st.none(), DAYS)
    | st.just(Span(None, None))
)


def hint(answer: object) -> str:
    assert isinstance(answer, Unclear)
    return str(answer.hint)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2020-06-01",
            "2020-6-1",
            "2020/6/1",
            "2020/06/01",
            "2020.6.1",
            "2020.06.01",
            "2020.6.1。",
            "20200601",
        ),
        *(
            "2020年6月1日",
            "2020年06月01日",
            "2020年6月1号",
            "2020 年 6 月 1 日",
            " 2020年6月1日。",
            "２０２０年６月１日",
        ),
        *(
            "二〇二〇年六月一日",
            "二○二○年六月一日",
            "二零二零年六月一日",
            "二0二0年六月一日",
            "二O二O年六月一日",
        ),
        *("2020-06-01 00:00:00", "2020/6/1 0:00", "2020-06-01T08:30:00+08:00", "2020-06-01T08:30:00.000Z"),
        *(
            "2020年6月1日（星期一）",
            "2020年6月1日 星期一",
            "2020年6月1日周一",
            "２０２０－０６－０１",
            "2020-06-01/2020-06-01",
        ),
    ],
)
def test_a_day_is_read_in_any_form(text: str) -> None:
    assert read_date(text) == Span.day(date(2020, 6, 1))


@pytest.mark.parametrize(
    "text",
    [
        "2020-06",
        "2020-6",
        "2020/6",
        "2020.6",
        "2020年6月",
        "2020年06月",
        "2020 年 6 月",
        "2020年6月份",
        "二〇二〇年六月",
    ],
)
def test_a_month_is_a_month_never_its_first_day(text: str) -> None:
    assert read_date(text) == Span.month(2020, 6)


@pytest.mark.parametrize(
    "text", ["2020", "2020年", "2020年度", "2020年全年", "2020年内", "二〇二〇年", "２０２０"]
)
def test_a_year_is_a_year(text: str) -> None:
    assert read_date(text) == Span.year(2020)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020年上半年", "2020-01-01/2020-06-30"),
        ("2020下半年", "2020-07-01/2020-12-31"),
        ("2020年第二季度", "2020-04-01/2020-06-30"),
        ("2020年二季度", "2020-04-01/2020-06-30"),
        ("2020年4季度", "2020-10-01/2020-12-31"),
        ("2020Q2", "2020-04-01/2020-06-30"),
        ("2020-Q4", "2020-10-01/2020-12-31"),
        ("2020年6月上旬", "2020-06-01/2020-06-10"),
        ("2020年6月中旬", "2020-06-11/2020-06-20"),
        ("2020年2月下旬", "2020-02-21/2020-02-29"),
        ("2020年5月底", "2020-05"),
        ("2020年5月末", "2020-05"),
        ("2020年5月初", "2020-05"),
        ("2020年初", "2020-01"),
        ("2020年底", "2020-12"),
        ("2020年年底", "2020-12"),
        ("2020年末", "2020-12"),
    ],
)
def test_a_part_of_a_year_is_never_narrower_than_its_words(text: str, told: str) -> None:
    assert str(read_date(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020年5月底前", "/2020-05-31"),
        ("2020年2月底以前", "/2020-02-29"),
        ("2020年底前", "/2020-12-31"),
        ("2020年6月1日前", "/2020-06-01"),
        ("2020-06-01之前", "/2020-06-01"),
        ("截至2020年12月", "/2020-12-31"),
        ("截止到2020年12月31日", "/2020-12-31"),
        ("2020年12月31日止", "/2020-12-31"),
        ("不晚于2020年6月1日", "/2020-06-01"),
        ("2020年6月1日起", "2020-06-01/"),
        ("自2020年6月起", "2020-06-01/"),
        ("2020年6月1日以后", "2020-06-01/"),
        ("/2020-05-31", "/2020-05-31"),
        ("../2020-05-31", "/2020-05-31"),
        ("2020-06-01/..", "2020-06-01/"),
        ("../..", "../.."),
    ],
)
def test_a_bound_leaves_the_other_end_open(text: str, told: str) -> None:
    assert str(read_date(text)) == told


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2020年6月27日-7月10日",
            "2020年6月27日至7月10日",
            "2020年6月27日—7月10日",
            "2020年6月27日——2020年7月10日",
        ),
        *("2020-06-27至2020-07-10", "2020-06-27～2020-07-10", "2020-06-27 - 2020-07-10", "2020-06-27-07-10"),
        *(
            "2020.6.27-7.10",
            "2020.6.27-2020.7.10",
            "2020/6/27~7/10",
            "2020-06-27/2020-07-10",
            "2020年6月27日到7月10日",
        ),
        *(
            "自2020年6月27日起至2020年7月10日止",
            "二〇二〇年六月二十七日至七月十日",
            "2020年6月27日至7月10日前",
        ),
    ],
)
def test_from_one_day_to_another_is_a_span(text: str) -> None:
    assert read_date(text) == Span(date(2020, 6, 27), date(2020, 7, 10))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020年6月1-7日", "2020-06-01/2020-06-07"),
        ("2020年6月1日-7日", "2020-06-01/2020-06-07"),
        ("2020年6-8月", "2020-06-01/2020-08-31"),
        ("2020年6月至8月", "2020-06-01/2020-08-31"),
        ("二○二○年六至八月", "2020-06-01/2020-08-31"),
        ("2020年6月-12月底前", "2020-06-01/2020-12-31"),
        ("2020年第2-3季度", "2020-04-01/2020-09-30"),
        ("2020-2021年", "2020-01-01/2021-12-31"),
        ("2020/2021", "2020-01-01/2021-12-31"),
        ("2020-06/2020-07", "2020-06-01/2020-07-31"),
        ("2020年11月至次年3月", "2020-11-01/2021-03-31"),
        ("2020年12月30日至翌年1月2日", "2020-12-30/2021-01-02"),
    ],
)
def test_the_second_half_of_a_span_leaves_out_what_it_shares(text: str, told: str) -> None:
    assert str(read_date(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5月底前", "/2020-05-31"),
        ("6月27日-7月10日", "2020-06-27/2020-07-10"),
        ("第二季度", "2020-04-01/2020-06-30"),
        ("上半年", "2020-01-01/2020-06-30"),
        ("五月十四日", "2020-05-14"),
        ("6月1日（星期一）", "2020-06-01"),
        ("年底前", "/2020-12-31"),
        ("今年6月", "2020-06"),
        ("本年度", "2020"),
    ],
)
def test_without_a_year_the_year_is_asked_for_unless_the_caller_knows_it(text: str, told: str) -> None:
    assert "哪一年" in hint(read_date(text))
    assert str(read_date(text, year=2020)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2020-02-30", "没有2020年2月30日"),
        ("2021年2月29日", "没有2021年2月29日"),
        ("2020年13月", "没有2020年13月"),
        ("2020-00", "没有2020年0月"),
        ("0000", "没有0年1月"),
        ("20201301", "没有2020年13月1日"),
        ("2020年6月31日至7月10日", "没有2020年6月31日"),
        ("2020年6月27日至7月32日", "没有2020年7月32日"),
        ("2020年13月中旬", "没有2020年13月"),
        ("2020-13/2020-14", "没有2020年13月"),
        ("2020年6月31日前", "没有2020年6月31日"),
        ("2020年6月31日起", "没有2020年6月31日"),
        ("2020-07-10至2020-06-01", "在结束日期之后"),
        ("2020年11月至3月", "在结束日期之后"),
        ("2021-01-01/2020-01-01", "在结束日期之后"),
        ("2020年6月1日（星期二）", "2020-06-01不是星期二"),
    ],
)
def test_an_impossible_date_is_unclear_and_says_why(text: str, told: str) -> None:
    assert read_date(text) == Unclear(text)
    assert told in hint(read_date(text))


@pytest.mark.parametrize(
    "text",
    ["xx年", "20xx", "20xx年6月", "2020年 月 日", "2020年__月", "某月某日", "　　年　月　日", "2020年ＸＸ月"],
)
def test_an_unfilled_date_is_unclear_and_says_so(text: str) -> None:
    assert read_date(text) == Unclear(text)
    assert "未填" in hint(read_date(text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "/",
            "待定",
            "近期",
            "长期",
            "三年",
            "6.1",
            "20年6月1日",
            "202006",
            "2020年710日",
            "2020年春季",
            "2020年5月前",
        ),
        *("2020年6月左右", "每年6月", "2020年至6月", "2020.6-8", "20206月", "至", "前", "2020年-", "-2020年"),
        *(
            "2020年6月1日、7月1日",
            "2020年5月至（星期一）",
            "2020年6月1日-6月7日（星期日）",
            "6月1日-2日3日",
            "13",
            "2020-06-01Z",
        ),
        *("2020年5月底前-6月", "1-2-3-4", "2020年6月至待定", "2020-6/7", "2 0 2 0年", "2020年第5季度"),
        pytest.param("2020年" * 50_000, id="overlong"),
        pytest.param("-" * 60, id="dashes"),
    ],
)
def test_anything_else_is_unclear_and_kept_as_written(text: str) -> None:
    assert read_date(text) == Unclear(text)
    assert "应当写成" in hint(read_date(text))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (2020, "2020"),
        (20200601, "2020-06-01"),
        (Decimal("2020.10"), "2020-10"),
        (date(2020, 6, 1), "2020-06-01"),
        (datetime(2020, 6, 1, 23, 59, tzinfo=UTC), "2020-06-01"),
        ({"from": "2020-06-01", "to": "2020-06-30"}, "2020-06"),
        ({"from": "2020年6月", "to": date(2020, 7, 10)}, "2020-06-01/2020-07-10"),
        ({"to": "2020-05-31"}, "/2020-05-31"),
        ({"from": 2020, "to": ""}, "2020-01-01/"),
        ({"to": "2020年5月底前", "from": None}, "/2020-05-31"),
    ],
)
def test_a_date_may_be_a_number_a_date_or_two_ends(value: object, told: str) -> None:
    assert str(read_date(value)) == told


def test_the_ends_of_a_span_may_take_the_callers_year() -> None:
    assert str(read_date({"from": "6月27日", "to": "7月10日"}, year=2020)) == "2020-06-27/2020-07-10"


@pytest.mark.parametrize(
    ("value", "text", "told"),
    [
        (2020.1, "2020.1", "引号"),
        (202006, "202006", "应当写成"),
        (-5, "-5", "应当写成"),
        ({}, "", "应当写明起"),
        ({"from": None}, "from: None", "应当写明起"),
        ({"from": "待定", "to": 2020}, "from: 待定; to: 2020", "应当写成"),
        ({"from": 2021, "to": 2020}, "from: 2021; to: 2020", "在结束日期之后"),
    ],
)
def test_a_value_that_is_no_date_is_unclear(value: object, text: str, told: str) -> None:
    assert read_date(value) == Unclear(text)
    assert told in hint(read_date(value))


def test_a_number_of_thousands_of_digits_is_no_date() -> None:
    assert read_date(16**5000) == Unclear(hex(16**5000))


@pytest.mark.parametrize(
    "value", [True, None, [], b"2020", {"from": {}}, {"from": []}, {"start": "2020"}, {"unclear": "待定"}]
)
def test_another_type_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        read_date(value)


@given(SPANS)
def test_what_is_written_reads_as_the_same(span: Span) -> None:
    assert read_date(write_date(span)) == span


@given(SPANS)
def test_what_is_told_reads_as_the_same(span: Span) -> None:
    assert read_date(str(span)) == span


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Span.day(date(2020, 6, 1)), "2020-06-01"),
        (Span.month(2020, 6), "2020-06"),
        (Span.year(2020), "2020"),
        (Span(None, date(2020, 5, 31)), {"to": "2020-05-31"}),
        (Span(date(2020, 6, 1), None), {"from": "2020-06-01"}),
        (Span(date(2020, 6, 1), date(2020, 6, 2)), {"from": "2020-06-01", "to": "2020-06-02"}),
    ],
)
def test_the_canonical_form_is_the_shortest(span: Span, written: object) -> None:
    assert write_date(span) == written


@given(st.text(st.sampled_from("0123456789年月日底前至-/. 二〇季度上旬Qx次"), max_size=30))
def test_no_text_breaks_a_date(text: str) -> None:
    assert isinstance(read_date(text), Span | Unclear)
