"""A message: what is said, before the language it is said in is chosen."""

from collections.abc import Callable

from attrs import frozen


@frozen
class Message:
    """Something to say 「消息」: a Chinese template, which is also its id, and its arguments.

    Attributes:
        id: The Chinese text with named places, such as ``缺少“{key}”``.
        args: Name and value of each place; a value may be a message, or a tuple of values (a list).
        count: The number that chooses between singular and plural where a language has both.

    >>> str(say("缺少“{key}”", key="标题"))
    '缺少“标题”'
    """

    id: str
    args: tuple[tuple[str, object], ...] = ()
    count: int | None = None

    def __str__(self) -> str:
        return self.told(lambda text, _count: text)

    def told(self, translate: Callable[[str, int | None], str]) -> str:
        """Return the text, its template and its arguments translated by `translate`."""
        values = {name: _told(value, translate) for name, value in self.args}
        return translate(self.id, self.count).format(**values)


def say(id: str, /, **args: object) -> Message:
    """Make a message; the Chinese text is found by the catalogues' extraction."""
    return Message(id, tuple(args.items()))


def say_count(id: str, count: int, /, **args: object) -> Message:
    """Make a message whose wording depends on a number, which stands in it as ``{count}``."""
    return Message(id, (("count", count), *args.items()), count)


def verbatim(text: str) -> Message:
    """Make a message of somebody's own words, which no catalogue has: told as they are, braces and all."""
    return Message("{verbatim}", (("verbatim", text),))


def _told(value: object, translate: Callable[[str, int | None], str]) -> object:
    if isinstance(value, Message):
        return value.told(translate)
    if isinstance(value, tuple):
        return translate("、", None).join(str(_told(part, translate)) for part in value)
    return value
