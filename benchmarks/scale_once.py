"""Checks so many plans in a process of its own; prints its peak of memory in KB, and the processor's seconds."""

import json
import resource
import sys
import time
from pathlib import Path

from registry import registry

from cq_fupin.checking.many import check_many
from cq_fupin.rules.profile import CORE


def main(number: int) -> None:
    """Check, and keep nothing."""
    start = time.process_time()
    for _result in check_many(registry(number), rules=CORE):
        pass
    print(json.dumps([peak(), time.process_time() - start]))


def peak() -> int:
    """Return the most memory that this process has had, in KB; Linux counts for `ru_maxrss` who started it, too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    main(int(sys.argv[1]))
