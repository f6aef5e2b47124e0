"""Chongqing's 2020 guideline for social organizations, as data, models and a checker of help plans.

重庆市社会组织参与脱贫攻坚工作指引：数据、模型与帮扶方案核对。

Every name is loaded when it is first used, so that importing the package costs nothing.

>>> import cq_fupin as fupin
>>> fupin.load_guideline()["5.7"].citation.id
'art_5__item_7'
"""

from importlib import import_module

from cq_fupin.words.version import __version__

TYPE_CHECKING = False  # as type checkers know it; importing typing would double the time
if TYPE_CHECKING:
    from cq_fupin.checking.check import check
    from cq_fupin.checking.comparison import Change, Comparison, compare
    from cq_fupin.checking.finding import Finding
    from cq_fupin.checking.many import check_many
    from cq_fupin.checking.question import Question
    from cq_fupin.checking.receipt import Receipt, SupplementReceipt
    from cq_fupin.checking.record import (
        EvidenceRecord,
        FaultRecord,
        FindingRecord,
        ReportDocument,
        ReportRecord,
        WaiverNoteRecord,
        WaiverRecord,
    )
    from cq_fupin.checking.report import Conclusion, Report
    from cq_fupin.checking.result import Result
    from cq_fupin.checking.summary import PlanGroup, RuleCount, Summary, VillageCount, summarize
    from cq_fupin.checking.verification import Drift, Verification, verify
    from cq_fupin.checking.waiver_note import WaiverFlaw, WaiverNote
    from cq_fupin.models.amount import Amount, Count, Money
    from cq_fupin.models.contact import Contact
    from cq_fupin.models.guideline import Guideline
    from cq_fupin.models.interval import INTERVALS, Interval
    from cq_fupin.models.measure import Measure
    from cq_fupin.models.norm import Norm, Norms
    from cq_fupin.models.organization import CreditCode, Organization
    from cq_fupin.models.place import Place
    from cq_fupin.models.plan import Beneficiaries, HelpPlan, Period
    from cq_fupin.models.provision import Provision, Translation
    from cq_fupin.models.region import Designation, Region, RegionLevel
    from cq_fupin.models.region_facts import Discrepancy, FunctionalArea, Successor
    from cq_fupin.models.region_match import Ambiguous, Found, Match, MatchKind, Mention, NotFound
    from cq_fupin.models.regions import Regions
    from cq_fupin.models.remarks import Remarks
    from cq_fupin.models.requirement import Requirement
    from cq_fupin.models.resources import Fund, Goods, Resources, Staff
    from cq_fupin.models.sentence import Sentence, SentenceKind
    from cq_fupin.models.span import Span
    from cq_fupin.models.supplement import Clause, Supplement
    from cq_fupin.models.undertakings import (
        FollowUp,
        FollowUpMethod,
        Insurance,
        InsuranceKind,
        Liaison,
        OnlineVolunteers,
        Recipient,
        Reporting,
        Safety,
        Supervision,
        Survey,
    )
    from cq_fupin.models.vocabulary import (
        Activity,
        Choice,
        FocusField,
        LiaisonKind,
        OrganizationCategory,
        OrganizationTrait,
        TargetGroup,
        Vocabulary,
    )
    from cq_fupin.models.waiver import Waiver
    from cq_fupin.reading.converter import converter
    from cq_fupin.reading.guideline import load_guideline
    from cq_fupin.reading.plans import parse_plan, plan_format, read_plan
    from cq_fupin.reading.serializing import write_plan
    from cq_fupin.reading.waivers import parse_waivers, read_waivers
    from cq_fupin.reading.writing import unstructure
    from cq_fupin.rules.catalogue import RULES
    from cq_fupin.rules.installed import load_rules
    from cq_fupin.rules.judgment import Evidence, Judgment
    from cq_fupin.rules.rule import Rule, rule
    from cq_fupin.rules.rule_set import RuleSet
    from cq_fupin.telling.annotating.annotate import annotate
    from cq_fupin.telling.annotating.comment import Comment
    from cq_fupin.telling.annotating.report_comments import annotate_report
    from cq_fupin.telling.render import render, render_all, render_bytes
    from cq_fupin.telling.report_document import parse_report, read_report, write_report
    from cq_fupin.telling.result_document import parse_result, read_results
    from cq_fupin.telling.templates.template import write_template
    from cq_fupin.words.answer import Answer, Everyone, Nothing, Other, Unclear
    from cq_fupin.words.citation import Citation, cite
    from cq_fupin.words.errors import (
        Fault,
        FupinError,
        InvalidCitation,
        InvalidData,
        InvalidPlan,
        InvalidReport,
        InvalidRules,
        InvalidWaiver,
        UnknownProvision,
        UnknownRegion,
    )
    from cq_fupin.words.force import Force, Level, Weight
    from cq_fupin.words.message import Message
    from cq_fupin.words.outcome import Outcome

_MODULES = {
    "checking.check": ("check",),
    "checking.comparison": ("Change", "Comparison", "compare"),
    "checking.finding": ("Finding",),
    "checking.many": ("check_many",),
    "checking.question": ("Question",),
    "checking.receipt": ("Receipt", "SupplementReceipt"),
    "checking.record": (
        "EvidenceRecord", "FaultRecord", "FindingRecord", "ReportDocument", "ReportRecord",
        "WaiverNoteRecord", "WaiverRecord",
    ),
    "checking.report": ("Conclusion", "Report"),
    "checking.result": ("Result",),
    "checking.summary": ("PlanGroup", "RuleCount", "Summary", "VillageCount", "summarize"),
    "checking.waiver_note": ("WaiverFlaw", "WaiverNote"),
    "checking.verification": ("Drift", "Verification", "verify"),
    "models.amount": ("Amount", "Count", "Money"),
    "models.contact": ("Contact",),
    "models.guideline": ("Guideline",),
    "models.interval": ("INTERVALS", "Interval"),
    "models.measure": ("Measure",),
    "models.norm": ("Norm", "Norms"),
    "models.organization": ("CreditCode", "Organization"),
    "models.place": ("Place",),
    "models.plan": ("Beneficiaries", "HelpPlan", "Period"),
    "models.provision": ("Provision", "Translation"),
    "models.region": ("Designation", "Region", "RegionLevel"),
    "models.region_facts": ("Discrepancy", "FunctionalArea", "Successor"),
    "models.region_match": ("Ambiguous", "Found", "Match", "MatchKind", "Mention", "NotFound"),
    "models.regions": ("Regions",),
    "models.remarks": ("Remarks",),
    "models.requirement": ("Requirement",),
    "models.resources": ("Fund", "Goods", "Resources", "Staff"),
    "models.sentence": ("Sentence", "SentenceKind"),
    "models.span": ("Span",),
    "models.supplement": ("Clause", "Supplement"),
    "models.undertakings": (
        "FollowUp", "FollowUpMethod", "Insurance", "InsuranceKind", "Liaison", "OnlineVolunteers",
        "Recipient", "Reporting", "Safety", "Supervision", "Survey",
    ),
    "models.vocabulary": (
        "Activity", "Choice", "FocusField", "LiaisonKind", "OrganizationCategory", "OrganizationTrait",
        "TargetGroup", "Vocabulary",
    ),
    "models.waiver": ("Waiver",),
    "reading.converter": ("converter",),
    "reading.guideline": ("load_guideline",),
    "reading.plans": ("parse_plan", "plan_format", "read_plan"),
    "reading.serializing": ("write_plan",),
    "reading.waivers": ("parse_waivers", "read_waivers"),
    "reading.writing": ("unstructure",),
    "rules.catalogue": ("RULES",),
    "rules.installed": ("load_rules",),
    "rules.judgment": ("Evidence", "Judgment"),
    "rules.rule": ("Rule", "rule"),
    "rules.rule_set": ("RuleSet",),
    "telling.annotating.annotate": ("annotate",),
    "telling.annotating.comment": ("Comment",),
    "telling.annotating.report_comments": ("annotate_report",),
    "telling.render": ("render", "render_all", "render_bytes"),
    "telling.report_document": ("parse_report", "read_report", "write_report"),
    "telling.result_document": ("parse_result", "read_results"),
    "telling.templates.template": ("write_template",),
    "words.answer": ("Answer", "Everyone", "Nothing", "Other", "Unclear"),
    "words.citation": ("Citation", "cite"),
    "words.errors": (
        "Fault", "FupinError", "InvalidCitation", "InvalidData", "InvalidPlan", "InvalidReport",
        "InvalidRules", "InvalidWaiver", "UnknownProvision", "UnknownRegion",
    ),
    "words.force": ("Force", "Level", "Weight"),
    "words.message": ("Message",),
    "words.outcome": ("Outcome",),
}  # fmt: skip
_HOME = {name: module for module, names in _MODULES.items() for name in names}

# Written out, since type checkers take no other list of what is public.
__all__ = [
    "INTERVALS", "RULES", "Activity", "Ambiguous", "Amount", "Answer", "Beneficiaries", "Change", "Choice",
    "Citation", "Clause", "Comment", "Comparison", "Conclusion", "Contact", "Count", "CreditCode",
    "Designation", "Discrepancy", "Drift", "Everyone", "Evidence", "EvidenceRecord", "Fault", "FaultRecord",
    "Finding", "FindingRecord", "FocusField", "FollowUp", "FollowUpMethod", "Force", "Found",
    "FunctionalArea", "Fund", "FupinError", "Goods", "Guideline", "HelpPlan", "Insurance", "InsuranceKind",
    "Interval", "InvalidCitation", "InvalidData", "InvalidPlan", "InvalidReport", "InvalidRules",
    "InvalidWaiver", "Judgment", "Level", "Liaison", "LiaisonKind", "Match", "MatchKind", "Measure",
    "Mention", "Message", "Money", "Norm", "Norms", "NotFound", "Nothing", "OnlineVolunteers", "Organization",
    "OrganizationCategory", "OrganizationTrait", "Other", "Outcome", "Period", "Place", "PlanGroup", "Provision",
    "Question", "Receipt", "Recipient", "Region", "RegionLevel", "Regions", "Remarks", "Report",
    "ReportDocument", "ReportRecord", "Reporting", "Requirement", "Resources", "Result", "Rule", "RuleCount", "RuleSet", "Safety",
    "Sentence", "SentenceKind", "Span", "Staff", "Successor", "Summary", "Supervision", "Supplement",
    "SupplementReceipt", "Survey", "TargetGroup", "Translation", "Unclear", "UnknownProvision", "UnknownRegion",
    "Verification", "VillageCount", "Vocabulary", "Waiver", "WaiverFlaw", "WaiverNote", "WaiverNoteRecord", "WaiverRecord",
    "Weight", "__version__", "annotate", "annotate_report", "check", "check_many", "cite", "compare", "converter",
    "load_guideline", "load_rules", "parse_plan", "parse_report", "parse_result", "parse_waivers", "plan_format", "read_plan", "read_report",
    "read_results", "read_waivers", "render", "render_all", "render_bytes", "rule", "summarize", "unstructure", "verify", "write_plan",
    "write_report", "write_template",
]  # fmt: skip


if (
    not TYPE_CHECKING
):  # pragma: no branch - type checkers see the imports, and tell of names that there aren't

    def __getattr__(name: str) -> object:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
