"""Where a content is over that is a noun phrase.

A verb with و joins none, nor does "while" or "yet" with a clause behind it: أعلن فتح الطريق، وغادر
"he announced that the road opens, and left". What ends a content of any form is for
``next_clauses``.
"""

from __future__ import annotations

from quotes.extraction.contents.other_sayings import is_except_that
from quotes.extraction.text.article import Article
from quotes.extraction.text.circumstances import is_circumstance
from quotes.extraction.text.clitics import has_article
from quotes.extraction.text.grammar import (
    AFTER,
    AFTER_THAT,
    AMID,
    AND_DID_NOT,
    AND_THIS,
    AND_WHAT_OR_THAT,
    AS,
    AT_THE_TIME,
    BE,
    BUT,
    BUT_THEY,
    COMES_ABOUT,
    COMPLEMENTIZERS,
    CONCERNING,
    CONJUNCTIONS,
    CONTRASTS,
    EVEN_THOUGH,
    EXCEPT,
    IN_SPITE,
    IN_SPITE_OF,
    MEANWHILE,
    NEW_CLAUSES,
    ONE_OF_THEM,
    OUTCOMES,
    RELATIVES,
    SINCE,
    SO_THE,
    SO_THEY,
    SPANS_OF_TIME,
)
from quotes.extraction.text.marks import SEMICOLONS
from quotes.extraction.text.participle_forms import has_form_of_active_participle
from quotes.extraction.text.words import Words

_ANOTHER_CLAUSE = (
    NEW_CLAUSES
    # أقر بوجود تعثر، لكنه ألقى باللوم: admitted a delay, but laid the blame
    | BUT
    | BUT_THEY
    | SINCE
    # وعد بفريق صيانة، ولم يصل: promised a repair crew, and it did not come
    | AND_DID_NOT
    # حذرت من استهلاك منتج، بعدما أثبتت: warned of a product, after analysis had proved
    | AFTER_THAT
    # تحدث عن عودة اللاعب، رغم رفض ناديه: spoke of the player's return, despite his club's refusal
    | IN_SPITE
    # أعلنت انضمامها، لتصبح أول: announced that she joins, thus becoming the first
    | OUTCOMES
)
# Words before which one may end though no comma stands there.
_MAY_END = MEANWHILE | AND_THIS | BUT | IN_SPITE | EXCEPT
_BEHIND_AFTER = SPANS_OF_TIME | COMPLEMENTIZERS
_LONGEST_SPEAKER = 4
# What an imperfect begins with.
_OF_IMPERFECTS = ("ي", "ت", "ن")


class BehindNounPhrases:
    """Tells in one article where a reported noun phrase ends."""

    def __init__(self, article: Article, words: Words) -> None:
        self.article = article
        self.words = words

    def end_before(self, index: int) -> bool:
        """Whether one ends before a token, be there a comma or not."""
        article = self.article
        if self._answers_in_headline(index):
            return True
        return article.folded(index) in _MAY_END and (
            (article.words[index] in MEANWHILE and self._happens_meanwhile(index))
            # أعلنت فتح الطريق، وذلك بعد انتهاء: announced that the road opens, and this after
            or (article.folded(index) in AND_THIS and article.folded(index + 1) in AFTER)
            or self._contrasts(index)
        )

    def _contrasts(self, index: int) -> bool:
        """Whether "despite" or "except that" opens a clause: طالب بانتقاله غير أن الإدارة رفضت.

        "he asked for his transfer, except that the management refused": with or without a comma
        """
        article = self.article
        if article.folded(index) in BUT and article.is_behind_comma(index):
            # ، لكن الحكومة لم ترد: , but the government has not answered
            return self.words.word(article, index + 1).facts.has_article
        despite = article.folded(index) in IN_SPITE and article.folded(index + 1) in COMPLEMENTIZERS
        return despite or is_except_that(article, index)

    def _answers_in_headline(self, index: int) -> bool:
        """Whether another follows who says something: الجيش يعلن صد هجوم | والدعم السريع تنفي.

        "the army announces it repelled an attack, | and the Rapid Support Forces deny it"
        """
        article = self.article
        if article.paragraph_of[index] > 0 or not article.folded(index).startswith("وال"):
            return False
        for verb in range(index + 1, min(index + _LONGEST_SPEAKER, len(article.tokens))):
            token = article.tokens[verb]
            if token.may_be_cue and token.facts.classes == {"imperfect"}:
                return True
            if not token.facts.has_article:
                return False
        return False

    def _happens_meanwhile(self, index: int) -> bool:
        """Whether "while" tells of something else: أبدوا إعجابهم بالفرقة فيما تغنى الشعراء.

        "they showed that they admired the troupe, while the poets sang"
        """
        article = self.article
        return (
            self.words.is_verb(article, index + 1) and article.folded(index + 1) not in CONCERNING
        )

    def end_at_comma(self, first: int, index: int) -> bool:
        """Whether what stands behind a comma cannot go on with a content that is a noun phrase."""
        return (
            self.article.folded(index) in _ANOTHER_CLAUSE
            or self._opens_circumstance(index)
            or self._concedes(index)
            or self._tells_more(index)
            or self._gives_reason(index)
            or self._joins_deed(first, index)
            or self._describes_speaker(index)
            or self._follows_semicolon(index)
        )

    def _opens_circumstance(self, index: int) -> bool:
        """Whether it is told when or in spite of what it was said: ، بعد أيام من ", days after"."""
        article = self.article
        folded, following = article.folded(index), article.folded(index + 1)
        return (
            # استبعدت رفع الضريبة، على أنها لم تغلق الباب: ruled out a rise, though she did not
            # close the door; غير أنها "yet she" needs no comma.
            (folded in CONTRASTS and following in COMPLEMENTIZERS)
            # أكدت التقارير رفض الضباط القتال، وسط أنباء عن انشقاقات
            # (reports confirmed the officers' refusal to fight, amid news of defections)
            or (folded in AMID and not has_article(following))
            # ندد بما اعتبره «سرقة موصوفة»، بعد احتجاز السفينة "denounced what he held to be 'plain
            # theft', after the ship was seized"; نفى أي تعثر، بعد أيام من "denied any delay, days
            # after"
            or (folded in AFTER and (index - 2 in article.closing or following in _BEHIND_AFTER))
            or (folded in MEANWHILE and self.words.may_be_verb(article, index + 1))
            or article.phrase(index, 2) in IN_SPITE_OF
        )

    def _joins_deed(self, first: int, index: int) -> bool:
        """Whether "and" joins what somebody did or will do: ، ورفع بعضهم لافتات.

        ", and some of them held up banners"
        """
        article, folded = self.article, self.article.folded(index)
        return (
            self._joins_imperfect(first, index)
            or self._joins_subject(first, index)
            or self.words.is_joined_perfect(article, index)
            or self._joins_past(index)
            or self._is_deed_with_circumstance(index)
            # هددوا بقطع الشارع، ورفع بعضهم لافتات: threatened to block the road, and some held up
            # banners
            or (folded.startswith("و") and article.folded(index + 1) in ONE_OF_THEM)
            # اعترفت بالتهم، وأدينت: pleaded guilty to the charges, and was convicted
            or (folded.startswith("و") and folded.endswith("ت") and article.is_unknown(index))
        )

    def _describes_speaker(self, index: int) -> bool:
        """Whether a participle tells of the speaker: مطالبا بالهدوء، رافضا الشعارات.

        "demanding calm, refusing slogans"
        """
        article = self.article
        return has_form_of_active_participle(article.folded(index)) and self.words.is_accusative(
            article, index
        )

    def _follows_semicolon(self, index: int) -> bool:
        """Whether a semicolon stands before "and": ؛ وتابعت اللجنة "; and the committee watched".

        What he said goes on behind "and that".
        """
        folded = self.article.folded(index)
        return (
            self.article.tokens[index - 1].text in SEMICOLONS
            and folded.startswith(CONJUNCTIONS)
            and not folded.startswith(AND_WHAT_OR_THAT)
        )

    def _joins_past(self, index: int) -> bool:
        """Whether a verb tells what was done then: وأودع السجن "and was taken to prison".

        Only as a first person could the first of them be an imperfect.
        """
        token = self.article.tokens[index]
        return (
            token.folded.startswith(CONJUNCTIONS)
            and token.facts.has_proclitic
            and (
                token.facts.classes == {"perfect"}
                or (token.folded[1:2] == "ا" and token.facts.classes == {"perfect", "imperfect"})
            )
        )

    def _joins_imperfect(self, first: int, index: int) -> bool:
        """Whether "and" joins what somebody does or will do: دعا إلى الترشيد، وسيتم إشعار السكان.

        "he called for saving, and the inhabitants will be notified"; what goes on with a clause in
        the noun phrase is part of it: الذين يعملون، ويسكنون "who work, and live".
        """
        article = self.article
        return (
            article.folded(index).startswith("و")
            and article.tokens[index].facts.classes == {"imperfect"}
            # The head of the phrase may look like a verb: تعاقده "its signing".
            and not any(self.words.may_be_verb(article, n) for n in range(first + 1, index))
        )

    def _joins_subject(self, first: int, index: int) -> bool:
        """Whether "and" joins who does something: دعا إلى الصيانة، ومجلس المدينة يدرس الأمر.

        "he called for repairs, and the town council is studying the matter": before the verb stands
        a definite noun, which no verb can describe.
        """
        article = self.article
        start = article.tokens[index]
        joins = start.folded.startswith("و") and start.facts.is_nominal
        # والتي تتجاوز كذا: and which exceeds so much
        if not joins or start.folded[1:] in RELATIVES:
            return False
        for verb in range(index + 1, min(index + _LONGEST_SPEAKER, len(article.tokens))):
            facts = article.tokens[verb].facts
            if facts.classes == {"imperfect"}:
                before = article.tokens[verb - 1].facts
                return (
                    (before.has_article or before.is_name)
                    and not facts.has_proclitic
                    and not any(self.words.may_be_verb(article, n) for n in range(first + 1, index))
                )
            if not facts.is_nominal or article.folded(verb) in RELATIVES:
                return False
        return False

    def _tells_more(self, index: int) -> bool:
        """Whether "as" or "while" tells what else is done: ، كما قدم شكره.

        ", and he also offered his thanks"; ، في الوقت الذي تشهد ", while it goes through"
        """
        article = self.article
        return article.phrase(index, 3) in AT_THE_TIME or (
            article.folded(index) in AS
            and (
                article.folded(index + 1) in COMPLEMENTIZERS
                or (
                    self.words.may_be_verb(article, index + 1)
                    # كما تم استكمال العمل: and the work was also completed
                    and article.folded(index + 1) not in COMES_ABOUT
                )
            )
        )

    def _concedes(self, index: int) -> bool:
        """Whether "even though" tells what else somebody did: أشاد بالقرار، وإن كان قد أبدى.

        "he praised the decision, even though he had shown"
        """
        article, verb = self.article, index + 1
        return article.folded(index) in EVEN_THOUGH and (
            article.folded(verb) in BE
            # وأن يكون: and that it be
            or (
                "perfect" in self.words.info(article, verb).classes
                and not article.folded(verb).startswith(_OF_IMPERFECTS)
                and self.words.is_verb(article, verb)
            )
        )

    def _gives_reason(self, index: int) -> bool:
        """Whether "so" opens a clause: دعا إلى التريث، فالنتائج أولية.

        "he called for patience, for the results are preliminary"
        """
        token = self.article.tokens[index]
        return token.folded in SO_THEY or (
            token.folded.startswith(SO_THE)
            and token.facts.is_nominal
            # فالنسيا: Valencia
            and not (token.facts.is_unknown or token.facts.classes == {"proper"})
        )

    def _is_deed_with_circumstance(self, index: int) -> bool:
        """Whether a verb that looks like a noun has a circumstance behind it: ، ورفع في هذا السياق.

        ", and he raised in this context": a noun would have its complement there
        """
        article, words = self.article, self.words
        return (
            article.folded(index).startswith("و")
            and "perfect" in words.info(article, index).classes
            and words.is_preposition(article, index + 1)
            and is_circumstance(article, index + 1, words)
        )
