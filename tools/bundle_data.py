"""Rebuild the bundled region files from the reference tables, and the list of all bundled files.

    python tools/bundle_data.py [REFERENCE_DIR] [--check]

REFERENCE_DIR holds the reference tables (or a folder ``regions`` with them). Without it only SOURCES.toml
and datapackage.json are rebuilt. With --check nothing is written, and the status is 1 if any file differs from what it should be.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from bundle_regions import region_files
from data_package import data_package

DATA = Path(__file__).parents[1] / "src" / "cq_fupin" / "data"


def main() -> int:
    """Write the files, or tell which differ."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reference", nargs="?", type=Path, metavar="REFERENCE_DIR")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    options = parser.parse_args()
    files = region_files(options.reference) if options.reference else {}
    files["SOURCES.toml"] = sources(files)
    files["datapackage.json"] = data_package(tables(files), SOURCES)
    differing = [name for name, content in files.items() if not holds(DATA / name, content)]
    for name in differing:
        print(f"{'differs' if options.check else 'written'}: {name}", file=sys.stderr)
        if not options.check:
            (DATA / name).write_bytes(files[name])
    return 1 if options.check and differing else 0


def holds(path: Path, content: bytes) -> bool:
    """Whether the file at `path` is exactly `content`."""
    return path.is_file() and path.read_bytes() == content


NBS = {
    "origin": "GitHub liyanjie2048/AdministrativeDivisionCn, commit 68463ad, json/345/345-500{1,2}.json",
    "publisher": "国家统计局：统计用区划代码和城乡划分代码",
    "edition": "2020",
    "date": "2020-06-30",
    "licence": "MIT",
}
DOCUMENT = {
    "origin": "《重庆市社会组织参与脱贫攻坚工作指引》",
    "publisher": "重庆市民政局（代章）",
    "edition": "2020",
    "date": "2020-05-14",
    "licence": "official document, not subject to copyright (中华人民共和国著作权法 第五条)",
}
MCA = {
    "origin": (
        "districts: GitHub yescallop/areacodes, commit eed219a, result.csv; "
        "townships: GitHub modood/Administrative-divisions-of-China, dist/streets.csv, editions 2016-2023"
    ),
    "publisher": "民政部：县以上行政区划代码；国家统计局",
    "edition": "1981-2020; 2016-2023",
    "date": "2020-12-31",
    "licence": "CC0-1.0; WTFPL",
}
LATER = {
    "origin": (
        "GitHub liyanjie2048/AdministrativeDivisionCn, commit 7487565, json/2021/345/ (edition 2021); "
        "GitHub modood/Administrative-divisions-of-China, dc3a1d7, dist/streets.csv (edition 2023)"
    ),
    "publisher": "国家统计局：统计用区划代码和城乡划分代码",
    "edition": "2021; 2023",
    "date": "2021-10-31",
    "licence": "MIT; WTFPL",
}
OWN = {
    "origin": "made for this package from the text of the guideline",
    "publisher": "cq_fupin",
    "edition": "2020",
    "date": "2020-05-14",
    "licence": "MIT",
}
SOURCES = {
    "added_norms.csv": OWN | {"origin": "norms that norms.csv lacks, found in the text of the guideline"},
    "aliases.csv": MCA,
    "annex_1.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件1"},
    "annex_2.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件2"},
    "annex_3.csv": DOCUMENT | {"origin": DOCUMENT["origin"] + " 附件3"},
    "discrepancies.csv": OWN | {"origin": "annexes 1-3 compared with divisions.csv and villages.csv"},
    "divisions.csv": NBS,
    "english.toml": OWN
    | {"origin": "this project's own translation of the guideline, unofficial", "date": "2026-11-26"},
    "functional_areas.csv": OWN | {"origin": "inferred from the block of codes in divisions.csv; unverified"},
    "guideline_2020.txt": DOCUMENT,
    "labels.csv": OWN
    | {"origin": "headings and labels of published plans, notices and forms", "date": "2026-11-26"},
    "label_patterns.csv": OWN | {"origin": "what else headings and labels look like", "date": "2026-11-26"},
    "norms.csv": OWN,
    "provisions.csv": OWN,
    "reasons.csv": OWN,
    "relations.csv": OWN,
    "sentences.csv": OWN,
    "successors.csv": LATER,
    "villages.csv": NBS,
    "vocabularies.csv": OWN,
}
PROSE = frozenset(("README.md", "SOURCES.toml", "datapackage.json"))


def sources(fresh: dict[str, bytes]) -> bytes:
    """Return SOURCES.toml: where each bundled file comes from, and its sha256."""
    present = {path.name for path in DATA.iterdir() if path.is_file()} | set(fresh)
    return "\n".join(chain(SOURCES_HEAD, *(entry(name, fresh) for name in sorted(present - PROSE)))).encode()


def tables(fresh: dict[str, bytes]) -> dict[str, bytes]:
    """Return name and content of every bundled table, as they are or are to be."""
    present = {path.name: path.read_bytes() for path in DATA.glob("*.csv")}
    return present | {name: content for name, content in fresh.items() if name.endswith(".csv")}


SOURCES_HEAD = (
    "# 每个数据文件的来源、版本、许可与校验和；由 tools/bundle_data.py 生成，请勿手改。",
    "# Where each bundled file comes from; written by tools/bundle_data.py.",
    "",
)


def entry(name: str, fresh: dict[str, bytes]) -> Iterator[str]:
    """Yield the lines of one file's entry."""
    if name not in SOURCES:
        sys.exit(f"{name} has no entry in SOURCES: say where it comes from")
    content = fresh[name] if name in fresh else (DATA / name).read_bytes()
    yield f'["{name}"]'
    for key, value in SOURCES[name].items():
        yield f'{key} = "{value}"'
    yield f'sha256 = "{hashlib.sha256(content).hexdigest()}"'
    yield ""


if __name__ == "__main__":
    sys.exit(main())
