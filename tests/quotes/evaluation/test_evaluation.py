"""Scores on small annotated articles made here, alone and against the referee's script."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from quotes.errors import InputError, UsageError
from quotes.evaluation import evaluate, read_gold, read_predictions

REFEREE = Path(__file__).resolve().parents[4] / "shared" / "gold" / "score.py"

TEXT = (
    "قال الوزير أحمد سالم: «نرحب بالاتفاق». وأضاف أن العمل يبدأ غداً، ودعا إلى وقف القتال.\r\nتم.\n"
)


def _span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def _gold(**changes: Any) -> dict[str, Any]:
    record = {
        "kind": "direct",
        "form": "clause",
        "content": [_span("نرحب بالاتفاق")],
        "cue": _span("قال"),
        "cue_lemma": "قال",
        "mention": _span("الوزير أحمد سالم"),
        "speaker": ["أحمد سالم", "سالم", "الوزير"],
        "optional": False,
    }
    return record | changes


def _predicted(**changes: Any) -> dict[str, Any]:
    def span(words: str) -> dict[str, int]:
        start, end = _span(words)
        return {"start": start, "end": end}

    record = {
        "document": "some/where/one.txt",
        "kind": "direct",
        "content": [span("نرحب بالاتفاق")],
        "cue": span("قال"),
        "mention": span("الوزير أحمد سالم"),
        "speaker": {"name": "أحمد سالم"},
        "confidence": 0.9,
    }
    return record | {
        key: [span(words) for words in value] if key == "content" else value
        for key, value in changes.items()
    }


def _folder(path: Path, *records: dict[str, Any], name: str = "one", text: str = TEXT) -> Path:
    path.mkdir(exist_ok=True)
    (path / f"{name}.txt").write_bytes(text.encode())
    (path / f"{name}.gold.json").write_text(json.dumps({"records": records}), "utf-8")
    return path


def _figures(folder: Path, *predictions: dict[str, Any]) -> dict[str, Any]:
    articles = read_gold(folder)
    lines = [json.dumps(p).encode() for p in predictions]
    predicted, _ = read_predictions(lines, "test", articles)
    return evaluate(articles, predicted).figures()


def test_everything_right(tmp_path: Path) -> None:
    figures = _figures(_folder(tmp_path, _gold()), _predicted())
    for part in ("cue", "content", "exact", "speaker", "attributed"):
        assert figures[part] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["all"]["mention"] == figures["all"]["full_name"] == 1.0
    assert figures["all"]["kind_accuracy"] == 1.0
    assert figures["direct+mixed"]["gold"] == 1
    assert figures["indirect clause"] == {
        "gold": 0,
        **dict.fromkeys(
            [f"{p}_recall" for p in ("cue", "content", "exact", "speaker", "attributed")]
        ),
        "kind_accuracy": None,
        "full_name": None,
        "mention": None,
    }


def test_marks_at_the_edges_of_a_content_do_not_count(tmp_path: Path) -> None:
    figures = _figures(_folder(tmp_path, _gold()), _predicted(content=[": «نرحب بالاتفاق»."]))
    assert figures["exact"]["f1"] == 1.0


def test_half_a_content_is_not_enough(tmp_path: Path) -> None:
    figures = _figures(_folder(tmp_path, _gold()), _predicted(content=["نرحب"]))
    assert figures["cue"]["f1"] == 1.0
    assert figures["content"]["f1"] == figures["attributed"]["f1"] == 0.0


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("أحمد سالم", True),
        ("احمد سالم", True),
        ("سالم", True),
        ("الوزير", True),
        ("معالي الوزير أحمد سالم", True),
        ("أحمد سالم العلي", True),
        ("أحمد", False),
        ("سالم العلي", False),
        ("سعيد", False),
        ("", False),
        (None, False),
    ],
)
def test_names(tmp_path: Path, name: str | None, right: bool) -> None:
    figures = _figures(_folder(tmp_path, _gold()), _predicted(speaker=name and {"name": name}))
    assert figures["speaker"]["f1"] == float(right)


def test_where_the_text_names_nobody_nobody_may_be_named(tmp_path: Path) -> None:
    folder = _folder(tmp_path, _gold(speaker=[], mention=None))
    assert _figures(folder, _predicted(speaker=None))["attributed"]["f1"] == 1.0
    assert _figures(folder, _predicted())["attributed"]["f1"] == 0.0


def test_optional_annotations_count_neither_way(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path, _gold(), _gold(cue=_span("دعا"), content=[_span("وقف القتال")], optional=True)
    )
    found = _predicted(cue=None, content=["وقف القتال"])
    assert _figures(folder, _predicted(), found) == _figures(folder, _predicted())
    assert _figures(folder, _predicted(), found)["predicted"] == 1


def test_each_annotation_is_answered_once(tmp_path: Path) -> None:
    figures = _figures(_folder(tmp_path, _gold()), _predicted(), _predicted())
    assert figures["attributed"] == {"p": 0.5, "r": 1.0, "f1": 0.6667}


def test_nothing_predicted_and_nothing_annotated(tmp_path: Path) -> None:
    assert _figures(_folder(tmp_path, _gold()))["cue"] == {"p": 0.0, "r": 0.0, "f1": 0.0}
    assert _figures(_folder(tmp_path), _predicted())["predicted"] == 1


def test_calibration(tmp_path: Path) -> None:
    wrong = _predicted(speaker={"name": "سعيد"}, confidence=0.6)
    folder = _folder(tmp_path, _gold())
    calibration = _figures(folder, _predicted(confidence=1.0))["calibration"]
    assert calibration["error"] == 0.0
    assert calibration["bins"] == [
        {"low": 0.9, "high": 1.0, "count": 1, "confidence": 1.0, "right": 1.0}
    ]
    _folder(tmp_path, _gold(), name="two")
    both = _figures(folder, _predicted(), wrong | {"document": "two"})["calibration"]
    assert [(b["count"], b["right"]) for b in both["bins"]] == [(1, 0.0), (1, 1.0)]
    assert both["error"] == pytest.approx((0.6 + 0.1) / 2)
    assert "calibration" not in _figures(folder, _predicted(confidence=None))


def test_mistakes_are_told_apart(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path,
        _gold(),
        _gold(cue=_span("وأضاف"), content=[_span("أن العمل يبدأ غداً")]),
        _gold(cue=_span("ودعا"), content=[_span("وقف القتال")]),
    )
    articles = read_gold(folder)
    lines = [
        _predicted(speaker=None),
        _predicted(cue=None, content=["العمل يبدأ"]),
        _predicted(cue=None, content=["تم"]),
    ]
    predicted, _ = read_predictions((json.dumps(p).encode() for p in lines), "test", articles)
    result = evaluate(articles, predicted)
    assert [(m.what, m.cue) for m in result.mistakes] == [
        ("speaker", "قال"),
        ("missed", "ودعا"),
        ("invented", ""),
    ]


def _random_case(random: random.Random, folder: Path) -> list[dict[str, Any]]:
    """Two annotated articles and predictions that are near them, or are not."""
    names = ["أحمد سالم", "سالم", "الوزير", "وزارة الصحة", "أحمد سالم العلي", "Ali", "", "هُدى"]

    def span(length: int) -> list[int]:
        start = random.randrange(length)
        return [start, min(length, start + random.randrange(1, 25))]

    def near(spans: list[list[int]], length: int) -> list[dict[str, int]]:
        moved = []
        for start, end in spans:
            start = max(0, min(length - 1, start + random.choice((-3, 0, 0, 0, 1, 6))))
            end = max(start, min(length, end + random.choice((-3, 0, 0, 0, 2, 9))))
            moved.append({"start": start, "end": end})
        return moved

    predictions = []
    for name in ("one", "two"):
        records, length = [], len(TEXT)
        for _ in range(random.randrange(6)):
            speakers = [n for n in random.sample(names, random.randrange(4)) if n]
            record = _gold(
                kind=random.choice(("direct", "indirect", "mixed")),
                form=random.choice(("clause", "nominal")),
                content=[span(length) for _ in range(random.choice((1, 1, 2)))],
                cue=span(length),
                mention=random.choice((None, span(length))),
                speaker=speakers,
                optional=random.random() < 0.2,
            )
            records.append(record)
            for _ in range(random.choice((0, 1, 1, 1, 2))):
                speaker = random.choice([*speakers, *names])
                mention = record["mention"]
                predictions.append(
                    {
                        "document": f"folder/{name}.txt",
                        "kind": random.choice((record["kind"], "direct")),
                        "content": near(record["content"], length),
                        "cue": random.choice((None, near([record["cue"]], length)[0])),
                        "mention": near([mention], length)[0] if mention else None,
                        "speaker": random.choice((speaker, {"name": speaker}, None)),
                    }
                )
        _folder(folder, *records, name=name)
    random.shuffle(predictions)
    return predictions


@pytest.mark.skipif(not REFEREE.is_file(), reason="the referee's script is not on this machine")
def test_agrees_with_the_referee_figure_by_figure(tmp_path: Path) -> None:
    for seed in range(60):
        folder = tmp_path / str(seed)
        predictions = _random_case(random.Random(seed), folder)
        lines = "".join(json.dumps(p, ensure_ascii=False) + "\n" for p in predictions)
        referee = subprocess.run(
            [sys.executable, str(REFEREE), str(folder), "-", "--json"],
            input=lines,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        ours = _figures(folder, *predictions)
        for name, theirs in json.loads(referee.stdout).items():
            mine = ours[name]
            if isinstance(theirs, dict):
                mine = {key: mine[key] for key in theirs}
            assert mine == theirs, f"{name}, seed {seed}"


def _run(*arguments: str, input: bytes | None = None) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["evaluate", *arguments], input=input)
    return result.exit_code, result.stdout, result.stderr


def test_command_with_predictions(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "gold", _gold())
    file = tmp_path / "predictions.jsonl"
    file.write_text(
        json.dumps(_predicted()) + "\n\n" + json.dumps(_predicted(document="x")), "utf-8"
    )
    code, out, err = _run(str(folder), "--predictions", str(file))
    assert code == 0
    assert "1 article, 1 annotated quote, 1 predicted" in out
    assert "expected calibration error 0.100" in out
    assert "1 predictions are of articles without annotations" in err
    code, out, _ = _run(str(folder), "--predictions", "-", "--json", input=file.read_bytes())
    assert code == 0
    assert json.loads(out)["attributed"]["f1"] == 1.0


def test_command_lists_errors(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "gold", _gold())
    line = json.dumps(_predicted(speaker={"name": "سعيد"})).encode()
    _, out, _ = _run(str(folder), "--predictions", "-", "--errors", input=line)
    assert out.startswith(
        "one speaker: قال | أحمد سالم | نرحب بالاتفاق\n    got سعيد | نرحب بالاتفاق\n"
    )
    _, out, _ = _run(str(folder), "--predictions", "-", "--errors", "--json", input=line)
    assert json.loads(out)["errors"][0]["predicted_speaker"] == "سعيد"


def test_command_runs_the_engine(tmp_path: Path) -> None:
    folder = _folder(tmp_path / "gold", _gold())
    code, out, _ = _run(str(folder), "--json")
    assert code == 0
    assert json.loads(out)["cue"]["r"] == 1.0


@pytest.mark.parametrize(
    "line",
    [
        b"no json",
        b"[]",
        b'{"document": "one"}',
        b'{"document": "one", "content": [{"start": 0}]}',
        b'{"document": "one", "content": [{"start": 0, "end": 100000}]}',
        b'{"document": "one", "content": [{"start": 5, "end": 2}]}',
        b"\xff\xfe",
    ],
)
def test_broken_predictions(tmp_path: Path, line: bytes) -> None:
    articles = read_gold(_folder(tmp_path, _gold()))
    with pytest.raises(InputError, match=r"quotes\.jsonl, line 2"):
        read_predictions([b"\n", line], "quotes.jsonl", articles)


def test_broken_gold(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a folder"):
        read_gold(tmp_path / "missing")
    with pytest.raises(UsageError, match="no annotations"):
        read_gold(tmp_path)
    _folder(tmp_path, _gold(cue=[0, 10_000]))
    with pytest.raises(InputError, match=r"one\.gold\.json"):
        read_gold(tmp_path)
    (tmp_path / "one.gold.json").write_text("{", "utf-8")
    with pytest.raises(InputError, match=r"one\.gold\.json"):
        read_gold(tmp_path)
    _folder(tmp_path, _gold())
    (tmp_path / "one.txt").unlink()
    with pytest.raises(InputError, match=r"one\.gold\.json"):
        read_gold(tmp_path)


def test_training_without_articles_is_answered_with_the_usage() -> None:
    pytest.importorskip("sklearn")
    done = subprocess.run(
        [sys.executable, "-m", "quotes.evaluation.train_confidence"],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("usage: python -m quotes.evaluation.train_confidence")
