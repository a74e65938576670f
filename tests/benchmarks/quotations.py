"""A hundred thousand invented quotes that behave like news: few words are common, many are rare,
few speakers say much, and one statement in twenty is printed again in other words."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import accumulate

from quotes.model import Cue, Document, Quote, Span, Speaker, quote_id

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_QUOTES_IN_AN_ARTICLE = 5


def invented_articles(quotes: int, seed: int = 7) -> Iterator[tuple[Document, list[Quote]]]:
    """Articles with ``quotes`` quotes in all, the same ones for the same seed."""
    random_source = random.Random(seed)
    vocabulary = list(
        {
            "".join(random_source.choices(_LETTERS, k=random_source.randint(3, 7)))
            for _ in range(40_000)
        }
    )
    vocabulary.sort()
    random_source.shuffle(vocabulary)
    # Zipf's law, with the steep top that function words would take cut off.
    word_weights = list(accumulate(1 / (rank + 20) for rank in range(len(vocabulary))))
    speakers = [
        Speaker(f"s{i}", " ".join(random_source.sample(vocabulary, 2)), None, "person")
        for i in range(3_000)
    ]
    speaker_weights = list(accumulate(1 / (rank + 5) for rank in range(len(speakers))))
    said: list[tuple[Speaker, list[str]]] = []

    def statement() -> tuple[Speaker, list[str]]:
        if said and random_source.random() < 0.05:
            speaker, words = random_source.choice(said)
            words = [
                word
                if random_source.random() < 0.8
                else random_source.choices(vocabulary, cum_weights=word_weights)[0]
                for word in words
            ]
            return speaker, words
        speaker = random_source.choices(speakers, cum_weights=speaker_weights)[0]
        count = random_source.randint(6, 30)
        words = random_source.choices(vocabulary, cum_weights=word_weights, k=count)
        said.append((speaker, words))
        return speaker, words

    for number in range(0, quotes, _QUOTES_IN_AN_ARTICLE):
        statements = [statement() for _ in range(min(_QUOTES_IN_AN_ARTICLE, quotes - number))]
        yield _article(number, statements)


def _article(
    number: int, statements: list[tuple[Speaker, list[str]]]
) -> tuple[Document, list[Quote]]:
    lines, places, length = [], [], 0
    for speaker, words in statements:
        head = f"قال {speaker.name}: «"
        line = f"{head}{' '.join(words)}»."
        places.append((length, length + len(head), " ".join(words)))
        lines.append(line)
        length += len(line) + 1
    document = Document(f"article-{number}", "\n".join(lines), outlet=f"outlet {number % 40}")
    quotes = []
    for (start, content_start, text), (speaker, _) in zip(places, statements, strict=True):
        cue = Cue(start, start + 3, "قال", "قال", "neutral", "verb")
        content = (Span(content_start, content_start + len(text), text),)
        quotes.append(
            Quote(
                quote_id(document.sha256, cue, content),
                "direct",
                "clause",
                content,
                cue,
                None,
                speaker,
                confidence=0.9,
            )
        )
    return document, quotes
