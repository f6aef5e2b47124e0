"""Plans as pydantic models, made from the same table of fields: the keys and the kinds of values, no more.

Nothing is understood of texts (no date, amount, place or word of a list), and no rule runs: a bound for what
reading by pydantic takes.
"""

from functools import cache
from typing import Any

from pydantic import BaseModel, ConfigDict, create_model

from cq_fupin.models.amount import Count, Money, Quantity
from cq_fupin.models.plan import HelpPlan
from cq_fupin.reading.keys import Key, own_keys


@cache
def plan_model() -> type[BaseModel]:
    """Return the model of a plan."""
    return _model(HelpPlan, format=(str | None, None))


def _model(model: Any, **more: Any) -> type[BaseModel]:
    fields = {key.name: (_kind(key), ... if key.is_required else None) for key in own_keys(model)}
    config = ConfigDict(extra="forbid", frozen=True)
    made: type[BaseModel] = create_model(model.__name__, __config__=config, **more, **fields)
    return made


def _kind(key: Key) -> Any:
    shape = key.shape
    if shape.is_record:
        core: Any = _model(shape.core)
    elif shape.core in (Count, Money, Quantity):
        core = int | str | dict[str, int | str]
    else:
        core = bool if shape.core is bool else str | dict[str, str]
    if shape.is_list:
        return list[core] | dict[str, str] | None
    return core | list[str] | dict[str, str] | None
