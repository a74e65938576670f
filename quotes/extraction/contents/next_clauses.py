"""Where the reporter goes on with a clause of his own, no cue in it.

Behind a comma a verb with و joins no noun phrase; a verb whose subject is the speaker's noun again
(أعلنت الدراسة ..., وشملت الدراسة "the study announced ..., and the study comprised") is not among
the words of that speaker; a participle of circumstance (، مقدماً التهنئة ", offering
congratulations") describes the speaker. What tells of another saying is for ``other_sayings``;
where a cue, a source or a formula shows that the reporter speaks, for ``reporter_returns``.
"""

from __future__ import annotations

from bisect import bisect_left

from quotes.extraction.contents.behind_marks import BehindMarks
from quotes.extraction.contents.behind_noun_phrases import BehindNounPhrases
from quotes.extraction.contents.other_sayings import OtherSayings
from quotes.extraction.frames.frame import Frame, cue_type
from quotes.extraction.text.article import Article
from quotes.extraction.text.clitics import bare, has_article
from quotes.extraction.text.grammar import (
    AND_IT,
    BEHIND_CONTRASTS,
    COMPLEMENTIZERS,
    CONJUNCTIONS,
    CONTRASTS,
    DESPITE,
    GIVEN_THAT,
    IN_SPITE_OF,
    MEANWHILE,
    OF_WHAT_IS_TOLD,
    ONLY_THAT,
    RELATIVES,
    SETTING_TOPICS,
    SO_THEY,
    SUPPORT_VERBS,
    TOLD_THINGS,
    WHEN,
    WHILE,
)
from quotes.extraction.text.marks import COMMAS, DASHES, DOTS, SEMICOLONS
from quotes.extraction.text.participle_forms import (
    ACCUSATIVE,
    FEMININE,
    SHORTEST_PARTICIPLE,
    has_form_of_active_participle,
    has_form_of_participle,
)
from quotes.extraction.text.words import Words

_LONGEST_SPEAKER = 4
_LONGEST_TOPIC = 8
_LONGEST_INTRODUCTION = 7
_NEAR = 3
_NEVER_IN_TOPICS = RELATIVES | COMPLEMENTIZERS


class NextClauses:
    """Tells in one article where the clause that follows a content begins."""

    def __init__(self, article: Article, words: Words, frames: dict[int, Frame]) -> None:
        """``frames`` are those of all cues, by the first token of each."""
        self.article = article
        self.words = words
        self.frames = frames
        self._sayings = OtherSayings(article, words, frames)
        # At a dash and behind a comma: nowhere else does a content end that is a clause.
        self._pauses = sorted(
            {
                *(index for dash in DASHES for index in article.places(dash)),
                *(index + 1 for comma in COMMAS for index in article.places(comma)),
            }
        )
        self._marks = BehindMarks(article, words)
        self._phrases = BehindNounPhrases(article, words)

    def begins_at(self, frame: Frame, first: int, limit: int) -> int:
        """The token at which the next clause begins behind a content, ``limit`` where none does.

        The content is that of ``frame``, and stands from token ``first`` up to ``limit`` at most.
        """
        article, is_nominal = self.article, frame.is_nominal
        # Words in marks may open the content, and its sentence go on behind them.
        levels = {article.quotation_at[first], article.quotation_at[frame.cue.first]}
        speaker = article.folded(frame.subject.first) if frame.subject is not None else ""
        for index in range(first + 2, limit) if is_nominal else self._pauses_in(first + 2, limit):
            before = article.tokens[index - 1].text
            if is_nominal:
                if before in DOTS and article.opens_half_of_title(index):
                    return index - 1
                if self._phrases.end_before(index) or self.reporter_goes_on(index - 1):
                    return index
            if (article.tokens[index].text in DASHES and self._closes_aside(frame, index)) or (
                before in COMMAS
                and article.quotation_at[index] in levels
                and (
                    (is_nominal and self._phrases.end_at_comma(first, index))
                    or self._leaves_content(index, limit, speaker)
                    or self._begins_main_clause(frame, index)
                    or self._ends_concession(frame, index)
                    or self._are_of_one_subject(frame, index)
                )
            ):
                return index
        return limit

    def _pauses_in(self, first: int, limit: int) -> list[int]:
        return self._pauses[bisect_left(self._pauses, first) : bisect_left(self._pauses, limit)]

    def comment_begins(self, first: int, limit: int) -> int:
        """Where a clause takes up all that stands between two tokens, or ``limit``.

        وفقا للصحيفة، فإن اللاعب سيغيب، | وهو ما نفاه الطبيب
        (according to the paper the player will be missing, | which the doctor denied)
        """
        article = self.article
        for index in self._pauses_in(first + 2, limit):
            if article.is_behind_comma(index) and self._sayings.comment_at(index):
                return index
        return limit

    def _begins_main_clause(self, frame: Frame, index: int) -> bool:
        """Whether the clause follows to which "while" is subordinate: فيما أكدت أنها …، أبدى.

        "while she affirmed that …, he showed"
        """
        article = self.article
        if article.tokens[index].facts.classes != {"perfect"} or article.folded(index).startswith(
            CONJUNCTIONS
        ):
            return False
        first, _ = article.sentence(frame.cue.first)
        subordinate = any(
            article.folded(n) in MEANWHILE
            and (n == first or article.tokens[n - 1].text in SEMICOLONS)
            for n in range(max(first, frame.cue.first - _NEAR), frame.cue.first)
        )
        # وكانت تركيا التي تعتبره خطرا، بدأت: and Turkey, which considers him a danger, had begun
        relative = article.folded(frame.cue.first - 1) in RELATIVES
        # وعندما أعلنت الشركة نيتها، كانت المدينة: and when the company announced its intention, …
        when = bare(article.folded(frame.cue.first - 1))
        return subordinate or relative or not WHEN.isdisjoint(when)

    def _ends_concession(self, frame: Frame, index: int) -> bool:
        """Whether "yet" goes on behind what is conceded: رغم تأكيده أن العمل بدأ، | إلا أن السكان.

        "although he affirms that the work has begun, | yet the inhabitants"
        """
        article, cue = self.article, frame.cue.first
        if article.folded(index) not in SO_THEY and article.phrase(index, 2) not in ONLY_THAT:
            return False
        for before in range(cue - 1, max(article.sentence(cue)[0], cue - _NEAR) - 1, -1):
            if article.tokens[before].text in COMMAS:
                return False
            if article.folded(before) in DESPITE or article.phrase(before, 2) in IN_SPITE_OF:
                return True
        return False

    def _closes_aside(self, frame: Frame, index: int) -> bool:
        """Whether a dash ends the aside in which cue and content stand: - يصفها بأنها خطيرة -.

        "- which he describes as grave -"
        """
        article = self.article
        token = article.tokens[index]
        if article.is_glued(index):
            return False
        first, _ = article.sentence(frame.cue.first)
        opened = sum(
            article.tokens[n].text == token.text and not article.is_glued(n)
            for n in range(first, frame.cue.first)
        )
        return opened % 2 == 1

    def describes_speaker(self, comma: int) -> bool:
        """Whether a participle stands behind the comma that follows a whole quotation.

        أن «لبنان قطع شوطا»، غامزا من قناة التأخير "that 'Lebanon has come some way', with a dig at
        the delay"
        """
        article = self.article
        return (
            comma + 2 < len(article.tokens)
            and article.tokens[comma].text in COMMAS
            and has_form_of_active_participle(article.folded(comma + 1))
            and self.words.is_nominal(article, comma + 1)
        )

    def reporter_goes_on(self, comma: int) -> bool:
        """Whether the reporter goes on behind the comma that follows a quotation or a noun phrase.

        أن «الأمر صعب»، فيما غادر الوفد: "that 'the matter is hard', while the delegation left".
        أن «لا أحد يتخلف»، وهي العبارة التي: "that 'nobody lags behind', the phrase which"
        """
        article, words = self.article, self.words
        if comma + 3 >= len(article.tokens) or article.tokens[comma].text not in COMMAS:
            return False
        following = article.folded(comma + 1)
        if article.words[comma + 1] in MEANWHILE:
            return words.may_be_verb(article, comma + 2)
        if following in CONTRASTS and article.folded(comma + 2) in BEHIND_CONTRASTS:
            return words.may_be_verb(article, comma + 3)
        return (
            following in AND_IT
            and has_article(article.folded(comma + 2))
            and article.folded(comma + 3) in RELATIVES
        )

    def _leaves_content(self, index: int, limit: int, speaker: str) -> bool:
        """Whether what stands behind a comma can belong to no content, whatever its form.

        ``speaker`` is the noun of the speaker, empty where none stands beside the cue.
        """
        return (
            self._sayings.begin_at(index, limit)
            or self._sets_topic_of_next(index, limit)
            # ، علما أن الشركة تملك: , given that the company owns
            or self.article.folded(index) in GIVEN_THAT
            or self._is_circumstance(index)
            or self._marks.reporter_at(index)
            or (index - 2 in self.article.closing and self._goes_on_behind_marks(index))
            or (
                self.words.is_joined_perfect(self.article, index)
                and self._tells_of_saying(index, speaker)
            )
        )

    def _goes_on_behind_marks(self, index: int) -> bool:
        """Whether what somebody did follows his words: واصفا إياها بأنها «أرقام على ورق»، وتقدم.

        "calling it 'figures on paper', and he filed"
        """
        return (
            self.words.is_joined_perfect(self.article, index)
            or self._joins_support_verb(index)
            or self._opposes(index)
        )

    def _tells_of_saying(self, index: int, speaker: str) -> bool:
        """Whether a verb tells of the speaker, his speech, or what it met with: ولاقى الإعلان.

        ", and the announcement found"
        """
        following = self.article.folded(index + 1)
        return (
            self._introduces_speech(index)
            or (speaker != "" and following == speaker)
            or following in TOLD_THINGS
        )

    def _sets_topic_of_next(self, index: int, limit: int) -> bool:
        """Whether the topic of what is said next stands here: ، وعن الأسعار قال.

        ", and on prices he said"; what still belongs to the content would have a relative.
        """
        article = self.article
        folded = article.folded(index)
        if not folded.startswith("و") or folded not in SETTING_TOPICS:
            return False
        for verb in range(index + 2, min(index + _LONGEST_TOPIC, limit)):
            token = article.tokens[verb]
            if not token.is_word or token.folded in _NEVER_IN_TOPICS:
                return False
            if cue_type(self.frames, verb) == "verb":
                return True
        return False

    def _joins_support_verb(self, index: int) -> bool:
        """Whether "and" joins what else somebody does: ، وتقدم بطلب ", and submitted a request"."""
        folded = self.article.folded(index)
        return folded.startswith("و") and folded[1:] in SUPPORT_VERBS

    def _opposes(self, index: int) -> bool:
        """Whether behind marks another has his say: «صحيحة»، فيما خالفه زميله.

        "'correct', while his colleague differed from him"
        """
        article = self.article
        verb = index + 1 if article.folded(index) in MEANWHILE else index + 2
        return (
            article.folded(index) in MEANWHILE or article.phrase(index, 2) in WHILE
        ) and self.words.may_be_verb(article, verb)

    def _is_circumstance(self, index: int) -> bool:
        """Whether a participle describes the speaker: ، مقدماً التهنئة.

        ", offering congratulations". Behind marks a feminine one does, too: أن «الأحكام جاهزة»،
        مستدلة بما حصل "that 'the sentences are ready', pointing to what happened"; so does one of
        another pattern: أن اللاعب «يقرر بنفسه»، رافضا "that the player 'decides by himself',
        refusing".
        """
        article, folded = self.article, self.article.folded(index)
        if not self.words.is_nominal(article, index) or folded in OF_WHAT_IS_TOLD:
            return False
        if index - 2 in article.closing:
            return has_form_of_participle(
                folded, ACCUSATIVE + FEMININE
            ) or has_form_of_active_participle(folded)
        # مجددة دعوتها إلى: renewing her call to
        renews = folded in SUPPORT_VERBS and index + 1 in self.frames
        return (
            renews
            or has_form_of_participle(folded)
            # ، ضاربا مثلا: , giving an example; ، غالبا "often" tells when.
            or (
                len(folded) == SHORTEST_PARTICIPLE
                and has_form_of_active_participle(folded)
                and self.article.tokens[index].text[1] == "ا"
                and "adjective" not in self.article.tokens[index].facts.classes
                and not self.article.tokens[index].facts.is_adverbial
                and self.words.word(self.article, index + 1).is_word
            )
        )

    def _are_of_one_subject(self, frame: Frame, index: int) -> bool:
        """Whether another participle goes on with a cue that is one: مطالبين …، رافعين لافتات.

        "demanding …, holding up banners"
        """
        article, folded = self.article, self.article.folded(index)
        return (
            frame.reading is not None
            and frame.reading.type == "participle"
            and article.folded(frame.cue.first).endswith("ين")
            and folded.endswith("ين")
            and len(folded) >= SHORTEST_PARTICIPLE
            and folded[1] == "ا"
            and not article.tokens[index].facts.has_article
        )

    def _introduces_speech(self, index: int) -> bool:
        """Whether a colon and marks follow a verb: واختصر الموقف بعبارة واحدة: «…».

        "and he summed it up in a single phrase: '…'"
        """
        article = self.article
        for colon in range(index + 1, min(index + _LONGEST_INTRODUCTION, len(article.tokens) - 1)):
            if not article.tokens[colon].is_word:
                return article.tokens[colon].text == ":" and colon + 1 in article.opening
        return False
