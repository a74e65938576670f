"""Answers about words that are kept, since a text says the same words again and again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Answer = TypeVar("Answer")

_MOST_REMEMBERED = 200_000


class Remembered(dict[Question, Answer], Generic[Question, Answer]):
    """``remembered[word]`` is the answer of ``ask``, asked once for each word.

    All is forgotten when 200,000 words are remembered, so that memory stays bounded.
    """

    def __init__(self, ask: Callable[[Question], Answer]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, word: Question) -> Answer:
        answer = self._ask(word)
        self.remember(word, answer)
        return answer

    def remember(self, word: Question, answer: Answer) -> None:
        """Keep an answer that is known already."""
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[word] = answer


def remembering(ask: Callable[[Question], Answer]) -> Callable[[Question], Answer]:
    """``ask`` as a function that keeps its answers, as :class:`Remembered` does."""
    return Remembered(ask).__getitem__
