"""Labels: every field of a plan has a name that people know."""

from collections.abc import Iterator

import pytest

from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.keys import own_keys
from cq_fupin.telling.labels import label
from cq_fupin.telling.translation import translate


@pytest.mark.parametrize(
    ("pointer", "chinese", "english"),
    [
        ("", "整个方案", "the whole plan"),
        ("/title", "标题", "Title"),
        ("/resources/funds/0/amount", "资源·资金第1项·金额", "Resources · Funds item 1 · Amount"),
        ("/safety/insurance/kind", "安全保障·保险·险种", "Safety · Insurance · Kind of insurance"),
        ("/measures/9", "帮扶措施第10项", "Measures item 10"),
        ("/reports/0/to/1", "报送第1项·报送对象第2项", "Reports item 1 · Recipient item 2"),
    ],
)
def test_a_pointer_is_told_by_the_names_of_the_fields(pointer: str, chinese: str, english: str) -> None:
    assert translate(label(pointer), "zh") == chinese
    assert translate(label(pointer), "en") == english


@pytest.mark.parametrize(
    ("pointer", "told"),
    [
        ("/other/背景", "其他·背景"),
        ("/other/甲~1乙~0", "其他·甲/乙~"),
        ("/mesures", "mesures"),
        ("/mesures/0/budget", "mesures/0/budget"),
        ("/resources/gold/0", "资源·gold/0"),
        ("/measures/first", "帮扶措施·first"),
        ("/dated/from", "制定日期·from"),
    ],
)
def test_what_the_plan_has_no_key_for_is_told_as_it_is(pointer: str, told: str) -> None:
    assert str(label(pointer)) == told


def test_a_pointer_of_any_depth_is_told() -> None:
    assert str(label("/a" * 50_000)).startswith("a/a/a")


def pointers(model: type, above: str = "") -> Iterator[str]:
    """Every field, by the pointer of its first element."""
    for key in own_keys(model):
        pointer = f"{above}/{key.name}" + ("/0" if key.shape.is_list else "")
        yield pointer
        if key.shape.is_record:
            yield from pointers(key.shape.core, pointer)


@pytest.mark.parametrize("pointer", list(pointers(HelpPlan)))
def test_every_field_has_a_name_in_both_languages(pointer: str) -> None:
    assert not str(label(pointer)).isascii()
    assert translate(label(pointer), "en").replace("·", "").isascii()
