"""What a Word document shows or hides that isn't read, and how that is told."""

from collections.abc import Callable

from cq_fupin.models.place import Place
from cq_fupin.reading.docx_text import Omission
from cq_fupin.words.message import Message, say_count


class Omissions:
    """Counts what is left out, and remembers where it began."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[Omission, tuple[int, Place]] = {}

    def add(self, what: Omission, place: Callable[[], Place]) -> None:
        """Count one more; only the first one's place is asked for."""
        found = self._found.get(what)
        self._found[what] = (1, place()) if found is None else (found[0] + 1, found[1])

    def notes(self) -> tuple[tuple[Message, Place], ...]:
        """Return what to tell, each kind once."""
        return tuple((_told(what, count), place) for what, (count, place) in self._found.items())


def _told(what: Omission, count: int) -> Message:
    if what == "note":
        return say_count("从这里起有{count}处脚注或尾注没有读入：要核对的内容请写进正文", count)
    if what == "hidden":
        return say_count("从这里起有{count}处隐藏文字没有读入：要核对的内容请取消隐藏", count)
    return say_count("从这里起有{count}处图表、嵌入或链接的内容没有读入：要核对的内容请写进正文", count)
