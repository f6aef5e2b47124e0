"""People, money and goods that a text names one behind the other: 技术员4人、志愿者6名."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from cq_fupin.models.amount import Amount
from cq_fupin.reading.amounts import read_count, read_money
from cq_fupin.reading.forms.doubts import is_doubtful, is_lapsed, unclear
from cq_fupin.reading.forms.passage import Passage
from cq_fupin.reading.forms.said import Saying, said
from cq_fupin.reading.refused import Refused

_PIECES = "[、，,；;。\n]"
_TOTAL = "^(?:共计|合计|总计|总额|总共|共|计|总预算|预算|约计)(?:为|约)?"
_BOUND = "至少|不少于|不低于|超过|不超过|最多|约|近"
_TOTAL_NAME = "(?:项目|活动)?(?:总?预算|经费|资金|总额|总投入|投入)(?:共计?|合计|总计|约|为)?"
#: Who raises the money, before the amount: 由我会自筹，共3万元.
_RAISED_BY = re.compile("由([^，,。；;、]{1,20}?(?:自筹|筹集))[，,]")
_PAID_BY = re.compile(
    "[从由]([^，,。；;、]{2,20}?)中?(?:列支|支出|承担|解决|支付|负担|出资|提供|捐助|捐赠|资助|补助)"
)
_OTHER_MONEY = re.compile("其余|其他|其它|不足|剩余|另")
_FIGURES = "0-9０-９零〇一二三四五六七八九十百千万两"
# A number begins where no figure stands before it, and is of bounded length: so that a long run of figures is
# looked at once, and not from each of them. One below zero is none.
_NUMERAL = rf"(?<![{_FIGURES}负−－-])[{_FIGURES}][{_FIGURES}亿余多.,．，~～—－-]{{0,40}}"
#: What tells a total beside its items; 共同 and 共建 are none.
_SUM = rf"(?:共计|合计|总计|总额|总共|小计|共(?=(?:投入|派出|需要?)?[约近]?[{_FIGURES}]))"
_PREFIX = "(?:人民币|[￥¥]|约|近|不低于|不少于|不超过){0,3}"
MONEY = rf"(?:{_PREFIX}{_NUMERAL}\s*[万亿]?元(?:整|左右|以上|以内)?|[￥¥]\s*{_NUMERAL}[万亿]?)"
_HEADS = rf"约?{_NUMERAL}\s*[名人位个]"
_QUANTITY = r"约?(?<![0-9０-９.负−－-])[0-9０-９.]{1,20}\s*[\u4e00-\u9fff]{1,3}"

#: What stands before a name that says only what becomes of it: 经费由学会自筹, 捐赠血压计.
_BEFORE = {
    "source": "(?:项目|活动)?(?:经费|资金|费用)?由(?=.{2})",
    "role": "(?:抽调|抽派|选派|选送|派出|派遣|招募|邀请)(?=.{2})",
    "name": "(?:捐赠|赠送|捐|发放|提供|购买|购置|准备|携带|配备)(?=.{2})",
}

#: What stands behind a number and says only what becomes of them: 工作人员5名组成工作队.
_AFTER = {"role": "(?:组成|组建)[\u4e00-\u9fff“”]{2,12}"}


def staff(words: Passage) -> list[Saying]:
    """Return the people of a text, each piece a task and how many do it; of a total and some of it the total.

    >>> from cq_fupin.models.place import Place
    >>> [{key: one.value for key, one in each.items()} for each in staff(Passage("技术员4人、志愿者6名", Place(1, 1)))]
    [{'role': '技术员', 'count': '4人'}, {'role': '志愿者', 'count': '6名'}]
    """
    if (parts := re.search("[，,、；;（(]其中", words.text)) and re.search(
        _HEADS, words.text[: parts.start()]
    ):
        words = words.part(0, parts.start())
    items = _items(_itemized(words).split(_PIECES), _HEADS)
    return [_numbered(piece) or _parted(piece, "role", "count", _HEADS) for piece in items]


def funds(words: Passage) -> list[Saying]:
    """Return the money of a text, each piece a source and an amount; of a total and its parts the parts."""
    if parts := re.search("其中[:：]?", words.text):
        words = words.part(parts.end())
    elif paid := _paid_by(words):
        return [unclear(words) if is_doubtful(words.text) else paid]
    items = [
        piece
        for piece in _items(_whole_numbers(_itemized(words)), MONEY)
        if not _PAID_BY.fullmatch(piece.text)
    ]
    doubted = set(_doubted(items))
    return [
        unclear(piece) if at in doubted else _parted(piece, "source", "amount", MONEY)
        for at, piece in enumerate(items)
    ]


def _doubted(pieces: Sequence[Passage]) -> Iterator[int]:
    """Yield which pieces aren't settled by what they say, or by what is said behind: 申请20万元，尚未批复."""
    for at, piece in enumerate(pieces):
        if is_doubtful(piece.text):
            yield at
            if at and is_lapsed(piece.text) and not has_money(piece) and not _OTHER_MONEY.match(piece.text):
                yield at - 1


def _paid_by(words: Passage) -> Saying | None:
    """Return the only amount of a text with who pays it, before or behind: 经费6万元，从会费中列支."""
    amounts = list(re.finditer(MONEY, words.text))
    if len(amounts) != 1:
        return None
    by = _RAISED_BY.match(words.text)
    if by is None:
        by = _PAID_BY.search(words.text)
        if by is None or by.start() < amounts[0].end():
            return None
    return {"source": said(words.part(*by.span(1))), "amount": said(words.part(*amounts[0].span()))}


def goods(words: Passage) -> list[Saying]:
    """Return the goods of a text, each piece a name and a quantity."""
    items = _items(words.split(_PIECES), _QUANTITY)
    return [
        unclear(piece) if is_doubtful(piece.text) else _parted(piece, "name", "quantity", _QUANTITY)
        for piece in items
    ]


def is_total(text: str) -> bool:
    """Tell whether a text is the total of others: 合计5万元."""
    return re.match(_SUM, text) is not None


def _itemized(words: Passage) -> Passage:
    """Return a text without the total that stands before its items: 共10人：技术员4人、志愿者6人."""
    total = re.match(rf"{_SUM}[^:：、，,；;。\n]*[:：]", words.text)
    return words.part(total.end()) if total else words


def _items(pieces: Iterable[Passage], number: str) -> list[Passage]:
    """Return pieces without their total, which would count them twice, where others have a number: 合计5万元."""
    told = [*pieces]
    items = [piece for piece in told if not is_total(piece.text)]
    return items if any(re.search(number, piece.text) for piece in items) else told


def money(words: Passage) -> Passage:
    """Return the amount that stands behind words such as 共计, or the only one behind who pays it; or all the words."""
    amounts = [one.span() for one in re.finditer(MONEY, words.text)] if words.text.startswith("由") else []
    if len(amounts) == 1:
        return words.part(*amounts[0])
    found = re.match(_TOTAL, words.text)
    rest = words.part(found.end()).stripped() if found else words
    return rest if is_amount(rest.text) else words


def is_amount(text: str) -> bool:
    """Tell whether a text is an amount of money; one below zero is none."""
    return _is_read(text, read_money)


def _is_count(text: str) -> bool:
    return _is_read(text, read_count)


def _is_read(text: str, read: Callable[[object], object]) -> bool:
    try:
        return isinstance(read(text), Amount)
    except Refused:
        return False


def has_money(words: Passage) -> bool:
    """Tell whether an amount of money stands in a text."""
    return re.search(MONEY, words.text) is not None


def head_count(words: Passage) -> Passage:
    """Return the one number of people or households in a text such as 技术员5人, or all the words."""
    if _is_count(words.text):
        return words
    found = list(
        re.finditer(rf"(?:{_BOUND})?{_NUMERAL}\s*(?:[名个人户](?!次))(?:左右|以上|以内)?", words.text)
    )
    return words.part(*found[0].span()) if len(found) == 1 else words


def beneficiaries(words: Passage) -> dict[str, Saying]:
    """Return the households and the people that a text counts: 30户120人."""
    found: dict[str, Saying] = {}
    for key, unit in (("households", "户"), ("people", "[名人](?!次)")):
        pattern = rf"(?:{_BOUND})?{_NUMERAL}\s*{unit}(?:左右|以上|以内)?"
        numbers = list(re.finditer(pattern, words.text))
        if len(numbers) == 1 and _is_count(numbers[0][0]):
            found[key] = said(words.part(*numbers[0].span()))
    return found


def _whole_numbers(words: Passage) -> tuple[Passage, ...]:
    """Return the pieces of a text, in which a comma between digits ends none."""
    return words.split("[、；;。\n]|(?<![0-9])[，,]|[，,](?![0-9])")


def _numbered(piece: Passage) -> Saying | None:
    """Return people who are counted before they are named: 二十名志愿者."""
    found = re.fullmatch(rf"({_HEADS})([\u4e00-\u9fff]{{2,}})", piece.text)
    if found is None:
        return None
    return {"role": said(piece.part(*found.span(2))), "count": said(piece.part(*found.span(1)))}


def _parted(piece: Passage, name: str, number: str, pattern: str) -> Saying:
    """Return a piece as a record if it is a name and a number, or else all its words."""
    found = re.search(rf"({pattern})(?:[（(]([^（()）]*)[)）])?(?:{_AFTER.get(name, '')})?$", piece.text)
    if found is None:
        return said(piece)
    record: dict[str, Saying] = {number: said(piece.part(*found.span(1)))}
    before = piece.part(0, found.start()).stripped(" ：:")
    if more := re.search("(?:共计|合计|总计|共|约){1,3}$", before.text):
        before = before.part(0, more.start()).stripped()
    behind = piece.part(*found.span(2)) if found[2] and name == "source" else None
    if verb := re.match(_BEFORE[name], before.text) if name in _BEFORE else None:
        before = before.part(verb.end())
    named = before if before.text and not re.fullmatch(_TOTAL_NAME, before.text) else behind
    return record if named is None else {name: said(named), **record}
