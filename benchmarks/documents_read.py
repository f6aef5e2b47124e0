"""How well documents are read: precision and recall by field, against the plans that a careful person reads in them.

Of the documents that are held out only totals are shown, so that nobody fits the reader to them. ``--all`` lists what
is missing and what was left unclear, too; names of documents narrow it down.
"""

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from measured_documents import Document, Reading, documents, measured
from plan_leaves import Pair


def share(part: int, whole: int) -> str:
    """Return a part of a whole in percent."""
    return f"{100 * part / whole:5.1f}% {part:4}/{whole:<4}" if whole else "     –          "


def totals(pairs: Iterable[Pair]) -> str:
    """Return precision and recall."""
    counts: Counter[str] = Counter()
    for pair in pairs:
        counts["right"] += pair.is_right
        counts["claimed"] += pair.is_claimed
        counts["expected"] += pair.pointer is not None
    return f"{share(counts['right'], counts['claimed'])}  {share(counts['right'], counts['expected'])}"


def by_field(pairs: Iterable[Pair]) -> None:
    """Print a row a field."""
    fields: dict[str, list[Pair]] = {}
    for pair in pairs:
        fields.setdefault(pair.field, []).append(pair)
    for field in sorted(fields):
        print(f"{field:36}{totals(fields[field])}")


def halves(readings: list[Reading]) -> None:
    """Print the totals of both halves, and of what needs no sentence to be understood."""
    for name, is_held_out in (("tuned", False), ("held out", True)):
        own = [reading for reading in readings if reading.document.is_held_out == is_held_out]
        pairs = [(reading.document, pair) for reading in own for pair in reading.pairs]
        print(f"{name + f' ({len(own)})':36}{totals(pair for _, pair in pairs)}")
        plain = (pair for document, pair in pairs if not in_sentence(document, pair))
        print(f"{'  without what sentences say':36}{totals(plain)}")
        written = (pair for document, pair in pairs if is_written(document, pair))
        print(f"{'  only what is written out':36}{totals(written)}")
        inferred = (pair for document, pair in pairs if document.is_marked(pair.pointer, "inferred"))
        print(f"{'  only what is inferred':36}{totals(inferred)}")
        print(f"{'  wrong and reported as certain':36}{sum(len(reading.certain_errors) for reading in own)}")
        print(f"{'  broke down':36}{sum(bool(reading.crash) for reading in own)}")
        amiss = [r.document.path.name for r in own if r.document.is_refused != (r.plan is None)]
        print(
            f"{'  refused or read against expectation':36}{len(amiss)} {'' if is_held_out else ' '.join(amiss)}"
        )


def in_sentence(document: Document, pair: Pair) -> bool:
    """Whether a leaf stands only within a sentence."""
    return document.is_marked(pair.pointer, "sentences")


def is_written(document: Document, pair: Pair) -> bool:
    """Whether a leaf stands behind a label or in a table, in so many words."""
    return not (in_sentence(document, pair) or document.is_marked(pair.pointer, "inferred"))


def told(reading: Reading, *, everything: bool) -> None:
    """Print what was read otherwise than by the person."""
    print(f"\n{reading.document.path.name}: {totals(reading.pairs)}")
    for fault in reading.faults:
        print(f"  refused: {fault}")
    if reading.crash:
        print(f"  BROKE DOWN: {' <- '.join(reversed(reading.crash.strip().splitlines()[-5:]))}")
    certain = set(map(id, reading.certain_errors))
    for pair in reading.pairs:
        kind = "CERTAIN" if id(pair) in certain else "noted" if pair.is_claimed else "missing"
        if not pair.is_right and (everything or kind == "CERTAIN"):
            mark = "~" if in_sentence(reading.document, pair) else " "
            where = reading.place(pair) or "-"
            print(
                f" {mark}{kind:8}{pair.pointer or pair.found}: {pair.expected!r} read as {pair.got!r} @{where}"
            )


def main(arguments: list[str]) -> None:
    """Measure all documents, or those whose names begin with one of the words."""
    names = tuple(word for word in arguments if not word.startswith("-"))
    chosen = [d for d in documents() if not names or d.path.name.startswith(names)]
    readings = [measured(document) for document in chosen]
    print(f"{'':36}{'precision':18}recall")
    by_field(pair for reading in readings if not reading.document.is_held_out for pair in reading.pairs)
    print()
    halves(readings)
    for reading in readings:
        if not reading.document.is_held_out:
            told(reading, everything="--all" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
