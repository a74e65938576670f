"""Who holds an office that a mention names: المدير الفني, whom فلان، المدير الفني tells.

"the coach"; and which body is meant by the head of its name: المفوضية for المفوضية العليا "the
Commission" for "the High Commission".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.speakers.fuller_names import FullerNames
from quotes.extraction.speakers.joint_speakers import end_of_first_speaker
from quotes.extraction.speakers.naming import Naming, is_governed
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import ADJECTIVAL_OFFICES, IN, MINISTRIES, OFFICES_OF_STATE
from quotes.extraction.text.marks import INNER_COMMAS
from quotes.extraction.text.nisba import is_told_by
from quotes.model import SpeakerKind

_LONGEST_OFFICES = 16
_OWNERS = ("ه", "ها", "هم")

_Office = tuple[int, int, SpeakerKind, str, frozenset[str]]
"""What is asked of a naming to find who holds its office."""


class OfficeHolders:
    """Searches one article for who holds the office of a naming."""

    def __init__(
        self, phrases: NounPhrases, read: Callable[[int, int], Naming], fuller: FullerNames
    ) -> None:
        """``read`` takes the noun phrase of tokens ``[first, last)`` apart."""
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self._read = read
        self._fuller = fuller
        # The same phrases are come upon again.
        self._end_of_first = cache(partial(end_of_first_speaker, self.article, self.words))
        self._holders: dict[_Office, Naming | None] = {}
        self._offices: dict[tuple[int, SpeakerKind], Naming | None] = {}

    def holder(self, naming: Naming) -> Naming | None:
        """A fuller noun phrase elsewhere that begins with the same office."""
        asked = naming.first, naming.last, naming.kind, naming.head, naming.office_words
        if asked not in self._holders:
            self._holders[asked] = self._find_holder(naming)
        return self._holders[asked]

    def _find_holder(self, naming: Naming) -> Naming | None:
        """Of all whom the text names with the office, the one whose naming fits best."""
        definite = self.article.folded(naming.first).startswith(("ال", "وال", "لل"))
        is_one = naming.kind in ("person", "organisation")
        if not definite and (
            len(naming.office_words) < 2 or not (is_one or self._is_of_body_in_short(naming))
        ):
            return None
        best: Naming | None = None
        clitics = ("ال", "و", "ل", "ب") + (("لل", "بال") if is_one else ())
        for position in self._places_of_office(naming, clitics):
            other = self._holder_at(position, naming)
            if other is not None and (best is None or self._is_better(other, best, naming)):
                best = other
        return best or self._somebodys_holder(naming) or self._holder_in_short(naming)

    def _somebodys_holder(self, naming: Naming) -> Naming | None:
        """Who is told before as somebody's: المدرب "the coach" for مدربه فلان "his coach"."""
        if (
            naming.kind != "person"
            or naming.head in OFFICES_OF_STATE
            or not has_article(self.article.folded(naming.first))
        ):
            return None
        stem = naming.head[:-1] + "ت" if naming.head.endswith("ه") else naming.head
        owned = (clitic + stem + owner for clitic in ("", "و", "ل", "ب") for owner in _OWNERS)
        places = (n for spelling in owned for n in self._fuller.places(spelling, naming.first))
        for position in sorted(places, reverse=True):
            other = self._holder_at(position, naming) if position < naming.first else None
            if other is not None and other.is_named:
                return other
        return None

    def _is_of_body_in_short(self, naming: Naming) -> bool:
        """Whether a document is that of a body told by its head alone: بيان الوزارة.

        "the statement of the ministry"
        """
        body = self.article.folded(naming.last - 1)
        return (
            naming.kind == "document"
            and naming.last == naming.first + 2
            and has_article(body)
            and self.words.is_organisation(body)
        )

    def _places_of_office(
        self, naming: Naming, clitics: tuple[str, ...] = ("ال", "و", "ل", "ب")
    ) -> Iterator[int]:
        """Where the head of an office stands in the text, whatever is written onto it."""
        for spelling in (naming.head, *(c + naming.head for c in clitics)):
            yield from self._fuller.places(spelling, naming.first)

    def _holder_at(self, position: int, naming: Naming) -> Naming | None:
        """Who holds the office that stands at ``position``, if he can be the one named."""
        other = self._naming_at(position, naming)
        if other is None or (naming.kind == "organisation" and other.kind == "person"):
            return None
        if self._is_whole_state(naming, other):
            return None
        known = other.office_words | set(other.words)
        if not all(is_told_by(word, known) for word in naming.office_words - {naming.head}):
            return None
        if not other.is_named and (
            len(known) <= len(naming.office_words)
            or (position > naming.first and not self._is_shortened(naming, position, other.last))
            or self._holds_two(position, other.last, other.kind)
        ):
            return None
        return other

    def _is_whole_state(self, naming: Naming, other: Naming) -> bool:
        """Whether only what is told of a state's doings follows its name: غضب المغرب | الشديد.

        "Morocco's | great anger"; the adjective of a state is feminine, كوريا الجنوبية.
        """
        return naming.kind == "state" and not any(
            word.endswith("ه") for word in other.office_words - naming.office_words
        )

    def _naming_at(self, position: int, naming: Naming) -> Naming | None:
        """What the noun phrase says that has an office at ``position``, if it may be the same."""
        if naming.first <= position < naming.last or self.phrases.inside.is_closed_class(position):
            # الدون "the Don" is not held by من دون ضجيج "without noise".
            return None
        if self.is_another_document(naming, position):
            return None
        if naming.kind == "person" and is_governed(self.article, self.words, position):
            # نائب الوزير فلان: the minister's deputy So-and-so
            return None
        return self._office_at(position, naming.kind)

    def _office_at(self, position: int, kind: SpeakerKind) -> Naming | None:
        """The naming of the office or body that stands at ``position``.

        The same office is looked for in several namings.
        """
        asked = position, kind
        if asked not in self._offices:
            limit = self.article.sentence(position)[1]
            last = self.phrases.end(position, limit, object_follows=True)
            last = self._end_of_first(position, last)
            last = self._before_joined(position, last)
            if kind == "organisation":
                last = self._end_of_body(position, last)
            longer = last > position + 1
            start = self._start_of_name(position, kind) if longer else position
            if kind == "organisation" and self.article.folded(position - 1) in MINISTRIES:
                # وزارة | الخارجية والتعاون الدولي: the ministry of | foreign affairs
                start = position - 1
            self._offices[asked] = self._read(start, last) if longer else None
        return self._offices[asked]

    def _is_better(self, other: Naming, best: Naming, naming: Naming) -> bool:
        """Whether ``other`` is the likelier holder of an office: one at home, then the nearer.

        وزير الخارجية "the foreign minister" is no وزير خارجية هولندا where the text has another.
        """
        if other.is_named and best.is_named:
            abroad = self._is_of_state(other.office_words - naming.office_words)
            best_is_abroad = self._is_of_state(best.office_words - naming.office_words)
            if abroad != best_is_abroad:
                return best_is_abroad
        return _nearer(other, best, naming)

    def _is_of_state(self, office_words: frozenset[str]) -> bool:
        """Whether an office is that of a country: هولندا, الهولندي "the Netherlands, Dutch"."""
        countries = self.words.lexicon.countries
        return any(is_told_by(word, countries) for word in office_words)

    def _is_shortened(self, naming: Naming, position: int, last: int) -> bool:
        """Whether the text has in full what its headline has short: المفوضية, المفوضية العليا.

        "the Commission" for "the High Commission": the first that the text calls so, as far as it
        is nothing but a name.
        """
        article = self.article
        return (
            naming.kind == "organisation"
            and article.paragraph_of[naming.first] == 0 < article.paragraph_of[position]
            # رئيس مجلس النواب خميس: the speaker of parliament, Khamis
            and not self.words.is_role(article.folded(position - 1))
            and not any(
                article.tokens[index].kind == "mark"
                or (
                    article.folded(index).startswith("ب")
                    and article.tokens[index].facts.has_proclitic
                )
                for index in range(position, last)
            )
            and not any(
                article.paragraph_of[place] and place < position
                for place in article.places(article.folded(position))
            )
        )

    def _holds_two(self, first: int, last: int, kind: SpeakerKind) -> bool:
        """Whether two people may stand side by side: استقبل رئيس الحكومة رئيس البلدية.

        "the head of the government received the mayor"; but a company is only described:
        الشركة الألمانية المتخصصة في "the German company that specialises in".
        """
        words, article = self.words, self.article
        return any(
            words.is_role(article.folded(index))
            and has_article(article.folded(index - 1))
            # وزارة القوى | العاملة: the ministry of manpower, where it is no worker
            and not (
                article.folded(index).startswith("ال")
                and (kind == "organisation" or words.is_adjective(article, index))
            )
            for index in range(first + 1, last)
        )

    def is_another_document(self, naming: Naming, known: int) -> bool:
        """Whether a document is rather another one than that at ``known``: وأفادت الشبكة في بيان.

        وقال بيان لمجلس السيادة …. وأفادت شبكة الأطباء في بيان …. وأوضح البيان "a statement of the
        council said …. And the network reported in a statement …. And the statement explained"
        """
        if naming.kind != "document" or naming.last > naming.first + 1:
            return False
        return any(
            known < place < naming.first and self.article.folded(place - 1) in IN
            for place in self._fuller.places(naming.head, naming.first)
        )

    def _holder_in_short(self, naming: Naming) -> Naming | None:
        """Who is named behind the office in short: مدير جمعية البر, then مدير الجمعية | فلان.

        "the director of the charity al-Birr, the director of the charity So-and-so"; nobody where
        the text names more than one who holds such an office.
        """
        if (
            naming.kind != "person"
            or len(naming.office_words) < 2
            # المتهم "س. ع": the accused "S. A.", who has his name
            or any(index in self.article.opening for index in range(naming.first, naming.last))
        ):
            return None
        found: dict[tuple[str, ...], Naming] = {}
        for position in self._places_of_office(naming, ("ال", "و", "ل", "ب", "وال")):
            other = self._naming_at(position, naming)
            if other is None or not other.is_named or other.head != naming.head:
                continue
            found.setdefault(other.words, other)
        if len(found) != 1:
            return None
        (holder,) = found.values()
        return holder if self._is_in_short(holder, naming) else None

    def _is_in_short(self, holder: Naming, naming: Naming) -> bool:
        """Whether an office says less than the one before it: المحافظ for محافظ عدن.

        "the governor" for "the governor of Aden"
        """
        more = holder.office_words - naming.office_words
        return (
            holder.first > naming.first
            # الرئيس فلان may be the president of anything.
            and not (holder.office_words == {holder.head} and holder.head in OFFICES_OF_STATE)
            and all("ال" + word in ADJECTIVAL_OFFICES for word in more)
            and self.phrases.words.is_definite(self.article, self._end_of_office(holder) - 1)
        )

    def _end_of_office(self, holder: Naming) -> int:
        """The token behind the office that stands before a name."""
        name = holder.words[0]
        index = holder.first + 1
        while index < holder.last and self.article.folded(index) != name:
            index += 1
        while self.words.is_title(self.article.folded(index - 1)) and index > holder.first + 1:
            index -= 1
        return index

    def _before_joined(self, first: int, last: int) -> int:
        """Where a phrase ends that somebody else is joined to: وزير الري، | وعدد من المسؤولين.

        "the minister of irrigation, and a number of officials"
        """
        article = self.article
        return next(
            (
                index
                for index in range(first + 1, last - 1)
                if article.tokens[index].text in INNER_COMMAS
                and article.folded(index + 1).startswith("و")
                and not self.words.is_role(article.folded(index + 1))
            ),
            last,
        )

    def _end_of_body(self, first: int, last: int) -> int:
        """Where a definite body ends, whose head may be named behind it: مدير الجامعة | فلان.

        "the director of the university So-and-so"; any body ends where the leader of it is named,
        زعيم تنظيم الراية المتطرف | أبو سالم "of the extremist organisation of the Banner Abu
        Salem", and at a comma.
        """
        article, words = self.article, self.words
        if not has_article(article.folded(first)):
            return next((n for n in range(first + 2, last) if self._is_past_body(n)), last)
        for index in range(first + 1, last):
            token = article.tokens[index]
            if token.kind == "number":
                # القناة 12 الإسرائيلية: the Israeli Channel 12
                continue
            if words.is_title(token.folded):
                return index
            if not token.facts.has_article:
                return index if token.is_word and not token.facts.has_proclitic else last
        return last

    def _is_past_body(self, index: int) -> bool:
        """Whether a body without the article has ended before a comma, a person or a state.

        So it has behind brackets: حلف الشمال (الناتو) | مارك "the alliance (NATO), Mark".
        """
        article = self.article
        token, before = article.tokens[index], article.tokens[index - 1]
        if before.text == ")":
            return self.words.is_name(article, index)
        joined = token.folded.removeprefix("و")
        if (
            joined != token.folded
            and has_article(joined)
            # حزب الراية | والدولة التركية: the party of the Banner | and the Turkish state
            and (self.words.is_polity(joined) or self._is_one_officer(joined))
        ):
            return True
        return token.text in INNER_COMMAS or (
            (token.facts.is_given_name or token.facts.is_name_particle)
            and before.facts.has_article
            # مركز الملك سالم: the centre of King Salem
            and not before.facts.is_title
            and self.words.is_adjective(article, index - 1)
        )

    def _is_one_officer(self, office: str) -> bool:
        """Whether an office is that of one: مجلس البلدية | والمحافظ "the council and the governor".

        جمعية الكتاب والأدباء "the society of writers and poets" has many.
        """
        return (
            self.words.is_role(office)
            and not self.words.is_organisation(office)
            and self.words.describe(office).numbers == {"s"}
        )

    def _start_of_name(self, office: int, kind: SpeakerKind) -> int:
        """Where the name begins that an office stands behind: فلان الفلاني، المدير الفني.

        "So-and-so, the manager"; the comma may be left out: الشيخ فلان الفلاني مفتي أوغندا "Sheikh
        So-and-so, Mufti of Uganda".
        """
        start = self._start_of_name_before(office)
        if start == office and kind == "person":
            start = self._start_of_first_office(office)
        return start if self.phrases.end(start, office + 1, after_verb=True) > office else office

    def _start_of_name_before(self, office: int) -> int:
        """Where the name begins right behind which an office stands; the office itself else."""
        end = office - self.article.is_behind_comma(office)
        if office < 3 or self.article.sentence_of[office] != self.article.sentence_of[end - 1]:
            return office
        facts = self.article.tokens[office].facts
        if facts.readings and all({"ب", "ل"} & set(r.proclitics) for r in facts.readings):
            # تقدم النائب فلان | بطلب إحاطة: the deputy So-and-so filed | a request for a briefing
            return office
        first = self._fuller.runs.start(end)
        return office if end - first < 2 else self._fuller.start_of_office(first, end)

    def _start_of_first_office(self, last: int) -> int:
        """Where the name begins behind which more offices stand: فلان، نائب الرئيس ووزير الصحة.

        "So-and-so, deputy of the president and minister of health"
        """
        article = self.article
        for office in range(last - 1, max(article.sentence(last)[0], last - _LONGEST_OFFICES), -1):
            if self.phrases.inside.is_closed_class(office):
                break
            if self.words.is_role(article.folded(office)):
                start = self._start_of_name_before(office)
                if start < office:
                    return start
        return last


def _nearer(other: Naming, best: Naming, naming: Naming) -> bool:
    """Whether ``other`` is the better antecedent: before rather than behind, and nearer."""
    before, best_before = other.first < naming.first, best.first < naming.first
    if before != best_before:
        return before
    return abs(other.first - naming.first) < abs(best.first - naming.first)
