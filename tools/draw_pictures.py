"""Draw the pictures of the documentation, docs/pictures/*.svg, in Chinese and in English.

    python tools/draw_pictures.py [--check]

They are made from the library's own data and from what its commands print. With --check nothing is written,
and the status is 1 if any picture differs from what it should be.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from pictures import flow, guideline, regions, terminal
from pictures.drawing import Sheet, svg
from pictures.terminal import Screen
from pictures.words import LANGUAGES, Words

from cq_fupin.cli.language import Language

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
SCREENS = {
    "check": Screen(
        "check draft.yaml --select 5.7.people,5.7.funds",
        Words("核对一份草稿", "A draft is checked"),
    ),
    "read": Screen(
        "read tests/documents/06_activity_clinic.docx",
        Words("从 Word 文件里读懂了什么", "What is understood of a Word document"),
        23,
    ),
    "regions": Screen("regions 宁桥", Words("两处同名的地方", "Two places of one name")),
}
DRAWN: dict[str, Callable[[Language], Sheet]] = {
    "guideline": guideline.draw,
    "regions": regions.draw,
    "flow": flow.draw,
    **{f"terminal-{name}": partial(terminal.draw, screen) for name, screen in SCREENS.items()},
}


def pictures() -> Iterator[tuple[str, str]]:
    """Yield the name of each file and what it should hold; English pictures are those that Sphinx looks for."""
    for name, draw in DRAWN.items():
        for suffix, language in LANGUAGES.items():
            yield f"{name}{suffix}.svg", svg(draw(language))


def main(*arguments: str) -> int:
    """Write the pictures, or tell which differ."""
    is_check = "--check" in arguments
    differing = {name: drawn for name, drawn in pictures() if _held(PICTURES / name) != drawn}
    for name, drawn in differing.items():
        print(f"{'differs' if is_check else 'written'}: {name}", file=sys.stderr)
        if not is_check:
            PICTURES.mkdir(exist_ok=True)
            (PICTURES / name).write_text(drawn, "utf-8", newline="\n")
    return 1 if is_check and differing else 0


def _held(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.exists() else None


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
