"""Rebuild the bundled text, norms and provisions of the guideline from their sources.

    python tools/bundle_guideline.py SOURCE_DIR [--check]

SOURCE_DIR holds ``source/guideline_2020.txt`` and ``reference/norms.csv``, which are copied byte for byte;
provisions.csv is where the provisions lie in that text. With --check nothing is written, and the status is 1
if any file differs from what it should be. vocabularies.csv is kept by hand. Afterwards run
tools/bundle_data.py, which writes SOURCES.toml.
"""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parents[1] / "src" / "cq_fupin" / "data"
COLUMNS = ("id", "parent", "kind", "number", "start", "body", "end", "note")
DIGITS = "一二三四五六七八九"
NOTES = {
    "title": "原文分两行",
    "art_1": "原文条号与正文之间无空格，第六至九条、第十一至十七条同此",
    "art_7": "原文作“各支援地方”，第八条等处作“受援地方”",
    "art_10__item_3": "原文“(三)”后有空格，其他各项没有",
    "art_18__item_5": "原文作“人生意外伤害保险”，应为“人身意外伤害保险”",
    "annex_2": "含联系人姓名和手机号码，默认隐去",
}


class Row(NamedTuple):
    """Where a provision lies, in code points; its text without the marker begins at `body`."""

    id: str
    parent: str
    kind: str
    number: int | None
    start: int
    body: int
    end: int


def main() -> int:
    """Write the files, or tell which differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, metavar="SOURCE_DIR")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    options = parser.parse_args()
    text = (options.source / "source" / "guideline_2020.txt").read_bytes()
    files = {
        "guideline_2020.txt": text,
        "norms.csv": (options.source / "reference" / "norms.csv").read_bytes(),
        "provisions.csv": provisions_csv(text.decode("utf-8")),
    }
    differing = [name for name, content in files.items() if not holds(DATA / name, content)]
    for name in differing:
        print(f"{'differs' if options.check else 'written'}: {name}", file=sys.stderr)
        if not options.check:
            (DATA / name).write_bytes(files[name])
    return 1 if options.check and differing else 0


def holds(path: Path, content: bytes) -> bool:
    """Whether the file at `path` is exactly `content`."""
    return path.is_file() and path.read_bytes() == content


def provisions_csv(text: str) -> bytes:
    """Return the table of provisions, in the order of the text."""
    rows = [",".join(COLUMNS)]
    for row in provisions(text):
        cells = (*row[:3], row.number or "", *row[4:], NOTES.get(row.id, ""))
        rows.append(",".join(map(str, cells)))
    return ("\n".join(rows) + "\n").encode()


def provisions(text: str) -> Iterator[Row]:
    """Yield every provision, and the furniture: title and list of annexes."""
    title = text.index("重庆市社会组织参与脱贫攻坚\n工作指引\n")
    preamble = text.index("社会组织是我国")
    articles = [found.start() for found in re.finditer(r"^第[一二三四五六七八九十]+条", text, re.M)]
    contents = text.index("附件:1.")
    annexes = [found.start() for found in re.finditer(r"^附件[1-9]$", text, re.M)]
    yield from notice(text, title - 1)
    yield Row("title", "", "title", None, title, title, preamble - 1)
    yield Row("preamble", "", "preamble", None, preamble, preamble, articles[0] - 1)
    for number, (start, end) in enumerate(spans(articles, contents), 1):
        yield from article(text, number, start, end - 1)
    yield Row("contents", "", "contents", None, contents, contents, annexes[0] - 1)
    for number, (start, end) in enumerate(spans(annexes, len(text) + 1), 1):
        yield Row(f"annex_{number}", "", "annex", number, start, start, end - 1)


def notice(text: str, end: int) -> Iterator[Row]:
    """Yield the notice, with addressees and signature, and its demands 一、二、三、."""
    yield Row("notice", "", "notice", None, 0, 0, end)
    for number, found in enumerate(re.finditer(r"^([一二三])、(.*)$", text[:end], re.M), 1):
        if found[1] != DIGITS[number - 1]:
            sys.exit(f"the notice's demand {number} is marked {found[1]}")
        yield Row(
            f"notice__demand_{number}", "notice", "demand", number, found.start(), found.start(2), found.end()
        )


def article(text: str, number: int, start: int, end: int) -> Iterator[Row]:
    """Yield an article, then its items (一) or its demands 一是."""
    id = f"art_{number}"
    yield Row(id, "", "article", number, start, start, end)
    items = re.finditer(r"^\(([一二三四五六七八九])\) ?(.*)$", text[start:end], re.M)
    for count, found in enumerate(items, 1):
        if found[1] != DIGITS[count - 1]:
            sys.exit(f"item {count} of {id} is marked {found[1]}")
        where = (start + found.start(), start + found.start(2), start + found.end())
        yield Row(f"{id}__item_{count}", id, "item", count, *where)
    demands = [start + found.start() for found in re.finditer("(?<=[。:])[一二三]是", text[start:end])]
    for count, (first, last) in enumerate(spans(demands, end), 1):
        if text[first] != DIGITS[count - 1]:
            sys.exit(f"demand {count} of {id} is marked {text[first]}")
        # 一是 belongs to the sentence, so that it is no marker.
        yield Row(f"{id}__demand_{count}", id, "demand", count, first, first, last)


def spans(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of pieces that reach to the next one."""
    return zip(starts, (*starts[1:], end)[: len(starts)], strict=True)


if __name__ == "__main__":
    sys.exit(main())
