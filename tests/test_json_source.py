"""JSON documents: what is read, where it stands, and what is said of what can't be read."""

import json
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading import json_source
from cq_fupin.reading.document import MAX_NODES, decimal, finder
from cq_fupin.reading.json_source import read_json
from cq_fupin.words.errors import InvalidPlan

LETTERS = st.characters(
    blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff", max_codepoint=0x1FFFF
)
TEXTS = st.text(LETTERS, max_size=8) | st.sampled_from(
    ["标题", "帮扶/措施", "~备注", "12万元", "“引”", "\n", '"\\']
)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | TEXTS,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(TEXTS, parts, max_size=4),
    max_leaves=12,
)


def faults(text: str) -> list[str]:
    with pytest.raises(InvalidPlan) as caught:
        read_json(text)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return [str(fault) for fault in caught.value.faults]


@given(TREES, st.sampled_from([None, 1]), st.booleans())
def test_what_json_writes_is_read_again(tree: object, indent: int | None, ascii_only: bool) -> None:
    assert read_json(json.dumps(tree, indent=indent, ensure_ascii=ascii_only)).tree == tree


@given(TREES, st.sampled_from([None, 1]))
def test_every_value_stands_where_its_place_says(tree: object, indent: int | None) -> None:
    text = json.dumps(tree, indent=indent, ensure_ascii=False)
    document = read_json(text)
    lines = text.split("\n")
    stack = [("", tree)]
    count = 0
    while stack:
        pointer, value = stack.pop()
        count += 1
        place = document.places[pointer]
        assert place.line is not None
        assert place.column is not None
        rest = lines[place.line - 1][place.column - 1 :]
        if isinstance(value, (dict, list)):
            assert place.text is None
            assert rest.startswith("{" if isinstance(value, dict) else "[")
            items = value.items() if isinstance(value, dict) else enumerate(value)
            stack += [(f"{pointer}/{escaped(str(key))}", part) for key, part in items]
        else:
            assert rest.startswith(json.dumps(value, ensure_ascii=False))
            assert place.text == (value if isinstance(value, str) else json.dumps(value))
    assert len(document.places) == count


def escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def test_a_key_has_a_place_of_its_own_and_an_element_has_none() -> None:
    document = read_json('{\r\n "措施": [{"名/称": "甲"}]}')
    assert document.key_place("/措施/0/名~1称") == Place(2, 10, "名/称")
    assert document.key_place("/措施/0") is None
    assert document.key_place("") is None


def test_places_are_looked_for_once_and_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    scans: list[str] = []
    original = json_source._scan

    def scan(text: str) -> object:
        scans.append(text)
        return original(text)

    monkeypatch.setattr(json_source, "_scan", scan)
    document = read_json('{"a": 1}')
    assert scans == []
    assert document.places["/a"] == Place(1, 7, "1")
    assert document.key_place("/a") == Place(1, 2, "a")
    assert len(scans) == 1


def test_a_document_is_equal_by_its_tree_and_can_be_pickled() -> None:
    document = read_json('{"a": 1}')
    assert document == read_json('{ "a":1 }')
    assert pickle.loads(pickle.dumps(document)).places == document.places


def test_numbers_are_exact_and_what_is_no_number_is_left_to_the_next_floor() -> None:
    tree = read_json("[12.50, 1E3, -0.1, NaN, Infinity, -Infinity, 510000000000000000]").tree
    assert isinstance(tree, list)
    assert [str(number) for number in tree] == [
        "12.50", "1E+3", "-0.1", "NaN", "Infinity", "-Infinity", "510000000000000000",
    ]  # fmt: skip
    assert all(isinstance(number, Decimal) for number in tree[:-1])


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    assert read_json('\ufeff{"a": 1}').places["/a"] == Place(1, 7, "1")


@pytest.mark.parametrize("text", ['"标题"', "[1]", "3", "null"])
def test_a_document_that_is_no_mapping_is_left_to_the_next_floor(text: str) -> None:
    assert read_json(text).tree == json.loads(text)


def test_a_lone_carriage_return_ends_a_line() -> None:
    assert read_json('{\r"a":\r\n1}').places["/a"] == Place(3, 1, "1")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,}', "第1行第8列：最后一项后面不能有逗号：请删去"),
        ("[1,\n]", "第1行第3列：最后一项后面不能有逗号：请删去"),
        ("{'标题': 1}", "第1行第2列：JSON 的文字不能用单引号：请改为英文双引号"),
        ('{标题: "x"}', '第1行第2列：键要加英文双引号：请写成 "标题"'),
        ("{1: 2}", '第1行第2列：键要加英文双引号：请写成 "1"'),
        ('{“标题”: "x"}', "第1行第2列：这里是中文引号：请改为英文双引号"),
        ('{"标题”: "x"}', "第1行第9列：这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"),
        ('{"标题"："x"}', "第1行第6列：这里是中文标点“：”：请改为英文的“:”"),
        ('{"a": "x"，"b": 2}', "第1行第10列：这里是中文标点“，”：请改为英文的“,”"),
        ('{"a": 1，"b": 2}', "第1行第8列：这里是中文标点“，”：请改为英文的“,”"),
        ('{"a":\u30001}', "第1行第6列：这里有全角空格或特殊空格：请改为普通空格"),
        ('{"a": "x"\n "b": 2}', "第1行第10列：这一项后面缺少英文逗号"),
        ("[1 2]", "第1行第3列：这一项后面缺少英文逗号"),
        ('{"a": 12万元}', '第1行第7列：文字要加英文双引号：请写成 "12万元"'),
        ('{"a": 12 万元}', "第1行第10列：值后面有多余的“万元”：文字要整个放进英文双引号"),
        ('{"a": 红池坝 镇}', '第1行第7列：文字要加英文双引号：请写成 "红池坝 镇"'),
        ('{"a": True}', "第1行第7列：JSON 里不能写 True：请改为 true"),
        ('{"a": 0123}', "第1行第7列：“0123”不是 JSON 的数字：请去掉多余的零与正号，或加英文双引号"),
        ('{"a": +5}', "第1行第7列：“+5”不是 JSON 的数字：请去掉多余的零与正号，或加英文双引号"),
        ('{"a": 1 = 2}', "第1行第9列：值后面有多余的“= 2”：文字要整个放进英文双引号"),
        ('{"a": 1 ¶}', "第1行第9列：值后面有多余的“¶”：文字要整个放进英文双引号"),
        ('{"a": "x\n"}', "第1行第7列：这段文字没有在本行结束：请补上英文双引号；文字里换行请写 \\n"),
        ('{"a": "x”\n}', "第1行第7列：这段文字没有在应在的地方结束：结尾的中文引号请改为英文双引号"),
        ('{"a": "x', "第1行第7列：这段文字的引号没有闭合：请补上英文双引号"),
        ('{"a": "x\ty"}', "第1行第9列：引号里不能直接打制表符：请改为空格"),
        ('{"a": "C:\\某"}', "第1行第10列：反斜杠在 JSON 里有特殊意思：请写成两个反斜杠"),
        ('{"a": "\\u12"}', "第1行第8列：反斜杠在 JSON 里有特殊意思：请写成两个反斜杠"),
        ('{"a": [1', "第1行第7列：“[”没有闭合：请补上“]”"),
        ('{"a":', "第1行第1列：“{”没有闭合：请补上“}”"),
        ("{", "第1行第1列：“{”没有闭合：请补上“}”"),
        ('{"a": 1]', "第1行第8列：“{”要用“}”结束"),
        ('{"a": {"b": [1}}', "第1行第15列：“[”要用“]”结束"),
        ('["a"', "第1行第1列：“[”没有闭合：请补上“]”"),
        ('{"a":}', "第1行第6列：冒号后面没有值：不填请写 null，或删去这个键"),
        ('{"a":,}', "第1行第6列：“,”前面没有值：不填请写 null"),
        ('{"a" 1}', "第1行第5列：键“a”后面缺少英文冒号和值"),
        ('{"a"}', "第1行第5列：键“a”后面缺少英文冒号和值"),
        ("{,}", '第1行第2列：“,”前面没有键：大括号里请逐项写 "键": 值'),
        ('{"a": [1}', "第1行第9列：“[”要用“]”结束"),
        ('["a": 1]', "第1行第5列：方括号里不能直接写“键: 值”：请用大括号括起来"),
        ('{"a": "b": 1}', "第1行第10列：一个键只能有一个值：请检查这里的冒号，或上一项后面的英文逗号"),
        ('{"a": 1; "b": 2}', "第1行第8列：各项之间要用英文逗号，不能用分号"),
        ('{"a": "x"; "b": 2}', "第1行第10列：各项之间要用英文逗号，不能用分号"),
        (
            '{"a": "称为"示范"村"}',
            '第1行第11列：文字里的英文双引号会提前结束这段文字：请改用中文引号“”，或写成 \\"',
        ),
        ('{"a": 1} // 完', "第1行第10列：方案到此已经结束，后面还有内容：一个文件只写一个方案"),
        ('{"a": 1, // 说明\n"b": 2}', "第1行第10列：JSON 里不能写注释：请删去，说明可以写进“其他”"),
        ('"a": 1', "第1行第1列：最外层缺少大括号：请把全部内容放进一对英文大括号"),
        ('{"a":1}}', "第1行第8列：多余的“}”：请删去"),
        ("标题", '第1行第1列：文字要加英文双引号：请写成 "标题"'),
        ('{"a":\x01}', "第1行第6列：这里有看不见的控制字符（U+0001）：请删去"),
        ('{"a": "\\u0000"}', "第1行第7列：这里有看不见的控制字符（U+0000）：请删去"),
        ('{"a": "\\ud800"}', "第1行第7列：这里有看不见的控制字符（U+D800）：请删去"),
        ('{"a": 1e999}', "第1行第7列：数字“1e999”太长：最多40位；编号之类请加引号"),
        ("   ", "文件是空的：请写入帮扶方案的内容"),
        ('"' + "x" * 5_000_000, "文件太大：最多5000000字节，请只保留帮扶方案本身"),
    ],
)
def test_what_is_wrong_is_told_where_it_is_wrong_and_with_what_would_be_right(
    text: str, expected: str
) -> None:
    assert faults(text) == [expected]


def test_an_escape_that_looks_odd_but_is_right_is_read() -> None:
    assert read_json('["\\ud83c\\udf3e", "\\u00a0"]').tree == ["🌾", "\u00a0"]


def test_all_repeated_keys_and_overlong_numbers_are_told_at_once() -> None:
    number = "1" * 5000
    text = f'{{"a": 1,\n"a": {{"c": 1, "c": 2}},\n"b": {number},\n"a": 3}}'
    assert faults(text) == [
        "第2行第1列：键“a”重复：第1行已经写过，请合并成一处",
        "第2行第15列：键“c”重复：第2行已经写过，请合并成一处",
        "第3行第6列：数字“11111111111111111111…”太长：最多40位；编号之类请加引号",
        "第4行第1列：键“a”重复：第1行已经写过，请合并成一处",
    ]


def test_one_key_in_two_mappings_is_not_repeated() -> None:
    document = read_json('[{"a": 1}, {"a": 1}, {}, []]')
    assert document.tree == [{"a": 1}, {"a": 1}, {}, []]
    assert document.places["/2"] == Place(1, 22)


def test_repetitions_are_told_together_with_what_ends_the_reading() -> None:
    assert len(faults('{"a": 1, "a": 2, "b": }')) == 2


def test_a_reader_that_disagrees_is_still_told_with_a_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_source, "_scan", lambda text: None)
    assert faults('{"a" 1}') == ["第1行第6列：JSON 写法有误：请检查这里的引号、逗号与括号"]


@pytest.mark.parametrize("piece", ["[", '{"a":', "[[],", '{"a":{},"b":'])
def test_brackets_are_bounded_before_anything_recurses(piece: str) -> None:
    assert "嵌套太深：最多32层" in faults(piece * 100_000)[0]


def test_as_many_levels_as_the_limit_are_read() -> None:
    assert read_json("[" * 32 + "]" * 32).places["/0" * 31] == Place(1, 32)
    assert read_json("[" + "[]," * 40 + '"[{"]').tree == [[] for _ in range(40)] + ["[{"]


def test_as_many_values_as_the_limit_are_read_and_no_more() -> None:
    assert read_json("[" + "1," * (MAX_NODES - 2) + '"a,b"]').tree is not None
    assert faults("[" + "1," * MAX_NODES + "1]") == ["内容太多：最多20000项，请只保留帮扶方案本身"]


@pytest.mark.parametrize(
    "text", ['"' * 100_001, '{"a":' + '"\\"' * 50_000, "[" + "1 " * 100_000, "1" * 4_000_000]
)
def test_hostile_texts_are_refused_in_no_time(text: str) -> None:
    faults(text)


@given(st.text(st.sampled_from("{}[]\",:\\“：，'ab1 .e-\n\t/#truefalsn的\x00\u3000"), max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        told = str(read_json(text).places[""])
    except InvalidPlan as error:
        told = str(error)
    assert told


def test_a_number_is_bounded_in_its_digits_and_its_exponent() -> None:
    assert decimal("1e40") == Decimal("1e40")
    assert decimal("1e41") is None
    assert decimal("1e-41") is None
    assert decimal("1e" + "9" * 10_000) is None
    assert decimal("0." + "1" * 40) is None


def test_lines_are_found_by_every_way_to_end_them() -> None:
    find = finder("a\nb\r\nc\rd")
    assert [find(offset) for offset in (0, 1, 2, 5, 7)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]
