"""One speaker of an article, with all the ways in which it is named."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from quotes.arabic.folding import fold
from quotes.extraction.speakers.naming import Naming
from quotes.extraction.text.grammar import EXALTED, GOD
from quotes.model import Speaker, SpeakerKind


@dataclass(slots=True, eq=False)
class Entity:
    """One speaker of the document with all the ways in which it is named."""

    namings: list[Naming] = field(default_factory=list)
    full_name: str = ""
    words: tuple[str, ...] = ()
    genders: set[str | None] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    office_words: set[str] = field(default_factory=set)
    served: set[str] = field(default_factory=set)
    bynames: set[tuple[str, ...]] = field(default_factory=set)
    firsts: set[int] = field(default_factory=set)

    def add(self, naming: Naming) -> None:
        """Note one more way in which it is named, or another place."""
        self.firsts.add(naming.first)
        known = naming.text in self.texts and any(naming.says_as(other) for other in self.namings)
        if not known:
            self.namings.append(naming)
            self.texts.add(naming.text)
            self.heads.add(naming.head)
            self.office_words |= naming.office_words
            self.served |= naming.governed
            if naming.byname:
                self.bynames.add(naming.byname)

    def take_name(self, naming: Naming) -> None:
        """Be called by the proper name of ``naming`` from now on."""
        self.words, self.full_name = naming.words, naming.name

    @property
    def fullest(self) -> Naming:
        """The naming that says most."""
        if len(self.namings) == 1:
            return self.namings[0]
        return max(self.namings, key=lambda n: (len(n.words), len(n.office_words), len(n.text)))

    @property
    def kind(self) -> SpeakerKind:
        """What kind of speaker it is."""
        return "person" if self.words else self.fullest.kind

    @property
    def is_god(self) -> bool:
        """Whether God is meant, of whom no sentence goes on to report a dropped subject's words."""
        return not self.heads.isdisjoint(GOD | EXALTED)

    @property
    def name(self) -> str:
        """The canonical name: the fullest proper name, else the fullest description."""
        return self.full_name or self.fullest.name or self.fullest.text

    @property
    def titled_name(self) -> str:
        """The canonical name with the rank or title that is printed with it, if there is one."""
        titled = (n.titled for n in self.namings if n.titled and n.words == self.words)
        return next(titled, self.name)


def to_speaker(entity: Entity, document_sha256: str) -> Speaker:
    """The entity as the record shows it; its id is the same with and without a title."""
    bare, name = entity.name, entity.titled_name
    offices = [n.office for n in entity.namings if n.office and n.name]
    offices += [n.text for n in entity.namings if not n.name]
    office = max(offices, key=len, default=None) if entity.words else None
    kind = entity.kind
    aliases = dict.fromkeys(
        text for n in entity.namings for text in (n.text, n.name, n.titled) if text and text != name
    )
    return Speaker(speaker_id(bare, kind, document_sha256), name, office, kind, tuple(aliases))


def speaker_id(name: str, kind: str, document_sha256: str) -> str:
    """An id that is the same wherever a person or body has the same name.

    An unnamed source is somebody else in every document.
    """
    scope = document_sha256 if kind in ("unnamed", "group", "document") else ""
    key = " ".join(fold(name).split())
    return hashlib.sha256(f"{scope}:{key}".encode()).hexdigest()[:12]
