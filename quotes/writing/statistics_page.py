"""The statistics as one HTML page, right to left, without scripts and without network."""

from __future__ import annotations

import base64
import hashlib
import tomllib
from collections.abc import Iterable, Mapping
from html import escape
from importlib import resources
from typing import Any

from quotes.checking.statistics import Statistics
from quotes.writing.article import encode, shown

_OUTLETS_IN_THE_TABLE = 8


def page(statistics: Statistics, top: int) -> bytes:
    """The page; lists are cut after ``top`` rows."""
    folder = resources.files("quotes.writing").joinpath("page")
    words = tomllib.loads(folder.joinpath("report.toml").read_text("utf-8"))
    style = folder.joinpath("report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode()
    figures = "".join(
        f"<div><dt>{escape(words[name])}</dt><dd>{getattr(statistics, name):,}</dd></div>"
        for name in ("quotes", "documents", "unattributed", "unnamed", "undated")
    )
    speakers = {each.name: each.quotes for each in statistics.speakers[:top]}
    charts = [
        _chart(words, "speakers", speakers.items()),
        _chart(words, "outlets", statistics.outlets.most_common(top)),
        _chart(words, "verbs", statistics.verbs.most_common(top)),
        _chart(words, "stances", statistics.stances.most_common(top)),
        _chart(words, "kinds", statistics.kinds.most_common()),
        _chart(words, "statuses", statistics.statuses.most_common()),
        _chart(words, "periods", statistics.periods.items()),
    ]
    title = escape(words["title"])
    return encode(
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f"content=\"default-src 'none'; style-src 'sha256-{digest}'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{title}</h1>\n<dl class="figures">{figures}</dl>\n'
        f'<div class="charts">{"".join(charts)}</div>\n{_by_outlet(words, statistics, top)}'
        "</main>\n</body>\n</html>\n"
    )


def _chart(words: Mapping[str, Any], name: str, rows: Iterable[tuple[str, int]]) -> str:
    """A table with a bar in each row, so that it can be read without seeing the bars."""
    rows = list(rows)
    if not rows:
        return ""
    most = max(count for _, count in rows) or 1
    values = words["values"]
    body = "".join(
        f'<tr><th scope="row"><bdi>{escape(shown(values.get(label, label)))}</bdi></th>'
        f'<td class="count">{count:,}</td><td class="bar"><svg aria-hidden="true">'
        f'<rect x="{100 - 100 * count / most:.2f}%" width="{100 * count / most:.2f}%" '
        'height="100%"/></svg></td></tr>\n'
        for label, count in rows
    )
    return (
        f'<section><h2 id="{name}">{escape(words[name])}</h2>'
        f'<table aria-labelledby="{name}">{body}</table></section>\n'
    )


def _by_outlet(words: Mapping[str, Any], statistics: Statistics, top: int) -> str:
    """How often each of the most quoted speakers stands in each of the largest outlets."""
    outlets = [name for name, _ in statistics.outlets.most_common(_OUTLETS_IN_THE_TABLE)]
    if len(outlets) < 2 or not statistics.speakers:
        return ""
    head = "".join(f'<th scope="col"><bdi>{escape(shown(name))}</bdi></th>' for name in outlets)
    body = "".join(
        f'<tr><th scope="row"><bdi>{escape(shown(speaker.name))}</bdi></th>'
        + "".join(f'<td class="count">{speaker.outlets[name] or ""}</td>' for name in outlets)
        + "</tr>\n"
        for speaker in statistics.speakers[:top]
    )
    return (
        f'<section class="wide"><h2>{escape(words["by_outlet"])}</h2><table>'
        f'<tr><th scope="col">{escape(words["name"])}</th>{head}</tr>\n{body}</table></section>\n'
    )
