"""Coverage 「覆盖」 as JSON: the parts, every norm and every sentence."""

import json

from cq_fupin.checking.coverage import Coverage, Share
from cq_fupin.cli.coverage_terms import heading
from cq_fupin.cli.language import Language
from cq_fupin.models.account import Account, AccountKind
from cq_fupin.models.sentence import Sentence, SentenceKind
from cq_fupin.words.message import say

FORMAT = "cq-fupin-coverage/1"


def as_json(language: Language, coverage: Coverage) -> str:
    """Return what became of everything as JSON."""
    told = {
        "format": FORMAT,
        "language": language.locale,
        "guideline": coverage.guideline.edition,
        "totals": _counts(coverage.whole),
        "parts": [_part(language, share) for share in coverage.shares],
        "norms": [_norm(language, account) for account in coverage.accounts],
        "sentences": [_sentence(sentence) for sentence in coverage.whole.sentences],
        "gaps": [language.tell(gap) for gap in coverage.gaps],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _part(language: Language, share: Share) -> dict[str, object]:
    return {"id": share.part, "title": language.tell(heading(share.part)), **_counts(share)}


def _counts(share: Share) -> dict[str, object]:
    return {
        "norms": {kind.value: share.norms_that_are(kind) for kind in AccountKind},
        "sentences": {kind.value: share.sentences_that_are(kind) for kind in SentenceKind},
    }


def _norm(language: Language, account: Account) -> dict[str, object]:
    return {
        "id": account.norm,
        "account": account.kind.value,
        "rule": account.rule or None,
        "reason": language.tell(say(account.reason)) if account.reason else None,
    }


def _sentence(sentence: Sentence) -> dict[str, object]:
    return {
        "provision": sentence.provision,
        "number": sentence.number,
        "text": sentence.text,
        "kind": sentence.kind.value,
        "norms": list(sentence.norms),
    }
