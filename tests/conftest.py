"""What the tests of several modules stand on."""

import gc
import os
import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

from examples_tried import PROFILE

settings.load_profile(PROFILE)

# Programs that tests start are not looked on by coverage: what they load is what they load by themselves.
for name in ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG"):
    os.environ.pop(name, None)

TOOLS = Path(__file__).parents[1] / "tools"
# What makes the documents needs packages that reading them doesn't.
collect_ignore_glob = ["documents/*", "sphinx_project/*"]


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass over what stays to the end: thousands of tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def compiled_catalogues() -> None:
    """Compile the catalogues of the checkout, so that English can be tested without a build."""
    sys.path.insert(0, str(TOOLS))
    try:
        import_module("compile_catalogues").compile_catalogues()
    finally:
        sys.path.remove(str(TOOLS))
