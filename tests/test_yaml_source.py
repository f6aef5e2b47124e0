"""YAML documents: what is read, where it stands, and what is said of what can't be read."""

import json
import pickle
import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cq_fupin.models.place import Place
from cq_fupin.reading.document import MAX_NODES, Document
from cq_fupin.reading.yaml_composer import plain
from cq_fupin.reading.yaml_source import read_yaml
from cq_fupin.words.errors import InvalidPlan

HAS_LIBYAML = hasattr(yaml, "CSafeLoader")
LETTERS = st.characters(
    blacklist_categories=["Cs", "Cc"],
    blacklist_characters="\ufeff\ufffe\uffff\u2028\u2029\x85",
    max_codepoint=0x1FFFF,
)
TEXTS = st.text(LETTERS, max_size=8) | st.sampled_from(
    ["标题", "帮扶/措施", "~备注", "no", "0123", "a: b", "\n", "- x"]
)
# PyYAML writes by YAML 1.1, where 1e5 is a text.
TEXTS = TEXTS.filter(lambda text: not text or plain(text) is text)
TREES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | TEXTS,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(TEXTS, parts, max_size=4),
    max_leaves=12,
)
PIECES = [
    "标题", "a", "1", "：", ":", ": ", "- ", "-", "\n", "\n  ", "\n ", "\t", "{", "}", "[", "]", ",", "，", '"', "'", "“",
    "”", "#", " #", "&a ", "*a", "!", "!!str ", "|", ">", "|\n", "? ", "%", "@", "`", "\\", "---\n", "...\n", "<<", "~",
    "\r", "\r\n", "\x85", "\u2028", "\x00", "\ufeff", "\\x", "\\U0011ffff", "%YAML 1.1\n", "%TAG ! x\n", "0", ".5", "e9",
]  # fmt: skip
SOUP = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def slow_read(text: str) -> Document:
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(yaml, "CSafeLoader", raising=False)
        return read_yaml(text)


READERS = [read_yaml, slow_read]
both = pytest.mark.parametrize("read", READERS, ids=["fastest", "pure"])


def faults(text: str, read: object = read_yaml) -> list[str]:
    assert callable(read)
    with pytest.raises(InvalidPlan) as caught:
        read(text)
    assert caught.value.__context__ is None or caught.value.__suppress_context__
    return [str(fault) for fault in caught.value.faults]


@pytest.fixture
def brisk() -> Iterator[None]:
    start = time.process_time()
    yield
    assert time.process_time() - start < 5


@given(TREES, st.booleans())
def test_what_a_yaml_writer_writes_is_read_again(tree: object, flow: bool) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=flow)
    assert read_yaml(text).tree == slow_read(text).tree == tree


@given(TREES)
def test_json_is_yaml(tree: object) -> None:
    assert read_yaml(json.dumps(tree, indent=1, ensure_ascii=False)).tree == tree


@given(TREES)
def test_every_value_stands_where_its_place_says(tree: object) -> None:
    text = json.dumps(tree, indent=1, ensure_ascii=False)
    lines = text.split("\n")
    document = read_yaml(text)
    for pointer, place in document.places.items():
        assert place.line is not None
        assert place.column is not None
        rest = lines[place.line - 1][place.column - 1 :]
        expected = json.dumps(value_at(tree, pointer), ensure_ascii=False)
        assert rest.startswith(expected[0] if expected[0] in "[{" else expected)


def value_at(tree: object, pointer: str) -> object:
    for key in pointer.split("/")[1:]:
        if isinstance(tree, dict):
            tree = tree[key.replace("~1", "/").replace("~0", "~")]
        else:
            assert isinstance(tree, list)
            tree = tree[int(key)]
    return tree


@pytest.mark.skipif(not HAS_LIBYAML, reason="nothing to compare with")
@given(SOUP)
def test_any_text_is_read_or_refused_and_both_parsers_agree(text: str) -> None:
    fast, slow = outcome(text, read_yaml), outcome(text, slow_read)
    if isinstance(fast, Document) and isinstance(slow, Document):
        assert str(fast.tree) == str(slow.tree)


def outcome(text: str, read: object) -> Document | str:
    assert callable(read)
    try:
        document = read(text)
    except InvalidPlan as error:
        return str(error)
    assert isinstance(document, Document)
    assert "" in document.places
    return document


@both
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"), ("on", "on"), ("yes", "yes"), ("0123", "0123"), ("00.5", "00.5"), ("0x1F", "0x1F"), ("0o17", "0o17"),
        ("2020-06-12", "2020-06-12"), ("120,000", "120,000"), ("1_000", "1_000"), ("12:30", "12:30"), ("-", "-"),
        ("12万元", "12万元"), ("'12'", "12"), ('"true"', "true"), ("! 12", "12"), ("!!str 12", "12"), ("~", None),
        ("null", None), ("", None), ("true", True), ("FALSE", False), ("12", 12), ("+5", "+5"), ("-3", -3), ("0", 0),
        ("12e3", Decimal("12000")), ("2020.10", Decimal("2020.10")), (".5", ".5"), ("1.", "1."), ("1e999", "1e999"),
        ("+8613812345678", "+8613812345678"), ("51500000500E001237", "51500000500E001237"),
        (".inf", Decimal("Infinity")), ("-.INF", Decimal("-Infinity")),
    ],
)  # fmt: skip
def test_a_value_means_what_yaml_1_2_says(read: object, written: str, meant: object) -> None:
    assert callable(read)
    tree = read(f"a: {written}" if written != "-" else "a: '-'").tree
    assert tree == {"a": meant}
    assert type(tree["a"]) is type(meant)


def test_a_key_is_a_text_whatever_it_looks_like() -> None:
    assert read_yaml("1e999: 1\n012: 2\nyes: 3\n3.50: 4").tree == {"1e999": 1, "012": 2, "yes": 3, "3.50": 4}


def test_a_broken_number_stays_as_written_and_nan_is_left_to_the_next_floor() -> None:
    assert str(read_yaml("[2020.10, .nan]").tree) == "[Decimal('2020.10'), Decimal('NaN')]"


@both
def test_blocks_comments_and_marks_of_a_document_are_read(read: object) -> None:
    text = "\ufeff--- # 方案\n标题: |\n  一\n  二\n其他: >-\n  三\n  四\n2020: 甲\n~: 乙\n...\n"
    assert callable(read)
    assert read(text).tree == {"标题": "一\n二\n", "其他": "三 四", "2020": "甲", "~": "乙"}


@both
def test_values_and_keys_have_their_places(read: object) -> None:
    text = "组织:\r\n  名/称: '某 协会' # 注\r\n  空:\r措施:\n- 名称: 😀 x\n  预算: 12e3\n- {对象: }\n"
    assert callable(read)
    document = read(text)
    assert dict(document.places) == {
        "": Place(1, 1),
        "/组织": Place(2, 3),
        "/组织/名~1称": Place(2, 8, "某 协会"),
        "/组织/空": Place(3, 3, ""),
        "/措施": Place(5, 1),
        "/措施/0": Place(5, 3),
        "/措施/0/名称": Place(5, 7, "😀 x"),
        "/措施/0/预算": Place(6, 7, "12e3"),
        "/措施/1": Place(7, 3),
        "/措施/1/对象": Place(7, 4, ""),
    }
    assert document.key_place("/组织/名~1称") == Place(2, 3, "名/称")
    assert document.key_place("/措施/1") is None


@both
def test_an_alias_repeats_what_its_anchor_holds_and_has_its_own_place(read: object) -> None:
    assert callable(read)
    document = read("甲: &地区 [巫溪县]\n乙: *地区\n".replace("地区", "area"))
    assert document.tree == {"甲": ["巫溪县"], "乙": ["巫溪县"]}
    assert document.places["/乙"] == Place(2, 4)
    assert document.places["/乙/0"] == Place(1, 11, "巫溪县")
    assert read("&k 名称: 1\n其他: *k").tree == {"名称": 1, "其他": "名称"}


@both
def test_a_tab_that_indents_nothing_is_a_space(read: object) -> None:
    assert callable(read)
    text = "标题:\t某\t\n措施:\t# 注\n\t\n- \t甲\t乙\n"
    assert read(text).tree == {"标题": "某", "措施": ["甲 乙"]}
    assert read(text).places["/措施/0"] == Place(4, 4, "甲 乙")


def test_a_document_can_be_pickled() -> None:
    document = read_yaml("a: [1]")
    assert pickle.loads(pickle.dumps(document)).places == document.places


@pytest.mark.parametrize("text", ["标题", "- 1\n- 2", "3", "~"])
def test_a_document_that_is_no_mapping_is_left_to_the_next_floor(text: str) -> None:
    assert not isinstance(read_yaml(text).tree, dict)


@both
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("标题: x\n机构：某\n类别: y", "第2行第3列：“机构”后面是中文冒号：请改为英文冒号加一个空格，写成“机构: …”"),
        ("标题: x\n机构：某", "第2行第3列：“机构”后面是中文冒号：请改为英文冒号加一个空格，写成“机构: …”"),
        ("组织:\n  名称：某\n  类别: y", "第2行第5列：“名称”后面是中文冒号：请改为英文冒号加一个空格，写成“名称: …”"),
        ('"a": 1\n"机构"：2\n"c": 3', "第2行第5列：“机构”后面是中文冒号：请改为英文冒号加一个空格，写成“机构: …”"),
        ("机构：某\n类别: y", "第1行第3列：“机构”后面是中文冒号：请改为英文冒号加一个空格，写成“机构: …”"),
        ("a: b\rc: d\r\ne：f\rg: h", "第3行第2列：“e”后面是中文冒号：请改为英文冒号加一个空格，写成“e: …”"),
        ("标题：帮扶方案", "第1行第3列：“标题”后面是中文冒号：请改为英文冒号加一个空格，写成“标题: …”"),
        ("标题:某\n机构: y", "第1行第3列：“标题”的英文冒号后面要有一个空格"),
        ("a: x\n标题:某\n机构: y", "第2行第3列：“标题”的英文冒号后面要有一个空格"),
        ("a: x\n标题", "第2行第1列：这一行缺少冒号：请写成“键: 值”，英文冒号后面有一个空格"),
        ("- a\n-b", "第2行第1列：列表的“-”后面要有一个空格"),
        ("a:\n\tb: 1", "第2行第1列：缩进不能用制表符（Tab）：请改为空格"),
        ("a: 1\n  \tb: 1", "第2行第3列：缩进不能用制表符（Tab）：请改为空格"),
        ("a: 1\nb:\t@x", "第2行第4列：以这个符号开头的文字要加引号"),
        ("a: [\n\t@x]", "第2行第1列：缩进不能用制表符（Tab）：请改为空格"),
        ("a:\n  b: 1\n c: 2", "第3行第2列：这一行的缩进与上面不一致：同一层的键要左对齐，下一层统一多两个空格"),
        ("a: 1\n b: 2", "第2行第3列：这一行的缩进与上面不一致：同一层的键要左对齐，下一层统一多两个空格"),
        ("a: 关于: x", "第1行第6列：这个值里有英文冒号加空格：请给整个值加引号"),
        ("- 说明：好\n- a: b: c", "第2行第7列：这个值里有英文冒号加空格：请给整个值加引号"),
        ('a: "x', "第1行第4列：这段文字的引号没有闭合：请补上同样的英文引号"),
        ("a: 'x\n---\nb: 1", "第1行第4列：这段文字的引号没有闭合：请补上同样的英文引号"),
        ('a: "x" y', "第1行第8列：引号后面有多余的文字：请把整个值放进引号"),
        ("a: 'it's'", "第1行第8列：引号后面有多余的文字：请把整个值放进引号"),
        ('a: "C:\\某"', "第1行第7列：双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠"),
        ('a: "\\xzz"', "第1行第5列：双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠"),
        ('a: "\\UFFFFFFFF"', "第1行第5列：双引号里的反斜杠有特殊意思：请改用单引号，或写成两个反斜杠"),
        ("a: [x, y", "第1行第4列：“[”没有闭合，或其中缺少英文逗号"),
        ("a: [x: ", "第1行第8列：括号里的内容不完整：请检查英文逗号、引号与结尾的括号"),
        ("a: {x: 1\nb: 2", "第1行第4列：“{”没有闭合，或其中缺少英文逗号"),
        ("a: ]", "第1行第4列：这里的“]”多余：请删去，或给整个值加引号"),
        ("[a]\nb: 1", "第2行第1列：这里的写法不是 YAML：请检查这一行的缩进、引号与冒号"),
        ("a: 1\n---\nb: 2", "第2行第1列：这里开始了另一个文档：一个文件只写一个方案，请删去“---”一行"),
        ("a: &x [*x]", "第1行第8列：别名“*x”引用了它自己：请直接写出内容"),
        ("a: *x", "第1行第4列：别名“*x”没有定义：以 * 开头的文字要加引号"),
        ("a: *重点*", "第1行第5列：以 * 开头的文字要加引号"),
        ("a: &重点", "第1行第5列：以 & 开头的文字要加引号"),
        ("a: !<x", "第1行第7列：以 ! 开头的文字要加引号"),
        ("a: @x", "第1行第4列：以这个符号开头的文字要加引号"),
        ("%x", "第1行第1列：以 % 开头的文字要加引号"),
        (f"%YAML {'1' * 5000}.1\n--- a", "第1行第1列：以 % 开头的文字要加引号"),
        ("a:\n  - b\n  － c", "第3行第3列：列表要用英文短横和一个空格“- ”开头"),
        ("a: > 30", "第1行第6列：以 | 或 > 开头的文字要加引号"),
        ("a: - b", "第1行第4列：列表要另起一行：“-”不能写在“键:”的同一行"),
        ("a: !!python/object:os.x y", "第1行第4列：不支持标签“!!python/object:os.x”：请删去标签，直接写值；以 ! 开头的文字要加引号"),
        ("a: !注 y", "第1行第5列：以 ! 开头的文字要加引号"),
        ("<<: {a: 1}", "第1行第1列：不支持合并键“<<”：请直接写出要合并的内容"),
        ("a: {{ name }}", "第1行第5列：键只能是文字：以方括号或大括号开头的文字要加引号"),
        (f"a: {'1' * 50}", "第1行第4列：数字“11111111111111111111…”太长：最多40位；编号之类请加引号"),
        ('a: "\\0"', "第1行第4列：这里有看不见的控制字符（U+0000）：请删去"),
        ("a: x\x7f", "第1行第5列：这里有看不见的控制字符（U+007F）：请删去"),
        ("# 只有注释", "第1行第1列：文件里只有注释：请写入帮扶方案的内容"),
        ("\n", "文件是空的：请写入帮扶方案的内容"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_where_it_is_wrong(read: object, text: str, expected: str) -> None:
    assert faults(text, read) == [expected]


def test_every_line_with_a_full_width_colon_is_told() -> None:
    assert faults("组织:\n  名称：某\n  类别：商会\n  代码: 5") == [
        "第2行第5列：“名称”后面是中文冒号：请改为英文冒号加一个空格，写成“名称: …”",
        "第3行第5列：“类别”后面是中文冒号：请改为英文冒号加一个空格，写成“类别: …”",
    ]


@both
def test_all_repeated_keys_are_told_at_once_with_what_ends_the_reading(read: object) -> None:
    assert faults("a: 1\n'a': 2\nb: {c: 1, c: 2}\na: 3", read) == [
        "第2行第1列：键“a”重复：第1行已经写过，请合并成一处",
        "第3行第11列：键“c”重复：第3行已经写过，请合并成一处",
        "第4行第1列：键“a”重复：第1行已经写过，请合并成一处",
    ]
    assert len(faults("a: 1\na: 2\nb: [", read)) == 2
    assert len(faults("a: 1\na: 2\nb: *x", read)) == 2


def test_a_quoted_merge_key_is_a_key_like_any_other() -> None:
    assert read_yaml("'<<': 1").tree == {"<<": 1}


@both
@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("piece", ["[", "{", "[\n", "{a: ", "- ", "? ", "- - - "])
def test_a_hundred_thousand_levels_are_refused_at_once(read: object, piece: str) -> None:
    start = time.process_time()
    assert "嵌套太深：最多32层" in faults(piece * 100_000, read)[0]
    assert time.process_time() - start < 1


@pytest.mark.usefixtures("brisk")
@pytest.mark.parametrize("text", ['"' * 99_999, "'" * 99_999, "a" * 500_000, "*a " * 99_999, "&a " * 99_999, "!a " * 99_999,
                                  "a：b\n" * 99_999, "%a\n" * 99_999, "a: 1\n" + "b：c\n" * 99_999 + "d: e"])  # fmt: skip
def test_hostile_texts_are_answered_soon(text: str) -> None:
    outcome(text, read_yaml)


@both
@pytest.mark.usefixtures("brisk")
def test_a_billion_laughs_are_counted_before_they_are_laughed(read: object) -> None:
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)
    )
    assert "内容太多：最多20000项" in faults(laughs, read)[0]


def test_an_alias_counts_its_levels() -> None:
    deep = "[" * 20 + "]" * 20
    assert read_yaml(f"- &a {deep}\n- {'[' * 11}*a {']' * 11}").tree is not None
    assert "嵌套太深" in faults(f"- &a {deep}\n- {'[' * 12}*a {']' * 12}")[0]


def test_as_many_levels_and_values_as_the_limits_are_read_and_no_more() -> None:
    assert read_yaml("[" * 32 + "]" * 32).places["/0" * 31] == Place(1, 32)
    assert "嵌套太深" in faults("[" * 33 + "]" * 33)[0]
    assert read_yaml("{" + "".join(f"k{n}: 1\n," for n in range(99)) + "}").tree is not None
    assert "内容太多" in faults("[" + "1," * MAX_NODES + "]")[0]
