"""Reports 「报告」: the JSON reports that the command line names."""

import os

from cq_fupin.checking.record import ReportDocument
from cq_fupin.cli.language import Language
from cq_fupin.cli.sources import complain_of
from cq_fupin.cli.streams import complain, visible
from cq_fupin.telling.report_document import read_report
from cq_fupin.words.access import no_access
from cq_fupin.words.errors import InvalidReport


def read(language: Language, path: str) -> ReportDocument | None:
    """Return the report that a file is; where it is none, tell what is wrong with it and return nothing."""
    try:
        if os.path.isdir(path):  # noqa: PTH112 (pathlib takes time to import)
            raise IsADirectoryError
        return read_report(path)
    except OSError as error:
        complain(f"{visible(path)}: {language.tell(no_access(error))}")
    except InvalidReport as error:
        for fault in error.faults:
            complain_of(fault, path, language)
    return None
