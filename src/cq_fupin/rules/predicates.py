"""Predicates: the few questions that rules ask of answers.

Each turns silence and the unclear into undetermined, a stated none into unsatisfied, and gives a
value to its test, unless the rule's row says otherwise; so no rule asks which of the four it has.
"""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar, cast

from cq_fupin.models.amount import Amount
from cq_fupin.models.span import Span
from cq_fupin.rules.judgment import (
    SATISFIED,
    UNDETERMINED,
    UNSATISFIED,
    Evidence,
    Judgment,
    all_of,
    any_of,
)
from cq_fupin.rules.view import Located, bare
from cq_fupin.words.answer import Answer, Everyone, Nothing, Other, Unclear
from cq_fupin.words.message import Message, say
from cq_fupin.words.outcome import Outcome

T = TypeVar("T")
P = TypeVar("P")
_NONE = Nothing.NONE  # a module's name is found faster than a member
Test = Callable[[T], bool | None]
Fold = Callable[[Iterable[Judgment]], Judgment]
#: What is noted of an answer, or what makes that.
Note: TypeAlias = Message | Callable[[], Message] | None

STATED = say("已写明")
SILENT = say("没有填写")
NONE_STATED = say("写明为“无”")
UNCLEAR = say("写得不明确")
FITS = say("符合要求")
DIFFERS = say("不合要求")
OPEN = say("不能据此判断")
OUTSIDE = say("不在指引所列之内")

#: The types of answers that may be no value: an empty list is none.
_NO_VALUES = frozenset({Located, type(None), Nothing, tuple, Unclear})
#: The judgment of a three-valued truth.
JUDGED: dict[bool | None, Judgment] = {True: SATISFIED, False: UNSATISFIED, None: UNDETERMINED}
_NOTES = {Outcome.SATISFIED: FITS, Outcome.UNSATISFIED: DIFFERS, Outcome.UNDETERMINED: OPEN}


def when(
    answer: Answer[T],
    test: Test[T],
    *,
    silent: Judgment = UNDETERMINED,
    none: Judgment = UNSATISFIED,
    note: Note = None,
) -> Judgment:
    """Judge one answer: its value by `test` (None: can't be told); the rest by what they are."""
    kind = type(answer)
    if kind not in _NO_VALUES:  # what most answers are
        return JUDGED[test(cast("T", answer))]
    if kind is Located:
        return _when_noted(cast("Located", answer), test, silent, none, note)
    if answer is None:
        return silent
    if answer is _NONE or not answer:
        return none
    return UNDETERMINED if kind is Unclear else JUDGED[test(cast("T", answer))]


def _when_noted(answer: Located, test: Test[T], silent: Judgment, none: Judgment, note: Note) -> Judgment:
    value = answer.value
    if value is None:
        return _noted(silent, answer, SILENT)
    if value is Nothing.NONE or value == ():
        return _noted(none, answer, NONE_STATED)
    if isinstance(value, Unclear):
        return _noted(UNDETERMINED, answer, value.hint or UNCLEAR)
    return noted(JUDGED[test(cast(T, value))], answer, note)


def stated(answer: Answer[T], *, silent: Judgment = UNDETERMINED, none: Judgment = UNSATISFIED) -> Judgment:
    """Judge whether a value is stated; of a list, whether it has a clear element."""
    if type(answer) is str or type(answer) is Amount:  # what most answers are
        return SATISFIED
    value = answer.value if type(answer) is Located else answer
    if isinstance(value, tuple):
        return some(cast("Answer[tuple[object, ...]]", answer), stated)
    return when(answer, _always, silent=silent, none=none, note=STATED)


def _always(_value: object) -> bool:
    return True


def some(
    answer: Answer[tuple[T | Unclear, ...]],
    judge: Callable[[T], Judgment],
    *,
    silent: Judgment = UNDETERMINED,
    none: Judgment = UNSATISFIED,
) -> Judgment:
    """Judge whether one of the elements is judged satisfied: their Kleene *or*."""
    if type(answer) is tuple and answer:
        return _until(SATISFIED, UNSATISFIED, any_of, answer, judge)
    return _folded(any_of, answer, judge, silent, none)


def every(
    answer: Answer[tuple[T | Unclear, ...]],
    judge: Callable[[T], Judgment],
    *,
    silent: Judgment = UNDETERMINED,
    none: Judgment = UNSATISFIED,
) -> Judgment:
    """Judge whether all the elements are judged satisfied: their Kleene *and*."""
    if type(answer) is tuple and answer:
        return _until(UNSATISFIED, SATISFIED, all_of, answer, judge)
    return _folded(all_of, answer, judge, silent, none)


def either(part: P, *judges: Callable[[P], Judgment]) -> Judgment:
    """Judge a plan, or a part of one, by several: the Kleene *or*, none asked after one that is satisfied.

    Where evidence is asked for, all are.
    """
    if type(part) is Located:
        return any_of([judge(part) for judge in judges])
    found = UNSATISFIED
    for judge in judges:
        found = found | judge(part)
        if found is SATISFIED:
            break
    return found


def is_one(
    answer: object, *ids: str, otherwise: Judgment = UNSATISFIED, silent: Judgment = UNDETERMINED
) -> Judgment:
    """Judge whether an entry of a vocabulary is one of those; another text leaves it open."""
    id = None if type(answer) is Located else getattr(answer, "id", None)
    if id is not None:
        return SATISFIED if id in ids else UNSATISFIED if otherwise.is_unsatisfied else UNDETERMINED
    verdict = False if otherwise.is_unsatisfied else None
    return known(answer, lambda entry: getattr(entry, "id", None) in ids or verdict, silent=silent)


def known(answer: object, test: Test[object], *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge an entry of a vocabulary by `test`; a text outside the vocabulary leaves it open."""
    value = answer.value if type(answer) is Located else answer
    if isinstance(value, Other):
        return _noted(UNDETERMINED, answer, value.hint or OUTSIDE)
    return when(answer, test, silent=silent)


def above_none(answer: object, *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether an amount or a count is above zero."""
    if isinstance(answer, Amount):
        return JUDGED[answer.above(0)]
    return when(answer, _is_above_none, silent=silent)


def at_least(answer: object, number: Decimal | int, *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether an amount or a count is at least a number; of everyone it can't be told."""
    least = Amount.exactly(number)
    return when(
        answer, lambda value: least.not_more_than(value) if isinstance(value, Amount) else None, silent=silent
    )


def not_after(answer: Answer[Span], day: date, *, silent: Judgment = UNDETERMINED) -> Judgment:
    """Judge whether a date is at or before a day."""
    return when(answer, lambda dated: dated.not_after(Span.day(day)), silent=silent)


def noted(judgment: Judgment, answer: object, note: Note = None) -> Judgment:
    """Return the judgment with the answer noted as its evidence, when evidence is asked for.

    A note that takes work is given as what makes it.
    """
    if type(answer) is not Located:
        return judgment
    told = note() if callable(note) else note
    return _noted(judgment, answer, told or _NOTES[judgment.outcome])


def elements(answer: Answer[tuple[T, ...]]) -> Iterable[T]:
    """Return the elements of a stated list, unclear ones included; none where nothing is stated."""
    return cast("Iterable[T]", answer) if isinstance(bare(answer), tuple) else ()


def _is_above_none(value: object) -> bool | None:
    return value.above(0) if isinstance(value, Amount) else value is Everyone.ALL


def _noted(judgment: Judgment, answer: object, note: Message) -> Judgment:
    if type(answer) is not Located:
        return judgment
    return Judgment(judgment.outcome, (Evidence(answer.pointer, answer.value, note),))


def _until(
    decisive: Judgment,
    neutral: Judgment,
    fold: Fold,
    elements: tuple[Any, ...],
    judge: Callable[[Any], Judgment],
) -> Judgment:
    """Fold what is judged of elements, until one decides; unclear ones don't come to the judge."""
    found = neutral
    judged: list[Judgment] = []
    for element in elements:
        kind = type(element)
        judgment = _element(element, judge) if kind is Located or kind is Unclear else judge(element)
        if judgment is decisive:
            return judgment
        if judgment is UNDETERMINED:
            found = judgment
        elif judgment is not neutral:
            judged.append(judgment)
    return fold([found, *judged]) if judged else found


def _folded(
    fold: Fold,
    answer: Answer[tuple[T | Unclear, ...]],
    judge: Callable[[T], Judgment],
    silent: Judgment,
    none: Judgment,
) -> Judgment:
    """Fold what is judged of elements; where nothing or none is stated, judge that."""
    value = bare(answer)
    if not value or not isinstance(value, tuple):
        return when(answer, _open, silent=silent, none=none)
    return fold(_element(element, judge) for element in cast("Iterable[T | Unclear]", answer))


def _open(_value: object) -> None:
    return None


def _element(element: T | Unclear, judge: Callable[[T], Judgment]) -> Judgment:
    value = bare(element)
    if isinstance(value, Unclear):
        return _noted(UNDETERMINED, element, value.hint or UNCLEAR)
    return judge(cast("T", element))
