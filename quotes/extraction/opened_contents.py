"""What opens the content of a cue: أنّ or a sister of it, a colon, a mark, or a preposition."""

from __future__ import annotations

from dataclasses import replace

from quotes.extraction.article import Article
from quotes.extraction.cues import CueReading
from quotes.extraction.frames import WORDS_OF_SPEECH, Frame, LaterFrames, Predicate
from quotes.extraction.grammar import (
    ALL_OF_THEM,
    BEFORE_AN,
    BLESSINGS,
    CLAUSE_MARKS,
    COMMAS,
    COMPLEMENTIZERS,
    DOTS,
    IF_ANY,
    IN_NAME_OF,
    NAMES_WITHHELD,
    OFTEN_PASSIVE,
    ON_BEHALF_OF,
    PARTICIPATION,
    PHRASAL,
    PLAIN_COMPLEMENTIZERS,
    PREPOSITIONS,
    PREPOSITIONS_WITH_PRONOUN,
    RELATIVES,
    THE_SAYING,
    THEN,
    WITH_WHAT,
)
from quotes.extraction.noun_phrases import NounPhrases
from quotes.extraction.words import Words

_LEAST_TALK = 6
_SHORTEST_GOVERNED = 3
_LONGEST_BODY = 6
_LONGEST_CIRCUMSTANCE = 12
_LONGEST_ASIDE = 16
_LONGEST_DESCRIPTION = 24
_STRAY_MARKS = frozenset("»”")


class OpenedContents:
    """Finds in one article contents with a word or mark that opens them."""

    def __init__(
        self,
        article: Article,
        words: Words,
        phrases: NounPhrases,
        later: LaterFrames,
        sources: dict[int, int],
    ) -> None:
        """``sources`` are the phrases of source: the first token of each, and the one behind it."""
        self.sources = sources
        self.article = article
        self.words = words
        self.phrases = phrases
        self.later = later

    def frame(self, predicate: Predicate) -> Frame | None:
        """The first thing behind the cue and its subject that can open its content."""
        article, reading = self.article, predicate.reading
        after, limit = predicate.after, predicate.limit
        tokens, opening, later = article.tokens, article.opening, self.later.frames
        governed = reading.verb.noun
        index = after
        while index < limit:
            token = tokens[index]
            if index in self.sources:
                # أفادت الوكالة نقلا عن دبلوماسيين بأن: reported, quoting diplomats, that
                index = self.sources[index]
                continue
            if index in later and self.later.begins_clause(index):
                colon = self._colon_behind_circumstance(predicate, index)
                frame = self._colon(predicate, colon) if colon is not None else None
                return replace(frame, past=index) if frame is not None else None
            if token.text == ":":
                return self._colon(predicate, index)
            if token.text in DOTS and article.paragraph_of[index] == 0:
                # «الشرق» تكشف الكواليس... والقاهرة: the next half of a headline
                return None
            if token.text in COMMAS:
                if article.folded(index + 1) in THEN:
                    # أظهرت نتائج مثيرة، فقد درس الباحثون
                    # (showed exciting results, for the researchers studied)
                    return None
                index = self._past_aside(predicate, index)
                continue
            if index in opening:
                number = opening[index]
                if article.folded(index - 1) == "ل":
                    # لـ«الشرق الأوسط»: the paper that was told.
                    index = article.after_quotation(number)
                    continue
                if reading.verb.person and self._is_accused(reading, number):
                    index = article.after_quotation(number)
                    continue
                if self._is_speech(reading, number, index, after) and not self._precedes_that(
                    reading, number
                ):
                    return predicate.frame(
                        "quotation", index, article.quotations[number].start, number
                    )
                index = article.after_quotation(number)
                continue
            if token.folded in THE_SAYING and article.folded(index + 1) in COMPLEMENTIZERS:
                # وخلص الوزير إلى القول إن: the noun has the content.
                return None
            if token.folded in COMPLEMENTIZERS:
                if self._governs_that(predicate, index):
                    return self._that(predicate, index)
            elif article.folded(index + 1) not in THE_SAYING and (
                token.folded in governed
                or token.folded[0] in governed
                or WITH_WHAT.get(token.folded) in governed
            ):
                start = self._nominal(predicate, index)
                if start is not None:
                    if self._holds_described(predicate, index):
                        start = article.starts[after]
                    return predicate.frame("nominal", index, start)
            index += 1
        return None

    def _holds_described(self, predicate: Predicate, index: int) -> bool:
        """Whether what is described is told, too, without marks: وصفت | التجربة بالرائدة."""
        article, reading = self.article, predicate.reading
        number = article.quotation_at[index]
        return (
            reading.verb.object
            and "=" in reading.verb.noun
            and not reading.enclitic
            and index > predicate.after
            and index + 1 not in article.opening
            and number == article.quotation_at[predicate.after]
            and self.phrases.starts(predicate.after)
        )

    def _precedes_that(self, reading: CueReading, number: int) -> bool:
        """Whether the clause that is told stands right behind marks: طائرات من طراز «…» إن.

        Where the marks stand in an apposition of the subject, its comma stands between:
        مدير السلامة في "المواصلات"، إلى أن: the director of safety in "Transport", that
        """
        article = self.article
        behind = article.after_quotation(number)
        if article.folded(behind) in COMPLEMENTIZERS:
            return True
        return (
            article.folded(behind) in COMMAS
            and article.folded(behind + 1) in reading.verb.that
            and article.folded(behind + 2) in COMPLEMENTIZERS
        )

    def _is_accused(self, reading: CueReading, number: int) -> bool:
        """Whether marks stand round whom something is said of: متهما «قوى سوداء» بنشر الدعاية."""
        behind = self.article.folded(self.article.after_quotation(number))
        return self.phrases.in_marks.is_name(number) and (
            behind in reading.verb.noun or behind[:1] in reading.verb.noun
        )

    def _past_aside(self, predicate: Predicate, comma: int) -> int:
        """The token behind a comma, or behind the aside that it opens: ولفت، خلال زيارة، إلى أن."""
        article, verb = self.article, predicate.reading.verb
        begins = article.folded(comma + 1)
        withheld = any(
            article.folded(index) in NAMES_WITHHELD for index in range(comma + 2, comma + 7)
        )
        if begins in RELATIVES:
            return self._past_description(predicate, comma)
        if not (withheld or self.words.is_preposition(article, comma + 1) or begins in PHRASAL):
            return comma + 1
        for end in range(comma + 2, min(predicate.limit - 1, comma + _LONGEST_ASIDE)):
            if end in article.opening and self.phrases.in_marks.is_name(article.opening[end]):
                # ، في حديثه إلى «الصحيفة»، إلى أن: in his talk to "the paper", to
                continue
            if (
                end in self.later.frames
                or end in article.opening
                or article.tokens[end].text == ":"
            ):
                break
            if article.tokens[end].text in COMMAS:
                following = article.folded(end + 1)
                opens = following in COMPLEMENTIZERS or following in verb.noun | verb.that
                return end + 1 if opens and following else comma + 1
        return comma + 1

    def _past_description(self, predicate: Predicate, comma: int) -> int:
        """Past what is told of the subject to the clause that the verb's preposition opens.

        وأشار اللاعب، الذي كان ضمن الداعمين لملف بكين، | إلى أن: the player, who was among those
        who supported the bid, pointed out that
        """
        article, governed = self.article, predicate.reading.verb.that
        for index in range(comma + 2, min(predicate.limit - 1, comma + _LONGEST_DESCRIPTION)):
            if index in self.later.frames or article.tokens[index].text == ":":
                break
            if article.folded(index) in governed and article.folded(index + 1) in COMPLEMENTIZERS:
                return index
        return comma + 1

    def _colon_behind_circumstance(self, predicate: Predicate, participle: int) -> int | None:
        """The colon of the cue's own words behind a participle: قال فلان، متحدثا عن كذا: «…»."""
        article, frame = self.article, self.later.frames[participle]
        if (
            predicate.reading.verb.quotation != "strong"
            or predicate.reading.type != "verb"
            or frame.kind != "nominal"
            or frame.cue.conjunction
            or frame.reading is None
            or frame.reading.type != "participle"
            or article.tokens[participle - 1].text not in COMMAS
        ):
            return None
        for index in range(
            participle + 1, min(predicate.limit, participle + _LONGEST_CIRCUMSTANCE)
        ):
            if article.tokens[index].text == ":":
                return index if index + 1 in article.opening else None
            if index in self.later.frames:
                return None
        return None

    def _that(self, predicate: Predicate, index: int) -> Frame | None:
        """The frame of a clause behind أنّ or one of its sisters at ``index``."""
        article, reading = self.article, predicate.reading
        token = article.tokens[index]
        if reading.verb.object and "=" in reading.verb.noun:
            # وصف X بأنه: what is said is the object with its predicate.
            start = article.starts[self._past_relative_clause(predicate.after, index)]
            if reading.enclitic:
                # حالات يصفها الأطباء بأنها خطيرة: the pronoun stands for the object.
                start = article.starts[index]
            return predicate.frame("that", index, start)
        if token.folded not in PLAIN_COMPLEMENTIZERS:
            behind = index + 2 if article.folded(index + 1) == ":" else index + 1
            number = article.opening.get(behind)
            if number is not None and self._is_whole_clause(number, index):
                start = article.quotations[number].start
                return predicate.frame("that", index, start, number)
            return predicate.frame("that", index, article.starts[index])
        following = index + 1
        _, limit = article.sentence(index)
        if following < len(article.tokens) and article.tokens[following].text == ":":
            following += 1
        if following >= limit:
            return None
        number = article.opening.get(following)
        start = article.starts[following]
        return predicate.frame("that", index, start, number)

    def _past_relative_clause(self, first: int, end: int) -> int:
        """The token behind the clause that describes the subject: ووصفت السيدة التي …، | المظهر."""
        article = self.article
        if article.folded(first) not in RELATIVES:
            return first
        commas = (n + 1 for n in range(first, end - 1) if article.tokens[n].text in COMMAS)
        return next(commas, first)

    def _is_whole_clause(self, number: int, index: int) -> bool:
        """Whether a quotation behind أنه is all that is reported, and long enough to be speech."""
        article = self.article
        first, last = article.quotation_tokens(number)
        after = article.after_quotation(number)
        _, limit = article.sentence(index)
        return last - first > WORDS_OF_SPEECH and (
            after >= limit or article.tokens[after].text in CLAUSE_MARKS
        )

    def _governs_that(self, predicate: Predicate, index: int) -> bool:
        """Whether أن at ``index`` depends on the cue and not on a word in between."""
        article, words, verb = self.article, self.words, predicate.reading.verb
        cue, after = predicate.cue, predicate.after
        if index in self.later.openers or (not verb.that and verb.quotation == "no"):
            return False
        if article.folded(index + 1) == "." and article.is_glued(index + 1):
            # سي. إن. إن.: a letter.
            return False
        if article.folded(index) in THEN and article.tokens[index - 1].text in COMMAS:
            # وفيما أدانت الرئاسة القصف، فإنها دعت
            # (and while the presidency condemned the shelling, it called)
            return False
        if article.folded(cue.first) in OFTEN_PASSIVE and article.tokens[index - 1].text in COMMAS:
            # ويؤكد «المركز» الذي يعتبر المرجع الوحيد، أن
            # (and "the Centre", which is held to be the only authority, affirms that)
            return False
        if index == after > cue.last:
            return True
        before = article.folded(index - 1)
        if index == cue.last or (
            index == cue.last + 1 and before in PREPOSITIONS_WITH_PRONOUN and "" not in verb.that
        ):
            # مشددا عليهم أن: stressing to them that
            return True
        plain = article.folded(index).startswith("ان")
        if (
            article.tokens[index].facts.is_inna
            and article.tokens[index - 1].text in COMMAS
            and article.tokens[index + 1 : index + 2]
            and words.info(article, index + 1).classes == {"perfect"}
        ):
            # ، إن ثبتت صحته: "if"
            return False
        if plain and article.folded(index + 1) in IF_ANY:
            # إن وجدت "if any", إن أمكن "if possible"
            return False
        if plain and article.tokens[index - 1].text in COMMAS and "" not in verb.that:
            return index == after + 1 > cue.last + 1 and verb.quotation == "strong"
        if verb.homograph and "" not in verb.that and not article.folded(index).startswith("ب"):
            # في بيان عبر تلغرام إن: no عبّر "expressed".
            return before in verb.that
        if before in PREPOSITIONS:
            # كشف على أن: the press is free with the preposition where nothing stands between.
            return before in verb.that or (
                before in BEFORE_AN and self.phrases.inside.is_all_nominal(after, index - 1)
            )
        if (
            article.tokens[index - 1].kind == "word"
            # الشرطة "the police" is no "condition" with a pronoun.
            and not article.tokens[index - 1].text.endswith("ة")
            and words.in_list(before, words.lexicon.governors_of_an)
        ):
            return False
        # مصادر لم تسمها أن: the verb of a relative clause has its object in the pronoun.
        described = all(r.enclitic for r in words.info(article, index - 1).readings)
        # متهما الوزير يوسف رجي بأنه: Rajji, which looks like a verb, is a surname here.
        named = article.folded(index - 2) in words.lexicon.given_names
        return described or named or not words.is_verb(article, index - 1)

    def _colon(self, predicate: Predicate, index: int) -> Frame | None:
        """The frame of what stands behind a colon at ``index``, be it on the next line."""
        article = self.article
        if predicate.reading.verb.quotation == "no" or index + 1 >= len(article.tokens):
            return None
        following = index + 1
        while (
            following + 1 < len(article.tokens)
            and article.tokens[following].text in _STRAY_MARKS
            and following not in article.opening
        ):
            # قال الناطق :»إن: the spokesman said: "that, with the mark turned round
            following += 1
        token = article.tokens[following]
        if article.paragraph_of[following] > article.paragraph_of[index] + 1:
            return None
        if following in article.opening:
            number = article.opening[following]
            return predicate.frame("colon", index, article.quotations[number].start, number)
        if token.folded in COMPLEMENTIZERS:
            return self._that(predicate, following)
        if token.kind == "mark":
            return None
        return predicate.frame("colon", index, article.starts[following])

    def _is_speech(self, reading: CueReading, number: int, index: int, after: int) -> bool:
        """Whether a quotation behind the cue is what was said rather than a name or a term."""
        article = self.article
        verb = reading.verb
        if verb.quotation == "no":
            return False
        first, last = article.quotation_tokens(number)
        length = sum(token.is_word for token in article.tokens[first:last])
        if self.phrases.in_marks.is_person(number) or article.folded(first) in BLESSINGS:
            # حاكم دبي "رعاه الله": the ruler of Dubai, "God keep him"
            return False
        if (
            index > after
            and length <= _LONGEST_BODY
            and self.words.is_organisation(article.folded(index - 1))
        ):
            # على قناة "إم بي سي مصر": a name, though of some words.
            return False
        if index == after and reading.type == "participle":
            return length >= 2
        if verb.quotation == "weak":
            return length > WORDS_OF_SPEECH and index <= after + 8
        return length >= WORDS_OF_SPEECH or (index <= after + 1 and length >= 2)

    def _is_before_that(self, index: int, limit: int) -> bool:
        """Whether أنّ with the same preposition stands right behind a word, which is a place."""
        article = self.article
        following = article.folded(index + 1)
        return (
            index + 1 < limit
            and following in COMPLEMENTIZERS
            and following[0] == article.folded(index)[0]
        )

    def _nominal(self, predicate: Predicate, index: int) -> int | None:
        """Where a noun phrase behind a governed preposition begins, or None."""
        reading, limit, cue_end = predicate.reading, predicate.limit, predicate.cue.last
        article, words, verb = self.article, self.words, reading.verb
        token = article.tokens[index]
        following = index + 1
        bare = token.folded
        if bare == "من" and article.folded(index - 1) in ALL_OF_THEM:
            # وتحذر كل من تسول له نفسه بأن: whoever
            return None
        if bare in verb.noun and bare in PREPOSITIONS:
            if (bare, article.folded(following)) in words.lexicon.circumstances:
                return None
            if following >= limit or article.folded(following) in COMPLEMENTIZERS:
                return None
            if following not in article.opening and article.tokens[following].kind == "mark":
                return None
            if bare == "عن" and article.folded(following) in NAMES_WITHHELD:
                # شريطة عدم الكشف عن هويته: on condition that nothing be revealed of who he is
                return None
            if verb.lemma == "تحدث" and limit - following < _LEAST_TALK:
                return None
            if words.in_list(article.folded(following), words.lexicon.occasions) and bare == "في":
                return None
            return article.starts[following]
        if WITH_WHAT.get(bare) in verb.noun and words.may_be_verb(article, following):
            # حذرت مما وصفته بالتآكل: warned of what it described as erosion
            return article.starts[index] + 1
        if token.kind != "word" or bare[:1] not in verb.noun:
            return None
        if (article.folded(index - 1), bare) in words.lexicon.circumstances:
            # على لسان المتحدث: by the mouth of the spokesman
            return None
        if bare in ON_BEHALF_OF or bare in IN_NAME_OF or bare in words.lexicon.quantifiers:
            # بعض المدارس "some schools"
            return None
        if bare in ("ب", "ل", "بـ", "لـ"):
            number = article.opening.get(following)
            if number is None or (bare[0] == "ل" and self.phrases.in_marks.is_name(number)):
                return None
            return article.starts[following]
        if len(bare) < _SHORTEST_GOVERNED or words.in_list(bare, words.lexicon.addressees):
            return None
        if bare[0] == "ل" and verb.person and (words.is_role(bare) or words.is_title(bare)):
            # وجه الدعوة للرئيس للقيام: the one invited.
            return None
        if bare == "بما" and words.may_be_verb(article, following):
            # منوها بما حققه القطاع: praising what the sector achieved
            return article.starts[index] + 1
        # رحب الرئيس | بمشاركة الأمير: right behind the subject it is the complement, too.
        complement = index == predicate.after and bare in PARTICIPATION
        adverbial = words.is_adverbial(bare) and index > cue_end and not complement
        if adverbial or words.is_function_word(bare):
            # مشيدا بمشاركة: right behind its verb it is the complement.
            return None
        if self._is_before_that(index, limit):
            # أفادت الصحيفة بالدنمارك بأن: the newspaper in Denmark reported that
            return None
        info = words.info(article, index)
        if info.readings and not any(bare[0] in r.proclitics for r in info.readings):
            return None
        if not info.readings and not bare.startswith(("بال", "لل")):
            return None
        return article.starts[index] + 1
