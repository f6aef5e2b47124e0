"""Two hundred places as people write them, against cpca and jionlp: how many resolve rightly, and how fast.

Run it where both are installed (``pip install cpca jionlp``). The places are drawn from the gazetteer with a
fixed seed and written as people do: in full, without the township or the municipality, by short, printed and
former names. A parser is right at the level of the district when it names the district, and wholly when it
names the place itself (cpca knows no townships).
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from importlib import import_module
from io import StringIO
from typing import Any

import cq_fupin
from cq_fupin import Found, Region, RegionLevel
from cq_fupin.reading.regions import finding

COUNT = 200
#: What a parser makes of a text: the district and the place, by name or code; None where it can't say.
Parse = Callable[[str], tuple[str | None, str | None]]


def written(region: Region, rng: random.Random) -> str:
    """Return a place as somebody could write it, so that it can mean nothing else."""
    *above, _municipality = (place for place in region.lineage[1:])
    district = (above or [region])[-1]
    called = [
        district.name,
        district.short_name,
        district.printed_name or district.name,
        *district.former_names[:1],
    ]
    head = rng.choice(["重庆市", "重庆", ""]) + rng.choice(called)
    if region == district:
        return head
    middle = "".join(place.name for place in reversed(above[:-1])) if rng.random() < 0.7 else ""
    own = region.short_name if region.level is RegionLevel.VILLAGE else region.name
    return head + middle + own


def places() -> list[tuple[str, Region]]:
    """Return the texts, each with the place it means."""
    rng, regions = random.Random(20200514), cq_fupin.load_guideline().regions
    districts, rest = [*regions.districts], [r for r in regions if len(r.code) > 6]
    named = [r for r in regions if r.designations]
    # What a district has twice is left out by the table, whatever any parser says.
    counts = Counter((region.code[:6], region.short_name) for region in regions)
    drawn: list[tuple[str, Region]] = []
    while len(drawn) < COUNT:
        region = rng.choice(rng.choice([districts, named, rest]))
        text = written(region, rng)
        if counts[region.code[:6], region.short_name] == 1 and all(text != other for other, _ in drawn):
            drawn.append((text, region))
    return drawn


def ours(text: str) -> tuple[str | None, str | None]:
    """Parse with this library."""
    match = cq_fupin.load_guideline().regions.find(text)
    return (match.region.code[:6], match.region.code) if isinstance(match, Found) else (None, None)


def with_cpca(text: str) -> tuple[str | None, str | None]:
    """Parse with cpca, which knows districts."""
    code = str(import_module("cpca").transform([text])["adcode"][0])
    return code, code if len(code) == 6 else None


def with_jionlp(text: str) -> tuple[str | None, str | None]:
    """Parse with jionlp, which answers in names."""
    found: dict[str, Any] = import_module("jionlp").parse_location(text, town_village=True)
    return found["county"], found["village"] or found["town"] or found["county"]


def is_right(said: str | None, region: Region) -> bool:
    """Tell whether a code or a name is that of a region."""
    return said in (region.code, region.name, region.short_name)


def measured(parse: Parse, drawn: list[tuple[str, Region]]) -> tuple[float, float, float]:
    """Return the shares of right districts and right places, and microseconds for a text."""
    parse(drawn[0][0])
    finding._found.cache_clear()
    start = time.perf_counter()
    said = [parse(text) for text, _region in drawn]
    each = (time.perf_counter() - start) / len(drawn) * 1e6
    districts = sum(
        is_right(one[0], region.lineage[-2]) for one, (_text, region) in zip(said, drawn, strict=True)
    )
    whole = sum(is_right(one[1], region) for one, (_text, region) in zip(said, drawn, strict=True))
    return districts / len(drawn), whole / len(drawn), each


def _versions(names: tuple[str, ...]) -> Iterator[str]:
    from importlib.metadata import version

    yield from (f"{name} {version(name)}" for name in names)


def main() -> None:
    """Print a row a parser."""
    drawn = places()
    with redirect_stdout(StringIO()):
        import_module("jionlp")
    print(", ".join(_versions(("cq-fupin", "cpca", "jionlp"))), f"Python {sys.version.split()[0]}", sep=", ")
    print(f"{'':10} {'district':>9} {'place':>9} {'µs':>9}")
    for name, parse in (("cq_fupin", ours), ("cpca", with_cpca), ("jionlp", with_jionlp)):
        district, place, each = measured(parse, drawn)
        print(f"{name:10} {district:9.1%} {place:9.1%} {each:9.1f}")


if __name__ == "__main__":
    main()
