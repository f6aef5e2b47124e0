"""How many examples the properties of plans are tried on."""

import sys

from hypothesis import HealthCheck, settings

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)

#: Coverage asks whether each branch is reached, and makes each example take several times as long: a third of them
#: do. All are tried wherever it doesn't look on, as on the newer Pythons.
_SHARE = 3 if "coverage" in sys.modules and sys.modules["coverage"].Coverage.current() else 1

PROFILE = "examples tried"
settings.register_profile(PROFILE, max_examples=100 // _SHARE)


def few(count: int) -> settings:
    """Return settings for so many examples, the same each time; a third of them under coverage."""
    return no_fewer(max(count // _SHARE, 1))


def no_fewer(count: int) -> settings:
    """Return settings for so many examples, the same each time: what they come to together is looked at."""
    return settings(
        max_examples=count, derandomize=True, deadline=None, database=None, suppress_health_check=SLOW
    )
