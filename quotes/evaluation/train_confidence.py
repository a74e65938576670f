"""Learn the weights of the confidence from annotated articles.

    python -m quotes.evaluation.train_confidence GOLD_FOLDER ...

prints the expected calibration error and the Brier score in cross-validation by article, and
rewrites ``quotes/lexicon/confidence.toml``. Needs scikit-learn, which camel-tools brings.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from quotes.evaluation.gold import prediction, read_gold
from quotes.evaluation.matching import compare
from quotes.evaluation.scores import calibration
from quotes.extraction import Extractor
from quotes.extraction.records.assembly import assemble
from quotes.extraction.records.confidence import gather, load_weights
from quotes.extraction.text.article import Article
from quotes.model import Document

_FOLDS = 10
# The inverse strength of the L2 penalty: with some hundred examples weights stay small.
_REGULARISATION = 0.5
_WEIGHTS = Path(__file__).parent.parent / "lexicon" / "confidence.toml"


def examples(folders: list[Path]) -> tuple[list[tuple[str, ...]], list[bool], list[int]]:
    """For each quote that the engine finds: its evidence, whether it is right, its article.

    Quotes that answer a borderline annotation are left out.
    """
    extractor = Extractor()
    evidence: list[tuple[str, ...]] = []
    right: list[bool] = []
    groups: list[int] = []
    articles = [article for folder in folders for article in read_gold(folder)]
    for number, gold in enumerate(articles):
        article = Article(Document(gold.name, gold.text), extractor.words)
        resolved = extractor.resolve(article)
        pieces = gather(article, resolved)
        found = assemble(article, extractor.words, list(zip(resolved, pieces, strict=True)))
        predictions = [prediction(quote) for quote in found]
        for comparison in compare(gold, predictions):
            predicted = comparison.prediction
            if predicted is None or (comparison.gold is not None and comparison.gold.optional):
                continue
            evidence.append(pieces[next(n for n, p in enumerate(predictions) if p is predicted)])
            right.append(comparison.verdict is not None and comparison.verdict.attributed)
            groups.append(number)
    return evidence, right, groups


def main(folders: list[Path]) -> None:
    """Train, report and write."""
    names = list(load_weights().weights)
    evidence, right, groups = examples(folders)
    table = np.array([[name in pieces for name in names] for pieces in evidence], dtype=float)
    truth = np.array(right)
    model = LogisticRegression(C=_REGULARISATION, max_iter=1000)
    likely = cross_val_predict(
        model, table, truth, groups=groups, cv=GroupKFold(_FOLDS), method="predict_proba"
    )[:, 1]
    measured = calibration([(float(p), bool(t)) for p, t in zip(likely, truth, strict=True)])
    assert measured is not None
    brier = float(np.mean((likely - truth) ** 2))
    print(f"{len(truth)} quotes, {truth.mean():.3f} right")
    print(f"cross-validated: ECE {measured.error:.3f}, Brier {brier:.3f}")
    model.fit(table, truth)
    write(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True)))


def write(intercept: float, weights: dict[str, float]) -> None:
    """Put the weights into the data file; its words stay."""
    text = _WEIGHTS.read_text("utf-8")
    text = re.sub(r"(?m)^intercept = .*$", f"intercept = {intercept:.3f}", text)
    for name, weight in weights.items():
        text = re.sub(rf'(name = "{name}"\nsays = ".*"\nweight = ).*', rf"\g<1>{weight:.3f}", text)
    _WEIGHTS.write_text(text, "utf-8")


def _arguments() -> list[Path]:
    parser = argparse.ArgumentParser(
        prog="python -m quotes.evaluation.train_confidence",
        description="Learn the weights of the confidence from annotated articles.",
    )
    parser.add_argument(
        "gold",
        metavar="GOLD",
        type=Path,
        nargs="+",
        help="Folders of NAME.txt with NAME.gold.json.",
    )
    folders: list[Path] = parser.parse_args().gold
    return folders


if __name__ == "__main__":
    main(_arguments())
