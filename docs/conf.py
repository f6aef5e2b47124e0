"""Configuration of the documentation.

sphinx-build -n -W docs docs/_build/html
sphinx-build -n -W -D language=en docs docs/_build/html/en
"""

import sys
from pathlib import Path

import cq_fupin

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "cq-fupin"
author = "cq_fupin"
copyright = "2026, cq_fupin"
version = release = cq_fupin.__version__
# Pages are Chinese; their English is in one catalogue for each page (nox -s docs-messages).
language = "zh_CN"
locale_dirs = ["locale"]
gettext_compact = False
gettext_location = False

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "cq_fupin.sphinx",
    "tables_of_the_library",
    "sidebar",
    "public_names",
    "two_languages",
    "example_reports",
    "chinese_search",
    "in_print",
]
exclude_patterns = ["_build", "examples", "locale"]
templates_path = ["_templates"]

# Every article, rule, vocabulary and district a page, made from the data.
fupin_pages = "reference/guideline"

html_theme = "furo"
html_title = "cq-fupin"
html_show_sourcelink = False
html_search_language = "zh"  # in both languages, since the guideline is Chinese in both
html_static_path = ["_static"]
html_css_files = ["languages.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/language.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_class_signature = "mixed"
napoleon_use_ivar = True
python_use_unqualified_type_names = True
# The standard library, attrs, Arrow and Spark are not linked, since a build needs no network.
nitpick_ignore_regex = [
    (
        "py:.*",
        r"(?:datetime|decimal|collections|pathlib|os|enum|typing|functools|types|attrs?|cattrs|re|hypothesis|pyarrow)\b.*",
    )
]
