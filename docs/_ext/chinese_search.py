"""Search of Chinese pages, by every two neighbouring characters.

Sphinx cuts Chinese into words by a dictionary in the index, but not in the query, so a query of two words
(三聚焦) finds nothing. Pairs of characters need no dictionary, and both sides make the same ones.
"""

import re
from itertools import pairwise

from sphinx.application import Sphinx
from sphinx.search.en import SearchEnglish

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
WORDS = re.compile(rf"[{HAN}]+|[^\W{HAN}]+")


def setup(app: Sphinx) -> dict[str, bool]:
    """Take the place of Sphinx's own search of Chinese."""
    app.add_search_language(SearchPairs)
    return {"parallel_read_safe": True}


class SearchPairs(SearchEnglish):
    """English words by their stems, Chinese by its pairs of characters."""

    lang = "zh"
    js_splitter_code = rf"""
var splitQuery = (query) =>
  (query.match(/[{HAN}]+|(?:(?![{HAN}])[\p{{L}}\p{{N}}_])+/gu) || []).flatMap((word) =>
    /[{HAN}]{{2}}/u.test(word)
      ? Array.from({{ length: word.length - 1 }}, (_, i) => word.slice(i, i + 2))
      : [word]
  );
"""

    def split(self, input: str) -> list[str]:
        """Cut a text into words and pairs of characters."""
        return [part for word in WORDS.findall(input) for part in parts_of(word)]


def parts_of(word: str) -> list[str]:
    """Return the pairs of characters of a Chinese word; any other word as it is."""
    if word[0] < "\u3400" or len(word) == 1:
        return [word]
    return ["".join(pair) for pair in pairwise(word)]
