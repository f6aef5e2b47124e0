"""A registry of plans as it might stand in a bureau: made up, deterministic, and as varied as plans are.

Each plan is a line of canonical JSON of two to three kilobytes. Seven in ten have a defect: a section left
out, an answer that is none or not settled, a date in the wrong order, a budget above the funds, a place that
is no key place, a word outside the lists.
"""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

import cq_fupin
from cq_fupin.models.vocabulary import Vocabulary

Tree = dict[str, Any]

_SHARE_WITH_DEFECT = 0.7
_TRADES = (
    "中药材", "茶叶", "柑橘", "脆李", "生猪", "辣椒", "花椒", "榨菜", "蚕桑", "中蜂", "乡村旅游", "物流", "建筑", "家政",
    "电子商务", "餐饮", "教育", "护理", "康复", "青年志愿", "老年健康", "法律服务", "软件", "环境保护",
)  # fmt: skip
_KINDS = {
    "trade_association": ("行业协会", "商会"),
    "education": ("教育学会", "职业培训学校"),
    "medical": ("医学会", "医院协会"),
    "volunteer": ("志愿者协会", "社工服务中心"),
    "other": ("联合会", "基金会"),
}
_UNITS = (
    "市农业农村委员会",
    "市教育委员会",
    "市卫生健康委员会",
    "市民政局",
    "市商务委员会",
    "市文化和旅游发展委员会",
)
_THINGS = (
    "种植技术培训",
    "示范基地",
    "助学活动",
    "义诊",
    "走访慰问",
    "消费帮扶",
    "就业招聘会",
    "电商直播",
    "养殖技术指导",
)
_NEEDS = (
    "缺少种植技术",
    "销路不稳",
    "缺少劳动力",
    "就医不便",
    "孩子上学负担重",
    "产业单一",
    "道路不畅",
    "缺少启动资金",
)
_CAUSES = (
    "因病致贫",
    "因学致贫",
    "缺技术",
    "缺资金",
    "自身发展动力不足",
    "产业单一",
    "劳动力外出",
    "自然条件差",
)
_METHODS = ("入户走访", "实地走访", "入户走访并与村委会座谈", "走访农户、召开院坝会", "电话走访", "问卷")
_ROLES = ("技术员", "志愿者", "医生", "教师", "项目负责人", "会计", "驾驶员", "社工")
_GOODS = (("种苗", "株"), ("化肥", "吨"), ("图书", "册"), ("书包", "个"), ("大米", "公斤"), ("药品", "盒"))
_WAYS = ("在工作群发动", "会员大会上动员", "由党支部组织注册", "逐人指导注册")
_LASTING = (
    "与村集体签订三年保底收购协议，每年回访两次，协议到期前商定续签", "设立常年联系点，每年安排专项经费",
    "培养本地技术骨干，建立远程咨询群", "成立专业合作社，按股分红，第二年起逐步移交村集体管理",
)  # fmt: skip


def registry(number: int, *, seed: int = 2020) -> Iterator[bytes]:
    """Yield so many plans, each as a line of canonical JSON."""
    random = Random(seed)
    for index in range(number):
        yield json.dumps(_plan(random, index), ensure_ascii=False, separators=(",", ":")).encode()


def _plan(random: Random, index: int) -> Tree:
    tree = _whole(random, index)
    if random.random() < _SHARE_WITH_DEFECT:
        for defect in random.sample(_DEFECTS, random.choice((1, 1, 2, 3))):
            defect(random, tree)
    return tree


def _whole(random: Random, index: int) -> Tree:
    category = random.choice(tuple(_KINDS))
    trade, place = random.choice(_TRADES), random.choice(_places())
    begin = date(2020, 3, 1) + timedelta(days=random.randrange(240))
    end = begin + timedelta(days=random.choice((180, 240, 364, 730)))
    measures = [_measure(random, place, begin, end) for _ in range(random.choice((2, 3, 3, 4)))]
    people = [{"role": role, "count": random.randint(3, 12)} for role in random.sample(_ROLES, 2)]
    name = f"{place.lineage[-2].name[:2]}{trade}{random.choice(_KINDS[category])}"
    return {
        "format": "cq-fupin-plan/1",
        "title": f"{name}{begin.year}年{place.short_name}帮扶方案（第{index + 1}号）",
        "organization": {
            "name": name,
            "category": category,
            "fields": [random.choice(_ids(cq_fupin.load_guideline().focus_fields))],
            "supervisory_unit": f"重庆{random.choice(_UNITS)}",
            "registration_authority": "重庆市民政局",
        },
        "dated": _day(begin, -random.randint(5, 40)),
        "period": {"start": begin.isoformat(), "end": end.isoformat()},
        "in_annual_plan": True,
        "regions": [place.code],
        "target_groups": ["registered_poor_household", "marginal_or_monitored_household"],
        "focus_fields": random.sample(_ids(cq_fupin.load_guideline().focus_fields), random.choice((1, 1, 2))),
        "liaisons": [_liaison(random, place)],
        "survey": _survey(random, begin),
        "measures": measures,
        "resources": {
            "people": people,
            "funds": [
                {"source": "会费", "amount": sum(m.get("budget", 0) for m in measures) + 1000 * random.randrange(40)},
                {"source": "会员捐赠", "amount": 500 * random.randint(1, 60)},
            ],
            "goods": [_goods(random)],
            "technology": [f"{trade}技术培训"],
        },
        "online_volunteers": {"registered": random.randint(1, 60), "target": random.randint(10, 120), "how": random.choice(_WAYS)},
        "coordination": f"与{place.lineage[-2].name}扶贫开发办公室{random.choice(('每季度', '每月', '每半年'))}会商",
        "supervision": {"interval": random.choice(("monthly", "quarterly", "half_yearly")), "by": "秘书处", "indicators": ["成活率", "户均增收额"]},
        "follow_up": {"interval": random.choice(("monthly", "quarterly")), "methods": ["visit", "phone"], "until": _day(end, 60)},
        "long_term": random.choice(_LASTING),
        "reports": [
            {"to": ["supervisory_unit"], "interval": random.choice(("quarterly", "half_yearly"))},
            {"to": ["registration_authority"], "interval": "yearly"},
        ],
        "experience": f"年底提炼{trade}帮扶典型案例{random.choice('一二三')}篇",
        "safety": {
            "measures": ["行前安全培训", "统一乘车"],
            "insurance": {"kind": "accident", "insured": sum(staff["count"] for staff in people)},
        },
    }  # fmt: skip


def _measure(random: Random, place: cq_fupin.Region, begin: date, end: date) -> Tree:
    start = begin + timedelta(days=random.randrange(60))
    households = random.randint(5, 90)
    measure: Tree = {
        "title": f"{place.short_name}{random.choice(_THINGS)}",
        "field": random.choice(_ids(cq_fupin.load_guideline().focus_fields)),
        "activities": _activities(random),
        "regions": [random.choice((place, *place.children[:3])).code],
        "target_groups": [random.choice(_ids(cq_fupin.load_guideline().target_groups))],
        "start": start.isoformat(),
        "end": min(end, start + timedelta(days=random.randint(30, 300))).isoformat(),
        "budget": 500 * random.randint(4, 300),
        "people": random.randint(1, 5),
        "results": [f"带动贫困户{households}户", f"户均增收{100 * random.randint(5, 40)}元"],
    }  # fmt: skip
    if random.random() < 0.3:
        measure["goods"] = [_goods(random)]
    return measure


def _activities(random: Random) -> list[str]:
    known = _ids(cq_fupin.load_guideline().activities)
    return [*random.sample(known, random.randint(1, 4)), "care-visit"]


def _liaison(random: Random, place: cq_fupin.Region) -> Tree:
    district = place.lineage[-2]
    return {
        "unit": f"{district.name}扶贫开发办公室",
        "kind": "county_poverty_office",
        "region": district.code,
        "phone": f"023-5{random.randrange(10**7):07d}",
    }


def _survey(random: Random, begin: date) -> Tree:
    return {
        "date": _day(begin, -random.randint(3, 60)),
        "method": random.choice(_METHODS[:4]),
        "needs": random.sample(_NEEDS, 2),
        "causes": random.sample(_CAUSES, 2),
    }


def _goods(random: Random) -> Tree:
    name, unit = random.choice(_GOODS)
    return {"name": name, "quantity": random.randint(2, 3000), "unit": unit}


def _day(day: date, days: int) -> str:
    return (day + timedelta(days=days)).isoformat()


@cache
def _places() -> tuple[cq_fupin.Region, ...]:
    """The key places, most of them villages; each stands for its township as well."""
    regions = cq_fupin.load_guideline().regions
    villages = regions.designated(cq_fupin.Designation.DESIGNATED_VILLAGE)
    townships = regions.designated(cq_fupin.Designation.DEEP_POVERTY_TOWNSHIP)
    counties = regions.designated(cq_fupin.Designation.NATIONAL_KEY_COUNTY)
    return (*villages, *(townships * 5), *(town for county in counties for town in county.children))


@cache
def _elsewhere() -> tuple[cq_fupin.Region, ...]:
    return tuple(region for region in cq_fupin.load_guideline().regions if not region.designated)


@cache
def _ids(vocabulary: Vocabulary[Any]) -> tuple[str, ...]:
    return tuple(entry.id for entry in vocabulary)


def _without(*names: str) -> Callable[[Random, Tree], None]:
    return lambda _random, tree: _drop(tree, names)


def _drop(tree: Tree, names: tuple[str, ...]) -> None:
    *above, last = names
    for name in above:
        tree = tree.get(name, {})
    tree.pop(last, None)


def _in_measure(name: str, *values: Any) -> Callable[[Random, Tree], None]:
    """Change one measure: another value, or None for silence."""

    def change(random: Random, tree: Tree) -> None:
        measure = random.choice(tree["measures"])
        measure[name] = random.choice(values)
        if measure[name] is None:
            del measure[name]

    return change


def _is(value: Any, *names: str) -> Callable[[Random, Tree], None]:
    def change(_random: Random, tree: Tree) -> None:
        *above, last = names
        for name in above:
            tree = tree.setdefault(name, {})
        tree[last] = value

    return change


def _moved(random: Random, tree: Tree) -> None:
    place = random.choice(_elsewhere())
    tree["regions"] = [place.code]
    for measure in tree["measures"]:
        measure["regions"] = [place.code]


def _late(random: Random, tree: Tree) -> None:
    day = random.choice(("2021-12", "2022-03-01"))
    if random.random() < 0.5:
        tree["dated"] = day
    else:
        tree["survey"] = {"date": day, "method": random.choice(_METHODS)}


def _too_dear(random: Random, tree: Tree) -> None:
    tree["measures"][0]["budget"] = 50_000 * random.randint(20, 90)


def _too_few_insured(random: Random, tree: Tree) -> None:
    tree.setdefault("safety", {})["insurance"] = {"kind": "accident", "insured": random.randint(1, 5)}


_DEFECTS: tuple[Callable[[Random, Tree], None], ...] = (
    _without("liaisons"), _without("survey"), _without("survey", "causes"), _without("survey", "needs"),
    _without("resources", "goods"), _without("resources", "people"), _without("resources", "funds"),
    _without("online_volunteers"), _without("coordination"), _without("supervision"), _without("follow_up"),
    _without("long_term"), _without("reports"), _without("experience"), _without("safety"), _without("dated"),
    _without("in_annual_plan"), _without("period"), _without("target_groups"), _without("organization", "supervisory_unit"),
    _in_measure("budget", None, 0), _in_measure("people", None, 0, {"at_least": 3}), _in_measure("start", None, "2020-05"),
    _in_measure("regions", None, [], ["500000"]), _in_measure("target_groups", None, ["低保户"]),
    _in_measure("results", None, []), _in_measure("activities", ["电商"], None), _in_measure("field", None, "rural"),
    _is(False, "in_annual_plan"), _is([], "resources", "goods"), _is({"unclear": "待定"}, "resources", "funds"),
    _is({"unclear": "待定"}, "long_term"), _is("once", "supervision", "interval"), _is("irregular", "follow_up", "interval"),
    _moved, _late, _too_dear, _too_few_insured,
)  # fmt: skip
