"""TOML documents: what is read, where it stands, and what is said of what can't be read."""

import datetime
import json
import pickle
import time
import tomllib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.document import MAX_NODES, Document, walk
from cq_fupin.reading.toml_source import read_toml
from cq_fupin.words.errors import InvalidPlan

LETTERS = st.characters(
    blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff", max_codepoint=0x1FFFF
)
TEXTS = st.text(LETTERS, max_size=8) | st.sampled_from(
    ["标题", "帮扶/措施", "~备注", "a.b", "\n", "#", "'", '"""', "\\"]
)
VALUES = st.recursive(
    st.booleans() | st.integers(-(10**20), 10**20) | TEXTS | st.dates(),
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(TEXTS, parts, max_size=4),
    max_leaves=10,
)
TABLES = st.dictionaries(TEXTS, VALUES, max_size=4)
PIECES = [
    "标题", "a", "b", "=", " = ", "1", '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", ".", ",", "，", "：", "“", "\n",
    "\r", "#", "\\", "true", "inf", "-", "2020-06-12", " 10:00:00", "10:00", "0x", "e5", "_", "\t", "\x00", "a = 1\n",
    "[a]\n", "[[b]]\n", "a.b = 2\n", "b = [1, {a = 2}]\n", "\\u0000", "\ufeff",
]  # fmt: skip


def written(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[ # 注\n" + ",\n".join(map(written, value)) + "]"
    return str(value) if isinstance(value, datetime.date) else quoted(value)


def quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def faults(text: str) -> list[str]:
    with pytest.raises(InvalidPlan) as caught:
        read_toml(text)
    assert caught.value.__context__ is None
    return [str(fault) for fault in caught.value.faults]


@given(TABLES)
def test_what_is_written_is_read_again_and_stands_where_its_place_says(tables: dict[str, object]) -> None:
    text = "# 方案\n" + "\n".join(f"{quoted(key)} = {written(value)}" for key, value in tables.items())
    document = read_toml(text)
    assert document.tree == tables
    lines = text.split("\n")
    stack: list[tuple[str, object]] = [(f"/{escaped(key)}", value) for key, value in tables.items()]
    while stack:
        pointer, value = stack.pop()
        place = document.places[pointer]
        assert place.line is not None
        assert place.column is not None
        assert written(value).split("\n")[0] in lines[place.line - 1][place.column - 1 :]
        if isinstance(value, dict):
            stack += [(f"{pointer}/{escaped(key)}", part) for key, part in value.items()]
        elif isinstance(value, list):
            stack += [(f"{pointer}/{number}", part) for number, part in enumerate(value)]
        else:
            assert place.text == (value if isinstance(value, str) else written(value))


def escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def test_tables_arrays_of_tables_and_dotted_keys_have_their_places() -> None:
    text = '''"标题" = "方案"
"组织".'名称' = """
某
协会"""
"组织"."\\u7c7b别" = '商会'
survey.date = 2020-06-10  # 日
[period]
start = 2020-06-20 10:00:00
[[measures]]
title = "甲"
budget = 1_0.5_0
goods = [{name = "米", count = 2}, # 注
  {}]
  [measures.other.deep]
  x = 1
[[measures]]
  [[measures.parts]]
  y = 2
'''
    document = read_toml(text)
    assert document.tree == tomllib.loads(text, parse_float=Decimal)
    assert dict(document.places) == {
        "": Place(1, 1),
        "/标题": Place(1, 8, "方案"),
        "/组织": Place(2, 1),
        "/组织/名称": Place(2, 13, "某\n协会"),
        "/组织/类别": Place(5, 18, "商会"),
        "/survey": Place(6, 1),
        "/survey/date": Place(6, 15, "2020-06-10"),
        "/period": Place(7, 1),
        "/period/start": Place(8, 9, "2020-06-20 10:00:00"),
        "/measures": Place(9, 1),
        "/measures/0": Place(9, 1),
        "/measures/0/title": Place(10, 9, "甲"),
        "/measures/0/budget": Place(11, 10, "1_0.5_0"),
        "/measures/0/goods": Place(12, 9),
        "/measures/0/goods/0": Place(12, 10),
        "/measures/0/goods/0/name": Place(12, 18, "米"),
        "/measures/0/goods/0/count": Place(12, 31, "2"),
        "/measures/0/goods/1": Place(13, 3),
        "/measures/0/other": Place(14, 13),
        "/measures/0/other/deep": Place(14, 3),
        "/measures/0/other/deep/x": Place(15, 7, "1"),
        "/measures/1": Place(16, 1),
        "/measures/1/parts": Place(17, 3),
        "/measures/1/parts/0": Place(17, 3),
        "/measures/1/parts/0/y": Place(18, 7, "2"),
    }
    assert document.key_place("/组织/类别") == Place(5, 6, "类别")
    assert document.key_place("/measures/1/parts") == Place(17, 14, "parts")
    assert document.key_place("/measures/0") is None


def test_dates_and_numbers_are_given_as_toml_has_them() -> None:
    tree = read_toml(
        "a = 2020-06-12\nb = 2020-06-12T10:00:00\nc = 07:32:00\nd = 12.50\ne = -inf\nf = nan\ng = 0x1F"
    ).tree
    assert tree == {
        "a": datetime.date(2020, 6, 12),
        "b": datetime.datetime(2020, 6, 12, 10),
        "c": datetime.time(7, 32),
        "d": Decimal("12.50"),
        "e": Decimal("-Infinity"),
        "f": tree["f"] if isinstance(tree, dict) else None,
        "g": 31,
    }
    assert str(tree["d"]) == "12.50"
    assert str(tree["f"]) == "NaN"


def test_any_way_to_end_a_line_is_read() -> None:
    document = read_toml("\ufeffa = 1\r\nb = 2\rc = 3\n")
    assert document.tree == {"a": 1, "b": 2, "c": 3}
    assert document.places["/c"] == Place(3, 5, "3")


def test_a_document_can_be_pickled() -> None:
    document = read_toml("a = [1]")
    assert pickle.loads(pickle.dumps(document)).places == document.places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('a = 1\n标题 = "x"', '第2行第1列：中文键要加英文双引号：请写成 "标题"'),
        ("[组织]", '第1行第2列：中文键要加英文双引号：请写成 "组织"'),
        ("[a.组织]", '第1行第4列：中文键要加英文双引号：请写成 "组织"'),
        ("[[措施]]", '第1行第3列：中文键要加英文双引号：请写成 "措施"'),
        ("a标题 = 1", '第1行第1列：中文键要加英文双引号：请写成 "a标题"'),
        ("a = {名称 = 1}", '第1行第6列：中文键要加英文双引号：请写成 "名称"'),
        ("a = 某协会", '第1行第5列：文字要加英文双引号：请写成 "某协会"'),
        ("a = 12万元 # 注", '第1行第5列：文字和编号要加英文双引号：请写成 "12万元"'),
        ("a = 0123", '第1行第5列：文字和编号要加英文双引号：请写成 "0123"'),
        ("a = True", "第1行第5列：TOML 里不能写 True：请改为 true"),
        ("a = \nb = 1", "第1行第5列：TOML 没有空值：不填请删去这个键"),
        ("a = null", "第1行第5列：TOML 没有空值：不填请删去这个键"),
        ("a: 1", "第1行第2列：TOML 用等号：请写成“键 = 值”"),
        ("a：1", "第1行第2列：TOML 用等号：请写成“键 = 值”"),
        ("a＝1", "第1行第2列：这里是中文标点“＝”：请改为英文的“=”"),
        ("a = “x”", "第1行第5列：这里是中文引号：请改为英文双引号"),
        ("a = [1，2]", "第1行第7列：这里是中文标点“，”：请改为英文的“,”"),
        ("a", "第1行第2列：这个键后面缺少等号和值"),
        ("= 1", "第1行第1列：这一行不是 TOML 的写法：请写成“键 = 值”"),
        ("- 标题", "第1行第3列：中文键要加英文双引号：请写成 \"标题\""),
        ('{"a": 1}', "第1行第1列：这一行不是 TOML 的写法：请写成“键 = 值”"),
        ('a = "x\nb = 1', "第1行第5列：这段文字的引号没有闭合：请补上同样的英文引号"),
        ("a = 'x", "第1行第5列：这段文字的引号没有闭合：请补上同样的英文引号"),
        ('a = """x\n\n', "第1行第5列：这段文字的引号没有闭合：请补上同样的英文引号"),
        ('a = "x”\n', "第1行第5列：这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"),
        ("a = 'it's'", "第1行第9列：引号后面有多余的文字：请把整个值放进引号，值里的引号用中文引号“”"),
        ('a = "C:\\某"', "第1行第10列：双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠"),
        ('a = "\\ud800"', "第1行第12列：双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠"),
        ("a = 1 b = 2", "第1行第7列：一行只写一项：请另起一行，或删去多余的内容"),
        ("[a] b = 1", "第1行第5列：一行只写一项：请另起一行，或删去多余的内容"),
        ("a = [[1], 2", "第1行第5列：“[”没有闭合：请补上“]”"),
        ("a = [1\nb = 2", "第1行第5列：“[”没有闭合：请补上“]”"),
        ("a = [1 2]", "第1行第8列：这一项前面缺少英文逗号"),
        ("[a：", "第1行第3列：TOML 用等号：请写成“键 = 值”"),
        ("[a", "第1行第3列：“[”没有闭合：请补上“]”"),
        ("a = 2020-02-30", "第1行第5列：没有这个日期或时间：请改正，或加英文双引号"),
        ("a = 1e999", "第1行第5列：数字“1e999”太长：最多40位；编号之类请加引号"),
        (f"a = 7\nb = [1, {'1' * 5000}]", "第2行第9列：数字“11111111111111111111…”太长：最多40位；编号之类请加引号"),
        (f"a = {'1' * 50}", "第1行第5列：数字“11111111111111111111…”太长：最多40位；编号之类请加引号"),
        ('a = "\\u0007"', "第1行第5列：这里有看不见的控制字符（U+0007）：请删去"),
        ("a = 'x\x0b'", "第1行第7列：这里有看不见的控制字符（U+000B）：请删去"),
        ("[a.b]\n[a]\nb.c = 1", "第3行第8列：这里重复了已经写过的键：请合并成一处"),
        (" \n", "文件是空的：请写入帮扶方案的内容"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is_wrong_and_with_what_would_be_right(
    text: str, expected: str
) -> None:
    assert faults(text) == [expected]


@pytest.mark.parametrize(("text", "said"), [("a = {b = 1,}", "逗号"), ("a = {b = 1\n}", "大括号")])
def test_what_toml_1_1_allows_is_read_or_told(text: str, said: str) -> None:
    told = read_or_refuse(text)
    assert said in told if isinstance(told, str) else told.tree == {"a": {"b": 1}}


def test_what_tomllib_may_say_in_another_version_is_still_told_with_a_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(text: str, **_: object) -> None:
        raise tomllib.TOMLDecodeError("Something new (at line 2, column 3)")

    monkeypatch.setattr(tomllib, "loads", fail)
    assert faults("a = 1\nb = 2") == ["第2行第3列：这里的写法不是 TOML：请检查引号、等号与方括号"]


def test_all_repetitions_are_told_at_once_and_none_twice() -> None:
    text = 'a = 1\n"a" = {x = 1, x = 2}\n[t]\nx = 1\nx.y = 2\nx = 3\n[t]\nx = 4\n[a]\nx = 5\n[a.z]\n[[t]]\n[[l]]\n[[l]]\n[l]\n'
    assert faults(text) == [
        "第2行第1列：键“a”重复：第1行已经写过，请合并成一处",
        "第2行第15列：键“x”重复：第2行已经写过，请合并成一处",
        "第5行第1列：键“x”重复：第4行已经写过，请合并成一处",
        "第6行第1列：键“x”重复：第4行已经写过，请合并成一处",
        "第7行第2列：键“t”重复：第3行已经写过，请合并成一处",
        "第9行第2列：键“a”重复：第1行已经写过，请合并成一处",
        "第11行第2列：键“a”重复：第1行已经写过，请合并成一处",
        "第12行第3列：键“t”重复：第3行已经写过，请合并成一处",
        "第15行第2列：键“l”重复：第13行已经写过，请合并成一处",
    ]


@pytest.mark.parametrize(
    "rest",
    ["[", "[]", "= 1", "x", "x =", "x = ]", "b = [1 2", "b = [x = ", "b = {1", '"\\q" = 1', '"x', "x = ["],
)
def test_what_follows_a_repetition_may_be_anything(rest: str) -> None:
    assert "键“a”重复：第1行已经写过" in faults(f"a = 1\na = 2\n{rest}")[0]


def test_no_more_is_told_than_anyone_reads() -> None:
    assert len(faults("a = 1\n" * 3_000)) == 1_000


def test_a_table_may_be_opened_after_its_part() -> None:
    assert read_toml("[a.b]\nx = 1\n[a]\ny = 2\n[c]\nd.e = 1\nd.f = 2").key_place("/a") == Place(1, 2, "a")


@pytest.mark.parametrize(
    "text", ["a = " + "[" * 100_000, "a = " + "{a = " * 100_000, "a" + ".a" * 100_000 + " = 1"]
)
def test_depth_is_bounded_before_anything_recurses(text: str) -> None:
    assert "嵌套太深：最多32层" in faults(text)[0]


def test_as_many_levels_and_values_as_the_limits_are_read_and_no_more() -> None:
    assert read_toml("a = " + "[" * 31 + "]" * 31).tree is not None
    assert "嵌套太深" in faults("[" + "a." * 20 + "a]\n" + "b." * 20 + "b = 1")[0]
    assert "内容太多" in faults("a = [" + "1," * MAX_NODES + "]")[0]
    assert read_toml("a = '" + "[" * 99 + "' # " + "[" * 99).tree == {"a": "[" * 99}


@pytest.mark.parametrize(
    "text",
    [
        "a = " + '"' * 99_999, "a = " + "'" * 99_999, 'a = """' + '\\"' * 50_000, "a" * 99_999 + " b = 1", "a = 1\n" * 30_000,
        "[a]\n" * 30_000, "[[a]]\n" * 30_000, "#" * 99_999, "标" * 99_999, "a = [" + "#\n" * 50_000, "a = 1 " + "b " * 50_000,
        "[a]\n" + "".join(f"b.c.k{n} = 1\n" for n in range(10_000)),
    ],
)  # fmt: skip
def test_hostile_texts_are_answered_soon(text: str) -> None:
    start = time.process_time()
    read_or_refuse(text)
    assert time.process_time() - start < 3


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    told = read_or_refuse(text)
    if isinstance(told, Document):
        assert set(told.places) == {pointer for pointer, _, _ in walk(told.tree)}


def read_or_refuse(text: str) -> Document | str:
    try:
        return read_toml(text)
    except InvalidPlan as error:
        return str(error)
