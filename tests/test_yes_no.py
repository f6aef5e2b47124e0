"""Yes and no are read in the words people use, and nothing else is taken for either."""

import pytest

from cq_fupin.reading.refused import Refused
from cq_fupin.reading.yes_no import read_yes_no
from cq_fupin.words.answer import Unclear


@pytest.mark.parametrize("value", [True, 1, "是", "有", " 是。", "yes", "YES", "true", "Ｙ", "1", "√"])
def test_yes(value: object) -> None:
    assert read_yes_no(value) is True


@pytest.mark.parametrize("value", [False, 0, "否", "无", "没有", "不是", "no", "False", "0", "不涉及"])
def test_no(value: object) -> None:
    assert read_yes_no(value) is False


@pytest.mark.parametrize(
    "text", ["待定", "计划纳入", "是否", "√是 □否", "", pytest.param("是" * 100_000, id="overlong 1")]
)
def test_anything_else_is_unclear(text: str) -> None:
    answer = read_yes_no(text)
    assert answer == Unclear(text)
    assert isinstance(answer, Unclear)
    assert str(answer.hint) == "应当写“是”或“否”"


@pytest.mark.parametrize("value", [2, -1, 1.0, None, [], {}])
def test_another_type_is_refused(value: object) -> None:
    with pytest.raises(Refused, match="是”或“否"):
        read_yes_no(value)
