"""From bytes to text: which encoding Arabic news is in, and what is no text at all."""

from __future__ import annotations

import codecs

from quotes.errors import InputError

# The four-byte mark stands first: it begins with the two-byte one.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF; convert it first (pdftotext)"),
    (b"PK\x03\x04", "a zip archive or an office document; unpack it or save it as text"),
    (b"\xd0\xcf\x11\xe0", "an old Word document; save it as text"),
    (b"{\\rtf", "an RTF document; save it as text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file; save it as JSONL or CSV"),
)
_SINGLE_BYTE = ("iso-8859-6", "windows-1256")
# Of the letters of Arabic news more than half are these eight.
_FREQUENT = frozenset("اليمنورت")
_BINARY_CONTROLS = bytes(byte for byte in range(0x20) if byte not in b"\t\n\r\f\x0b\x1b")


def decode(
    data: bytes,
    *,
    encoding: str | None = None,
    declared: str | None = None,
    tolerant: bool = False,
) -> str:
    """``data`` as text, newlines untouched, a byte order mark removed.

    ``encoding`` is the reader's order: what it does not know becomes U+FFFD. ``declared`` is
    what the document says of itself (an HTML ``meta``, an HTTP header); it is believed when
    the bytes agree. With ``tolerant`` a little damage becomes U+FFFD, too, as in a browser.
    Raises :class:`InputError` for binary data, damaged UTF-8 and encodings that cannot be told.
    """
    if encoding is not None:
        return data.decode(_without_mark(data, encoding), "replace")
    if declared is not None:
        try:
            text = data.decode(_without_mark(data, declared))
        except (LookupError, UnicodeError):
            pass
        else:
            if "\0" not in text:
                return text
    detected = detect_encoding(data, tolerant=tolerant)
    return data.decode(detected, "replace" if tolerant else "strict")


def detect_encoding(data: bytes, *, tolerant: bool = False) -> str:
    """The Python name of the encoding of ``data``.

    With ``tolerant`` the data may end inside a character and hold a little damage (the beginning
    of something longer that is read line by line, a web page). Raises
    :class:`InputError` when the bytes are no text or of no known encoding.
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            _check_decodes(data, name, tolerant)
            return name
    for signature, meaning in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"not a text: it is {meaning}")
    wide = _wide_encoding(data)
    if wide:
        return wide
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _BINARY_CONTROLS))
    if b"\0" in data or controls > len(head) * 0.02:
        raise InputError("not a text: it holds binary data")
    damage = _utf8_damage(data, tolerant)
    if damage is None:
        return "utf-8"
    best = max(_SINGLE_BYTE, key=lambda name: _plausibility(data, name))
    if _plausibility(data, best) > 0.4:
        return best
    if tolerant and data.decode("utf-8", "replace").count("\ufffd") < len(data) * 0.01:
        return "utf-8"
    raise InputError(
        f"neither valid UTF-8 (damaged at byte {damage}) nor another known Arabic encoding; "
        "--encoding NAME reads it all the same"
    )


def _without_mark(data: bytes, encoding: str) -> str:
    name = codecs.lookup(encoding).name
    return "utf-8-sig" if name == "utf-8" else name


def _check_decodes(data: bytes, encoding: str, tolerant: bool) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        decoder.decode(data, final=not tolerant)
    except UnicodeDecodeError as error:
        raise InputError(
            f"marked as {encoding.upper().removesuffix('-SIG')} but damaged at byte {error.start}; "
            "--encoding NAME reads it all the same"
        ) from None


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: one byte of each pair is nearly always that of a block's number."""
    head = data[: 4096 - len(data) % 2]
    if len(head) < 8:
        return None
    pairs = len(head) // 2
    for name, high, low in (
        ("utf-16-le", head[1::2], head[0::2]),
        ("utf-16-be", head[0::2], head[1::2]),
    ):
        blocks = high.count(0x00) + high.count(0x06) + high.count(0x20)
        if blocks > 0.9 * pairs and 0 in high and low.count(0) < 0.05 * pairs:
            return name
    return None


def _utf8_damage(data: bytes, tolerant: bool) -> int | None:
    """The offset of the first byte that is not UTF-8, ``None`` when all is well."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data, final=not tolerant)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _plausibility(data: bytes, encoding: str) -> float:
    """How much ``data`` in this encoding looks like Arabic, from 0 to 1."""
    text = data[:65536].decode(encoding, "replace")
    foreign = [character for character in text if character > "\x7f"]
    if not foreign or text.count("\ufffd") > len(foreign) * 0.01:
        return 0.0
    return sum(character in _FREQUENT for character in foreign) / len(foreign)
