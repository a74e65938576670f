"""Quotation marks: which opening mark belongs to which closing one.

Arabic news uses "…", “…”, «…», ''…'', „…“, ((…)) and mixtures of them, often unbalanced: marks
of different pairs, one mark missing, a straight mark for both sides. Marks are paired paragraph
by paragraph so that one stray mark never swallows the rest of the article; a quotation that
opens in one paragraph and closes in a later one is joined only where the typography says so
(the next paragraph opens with the same mark, or holds the missing closing mark; behind a colon, one
of the next dozen paragraphs does, and none before it has a mark).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import regex

from quotes.arabic.folding import fold

_OPENING = {
    "«": "»",
    "“": "”",
    "„": "“”",
    "‹": "›",
    "((": "))",
    "‘": "’",
    "﴿": "﴾",
    "{": "}",
    "(": ")",
}
_CLOSING = frozenset("»”›’﴾})") | {"))"}
# Scraped pages keep the names of characters: &quot;.
_ENTITIES = {
    "&quot;": '"',
    "&laquo;": "«",
    "&raquo;": "»",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&#8220;": "“",
    "&#8221;": "”",
}
_STRAIGHT = frozenset({'"', "''", "'", "＂", "″"})
# Verses and traditions may stand in round brackets: قال تعالى (…) "the Most High said", and so may
# three words or more behind a colon. A bracket is found first, and only then looked behind.
_TATWEEL = "ـ*"
_HOLY_WORDS = "|".join(map(_TATWEEL.join, ("تعالى", "تعالي", "وسلم", "وجل")))
_HOLY = rf"(?:{_HOLY_WORDS})\s?:?\s?"
_STATEMENT = r"[^()\s]+\s+[^()\s]+\s[^()\n]{1,600}\)"
_BRACKET_OPENS = rf"\((?<={_HOLY}\()(?!\()|\((?<=:\s{{0,3}}\()(?={_STATEMENT})"
_BRACKET_CLOSES = rf"\)(?<={_HOLY}\([^()\n]{{1,600}}\))|\)(?<=:\s{{0,3}}\({_STATEMENT})"
_MARK = regex.compile(
    rf"{_BRACKET_OPENS}|{_BRACKET_CLOSES}|"
    r"&(?:quot|laquo|raquo|ldquo|rdquo|#8220|#8221);|''|\(\(|\)\)|[«»“”„‹›\"‘’＂″﴿﴾{}]|(?<![\p{L}\p{N}])'(?=\p{L})|(?<=[\p{L}.!؟])'(?!\p{L})"
)
# Letters that are written onto the next word and so may stand before an opening mark:
# و ف ب ل ك and the article ال.
_CLITICS = regex.compile(r"(?<!\p{L})[وف]?(?:[بلك]|ال|لل|بال)?$")
_LONGEST_CLITICS = 4
_LAST_WORD = regex.compile(r"[\p{L}\p{M}]+$")
_LONGEST_VERB = 20
# A verb with its subject before the mark: وقال المرصد "…, "the observatory said".
_REPORTING_CLAUSE = regex.compile(r"(?:[\p{L}\p{M}]+[ \u00a0]+){1,6}$")
_LONGEST_CLAUSE = 80
# وقال سالم وهو سائق لرويترز عبر الهاتف "…, "said Salem, who is a driver, to Reuters by telephone"
_LONG_CLAUSE = regex.compile(r"(?:[\p{L}\p{M}]+،?[ \u00a0]+){7,22}$")
_LONGEST_REPORT = 160
_THAT = ("ان", "بان")
_BEHIND_PAUSE = regex.compile(rf"[.،؛,]\s*([\p{{L}}\p{{M}}]+)(?!\s+{_HOLY})")
_MAXIMUM_LENGTH = 20_000
# How many paragraphs a letter or a telegram may have.
_LONGEST_LETTER = 12
_DEEPEST = 20
_MARKS_ROUND_PARAGRAPH = 2
_PAUSES = " \t\r\u00a0.،,؛…!؟"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between two marks. ``start`` and ``end`` are inside the marks, the outer ones around.

    ``closed`` is False where the closing mark is missing: the paragraph's end stands for it, or the
    next pause before a verb of saying.
    """

    outer_start: int
    start: int
    end: int
    outer_end: int
    closed: bool = True


def find_quotations(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    reports: Callable[[str], bool] = lambda word: False,
) -> list[Quotation]:
    """The quotations of ``text`` in order of their start; inner ones follow their outer one.

    ``paragraphs`` are the ``(start, end)`` offsets between line breaks. ``reports`` tells of a
    word, in folded spelling, whether an opening mark right behind it opens speech, so that the
    mark counts though nothing closes it.
    """
    found: list[Quotation] = []
    marks = [mark for mark in _MARK.finditer(text) if not _is_apostrophe(text, mark)]
    starts = [mark.start() for mark in marks]
    carried: regex.Match[str] | None = None
    for number, (start, end) in enumerate(paragraphs, start=1):
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        if carried is None and not inside:
            continue
        pairs, unclosed = _pair(text, start, end, inside, carried, reports)
        found.extend(pairs)
        carried = unclosed
        if unclosed is not None and not _closes_later(text, paragraphs, number, unclosed, reports):
            stop = _reporter_returns(text, unclosed.end(), end, reports)
            found.append(Quotation(unclosed.start(), unclosed.end(), stop, stop, closed=False))
            carried = None
    return sorted(found, key=lambda q: (q.outer_start, -q.outer_end))


def _pair(
    text: str,
    start: int,
    end: int,
    marks: Sequence[regex.Match[str]],
    carried: regex.Match[str] | None,
    reports: Callable[[str], bool],
) -> tuple[list[Quotation], regex.Match[str] | None]:
    """Pairs within one paragraph, and the speech-opening mark that stays open at its end.

    ``marks`` are those of the paragraph.
    """
    pairs: list[Quotation] = []
    open_marks: list[regex.Match[str]] = [carried] if carried is not None else []
    for mark in marks:
        if (
            carried is not None
            and _symbol(mark) == _symbol(carried)
            and not text[start : mark.start()].strip()
            and (_symbol(mark) != '"' or _repeats_opening(text, start, end, '"'))
        ):
            # The paragraph goes on with the quotation and repeats its opening mark.
            continue
        left = _left_open(text, mark, open_marks, reports)
        if left is not None:
            opening = open_marks.pop()
            pairs.append(Quotation(opening.start(), opening.end(), left, left, closed=False))
        partner = _partner(text, mark, open_marks)
        if partner is None:
            if _can_open(text, mark, end) or _is_behind_verb(text, mark, reports):
                open_marks.append(mark)
                # Of more marks than anybody nests the first ones were never closed.
                del open_marks[:-_DEEPEST]
            continue
        opening = open_marks[partner]
        del open_marks[partner:]
        if mark.start() > opening.end():
            pairs.append(Quotation(opening.start(), opening.end(), mark.start(), mark.end()))
    if carried is not None and carried in open_marks:
        return pairs, carried
    speech = [m for m in open_marks if _introduces_speech(text, m.start(), reports)]
    return pairs, speech[0] if speech else None


def _left_open(
    text: str,
    mark: regex.Match[str],
    open_marks: Sequence[regex.Match[str]],
    reports: Callable[[str], bool],
) -> int | None:
    """Where the words behind the last open mark end that nobody has closed before ``mark``.

    "بدأ العمل اليوم. وقال: "سنكمله: '"the work began today. And he said: "we shall finish it': a
    straight mark behind a colon and before a letter opens what he says next.
    """
    if not open_marks or _symbol(mark) not in _STRAIGHT or mark.end() >= len(text):
        return None
    opening = open_marks[-1]
    before = text[max(opening.end(), mark.start() - 2) : mark.start()]
    if (
        _symbol(opening) != _symbol(mark)
        or not before.rstrip().endswith(":")
        or not text[mark.end()].isalnum()
    ):
        return None
    clause = max(opening.end(), mark.start() - _LONGEST_CLAUSE)
    stop = _reporter_returns(text, clause, mark.start(), reports)
    return stop if stop < mark.start() else None


def _symbol(mark: regex.Match[str]) -> str:
    text: str = mark.group()
    return _ENTITIES.get(text, text)


def _partner(text: str, mark: regex.Match[str], open_marks: list[regex.Match[str]]) -> int | None:
    """The index of the open mark that ``mark`` closes, or None where it opens."""
    symbol = _symbol(mark)
    if symbol not in _STRAIGHT and symbol not in _CLOSING and symbol != "“":
        return None
    for index in range(len(open_marks) - 1, -1, -1):
        if _are_pair(_symbol(open_marks[index]), symbol):
            return None if symbol in _STRAIGHT and _must_open(text, mark) else index
    # A straight mark may close what another kind of mark has opened, and “ is also what some
    # editors type on the closing side.
    closes = symbol in _CLOSING or (bool(open_marks) and not _can_open(text, mark, len(text)))
    return len(open_marks) - 1 if open_marks and closes else None


def _are_pair(opener: str, closer: str) -> bool:
    """Whether one kind of mark can be closed by another."""
    alike = opener == closer and (closer in _STRAIGHT or closer == "”")
    return alike or (closer not in _STRAIGHT and closer in _OPENING.get(opener, ""))


def _is_apostrophe(text: str, mark: regex.Match[str]) -> bool:
    if mark.group() not in "‘’":
        return False
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isascii() and before.isalpha() and after.isalpha()


def _after_space(text: str, offset: int) -> bool:
    before = text[offset - 1 : offset]
    return not before or before.isspace() or before in ":,،.؛-–—(/[…ـ|"


def _can_open(text: str, mark: regex.Match[str], end: int) -> bool:
    if _symbol(mark) == "”":
        # Some editors print the closing mark on both sides: قال: ”…”, "he said", and لـ”واس”,
        # "to SPA".
        return text[max(0, mark.start() - 3) : mark.start()].rstrip().endswith(":") or (
            text[mark.end() : mark.end() + 1].isalnum()
            and (_after_space(text, mark.start()) or _follows_clitic(text, mark))
            and _closed_soon(text, mark, end)
        )
    if _symbol(mark) in _CLOSING and _symbol(mark) not in _OPENING:
        return False
    after = text[mark.end() : mark.end() + 1]
    if not after or mark.end() >= end:
        return False
    if _symbol(mark) in _STRAIGHT or _symbol(mark) == "“":
        if _after_space(text, mark.start()):
            return (
                not after.isspace()
                or text[mark.start() - 2 : mark.start()].strip() == ":"
                or _closed_soon(text, mark, end)
            )
        return not after.isspace() and _follows_clitic(text, mark)
    return True


def _follows_clitic(text: str, mark: regex.Match[str]) -> bool:
    return bool(_CLITICS.search(text, max(0, mark.start() - _LONGEST_CLITICS), mark.start()))


def _must_open(text: str, mark: regex.Match[str]) -> bool:
    """Whether a straight mark can only be an opening one: a space before it, a letter after."""
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before == ":" or (before.isspace() and after.isalnum() and _double_open(text, mark))


def _double_open(text: str, mark: regex.Match[str]) -> bool:
    """Whether another mark of the same kind closes this one before the next one could open."""
    following = _MARK.search(text, mark.end(), mark.end() + 60)
    if following is None or _symbol(following) != _symbol(mark):
        return False
    after = text[following.end() : following.end() + 1]
    return not text[following.start() - 1].isspace() and not after.isalnum()


def _closed_soon(text: str, mark: regex.Match[str], end: int) -> bool:
    """Whether the next mark of the paragraph is of the same kind and can only close."""
    following = _MARK.search(text, mark.end(), end)
    if following is None or _symbol(following) != _symbol(mark):
        return False
    after = text[following.end() : following.end() + 1]
    return not text[following.start() - 1].isspace() or not after or not after.isalnum()


def _introduces_speech(text: str, offset: int, reports: Callable[[str], bool]) -> bool:
    """Whether a colon or a verb of saying stands before the mark, or the mark begins its line."""
    before = text[max(0, offset - _LONGEST_VERB) : offset].rstrip(" \u00a0")
    if before.endswith((":", "\n")) or offset == 0:
        return True
    clause = _REPORTING_CLAUSE.search(text, max(0, offset - _LONGEST_CLAUSE), offset)
    if clause is not None and any(reports(fold(word)) for word in clause.group().split()):
        return True
    if text[offset] not in _OPENING:
        return False
    # A mark that can only open may stand farther from the verb, with nothing told between.
    far = _LONG_CLAUSE.search(text, max(0, offset - _LONGEST_REPORT), offset)
    words = [fold(word) for word in far.group().split()] if far is not None else []
    return any(map(reports, words)) and not any(word.startswith(_THAT) for word in words)


def _is_behind_verb(text: str, mark: regex.Match[str], reports: Callable[[str], bool]) -> bool:
    """Whether a straight mark follows a verb of saying, with spaces round it or on one side only.

    قائلا " يجب and وأضاف" أبدى, "he added".
    """
    if _symbol(mark) not in _STRAIGHT:
        return False
    before = text[max(0, mark.start() - _LONGEST_VERB) : mark.start()].rstrip(" \u00a0")
    word = _LAST_WORD.search(before)
    return word is not None and reports(fold(word.group()))


def _reporter_returns(text: str, start: int, end: int, reports: Callable[[str], bool]) -> int:
    """Where a quotation that nothing closes ends: at a pause before the next verb of saying."""
    for pause in _BEHIND_PAUSE.finditer(text, start, end):
        if reports(fold(pause.group(1))):
            stop: int = pause.start()
            return stop
    return end


def _repeats_opening(text: str, start: int, end: int, symbol: str) -> bool:
    """Whether a paragraph only goes on with an open quotation, whose mark it repeats at its start.

    It has no other mark, or closes with one, and nobody tells who said it.
    """
    marks = [mark for mark in _MARK.finditer(text, start, end) if _symbol(mark) == symbol]
    if not marks or text[start : marks[0].start()].strip() or len(marks) > _MARKS_ROUND_PARAGRAPH:
        return False
    return len(marks) == 1 or not text[marks[-1].end() : end].strip(_PAUSES)


def _closes_later(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    following: int,
    opening: regex.Match[str],
    reports: Callable[[str], bool],
) -> bool:
    """Whether the paragraph ``following`` goes on with the quotation that ``opening`` began.

    A letter or a telegram behind a colon may have paragraphs without marks before the last.
    """
    opener = _symbol(opening)
    before = text[max(0, opening.start() - _LONGEST_VERB) : opening.start()].rstrip()
    silent = opener not in _STRAIGHT and before.endswith(":")
    for start, stop in paragraphs[following : following + (_LONGEST_LETTER if silent else 1)]:
        if stop - opening.start() > _MAXIMUM_LENGTH:
            return False
        first = _MARK.search(text, start, stop)
        if first is None:
            continue
        symbol = _symbol(first)
        if opener in _STRAIGHT:
            if symbol == opener and _repeats_opening(text, start, stop, opener):
                return True
            opens = _can_open(text, first, stop) or _is_behind_verb(text, first, reports)
            return symbol == opener and not opens
        return symbol in _OPENING.get(opener, "") or (
            symbol == opener and not text[start : first.start()].strip()
        )
    return False
