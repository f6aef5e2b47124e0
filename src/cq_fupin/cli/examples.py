"""Examples 「示例」 of a rule's outcomes, from the bundled cases."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from cq_fupin.cli.language import Language
from cq_fupin.cli.streams import screen
from cq_fupin.models.case import Case
from cq_fupin.reading.cases import load_cases
from cq_fupin.telling.columns import wrapped
from cq_fupin.telling.page import capital
from cq_fupin.telling.summary import OUTCOMES
from cq_fupin.words.message import say


def examples(language: Language, rule: str) -> Iterator[str]:
    """Yield the lines that show one case of each outcome, in the order of the outcomes."""
    for case in chosen(rule):
        yield ""
        told = say("示例，{outcome}：{why}", outcome=OUTCOMES[case.outcome], why=say(case.why))
        yield from wrapped(capital(language.tell(told)), screen())
        yield from (f"    {line}" for line in written(case, screen()))


def chosen(rule: str) -> tuple[Case, ...]:
    """Return the case to show for each outcome of a rule that has one, in the order of the outcomes."""
    shown = {case.outcome: case for case in reversed(load_cases(rule=rule)) if case.is_example}
    return tuple(shown[outcome] for outcome in OUTCOMES if outcome in shown)


def written(case: Case, columns: int) -> list[str]:
    """Return what the plan says for it, as a person would write it in YAML."""
    import yaml

    sections = dict.fromkeys(path.partition("·")[0] for path in case.says)
    says = {section: _plain(case.plan[section]) for section in sections}
    if not says:
        return []
    return yaml.safe_dump(says, allow_unicode=True, sort_keys=False, width=columns).splitlines()


def _plain(value: object) -> object:
    """Return a value without what YAML can't write."""
    if isinstance(value, Mapping):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return float(value) if isinstance(value, Decimal) else value
