"""What a plan provides: people, funds, goods, technology (第五条第(七)项)."""

from attrs import field, frozen

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.key import key
from cq_fupin.words.answer import Answer, Unclear


@frozen
class Staff:
    """People for a task 「人力」."""

    role: Answer[str] = field(default=None, metadata=key("岗位"))
    count: Answer[Count] = field(default=None, metadata=key("人数"))


@frozen
class Fund:
    """An amount of money and where it comes from 「资金」, in CNY."""

    source: Answer[str] = field(default=None, metadata=key("来源"))
    amount: Answer[Money] = field(default=None, metadata=key("金额"))


@frozen
class Goods:
    """Things given 「物资」."""

    name: Answer[str] = field(default=None, metadata=key("名称"))
    quantity: Answer[Quantity] = field(default=None, metadata=key("数量"))
    unit: Answer[str] = field(default=None, metadata=key("单位"))


@frozen
class Resources:
    """What the whole plan provides 「资源」."""

    people: Answer[tuple[Staff | Unclear, ...]] = field(default=None, metadata=key("人力"))
    funds: Answer[tuple[Fund | Unclear, ...]] = field(default=None, metadata=key("资金"))
    goods: Answer[tuple[Goods | Unclear, ...]] = field(default=None, metadata=key("物资"))
    technology: Answer[tuple[str | Unclear, ...]] = field(default=None, metadata=key("技术"))
