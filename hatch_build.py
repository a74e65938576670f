"""Compiles the engine with mypyc while a wheel is built, where that is asked for.

HATCH_BUILD_HOOKS_ENABLE=1 asks for it; it takes a C compiler and some two minutes, and
``docs/performance.md`` says what it gains. The wheel holds the Python files as well, for tracebacks
and for the keys of caches. An editable installation stays Python: what one edits is what runs.
"""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileEngine(BuildHookInterface[Any]):
    """Adds the modules of the packages that ``pyproject.toml`` names to the wheel, compiled."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in a temporary folder, so that nothing in the checkout hides its Python."""
        if version == "editable":
            return
        from mypyc.build import mypycify
        from setuptools import Distribution

        self._folder = TemporaryDirectory()
        folder = Path(self._folder.name)
        modules = [
            str(path.relative_to(self.root))
            for package in self.config["packages"]
            for path in sorted(Path(self.root, package).rglob("*.py"))
            if path.name not in self.config["except"]
        ]
        # mypy has checked the types before; here the libraries are missing that it knows them from.
        options = ["--config-file=", "--ignore-missing-imports", f"--cache-dir={folder / 'mypy'}"]
        extensions = mypycify(
            [*options, *modules],
            target_dir=str(folder / "c"),
            group_name="quotes",
            debug_level="0",
            # More makes the compiler slower and the engine no faster.
            opt_level="1",
        )
        compiler = Distribution({"ext_modules": extensions}).get_command_obj("build_ext")
        compiler.build_lib, compiler.build_temp = str(folder / "wheel"), str(folder / "objects")
        compiler.parallel = os.cpu_count()
        compiler.ensure_finalized()
        compiler.run()
        for library in filter(Path.is_file, (folder / "wheel").rglob("*")):
            place = library.relative_to(folder / "wheel")
            build_data["force_include"][str(library)] = place.as_posix()
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()
