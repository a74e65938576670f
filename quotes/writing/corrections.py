"""Quotes that come back from where a person corrected them: our JSONL, brat, Label Studio.

Each comes back as a :class:`Returned`: the quote as it now stands, and the id under which it
left. Nothing is taken on trust: spans must fit the text, and what cannot be read is an error that
names the place.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from quotes.errors import InputError
from quotes.model import Cue, Document, Mention, Quote, Span, Speaker, quote_id
from quotes.record import from_record
from quotes.writing.brat import RECORD_NOTE


@dataclass(frozen=True, slots=True)
class Returned:
    """One quote that came back.

    ``original`` is the id under which it was written, ``None`` for one that a person added.
    ``quote`` is ``None`` where the person took the quote away. ``document`` is the article,
    where the file carries its text. ``reviewer`` is whoever the file names.
    """

    document_sha256: str
    original: str | None
    quote: Quote | None
    document: Document | None = None
    reviewer: str | None = None


def read_corrections(path: Path) -> Iterator[Returned]:
    """The quotes in a file or folder, by what it is: JSONL, Label Studio JSON, or brat.

    Raises :class:`InputError` when it is none of these or damaged.
    """
    if path.is_dir():
        yield from _brat(
            {p.name: p.read_bytes() for p in sorted(path.iterdir()) if p.is_file()}, path
        )
        return
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from _brat({name: archive.read(name) for name in archive.namelist()}, path)
            return
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from None
    except zipfile.BadZipFile:
        raise InputError(f"{path}: the zip archive is damaged") from None
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"["):
        yield from _label_studio(data, path)
    else:
        yield from _jsonl(data, path)


# -- our JSONL -------------------------------------------------------------------------------


def _jsonl(data: bytes, path: Path) -> Iterator[Returned]:
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            yield Returned(record["document_sha256"], record["id"], from_record(record))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(
                f"{path}, line {number}: not a quote record ({_reason(error)})"
            ) from None


# -- brat ------------------------------------------------------------------------------------

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"(E\d+)\t(\S+)")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) (E\d+) (\S+)")
_NOTE = re.compile(rf"#\d+\t{RECORD_NOTE} (E\d+)\t(.*)")


def _brat(files: Mapping[str, bytes], path: Path) -> Iterator[Returned]:
    annotated = [name for name in files if name.endswith(".ann")]
    if not annotated:
        raise InputError(f"{path} holds no brat annotation files (.ann)")
    for name in annotated:
        source = files.get(name.removesuffix(".ann") + ".txt")
        if source is None:
            raise InputError(f"{path}: {name} has no text file beside it")
        try:
            text, lines = source.decode("utf-8"), files[name].decode("utf-8")
        except UnicodeDecodeError:
            raise InputError(f"{path}: {name} or its text is not UTF-8") from None
        yield from _brat_file(Document(name.removesuffix(".ann") + ".txt", text), lines, name)


def _brat_file(document: Document, annotations: str, name: str) -> Iterator[Returned]:
    bound: dict[str, tuple[Span, ...]] = {}
    events: dict[str, dict[str, str]] = {}
    attributes: dict[str, dict[str, str]] = {}
    records: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(annotations.split("\n"), 1):
        try:
            if found := _TEXT_BOUND.match(line):
                bound[found[1]] = _brat_spans(found[3], document.text)
            elif found := _EVENT.match(line):
                parts = [part.split(":", 1) for part in line[found.start(2) :].split()]
                events[found[1]] = {role.rstrip("0123456789"): key for role, key in parts}
            elif found := _ATTRIBUTE.match(line):
                attributes.setdefault(found[2], {})[found[1]] = found[3]
            elif found := _NOTE.match(line):
                records[found[1]] = json.loads(found[2])
        except ValueError as error:
            raise InputError(f"{name}, line {number}: {_reason(error)}") from None
    for event, arguments in events.items():
        try:
            original = from_record(records[event]) if event in records else None
            content, cue = bound[arguments["Quote"]], bound[arguments["Cue"]][0]
            mention = bound[arguments["Speaker"]][0] if "Speaker" in arguments else None
            quote = _mended(original, document, content, cue, mention)
            named = attributes.get(event, {})
            quote = replace(
                quote,
                kind=_one_of(named.get("Kind", quote.kind), ("direct", "indirect", "mixed")),
                form=_one_of(named.get("Form", quote.form), ("clause", "nominal")),
                status=_one_of(named.get("Status", quote.status), _STATUSES),
            )
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            raise InputError(f"{name}, event {event}: {_reason(error)}") from None
        yield Returned(document.sha256, original.id if original else None, quote, document)


def _brat_spans(places: str, text: str) -> tuple[Span, ...]:
    """The fragments of a text-bound annotation; those that only a line break divides are joined."""
    spans: list[Span] = []
    for place in places.split(";"):
        start, end = map(int, place.split())
        span = _span(start, end, text)
        if (
            spans
            and not text[spans[-1].end : start].strip()
            and "\n" in text[spans[-1].end : start]
        ):
            span = _span(spans.pop().start, end, text)
        spans.append(span)
    return tuple(spans)


# -- Label Studio ----------------------------------------------------------------------------


def _label_studio(data: bytes, path: Path) -> Iterator[Returned]:
    try:
        tasks = json.loads(data)
    except ValueError as error:
        raise InputError(f"{path}: not JSON ({_reason(error)})") from None
    for number, task in enumerate(tasks, 1):
        try:
            yield from _label_studio_task(task)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError) as error:
            raise InputError(
                f"{path}, task {number}: not a Label Studio task of ours ({_reason(error)})"
            ) from None


def _label_studio_task(task: Mapping[str, Any]) -> Iterator[Returned]:
    """The quotes of the last annotation that was not cancelled; none where nobody annotated."""
    data = task["data"]
    finished = [each for each in task.get("annotations", ()) if not each.get("was_cancelled")]
    if not finished:
        return
    annotation = finished[-1]
    document = Document(
        data["document"],
        data["text"],
        data.get("title"),
        data.get("outlet"),
        data.get("author"),
        data.get("published"),
        data.get("address"),
    )
    reviewer = _annotator(annotation.get("completed_by"))
    originals = {quote.id: quote for quote in map(from_record, data.get("quotes", ()))}
    returned = set()
    for linked in _linked_quotes(annotation["result"], document.text):
        original = originals.get(linked.region.removesuffix("-quote"))
        quote = _mended(original, document, linked.content, linked.cue, linked.mention)
        kind = _one_of(
            quote.kind if linked.kind is None else linked.kind, ("direct", "indirect", "mixed")
        )
        if original:
            returned.add(original.id)
        yield Returned(
            document.sha256,
            original.id if original else None,
            replace(quote, kind=kind),
            document,
            reviewer,
        )
    for key in originals.keys() - returned:
        yield Returned(document.sha256, key, None, document, reviewer)


@dataclass(frozen=True, slots=True)
class _Linked:
    """A quote as an annotator drew it: the regions that relations join, and the chosen kind."""

    region: str
    content: tuple[Span, ...]
    cue: Span
    mention: Span | None
    kind: str | None


def _linked_quotes(result: Sequence[Mapping[str, Any]], text: str) -> Iterator[_Linked]:
    """The quotes in the result of an annotation, the parts of one that goes on put together."""
    regions: dict[str, tuple[str, Span]] = {}
    kinds: dict[str, str] = {}
    relations: dict[str, list[tuple[str, str]]] = {}
    for item in result:
        if item["type"] == "labels":
            value = item["value"]
            regions[item["id"]] = value["labels"][0], _span(value["start"], value["end"], text)
        elif item["type"] == "choices":
            kinds[item["id"]] = item["value"]["choices"][0]
        elif item["type"] == "relation":
            named = (item.get("labels") or [""])[0]
            relations.setdefault(item["from_id"], []).append((named, item["to_id"]))
    continued = {to for links in relations.values() for named, to in links if named == "continued"}
    for key, (label, span) in regions.items():
        if label != "Quote" or key in continued:
            continue
        links = [(named, *regions[to]) for named, to in relations.get(key, ()) if to in regions]
        parts = [part for named, _, part in links if named == "continued"]
        linked = {other: part for _, other, part in links}
        if "Cue" not in linked:
            raise ValueError(f"the quote {span.text[:30]!r} has no cue linked to it")
        content = tuple(sorted((span, *parts), key=lambda part: part.start))
        yield _Linked(key, content, linked["Cue"], linked.get("Speaker"), kinds.get(key))


def _annotator(value: Any) -> str | None:
    """The annotator, whom Label Studio gives as a number or as an object with an address."""
    if isinstance(value, dict):
        value = value.get("email") or value.get("id")
    if isinstance(value, int):
        return f"label-studio {value}"
    return None if value is None else str(value)


# -- common ----------------------------------------------------------------------------------

_STATUSES = ("pending", "accepted", "rejected", "fixed")


def _mended(
    original: Quote | None,
    document: Document,
    content: Sequence[Span],
    cue: Span,
    mention: Span | None,
) -> Quote:
    """``original`` with these spans, or a new quote; what the spans do not change stays."""
    content = tuple(content)
    if original is None:
        name = mention.text if mention else None
        return Quote(
            quote_id(document.sha256, cue, content),
            "indirect",
            "clause",
            content,
            Cue(cue.start, cue.end, cue.text, cue.text, "neutral", "verb"),
            _mention(mention),
            Speaker("", name, None, "person") if name else None,
            confidence=1.0,
            evidence=("added by a person",),
        )
    changed = original
    if content != original.content:
        changed = replace(changed, content=content)
    if (cue.start, cue.end) != (original.cue.start, original.cue.end):
        changed = replace(
            changed, cue=replace(original.cue, start=cue.start, end=cue.end, text=cue.text)
        )
    before = original.mention and (original.mention.start, original.mention.end)
    after = mention and (mention.start, mention.end)
    if before != after:
        speaker = Speaker("", mention.text, None, "person") if mention else None
        changed = replace(changed, mention=_mention(mention), speaker=speaker)
    return changed


def _mention(span: Span | None) -> Mention | None:
    return Mention(span.start, span.end, span.text) if span else None


def _span(start: int, end: int, text: str) -> Span:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"the span {start} to {end} is outside the text")
    return Span(start, end, text[start:end])


def _one_of(value: str, allowed: tuple[str, ...]) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of {', '.join(allowed)}")
    return value


def _reason(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
