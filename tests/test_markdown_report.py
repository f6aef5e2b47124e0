"""The Markdown report: what a plan says stays words, as CommonMark and GitHub read them."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from cq_fupin.rules.rule_set import RuleSet
from cq_fupin.telling.markdown import escaped, row
from cq_fupin.telling.render import render, render_all
from report_samples import ERRORS, HOSTILE, SILENT, checked, hostile, small

MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
BLOCKS = {"paragraph_open", "inline", "paragraph_close"}


def inside(token: Token) -> list[Token]:
    return token.children or []


def shown(text: str) -> str:
    """What a reader sees of Markdown that is one paragraph of words and nothing else."""
    tokens = MARKDOWN.parse(text)
    assert {token.type for token in tokens} <= BLOCKS
    assert all(child.type in ("text", "text_special") for token in tokens for child in inside(token))
    return "".join(child.content for token in tokens for child in inside(token)).replace("\u200b", "")


def is_line(text: str) -> bool:
    return text == " ".join(text.split()) and text.isprintable()


@settings(max_examples=300)
@given(
    st.text(st.sampled_from("\\`*_[]()<>|~$&#:!@.-+=1a甲 ;/w\"'"), max_size=12) | st.text().filter(is_line)
)
def test_escaped_words_show_as_they_are(text: str) -> None:
    line = " ".join(text.split())
    assert shown(escaped(line)) == line


@pytest.mark.parametrize("text", HOSTILE)
def test_no_plan_can_write_markup(text: str) -> None:
    made, plain = (render(hostile(said), "markdown", source=f"{said}.yaml") for said in (text, "甲"))
    marks = [
        token.type
        for token in MARKDOWN.parse(made)
        if not re.match("list_item|bullet|paragraph|inline", token.type)
    ]
    others = [
        token.type
        for token in MARKDOWN.parse(plain)
        if not re.match("list_item|bullet|paragraph|inline", token.type)
    ]
    assert marks == others
    kinds = {child.type for token in MARKDOWN.parse(made) for child in inside(token)}
    assert kinds <= {
        "text",
        "text_special",
        "code_inline",
        "strong_open",
        "strong_close",
        "em_open",
        "em_close",
    }


def test_nobody_is_called_and_nothing_is_linked() -> None:
    text = escaped("@somebody #12 GH-7 www.example.com https://example.com :tada: a:b")
    assert not re.search(r"@\w|#\w|GH-\w|www\.|(?<!\\):(?:/|tada)", text)
    assert "a:b" in text


def test_several_reports_have_a_table_of_them_on_top_and_faults_come_last() -> None:
    made = render_all([*small(), (None, checked(SILENT))], "markdown", errors=[*ERRORS, (None, ERRORS[0][1])])
    assert made.startswith("# 帮扶方案核对报告\n\n| 方案 | 结论 | 错误 | 警告 | 提示 |\n| --- |")
    assert "| 甲 | 不符合 |" in made
    assert made.index("# 无法核对的文件") > made.index("# 甲\n")
    assert "## 坏 了.yaml：无法核对，有2处差错\n" in made
    assert "## 方案：无法核对，有1处差错\n" in made


def test_a_report_of_no_rule_has_no_table_of_articles() -> None:
    made = render(checked(SILENT, rules=RuleSet(())), "markdown")
    assert "| 条款 |" not in made
    assert "| 条款 |" in render(checked(SILENT), "markdown")


def test_what_was_not_understood_and_what_would_settle_it_is_listed() -> None:
    made = render(checked(SILENT + "受益对象数: {户数: 若干}\n"), "markdown")
    assert "## 没有完全读懂，或须留意的内容\n\n- 第3行 受益对象数·户数“若干”" in made
    assert "## 待明确事项（写明后可以判定的规则）\n\n- " in made


def test_what_stands_in_very_many_places_is_told_of_the_first_of_them() -> None:
    measures = "".join(f"  - {{名称: 措施{number}, 对象: 待定{number}户}}\n" for number in range(50))
    made = render(checked(SILENT + "帮扶措施:\n" + measures), "markdown")
    assert re.search(r"^  - 另有\d+处$", made, re.MULTILINE)
    assert re.search(r"^- 另有\d+项$", made, re.MULTILINE)


def test_a_row_is_a_row() -> None:
    assert row(["a", escaped("b|c")]) == r"| a | b\|c |"
