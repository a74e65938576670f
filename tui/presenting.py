"""Quotes as rows, marks and paragraphs: what is shown of them, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from quotes.arabic.folding import FoldedText, fold, fold_with_offsets
from quotes.model import Candidate, Quote, Speaker, Status
from store.values import ReviewEvent, StoredQuote
from tui.language import Texts, isolated
from tui.painting import Cell
from tui.session.queue import View
from tui.session.views import BUILT_IN
from tui.widgets.article import Mark
from tui.widgets.painted import Paragraph

SIGNS: dict[Status, str] = {"pending": "·", "accepted": "✓", "rejected": "✗", "fixed": "✎"}
"""The sign of each status, so that none is told by colour alone."""

_MAX_OTHER_MENTIONS = 200
_PROCLITICS = frozenset("وفبلك")


def row(stored: StoredQuote, quote: Quote, status: Status, texts: Texts, width: int) -> list[Cell]:
    """A line of the queue: sign, confidence, speaker, words."""
    sign = SIGNS[status] + ("⚑" if stored.flagged_by else "!" if stored.needs_look else " ")
    name = quote.speaker.name if quote.speaker else texts("quote.no_speaker")
    speaker = min(22, max(width // 3, 8))
    return [
        Cell(sign, 2),
        Cell(f"{quote.confidence * 100:3.0f}", 3),
        # Isolated, a name that is cut has its ellipsis at its own end, whatever stands around it.
        Cell(isolated(name), speaker),
        Cell(isolated(quote.text[:200])),
    ]


def marks(quote: Quote, neighbours: Iterable[Quote], text: str) -> list[Mark]:
    """Everything to mark in the article while ``quote`` is in view."""
    found = [
        Mark(piece.start, piece.end, "neighbour")
        for other in neighbours
        if other.id != quote.id
        for piece in other.content
    ]
    found += [Mark(piece.start, piece.end, "content") for piece in quote.content]
    if quote.speaker is not None:
        found += other_mentions(quote.speaker, text)
    if quote.mention is not None:
        found.append(Mark(quote.mention.start, quote.mention.end, "mention"))
    found.append(Mark(quote.cue.start, quote.cue.end, "cue"))
    return found


def other_mentions(speaker: Speaker, text: str) -> list[Mark]:
    """Where the text calls the speaker by one of his names: whole words, folded spelling."""
    folded = _folded(text)
    found: list[Mark] = []
    for name in {fold(name) for name in (speaker.name, *speaker.aliases)}:
        at = folded.text.find(name) if len(name) > 2 else -1
        while at >= 0 and len(found) < _MAX_OTHER_MENTIONS:
            end = at + len(name)
            if _begins_word(folded.text, at) and not folded.text[end : end + 1].isalnum():
                found.append(Mark(*folded.original(at, end), "other_mention"))
            at = folded.text.find(name, end)
    return found


def searched(words: Iterable[str], text: str) -> list[Mark]:
    """Where the words of a search stand in the text."""
    folded = _folded(text)
    found: list[Mark] = []
    for word in words:
        at = folded.text.find(word) if word else -1
        while at >= 0 and len(found) < _MAX_OTHER_MENTIONS:
            found.append(Mark(*folded.original(at, at + len(word)), "selection"))
            at = folded.text.find(word, at + len(word))
    return found


@lru_cache(maxsize=4)
def _folded(text: str) -> FoldedText:
    return fold_with_offsets(text)


def _begins_word(text: str, at: int) -> bool:
    """Whether a word begins at ``at``, perhaps after one of the proclitics (wa-, fa-, bi-, li-)."""
    before = text[max(at - 2, 0) : at]
    if before[-1:] in _PROCLITICS and before:
        before = before[:-1]
    return not before[-1:].isalnum()


def details(
    stored: StoredQuote, quote: Quote, status: Status, texts: Texts, *, blind: bool
) -> list[Paragraph]:
    """What is known of the quote in view: its kind, cue, candidates with evidence, and source."""
    stance = texts.get(f"stance.{quote.cue.stance}", quote.cue.stance)
    paragraphs = [
        Paragraph.of(
            (f"{SIGNS[status]} {texts(f'status.{status}')}", "strong"),
            f"  {texts(f'kind.{quote.kind}')} · {texts(f'form.{quote.form}')}  "
            f"{texts('quote.cue')}: ",
            (isolated(quote.cue.text), "strong"),
            f" ({isolated(quote.cue.lemma)} · {stance})  "
            f"{texts('quote.confidence')} {_percent(quote.confidence)}",
        )
    ]
    if not blind:
        paragraphs += [Paragraph.of((f"! {warning}", "bad")) for warning in warnings(stored, texts)]
    paragraphs += speakers(quote, texts)
    source = " · ".join(
        isolated(part)
        for part in (
            stored.document.outlet,
            (stored.document.published or "")[:10],
            stored.document.title or stored.document.name.rsplit("/", 1)[-1],
        )
        if part
    )
    paragraphs.append(Paragraph.of((source, "faint")))
    return paragraphs


def view_name(view: View, texts: Texts) -> str:
    """What a view is called: its own name, that of a built-in one, or its filter and order."""
    for known in BUILT_IN:
        if (known.where, known.order) == (view.where, view.order):
            return texts(f"view.{known.name}")
    if view.name:
        return f"★ {isolated(view.name)}"
    return f"{isolated(view.where) or texts('view.all')} · {texts(f'order.{view.order}')}"


def warnings(stored: StoredQuote, texts: Texts) -> list[str]:
    """What a reviewer should know before deciding."""
    found = []
    if stored.needs_look:
        found.append(stored.needs_look)
    if stored.disputed:
        found.append(texts("quote.disputed"))
    if stored.gone:
        found.append(texts("quote.gone"))
    if stored.flagged_by:
        found.append(texts("quote.flagged", who=", ".join(stored.flagged_by)))
    if stored.notes:
        found.append(texts("quote.notes", count=stored.notes))
    return found


def speakers(quote: Quote, texts: Texts) -> list[Paragraph]:
    """The candidates for speaker with the evidence for each, the chosen one marked."""
    chosen = fold(quote.speaker.name) if quote.speaker else None
    if not any(fold(candidate.speaker.name) == chosen for candidate in quote.candidates):
        name = _named(quote.speaker) if quote.speaker else texts("quote.no_speaker")
        evidence = texts("list.separator").join(_evidence(e, texts) for e in quote.evidence)
        first = [Paragraph.of(("● ", "good"), (name, "strong"), (f"  {evidence}", "faint"))]
    else:
        first = []
    return first + [
        _candidate(number, candidate, fold(candidate.speaker.name) == chosen, texts)
        for number, candidate in enumerate(quote.candidates[:9], 1)
    ]


def _candidate(number: int, candidate: Candidate, chosen: bool, texts: Texts) -> Paragraph:
    evidence = texts("list.separator").join(_evidence(e, texts) for e in candidate.evidence)
    return Paragraph.of(
        ("● " if chosen else "○ ", "good" if chosen else "faint"),
        (str(number), "key"),
        " ",
        (_named(candidate.speaker), "strong" if chosen else ""),
        (f"  {_percent(candidate.score)}  {evidence}", "faint"),
    )


def _named(speaker: Speaker) -> str:
    """The name with the role, as the text would have them, whatever the app's language is."""
    comma = "، " if "\u0600" <= speaker.name[:1] <= "\u06ff" else ", "
    return isolated(speaker.name + (f"{comma}{speaker.role}" if speaker.role else ""))


def _percent(share: float) -> str:
    """A share in percent, the sign on the same side in every line."""
    return isolated(f"{share * 100:.0f}%")


def _evidence(reason: str, texts: Texts) -> str:
    return isolated(texts.get(f"evidence.{reason}", reason))


def event(entry: ReviewEvent, texts: Texts) -> Paragraph:
    """A line of a quote's history."""
    after = entry.after.reading.speaker if entry.after else None
    said = (
        f" → {isolated(after.name)}"
        if after and entry.action in ("fix", "add", "join", "split")
        else ""
    )
    note = f"  «{isolated(texts.get(f'reason.{entry.note}', entry.note))}»" if entry.note else ""
    return Paragraph.of(
        (entry.at[:16].replace("T", " "), "faint"),
        f"  {isolated(entry.reviewer)}  ",
        (texts(f"event.{entry.action}"), "strong"),
        said,
        note,
    )
