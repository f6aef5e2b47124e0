"""Doubts: words by which what stands beside them isn't settled, isn't done by those who plan, or is past.

What they stand beside is unclear, so that no rule is satisfied by it.
"""

import re
from collections.abc import Iterable

from attrs import evolve

from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Said, Saying, said

_NOT_YET = (
    "(?:尚|暂|还|均|仍)?未(?:获|经|能|予|正式)?(?:批|审批|落实|定|确定|明确|敲定|到账|到位|对接|联系|签[订约署]|启动|购买|投保)"
    "|(?<![接招款对看])待(?:定|批|议|商|审批|评估|落实|确定|明确|对接|协商|争取|筹)"
    "|(?<![接招款对看])待[^，,。；;）)]{0,8}(?:确认|审核|审定|同意)"
)
_HOPED = (
    "争取|力争|意向|有望|视[^，,。；;]{0,12}(?:情况|而定)|(?:申请|办理|洽谈|协商|审批)中"
    "|如果?[^，,。；;]{0,8}(?:需要|允许|有可能|有条件|有必要)"
)
_PAST = "去年|上年|往年|前年|(?:已|均)(?:废止|过期|到期|作废|失效)|不再(?![返致]?贫)"
_LAPSED = re.compile(f"{_NOT_YET}|{_PAST}")
_DOUBT = re.compile(f"{_NOT_YET}|{_HOPED}|{_PAST}")
#: What isn't done, or by others: 我会不参与, 由医院自行组织, 建议各医院考虑, 如疫情允许.
_NOT_OURS = re.compile(
    "(?:[会校院社]|中心|单位|我们)[^，,。；;]{0,4}不(?:参与|派|安排|开展|承担|组织|承办|负责)|由[^，,。；;]{2,16}自行"
    f"|建议[各由]|如果?[^，,。；;]{{0,8}}允许|{_PAST}"
)
#: What is said of a measure as a whole.
_DROPPED = re.compile("(?:[0-9]{4}年|去年)?已经?(?:完成|结束|开展|实施)|取消|暂停|暂缓|推迟|停办")
#: A whole clause that says that nothing is done, or that it isn't known whether.
_NOTHING = re.compile(
    "视[^，,。；;、]{1,16}(?:情况|效果|需要|条件|而定|决定)[^，,。；;、]{0,8}|[^，,。；;、]{0,16}是否[^，,。；;、]{1,8}|"
    "(?:(?!不[脱摘])[^，,。；;、]){0,12}(?:不再|不|暂不|尚未|未|没有)(?:作|做)?(?:安排|考虑|建立|制定|计划|继续|跟进|后续)[^，,。；;、]{0,4}"
)
_CLAUSES = re.compile("[，,。；;\n]")


def is_doubtful(text: str) -> bool:
    """Tell whether words say that something isn't settled, or is past.

    >>> is_doubtful("尚未批复"), is_doubtful("50万元（去年投入）"), is_doubtful("会费5万元")
    (True, True, False)
    """
    return _DOUBT.search(text) is not None


def is_lapsed(text: str) -> bool:
    """Tell whether words say that something isn't there yet, or any more.

    >>> is_lapsed("参照2018年的预案（已废止）"), is_lapsed("视天气情况调整行程")
    (True, False)
    """
    return _LAPSED.search(text) is not None


def is_not_ours(text: str) -> bool:
    """Tell whether words say that those who plan don't do something, or not for certain.

    >>> is_not_ours("由区县医院自行组织，我会不参与。"), is_not_ours("去年已完成"), is_not_ours("7月开展。")
    (True, True, False)
    """
    return _NOT_OURS.search(text) is not None or _DROPPED.fullmatch(text.strip("。 ")) is not None


def says_nothing_is_done(text: str) -> bool:
    """Tell whether each clause of a text says that nothing is done.

    >>> says_nothing_is_done("项目结束后不再安排"), says_nothing_is_done("摘帽不摘帮扶，不再返贫")
    (True, False)
    """
    clauses = [clause for clause in _CLAUSES.split(text) if clause.strip()]
    return bool(clauses) and all(_NOTHING.fullmatch(clause.strip()) for clause in clauses)


def unclear(words: Passage) -> Said:
    """Return words as what isn't clear."""
    return said(words, value={"unclear": words.text})


def lapsed_apart(values: Iterable[Saying]) -> list[Saying]:
    """Return texts, those that say that something isn't there yet, or any more, as what isn't clear."""
    return [
        evolve(one, value={"unclear": one.value})
        if isinstance(one, Said) and isinstance(one.value, str) and is_lapsed(one.value)
        else one
        for one in values
    ]


def doubted_fund(fund: dict[str, Saying], remarks: Iterable[str]) -> dict[str, Saying]:
    """Return a fund whose amount isn't clear where what is remarked of it says so: 意向，未签协议."""
    amount = fund.get("amount")
    doubt = next(filter(is_doubtful, remarks), None)
    if doubt is None or not isinstance(amount, Said):
        return fund
    return {**fund, "amount": evolve(amount, value={"unclear": f"{amount.value}（{doubt}）"})}
