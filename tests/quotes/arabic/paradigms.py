"""Forms of speech verbs with the features that a grammar gives them.

A verb's features are aspect (p, i), voice (a, p), person, gender (- for both), number.
"""

from __future__ import annotations

QALA = [
    *("قال pa3ms", "قالت pa3fs", "قالا pa3md", "قالتا pa3fd", "قالوا pa3mp", "قلن pa3fp"),
    *(
        "قلت pa2ms",
        "قلت pa2fs",
        "قلتما pa2-d",
        "قلتم pa2mp",
        "قلتن pa2fp",
        "قلت pa1-s",
        "قلنا pa1-p",
    ),
    *("يقول ia3ms", "تقول ia3fs", "يقولان ia3md", "تقولان ia3fd", "يقولون ia3mp", "يقلن ia3fp"),
    *("تقول ia2ms", "تقولين ia2fs", "تقولان ia2-d", "تقولون ia2mp", "تقلن ia2fp"),
    *("أقول ia1-s", "نقول ia1-p", "قيل pp3ms", "قيلت pp3fs", "يقال ip3ms", "تقال ip3fs"),
    *("يقل ia3ms", "تقل ia3fs", "يقولوا ia3mp"),
]
VERBS = {
    # hollow
    "أشار": [
        *("أشار pa3ms", "أشارت pa3fs", "أشاروا pa3mp", "أشرت pa1-s", "أشرنا pa1-p", "يشير ia3ms"),
        *("تشير ia3fs", "يشيرون ia3mp", "نشير ia1-p", "يشرن ia3fp", "يشار ip3ms"),
    ],
    # doubled
    "رد": [
        *("رد pa3ms", "ردت pa3fs", "ردوا pa3mp", "رددت pa1-s", "رددنا pa1-p", "يرد ia3ms"),
        *("يردون ia3mp", "يرددن ia3fp"),
    ],
    "أصر": ["أصر pa3ms", "أصرت pa3fs", "أصررت pa1-s", "يصر ia3ms", "تصر ia3fs", "يصرون ia3mp"],
    # defective
    "دعا": [
        *("دعا pa3ms", "دعت pa3fs", "دعوا pa3mp", "دعون pa3fp", "دعوت pa1-s", "دعونا pa1-p"),
        *("يدعو ia3ms", "تدعو ia3fs", "يدعون ia3mp", "تدعين ia2fs", "يدعى ip3ms"),
    ],
    "نفى": [
        *("نفى pa3ms", "نفت pa3fs", "نفيا pa3md", "نفتا pa3fd", "نفوا pa3mp", "نفيت pa1-s"),
        *("ينفي ia3ms", "تنفي ia3fs", "ينفون ia3mp", "ينفين ia3fp", "ينف ia3ms", "ينفى ip3ms"),
    ],
    "ادعى": ["ادعى pa3ms", "ادعت pa3fs", "ادعوا pa3mp", "يدعي ia3ms", "تدعي ia3fs", "يدعون ia3mp"],
    "رأى": [
        "رأى pa3ms",
        "رأت pa3fs",
        "رأوا pa3mp",
        "رأيت pa1-s",
        "يرى ia3ms",
        "ترى ia3fs",
        "يرون ia3mp",
    ],
    # hamzated
    "أكد": ["أكد pa3ms", "أكدت pa3fs", "أكدوا pa3mp", "يؤكد ia3ms", "تؤكد ia3fs", "أؤكد ia1-s"],
    "سأل": ["سأل pa3ms", "سألت pa3fs", "يسأل ia3ms", "يسألون ia3mp", "سئل pp3ms"],
    "تساءل": ["تساءل pa3ms", "تساءلت pa3fs", "تساءلوا pa3mp", "يتساءل ia3ms", "يتساءلون ia3mp"],
    "أنبأ": ["أنبأ pa3ms", "أنبأت pa3fs", "ينبئ ia3ms", "تنبئ ia3fs"],
    # assimilated
    "وعد": ["وعد pa3ms", "وعدت pa3fs", "وعدوا pa3mp", "يعد ia3ms", "تعد ia3fs", "يعدون ia3mp"],
    # sound, of several forms; a stem that ends as its suffix begins
    "أعلن": [
        "أعلن pa3ms",
        "أعلنت pa3fs",
        "أعلنا pa1-p",
        "أعلن pa3fp",
        "يعلن ia3ms",
        "يعلنون ia3mp",
    ],
    "لفت": ["لفت pa3ms", "لفتت pa3fs", "لفت pa1-s", "لفتنا pa1-p", "يلفت ia3ms"],
    "طالب": ["طالب pa3ms", "طالبت pa3fs", "يطالب ia3ms", "يطالبون ia3mp"],
    "استنكر": ["استنكر pa3ms", "استنكرت pa3fs", "يستنكر ia3ms"],
}
"""Undiacritized dictionary form to some of its forms."""

UNKNOWN_TO_ARAMORPH = {
    "قال": ["نقل ia1-p", "أقل ia1-s"],
    "أشار": ["أشير pp3ms", "أشيرت pp3fs"],
    "طالب": ["طولب pp3ms", "طولبت pp3fs"],
    "أنبأ": ["ينبئون ia3mp"],
}
"""Forms that conjugation gives and the dictionary does not."""

CLITICS = [
    # word, lemma, proclitics, enclitic
    ("وقال", "قال", "و", None),
    ("فقالت", "قال", "ف", None),
    ("سيقول", "قال", "س", None),
    ("وستقول", "قال", "و س", None),
    ("فسيقولون", "قال", "ف س", None),
    ("ليقول", "قال", "ل", None),
    ("قالها", "قال", "", "ها"),
    ("قالوه", "قال", "", "ه"),
    ("أخبرني", "أخبر", "", "ني"),
    ("أخبرنا", "أخبر", "", "نا"),
    ("وأخبرتهم", "أخبر", "و", "هم"),
    ("اتهمته", "اتهم", "", "ه"),
    ("يتهمونهم", "اتهم", "", "هم"),
    ("نفاه", "نفى", "", "ه"),
    ("دعاها", "دعا", "", "ها"),
    ("رآه", "رأى", "", "ه"),
]
"""Verbs with what is written onto them."""


def features(code: str) -> tuple[str, str, int, str | None, str]:
    """Aspect, voice, person, gender and number, as both analysers name them."""
    aspect = {"p": "perfect", "i": "imperfect"}[code[0]]
    voice = {"a": "active", "p": "passive"}[code[1]]
    return aspect, voice, int(code[2]), None if code[3] == "-" else code[3], code[4]
