"""``quotes evaluate``: the engine, or predictions of any program, against annotated articles."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from quotes.cli import engine, reading
from quotes.cli.display import complain, counted, printable
from quotes.errors import UsageError

if TYPE_CHECKING:
    from quotes.cli.outcome import Outcome
    from quotes.cli.progress import Interruption
    from quotes.evaluation import Evaluation, GoldArticle, Mistake, Prediction


def register(app: typer.Typer) -> None:
    """Add this module's commands to the application."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD", help="A folder of NAME.txt with NAME.gold.json.", show_default=False
        ),
    ],
    predictions: Annotated[
        str | None,
        typer.Option(
            "--predictions",
            metavar="FILE",
            help="Judge these quotes (JSONL; - reads standard input) instead of the engine's.",
        ),
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="List what is missed, invented or wrong.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    workers: reading.Workers = None,
    morphology: engine.Morphology = None,
) -> None:
    """Measure precision, recall and F1 on annotated articles.

    The figures stand by kind of quote; docs/gold.md has the format of the annotations.
    """
    from quotes.cli.outcome import Outcome
    from quotes.cli.progress import Interruption
    from quotes.evaluation import evaluate as judge
    from quotes.evaluation import read_gold

    articles = read_gold(gold)
    outcome = Outcome()
    if predictions is None:
        with Interruption() as interruption:
            predicted = _extract(articles, outcome, interruption, morphology, workers)
        if interruption.happened:
            complain("interrupted; nothing is measured")
            outcome.exit(interrupted=True)
    else:
        predicted = _read(predictions, articles)
    result = judge(articles, predicted)
    if as_json:
        _print_json(result, errors)
    else:
        if errors:
            for mistake in result.mistakes:
                _print_mistake(mistake)
        _print_figures(result)
    outcome.exit(interrupted=False)


def _extract(
    articles: tuple[GoldArticle, ...],
    outcome: Outcome,
    interruption: Interruption,
    morphology: str | None,
    workers: int | None,
) -> dict[str, list[Prediction]]:
    from quotes.cli.parallel import extract_all
    from quotes.evaluation import prediction
    from quotes.model import Document

    make_extractor = engine.extractor_maker(morphology)
    documents = [Document(str(article.path), article.text) for article in articles]
    names = {str(article.path): article.name for article in articles}
    results = extract_all(documents, make_extractor, workers)
    return {
        names[found.document.name]: [prediction(quote) for quote in found.quotes]
        for found in outcome.articles(interruption.until_interrupted(results))
    }


def _read(source: str, articles: tuple[GoldArticle, ...]) -> dict[str, list[Prediction]]:
    from quotes.evaluation import read_predictions

    with ExitStack() as stack:
        stream: BinaryIO
        if source == "-":
            stream, name = sys.stdin.buffer, "standard input"
        else:
            name = source
            try:
                stream = stack.enter_context(Path(source).open("rb"))
            except OSError as error:
                raise UsageError(f"{source}: cannot be read: {error.strerror}") from None
        predicted, elsewhere = read_predictions(stream, name, articles)
    if elsewhere:
        complain(f"{elsewhere} predictions are of articles without annotations: left out")
    return predicted


def _print_json(result: Evaluation, errors: bool) -> None:
    import orjson

    figures = result.figures()
    if errors:
        figures["errors"] = list(result.mistakes)
    typer.echo(orjson.dumps(figures))


def _print_mistake(mistake: Mistake) -> None:
    typer.echo(
        f"{mistake.document} {mistake.what}: {printable(mistake.cue)} | "
        f"{printable(mistake.speaker or '-')} | {printable(_cut(mistake.content))}"
    )
    if mistake.predicted_content is not None:
        typer.echo(
            f"    got {printable(mistake.predicted_speaker or '-')} | "
            f"{printable(_cut(mistake.predicted_content))}"
        )


def _cut(text: str, longest: int = 90) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


_PARTS = {
    "cue": "cue found",
    "content": "content overlaps by more than half",
    "exact": "content exact",
    "speaker": "speaker right",
    "attributed": "content and speaker right",
}
_COLUMNS = {
    "cue_recall": "cue",
    "content_recall": "content",
    "exact_recall": "exact",
    "speaker_recall": "speaker",
    "attributed_recall": "both",
    "kind_accuracy": "kind",
    "full_name": "full name",
    "mention": "mention",
}


def _print_figures(result: Evaluation) -> None:
    from quotes.evaluation.scores import GROUPS

    figures = result.figures()
    typer.echo(
        f"{counted(result.documents, 'article')}, {counted(result.gold, 'annotated quote')}, "
        f"{result.predicted:,} predicted"
    )
    typer.echo(f"\n  {'':36}{'precision':>9}{'recall':>9}{'F1':>9}")
    for part, words in _PARTS.items():
        typer.echo(f"  {words:36}" + _row(figures[part]))
    heads = "".join(f"{head:>10}" for head in _COLUMNS.values())
    typer.echo(f"\n  {'recall by kind':18}{'quotes':>7}{heads}")
    for name in GROUPS:
        group = figures[name]
        values = "".join(f"{_figure(group[column]):>10}" for column in _COLUMNS)
        typer.echo(f"  {name:18}{group['gold']:>7}{values}")
    if result.calibration is None:
        typer.echo("\nNo calibration: the predictions have no confidence.")
        return
    typer.echo(f"\n  {'confidence':14}{'quotes':>7}{'mean':>9}{'right':>9}")
    for bin in figures["calibration"]["bins"]:
        interval = f"{bin['low']:.1f} to {bin['high']:.1f}"
        shares = f"{_figure(bin['confidence']):>9}{_figure(bin['right']):>9}"
        typer.echo(f"  {interval:14}{bin['count']:>7}{shares}")
    error = _figure(figures["calibration"]["error"])
    typer.echo(f"  expected calibration error {error}")


def _row(score: dict[str, float]) -> str:
    return "".join(f"{_figure(score[name]):>9}" for name in ("p", "r", "f1"))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
