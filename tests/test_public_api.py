"""What programs may rely on. A change here is a change of version, and of docs/python.md."""

from __future__ import annotations

import inspect
import subprocess
import sys
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

import quotes
import store
from quotes import errors, model, reading, record, spark, writing
from tests.documentation import ROOT

SNAPSHOT = Path(__file__).with_name("public_api.txt")
STABLE = {
    "quotes": (quotes, ("Cue", "Document", "Extractor", "Mention", "Quote", "Span", "Speaker")),
    "quotes.errors": (errors, ("DatabaseError", "InputError", "QuotesError", "UsageError")),
    "quotes.model": (model, ("Candidate",)),
    "quotes.record": (record, ()),
    "quotes.reading": (reading, ("ReadFailure", "ReadOptions")),
    "quotes.spark": (spark, ()),
    "quotes.writing": (writing, ("Article",)),
    "store": (store, ("Decision", "Store")),
}
FUNCTIONS = {
    "quotes": ("extract",),
    "quotes.record": ("from_record", "to_record"),
    "quotes.reading": ("read_documents",),
    "quotes.spark": ("extract", "problems", "quotes", "schema"),
    "quotes.writing": ("write", "write_folder"),
    "store": ("open_store",),
}
VALUES = ("CueType", "Form", "Kind", "SpeakerKind", "Status")
# The stages apart, for those who train the confidence; they follow the engine's inner values.
INNER = {"quotes.Extractor.resolve"}


def surface() -> str:
    """The public names with their fields and signatures, one a line."""
    lines = []
    for path, (module, classes) in STABLE.items():
        for name in FUNCTIONS.get(path, ()):
            lines.append(f"{path}.{name}{_signature(getattr(module, name))}")
        for name in classes:
            lines += _class(f"{path}.{name}", getattr(module, name))
    lines += [f"quotes.model.{name}: {' '.join(get_args(getattr(model, name)))}" for name in VALUES]
    return "\n".join(line for line in lines if line.partition("(")[0] not in INNER) + "\n"


def _signature(function: Any) -> str:
    return str(inspect.signature(function)).replace("'", "")


def _class(path: str, value: type) -> list[str]:
    bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
    lines = [f"{path}({bases})" if bases else path]
    if is_dataclass(value):
        lines.append(f"{path}.__init__{_signature(value.__init__)}")
    elif "__init__" in vars(value) and not getattr(value, "_is_protocol", False):
        lines.append(f"{path}.__init__{_signature(vars(value)['__init__'])}")
    for name, member in vars(value).items():
        if not name.startswith("_") and inspect.isfunction(member):
            lines.append(f"{path}.{name}{_signature(member)}")
        elif not name.startswith("_") and not inspect.ismemberdescriptor(member):
            kind = type(member).__name__
            lines += [f"{path}.{name} ({kind})"] if kind.endswith("property") else []
    return lines


def test_the_public_surface_is_that_of_the_snapshot() -> None:
    assert surface() == SNAPSHOT.read_text("utf-8"), (
        "the public surface has changed; if that is meant, write it down with "
        "`python -m tests.test_public_api`, and tell of it in docs/python.md and CHANGELOG.md"
    )


def test_all_names_what_the_package_gives() -> None:
    assert sorted(quotes.__all__) == quotes.__all__
    assert all(hasattr(quotes, name) for name in quotes.__all__)
    with pytest.raises(AttributeError):
        _ = quotes.nothing_of_this_name


def test_everything_in_the_snapshot_explains_itself() -> None:
    for path, (module, classes) in STABLE.items():
        for name in (*classes, *FUNCTIONS.get(path, ())):
            assert inspect.getdoc(getattr(module, name)), f"{path}.{name}"


def test_everything_in_the_snapshot_is_on_the_page() -> None:
    page = (ROOT / "docs" / "python.md").read_text("utf-8")
    told = {"Candidate": "candidates", "InputError": "QuotesError", "DatabaseError": "QuotesError"}
    names = {name for _, classes in STABLE.values() for name in classes}
    names |= {name for functions in FUNCTIONS.values() for name in functions}
    assert {name for name in names if told.get(name, name) not in page} == set()


def test_a_type_checker_sees_the_types(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from quotes import Document, Extractor, Quote, extract\n"
        "found: tuple[Quote, ...] = extract('') + Extractor().extract(Document('', ''))\n"
        "names: list[str] = [q.speaker.name for q in found if q.speaker]\n"
        "wrong: int = extract('')\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--follow-imports=silent", program.name],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    lines = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [line.partition(": error:")[0] for line in lines] == ["program.py:4"], done.stdout


if __name__ == "__main__":
    SNAPSHOT.write_text(surface(), encoding="utf-8")
