"""How good the engine is: its quotes against quotes that people annotated.

``gold`` reads annotations and predictions, ``matching`` says which prediction answers which
annotation and what of it is right, ``scores`` adds up precision, recall, F1 and calibration.
"""

from quotes.evaluation.gold import (
    GoldArticle,
    GoldQuote,
    Prediction,
    prediction,
    read_gold,
    read_predictions,
)
from quotes.evaluation.matching import Mistake, Verdict, compare
from quotes.evaluation.scores import Calibration, Evaluation, evaluate

__all__ = [
    "Calibration",
    "Evaluation",
    "GoldArticle",
    "GoldQuote",
    "Mistake",
    "Prediction",
    "Verdict",
    "compare",
    "evaluate",
    "prediction",
    "read_gold",
    "read_predictions",
]
