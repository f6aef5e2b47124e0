"""What people see of numbers and dates in the cells of spreadsheets."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.reading.number_format import BUILTIN, formatted, plain
from cq_fupin.reading.sheet_date import date_shown


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("0", '#,##0;-#,##0;"-"', "-"),
        ("-5", "#,##0_);[Red](#,##0)", "(5)"),
        ("-5", "0.0", "-5.0"),
        ("-0.001", "0.00", "0.00"),
        ("123456", '0!.0,"万"', "12.3万"),
        ("12345", '0!.0000"万元"', "1.2345万元"),
        ("123456", '0\\.0,"万"', "12.3万"),
        ("123456", '[>=10000]0!.0,"万";0', "12.3万"),
        ("999", '[>=10000]0!.0,"万";0', "999"),
        ("5", '[<0]"负";[=0]"零";[<>3]"他";"三"', "他"),
        ("3", '[<=0]"负";[>9]"多";"中"', "中"),
        ("3", '[<0]"负";[>9]"多"', "多"),
        ("3", "[=.]0", "3"),
        ("1200000", "#,##0,", "1,200"),
        ("3.5", '0.00"万元"', "3.50万元"),
        ("3", 'General"户"', "3户"),
        ("1.5", 'G/通用格式"户"', "1.5户"),
        ("0.5", "0.##", "0.5"),
        ("12", "0.##", "12"),
        ("0.126", ".00", ".13"),
        ("0.25", "# ?/?", "0.25"),
        ("12345", "0.00E+00", "12345"),
        ("12", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)', "12"),
        ("0.3", "0%", "30%"),
        ("0.125", "0.0%", "12.5%"),
        ("7", "000", "007"),
        ("1234", "[$¥-804]#,##0.00", "¥1,234.00"),
        ("138", "000-0000", "000-0138"),
        ("5", "@", "5"),
        ("5", '"共"0"人"', "共5人"),
        ("5", '"无"', "无"),
        ("5", '"未闭合', "未闭合"),
        ("5", ";;;", ""),
        ("5", "0\\", "5"),
        ("5", '0""', "5"),
        ("1.5", "0.0_ ", "1.5"),
        ("1E+20", "0." + "0" * 30, "1" + "0" * 20 + "." + "0" * 30),
    ],
)
def test_a_number_is_shown_by_its_format(number: str, code: str, shown: str) -> None:
    assert formatted(Decimal(number), code) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [("12.0", "12"), ("0.30", "0.3"), ("0", "0"), ("100", "100"), ("1E+30", "1E+30"), ("1E-30", "1E-30")],
)
def test_a_number_without_a_format_has_the_digits_that_it_needs(number: str, shown: str) -> None:
    assert plain(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("43983", "m/d/yyyy", "2020-06-01"),
        ("43983", 'yyyy"年"m"月"d"日"', "2020-06-01"),
        ("43983", '[$-804]yyyy"年"m"月"d"日" dddd;@', "2020-06-01"),
        ("43983", "[DBNum1][$-804]yyyy年m月", "2020-06"),
        ("43983", 'm"月"d"日"', "6月1日"),
        ("43983", "mmm", "6月"),
        ("43983", "d", "1日"),
        ("43983", "yyyy", "2020年"),
        ("43983.3958333333", "yyyy/m/d h:mm", "2020-06-01 09:30"),
        ("0.75", "h:mm AM/PM", "18:00"),
        ("0.5", "mm:ss.0", "12:00:00"),
        ("1.5", "[h]:mm", "36:00"),
        ("-0.25", "[h]:mm:ss", "-6:00"),
        ("0.00001", "[mm]:ss", "0:00:01"),
        ("59", "yyyy/m/d", "1900-02-28"),
        ("61", "yyyy/m/d", "1900-03-01"),
        ("1E+9", "yyyy/m/d", "1000000000"),
        ("-1", "yyyy/m/d", "-1"),
        ("2958465", "yyyy/m/d", "9999-12-31"),
        ("43983", "0.00", None),
        ("43983", '"d"', None),
        ("43983", "General", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_shown(number: str, code: str, shown: str | None) -> None:
    assert date_shown(Decimal(number), code) == shown


def test_days_are_counted_from_1904_where_the_file_says_so() -> None:
    assert date_shown(Decimal(42521), "yyyy/m/d", from_1904=True) == "2020-06-01"
    assert date_shown(Decimal(2958465), "yyyy/m/d", from_1904=True) == "2958465"


CODES = st.text(st.sampled_from('0#?.,%;"\\!_*[]<>=-+EeGymdhs@/万元 $'), max_size=12) | st.sampled_from(
    [*BUILTIN.values()]
)


@given(st.floats(-1e15, 1e15).map(lambda number: Decimal(f"{number:.15g}")), CODES)
def test_any_format_shows_some_text(number: Decimal, code: str) -> None:
    assert isinstance(formatted(number, code), str)
    assert isinstance(date_shown(number, code), str | None)
