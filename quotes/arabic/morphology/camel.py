"""camel-tools imported without the network, and without touching what the user has of it.

On its first import camel-tools reads a catalogue of its data sets, and fetches one from the
network where there is none. A user's own catalogue is respected, where ``CAMELTOOLS_DATA``
says or in the default folder. Otherwise an empty one in this project's cache folder stands in,
and the environment is as before once the import is done.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from quotes.arabic.morphology.cache import cache_folder
from quotes.errors import UsageError

if TYPE_CHECKING:
    from camel_tools.morphology.analyzer import Analyzer

_VARIABLE = "CAMELTOOLS_DATA"
_CATALOGUE = "catalogue.json"
_EMPTY_CATALOGUE = {"version": "1.6", "packages": {}, "components": {}}


def builtin_analyzer(name: str) -> Analyzer:
    """camel-tools' analyser on ``name``, a database that ``camel_data`` installed.

    Raises :class:`quotes.errors.UsageError` when it is not there.
    """
    return analyzer(require_database(name))


def require_database(name: str) -> Path:
    """The file of the database ``name`` that ``camel_data`` installed.

    Raises :class:`quotes.errors.UsageError` when it is not there.
    """
    installed = _installed()
    if name not in installed:
        raise UsageError(
            f"the morphology database {name!r} is not installed "
            f"({'installed: ' + ', '.join(sorted(installed)) if installed else 'none is'}); "
            f"install it with: camel_data -i morphology-db-{_package(name)}"
        )
    return installed[name]


def installed_databases() -> list[str]:
    """The names of the databases that ``camel_data`` installed."""
    return sorted(_installed())


def _installed() -> dict[str, Path]:
    _import_camel_tools()
    from camel_tools.data import CATALOGUE

    component = CATALOGUE.components.get("MorphologyDB")
    datasets = component.datasets if component else {}
    files = {name: Path(dataset.path, "morphology.db") for name, dataset in datasets.items()}
    return {name: file for name, file in files.items() if file.is_file()}


def _package(name: str) -> str:
    return name.removeprefix("calima-")


def analyzer(path: Path) -> Analyzer:
    """camel-tools' analyser on the database in the file ``path``.

    Raises :class:`quotes.errors.UsageError` when the file is not such a database.
    """
    _import_camel_tools()
    from camel_tools.morphology.analyzer import Analyzer
    from camel_tools.morphology.database import MorphologyDB
    from camel_tools.morphology.errors import MorphologyError

    try:
        return Analyzer(MorphologyDB(str(path), "a"))
    except (OSError, ValueError, KeyError, IndexError, MorphologyError) as error:
        raise UsageError(f"{path} is not a morphology database: {error}") from error


def _import_camel_tools() -> None:
    """Import camel-tools' morphology, offline.

    Raises :class:`quotes.errors.UsageError` when it is not installed or its catalogue is broken.
    """
    if "camel_tools.morphology.analyzer" in sys.modules:
        return
    try:
        with _offline():
            import_module("camel_tools.morphology.analyzer")
    except ImportError as error:
        raise UsageError(
            f"camel-tools cannot be imported ({error}); install it with: pip install camel-tools"
        ) from error
    except Exception as error:
        # camel-tools raises whatever reading a broken catalogue raises.
        raise UsageError(
            f"camel-tools cannot read its catalogue in {_data_folder()}: {error}; "
            "repair it with: camel_data --update"
        ) from error


@contextmanager
def _offline() -> Iterator[None]:
    """An environment in which camel-tools finds a catalogue, put back as it was afterwards."""
    folder = _data_folder()
    if not (folder / _CATALOGUE).is_file():
        folder = _empty_catalogue()
    changes = {_VARIABLE: str(folder)}
    if not _default_folder().exists():
        # camel-tools makes its default folder in the home folder even when it does not use it.
        elsewhere = str(cache_folder())
        changes |= {"HOME": elsewhere, "USERPROFILE": elsewhere}
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _data_folder() -> Path:
    """Where the user keeps camel-tools' data."""
    own = os.environ.get(_VARIABLE)
    return _default_folder() if own is None else Path(own).expanduser()


def _default_folder() -> Path:
    if sys.platform == "win32":
        return Path.home() / "AppData" / "Roaming" / "camel_tools"
    return Path.home() / ".camel_tools"


def _empty_catalogue() -> Path:
    folder = cache_folder() / "camel-tools"
    content = json.dumps(_EMPTY_CATALOGUE)
    path = folder / _CATALOGUE
    with suppress(OSError):
        if path.read_text(encoding="utf-8") == content:
            return folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            file.write(content)
        Path(file.name).replace(path)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="quotes-"))
        (folder / _CATALOGUE).write_text(content, encoding="utf-8")
    return folder
