"""Waivers 「豁免」 that the command line names."""

from collections.abc import Iterable

from cq_fupin.checking.report import Report
from cq_fupin.checking.waiving import concerning
from cq_fupin.cli.language import Language
from cq_fupin.cli.sources import complain_of
from cq_fupin.cli.streams import complain
from cq_fupin.models.waiver import Waiver
from cq_fupin.reading.waivers import read_waivers
from cq_fupin.telling.masking import masked
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import Fault, FupinError, InvalidWaiver
from cq_fupin.words.message import say


def waivers_of(path: str | None, language: Language) -> tuple[Waiver, ...]:
    """Return the waivers in a file, if one is named.

    Raises:
        FupinError: It can't be used; all that is wrong with it has been written to standard error.
    """
    try:
        return () if path is None else read_waivers(path)
    except InvalidWaiver as error:
        faults = error.faults
    except OSError as error:
        faults = (Fault(no_access(error)),)
    for fault in faults:
        complain_of(fault, str(path), language)
    raise FupinError(say("豁免文件不能用，没有核对任何方案"))


def complain_of_idle(waivers: Iterable[Waiver], reports: Iterable[Report], language: Language) -> None:
    """Tell which waivers name a plan that is none of those checked: no report speaks of them."""
    told = tuple(reports)
    for waiver in waivers:
        if not any(concerning((waiver,), report.plan, report.source) for report in told):
            idle = say("豁免“{rule}”没有用到：没有方案“{plan}”", rule=waiver.rule, plan=waiver.plan)
            complain(masked(language.tell(idle)))
