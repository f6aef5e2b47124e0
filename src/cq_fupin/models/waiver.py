"""A waiver: what somebody answers for, so that a finding is no longer loud."""

from collections.abc import Iterator
from datetime import date, datetime

from attrs import field, frozen

from cq_fupin.models.key import key
from cq_fupin.words.errors import Fault, InvalidWaiver
from cq_fupin.words.message import say, say_count


@frozen
class Waiver:
    """What lowers the level of findings to note, by whom and until when 「豁免」; it changes no outcome.

    Attributes:
        rule: The id of a rule, or the beginning of some: ``5.7.funds``, ``5.7``; it ends at a dot.
        reason: Why.
        approved_by: Who answers for it.
        expires: The last day on which it holds.
        plan: The title of the one plan that it is for, or its file as it is named; of any plan if none.

    >>> Waiver("5.7", "", "理事会", date(2020, 12, 31))
    Traceback (most recent call last):
        ...
    cq_fupin.words.errors.InvalidWaiver: 豁免有1处差错
    /reason：应当是文字，不能空白
    """

    rule: str = field(metadata=key("规则"))
    reason: str = field(metadata=key("理由"))
    approved_by: str = field(metadata=key("批准人"))
    expires: date = field(metadata=key("截止日期"))
    plan: str | None = field(default=None, metadata=key("方案"))

    def __attrs_post_init__(self) -> None:
        faults = tuple(self._faults())
        if faults:
            raise InvalidWaiver(say_count("豁免有{count}处差错", len(faults)), faults)

    def _faults(self) -> Iterator[Fault]:
        for name in ("rule", "reason", "approved_by", "plan"):
            text: object = getattr(self, name)
            if not (isinstance(text, str) and text.strip()) and (text is not None or name != "plan"):
                yield Fault(say("应当是文字，不能空白"), f"/{name}")
        if isinstance(self.expires, datetime) or not isinstance(self.expires, date):
            yield Fault(say("应当是日期，不带时刻"), "/expires")
