"""Judges whether the rules of this tree keep to their tests: the command of the mutation run.

It ends with 0 where every test passes. The bundled cases come first, without pytest: they notice most
changes in less than a second.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
#: The properties that speak of rules and take no minute.
PROPERTIES = (
    "test_judgments_hold_kleenes_laws",
    "test_a_combined_judgment_rests_on_evidence_of_its_parts_that_have_its_outcome",
    "test_less_satisfies_where_the_row_says_so",
    "test_making_an_answer_of_a_case_unclear_never_turns_its_outcome",
)
#: In the order in which they run: what notices much in little time comes first.
TESTS = (
    "tests/test_predicates.py",
    "tests/test_evidence.py",
    "tests/test_profiles.py",
    "tests/test_rules_review.py",
    "tests/test_rule_table.py",
    "tests/test_check.py",
    "tests/test_text_report.py",
    "tests/test_cases.py",
    "tests/test_json_report.py",
    *(f"tests/test_properties.py::{name}" for name in PROPERTIES),
)
#: The cases have been judged before pytest starts.
DONE = "tests/test_cases.py::test_a_rule_finds_what_the_case_says"
PYTEST = ("-q", "-x", "-p", "no:cacheprovider", "-o", "addopts=", f"--deselect={DONE}")


def keeps_to_the_cases() -> bool:
    """Tell whether every rule finds what the bundled cases say, in a plan and in a view of it."""
    import cq_fupin as fupin
    from cq_fupin.reading.cases import load_cases, plan_of
    from cq_fupin.rules.view import view

    for case in load_cases():
        plan, rule = plan_of(case), fupin.RULES[case.rule]
        if not rule(plan).outcome is rule(view(plan)).outcome is case.outcome:
            return False
    return True


def main() -> int:
    """Judge, and return the status to end with."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT / "src"))
    os.environ["PYTHONPATH"] = str(ROOT / "src")
    if not keeps_to_the_cases():
        return 1
    import pytest

    return int(pytest.main([*PYTEST, *TESTS]))


if __name__ == "__main__":
    sys.exit(main())
