"""Twelve of the rules that every peer can say: what is stated, above none, one of a list, or one of several."""

import cq_fupin

GUIDELINE = cq_fupin.load_guideline()
TWELVE = (
    "5.2.mobilize", "5.3.cooperate", "5.4.needs", "5.4.causes", "5.7.annual-plan", "5.7.people", "5.7.funds",
    "5.8.at-risk", "5.8.follow-up", "5.9.cases", "18.2.groups", "18.2.fields",
)  # fmt: skip
FREQUENT = ("daily", "weekly", "biweekly", "monthly", "bimonthly", "quarterly")
RARE = ("half_yearly", "yearly", "once", "irregular")
AT_RISK = "marginal_or_monitored_household"


def _said(entries: object) -> tuple[str, ...]:
    return tuple(
        word
        for entry in entries  # type: ignore[attr-defined]
        for word in (entry.id, entry.name, *entry.aliases)
    )


_SPECIAL = {*_said(GUIDELINE.special_groups)}
#: What each is called, in any way that a plan may call it.
GROUPS = tuple(word for word in _said(GUIDELINE.target_groups) if word not in _SPECIAL)
FIELDS = _said(GUIDELINE.focus_fields)
