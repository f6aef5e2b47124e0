"""The 35 rules by hand, on pydantic models: as one would write them for canonical JSON, without evidence or texts.

It knows what the generated plans have (whole numbers of money and people, days and months, codes of divisions,
words of the lists or others) and nothing else; where the library reads more, this refuses or differs. The lists
and the designations of the divisions are the library's.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict

import cq_fupin
from cq_fupin.models.region import RegionLevel

GUIDELINE = cq_fupin.load_guideline()
S, U, N, OFF = "satisfied", "unsatisfied", "undetermined", "inapplicable"
Outcome = str
_QUARTERLY = {"daily", "weekly", "biweekly", "monthly", "bimonthly", "quarterly"}
_RECURRING = _QUARTERLY | {"half_yearly", "yearly", "regular"}
_DEEP = {cq_fupin.Designation.DEEP_POVERTY_TOWNSHIP, cq_fupin.Designation.DESIGNATED_VILLAGE}
_VISIT = re.compile("走访|实地|入户|上门|驻村")
_DOUBT = re.compile("电话(?:走访|实地|入户)|(?:不|未|拟|计划).{0,8}走访")


class Unclear(BaseModel):
    """Something that isn't settled."""

    model_config = ConfigDict(frozen=True)
    unclear: str


class Place(NamedTuple):
    """What the rules ask of a division."""

    code: str
    is_municipality: bool
    is_key: bool | None
    is_deep: bool | None


class Days(NamedTuple):
    """A day or a month."""

    first: date
    last: date


class Word(NamedTuple):
    """An entry of a list, or a text outside of it."""

    id: str | None
    article: int | None = None
    is_special: bool = False


class Number(NamedTuple):
    """A count or an amount, from one number to another."""

    low: int
    high: int | None


def _place(code: str) -> Place:
    region = GUIDELINE.regions[code]
    deep = True if region.designated & _DEEP else None if region.designated_within & _DEEP else False
    key = True if region.designated else None if region.designated_within else False
    return Place(code, region.level is RegionLevel.MUNICIPALITY, key, deep)


_PLACES = {region.code: _place(region.code) for region in GUIDELINE.regions}


def _words(*lists: Iterable[Any]) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for entry in (entry for each in lists for entry in each):
        word = Word(entry.id, getattr(entry, "article", None), getattr(entry, "special", False))
        found |= dict.fromkeys((entry.id, entry.name, *entry.aliases), word)
    return found


_GROUPS = _words(GUIDELINE.special_groups, GUIDELINE.target_groups)
_FIELDS, _ACTIVITIES = _words(GUIDELINE.focus_fields), _words(GUIDELINE.activities)
_CATEGORIES = {entry.id: entry for entry in GUIDELINE.organization_categories}
_OTHER = Word(None)


def _listed(words: dict[str, Word]) -> Callable[[Any], Any]:
    return lambda text: words.get(text, _OTHER)


def _days(text: Any) -> Any:
    if isinstance(text, str) and len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return Days(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))
    day = date.fromisoformat(text)
    return Days(day, day)


def _number(value: Any) -> Any:
    return Number(value["at_least"], None) if isinstance(value, dict) else Number(value, value)


PlaceOf = Annotated[Place, BeforeValidator(_PLACES.__getitem__)]
Group = Annotated[Word, BeforeValidator(_listed(_GROUPS))]
Field = Annotated[Word, BeforeValidator(_listed(_FIELDS))]
Activity = Annotated[Word, BeforeValidator(_listed(_ACTIVITIES))]
When = Annotated[Days, BeforeValidator(_days)]
Amount = Annotated[Number, BeforeValidator(_number)]


class Model(BaseModel):
    """What all parts of a plan have in common."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Organization(Model):
    name: str
    category: str
    fields: tuple[Field, ...] | None = None
    supervisory_unit: str | None = None
    registration_authority: str | None = None


class Period(Model):
    start: When | None = None
    end: When | None = None


class Liaison(Model):
    unit: str
    kind: str
    region: PlaceOf
    phone: str


class Survey(Model):
    date: When | None = None
    method: str | None = None
    needs: tuple[str, ...] | None = None
    causes: tuple[str, ...] | None = None


class Goods(Model):
    name: str
    quantity: Amount | None = None
    unit: str | None = None


class Measure(Model):
    title: str
    field: Field | None = None
    activities: tuple[Activity, ...] | None = None
    regions: tuple[PlaceOf, ...] | None = None
    target_groups: tuple[Group, ...] | None = None
    start: When | None = None
    end: When | None = None
    budget: Amount | None = None
    people: Amount | None = None
    goods: tuple[Goods, ...] | None = None
    results: tuple[str, ...] | None = None


class Staff(Model):
    role: str
    count: Amount | None = None


class Fund(Model):
    source: str
    amount: Amount | None = None


class Resources(Model):
    people: tuple[Staff, ...] | None = None
    funds: tuple[Fund, ...] | Unclear | None = None
    goods: tuple[Goods, ...] | None = None
    technology: tuple[str, ...] | None = None


class OnlineVolunteers(Model):
    registered: Amount | None = None
    target: Amount | None = None
    how: str | None = None


class Supervision(Model):
    interval: str | None = None
    by: str | None = None
    indicators: tuple[str, ...] | None = None


class FollowUp(Model):
    interval: str | None = None
    methods: tuple[str, ...] | None = None
    until: When | None = None


class Reporting(Model):
    to: tuple[str, ...]
    interval: str | None = None


class Insurance(Model):
    kind: str | None = None
    insured: Amount | None = None


class Safety(Model):
    measures: tuple[str, ...] | None = None
    insurance: Insurance = Insurance()


class Plan(Model):
    """A plan in canonical JSON."""

    format: str
    title: str
    organization: Organization
    dated: When | None = None
    period: Period = Period()
    in_annual_plan: bool | None = None
    regions: tuple[PlaceOf, ...] | None = None
    target_groups: tuple[Group, ...] | None = None
    focus_fields: tuple[Field, ...] | None = None
    liaisons: tuple[Liaison, ...] | None = None
    survey: Survey = Survey()
    measures: tuple[Measure, ...] = ()
    resources: Resources = Resources()
    online_volunteers: OnlineVolunteers = OnlineVolunteers()
    coordination: str | None = None
    supervision: Supervision = Supervision()
    follow_up: FollowUp = FollowUp()
    long_term: str | Unclear | None = None
    reports: tuple[Reporting, ...] | None = None
    experience: str | None = None
    safety: Safety = Safety()


# Kleene's logic, and what lists and amounts come to.


def any_of(*found: Outcome) -> Outcome:
    return S if S in found else N if N in found else U


def all_of(*found: Outcome) -> Outcome:
    return U if U in found else N if N in found else S


def of(truth: bool | None) -> Outcome:
    return S if truth else N if truth is None else U


def stated(value: Any, silent: Outcome = N, none: Outcome = U) -> Outcome:
    if value is None:
        return silent
    if value is False or value == ():
        return none
    return N if isinstance(value, Unclear) else S


def some(
    values: Sequence[Any] | None, judge: Callable[[Any], Outcome], silent: Outcome = N, none: Outcome = U
) -> Outcome:
    if values is None or values == ():
        return silent if values is None else none
    return any_of(*map(judge, values))


def every(
    values: Sequence[Any] | None, judge: Callable[[Any], Outcome], silent: Outcome = N, none: Outcome = U
) -> Outcome:
    if values is None or values == ():
        return silent if values is None else none
    return all_of(*map(judge, values))


def above(number: Number | None, silent: Outcome = N) -> Outcome:
    return silent if number is None else S if number.low > 0 else U if number.high == 0 else N


def listed(words: Sequence[Word] | None, test: Callable[[Word], bool | None], silent: Outcome = N) -> Outcome:
    return some(words, lambda word: N if word.id is None else of(test(word)), silent)


def total(numbers: Iterable[Number | None]) -> Number:
    low, high = 0, 0
    for number in numbers:
        low += number.low if number else 0
        high = None if high is None or number is None or number.high is None else high + number.high  # type: ignore[assignment]
    return Number(low, high)


def at_most(used: Number, given: Number) -> bool | None:
    if used.high is not None and used.high <= given.low:
        return True
    return False if given.high is not None and used.low > given.high else None


class Read:
    """What several rules read of a plan, once."""

    def __init__(self, plan: Plan) -> None:
        self.plan, self.measures, given = plan, plan.measures, plan.resources
        self.funds = given.funds if isinstance(given.funds, tuple) else None
        self.regions = self._merged(plan.regions, (m.regions for m in plan.measures))
        self.groups = self._merged(plan.target_groups, (m.target_groups for m in plan.measures))
        fields = [m.field for m in plan.measures if m.field is not None]
        self.fields = self._merged(plan.focus_fields, [tuple(fields)] if fields else [])
        self.first = self._first_start()
        self.lasts = self._lasts()
        self.people = self._provided(given.people, "count")
        self.money = N if isinstance(given.funds, Unclear) else self._provided(self.funds, "amount")
        self.goods = some(given.goods, lambda goods: stated(goods.name)) if given.goods is not None else N

    @staticmethod
    def _merged(top: Any, parts: Iterable[Any]) -> Any:
        said = [part for part in (top, *parts) if part is not None]
        whole = tuple(element for part in said for element in part)
        return whole if whole else () if said else None

    @staticmethod
    def _provided(parts: Any, name: str) -> Outcome:
        return some(parts, lambda part: above(getattr(part, name)))

    def _first_start(self) -> Days:
        start, end = self.plan.period.start, self.plan.period.end
        usual = Days(start.first if start else date.min, end.last if end else date.max)
        starts = [m.start or usual for m in self.measures] or [usual]
        return Days(min(one.first for one in starts), min(one.last for one in starts))

    def _lasts(self) -> Outcome:
        kept = stated(self.plan.long_term)
        until = self.plan.follow_up.until
        if kept == S or until is None:
            return any_of(kept, N)
        period = self.plan.period.end
        ends = [m.end or period for m in self.measures] + ([period] if period else [])
        truths = {None if end is None else _before(end, until) for end in ends}
        return any_of(kept, of(False if False in truths else None if None in truths else True))

    def own(self, measure: Measure, name: str) -> Any:
        """Return a measure's own answer, else the plan's."""
        mine = getattr(measure, name)
        return mine if mine is not None else getattr(self.plan, name)

    def supports(self, measure: Measure, silent: Outcome) -> Outcome:
        """Judge whether a measure is given anything; an only measure has the plan's resources."""
        found = [above(measure.people, silent), above(measure.budget, silent)]
        found.append(some(measure.goods, lambda _goods: S, silent))
        if len(self.measures) == 1:
            given = self.plan.resources
            found += [
                self.people if given.people is not None else silent,
                self.money if given.funds is not None else silent,
            ]
            found += [self.goods if given.goods is not None else silent, stated(given.technology, silent)]
        return any_of(*found)


def _before(one: Days, other: Days) -> bool | None:
    return True if one.last < other.first else False if one.first >= other.last else None


def _near(read: Read, liaison: Liaison) -> Outcome:
    if any(
        p.code.startswith(liaison.region.code) or liaison.region.code.startswith(p.code) or p.is_municipality
        for p in read.regions or ()
    ):
        return S
    return N if read.regions is None else U


def liaison(read: Read) -> Outcome:
    if not read.plan.liaisons:
        return OFF
    kinds = ("county_poverty_office", "township_government", "village_committee")
    if not any(body.kind in kinds for body in read.plan.liaisons):
        return OFF
    return some(read.plan.liaisons, lambda body: all_of(of(body.kind in kinds), _near(read, body)))


def mobilize(read: Read) -> Outcome:
    online = read.plan.online_volunteers
    return any_of(above(online.target), above(online.registered, U), stated(online.how, U))


def contributes(read: Read) -> Outcome:
    given = read.plan.resources
    return any_of(
        read.people, read.money, read.goods, stated(given.technology), *(_gives(m) for m in read.measures)
    )


def _gives(measure: Measure) -> Outcome:
    return any_of(above(measure.people, U), above(measure.budget, U), some(measure.goods, lambda _g: S, U))


def focus(read: Read) -> Outcome:
    return any_of(*(all_of(_matters(read, m), read.supports(m, N)) for m in read.measures))


def _matters(read: Read, measure: Measure) -> Outcome:
    deep = some(read.own(measure, "regions"), lambda place: of(place.is_deep))
    return any_of(deep, listed(read.own(measure, "target_groups"), lambda _word: True))


def cooperate(read: Read) -> Outcome:
    office = some(read.plan.liaisons, lambda body: of(body.kind == "county_poverty_office"), U)
    return any_of(stated(read.plan.coordination), office)


def place(read: Read) -> Outcome:
    return some(read.regions, lambda one: N if one.is_municipality else S, U)


def survey(read: Read) -> Outcome:
    asked = read.plan.survey
    if asked.method is None:
        by_visit = stated(asked.date)
    else:
        parts = re.split("[，。；、]", asked.method)
        by_visit = of(
            True if any(_VISIT.search(part) and not _DOUBT.search(part) for part in parts) else None
        )
    in_time = S if asked.date is None or asked.date.last <= read.first.first else N
    return all_of(by_visit, in_time)


def expertise(read: Read) -> Outcome:
    maker = read.plan.organization
    category = _CATEGORIES[maker.category]
    named = {field.id for field in maker.fields or ()}
    whole = read.plan.focus_fields or ()

    def is_own(measure: Measure) -> Outcome:
        field = measure.field or (whole[0] if len(whole) == 1 else None)
        activity = listed(measure.activities, lambda word: word.article == category.article, U)
        if field is None:
            return any_of(activity, N)
        if field.id is not None and (field.id in named or field.id == category.natural_field):
            return S
        return any_of(activity, U if named and field.id is not None else N)

    return any_of(*map(is_own, read.measures))


def targets(read: Read) -> Outcome:
    return all_of(*(stated(read.own(m, "target_groups"), U) for m in read.measures))


def projects(read: Read) -> Outcome:
    silent = U if read.regions is None else N

    def is_project(measure: Measure) -> Outcome:
        said = (measure.people, measure.budget, measure.goods)
        whole = read.plan.resources if len(read.measures) == 1 else None
        said += (whole.people, whole.funds, whole.goods, whole.technology) if whole else ()  # type: ignore[assignment]
        supplied = read.supports(measure, N if all(one is None for one in said) else U)
        return all_of(stated(read.own(measure, "regions"), silent), supplied)

    return all_of(*map(is_project, read.measures))


def pooling(read: Read) -> Outcome:
    given, found = read.plan.resources, []
    budgets = [m.budget for m in read.measures if m.budget is not None]
    if budgets and given.funds is not None:
        funds = total(fund.amount for fund in read.funds) if read.funds is not None else Number(0, None)
        found.append(of(at_most(total(budgets), funds)))
    people = [m.people for m in read.measures if m.people is not None]
    if people and given.people is not None:
        staff = total(one.count for one in given.people)
        found += [of(at_most(one, staff)) for one in people]
    return all_of(*found) if found else N


def innovation(read: Read) -> Outcome:
    ways = ("new-information-technology", "new-management", "new-marketing")
    return any_of(*(listed(m.activities, lambda word: word.id in ways) for m in read.measures))


def in_advance(read: Read) -> Outcome:
    dated = read.plan.dated
    if dated is None:
        return N
    return S if dated.last < read.first.first else U if read.first.last < dated.first else N


def people(read: Read) -> Outcome:
    mine = some(read.plan.resources.people, lambda one: stated(one.count), U, S)
    return any_of(mine, *(stated(m.people, U) for m in read.measures))


def funds(read: Read) -> Outcome:
    given = read.plan.resources.funds
    mine = N if isinstance(given, Unclear) else some(given, lambda one: stated(one.amount), U, S)
    return any_of(mine, *(stated(m.budget, U) for m in read.measures))


def goods(read: Read) -> Outcome:
    silent = U if people(read) == U and funds(read) == U else N
    mine = some(read.plan.resources.goods, lambda _one: S, silent, S)
    return any_of(mine, *(some(m.goods, lambda _one: S, U, S) for m in read.measures))


def _recurs(interval: str | None, read: Read) -> Outcome:
    if interval == "once":
        start, end = read.plan.period.start, read.plan.period.end
        if start is None or end is None:
            return N
        year, month, day = start.last.year + 1, start.last.month, start.last.day
        return U if (end.first.year, end.first.month, end.first.day) >= (year, month, day) else N
    return N if interval is None else U if interval == "irregular" else of(interval in _RECURRING)


def supervision(read: Read) -> Outcome:
    return _recurs(read.plan.supervision.interval, read)


def at_risk(read: Read) -> Outcome:
    wanted = "marginal_or_monitored_household"
    return some(read.groups, lambda word: S if word.id == wanted else N, N, N)


def follow_up(read: Read) -> Outcome:
    asked = read.plan.follow_up
    often = N if asked.interval in (None, "regular") else of(asked.interval in _QUARTERLY)
    return all_of(often, stated(asked.methods))


def _reports(read: Read, recipient: str) -> Outcome:
    if not read.plan.reports:
        return N if read.plan.reports is None else U
    maker = read.plan.organization
    one, other = maker.supervisory_unit, maker.registration_authority
    names = {recipient, one if recipient == "supervisory_unit" else other}
    if one is not None and one == other:
        names = {"supervisory_unit", "registration_authority", one}
    found = [_recurs(report.interval, read) for report in read.plan.reports if names & {*report.to}]
    return any_of(*found) if found else N


def key_regions(read: Read) -> Outcome:
    return some(read.regions, lambda one: of(one.is_key), U)


def key_groups(read: Read) -> Outcome:
    return listed(read.groups, lambda word: None if word.is_special else True, U)


def key_fields(read: Read) -> Outcome:
    return listed(read.fields, lambda _word: True, U)


def main_effort(read: Read) -> Outcome:
    budgets = [m.budget.low if m.budget and m.budget.low == m.budget.high else None for m in read.measures]
    known = [budget for budget in budgets if budget is not None]
    weights = known if len(known) == len(budgets) and sum(known) else [1] * len(budgets)
    in_key = for_groups = lost = 0
    for weight, measure in zip(weights, read.measures, strict=True):
        places, groups = read.own(measure, "regions"), read.own(measure, "target_groups")
        group = listed(groups, lambda word: None if word.is_special else True)
        in_key += weight * (every(places, lambda one: of(one.is_key)) == S)
        for_groups += weight * (group == S)
        lost += weight * (group == U and some(places, lambda one: of(one.is_key)) == U)
    return U if 2 * lost >= sum(weights) else S if 2 * min(in_key, for_groups) > sum(weights) else N


def results_and_lasting(read: Read) -> Outcome:
    return all_of(*(stated(m.results) for m in read.measures), read.lasts)


_FACES = ("care-visit", "8.clinics", "9.activities", "9.social-work", "11.records", "13.holidays")


def warmth(read: Read) -> Outcome:
    material = [read.money, read.goods]
    for measure in read.measures:
        material += [above(measure.budget, U), some(measure.goods, lambda _one: S, U)]
    swapped = {S: U, U: S, N: N}
    material.append(all_of(swapped[read.money], swapped[read.goods], _sends(read)))
    visits = some(read.plan.follow_up.methods, lambda method: of(method == "visit"))
    faces = [listed(m.activities, lambda word: word.id in _FACES) for m in read.measures]
    return all_of(any_of(*material), any_of(visits, *faces))


def _sends(read: Read) -> Outcome:
    return any_of(read.people, *(above(m.people, U) for m in read.measures))


def _insures(read: Read, silent: Outcome) -> Outcome:
    insurance, staff = read.plan.safety.insurance, read.plan.resources.people
    if insurance.kind is None and insurance.insured is None:
        return silent
    kind = N if insurance.kind is None else S if insurance.kind == "accident" else N
    if insurance.insured is None:
        return all_of(kind, N)
    if staff:
        return all_of(kind, of(at_most(total(one.count for one in staff), insurance.insured)))
    each = [True if m.people is None else at_most(m.people, insurance.insured) for m in read.measures]
    return all_of(kind, above(insurance.insured) if all(each) else N)


def safety(read: Read) -> Outcome:
    if _sends(read) == U:
        return OFF
    return any_of(stated(read.plan.safety.measures), _insures(read, U))


def insurance(read: Read) -> Outcome:
    return OFF if _sends(read) == U else _insures(read, N)


RULES: dict[str, Callable[[Read], Outcome]] = {
    "5.1.liaison": liaison,
    "5.2.mobilize": mobilize,
    "5.3.capability": contributes,
    "5.3.focus": focus,
    "5.3.cooperate": cooperate,
    "5.4.place": place,
    "5.4.survey": survey,
    "5.4.needs": lambda read: stated(read.plan.survey.needs),
    "5.4.causes": lambda read: stated(read.plan.survey.causes),
    "5.5.expertise": expertise,
    "5.5.targets": targets,
    "5.5.projects": projects,
    "5.6.pooling": pooling,
    "5.6.innovation": innovation,
    "5.7.annual-plan": lambda read: stated(read.plan.in_annual_plan),
    "5.7.in-advance": in_advance,
    "5.7.people": people,
    "5.7.funds": funds,
    "5.7.goods": goods,
    "5.7.supervision": supervision,
    "5.8.long-term": lambda read: read.lasts,
    "5.8.at-risk": at_risk,
    "5.8.follow-up": follow_up,
    "5.9.cases": lambda read: stated(read.plan.experience),
    "5.9.report-supervisor": lambda read: _reports(read, "supervisory_unit"),
    "5.9.report-registrar": lambda read: _reports(read, "registration_authority"),
    "18.1.contribute": contributes,
    "18.2.regions": key_regions,
    "18.2.groups": key_groups,
    "18.2.fields": key_fields,
    "18.2.main-effort": main_effort,
    "18.3.long-term": results_and_lasting,
    "18.4.warmth": warmth,
    "18.5.safety": safety,
    "18.5.insurance": insurance,
}


def check(line: bytes) -> list[Outcome]:
    """Return what each rule finds in a plan."""
    read = Read(Plan.model_validate_json(line))
    return [rule(read) for rule in RULES.values()]
