"""cq-fupin explain: what a norm asks, and why it has a rule or none."""

import pytest

from cli_runner import invoke
from cq_fupin.cli import examples
from cq_fupin.cli.language import Language
from cq_fupin.cli.norm_terms import FORCES, WEIGHTS, addressee, condition, cue, why_no_rule
from cq_fupin.models.norm import Norm
from cq_fupin.reading.cases import load_cases
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.rules.catalogue import RULES

NORMS = tuple(load_guideline().norms)


def test_a_rule_is_explained_with_its_sentence_and_what_to_write() -> None:
    result = invoke("explain", "5.7.funds")
    assert result.exit_code == 0
    assert result.stdout.startswith("5.7.funds  明确资金\n")
    for told in (
        "第五条第(七)项（art_5__item_7）",
        "明确人力、资金、物资支持",
        "要求（祈使句）",
        "所有社会组织",
    ):
        assert told in result.stdout
    assert "  方案没有写时  不符合\n" in result.stdout
    assert "没有规则" not in result.stdout


def test_a_condition_is_told_where_there_is_one() -> None:
    assert "  条件          有条件的\n" in invoke("explain", "5.8.follow-up").stdout
    assert "条件" not in invoke("explain", "5.7.funds").stdout.partition("示例")[0]


def test_examples_of_the_outcomes_follow_as_they_would_be_written_in_a_plan() -> None:
    told = invoke("explain", "5.7.funds").stdout
    assert "\n示例，符合：" in told
    assert "\n示例，不符合：" in told
    assert "\n示例，待判定：" in told
    assert "    资源:\n      资金:\n      - 来源: 会费\n" in told


@pytest.mark.parametrize("rule", [rule.id for rule in RULES])
def test_every_rule_is_explained_with_an_example(rule: str) -> None:
    result = invoke("explain", rule)
    assert result.exit_code == 0
    assert "\n示例，" in result.stdout


def test_numbers_of_an_example_are_written_plainly() -> None:
    from decimal import Decimal

    assert examples._plain({"预算": [Decimal("3.50"), 2, "无"]}) == {"预算": [3.5, 2, "无"]}


def test_an_example_of_a_silent_plan_shows_no_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    from attrs import evolve

    (silent, *_) = load_cases(rule="5.7.funds")
    monkeypatch.setattr(examples, "load_cases", lambda *, rule: (evolve(silent, says={}, is_example=True),))
    shown = list(examples.examples(Language(), "5.7.funds"))
    assert len(shown) == 2
    assert shown[1].startswith("示例，符合：")


@pytest.mark.parametrize("norm", [norm for norm in NORMS if norm.id not in RULES], ids=lambda norm: norm.id)
def test_a_norm_without_a_rule_says_why(norm: Norm) -> None:
    result = invoke("explain", norm.id)
    assert result.exit_code == 0
    assert "  没有规则  " in result.stdout
    assert "怎样写" not in result.stdout
    assert str(why_no_rule(norm)).isprintable()


@pytest.mark.parametrize(
    ("id", "why"),
    [
        ("2.regions", "四类重点地区是地区表的数据，由规则 18.2.regions 一并判断"),
        ("notice.2.register", "这是对业务主管单位的要求，不是对帮扶方案的要求"),
        ("5.8.continuity", "帮扶是否真的延续，事后才看得出"),
        ("1.commitment", "政治自觉与担当是态度，帮扶方案的内容看不出是否做到"),
        ("5.7.funds", "None"),
    ],
)
def test_the_reason_is_the_norm_s_own(id: str, why: str) -> None:
    assert str(why_no_rule(load_guideline().norm(id))) == why


@pytest.mark.parametrize("norm", NORMS, ids=lambda norm: norm.id)
def test_everything_that_the_table_of_norms_says_in_english_is_told_in_chinese(norm: Norm) -> None:
    told = [addressee(norm), condition(norm), cue(norm), FORCES[norm.force], WEIGHTS[norm.weight]]
    assert all(not str(text).isascii() for text in told if text is not None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5.7", "“5.7”不是一条规则，它下面有：5.7.annual-plan、5.7.in-advance、5.7.people"),
        ("5.7.fund", "没有规则“5.7.fund”，相近的有：5.7.funds"),
        ("资金", "没有规则“资金”，编号应如“5.7.funds”"),
        ("x" * 5000, f"没有规则“{'x' * 60}…”"),
        ("", "没有规则“”，编号应如"),
    ],
)
def test_an_unknown_rule_is_told_with_what_comes_near(text: str, told: str) -> None:
    result = invoke("explain", text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)


def test_blanks_around_a_rule_don_t_matter() -> None:
    assert invoke("explain", " 5.7.funds ").exit_code == 0
