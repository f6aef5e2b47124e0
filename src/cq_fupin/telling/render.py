"""Rendering: reports as text, behind one table of formats."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from cq_fupin.checking.report import Report
from cq_fupin.telling.batch import Batch
from cq_fupin.telling.translation import SOURCE
from cq_fupin.words.errors import Fault, FupinError
from cq_fupin.words.message import say

Renderer = Callable[[Batch], str]

#: Every format that is text, with the module that is loaded for it and the function there.
RENDERERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "text": ("cq_fupin.telling.text", "tell_text"),
        "json": ("cq_fupin.telling.json_report", "tell_json"),
        "html": ("cq_fupin.telling.html_report", "tell_html"),
        "markdown": ("cq_fupin.telling.markdown_report", "tell_markdown"),
        "sarif": ("cq_fupin.telling.sarif_report", "tell_sarif"),
        "junit": ("cq_fupin.telling.junit_report", "tell_junit"),
        "github": ("cq_fupin.telling.github_report", "tell_github"),
        "csv": ("cq_fupin.telling.csv_report", "tell_csv"),
    }
)
#: Every format that isn't: it goes to a file.
BINARY_RENDERERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"xlsx": ("cq_fupin.telling.xlsx_report", "tell_xlsx")}
)
FORMATS = (*RENDERERS, *BINARY_RENDERERS)
_LONGEST = 40


def render(
    report: Report,
    format: str,
    *,
    locale: str = SOURCE,
    source: str | None = None,
    width: int = 80,
    color: bool = False,
    verbose: bool = False,
) -> str:
    r"""Return a report in a format 「输出核对报告」, in a language such as zh or en_US.

    `source` is what the plan's document is called; `width`, `color` (by ANSI codes) and `verbose` (every
    finding with its evidence) are for the text that people read.

    Raises:
        FupinError: There is no such format or language.

    >>> from cq_fupin import check, parse_plan
    >>> report = check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml"))
    >>> print(render(report, "text").splitlines()[0])
    甲
    """
    named = [(source, report)]
    return render_all(named, format, locale=locale, width=width, color=color, verbose=verbose)


def render_all(
    reports: Iterable[tuple[str | None, Report]],
    format: str,
    *,
    errors: Iterable[tuple[str | None, Fault]] = (),
    locale: str = SOURCE,
    width: int = 80,
    color: bool = False,
    verbose: bool = False,
) -> str:
    """Return several reports in a format, and the faults of documents that are no plans.

    Each report and each fault stands with the name of its document; the rest is as in `render`.

    Raises:
        FupinError: There is no such format or language.
    """
    batch = Batch(tuple(reports), tuple(errors), locale, width=width, is_coloured=color, is_verbose=verbose)
    return renderer(format)(batch)


def render_bytes(report: Report, format: str, *, locale: str = SOURCE, source: str | None = None) -> bytes:
    r"""Return a report as the bytes of a file: a workbook (xlsx), or a text in UTF-8.

    Raises:
        FupinError: There is no such format or language.

    >>> from cq_fupin import check, parse_plan
    >>> report = check(parse_plan("标题: 甲\n组织: {名称: 乙, 类别: 其它各类}", "yaml"))
    >>> render_bytes(report, "xlsx")[:2]
    b'PK'
    """
    return render_all_bytes([(source, report)], format, locale=locale)


def render_all_bytes(
    reports: Iterable[tuple[str | None, Report]],
    format: str,
    *,
    errors: Iterable[tuple[str | None, Fault]] = (),
    locale: str = SOURCE,
) -> bytes:
    """Return several reports as the bytes of a file, and the faults of documents that are no plans.

    Raises:
        FupinError: There is no such format or language.
    """
    batch = Batch(tuple(reports), tuple(errors), locale)
    if format in BINARY_RENDERERS:
        return cast(Callable[[Batch], bytes], _loaded(BINARY_RENDERERS[format]))(batch)
    # What UTF-8 can't hold (half a character in a file's name) is escaped as JSON does.
    return renderer(format)(batch).encode("utf-8", "backslashreplace")


def renderer(format: str) -> Renderer:
    """Return what renders a format as text.

    Raises:
        FupinError: There is no such format, or it is no text.
    """
    if format in BINARY_RENDERERS:
        raise FupinError(say("格式“{format}”不是文字，只能写到文件：用 render_bytes", format=format))
    if format not in RENDERERS:
        raise FupinError(
            say("没有格式“{format}”，可以用的有：{formats}", format=format[:_LONGEST], formats=FORMATS)
        )
    return cast(Renderer, _loaded(RENDERERS[format]))


def _loaded(place: tuple[str, str]) -> object:
    module, name = place
    return getattr(import_module(module), name)
