"""An outline 「提纲」: the fields of a plan in the chapters of a document that people write."""

from attrs import frozen

from cq_fupin.telling.templates.slot import Slot, slots

#: The document's title, which stands over everything.
TITLE = "title"


@frozen
class Chapter:
    """A chapter of a document and the fields that stand in it 「章节」."""

    title: str
    names: tuple[str, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots of its fields."""
        by_name = {slot.path: slot for slot in slots()}
        return tuple(by_name[name] for name in self.names)


#: Every field of a plan but its title, each once.
CHAPTERS = (
    Chapter("基本情况", ("organization", "dated", "period", "in_annual_plan")),
    Chapter(
        "总体要求",
        ("regions", "target_groups", "focus_fields", "results", "beneficiaries", "liaisons"),
    ),
    Chapter("调研", ("survey",)),
    Chapter("帮扶措施", ("measures",)),
    Chapter("资源保障", ("resources", "online_volunteers")),
    Chapter(
        "组织保障",
        (
            "coordination",
            "partners",
            "long_term",
            "experience",
            "supervision",
            "follow_up",
            "reports",
            "safety",
        ),
    ),
    Chapter("备注", ("other",)),
)


def singles_first(parts: tuple[Slot, ...]) -> list[Slot]:
    """Return slots with those of single answers before those that have a heading of their own."""
    return sorted(parts, key=lambda slot: slot.key.shape.is_record)
