"""The converter: this library's models for those whose own systems read and write with cattrs."""

from functools import cache

from cattrs import Converter

from cq_fupin.reading.keys import is_record
from cq_fupin.reading.records import read_record
from cq_fupin.reading.writing import write_record


@cache
def converter() -> Converter:
    """Return a cattrs converter that reads and writes plans and their parts.

    Its hooks are the readers and writers that plans are read and written with. Reading itself doesn't
    go through it, since loading it costs as much as loading the models (docs/decisions/0020).

    >>> from cq_fupin.models.plan import Period
    >>> converter().unstructure(converter().structure({"开始": "2020年6月"}, Period))
    {'start': '2020-06'}
    """
    made = Converter()
    made.register_structure_hook_func(is_record, read_record)
    made.register_unstructure_hook_func(is_record, write_record)
    return made
