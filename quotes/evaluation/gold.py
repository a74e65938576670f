"""Annotated articles and predicted quotes, read and checked.

A gold folder holds ``NAME.txt`` and beside it ``NAME.gold.json``: an object with ``records``,
each with ``kind``, ``form``, ``content`` (list of ``[start, end]``), ``cue``, ``mention`` (or
null), ``speaker`` (acceptable names, the fullest first; empty where the text does not say) and
``optional``. Predictions are JSON lines in the form of :mod:`quotes.record`, of which
``document``, ``content``, ``cue``, ``mention``, ``speaker``, ``kind`` and ``confidence`` count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from quotes.errors import InputError, UsageError
from quotes.model import Quote

Offsets = tuple[int, int]
"""Start and end of a span, code points, end exclusive."""

_ANNOTATIONS = ".gold.json"


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """One annotated attribution. ``speakers``: every acceptable name, the fullest first."""

    kind: str
    form: str
    content: tuple[Offsets, ...]
    cue: Offsets
    mention: Offsets | None
    speakers: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with its annotations; ``name`` is the file's without ``.txt``."""

    name: str
    path: Path
    text: str
    quotes: tuple[GoldQuote, ...]


@dataclass(frozen=True, slots=True)
class Prediction:
    """What of a predicted quote is judged."""

    kind: str | None
    content: tuple[Offsets, ...]
    cue: Offsets | None
    mention: Offsets | None
    speaker: str | None
    confidence: float | None = None


def prediction(quote: Quote) -> Prediction:
    """The prediction that a quote of the engine makes."""
    return Prediction(
        quote.kind,
        tuple((span.start, span.end) for span in quote.content),
        (quote.cue.start, quote.cue.end),
        (quote.mention.start, quote.mention.end) if quote.mention else None,
        quote.speaker.name if quote.speaker else None,
        quote.confidence,
    )


def read_gold(folder: Path) -> tuple[GoldArticle, ...]:
    """Every annotated article of ``folder``, by name.

    Raises :class:`quotes.errors.UsageError` when there is none, and
    :class:`quotes.errors.InputError` when a text or its annotations cannot be read.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is not a folder of annotated articles")
    paths = sorted(folder.glob(f"*{_ANNOTATIONS}"))
    if not paths:
        raise UsageError(f"{folder} holds no annotations (NAME{_ANNOTATIONS} beside NAME.txt)")
    return tuple(_read_article(path) for path in paths)


def _read_article(annotations: Path) -> GoldArticle:
    name = annotations.name.removesuffix(_ANNOTATIONS)
    text_path = annotations.with_name(f"{name}.txt")
    try:
        # Not universal newlines: the offsets count every character of the file.
        text = text_path.read_bytes().decode("utf-8")
        content = orjson.loads(annotations.read_bytes())
    except (OSError, ValueError) as error:
        raise InputError(f"{annotations}: cannot be read with its text: {error}") from error
    try:
        quotes = tuple(_gold_quote(record, len(text)) for record in content["records"])
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise InputError(f"{annotations}: not in the form of annotations: {error!r}") from error
    return GoldArticle(name, text_path, text, quotes)


def _gold_quote(record: dict[str, Any], length: int) -> GoldQuote:
    return GoldQuote(
        kind=str(record["kind"]),
        form=str(record["form"]),
        content=tuple(_offsets(span, length) for span in record["content"]),
        cue=_offsets(record["cue"], length),
        mention=_offsets(record["mention"], length) if record["mention"] else None,
        speakers=tuple(str(name) for name in record["speaker"]),
        optional=bool(record["optional"]),
    )


def _offsets(span: list[int], length: int) -> Offsets:
    start, end = span
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= length):
        raise ValueError(f"[{start}, {end}] is no span of a text of {length} characters")
    return start, end


def read_predictions(
    lines: Iterable[bytes], source: str, articles: Iterable[GoldArticle]
) -> tuple[dict[str, list[Prediction]], int]:
    """Predictions by the name of their article, and how many are of other articles.

    ``source`` names where the lines come from. Raises :class:`quotes.errors.InputError` for a
    line that is no prediction.
    """
    lengths = {article.name: len(article.text) for article in articles}
    predictions: dict[str, list[Prediction]] = {}
    elsewhere = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = orjson.loads(line)
            name = _article_name(record["document"])
            if name not in lengths:
                elsewhere += 1
                continue
            predictions.setdefault(name, []).append(_prediction(record, lengths[name]))
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{source}, line {number}: not a quote record: {error!r}") from error
    return predictions, elsewhere


def _article_name(document: str) -> str:
    return document.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".txt")


def _prediction(record: dict[str, Any], length: int) -> Prediction:
    def span(value: dict[str, int] | None) -> Offsets | None:
        return _offsets([value["start"], value["end"]], length) if value else None

    content = (span(part) for part in record["content"])
    speaker = record.get("speaker")
    confidence = record.get("confidence")
    return Prediction(
        kind=record.get("kind"),
        content=tuple(part for part in content if part is not None),
        cue=span(record.get("cue")),
        mention=span(record.get("mention")),
        speaker=speaker.get("name") if isinstance(speaker, dict) else speaker,
        confidence=None if confidence is None else float(confidence),
    )
