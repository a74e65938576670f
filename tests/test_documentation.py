"""What the documentation shows works, and everything is documented."""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import runpy
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.documentation import (
    ROOT,
    Block,
    anchors,
    blocks,
    links,
    pages,
    sessions,
    written_commands,
)

RUN = {"console", "python", "pycon"}
NAMES = {page: page.relative_to(ROOT).as_posix() for page in pages()}


def by_page(page: Path) -> str:
    return NAMES[page]


@pytest.mark.parametrize(
    "page", [page for page in NAMES if any(b.language in RUN for b in blocks(page))], ids=by_page
)
def test_what_a_page_shows_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "samples", tmp_path / "samples")
    monkeypatch.chdir(tmp_path)
    for name in ("QUOTES_DB", "QUOTES_BIDI"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUOTES_REVIEWER", "reader")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    names: dict[str, Any] = {"__name__": "page"}
    for block in blocks(page):
        where = f"{NAMES[page]}:{block.line}"
        if block.language == "console":
            run_console(block, where)
        elif block.language == "python":
            exec(compile(block.text, where, "exec"), names)
        elif block.language == "pycon":
            run_doctest(block, where, names)


def run_console(block: Block, where: str) -> None:
    for command, shown in sessions(block):
        done = subprocess.run(
            ["bash", "-c", command], capture_output=True, text=True, timeout=120, encoding="utf-8"
        )
        assert done.returncode == 0, f"{where}: {command}\n{done.stderr}"
        printed = done.stdout + done.stderr
        at = 0
        for line in shown:
            pattern = ".*".join(re.escape(part) for part in line.rstrip().split("…"))
            found = re.compile(f"^{pattern}", re.MULTILINE).search(printed, at)
            assert found, f"{where}: {command} does not print, in this order: {line}\n{printed}"
            at = found.end()


def run_doctest(block: Block, where: str, names: dict[str, Any]) -> None:
    test = doctest.DocTestParser().get_doctest(block.text, names, where, where, block.line)
    report = io.StringIO()
    result = doctest.DocTestRunner(verbose=False).run(test, out=report.write, clear_globs=False)
    names.update(test.globs)
    assert not result.failed, report.getvalue()


def all_commands() -> dict[str, Any]:
    """Every command that does something, by the words that call it."""
    import typer

    from quotes.cli.app import app

    def walk(command: Any, path: str) -> dict[str, Any]:
        children = getattr(command, "commands", None)
        if children is None:
            return {path: command}
        return {
            name: each
            for child, sub in children.items()
            for name, each in walk(sub, f"{path} {child}").items()
        }

    return walk(typer.main.get_command(app), "quotes")


def test_every_command_is_told_of_beyond_the_list_of_commands() -> None:
    told = " ".join(
        command
        for page in NAMES
        if page.name != "commands.md"
        for command in written_commands(page)
    )
    missing = [name for name in all_commands() if not re.search(rf"{name}\b", told)]
    assert not missing


def test_every_command_explains_itself_and_its_options() -> None:
    for name, command in all_commands().items():
        assert command.help, name
        silent = [p.name for p in command.params if not getattr(p, "help", None)]
        assert not silent, f"{name}: {silent}"


def test_no_summary_is_cut_in_a_terminal_of_80_columns() -> None:
    for name, command in all_commands().items():
        summary = command.get_short_help_str(limit=60)
        assert not summary.endswith("..."), f"{name}: {summary}"


def test_values_are_named_in_one_way() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))["commands"]()
    for name, text in pages:
        assert not re.search(r"<[a-z]|\{", text), f"{name}: {text}"


def test_every_command_shows_an_example_of_itself() -> None:
    for name, command in all_commands().items():
        examples = [
            line.strip() for line in (command.epilog or "").splitlines() if "quotes" in line
        ]
        assert examples, name
        assert all(f"{name} " in f"{line} " for line in examples), name


def test_the_list_of_commands_is_what_the_commands_say() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "make_commands.py"))["page"]()
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == made, (
        "out of date; run: python docs/make_commands.py"
    )


@pytest.mark.parametrize("page", NAMES, ids=by_page)
def test_commands_and_options_that_a_page_names_exist(page: Path) -> None:
    commands = all_commands()
    general = {"--help", "-h"}
    top = general | {"--version", "--install-completion", "--show-completion"}
    for written in written_commands(page):
        with contextlib.suppress(ValueError):
            words = shlex.split(written.replace("…", ""))
            path = max(
                (n for n in commands if " ".join([*words, ""]).startswith(f"{n} ")),
                key=len,
                default=None,
            )
            if path is None:
                group = any(name.startswith(f"{' '.join(words[:2])} ") for name in commands)
                assert group or words[1:2] in (["…"], []) or words[1] in top | {"COMMAND"}, written
                continue
            known = {o for p in commands[path].params for o in (*p.opts, *p.secondary_opts)}
            options = {w.partition("=")[0] for w in words if re.match(r"--?[a-zA-Z](?!\w+:)", w)}
            assert options <= known | general, f"{written}: {options - known}"


@pytest.mark.parametrize("page", NAMES, ids=by_page)
def test_links_lead_somewhere(page: Path) -> None:
    for target in links(page):
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{NAMES[page]} links to {target}"
        if anchor:
            assert anchor in anchors(file), f"{NAMES[page]} links to {target}"


def test_every_page_can_be_reached_from_the_index() -> None:
    index = ROOT / "docs" / "index.md"
    linked = {(index.parent / link.partition("#")[0]).resolve() for link in links(index)}
    assert set((ROOT / "docs").glob("*.md")) - linked <= {index}


def test_the_fields_of_a_verb_are_those_of_the_lexicon() -> None:
    page = ROOT / "docs" / "lexicon.md"
    table = page.read_text("utf-8").partition("## A verb")[2]
    told = set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE))
    lexicon = (ROOT / "quotes" / "lexicon" / "speech_verbs.toml").read_text("utf-8")
    verbs = tomllib.loads(lexicon)["verb"]
    assert told == {field for verb in verbs for field in verb}
    for each in (page, page.with_name("add-a-verb.md")):
        for block in blocks(each):
            if block.language == "toml" and "[[verb]]" in block.text:
                [verb] = tomllib.loads(block.text)["verb"]
                assert set(verb) == set(verbs[0])


def test_the_table_of_the_record_has_every_field_of_the_schema() -> None:
    import json

    schema = json.loads((ROOT / "quotes" / "record.schema.json").read_text("utf-8"))
    table = (ROOT / "docs" / "record.md").read_text("utf-8")
    cells = re.findall(r"^\| (`[^|]+) \|", table, re.MULTILINE)
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == set(
        schema["properties"]
    )


def test_every_variable_that_the_program_reads_is_documented() -> None:
    code = "".join(
        path.read_text("utf-8")
        for folder in ("quotes", "store", "tui")
        for path in (ROOT / folder).rglob("*.py")
    )
    page = (ROOT / "docs" / "configuration.md").read_text("utf-8")
    assert set(re.findall(r'"(QUOTES_[A-Z]+)"', code)) == set(re.findall(r"`(QUOTES_\w+)`", page))


def test_nothing_written_for_people_names_a_folder_of_ours() -> None:
    for page in NAMES:
        assert not re.search(r"/(work|root|home)/\w", page.read_text("utf-8")), page
