"""That the engine can be compiled, where somebody asks for it; ``.ci/compiled`` does."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
HOOK = CONFIGURATION["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
MODULES = [
    path.relative_to(ROOT)
    for package in HOOK["packages"]
    for path in sorted((ROOT / package).rglob("*.py"))
    if path.name not in HOOK["except"]
]
TRANSLATE = """
import sys
from mypyc.build import mypycify
mypycify(["--ignore-missing-imports", *sys.argv[2:]], target_dir=sys.argv[1])
"""


def test_nobody_compiles_unasked() -> None:
    assert HOOK["enable-by-default"] is False


def test_instances_need_no_dictionary() -> None:
    """A cached property keeps its value in one, and compiled classes have none."""
    assert not [path for path in MODULES if "cached_property" in (ROOT / path).read_text("utf-8")]


@pytest.mark.slow
def test_mypyc_takes_every_module(tmp_path: Path) -> None:
    """It refuses for example a class derived from ``tuple``; no C compiler runs here."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            TRANSLATE,
            str(tmp_path),
            f"--cache-dir={tmp_path}",
            *map(str, MODULES),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
