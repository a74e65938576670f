"""What a release holds, and that it works where nothing else is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from tests.documentation import ROOT

pytestmark = pytest.mark.slow

UNREACHABLE = ("dns error", "error sending request", "failed to fetch", "connect error")
SUFFIXES = {".py", ".toml", ".json", ".css", ".tcss", ".txt", ".html", ".typed"}


def uv(*arguments: str | Path, folder: Path = ROOT) -> str:
    """Run uv; skip where there is none, or no package index to ask."""
    program = shutil.which("uv")
    if program is None:
        pytest.skip("uv is not installed")
    environment = {k: v for k, v in os.environ.items() if k != "UV_PROJECT_ENVIRONMENT"}
    done = subprocess.run(
        [program, *map(str, arguments)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
    )
    if done.returncode and any(sign in done.stderr.lower() for sign in UNREACHABLE):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source distribution and the wheel that was built from it."""
    folder = tmp_path_factory.mktemp("release")
    uv("build", "--quiet", "--out-dir", folder)
    [source], [wheel] = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return source, wheel


def names_in(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_file_of_the_three_packages_and_no_other(
    release: tuple[Path, Path],
) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "quotes", "store", "tui"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not in a git checkout")
    packed = {name for name in names_in(release[1]) if ".dist-info/" not in name}
    kept = {name for name in listed.stdout.splitlines() if (ROOT / name).exists()}
    assert packed == kept
    assert {Path(name).suffix for name in packed} <= SUFFIXES


def test_the_wheel_has_the_data_that_the_program_reads(release: tuple[Path, Path]) -> None:
    names = names_in(release[1])
    lexicon = {p.relative_to(ROOT).as_posix() for p in (ROOT / "quotes/lexicon").glob("*.toml")}
    assert len(lexicon) >= 5
    assert names >= lexicon | {
        "quotes/record.schema.json",
        "quotes/py.typed",
        "store/py.typed",
        "tui/py.typed",
        "tui/review.tcss",
        "tui/texts/ar.toml",
        "tui/texts/en.toml",
    }
    assert not [name for name in names if "test" in name.lower() or "sample" in name.lower()]


def test_the_wheel_says_what_it_is(release: tuple[Path, Path]) -> None:
    with zipfile.ZipFile(release[1]) as archive:
        [metadata] = [name for name in archive.namelist() if name.endswith("/METADATA")]
        told = Parser().parsestr(archive.read(metadata).decode("utf-8"))
        licences = {Path(n).name for n in archive.namelist() if "/licenses/" in n}
    assert told["License-Expression"] == "MIT"
    assert licences == {"LICENSE", "NOTICE"}
    assert told["Requires-Python"] == ">=3.11"
    needs = " ".join(told.get_all("Requires-Dist", []))
    assert "pytest" not in needs
    assert "torch" not in needs


def test_the_source_distribution_has_what_it_takes_to_test_it(release: tuple[Path, Path]) -> None:
    with tarfile.open(release[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert names >= {
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
        "NOTICE",
        "README.ar.md",
        "README.md",
        "SECURITY.md",
        "docs/index.md",
        "docs/screenshots/review-ar.svg",
        "hatch_build.py",
        "justfile",
        "samples/01-brussels.txt",
        "tests/test_package.py",
    }
    assert not [name for name in names if name.endswith((".pyc", "uv.lock"))]


def test_the_wheel_works_in_an_empty_environment(
    release: tuple[Path, Path], tmp_path: Path
) -> None:
    environment = tmp_path / "environment"
    uv("venv", "--quiet", environment)
    binaries = environment / ("Scripts" if os.name == "nt" else "bin")
    # In the checkout uv reads from pyproject.toml what to leave out.
    uv("pip", "install", "--quiet", "--python", binaries / "python", release[1])
    shutil.copytree(ROOT / "samples", tmp_path / "samples")

    def quotes(*arguments: str) -> str:
        done = subprocess.run(
            [str(binaries / "quotes"), *arguments],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(tmp_path / "home"),
                "QUOTES_CACHE": str(tmp_path / "cache"),
                "PYTHONUTF8": "1",
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout

    assert "أنتوني بلينكن، وزير الخارجية الأمريكي" in quotes("extract", "samples/01-brussels.txt")
    assert "7 new" in quotes("add", "samples/")
    assert "word for word" in quotes("verify", "كل يوم يبقى لنا سنستخدمه")
    found = json.loads(quotes("doctor", "--json", "--no-input"))
    assert found["morphology"]["error"] is None
    assert found["packages"]["psycopg"] is None
    assert found["engine"] == "Python"
    quotes("export", "-o", "all.html")
    assert "بلينكن" in (tmp_path / "all.html").read_text("utf-8")
    app = "import tui.app, tui.start, tui.language; tui.language.Texts('ar')('app.title')"
    subprocess.run([str(binaries / "python"), "-c", app], cwd=tmp_path, check=True)
    size = sum(path.stat().st_size for path in environment.rglob("*") if path.is_file())
    assert size < 700_000_000, f"{size / 1e6:.0f} MB: what came along?"
