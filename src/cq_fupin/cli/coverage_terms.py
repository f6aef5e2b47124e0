"""Words for what became of norms and sentences."""

from cq_fupin.models.account import Account, AccountKind
from cq_fupin.models.sentence import SentenceKind
from cq_fupin.words.citation import Citation
from cq_fupin.words.message import Message, say

ACCOUNTS = {
    AccountKind.RULE: say("有规则"),
    AccountKind.DATUM: say("数据"),
    AccountKind.REASON: say("理由"),
    AccountKind.PENDING: say("还没有规则"),
}
KINDS = {
    SentenceKind.QUOTED: say("被引用"),
    SentenceKind.PART: say("随前句"),
    SentenceKind.ADDRESSEE: say("主送"),
    SentenceKind.RECITAL: say("缘由"),
    SentenceKind.STATUS: say("性质"),
    SentenceKind.LIST: say("列举"),
    SentenceKind.REASON: say("说理"),
    SentenceKind.LINK: say("承接"),
    SentenceKind.HEADING: say("题头"),
    SentenceKind.SIGNATURE: say("落款"),
}
_NO_PROVISIONS = {"title": say("题目"), "contents": say("附件目录")}


def heading(part: str) -> Message:
    """Return what a part of the text is called.

    >>> str(heading("art_5")), str(heading("title"))
    ('第五条', '题目')
    """
    return _NO_PROVISIONS.get(part) or Citation.parse(part).told


def reason(account: Account) -> Message:
    """Return why a norm has no rule."""
    return say(account.reason) if account.reason else ACCOUNTS[AccountKind.PENDING]
