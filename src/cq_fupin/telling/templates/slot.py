"""A slot: one place of a template to be filled in."""

from typing import Any

from attrs import frozen

from cq_fupin.models.amount import Money
from cq_fupin.models.interval import Interval
from cq_fupin.models.plan import HelpPlan
from cq_fupin.models.remarks import Remarks
from cq_fupin.reading.keys import Key, own_keys
from cq_fupin.reading.values import VOCABULARY_TYPES, vocabulary_of
from cq_fupin.telling.answers import INTERVALS
from cq_fupin.words.answer import Other

_YES_NO = (("true", "是"), ("false", "否"))


@frozen
class Slot:
    """One place of a template to be filled in 「填写处」.

    Attributes:
        keys: The keys that lead there, from the plan.
    """

    keys: tuple[Key, ...]

    @property
    def key(self) -> Key:
        """The field's own key."""
        return self.keys[-1]

    @property
    def path(self) -> str:
        """The canonical path, such as ``organization.name``."""
        return ".".join(key.name for key in self.keys)

    @property
    def label(self) -> str:
        """What it is called where nothing else says of what it is: 组织·名称, 保险·险种."""
        return "·".join([*(key.chinese for key in self.keys[-2:-1]), self.name])

    @property
    def name(self) -> str:
        """What documents for people call it: the Chinese key, but what belongs nowhere else is a remark."""
        return "备注" if self.key.shape.core is Remarks else self.key.chinese

    @property
    def heading(self) -> str:
        """What stands over a column of it: its name, and the unit of money."""
        return f"{self.name}（元）" if self.key.shape.core is Money else self.name

    @property
    def is_table(self) -> bool:
        """Whether it is a list of mappings: a row for each."""
        return self.key.shape.is_list and self.key.shape.is_record

    @property
    def parts(self) -> "tuple[Slot, ...]":
        """The slots in it, where it is a section or a table."""
        shape = self.key.shape
        return slots(shape.core, self.keys) if shape.is_record else ()

    @property
    def leaves(self) -> "tuple[Slot, ...]":
        """The slots of single answers in it, and its tables, whole."""
        if not self.key.is_section:
            return (self,)
        return tuple(leaf for part in self.parts for leaf in part.leaves)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """Id and Chinese name of each value that is foreseen, where there are such."""
        core = self.key.shape.core
        if core is bool:
            return _YES_NO
        if core is Interval:
            return tuple((id, str(told)) for id, told in INTERVALS.items())
        if core not in VOCABULARY_TYPES:
            return ()
        return tuple((entry.id, entry.name) for entry in vocabulary_of(core))

    @property
    def is_open(self) -> bool:
        """Whether something else than the choices may be written, or several of them."""
        shape = self.key.shape
        return shape.is_list or shape.core is Interval or Other in shape.ways


def slots(model: Any = HelpPlan, above: tuple[Key, ...] = ()) -> tuple[Slot, ...]:
    """Return the slots of a model in their order; `above` are the keys that lead to it.

    >>> [slot.label for slot in slots()[1].parts][:2]
    ['组织·名称', '组织·类别']
    """
    return tuple(Slot((*above, key)) for key in own_keys(model))
