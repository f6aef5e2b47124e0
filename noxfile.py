"""The checks of this project: `nox` runs those that need nothing but Python and pip.

nox -l lists them. Interpreters that the machine doesn't have are left out, and said to be.
"""

from pathlib import Path

import nox

PYTHONS = ["3.11", "3.12", "3.13", "3.14"]
SOURCES = ("src", "tests", "tools", "docs", "benchmarks", "noxfile.py")

PROOF = """
import sys
from pathlib import Path
import cq_fupin as fupin
home = Path(fupin.__file__).parent
assert "site-packages" in home.parts, home
assert (home / "py.typed").exists() and list(home.rglob("*.mo")) and list(home.rglob("*.csv"))
assert fupin.check(fupin.read_plan(sys.argv[1])).conclusion is fupin.Conclusion.CONFORMS
assert "</style>" in fupin.render(fupin.check(fupin.read_plan(sys.argv[1])), "html")
print("installed and used from", home)
"""

#: What looks at the sources alone: for these the package isn't installed.
LINTERS = nox.project.load_toml("pyproject.toml")["project"]["optional-dependencies"]["lint"]

nox.needs_version = ">=2024.4.15"
# The oldest Python runs the tests under coverage.
nox.options.sessions = [
    *(f"tests-{python}" for python in PYTHONS[1:]),
    *("coverage", "types", "lint", "layers", "docs", "data", "messages", "package", "spark"),
]
nox.options.error_on_missing_interpreters = False
nox.options.reuse_venv = "yes"


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and the doctests."""
    session.install("-e", ".[tests]")
    session.run("python", "-m", "pytest", *session.posargs)


@nox.session(python=PYTHONS[0])
def coverage(session: nox.Session) -> None:
    """Run the tests and see that they reach every branch."""
    session.install("-e", ".[tests]")
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-p", "no:cacheprovider", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types, as mypy and as pyright see them."""
    session.install("-e", ".[types]")
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--ignoreexternal", "--verifytypes", "cq_fupin")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format; `nox -s lint -- --fix` mends what can be mended."""
    session.install(*LINTERS)
    is_fixing = "--fix" in session.posargs
    session.run("ruff", "check", *(["--fix"] if is_fixing else []), *SOURCES)
    session.run("ruff", "format", *([] if is_fixing else ["--check"]), *SOURCES)


@nox.session
def layers(session: nox.Session) -> None:
    """See that imports only go down the floors."""
    session.install(*LINTERS)
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": "src"})


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation in both languages; a warning is an error, and so is a missing translation."""
    session.install("-e", ".[docs]")
    session.run("python", "tools/update_docs_catalogues.py", "--check")
    for language, folder in (("zh_CN", "docs/_build/html"), ("en", "docs/_build/html/en")):
        options = ("-n", "-W", "--keep-going", "-q", "-D", f"language={language}")
        session.run("sphinx-build", *options, *session.posargs, "docs", folder)


@nox.session(default=False)
def pdf(session: nox.Session) -> None:
    """Make the documentation a PDF in both languages; it needs XeLaTeX with Chinese, latexmk and xindy."""
    session.install("-e", ".[docs]")
    for language in ("zh_CN", "en"):
        options = ("-q", "-D", f"language={language}")
        session.run("sphinx-build", "-M", "latexpdf", "docs", f"docs/_build/pdf/{language}", *options)


@nox.session(name="docs-messages", default=False)
def docs_messages(session: nox.Session) -> None:
    """Bring the catalogues of the documentation up to its pages; what is new is left to translate."""
    session.install("-e", ".[docs]")
    session.run("python", "tools/update_docs_catalogues.py")


@nox.session
def data(session: nox.Session) -> None:
    """See that the bundled data are those that SOURCES.toml names, and that every rule is complete."""
    session.install("-e", ".[testing]", "frictionless")
    session.run("python", "tools/bundle_data.py", "--check")
    session.run("frictionless", "validate", "src/cq_fupin/data/datapackage.json")
    session.run(
        "python",
        "-m",
        "pytest",
        "tests/test_complete_rules.py",
        "tests/test_norms.py",
        "tests/test_region_data.py",
    )


@nox.session
def messages(session: nox.Session) -> None:
    """See that the catalogues are complete; `nox -s messages -- --update` writes what is new into them."""
    session.install("-e", ".[testing]")
    if "--update" in session.posargs:
        session.run("python", "tools/extract_messages.py")
    session.run("python", "tools/compile_catalogues.py")
    session.run("python", "-m", "pytest", "tests/test_catalogues.py", "tests/test_docs_translation.py")


@nox.session
def package(session: nox.Session) -> None:
    """Build a wheel, install it alone, and use it away from this tree."""
    made = Path(session.create_tmp()).resolve()
    plan = Path("examples", "plan.yaml").resolve()
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(made), ".")
    (wheel,) = made.glob("*.whl")
    session.install(str(wheel))
    session.chdir(made)
    session.run("python", "-c", PROOF, str(plan))
    session.run("cq-fupin", "check", str(plan), "--lang", "en")
    wheel.unlink()


@nox.session
def spark(session: nox.Session) -> None:
    """Check plans on Spark, by two workers on this machine; where there is no Java, that is said and left out."""
    session.install("-e", ".[tests,spark]")
    session.run("python", "-m", "pytest", "tests/test_spark.py", *session.posargs)


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure what should be fast."""
    session.install("-e", ".[tests,benchmarks]")
    for program in sorted(Path("benchmarks").glob("*.py")):
        session.run("python", str(program), *session.posargs)


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Change the rules one place at a time, and see that the tests notice; it takes an hour or so."""
    session.install("-e", ".[mutation]")
    session.run("python", "tools/mutation/mutate_rules.py", *session.posargs)
