"""camel-tools is imported without the network, and what the user has of it is respected."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

NO_NETWORK = """
import socket
def refuse(*arguments, **options):
    raise AssertionError("the network was used")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
"""


def _run(script: str, home: Path, cache: Path, data: Path | None = None) -> str:
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("CAMELTOOLS_DATA", "HOME", "USERPROFILE")
    }
    environment |= {"HOME": str(home), "USERPROFILE": str(home), "QUOTES_CACHE": str(cache)}
    if data is not None:
        environment["CAMELTOOLS_DATA"] = str(data)
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", NO_NETWORK + script],
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir()
    return home


@pytest.fixture
def cache() -> Path:
    return Path(os.environ["QUOTES_CACHE"])


def _catalogue(folder: Path, database: Path | None = None) -> None:
    """A catalogue as camel_data leaves it, with one database when ``database`` is given."""
    folder.mkdir(parents=True, exist_ok=True)
    components = {}
    if database is not None:
        dataset = folder / "data" / "morphology_db" / "mine"
        dataset.mkdir(parents=True)
        (dataset / "morphology.db").write_bytes(database.read_bytes())
        datasets = {"mine": {"path": "morphology_db/mine"}, "gone": {"path": "morphology_db/gone"}}
        components = {"MorphologyDB": {"default": "mine", "datasets": datasets}}
    content = {"version": "1.6", "packages": {}, "components": components}
    (folder / "catalogue.json").write_text(json.dumps(content), "utf-8")


ANALYSE = """
import os
from quotes.arabic.morphology import load_morphology
before = dict(os.environ)
lemmas = {a.lemma for a in load_morphology().analyse("وقالت")}
assert dict(os.environ) == before, "the environment was changed"
from camel_tools.data import CT_DATA_DIR
print("قال" in lemmas, CT_DATA_DIR)
"""


def test_empty_home(home: Path, cache: Path, morphology: object) -> None:
    known, folder = _run(ANALYSE, home, cache).split(maxsplit=1)
    assert known == "True"
    assert Path(folder).is_relative_to(cache)
    assert not list(home.iterdir()), "nothing is left in the home folder"


def test_default_folder_without_catalogue(home: Path, cache: Path, morphology: object) -> None:
    (home / ".camel_tools" / "data").mkdir(parents=True)
    assert _run(ANALYSE, home, cache).startswith("True")
    assert [p.name for p in (home / ".camel_tools").iterdir()] == ["data"]


def test_default_folder_with_catalogue(home: Path, cache: Path, morphology: object) -> None:
    own = home / ".camel_tools"
    _catalogue(own)
    before = (own / "catalogue.json").read_bytes()
    assert _run(ANALYSE, home, cache) == f"True {own}"
    assert (own / "catalogue.json").read_bytes() == before


def test_own_data_folder(home: Path, cache: Path, tmp_path: Path, morphology: object) -> None:
    own = tmp_path / "camel data"
    _catalogue(own)
    assert _run(ANALYSE, home, cache, own) == f"True {own}"


def test_own_data_folder_without_catalogue(
    home: Path, cache: Path, tmp_path: Path, morphology: object
) -> None:
    own = tmp_path / "empty"
    own.mkdir()
    assert _run(ANALYSE, home, cache, own).startswith("True")
    assert not list(own.iterdir())


def test_a_database_of_the_user(
    home: Path, cache: Path, tmp_path: Path, morphology: object
) -> None:
    own = tmp_path / "data"
    _catalogue(own, next(cache.glob("aramorph.db-*")))
    script = """
from quotes.arabic.morphology import load_morphology
from quotes.errors import UsageError
morphology = load_morphology("mine")
print(morphology.name, "قال" in {a.lemma for a in morphology.analyse("وقالت")})
for name in ("gone", "never heard of"):
    try:
        load_morphology(name)
    except UsageError as error:
        print(error)
"""
    lines = _run(script, home, cache, own).splitlines()
    assert lines[0] == "mine True"
    assert "'gone' is not installed (installed: mine)" in lines[1]
    assert "'never heard of' is not installed" in lines[2]


def test_extracting_with_a_database_of_the_user(
    home: Path, cache: Path, tmp_path: Path, morphology: object
) -> None:
    own = tmp_path / "data"
    _catalogue(own, next(cache.glob("aramorph.db-*")))
    article = tmp_path / "article.txt"
    article.write_text("قال وزير الصحة أحمد سالم إن المستشفى يفتح أبوابه غدا.\n", "utf-8")
    script = """
import sys
from quotes.cli import main
sys.argv = ["quotes", "extract", {path!r}, "--format", "jsonl", "--morphology", {name!r}]
try:
    main()
except SystemExit as end:
    print(end.code or 0)
"""
    found = _run(script.format(path=str(article), name="mine"), home, cache, own)
    assert "أحمد سالم" in json.loads(found.splitlines()[0])["speaker"]["name"]
    assert found.splitlines()[-1] == "0"
    assert _run(script.format(path=str(article), name="gone"), home, cache, own) == "2"


def test_a_broken_catalogue_of_the_user(home: Path, cache: Path, tmp_path: Path) -> None:
    own = tmp_path / "data"
    own.mkdir()
    (own / "catalogue.json").write_text("{ half a cat", "utf-8")
    script = """
from quotes.arabic.morphology import load_morphology
from quotes.errors import UsageError
try:
    load_morphology()
except UsageError as error:
    print(error)
"""
    message = _run(script, home, cache, own)
    assert str(own) in message
    assert "camel_data --update" in message


def test_the_cheap_questions_do_not_import_camel_tools(home: Path, cache: Path) -> None:
    script = """
import sys
from quotes.arabic.morphology import CueEntry, cue_forms, load_word_classes
assert "قال" in cue_forms([CueEntry("قَالَ")])
assert load_word_classes().classes("الحكومة")
print([name for name in ("camel_tools", "numpy", "pandas", "torch") if name in sys.modules])
"""
    assert _run(script, home, cache) == "[]"
