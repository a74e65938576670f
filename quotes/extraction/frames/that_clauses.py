"""Clauses behind أنّ "that" or one of her sisters: whether a cue governs them, where they begin."""

from __future__ import annotations

from quotes.extraction.frames.frame import WORDS_OF_SPEECH, Frame, LaterFrames, Predicate
from quotes.extraction.noun_phrases.finder import NounPhrases
from quotes.extraction.text.circumstances import past_circumstances
from quotes.extraction.text.grammar import (
    AND_IT,
    BE,
    BEFORE_WHAT_CAME,
    BUT,
    COMPLEMENTIZERS,
    GOVERNED_PREPOSITIONS,
    HE_OR_SHE,
    IF_ANY,
    NO,
    OFTEN_PASSIVE,
    OR_ELSE,
    PLAIN_COMPLEMENTIZERS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    QUESTIONS,
    RELATIVES,
    SO_THE,
    THEN,
    TOPICS,
)
from quotes.extraction.text.marks import CLAUSE_MARKS, COMMAS

# Of a verb that goes on with "that", in words.
_LONGEST_SUBJECT = 3


class ThatClauses:
    """Reads in one article clauses behind "that"; ``index`` is always the place of that word."""

    def __init__(self, phrases: NounPhrases, later: LaterFrames) -> None:
        self.article = phrases.article
        self.words = phrases.words
        self.phrases = phrases
        self.later = later

    def governs(self, predicate: Predicate, index: int) -> bool:
        """Whether "that" depends on the cue and not on a word in between."""
        if (
            self._belongs_elsewhere(predicate, index)
            or self._opens_main_clause(predicate, index)
            # وأخطرها أزمة المنطقة، أم أن: and the gravest of them the crisis, or is it that
            or self.article.folded(index - 1) in OR_ELSE
            # أما أن يعود فلا: as for that he return, no
            or self.article.folded(index - 1) in TOPICS
            # يظهر التعب على وجهها لكن هدفها أن: her face shows the strain, but her aim is that
            or not BUT.isdisjoint(self.article.words[predicate.after : index])
            or self._is_in_consequence(predicate, index)
            or self._completes_other_verb(predicate, index)
        ):
            return False
        if self._stands_beside_cue(predicate, index):
            return True
        verb, before = predicate.reading.verb, self.article.folded(index - 1)
        if self._is_if(index):
            return False
        if self._is_apart(predicate, index):
            return index == predicate.after + 1 > predicate.cue.last + 1 and (
                verb.quotation == "strong"
            )
        if self._wants_preposition(predicate, index):
            return before in verb.that
        if before in PREPOSITIONS:
            return before in verb.that or self._has_free_preposition(predicate, index)
        return (
            not self._is_governor(index)
            # ولم ينس أن يذكرهم: and he did not forget to remind them
            and before not in BEFORE_WHAT_CAME
            and self._follows_no_verb(index)
            and not self._completes_description(predicate, index)
        )

    def _is_in_consequence(self, predicate: Predicate, index: int) -> bool:
        """Whether ف opens a clause behind a comma before "that": ، فاللجنة مطالبة بأن.

        مهما كان ما دفع الوزارة إلى ذلك، فاللجنة مطالبة بأن "whatever has moved the ministry to it,
        the committee is required to"
        """
        article = self.article
        return any(
            article.folded(n).startswith(SO_THE)
            # فالنسيا: Valencia
            and not article.is_unknown(n)
            and article.is_behind_comma(n)
            for n in range(predicate.after, index)
        )

    def frame(self, predicate: Predicate, index: int) -> Frame | None:
        """The frame of the clause behind "that"."""
        verb = predicate.reading.verb
        if verb.object and verb.takes_two:
            return self._description(predicate, index)
        if self.article.tokens[index].folded not in PLAIN_COMPLEMENTIZERS:
            return self._clause_of_pronoun(predicate, index)
        article = self.article
        following = index + 1
        if article.folded(following) == ":":
            following += 1
        if following >= article.sentence(index)[1]:
            return None
        number = article.opening.get(following)
        return predicate.frame("that", index, article.starts[following], number)

    def _belongs_elsewhere(self, predicate: Predicate, index: int) -> bool:
        """Whether a later cue has the clause, the verb of this one wants none, or it is no word."""
        article, verb = self.article, predicate.reading.verb
        return (
            index in self.later.openers
            or (not verb.that and verb.quotation == "no")
            # وأضافت وهي تبتسم أن "and added, smiling, that": the clause is the verb before's.
            or (not verb.that and article.folded(predicate.cue.first - 1) in AND_IT)
            # سي. إن. إن. "CNN": a letter.
            or (article.folded(index + 1) == "." and article.is_glued(index + 1))
        )

    def _opens_main_clause(self, predicate: Predicate, index: int) -> bool:
        """Whether the main clause begins behind the comma, and with it the cue's is over.

        وفيما أدانت الرئاسة القصف، فإنها دعت
        (and while the presidency condemned the shelling, it called)
        """
        article = self.article
        return self.article.is_behind_comma(index) and (
            article.folded(index) in THEN
            # ويؤكد «المركز» الذي يعتبر المرجع الوحيد، أن
            # (and "the Centre", which is held to be the only authority, affirms that)
            or article.folded(predicate.cue.first) in OFTEN_PASSIVE
        )

    def _stands_beside_cue(self, predicate: Predicate, index: int) -> bool:
        """Whether nothing stands between the cue and "that" but its subject, or whom it tells."""
        cue_end = predicate.cue.last
        return (
            index == cue_end
            or index == predicate.after > cue_end
            or (
                # مشددا عليهم أن: stressing to them that
                index == cue_end + 1
                and self.article.folded(index - 1) in PREPOSITIONS_WITH_PRONOUN
                and "" not in predicate.reading.verb.that
            )
        )

    def _is_if(self, index: int) -> bool:
        """Whether it is "if": ، إن ثبتت صحته "if it proves right"."""
        article = self.article
        if article.folded(index - 1) in QUESTIONS and article.folded(index + 1) in BE:
            # ردا على سؤال إن كان سيستقيل: in answer to a question if he would resign
            return True
        if article.tokens[index].facts.is_inna and article.folded(index + 1) in HE_OR_SHE:
            # إن هو خرج عن النص: if he leaves the text; "that he" is إنه
            return True
        if article.folded(index + 1) in IF_ANY:
            # إن وجدت "if any", إن أمكن "if possible"
            return self._is_plain(index)
        return (
            article.tokens[index].facts.is_inna
            and self.article.is_behind_comma(index)
            and index + 1 < len(article.tokens)
            and article.tokens[index + 1].facts.classes == {"perfect"}
        )

    def _is_apart(self, predicate: Predicate, index: int) -> bool:
        """Whether a comma stands before plain "that", and the verb wants a preposition there.

        وشدد الوزير، أن: "and the minister stressed, that"; the comma may stand for the preposition
        only right behind the subject.
        """
        return (
            self.article.is_behind_comma(index)
            and self._is_plain(index)
            and "" not in predicate.reading.verb.that
        )

    def _wants_preposition(self, predicate: Predicate, index: int) -> bool:
        """Whether only its preposition tells the verb from another word of the same spelling.

        في بيان عبر تلغرام إن: "in a statement by Telegram", and no عبّر "expressed".
        """
        verb = predicate.reading.verb
        return (
            verb.homograph
            and "" not in verb.that
            and not self.article.folded(index).startswith("ب")
        )

    def _has_free_preposition(self, predicate: Predicate, index: int) -> bool:
        """Whether only nouns stand before a preposition that the verb does not govern.

        كشف على أن "disclosed that": the press is free with it.
        """
        before = self.article.folded(index - 1)
        return before in GOVERNED_PREPOSITIONS and self.phrases.inside.is_all_nominal(
            predicate.after, index - 1
        )

    def _is_governor(self, index: int) -> bool:
        """Whether the noun before has the clause: بشرط أن "on condition that"."""
        before = self.article.tokens[index - 1]
        governors = self.words.lexicon.governors_of_an & self.words.bases(before.folded)
        if before.text.endswith("ة"):
            # الشرطة "the police" is no "condition" with a pronoun.
            return any(governor.endswith("ه") for governor in governors)
        return before.kind == "word" and bool(governors)

    def _follows_no_verb(self, index: int) -> bool:
        """Whether the word before is no verb, which would have the clause."""
        article, words = self.article, self.words
        return (
            not (
                words.is_verb(article, index - 1)
                # ولا أقول أن: and I do not say that
                or (
                    article.tokens[index - 1].facts.is_first_person
                    and article.folded(index - 2) in NO
                )
            )
            # وأضاف المدير وهو يبكي أن: and the manager added, weeping, that
            or article.folded(index - 2) in AND_IT
            # مصادر لم تسمها أن "sources that it did not name": the pronoun is the object.
            or article.tokens[index - 1].facts.has_enclitic
            # متهما الوزير يوسف رجي بأنه: Rajji, which looks like a verb, is a surname here.
            or article.folded(index - 2) in words.lexicon.given_names
        )

    def _completes_other_verb(self, predicate: Predicate, index: int) -> bool:
        """Whether "that" belongs to a verb between which has its subject: ولن يستطيع أحد أن.

        "and nobody will be able to"
        """
        words, governors = self.words, self.words.lexicon.governors_of_an
        first = max(predicate.after, index - _LONGEST_SUBJECT - 1)
        for n in range(index - 2, first - 1, -1):
            token = self.article.tokens[n]
            if not token.is_word or token.folded in COMPLEMENTIZERS:
                return False
            if token.facts.is_verb and words.in_list(token.folded, governors):
                return True
        return False

    def _completes_description(self, predicate: Predicate, index: int) -> bool:
        """Whether "by that" belongs to the verb before and its pronoun: قرارات تصفها بأنها جائرة.

        "decisions which it describes as unjust"
        """
        before = self.article.tokens[index - 1].facts
        return (
            before.is_verb
            and before.has_enclitic
            and "imperfect" in before.classes
            and not self._is_plain(index)
            and "ب" not in predicate.reading.verb.that
        )

    def _is_plain(self, index: int) -> bool:
        """Whether no preposition is written onto "that", as in بأن "by that"."""
        return self.article.folded(index).startswith("ان")

    def _description(self, predicate: Predicate, index: int) -> Frame:
        """What is described, and as what: وصف X بأنه "described X as"."""
        starts = self.article.starts
        if predicate.reading.enclitic:
            # حالات يصفها الأطباء بأنها خطيرة "cases that doctors describe as grave": the pronoun
            # stands for the object.
            return predicate.frame("that", index, starts[index])
        return predicate.frame("that", index, starts[self.described(predicate, index)])

    def described(self, predicate: Predicate, end: int) -> int:
        """The token at which what is described before ``end`` begins, past when and where it is.

        وصف في إحاطة قدمها أمس، | الأجواء بأنها جادة: described, in a briefing he gave yesterday, |
        the mood as serious
        """
        article, words = self.article, self.words
        first = self._past_relative_clause(predicate.after, end)
        start = past_circumstances(article, first, words, end, self.later.frames)
        commas = [n for n in range(start, end) if article.tokens[n].text in COMMAS]
        if commas and words.is_preposition(article, start):
            return commas[-1] + 1
        return start if start < end else first

    def _past_relative_clause(self, first: int, end: int) -> int:
        """The token behind the clause that describes the subject: ووصفت السيدة التي …، | المظهر.

        "and the lady who …, described | the appearance"
        """
        article = self.article
        if article.folded(first) not in RELATIVES:
            return first
        commas = (n + 1 for n in range(first, end - 1) if article.tokens[n].text in COMMAS)
        return next(commas, first)

    def _clause_of_pronoun(self, predicate: Predicate, index: int) -> Frame:
        """The clause that the pronoun of أنه "that it" begins, marks or not: إنه «قرار جريء».

        "that it is 'a bold decision'"; only behind a colon are the marks all that is reported.
        """
        article = self.article
        colon = article.folded(index + 1) == ":"
        number = article.opening.get(index + 2) if colon else None
        if number is None or not self._is_whole_clause(number, index):
            return predicate.frame("that", index, article.starts[index])
        return predicate.frame("that", index, article.quotations[number].start, number)

    def _is_whole_clause(self, number: int, index: int) -> bool:
        """Whether a quotation is all that is reported, and long enough to be speech."""
        article = self.article
        first, last = article.quotation_tokens(number)
        after = article.after_quotation(number)
        return last - first > WORDS_OF_SPEECH and (
            after >= article.sentence(index)[1] or article.tokens[after].text in CLAUSE_MARKS
        )
