"""Imports point one way, and a command loads no more than it needs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS = CONFIGURATION["tool"]["importlinter"]["contracts"]
HEAVY = {
    "camel_tools",
    "numpy",
    "pandas",
    "pydantic",
    "scipy",
    "sklearn",
    "textual",
    "torch",
    "trafilatura",
}

# The modules that a fresh interpreter has loaded when the command ends, on standard error.
LISTING = """
import sys
from quotes.cli import main
sys.argv[0] = "quotes"
try:
    main()
finally:
    print("loaded:", *sys.modules, file=sys.stderr)
"""


def loaded_by(*arguments: str, folder: Path) -> set[str]:
    """The top-level packages that ``quotes`` with these arguments has loaded when it is done."""
    return {name.partition(".")[0] for name in loaded_modules(*arguments, folder=folder)}


def loaded_modules(*arguments: str, folder: Path) -> set[str]:
    """The modules that ``quotes`` with these arguments has loaded when it is done."""
    done = subprocess.run(
        [sys.executable, "-c", LISTING, *arguments],
        capture_output=True,
        text=True,
        cwd=folder,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    modules = set(done.stderr.rpartition("loaded:")[2].split())
    assert "quotes.cli" in modules
    return modules


def test_the_contracts_in_pyproject_hold() -> None:
    from importlinter import cli

    assert cli.lint_imports(config_filename=str(ROOT / "pyproject.toml")) == cli.EXIT_STATUS_SUCCESS


def test_no_part_of_the_engine_escapes_its_contract() -> None:
    engine = {
        f"quotes.{path.stem}"
        for path in (ROOT / "quotes").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    } - {"quotes.__init__", "quotes.cli"}
    [contract] = [c for c in CONTRACTS if c["name"].startswith("The engine knows neither")]
    assert set(contract["source_modules"]) == engine


def _package(module: str) -> str:
    """The package of the architecture page that a module belongs to."""
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "quotes" else parts[0]


def test_the_architecture_page_tells_what_imports_what() -> None:
    import grimp

    graph = grimp.build_graph("quotes", "store", "tui")
    imports: dict[str, set[str]] = {}
    for module in graph.modules:
        importer = _package(module)
        for imported in map(_package, graph.find_modules_directly_imported_by(module)):
            if imported != importer:
                imports.setdefault(importer, set()).add(imported)
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    rows = [
        re.findall(r"`([a-z.]+)`", line) for line in page.splitlines() if line.startswith("| `")
    ]
    imports.pop("quotes.cli")  # may import everything
    assert {first: set(others) for first, *others in rows} == imports
    picture = page.split("```")[1]
    assert all(name in picture for name in imports)


def test_the_architecture_page_tells_the_stages_in_their_order() -> None:
    _, page = (ROOT / "docs" / "architecture.md").read_text("utf-8").split("## The engine's stages")
    told = [line.split()[0] for line in page.split("```")[1].strip().splitlines()]
    layers = next(
        contract["layers"]
        for contract in CONTRACTS
        if contract.get("containers") == ["quotes.extraction"]
    )
    assert told == [layer for layer in reversed(layers) if "pipeline" not in layer]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database in it."""
    from store import open_store

    folder = tmp_path_factory.mktemp("desk")
    open_store(str(folder / "quotes.json")).close()
    return folder


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("extract", "--help"), ("--version",), ("list",), ("db", "info")],
    ids=" ".join,
)
def test_a_command_that_needs_nothing_heavy_loads_nothing_heavy(
    arguments: tuple[str, ...], desk: Path
) -> None:
    assert not loaded_by(*arguments, folder=desk) & (HEAVY | {"sqlalchemy", "tui"})


def test_help_does_not_load_the_database_either(tmp_path: Path) -> None:
    assert not loaded_by("--help", folder=tmp_path) & {"sqlalchemy", "store", "tinydb"}


def test_extracting_loads_neither_the_database_nor_the_app(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("وقالت الوزيرة إن المحادثات تتقدم.", encoding="utf-8")
    loaded = loaded_by("extract", "article.txt", "--format", "jsonl", folder=tmp_path)
    assert not loaded & (HEAVY | {"multiprocessing", "rich", "sqlalchemy", "store", "tui"})


def test_a_command_does_without_the_others(tmp_path: Path) -> None:
    modules = loaded_modules("extract", "--help", folder=tmp_path)
    commands = {"quotes.cli.add", "quotes.cli.doctor", "quotes.cli.looking", "quotes.cli.review"}
    assert "quotes.cli.extract" in modules
    assert not modules & commands
