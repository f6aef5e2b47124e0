"""Checks so many plans in a process of its own; prints its peak of memory in KB, and the processor's seconds."""

import json
import resource
import sys
import time

from registry import registry

from cq_fupin.checking.many import check_many
from cq_fupin.rules.profile import CORE


def main(number: int) -> None:
    """Check, and keep nothing."""
    start = time.process_time()
    for _result in check_many(registry(number), rules=CORE):
        pass
    print(json.dumps([resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time() - start]))


if __name__ == "__main__":
    main(int(sys.argv[1]))
