"""The guideline at a glance: its articles, whom each addresses, and what became of each of its norms."""

from collections import Counter
from collections.abc import Iterable, Iterator

from cq_fupin.checking.coverage import Coverage, Share, cover
from cq_fupin.cli.coverage_terms import heading
from cq_fupin.cli.language import Language
from cq_fupin.cli.norm_terms import addressee
from cq_fupin.models.account import AccountKind
from cq_fupin.telling.page import capital
from cq_fupin.words.message import Message
from pictures.drawing import Sheet, broken, circle, cut, path, rectangle, text
from pictures.words import Words, told

WIDTH, LEFT, TO_WHOM, WHAT = 600, 16, 84, 236
STEP, LINE, GAP, TOP = 12, 15, 11, 92
TITLE = Words(
    "指引一览：哪一条，对谁说，核对什么", "The guideline at a glance: which article, to whom, what is checked"
)
HEADS = (
    Words("条", "Article"),
    Words("对谁说", "To whom"),
    Words("核对什么：一个记号是一条规范", "What is checked: a mark for each norm"),
)
LEGEND = {
    AccountKind.RULE: Words("有规则，核对方案 {number}", "a rule checks it {number}"),
    AccountKind.DATUM: Words("是规则所用的数据 {number}", "data that rules use {number}"),
    AccountKind.REASON: Words("方案看不出，写明理由 {number}", "a reason why not {number}"),
}
MORE = Words(" 等", " …")
MARK = Words("、", ", ")
SHORT = Words(
    "{part}：{addressees}；规范{norms}项，有规则{rules}项",
    "{part}: {addressees}; {norms} norms, {rules} with a rule",
)


def draw(language: Language) -> Sheet:
    """Return the picture in a language."""
    coverage = cover()
    shares = [share for share in coverage.shares if share.accounts]
    lines, top = [*_heads(coverage, language)], TOP
    for share in shares:
        drawn, height = _row(share, coverage, top, language)
        lines += [path(f"M{LEFT} {top - 4}H{WIDTH - LEFT}", "edge-line"), *drawn]
        top += height + GAP
    described = "\n".join(_described(share, coverage, language) for share in shares)
    return Sheet(WIDTH, top + 4, told(TITLE, language), described, tuple(lines), language.locale)


def _heads(coverage: Coverage, language: Language) -> Iterator[str]:
    counted = Counter(account.kind for account in coverage.accounts)
    yield text(LEFT, 28, told(TITLE, language), font_size=15, font_weight="bold")
    left = float(LEFT)
    for kind, words in LEGEND.items():
        label = told(words, language, number=counted[kind])
        yield _mark(kind, left, 42)
        yield text(left + STEP + 3, 51, label, "muted")
        left += (WIDTH - 2 * LEFT) / len(LEGEND)
    for at, head in zip((LEFT, TO_WHOM, WHAT), HEADS, strict=True):
        yield text(at, 78, told(head, language), "ink", font_weight="bold")


def _row(share: Share, coverage: Coverage, top: int, language: Language) -> tuple[list[str], int]:
    norms = [coverage.guideline.norms[account.norm] for account in share.accounts]
    to_whom = broken(_addressees(share, coverage, language), WHAT - TO_WHOM - 20)
    names = [_small(language.tell(norm.heading)) for norm in norms]
    some = cut(names, told(MARK, language), WIDTH - LEFT - WHAT, told(MORE, language), size=11)
    drawn = [text(LEFT, top + 12, capital(language.tell(heading(share.part))), "ink")]
    drawn += [text(TO_WHOM, top + 12 + LINE * at, line, "ink") for at, line in enumerate(to_whom)]
    drawn += [_mark(account.kind, WHAT + STEP * at, top + 2) for at, account in enumerate(share.accounts)]
    drawn += [text(WHAT, top + 12 + LINE, capital(some), "muted", font_size=11)]
    return drawn, max(2, len(to_whom)) * LINE


def _addressees(share: Share, coverage: Coverage, language: Language) -> str:
    """Return whom a part addresses, each once: who is addressed alone isn't told again among others."""
    norms = [coverage.guideline.norms[account.norm] for account in share.accounts]
    alone = {norm.addressee for norm in norms}
    parts = {norm.id: {*norm.addressee.split("; ")} for norm in norms}
    told_here = (norm for norm in norms if parts[norm.id] == {norm.addressee} or not parts[norm.id] <= alone)
    return _listed([addressee(norm) for norm in told_here], language)


def _listed(messages: Iterable[Message], language: Language) -> str:
    names = dict.fromkeys(_small(language.tell(message)) for message in messages)
    return capital(told(MARK, language).join(names))


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]


def _mark(kind: AccountKind, left: float, top: float) -> str:
    """Return a mark that differs by form too: who can't tell the colours apart sees the same."""
    if kind is AccountKind.RULE:
        return rectangle(left, top, STEP - 2, STEP - 2, "rule", round=2)
    if kind is AccountKind.DATUM:
        return circle(left + 5, top + 5, 5, "datum")
    return path(f"M{left + 5:g} {top + 0.5:g}l4.5 9h-9z", "reason-line")


def _described(share: Share, coverage: Coverage, language: Language) -> str:
    return told(
        SHORT,
        language,
        part=capital(language.tell(heading(share.part))),
        addressees=_addressees(share, coverage, language),
        norms=len(share.accounts),
        rules=share.norms_that_are(AccountKind.RULE),
    )
