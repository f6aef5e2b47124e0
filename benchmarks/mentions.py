"""How well mentions are found in prose: precision and recall over the texts of tests/texts.

A mention counts as right when it stands where a careful reader put it and means what the reader said: one
division, or the same several. The texts were written without knowledge of the scanner; it was
improved by those of mentions.toml, and first measured on those of held_out.toml.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

import cq_fupin as fupin

FOLDER = Path(__file__).parents[1] / "tests" / "texts"
#: Where a mention stands, and the codes of what it means.
Said: TypeAlias = tuple[int, int, frozenset[str]]


def texts(name: str) -> list[dict[str, Any]]:
    """Return the texts of a file with their mentions."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text("utf-8"))["text"]
    return found


def wanted(text: dict[str, Any]) -> Iterator[Said]:
    """Yield what a careful reader found in a text."""
    for mention in text.get("mention", ()):
        at = -1
        for _ in range(mention.get("nth", 1)):
            at = text["words"].index(mention["text"], at + 1)
        yield at, at + len(mention["text"]), frozenset(mention["codes"])


def found(text: dict[str, Any]) -> Iterator[Said]:
    """Yield what the scanner found in a text."""
    for mention in fupin.load_guideline().regions.scan(text["words"]):
        match = mention.match
        regions = (match.region,) if isinstance(match, fupin.Found) else match.candidates
        yield mention.start, mention.end, frozenset(region.code for region in regions)


def quality(name: str) -> tuple[int, int, int]:
    """Return how many mentions were right, how many were found, and how many there are."""
    pairs = [({*found(text)}, {*wanted(text)}) for text in texts(name)]
    return (
        sum(len(got & want) for got, want in pairs),
        sum(len(got) for got, _ in pairs),
        sum(len(want) for _, want in pairs),
    )


def main() -> None:
    """Print precision and recall, and each mention that was missed or found wrongly."""
    for path in sorted(FOLDER.glob("*.toml")):
        for text in texts(path.name):
            _differences(text)
        right, got, want = quality(path.name)
        print(f"{path.name}: {right} right of {got} found and {want} there", end=": ")
        print(f"precision {right / got:.3f}, recall {right / want:.3f}")


def _differences(text: dict[str, Any]) -> None:
    got, want = {*found(text)}, {*wanted(text)}
    for start, end, codes in sorted(want - got, key=str):
        print(f"  missed  {text['words'][start:end]}  {' '.join(sorted(codes))[:60]}")
    for start, end, codes in sorted(got - want, key=str):
        around = text["words"][max(0, start - 6) : end + 6].replace("\n", "⏎")
        print(f"  wrong   {text['words'][start:end]}  {' '.join(sorted(codes))[:60]}  …{around}…")


if __name__ == "__main__":
    main()
