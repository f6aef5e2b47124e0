"""What is true of every document for people: it is understood or refused, no word of it is lost, in a short time."""

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.bundled import bundled_rows
from cq_fupin.reading.document import Document, walk
from cq_fupin.reading.forms import understood
from cq_fupin.reading.forms.headings import unnumbered
from cq_fupin.reading.forms.heads import is_furniture
from cq_fupin.reading.forms.labels import is_label, unit_in
from cq_fupin.reading.forms.passage import passage
from cq_fupin.reading.manuscript import Block, Line, Manuscript, lines
from cq_fupin.reading.plans import structured
from cq_fupin.words.errors import InvalidPlan
from manuscripts import ABOVE, LEFT, manuscript, table

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
MOST_SECONDS = 20.0  # a tenth of that on a quiet machine; what grows with the square takes minutes
LONG = 100_000

LABELS = sorted(
    {
        name
        for row in bundled_rows("labels.csv")
        for column in ("labels", "anywhere")
        for name in row[column].split(";")
    }
    - {""}
)
VALUES = (
    "监测户", "建卡贫困户30户", "留守儿童和留守老人", "□贫困户 ☑监测户", "巫溪县红池坝镇", "红池坝镇、尖山镇", "秀山县", "渝北",
    "2020年6月1日", "2020年6月至12月", "2020年6月20-25日", "2020年12月底前", "6月", "12万元", "3.5", "会费10万元、捐赠3万元", "-5万元",
    "共计13万元，其中：会费10万元", "技术员4人、志愿者6名", "二十名志愿者", "30户120人", "党参种苗2000株；化肥5吨", "无", "待定", "是", "/", "____",
    "每半年向业务主管单位报送一次", "由秘书处每月检查一次", "每季度走访或电话回访一次", "为10人购买人身意外险", "不购买保险", "重庆市农学会",
    "重庆市义工联合会（志愿服务类）", "其它各类", "52500000500000000A", "红池坝镇人民政府（联系人：石某，023-50000000）", "义诊", "走访慰问",
    "党参基地（2020年6月，12万元）", "签订协议。", "1", "合计", "序号", "单位：万元", "（单位：万元）", "备注", "填写说明", "-1人", "负5万元",
    "计划服务30人", "全村贫困户", "预计惠及监测户12户36人", "本乡留守儿童",
)  # fmt: skip
#: Every line and every table has a place of its own.
COUNTER = count(1)
NUMBERS = ("", "", "", "一、", "（一）", "1.", "1、", "（1）", "①", "第一章 ", "1.1 ", "首先是")

labels = st.sampled_from(LABELS)
values = st.sampled_from(VALUES) | st.text(
    "一1.，、；：（）()[]□☑/\\~ \u3000a0-至到年月日万元人户村镇和。", max_size=12
)
texts = st.one_of(
    values,
    labels,
    st.builds("{}{}".format, st.sampled_from(NUMBERS), labels | values),
    st.builds("{}{}：{}".format, st.sampled_from(NUMBERS), labels | values, values),
    st.builds("{}：{}；{}：{}".format, labels, values, labels, values),
)


@st.composite
def written_lines(draw: st.DrawFn) -> Line:
    """Draw a line, with a style or a number at times."""
    place = Place(next(COUNTER), 1)
    level = draw(st.sampled_from((None, None, None, 0, 1, 2)))
    label = draw(st.sampled_from(("", "", "")) | labels)
    return Line(draw(texts), place, draw(st.sampled_from(NUMBERS)), level, label)


@st.composite
def tables(draw: st.DrawFn) -> Block:
    """Draw a table whose cells may go on to the right or below."""
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    rows: list[list[str]] = []
    for number in range(height):
        marks = [*([ABOVE] if number else []), ""]
        row = [draw(texts | st.sampled_from(marks)) for _ in range(width)]
        rows.append([LEFT if at and draw(st.integers(0, 5)) == 0 else text for at, text in enumerate(row)])
    return table(*rows, title=draw(st.just("") | labels), sheet=f"表{next(COUNTER)}")


manuscripts = st.lists(written_lines() | tables(), min_size=1, max_size=8).map(
    lambda blocks: Manuscript(tuple(blocks))
)


def read(drawn: Manuscript) -> Document | None:
    try:
        return understood(drawn)
    except InvalidPlan:
        return None


@settings(deadline=None, suppress_health_check=SLOW)
@given(manuscripts)
def test_a_document_is_understood_or_refused_and_nothing_else(drawn: Manuscript) -> None:
    document = read(drawn)
    if document is not None:
        with suppress(InvalidPlan):
            structured(document)


def kept(document: Document) -> str:
    """Return everything that a document tells: its keys, its values, and the words at its places."""
    values = [str(value) for _, value, _ in walk(document.tree) if not isinstance(value, dict | list)]
    keys = [str(key) for _, value, _ in walk(document.tree) if isinstance(value, dict) for key in value]
    return re.sub(
        r"\s", "", "\n".join((*values, *keys, *(str(place.text) for place in document.places.values())))
    )


def words_of(line: Line) -> Iterator[str]:
    """Yield the words of a line that say something by themselves: not labels, units and numbers alone, or empty boxes."""
    if unit_in(line.text):
        return
    for piece in re.split(
        r"[：:；;]", re.sub("□[^□☑]*|共计|合计|总计|其中", " ", unnumbered(passage(line))[1].text)
    ):
        if not is_label(piece) and not is_furniture(piece):
            yield from (
                word for word in re.findall(r"\w{2,}", piece) if not word.isdecimal() and not is_label(word)
            )


def is_kept(word: str, told: str) -> bool:
    """Tell whether a word was kept: as a whole, or in pieces with single signs between them, as 和."""
    is_gap = False
    while len(word) > 1:
        end = next((end for end in range(len(word), 1, -1) if word[:end] in told), 1)
        if end == 1 and is_gap:
            return False
        word, is_gap = word[end:], end == 1
    return True


@settings(deadline=None, suppress_health_check=SLOW)
@given(manuscripts)
def test_no_word_of_a_document_is_lost(drawn: Manuscript) -> None:
    document = read(drawn)
    if document is not None:
        told = kept(document)
        assert [
            word for line in lines(drawn.blocks) for word in words_of(line) if not is_kept(word, told)
        ] == []


@pytest.mark.parametrize(
    "label", ["", "帮扶对象：", "实施期限：", "资金：", "联系对接：", "信息报送：", "活动内容："]
)
@pytest.mark.parametrize("unit", ["：", "（", "1", "1,", "1、", "2020年6月-", "投入", "。a", "6月，"])
def test_a_line_of_a_hundred_thousand_signs_takes_seconds_not_minutes(label: str, unit: str) -> None:
    text = f"重庆市农学会2020年帮扶方案\n组织名称：重庆市农学会\n{label}{(unit * LONG)[:LONG]}"
    start = time.process_time()
    read(manuscript(text))
    assert time.process_time() - start < MOST_SECONDS


@pytest.mark.parametrize(
    "line", ["帮扶对象：监测户{}", "天气{}：晴", "制定日期：2020年6月{}日", "一、某某{}", "某某{}"]
)
def test_thousands_of_lines_take_seconds_not_minutes(line: str) -> None:
    text = "\n".join(line.format(number) for number in range(2000))
    start = time.process_time()
    read(manuscript(f"重庆市农学会2020年帮扶方案\n组织名称：重庆市农学会\n{text}"))
    assert time.process_time() - start < MOST_SECONDS
