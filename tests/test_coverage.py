"""Coverage: every norm and every sentence of the text is accounted for."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pytest
from attrs import evolve

from cq_fupin.checking.coverage import accounts, cover
from cq_fupin.checking.gaps import gaps, no_account
from cq_fupin.models.account import Account, AccountKind
from cq_fupin.models.norm import Norm, Norms
from cq_fupin.models.sentence import Sentence, SentenceKind
from cq_fupin.reading.bundled import bundled_text
from cq_fupin.reading.guideline import load_guideline
from cq_fupin.reading.provisions import TEXT
from cq_fupin.reading.reasons import load_reasons
from cq_fupin.reading.sentences import load_sentences, split_sentences
from cq_fupin.rules.catalogue import RULES
from cq_fupin.rules.rule_set import RuleSet

GUIDELINE = load_guideline()
SOURCE = bundled_text(TEXT)
REASONS = tuple(load_reasons().values())
SENTENCES = load_sentences()


def found(
    *,
    text: str = SOURCE,
    norms: Iterable[Norm] = GUIDELINE.norms,
    sentences: Iterable[Sentence] = SENTENCES,
    reasons: Iterable[Account] = REASONS,
    rules: RuleSet = RULES,
) -> list[str]:
    """Everything that isn't accounted for."""
    return [*map(str, gaps(text, Norms(tuple(norms)), sentences, reasons, rules))]


def changed(sentence: str, **changes: Any) -> tuple[Sentence, ...]:
    """The sentences, one of them changed."""
    return tuple(evolve(one, **changes) if one.text == sentence else one for one in SENTENCES)


def test_every_norm_and_every_sentence_is_accounted_for() -> None:
    assert found() == []


def test_every_norm_is_a_rule_a_datum_or_has_a_reason() -> None:
    kinds = Counter(each.kind for each in cover().accounts)
    assert kinds == {AccountKind.RULE: 101, AccountKind.DATUM: 3, AccountKind.REASON: 12}


def test_a_sentence_that_nobody_accounted_for_is_told() -> None:
    text = SOURCE.replace("附件:1.", "社会组织要公开帮扶账目。\n附件:1.")
    assert found(text=text) == ["原文的这一句没有交代：社会组织要公开帮扶账目。"]


def test_one_changed_character_of_a_sentence_is_caught() -> None:
    place = 0
    for sentence in SENTENCES:
        text = sentence.text.rstrip("…")
        place = SOURCE.index(text, place)
        middle = place + len(text) // 2
        told = found(text=f"{SOURCE[:middle]}某{SOURCE[middle + 1 :]}")
        assert f"原文没有这一句：{sentence.text}" in told, sentence.text
        place += len(text)


def test_a_sentence_that_the_text_has_no_more_is_told() -> None:
    sentence = "文化是脱贫攻坚中必须要面对的重要课题。"
    assert found(text=SOURCE.replace(sentence, "")) == [f"原文没有这一句：{sentence}"]


def test_a_quote_that_no_longer_occurs_in_the_text_is_told() -> None:
    told = found(text=SOURCE.replace("督促检查", "督查"))
    assert "规范“5.7.supervision”的引文不见于原文：定期督促检查工作推进情况,着力推进帮扶成效" in told


def test_a_quote_that_stands_in_another_sentence_than_the_one_assigned_to_it_is_told() -> None:
    (sentence,) = (one for one in SENTENCES if one.norms == ("5.1.liaison",))
    told = found(sentences=changed(sentence.text, norms=("5.2.mobilize",)))
    assert told == ["规范“5.1.liaison”的引文不在登记给它的句子里"]


@pytest.mark.parametrize("id", [rule.id for rule in RULES])
def test_a_deleted_rule_is_told(id: str) -> None:
    assert str(no_account(id)) in found(rules=RULES.ignore(id))
    assert {each.norm: each.kind for each in accounts(GUIDELINE.norms, REASONS, RULES.ignore(id))}[
        id
    ] is AccountKind.PENDING


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.norm)
def test_a_deleted_reason_is_told(reason: Account) -> None:
    assert found(reasons=(one for one in REASONS if one is not reason)) == [str(no_account(reason.norm))]


def test_a_datum_whose_rule_there_isn_t_is_told() -> None:
    told = found(rules=RULES.ignore("18.2.fields"))
    assert "规范“4.fields”的去向是没有的规则“18.2.fields”" in told


def test_a_reason_beside_a_rule_is_told() -> None:
    reason = Account("5.7.funds", AccountKind.REASON, reason="事后才看得出")
    assert found(reasons=(*REASONS, reason)) == ["规范“5.7.funds”已有规则，不应再登记理由"]


def test_norms_that_there_aren_t_are_told_wherever_they_are_named() -> None:
    norms = [norm for norm in GUIDELINE.norms if norm.id not in ("5.7.funds", "5.3.local")]
    stray = ["没有登记在案的规范“5.7.funds”", "没有登记在案的规范“5.3.local”"]
    told = found(norms=norms)
    assert sorted(told) == sorted(stray * 2)


@pytest.mark.parametrize(
    "changes", [{"kind": SentenceKind.REASON}, {"norms": ()}], ids=["norms of no norm", "no norms"]
)
def test_a_kind_that_contradicts_the_norms_is_told(changes: dict[str, object]) -> None:
    sentence = "主要为老年人义诊、培训、观影、表演等提供免费的场所。"
    assert found(sentences=changed(sentence, **changes)) == [f"句子的种类与登记的规范不符：{sentence}"]


def test_a_sentence_stands_in_the_provision_that_it_is_said_to_stand_in() -> None:
    for sentence in SENTENCES:
        if sentence.provision not in ("title", "contents"):
            assert sentence.text.rstrip("…") in GUIDELINE[sentence.provision].printed


def test_sentences_are_numbered_within_their_provision_in_the_order_of_the_text() -> None:
    assert [sentence.text for sentence in SENTENCES] == list(split_sentences(SOURCE))
    counts: dict[str, int] = {}
    for sentence in SENTENCES:
        counts[sentence.provision] = counts.get(sentence.provision, 0) + 1
        assert sentence.number == counts[sentence.provision]


def test_sentences_are_the_text_and_nothing_else() -> None:
    body = SOURCE[: SOURCE.index("\n附件1\n")]
    said = [one.text for one in SENTENCES if not one.provision.startswith("annex")]
    assert "".join(said) == body.replace("\n", "")


def test_a_text_without_annexes_falls_into_sentences_too() -> None:
    assert list(split_sentences("甲;乙。\n\n丙:一是丁。")) == ["甲;", "乙。", "丙:", "一是丁。"]


def test_no_personal_data_stand_among_the_sentences() -> None:
    told = bundled_text("sentences.csv")
    assert not re.search(r"1[3-9]\d{9}", told)
    assert "陶松森" not in told


def test_every_part_has_its_share_and_the_whole_is_their_sum() -> None:
    coverage = cover()
    assert sum(len(share.accounts) for share in coverage.shares) == len(coverage.whole.accounts) == 116
    assert sum(len(share.sentences) for share in coverage.shares) == len(GUIDELINE.sentences) == 122
    notice = coverage.shares[0]
    assert (notice.part, notice.norms_that_are(AccountKind.REASON)) == ("notice", 7)
    assert notice.sentences_that_are(SentenceKind.SIGNATURE) == 2
