"""The closed classes of Arabic words as the stages use them, from ``closed_classes.toml``.

Everything here is in folded spelling.
"""

from __future__ import annotations

from quotes.lexicon import closed_class, closed_phrases

CONJUNCTIONS = ("و", "ف")
_PRONOUNS = closed_class("clause_pronouns")

PLAIN_COMPLEMENTIZERS = closed_class("plain_complementizers")
COMPLEMENTIZERS_WITH_PRONOUN = frozenset(
    complementizer + pronoun
    for complementizer in PLAIN_COMPLEMENTIZERS
    for pronoun in (_PRONOUNS - {"ك"}) | closed_class("clause_pronouns_behind_nun")
)
COMPLEMENTIZERS = PLAIN_COMPLEMENTIZERS | COMPLEMENTIZERS_WITH_PRONOUN
RELATIVES = closed_class("relatives")
DUAL_RELATIVES = closed_class("dual_relatives")
GENDER_OF_RELATIVE = dict.fromkeys(closed_class("masculine_relatives"), "m") | dict.fromkeys(
    closed_class("feminine_relatives"), "f"
)
GENDER_OF_PRONOUN = {
    conjunction + pronoun: gender
    for conjunction in ("", *CONJUNCTIONS)
    for name, gender in (("he", "m"), ("she", "f"))
    for pronoun in closed_class(name)
}
SUBJECT_PRONOUNS = closed_class("subject_pronouns")
DAYS_OF_PRAYER = closed_class("days_of_prayer")
ACTS_TOWARDS_SOMEBODY = closed_class("acts_towards_somebody")
THE_OTHER = closed_class("the_other")
OUTLETS = closed_phrases("outlets")
OFFICES_OF_OUTLETS = closed_class("offices_of_outlets")
KNOWN_BY_ONE_NAME = closed_class("known_by_one_name")
WHICH_MATTER = closed_phrases("which_matter")
THIS_IS_WHAT = closed_phrases("this_is_what")
AS_ONE_SAYS = closed_class("as_one_says")
NO = closed_class("no")
REACHING = closed_class("reaching")
HEADLINE_TAGS = closed_class("headline_tags")
SPANS_OF_TIME = closed_class("spans_of_time")
AND_HAD = closed_class("and_had")
WAS_ASKED = closed_class("was_asked")
AFTER_THAT = closed_class("after_that")
INVITING = closed_class("inviting")
INVITED = closed_class("invited")
THIS_THING = closed_class("this_thing")
THAT_THING = closed_class("that_thing")
DEMONSTRATIVES = closed_class("demonstratives")
ON_THE_TOPIC = closed_class("on_the_topic")
ONES_OF = closed_class("ones_of")
ONE_OF_THEM = closed_class("one_of_them")
PRAYERS = closed_class("prayers")
PREPOSITIONS = closed_class("prepositions")
PREPOSITIONS_WITH_PRONOUN = closed_class("prepositions_with_me") | {
    preposition + pronoun
    for preposition in closed_class("pronominal_prepositions")
    for pronoun in closed_class("prepositional_pronouns")
}
PARTICLES_WITH_PRONOUN = frozenset(
    particle + pronoun
    for particle in closed_class("particles_with_pronoun")
    for pronoun in _PRONOUNS
)
CONNECTORS = (
    closed_class("connectors") | closed_class("particles_with_pronoun") | PARTICLES_WITH_PRONOUN
)
NAMINGS = closed_class("namings")
NAMES_WITHHELD = closed_class("names_withheld")
TOPICS = closed_class("topics")
SETTING_TOPICS = closed_class("setting_topics")
EPITHETS = closed_class("epithets")
DURING = closed_class("during")
EMPHATICS = closed_class("emphatics")
SAME = closed_class("same")
SO_CALLED = closed_class("so_called")
SUPERLATIVES = closed_class("superlatives")
SUPPORT_VERBS = closed_class("support_verbs")
THIRD_PERSON = tuple(closed_class("third_person"))
THE_SAYING = closed_class("the_saying")
TIMES = closed_class("times")
VERBAL_PARTICLES = closed_class("verbal_particles")
JUSSIVE_PARTICLES = closed_class("jussive_particles")
BEFORE_NOUNS = (PREPOSITIONS - closed_class("prepositions_before_verbs")) | closed_class(
    "before_nouns"
)
PRIVATIVES = closed_class("privatives")
CONCLUDING = closed_class("concluding")
CLAUSE_HEADS = closed_class("clause_heads")
CLAUSE_OPENERS = COMPLEMENTIZERS | closed_class("clause_openers")
CLAUSE_STARTS = closed_class("clause_starts")
SUBORDINATORS = closed_class("subordinators")
OPENERS_OF_TIME = closed_class("openers_of_time")
PARALLELS = closed_class("parallels")
NEW_CLAUSES = closed_class("new_clauses")
CONTINUATIONS = closed_class("continuations")
OCCASION_OPENERS = closed_class("occasion_openers")
BEFORE_THAT = closed_phrases("before_that")
ONES_OF_THEM = closed_class("ones_of_them")
GOVERNED_PREPOSITIONS = closed_class("governed_prepositions")
BEFORE_PLATFORMS = closed_class("before_platforms")
BODIES_IN_TWO_WORDS = closed_phrases("bodies_in_two_words")
BODIES_LIKE_OCCASIONS = closed_class("bodies_like_occasions")
DETAILS = closed_class("details")
AMID = closed_class("amid")
HAD_BEFORE = closed_phrases("had_before")
LATIN_LETTERS = closed_class("latin_letters")
KEEPING_ON = closed_class("keeping_on")
LETTERS = closed_class("letters")
CALLS = closed_class("calls")
BETWEEN = tuple(closed_class("between"))
INTERVIEWS = closed_class("interviews")
INTERROGATIVES = closed_class("interrogatives")
AFTER = closed_class("after")
OPINION = closed_class("opinion")
OTHER = closed_class("other")
PARTICIPATION = closed_class("participation")
REGIONS = closed_class("regions")
PHRASAL = closed_class("phrasal")
COPIES = closed_class("copies")
COURTESIES = closed_class("courtesies")
MINISTRIES = closed_class("ministries")
ADJECTIVES_OF_AUTHORITIES = closed_class("adjectives_of_authorities")
QUOTING_VERBS = frozenset(
    conjunction + verb + ending
    for conjunction in ("", *CONJUNCTIONS)
    for verb in closed_class("quoting_verbs")
    for ending in ("", "ت", "وا")
)
ACTIVE_IN = closed_class("active_in")
ADJECTIVAL_OFFICES = closed_class("adjectival_offices")
AGENCY_HEADS = closed_class("agency_heads")
AMBIGUOUS_COURTESIES = closed_class("ambiguous_courtesies")
ABOUT = closed_class("about")
ABOUT_THEM = closed_class("about_them")
ABOUT_WHAT = closed_class("about_what")
ALL_OF_THEM = closed_class("all_of_them")
ANY = closed_class("any")
ALREADY = closed_class("already")
AND_IT = closed_class("and_it")
AND_THEN = closed_class("and_then")
TOLD_THINGS = closed_class("told_things")
AND_BETWEEN = closed_class("and_between")
AND_DID_NOT = closed_class("and_did_not")
AND_WHAT_OR_THAT = tuple(closed_class("and_what_or_that"))
AND_THAT_IT = closed_class("and_that_it")
AND_THIS = closed_class("and_this")
AND_THAT = closed_class("and_that")
AT = closed_class("at")
AT_A_TIME = closed_phrases("at_a_time")
AT_THE_TIME = closed_phrases("at_the_time")
ANNOUNCEMENTS = closed_class("announcements")
ANSWERS = closed_class("answers")
ARRIVALS = closed_class("arrivals")
BE = closed_class("be")
BECOMING = closed_class("becoming")
AS = closed_class("as")
AS_FOLLOWS = closed_class("as_follows")
BEFORE_BODIES = closed_class("before_bodies")
BLESSINGS = closed_class("blessings")
BRANCHES_OF_SERVICE = closed_class("branches_of_service")
BUT = closed_class("but")
BUT_THEY = closed_class("but_they")
BY_IT = closed_class("by_it")
BY_MEANS_OF = closed_class("by_means_of")
BY_PROXY = closed_class("by_proxy")
BEARING_NAME = closed_phrases("bearing_name")
CALLED = closed_class("called")
CALLED_UPON = closed_class("called_upon")
CALLED_FOR = closed_class("called_for")
CHARGES = closed_class("charges")
CHIEFS = closed_class("chiefs")
COMMENTS = closed_class("comments")
COMPLETIONS = closed_class("completions")
CLOSE_TO = closed_class("close_to")
CONCLUDED_BETWEEN = closed_class("concluded_between")
CONCERNED_WITH = closed_class("concerned_with")
CONCERNING = closed_class("concerning")
BEFORE_NAMES = closed_class("before_names")
BEHIND_GIVEN_NAMES = closed_class("behind_given_names")
BETWEEN_NAMES = closed_class("between_names")
BEHIND_CONTRASTS = COMPLEMENTIZERS | closed_class("behind_contrasts")
CONTRASTS = closed_class("contrasts")
DESCRIBING = closed_class("describing")
DESPITE = closed_class("despite")
DID_NOT = closed_class("did_not")
DIVINE = closed_class("divine")
DENIALS = closed_class("denials")
DIRECTIONS = closed_class("directions")
ENVOYS = closed_class("envoys")
HONORIFICS = closed_class("honorifics")
HIM = closed_class("him")
HIS_TALK = closed_class("his_talk")
CONTINUING = closed_class("continuing")
GOD = closed_class("god")
GOING_ON = closed_class("going_on")
FROM = closed_class("from")
FROM_HIM = closed_class("from_him")
GESTURES = closed_class("gestures")
FEMININE_ELATIVES = closed_class("feminine_elatives")
EULOGIES = closed_class("eulogies")
EVERY = closed_class("every")
EXISTENTIALS = closed_class("existentials")
FEMININE_PLURALS = closed_class("feminine_plurals")
FIRST_PERSON_VERBS = closed_class("first_person_verbs")
FIRSTS = closed_class("firsts")
FOR_ANY = closed_class("for_any")
FOR_THE_SAKE = closed_class("for_the_sake")
GENERAL = closed_class("general")
HELD_BY_EITHER = closed_class("held_by_either")
AIDES = closed_class("aides")
SUPERIORS = closed_class("superiors")
GENERIC_PERSONS = closed_class("generic_persons")
IMAM = closed_class("imam")
IN = closed_class("in")
IN_NAME_OF = closed_class("in_name_of")
IN_ADDITION = closed_class("in_addition")
IN_CAPACITY_OF = closed_class("in_capacity_of")
IN_SPITE = closed_class("in_spite")
IN_SPITE_OF = closed_phrases("in_spite_of")
IN_WHICH = closed_class("in_which")
ISSUED = closed_class("issued")
LATTER = closed_class("latter")
LEFT_UNSAID = closed_class("left_unsaid")
LINK_LABELS = closed_class("link_labels")
MASCULINE_COUNTRIES = closed_class("masculine_countries")
MASCULINE_IN_TA = closed_class("masculine_in_ta")
MASCULINE_PLURALS = closed_class("masculine_plurals")
MAY = closed_class("may")
MEANWHILE = closed_class("meanwhile")
MEDIA = closed_class("media")
MENTIONED = closed_class("mentioned")
MISSIONS = closed_class("missions")
MONTHS = closed_class("months")
NAMES_LIKE_PARTICLES = closed_class("names_like_particles")
MOTHER = closed_class("mother")
FATHER = closed_class("father")
MUST = closed_class("must")
NEGATED = closed_class("negated")
NEVER_BEFORE_VERBS = closed_class("never_before_verbs")
NON = closed_class("non")
NOT_TO = closed_class("not_to")
NEVER_CUES = closed_class("never_cues")
NEWS_AGENCIES = closed_class("news_agencies")
OF_THEM = closed_class("of_them")
OF_WHOM = closed_class("of_whom")
NUMBER = closed_class("number")
ON_BEHALF_OF = closed_class("on_behalf_of")
ON = closed_class("on")
OF_THE_PRESS = closed_class("of_the_press")
OFTEN_PASSIVE = closed_class("often_passive")
PLATFORMS = closed_class("platforms")
PUBLIC = closed_class("public")
PROPHETS = closed_class("prophets")
REPORTING_OF_TEXTS = closed_class("reporting_of_texts")
REFUSALS = closed_class("refusals")
POINT_OF_VIEW = closed_class("point_of_view")
POINTING_BACK = closed_class("pointing_back")
RETURNING = closed_class("returning")
SAY = closed_class("say")
SAYING = closed_class("saying")
SOME = closed_class("some")
STRESSED = closed_class("stressed")
TAG_LABELS = closed_class("tag_labels")
RANKS_OF_OFFICE = closed_class("ranks_of_office")
TALK = closed_class("talk")
TERMS_OF_OFFICE = closed_class("terms_of_office")
THAT = closed_class("that")
THEN = closed_class("then")
TIMES_OF_CLAUSES = closed_class("times_of_clauses")
TO = closed_class("to")
THUS = closed_class("thus")
TO_THEM = closed_class("to_them")
TO_ME = closed_class("to_me")
RELAYING = {
    **dict.fromkeys(ABOUT, closed_class("relaying")),
    **dict.fromkeys(TO, closed_class("attributing")),
}
UPON_WHOM = closed_class("upon_whom")
VAGUE_OFFICES = closed_class("vague_offices")
WHAT = closed_class("what")
WHAT_OR_TO_WHAT = closed_class("what_or_to_what")
WHERE_PUBLISHED = closed_class("where_published")
WHOLE_IN_TWO_WORDS = closed_class("whole_in_two_words")
WITH_WHAT = {
    **dict.fromkeys(closed_class("from_what"), "من"),
    **dict.fromkeys(closed_class("about_what_it_is"), "عن"),
    **dict.fromkeys(closed_class("by_what"), "ب"),
}
WITHOUT_THAT = closed_phrases("without_that")
WISHING = closed_class("wishing")
WORDS_OF_SAYING = closed_class("words_of_saying")
YOU = closed_class("you")
HEADS_WITH_PREPOSITION = {
    "علي": closed_class("heads_with_ala"),
    "عن": closed_class("heads_with_an"),
}
JOINING_PARTICLES = closed_class("joining_particles")
SECOND_PERSON = closed_class("second_person")
SEMI = closed_class("semi")

# What stands inside a clause: between a noun and its apposition, or around an aside before the
# verb. A semicolon there begins another clause.
INNER_COMMAS = frozenset("،,")
SEMICOLONS = frozenset("؛;")
# What stands between clauses and before a content, where many writers put either for the other.
COMMAS = INNER_COMMAS | SEMICOLONS
# What stands before the items of a list.
BULLETS = frozenset("•●▪■◾◆·*-–")
# The last is the stroke that lengthens words (tatweel), which alone is typed for a dash.
DASHES = frozenset("-–—ـ")
DOTS = frozenset({"..", "...", "…"})
# As printed: Van, of Dutch names, without the hamza of "so that"; Ali, without the alif maqsura of
# "on".
VAN = "فان"
ALI = "علي"
# What ends a clause: a comma, a stop or a closing mark.
CLAUSE_MARKS = COMMAS | frozenset({".", "..", "…", "»", '"', "”"})
SERVANT_OF = closed_class("servant_of")
SON = closed_class("son")
SON_OF = closed_class("son_of")
FATHER_OF = closed_class("father_of")
IN_ANSWER = closed_class("in_answer")
THE_MATTER = closed_class("the_matter")
IF_ANY = closed_class("if_any")
WAS_I_OR_YOU = closed_class("was_i_or_you")
NEWEST = closed_class("newest")
SECOND_HALVES = closed_class("second_halves")
_ARTICLES = ("ال", "وال", "لل", "بال")
_SHORTEST_NOUN = 3


# والد "father" begins as if with و and the article, and إلهام Ilham, folded, as if with it.
NAMES_LIKE_ARTICLES = closed_class("names_like_articles")
_WITHOUT_ARTICLE = closed_class("parents") | NAMES_LIKE_ARTICLES


def has_article(folded: str) -> bool:
    """Whether a word is written with the article, whatever clitic stands before it."""
    return folded.startswith(_ARTICLES) and folded not in _WITHOUT_ARTICLE


def without_article(folded: str) -> str:
    """The word without the article and the clitic before it: أرصاد of الأرصاد, للأرصاد, بالأرصاد.

    "meteorology", of "the meteorology", "of" and "in the meteorology"

    A short word begins with these letters itself: بالي "Bali".
    """
    for article in _ARTICLES:
        if folded.startswith(article) and len(folded) >= len(article) + _SHORTEST_NOUN:
            return folded[len(article) :]
    return folded


def bare(folded: str) -> tuple[str, ...]:
    """The word, and the word without و or ف where that could be a conjunction."""
    return (folded, folded[1:]) if folded[:1] in CONJUNCTIONS else (folded,)
