"""The closed classes of Arabic words as the stages use them, from ``closed_classes.toml``.

Everything here is in folded spelling.
"""

from __future__ import annotations

from quotes.lexicon import closed_class, closed_phrases

_PRONOUNS = closed_class("clause_pronouns")

PLAIN_COMPLEMENTIZERS = closed_class("plain_complementizers")
COMPLEMENTIZERS = PLAIN_COMPLEMENTIZERS | {
    complementizer + pronoun
    for complementizer in PLAIN_COMPLEMENTIZERS
    for pronoun in (*(_PRONOUNS - {"ك"}), "ني", "ننا")
}
RELATIVES = closed_class("relatives")
DUAL_RELATIVES = closed_class("dual_relatives")
GENDER_OF_RELATIVE = dict.fromkeys(closed_class("masculine_relatives"), "m") | dict.fromkeys(
    closed_class("feminine_relatives"), "f"
)
GENDER_OF_PRONOUN = {
    conjunction + pronoun: gender
    for conjunction in ("", "و", "ف")
    for pronoun, gender in (("هو", "m"), ("هي", "f"))
}
SUBJECT_PRONOUNS = closed_class("subject_pronouns")
COURTESIES_OF_OFFICE = closed_class("courtesies_of_office")
DAYS_OF_PRAYER = closed_class("days_of_prayer")
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
CONNECTORS = closed_class("connectors") | {
    particle + pronoun
    for particle in closed_class("particles_with_pronoun")
    for pronoun in ("", *_PRONOUNS)
}
NAMINGS = closed_class("namings")
NAMES_WITHHELD = closed_class("names_withheld")
TOPICS = closed_class("topics")
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
BEFORE_NOUNS = (PREPOSITIONS - {"حتي", "منذ"}) | closed_class("before_nouns")
PRIVATIVES = closed_class("privatives")
CONCLUDING = closed_class("concluding")
CLAUSE_HEADS = RELATIVES | closed_class("clause_heads")
CLAUSE_OPENERS = COMPLEMENTIZERS | closed_class("clause_openers")
CLAUSE_STARTS = closed_class("clause_starts")
SUBORDINATORS = closed_class("subordinators")
DEPENDENT_OPENERS = closed_class("dependent_openers")
OPENERS_OF_TIME = closed_class("openers_of_time")
PARALLELS = closed_class("parallels")
NEW_CLAUSES = closed_class("new_clauses")
CONTINUATIONS = closed_class("continuations")
OCCASION_OPENERS = closed_class("occasion_openers")
BEFORE_THAT = closed_phrases("before_that")
ONES_OF_THEM = closed_class("ones_of_them")
BODIES_LIKE_OCCASIONS = closed_class("bodies_like_occasions")
DETAILS = closed_class("details")
AMID = closed_class("amid")
HAD_BEFORE = closed_phrases("had_before")
LETTERS = closed_class("letters")
BETWEEN = tuple(closed_class("between"))
BEFORE_AN = closed_class("before_an")
INTERROGATIVES = closed_class("interrogatives")
AFTER = closed_class("after")
OPINION = closed_class("opinion")
OTHER = closed_class("other")
PARTICIPATION = closed_class("participation")
PHRASAL = closed_class("phrasal")
COPIES = closed_class("copies")
COURTESIES = closed_class("courtesies")
MINISTRIES = closed_class("ministries")
ADJECTIVES_OF_AUTHORITIES = closed_class("adjectives_of_authorities")
QUOTING_VERBS = frozenset(
    conjunction + verb + ending
    for conjunction in ("", "و", "ف")
    for verb in closed_class("quoting_verbs")
    for ending in ("", "ت", "وا")
)
ACTIVE_IN = closed_class("active_in")
ADJECTIVAL_OFFICES = closed_class("adjectival_offices")
AGENCY_HEADS = closed_class("agency_heads")
AMBIGUOUS_COURTESIES = closed_class("ambiguous_courtesies")
ABOUT_THEM = closed_class("about_them")
ABOUT_WHAT = closed_class("about_what")
ALL_OF_THEM = closed_class("all_of_them")
AND_IT = closed_class("and_it")
AND_BETWEEN = closed_class("and_between")
AND_DID_NOT = closed_class("and_did_not")
AND_WHAT_OR_THAT = tuple(closed_class("and_what_or_that"))
AND_THAT_IT = closed_class("and_that_it")
AND_THAT = closed_class("and_that")
AT_A_TIME = closed_phrases("at_a_time")
AT_THE_TIME = closed_phrases("at_the_time")
ANNOUNCEMENTS = closed_class("announcements")
ANSWERS = closed_class("answers")
ARRIVALS = closed_class("arrivals")
BE = closed_class("be")
BECOMING = closed_class("becoming")
AS_FOLLOWS = closed_class("as_follows")
BEFORE_BODIES = closed_class("before_bodies")
BLESSINGS = closed_class("blessings")
BRANCHES_OF_SERVICE = closed_class("branches_of_service")
BUT = closed_class("but")
BUT_THEY = closed_class("but_they")
BY_MEANS_OF = closed_class("by_means_of")
BY_PROXY = closed_class("by_proxy")
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
GOING_ON = closed_class("going_on")
FROM_HIM = closed_class("from_him")
GESTURES = closed_class("gestures")
FEMININE_ELATIVES = closed_class("feminine_elatives")
EULOGIES = closed_class("eulogies")
EXISTENTIALS = closed_class("existentials")
FEMININE_PLURALS = closed_class("feminine_plurals")
FIRST_PERSON_VERBS = closed_class("first_person_verbs")
FOR_THE_SAKE = closed_class("for_the_sake")
GENERAL = closed_class("general")
HELD_BY_EITHER = closed_class("held_by_either")
GENERIC_PERSONS = closed_class("generic_persons")
IN_NAME_OF = closed_class("in_name_of")
IN_ADDITION = closed_class("in_addition")
IN_CAPACITY_OF = closed_class("in_capacity_of")
IN_WHICH = closed_class("in_which")
ISSUED = closed_class("issued")
LATTER = closed_class("latter")
LEFT_UNSAID = closed_class("left_unsaid")
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
MUST = closed_class("must")
NEGATED = closed_class("negated")
NEVER_BEFORE_VERBS = closed_class("never_before_verbs")
NOT_TO = closed_class("not_to")
NEVER_CUES = closed_class("never_cues")
NEWS_AGENCIES = closed_class("news_agencies")
OF_WHOM = closed_class("of_whom")
ON_BEHALF_OF = closed_class("on_behalf_of")
ON = closed_class("on")
OF_THE_PRESS = closed_class("of_the_press")
OFTEN_PASSIVE = closed_class("often_passive")
PLATFORMS = closed_class("platforms")
PUBLIC = closed_class("public")
PROPHETS = closed_class("prophets")
REPORTING_OF_TEXTS = closed_class("reporting_of_texts")
REFUSALS = closed_class("refusals")
POINTING_BACK = closed_class("pointing_back")
RETURNING = closed_class("returning")
SAY = closed_class("say")
SAYING = closed_class("saying")
STRESSED = closed_class("stressed")
TAG_LABELS = closed_class("tag_labels")
RANKS_OF_OFFICE = closed_class("ranks_of_office")
TERMS_OF_OFFICE = closed_class("terms_of_office")
THAT = closed_class("that")
THEN = closed_class("then")
TIMES_OF_CLAUSES = closed_class("times_of_clauses")
UPON_WHOM = closed_class("upon_whom")
VAGUE_OFFICES = closed_class("vague_offices")
WHAT = closed_class("what")
WHERE_PUBLISHED = closed_class("where_published")
WITH_WHAT = {
    **dict.fromkeys(closed_class("from_what"), "من"),
    **dict.fromkeys(closed_class("about_what_it_is"), "عن"),
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

CONJUNCTIONS = ("و", "ف")
COMMAS = frozenset("،,؛;")
DOTS = frozenset({"..", "...", "…"})
# Van, of Dutch names, without the hamza of "so that".
VAN = "فان"
# What ends a clause: a comma, a stop or a closing mark.
CLAUSE_MARKS = COMMAS | frozenset({".", "..", "…", "»", '"', "”"})
SERVANT_OF = closed_class("servant_of")
SON = closed_class("son")
SON_OF = closed_class("son_of")
IF_ANY = closed_class("if_any")
NEWEST = closed_class("newest")
SECOND_HALVES = closed_class("second_halves")
SEMICOLONS = frozenset("؛;")
_ARTICLES = ("ال", "وال", "لل", "بال")


# والد "father" begins as if with و and the article.
_PARENTS = closed_class("parents")


def has_article(folded: str) -> bool:
    """Whether a word is written with the article, whatever clitic stands before it."""
    return folded.startswith(_ARTICLES) and folded not in _PARENTS


def bare(folded: str) -> tuple[str, ...]:
    """The word, and the word without و or ف where that could be a conjunction."""
    return (folded, folded[1:]) if folded[:1] in CONJUNCTIONS else (folded,)
