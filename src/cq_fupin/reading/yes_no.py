"""Yes and no, as people write them."""

from cq_fupin.reading.marks import is_none_mark
from cq_fupin.reading.refused import Refused
from cq_fupin.words.answer import Unclear
from cq_fupin.words.message import say
from cq_fupin.words.numerals import half_width

_YES = frozenset({"是", "有", "对", "yes", "y", "true", "1", "√", "✓", "✔", "☑"})
_NO = frozenset({"否", "不是", "未", "no", "n", "false", "0"})


def read_yes_no(value: object) -> bool | Unclear:
    """Read a yes or a no 「是否」.

    Raises:
        Refused: The value is neither text nor a truth value, nor 1 or 0.

    >>> read_yes_no("是"), read_yes_no("无")
    (True, False)
    """
    if isinstance(value, bool):
        return value
    if not isinstance(value, str) and not (isinstance(value, int) and value in (0, 1)):
        raise Refused(say("应当是“是”或“否”"))
    text = str(value)
    plain = half_width(text[:40]).strip(" \t\r\n.。").casefold()
    if plain in _YES:
        return True
    if plain in _NO or is_none_mark(text):
        return False
    return Unclear(text, say("应当写“是”或“否”"))
