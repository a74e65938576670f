"""Whether a word can report where it stands.

Many forms of the verbs of saying are also other words: ذكر "male", بين "between", عقب "after",
مدينة "city". The words beside them tell most of these apart, before anybody asks what is governed.
What is to be known of finite verbs is in ``verb_places``.
"""

from __future__ import annotations

from quotes.extraction.cues.candidate import CueCandidate
from quotes.extraction.cues.cue_readings import CueReading
from quotes.extraction.frames.place import Place
from quotes.extraction.frames.support_verbs import closes_talk, is_carried
from quotes.extraction.frames.verb_places import VerbPlaces
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    ALREADY,
    AND_IT,
    COMPLEMENTIZERS,
    ELATIVES,
    FATHER_OF,
    FROM,
    GESTURES,
    NAMES_WITHHELD,
    NAMINGS,
    NEVER_CUES,
    NO,
    NOT_TO,
    NOTING,
    OCCASION_OPENERS,
    ON,
    PARTS_OF_OCCASIONS,
    POINT,
    PRIVATIVES,
    PUBLIC,
    REFUSALS,
    SON_OF,
    WITH,
)
from quotes.extraction.text.words import Words

_NEVER_BEFORE_NOUNS = PRIVATIVES | NO | ALREADY


class CuePlaces:
    """Tells in one article where candidates can report, by the words beside them."""

    def __init__(self, article: Article, cues: list[CueCandidate], words: Words) -> None:
        self.article = article
        self.words = words
        # A heading that ends in a verb says nothing of the next line.
        self.plain_verbs = {
            cue.first
            for cue in cues
            if cue.readings.is_plain_verb and not article.begins_line(cue.first + 1)
        }
        self._verbs = VerbPlaces(article, words, self.plain_verbs)

    def allow(self, cue: CueCandidate, reading: CueReading) -> bool:
        """Whether the word can be this form where it stands."""
        folded = self.article.folded
        place = Place(
            cue,
            reading,
            word=folded(cue.first),
            before="" if self.article.begins_line(cue.first) else folded(cue.first - 1),
            behind=folded(cue.last),
            second_behind=folded(cue.last + 1),
        )
        if self._is_another_word(place) or self._asks_for_no_name(place):
            return False
        if reading.type == "verb":
            return self._verbs.allow(place)
        if place.before in _NEVER_BEFORE_NOUNS:
            # ولا داعي للهلع "and there is no cause for alarm"; قد نصح "had advised" is a verb.
            return False
        return reading.type == "participle" or self._allow_noun(place)

    def _is_another_word(self, place: Place) -> bool:
        """Whether it is part of a name, of a fixed phrase or of a gesture."""
        lexicon = self.words.lexicon
        return (
            place.word in NEVER_CUES
            or place.behind in GESTURES
            # وأخطر من صحته: and graver than its being true
            or (place.word in ELATIVES and place.behind in FROM)
            or self._points_at_thing(place)
            # مع ملاحظة أن: it being noted that
            or (place.word in NOTING and place.before in WITH)
            # علي بن أبي طالب: Ali ibn Abi Talib
            or place.before in FATHER_OF
            # أمل بنت سيف: Amal bint Saif
            or (place.behind in SON_OF and place.word in lexicon.given_names)
            # ردا على سؤال "in answer to a question"
            or (
                place.reading.type == "noun"
                and place.before in ON
                and (place.before, place.word) in lexicon.circumstances
            )
        )

    def _points_at_thing(self, place: Place) -> bool:
        """Whether it tells what somebody does as he speaks: قالت وهي تشير إلى خيمة.

        "she said, pointing at a tent"
        """
        return (
            place.reading.lemma in POINT
            and place.before in AND_IT
            and place.second_behind not in COMPLEMENTIZERS
        )

    def _asks_for_no_name(self, place: Place) -> bool:
        """Whether it asks that somebody not be named, which tells nothing that was said.

        طلب عدم ذكر اسمه "who asked not to be named", متحفظاً على ذكر اسمه "reluctant to be named"
        """
        return (
            (
                (place.reading.type == "noun" or place.before in REFUSALS)
                and place.behind in NAMES_WITHHELD
            )
            or (place.behind in NAMINGS and place.second_behind in NAMES_WITHHELD)
            or (place.behind in NOT_TO and place.second_behind in NAMINGS)
        )

    def _allow_noun(self, place: Place) -> bool:
        """Whether a verbal noun can report, by its pronoun or its article."""
        reading = place.reading
        if all(form.enclitic == "ي" for form in reading.forms):
            # أمران: أولهما إعلاني "two things, the first of advertising", or my own announcement
            return False
        if reading.enclitic:
            return not (self._is_occasion(place) or self._is_talk_ended(place))
        if place.cue.conjunction == "ف":
            # فإشادة الزوار بعملها تنسيها التعب: for the visitors' praise makes her forget her toil
            return False
        if place.cue.first - 1 in self.plain_verbs:
            # قالت أمل "Amal said": directly behind its verb it is the speaker's name.
            return False
        if not reading.is_definite:
            return True
        if reading.has_by_and_article and (
            reading.is_of_saying or closes_talk(self.article, place.cue.first)
        ):
            return True
        return not self._names_body(place) and is_carried(self.article, place.cue.first)

    def _is_talk_ended(self, place: Place) -> bool:
        """Whether a noun with a pronoun is the talk that another noun ends.

        ختم الوزير حديثه | بالتأكيد على: the minister ended his talk | by affirming
        """
        following = place.cue.last
        return (
            place.behind.startswith("بال")
            and self.words.word(self.article, following).may_be_cue
            and closes_talk(self.article, place.cue.first)
        )

    def _is_occasion(self, place: Place) -> bool:
        """Whether a noun with a pronoun tells on which occasion: في حديثه إلى "in his talk to".

        في قوله إن "in saying that" reports, and so does هو السبب في تأكيده أن.
        """
        if place.before in PARTS_OF_OCCASIONS:
            # متمنيا في نهاية حديثه أن: wishing at the end of his talk that
            return True
        return (
            place.before in OCCASION_OPENERS
            and not place.reading.is_of_saying
            and place.behind not in COMPLEMENTIZERS
            and place.second_behind not in COMPLEMENTIZERS
        )

    def _names_body(self, place: Place) -> bool:
        """Whether a definite noun is in the name of a body: سلطات الادعاء, الادعاء العام.

        "the prosecuting authorities, the public prosecution"
        """
        if place.cue.conjunction and has_article(place.before) and place.behind.startswith("وال"):
            # وزير الشؤون الإسلامية والدعوة والإرشاد: the minister of Islamic affairs, the call and
            # guidance
            return True
        return place.behind in PUBLIC or (
            self.words.is_head(place.before) and not has_article(place.before)
        )
