"""The documentation in print, by LaTeX: Chinese fonts, and words in place of pictures that it can't hold."""

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms.post_transforms import SphinxPostTransform

#: Fonts that are there are taken; those that every TeX with Chinese has are the last.
FONTS = r"""
\usepackage{xeCJK}
\IfFontExistsTF{Noto Serif CJK SC}
  {\setCJKmainfont{Noto Serif CJK SC}\setCJKsansfont{Noto Sans CJK SC}\setCJKmonofont{Noto Sans Mono CJK SC}}
  {\setCJKmainfont{FandolSong-Regular.otf}[BoldFont=FandolSong-Bold.otf,ItalicFont=FandolKai-Regular.otf]
   \setCJKsansfont{FandolHei-Regular.otf}[BoldFont=FandolHei-Bold.otf]\setCJKmonofont{FandolFang-Regular.otf}}
\IfFontExistsTF{DejaVu Sans Mono}{\setmonofont{DejaVu Sans Mono}[Scale=0.85]}{}
\IfFontExistsTF{DejaVu Serif}{\setmainfont{DejaVu Serif}[Scale=0.92]}{}
\usepackage{newunicodechar}
\IfFontExistsTF{DejaVu Sans}{\setsansfont{DejaVu Sans}[Scale=0.92]\newfontfamily\boxes{DejaVu Sans}
  \newunicodechar{☐}{{\boxes ☐}}\newunicodechar{☑}{{\boxes ☑}}\newunicodechar{☒}{{\boxes ☒}}}{}
\xeCJKDeclareCharClass{CJK}{"2460 -> "2473}
\xeCJKsetup{CJKmath=true,AutoFakeSlant=true,CheckSingle=true}
"""
#: What LaTeX calls chapters and the like.
CHINESE = r"""
\AtBeginDocument{\renewcommand{\contentsname}{目录}\renewcommand{\indexname}{索引}\renewcommand{\chaptername}{章}}
"""
#: Quotation marks are as narrow as those of English.
ENGLISH = r"""
\xeCJKDeclareCharClass{Default}{"2018 -> "201D, "2026}
"""


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the settings of LaTeX, and put words in place of pictures."""
    app.add_post_transform(WordsForPictures)
    app.connect("config-inited", set_latex)
    return {"parallel_read_safe": True}


def set_latex(_app: Sphinx, config: Config) -> None:
    """Set the engine, the fonts and the words of LaTeX; what conf.py says of its elements stays."""
    config.latex_engine = "xelatex"
    usual = {"fontpkg": FONTS, "papersize": "a4paper", "pointsize": "10pt", "extraclassoptions": "oneside"}
    usual["preamble"] = CHINESE if config.language.startswith("zh") else ENGLISH
    config.latex_elements = usual | dict(config.latex_elements)


class WordsForPictures(SphinxPostTransform):
    """Puts what a picture shows, in words, where it would stand: LaTeX takes no SVG."""

    default_priority = 190  # before images are converted, or found not to be supported
    builders = ("latex",)

    def run(self, **kwargs: object) -> None:
        """Replace the pictures."""
        del kwargs
        for image in list(self.document.findall(nodes.image)):
            if image["uri"].endswith(".svg"):
                words = nodes.emphasis("", image.get("alt", ""))
                within_line = isinstance(image.parent, nodes.TextElement)
                image.replace_self(words if within_line else nodes.paragraph("", "", words))
