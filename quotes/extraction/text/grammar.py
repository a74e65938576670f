"""The closed classes of Arabic words as the rules ask for them, from ``closed_classes.toml``.

They stand in the sections of that file, in folded spelling but for one that only its spelling
tells; what a class is for is told there. Marks, which are no words, stand in ``marks``.
"""

from __future__ import annotations

from quotes.lexicon import closed_class, closed_phrases, closed_spellings

CONJUNCTIONS = ("و", "ف")

# "That" and its sisters, and the pronouns written onto them.

PLAIN_COMPLEMENTIZERS = closed_class("plain_complementizers")
THAT = closed_class("that")
_PRONOUNS = closed_class("clause_pronouns")
COMPLEMENTIZERS_WITH_PRONOUN = frozenset(
    complementizer + pronoun
    for complementizer in PLAIN_COMPLEMENTIZERS
    for pronoun in (_PRONOUNS - {"ك"}) | closed_class("clause_pronouns_behind_nun")
)
AND_THAT_IT = closed_class("and_that_it")
YOU = closed_class("you")
IF_ANY = closed_class("if_any")
COMPLEMENTIZERS = PLAIN_COMPLEMENTIZERS | COMPLEMENTIZERS_WITH_PRONOUN

# "Who" and "which".

RELATIVES = closed_class("relatives")
GENDER_OF_RELATIVE = dict.fromkeys(closed_class("masculine_relatives"), "m") | dict.fromkeys(
    closed_class("feminine_relatives"), "f"
)
DUAL_RELATIVES = closed_class("dual_relatives")
OF_WHOM = closed_class("of_whom")

# Pronouns, and words that stand for somebody named before.

HE_OR_SHE = closed_class("he_or_she")
SUBJECT_PRONOUNS = closed_class("subject_pronouns")
HIM = closed_class("him")
THIRD_PERSON = tuple(closed_class("third_person"))
SECOND_PERSON = closed_class("second_person")
DEMONSTRATIVES = closed_class("demonstratives")
THESE_PEOPLE = closed_class("these_people")
THIS_THING = closed_class("this_thing")
THAT_THING = closed_class("that_thing")
POINTING_BACK = closed_class("pointing_back")
SAME = closed_class("same")
EMPHATICS = closed_class("emphatics")
MENTIONED = closed_class("mentioned")
LATTER = closed_class("latter")
GENERIC_PERSONS = closed_class("generic_persons")
GUESTS = closed_class("guests")
HOSTS = closed_class("hosts")
GENDER_OF_PRONOUN = {
    conjunction + pronoun: gender
    for conjunction in ("", *CONJUNCTIONS)
    for name, gender in (("he", "m"), ("she", "f"))
    for pronoun in closed_class(name)
}

# "Any", "every", "some", and what is counted.

ANY = closed_class("any")
EVERY = closed_class("every")
SOME = closed_class("some")
ALL_OF_THEM = closed_class("all_of_them")
ONE_OF_THEM = closed_class("one_of_them")
THE_OTHER = closed_class("the_other")
ONE_OF_MANY = closed_class("one_of_many")
ONES_OF_THEM = closed_class("ones_of_them")
THESE = closed_class("these")
ONES_OF = closed_class("ones_of")
OTHER = closed_class("other")
FURTHER = closed_class("further")
OF_IT = closed_class("of_it")
ORDINALS = closed_class("ordinals")
THREE_TO_TEN = closed_class("three_to_ten")

# Prepositions, alone and with their pronouns.

PREPOSITIONS = closed_class("prepositions")
PREPOSITIONS_WITH_PRONOUN = closed_class("prepositions_with_me") | {
    preposition + pronoun
    for preposition in closed_class("pronominal_prepositions")
    for pronoun in closed_class("prepositional_pronouns")
}
FROM = closed_class("from")
ABOUT = closed_class("about")
IN = closed_class("in")
TO = closed_class("to")
WITH = closed_class("with")
AT = closed_class("at")
ON = closed_class("on")
BETWEEN = tuple(closed_class("between"))
AND_BETWEEN = closed_class("and_between")
GOVERNED_PREPOSITIONS = closed_class("governed_prepositions")
PHRASAL = closed_class("phrasal")
BY = closed_class("by")
BY_MEANS_OF = closed_class("by_means_of")
DURING = closed_class("during")
WHERE_PUBLISHED = closed_class("where_published")
WITH_WHAT = {
    **dict.fromkeys(closed_class("from_what"), "من"),
    **dict.fromkeys(closed_class("about_what_it_is"), "عن"),
    **dict.fromkeys(closed_class("by_what"), "ب"),
}
ABOUT_WHAT = closed_class("about_what")
FOR_ANY = closed_class("for_any")
FOR_THE_SAKE = closed_class("for_the_sake")
ON_BEHALF_OF = closed_class("on_behalf_of")
IN_NAME_OF = closed_class("in_name_of")
NEAR = closed_class("near")
NEARING = closed_class("nearing")
FROM_HIM = closed_class("from_him")
OF_THEM = closed_class("of_them")
TO_THEM = closed_class("to_them")
TO_ME = closed_class("to_me")
BY_IT = closed_class("by_it")
ABOUT_THEM = closed_class("about_them")
IN_WHICH = closed_class("in_which")
SUSPECTED = closed_class("suspected")
UPON_WHOM = closed_class("upon_whom")

# Particles before verbs and nouns, negations, and what they cannot stand before.

PARTICLES_WITH_PRONOUN = frozenset(
    particle + pronoun
    for particle in closed_class("particles_with_pronoun")
    for pronoun in _PRONOUNS
)
CONNECTORS = (
    closed_class("connectors") | closed_class("particles_with_pronoun") | PARTICLES_WITH_PRONOUN
)
AS = closed_class("as")
ALREADY = closed_class("already")
MAY = closed_class("may")
AND_HAD = closed_class("and_had")
VERBAL_PARTICLES = closed_class("verbal_particles")
INCHOATIVE = closed_class("inchoative")
NEGATED = closed_class("negated")
JUSSIVE_PARTICLES = closed_class("jussive_particles")
NO = closed_class("no")
DID_NOT = closed_class("did_not")
AND_DID_NOT = closed_class("and_did_not")
NOT_TO = closed_class("not_to")
PRIVATIVES = closed_class("privatives")
NON = closed_class("non")
SEMI = closed_class("semi")
WHAT = closed_class("what")
WHAT_OR_TO_WHAT = closed_class("what_or_to_what")
CONCLUDING = closed_class("concluding")
RESPONSIBILITY = closed_class("responsibility")
HOW = closed_class("how")
INTERROGATIVES = closed_class("interrogatives")
EXISTENTIALS = closed_class("existentials")
BEFORE_NOUNS = (PREPOSITIONS - closed_class("prepositions_before_verbs")) | closed_class(
    "before_nouns"
)
NEVER_BEFORE_VERBS = closed_class("never_before_verbs")

# What opens a clause, goes on with it, or sets it against another.

CLAUSE_STARTS = closed_class("clause_starts")
CLAUSE_HEADS = closed_class("clause_heads")
CLAUSE_OPENERS = COMPLEMENTIZERS | closed_class("clause_openers")
WHEN = closed_class("when")
SUBORDINATORS = closed_class("subordinators")
AFTER = closed_class("after")
AFTER_THAT = closed_class("after_that")
EVEN = closed_class("even")
OPENERS_OF_TIME = closed_class("openers_of_time")
TIMES_OF_CLAUSES = closed_class("times_of_clauses")
TOPICS = closed_class("topics")
WANTING_A_CLAUSE = closed_class("wanting_a_clause")
ON_THE_TOPIC = closed_class("on_the_topic")
SETTING_TOPICS = closed_class("setting_topics")
THEN = closed_class("then")
THEN_INDEED = closed_class("then_indeed")
PARALLELS = closed_class("parallels")
MEANWHILE = closed_class("meanwhile")
OR_ELSE = closed_class("or_else")
BUT = closed_class("but")
# What stands behind them is in the accusative.
GOVERNORS_OF_ACCUSATIVES = COMPLEMENTIZERS | BUT
ONLY_THAT = closed_phrases("only_that")
EXCEPT = frozenset(phrase[0] for phrase in ONLY_THAT)
BUT_THEY = closed_class("but_they")
CONTRASTS = closed_class("contrasts")
ONLY_IN = closed_class("only_in")
YET = closed_class("yet")
BEHIND_CONTRASTS = COMPLEMENTIZERS | closed_class("behind_contrasts")
WHILE = closed_phrases("while")
DESPITE = closed_class("despite")
IN_SPITE = closed_class("in_spite")
IN_SPITE_OF = closed_phrases("in_spite_of")
CONCERNING = closed_class("concerning")
NEW_CLAUSES = closed_class("new_clauses")
AND_IT = closed_class("and_it")
WHICH_MATTER = closed_phrases("which_matter")
AND_THEN = closed_class("and_then")
AND_THEN_TO = tuple(closed_class("and_then_to"))
AND_THIS = closed_class("and_this")
AND_THAT = closed_class("and_that")
AND_WHAT_OR_THAT = tuple(closed_class("and_what_or_that"))
CONTINUATIONS = closed_class("continuations")
IN_ADDITION = closed_class("in_addition")
RETURNING = closed_class("returning")
AT_THE_TIME = closed_phrases("at_the_time")
WHEN_SAID = closed_class("when_said")
ANSWERING = closed_phrases("answering")
ON_OCCASIONS = closed_phrases("on_occasions")
OPPOSING = closed_class("opposing")
QUESTIONS = closed_class("questions")
COMES_ABOUT = closed_class("comes_about")
SINCE = closed_class("since")
OTHERS = closed_class("others")
GIVEN_THAT = closed_class("given_that")
OF_WHAT_IS_TOLD = closed_class("of_what_is_told")
SO_THEY = closed_class("so_they")
SO_THE = tuple(closed_class("so_the"))
EVEN_THOUGH = closed_class("even_though")
BEFORE_THAT = closed_phrases("before_that")
AT_A_TIME = closed_phrases("at_a_time")
WITHOUT_THAT = closed_phrases("without_that")
AMID = closed_class("amid")

# Verbs of saying with rules of their own, and what stands beside them.

SAY = closed_class("say")
TALK = closed_class("talk")
SAYING = closed_class("saying")
QUOTING_VERBS = frozenset(
    conjunction + verb + ending
    for conjunction in ("", *CONJUNCTIONS)
    for verb in closed_class("quoting_verbs")
    for ending in ("", "ت", "وا")
)
AS_ONE_SAYS = closed_class("as_one_says")
THIS_IS_WHAT = closed_phrases("this_is_what")
GOING_ON = closed_class("going_on")
CONTINUING = closed_class("continuing")
HIS_TALK = closed_class("his_talk")
ANSWERS = closed_class("answers")
ANNOUNCEMENTS = closed_class("announcements")
BEFORE_WHAT_CAME = closed_class("before_what_came")
DENIALS = closed_class("denials")
RELAYING = {
    **dict.fromkeys(ABOUT, closed_class("relaying")),
    **dict.fromkeys(TO, closed_class("attributing")),
}
DESCRIBING = closed_class("describing")
REPORTING_OF_TEXTS = closed_class("reporting_of_texts")
ISSUED = closed_class("issued")
ARRIVALS = closed_class("arrivals")
MADE_KNOWN = closed_class("made_known")
WISHING = closed_class("wishing")
CALLED_UPON = closed_class("called_upon")
INVITING = closed_class("inviting")
INVITED = closed_class("invited")
ACTS_TOWARDS_SOMEBODY = closed_class("acts_towards_somebody")
CARRIED_OUT = closed_class("carried_out")
SUPPORT_VERBS = closed_class("support_verbs")
HESITATING = closed_class("hesitating")
CLOSING_VERBS = closed_class("closing_verbs")
IMPORTANCE = closed_class("importance")
STRESSED = closed_class("stressed")
COMMENTED_DEEDS = closed_class("commented_deeds")
RESOLVED_ON = closed_class("resolved_on")
ACTS = closed_class("acts")
PARTS_OF_OCCASIONS = closed_class("parts_of_occasions")
OCCASION_OPENERS = closed_class("occasion_openers")
LEFT_UNSAID = closed_class("left_unsaid")
DETAILS = closed_class("details")
WAS_ASKED = closed_class("was_asked")
HAD_BEFORE = closed_phrases("had_before")
INTERVIEWS = closed_class("interviews")
REMINDING = closed_class("reminding")
BELIEVING = closed_class("believing")
NARRATING = closed_class("narrating")
STATING = closed_class("stating")
RECOGNISING = closed_class("recognising")
CONVICTING = closed_class("convicting")
COURTS = closed_class("courts")
THREATENING = closed_class("threatening")
CONFESSING = closed_class("confessing")
FIRST_PERSON_VERBS = closed_class("first_person_verbs")

# Other verbs, and words that only look like verbs of saying.

WORTHY = closed_class("worthy")
BE = closed_class("be")
BECOMING = closed_class("becoming")
OUTCOMES = closed_class("outcomes")
KEEPING_ON = closed_class("keeping_on")
WAS_I_OR_YOU = closed_class("was_i_or_you")
MUST = closed_class("must")
OFTEN_PASSIVE = closed_class("often_passive")
ABOUT_SO_MANY = closed_class("about_so_many")
REACHING = closed_class("reaching")
SO_CALLED = closed_class("so_called")
CONCLUDED_BETWEEN = closed_class("concluded_between")
CALLED_FOR = closed_class("called_for")
FACTS = closed_class("facts")
DEATHS = closed_class("deaths")
ELATIVES = closed_class("elatives")
NEVER_CUES = closed_class("never_cues")
NOUNS_INSIDE = closed_class("nouns_inside")
POINT = closed_class("point")
GESTURES = closed_class("gestures")
CLASSIFICATIONS = closed_class("classifications")
SEIZING = closed_class("seizing")

# What was said, by the names that the reporter has for it.

THE_SAYING = closed_class("the_saying")
TOLD_THINGS = closed_class("told_things")
EVENTS = closed_class("events")
SPEECHES = closed_class("speeches")
COMMENTS = closed_class("comments")
PUBLIC_REQUESTS = closed_class("public_requests")
THE_MATTER = closed_class("the_matter")
OPINION = closed_class("opinion")
LETTERS = closed_class("letters")
CALLS = closed_class("calls")
COPIES = closed_class("copies")
CHARGES = closed_class("charges")

# Sources that no verb names, and those who want no name.

WORDS_OF_SAYING = closed_class("words_of_saying")
AS_FOLLOWS = closed_class("as_follows")
THUS = closed_class("thus")
POINT_OF_VIEW = closed_class("point_of_view")
OPINION_AS_SOURCE = closed_spellings("opinion_as_source")
COMPARED = closed_class("compared")
IN_ANSWER = closed_class("in_answer")
NUMBER = closed_class("number")
NEWEST = closed_class("newest")
COMPLETIONS = closed_class("completions")
NAMINGS = closed_class("namings")
REFUSALS = closed_class("refusals")
REFUSING = closed_class("refusing")
NAMES_WITHHELD = closed_class("names_withheld")
SUSPECTS = closed_class("suspects")

# When, where, on what and as what something was said.

TIMES = closed_class("times")
SPANS_OF_TIME = closed_class("spans_of_time")
MONTHS = closed_class("months")
DIRECTIONS = closed_class("directions")
PLATFORMS = closed_class("platforms")
RECORDINGS = closed_class("recordings")
ACCOUNTS = closed_class("accounts")
BEFORE_PLATFORMS = closed_class("before_platforms")
MEDIA = closed_class("media")
WHOLE_IN_TWO_WORDS = closed_class("whole_in_two_words")
OF_THE_PRESS = closed_class("of_the_press")
PARTICIPATION = closed_class("participation")
UNDER_WHOM = closed_class("under_whom")
MANNERS = closed_class("manners")
NOTING = closed_class("noting")
IN_CAPACITY_OF = closed_class("in_capacity_of")
TONES_OF_VOICE = closed_class("tones_of_voice")

# Titles and offices.

HONORIFICS = closed_class("honorifics")
COURTESIES = closed_class("courtesies")
AMBIGUOUS_COURTESIES = closed_class("ambiguous_courtesies")
YOUR_EXCELLENCIES = closed_class("your_excellencies")
KNOWN_BY_ONE_NAME = closed_class("known_by_one_name")
MILITARY_RANKS = closed_class("military_ranks")
CHIEFS = closed_class("chiefs")
RANKS_OF_OFFICE = closed_class("ranks_of_office")
BRANCHES_OF_SERVICE = closed_class("branches_of_service")
GENERAL_STAFF = closed_phrases("general_staff")
TERMS_OF_OFFICE = closed_class("terms_of_office")
BY_PROXY = closed_class("by_proxy")
ADJECTIVAL_OFFICES = closed_class("adjectival_offices")
VAGUE_OFFICES = closed_class("vague_offices")
AIDES = closed_class("aides")
SUPERIORS = closed_class("superiors")
ENVOYS = closed_class("envoys")
ACTIVE_IN = closed_class("active_in")
HEADS_WITH_PREPOSITION = {
    "علي": closed_class("heads_with_ala"),
    "عن": closed_class("heads_with_an"),
}
TAKING_PART = closed_class("taking_part")
WANTING_AN = closed_class("wanting_an")
CONCERNED_WITH = closed_class("concerned_with")
IN_CHARGE = closed_class("in_charge")
AFFAIRS = closed_class("affairs")
CLOSE_TO = closed_class("close_to")
BEFORE_BODIES = closed_class("before_bodies")
AUTHORS = closed_class("authors")
COUNTERPARTS = closed_class("counterparts")
OFFICES_OF_STATE = closed_class("offices_of_state")

# Bodies, agencies and outlets.

BODIES_IN_TWO_WORDS = closed_phrases("bodies_in_two_words")
MEMBERS = closed_class("members")
BODIES_IN_ONE_WORD = closed_class("bodies_in_one_word")
BODIES_LIKE_OCCASIONS = closed_class("bodies_like_occasions")
MINISTRIES = closed_class("ministries")
LEADERSHIPS = closed_class("leaderships")
ORGANS = closed_class("organs")
ADJECTIVES_OF_AUTHORITIES = closed_class("adjectives_of_authorities")
PUBLIC = closed_class("public")
MISSIONS = closed_class("missions")
AGENCY_HEADS = closed_class("agency_heads")
NEWS_AGENCIES = closed_class("news_agencies")
SIGNATURES = closed_class("signatures")
OUTLETS = closed_phrases("outlets")
FIELDS_OF_MINISTRIES = closed_class("fields_of_ministries")
NAMED_THINGS = closed_class("named_things")
OFFICES_OF_OUTLETS = closed_class("offices_of_outlets")
UNIONS = closed_class("unions")
OFFICES_OF_CLUBS = closed_class("offices_of_clubs")
REGIONS = closed_class("regions")
COMPETITIONS = closed_class("competitions")
MOVEMENTS = closed_class("movements")

# Adjectives that the dictionary has for something else.

EPITHETS = closed_class("epithets")
ADJECTIVES_LIKE_NOUNS = closed_class("adjectives_like_nouns")

# The words of which names are made, and names that look like other words.

CALLED = closed_class("called")
BEARING_NAME = closed_phrases("bearing_name")
HAVING = closed_class("having")
SON = closed_class("son")
SON_OF = closed_class("son_of")
SERVANT_OF = closed_class("servant_of")
MOTHER = closed_class("mother")
FATHER = closed_class("father")
AGE = closed_class("age")
AGED = closed_class("aged")
OF_YEARS = closed_class("of_years")
YEARS = closed_class("years")
YEARS_OF_AGE = closed_class("years_of_age")
FATHER_OF = closed_class("father_of")
SECOND_HALVES = closed_class("second_halves")
BEHIND_GIVEN_NAMES = closed_class("behind_given_names")
BEFORE_FATHERS = closed_class("before_fathers")
BETWEEN_NAMES = closed_class("between_names")
BEFORE_FAMILY_NAMES = closed_class("before_family_names")
BEFORE_NAMES = closed_class("before_names")
JOINING_PARTICLES = closed_class("joining_particles")
SURNAME_ENDINGS = closed_class("surname_endings")
SHORT_NAMES_LIKE_PARTICLES = closed_class("short_names_like_particles")
NAMES_LIKE_PARTICLES = closed_class("names_like_particles")
NAMES_WITH_PARTICLES = closed_class("names_with_particles")
(GOVERNOR,) = closed_spellings("governor")
(GOVERNOR_ELSEWHERE,) = closed_spellings("governor_elsewhere")
NO_ADVERBS_BY_SPELLING = closed_spellings("no_adverbs_by_spelling")
NAMES_TOLD_BY_SPELLING = closed_spellings("names_told_by_spelling")
NAMES_LIKE_ARTICLES = closed_class("names_like_articles")
# والد "father" begins as if with و and the article; so do إلهام Ilham and آلاف "thousands", folded,
# as if with it.
PARENTS = closed_class("parents")
WITHOUT_ARTICLE = PARENTS | NAMES_LIKE_ARTICLES | closed_class("nouns_like_articles")
SUPERLATIVES = closed_class("superlatives")
FIRSTS = closed_class("firsts")
LATIN_LETTERS = closed_class("latin_letters")
# As printed: Van, of Dutch names, without the hamza of "so that"; Ali, without the alif maqsura of
# "on".
VAN = "فان"
ALI = "علي"

# Words whose gender their form does not show.

FEMININE_ELATIVES = closed_class("feminine_elatives")
FEMININE_PLURALS = closed_class("feminine_plurals")
MASCULINE_PLURALS = closed_class("masculine_plurals")
MASCULINE_IN_TA = closed_class("masculine_in_ta")
MASCULINE_LIKE_PLURALS = closed_class("masculine_like_plurals")
MASCULINE_COUNTRIES = closed_class("masculine_countries")
HELD_BY_EITHER = closed_class("held_by_either")
GENERAL = closed_class("general")

# Scripture, prayer and blessings.

GOD = closed_class("god")
EXALTED = closed_class("exalted")
PROPHETS = closed_class("prophets")
DIVINE = closed_class("divine")
EULOGIES = closed_class("eulogies")
GLORIES = closed_phrases("glories")
LORD = closed_class("lord")
ALMIGHTY = closed_class("almighty")
REST_OF_BLESSINGS = closed_class("rest_of_blessings")
PRAYED_FOR = closed_class("prayed_for")
PRAYING = closed_class("praying")
BLESSINGS = closed_class("blessings")
PRAYERS = closed_class("prayers")
DAYS_OF_PRAYER = closed_class("days_of_prayer")
IMAM = closed_class("imam")

# What agencies and web pages put before and under an article.

HEADLINE_TAGS = closed_class("headline_tags")
MATTERS = closed_class("matters")
LINK_LABELS = closed_class("link_labels")
TAG_LABELS = closed_class("tag_labels")
