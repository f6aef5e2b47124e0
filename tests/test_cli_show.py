"""cq-fupin show: the guideline's own words."""

import re

import pytest

from cli_runner import invoke
from cq_fupin.reading.guideline import load_guideline


@pytest.mark.parametrize("text", ["第五条第(七)项", "第五条第（七）项", "5.7", "art_5__item_7", "5(七)"])
def test_an_item_is_shown_verbatim_however_it_is_cited(text: str) -> None:
    result = invoke("show", text)
    assert result.exit_code == 0
    assert result.stdout.startswith("第五条第(七)项（art_5__item_7）\n\n(七)要将参与开展")
    assert load_guideline()["5.7"].text in result.stdout


def test_norms_follow_with_their_force_and_whether_they_have_a_rule() -> None:
    told = invoke("show", "5.8").stdout
    assert "\n规范：\n" in told
    assert re.search("^  5.8.follow-up +按季度回访 +鼓励  有规则$", told, re.M)
    assert re.search("^  5.8.continuity +延续性 +要求  没有规则：帮扶是否真的延续", told, re.M)


def test_an_article_is_shown_whole_with_the_norms_of_its_items() -> None:
    told = invoke("show", "第五条").stdout
    assert load_guideline().article(5).text in told
    assert "5.1.liaison" in told
    assert "5.9.report-registrar" in told
    assert "18." not in told


def test_what_asks_nothing_has_no_list_of_norms() -> None:
    assert "规范：" not in invoke("show", "附件3").stdout


def test_what_is_odd_in_the_print_is_noted() -> None:
    provision = next(each for each in load_guideline().provisions.values() if each.note)
    assert f"附注：{provision.note}" in invoke("show", provision.id).stdout


def test_contacts_of_annex_2_are_masked() -> None:
    told = invoke("show", "附件2").stdout
    assert "****" in told
    assert not re.search(r"1[3-9]\d{9}", told)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5.99", "没有第五条第(九十九)项：第五条共有9项，最接近的是第五条第(九)项"),
        ("99", "没有第九十九条，最接近的是第十八条"),
        ("资金", "“资金”不是条款引用，应写作“第五条第(七)项”"),
    ],
)
def test_what_isn_t_there_is_told_with_the_nearest(text: str, told: str) -> None:
    result = invoke("show", text)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(told)
