"""Where a country's name or adjective belongs to something else that the words around it tell.

Dishes and animals ("omelette norvégienne", "cochon d'Inde", "Canada geese"), streets ("rue du Maroc", "promenade des
Anglais"), towns overseas ("Lebanon, Ga.", "Peru, Indiana"), people ("China, 9, …", "Lucas Roumain") and their likes.
"""

from articles.reading.name_words import BRAND_WORDS, FUNCTION_WORDS, GENERIC_NOUNS, words
from articles.reading.office_words import CIVILITIES, HEADS, INSTITUTIONS
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

# Things that a French adjective of nationality makes a kind of.
_KINDS = words(
    "omelette omelettes creme sauce salade salades filet filets galette pudding roulette poupee poupees bain bains"
    " toilettes douche cle cles capote berger bergers bouledogue bouledogues dogue epagneul levrier setter terrier"
    " caniche puree jardin store stores pastilla braquet cor cors semelle escalope toast cuisson orange gelee"
)
# Animals and plants whose name holds a country's: "bernache du Canada", "œillet d'Inde".
_LIVING = words(
    "cochon cochons oeillet oeillets marron marrons marronnier rose roses poule poules bernache bernaches oie oies"
    " canard canards chat chats ours renard tortue tortues elephant elephants crocodile lion lions tigre tigres"
    " chien chiens vison castor castors perruche perroquet erable erables pin pins cedre cedres chene tulipe"
    " tulipes thuya crevette noix chou choux lapin perdrix faisan moineau frelon frelons moustique pie grue cigogne"
    " lys lis jasmin acacia"
)
_ROADS = words(
    "rue rues avenue avenues boulevard boulevards bd av quai impasse allee allees faubourg promenade"
    " esplanade calle avenida plaza"
)
# These are streets and stops only right before the name: "place d'Italie", not "la place de la France".
_STOPS = words("place square station metro gare porte pont villa cite tour hameau")
_CAPES = words("pointe baie anse cap fort bal cimetiere promenade ile iles monument")
_OF = words("de d' du des")
_ARTICLES = words("la le les l'")
# English compounds by their noun, after an adjective or a name.
_COMPOUNDS = words(
    "fries toast horn bulldog bulldogs braid pastry pastries cheese chard delight coffee stew setter wolfhound"
    " roulette dressing whispers checkers cabbage courage oven yogurt yoghurt shepherd shepherds measles flu"
    " omelette moss standoff muffin muffins cocker rarebit corgi corgis bacon waffle waffles hound hounds nut nuts"
    " goose geese pig pigs fowl hat hats poodle poodles rat rats maple spruce knotweed press polish lop vanilla"
    " spaniel spaniels terrier terriers oak oaks elm elms cedar cedars fir firs larch larches cypress cypresses"
    " willow willows poplar poplars hazel iris irises lily lilies poppy poppies thistle thistles clover fern ferns"
    " rye ryegrass grass violet violets bluebell bluebells ivy laurel sage mint parsley lavender tulip tulips"
    " lobster oyster oysters shrimp prawn hamster hamsters gerbil wolf wolves hare deer parakeet parakeets hornet"
    " hornets cockroach cockroaches moth moths beetle beetles ant ants ladybird dogfish tern crane cranes owl owls"
    " robin cat cats pony ponies warmblood mastiff sheepdog clay ink almond almonds bun buns roll rolls sauce"
    " dumpling dumplings breakfast mustard marmalade chandelier lantern blind blinds heel heels disease leather silk"
)
_STREETS_EN = words("street lane square springs")
# … and those of one name alone.
_OWN_COMPOUNDS = {
    "turkey": words(
        "sandwich sandwiches dinner dinners trot breast leg legs burger burgers stuffing gravy farm farmer"
    ),
    "chile": words("pepper peppers powder"),
    "china": words("plate plates shop doll dolls cup cups teapot teapots dishes set"),
    "jersey": words("cow cows"),
    "russian": words("doll dolls salad"),
    "french": words("window windows door doors press kiss kisses manicure"),
    "indian": words("summer"),
    "greek": words("tragedy salad"),
    "spanish": words("flu guitar"),
    "morocco": words("leather"),
    "swiss": words("knife"),
}
# Kinds of animals and plants before "of": "cedar of Lebanon", "star of Bethlehem".
_LIVING_OF = words("cedar cedars rose roses lily lilies pride balm bird birds flower flowers tree trees pearl star")
# What is so called bears a name: "un chat baptisé Cuba", "a spy named Cyprus", "known as Little Russia".
_CALLED = words(
    "nomme nommee surnomme surnommee prenomme prenommee baptise baptisee appele appelee denomme denommee intitule"
    " intitulee dit dite named called nicknamed dubbed titled entitled christened llamado llamada chiamato chiamata"
    " genannt namens"
)
# … unless it is a country that changed its name, or someone's appointment.
_STATES_CALLED = words("pays etat etats republique colonie territoire nation country state republic territory colony")
# Right before a name, without a preposition, these make it theirs: "le chanteur Brésil", "l'hôtel Panama".
_BEARERS = words(
    "chanteur chanteuse rappeur rappeuse mannequin acteur actrice danseur danseuse comedien comedienne"
    " chien chienne chat chatte cheval jument poney hotel restaurant cafe bar brasserie bistrot cabaret"
    " pizzeria film roman album chanson tube disque single serie feuilleton magazine revue label marque griffe parfum"
    " modele jeu groupe duo trio theatre cinema paquebot peniche voilier bateau cargo ferry camping residence"
    " lotissement college lycee clinique hopital pharmacie librairie boulangerie tempete cyclone ouragan typhon"
)
_ADDRESSES = words("m mme mlle me mr mrs ms dr prof docteur maitre")
_BEARERS_EN = words(
    "storm hurricane cyclone typhoon singer rapper actor actress dancer band dog cat horse mare pony model hotel"
    " nightclub musical"
)
_MUSICIANS = words("groupe duo trio band")
_MUSIC = words("album albums chanson chansons concert concerts tube disque guitare batteur chanteur song songs guitar")
_STATES = words(
    "alabama ala alaska arizona ariz arkansas ark california calif colorado colo connecticut conn delaware del"
    " florida fla georgia ga hawaii idaho illinois ill indiana ind iowa kansas kan kentucky ky louisiana la maine"
    " maryland md massachusetts mass michigan mich minnesota minn mississippi miss missouri mo montana mont"
    " nebraska neb nevada nev ohio oklahoma okla oregon ore pennsylvania pa tennessee tenn texas tex utah vermont"
    " vt virginia va wisconsin wis wyoming wyo ontario quebec manitoba alberta saskatchewan"
)
_CALLING = words("call calls called calling appellent appelle appelait appelaient appele appelee")
_NICKNAMED = words(
    "nickname nicknames nicknamed dubbed surnomment surnomme surnommee surnommes surnommait surnommaient baptise"
    " baptisee baptisent baptisait denomme denommee"
)
_RELATIVES = words("that which what que qu' place building spot house room bar cafe")
_OBJECTS = words("it them him her the this that ce cet cette")
_PREPOSITIONS = words("on for from to of at in by with upon a de d' du au sur pour par avec chez contre")
_FIRST_WORDS = words(
    "deux trois quatre cinq six sept huit neuf dix cent mille plusieurs certain certaine certains certaines aucun"
    " aucune chaque quelques nombre premier premiere ancien ancienne jeune jeunes autre autres seul seule vieux"
    " double celebre ex vice grand petit brave pauvre riche simple nouveau nouvelle beau futur dernier derniere"
)
_OLDEST = 110
_ADJECTIVES = ("ary", "al", "ial", "ian", "ic", "ive", "ment", "tion", "ese", "ish")
_LATIN_MARKS = frozenset("-‑")
_NO_SURNAMES = FUNCTION_WORDS | GENERIC_NOUNS | INSTITUTIONS | CIVILITIES | BRAND_WORDS
_NO_GIVEN_NAMES = FUNCTION_WORDS | GENERIC_NOUNS | INSTITUTIONS | CIVILITIES


def belongs_elsewhere(tokens: list[Token], start: int, end: int, sentence: Sentence, *, adjective: bool) -> bool:
    """Whether the words around `tokens[start:end]` make it part of a name that is no country's."""
    if sentence.language == "en":
        if _is_compound(tokens, end, sentence) or _is_living(tokens, start, sentence):
            return True
    elif _is_kind(tokens, start, sentence, adjective=adjective) or _is_street(tokens, start, sentence):
        return True
    if adjective:
        return is_family_name(tokens, start, end, sentence)
    return (
        _is_called(tokens, start, end, sentence)
        or _is_borne(tokens, start, sentence)
        or _is_addressed(tokens, start, sentence)
        or _in_a_state(tokens, start, end, sentence)
        or _has_an_age(tokens, end, sentence)
        or _is_given_name(tokens, start, end, sentence)
    )


def _is_compound(tokens: list[Token], end: int, sentence: Sentence) -> bool:
    if end >= sentence.last:
        return False
    if tokens[end].key in _OWN_COMPOUNDS.get(tokens[end - 1].key, ()):
        return True
    if tokens[end].key in _STREETS_EN and tokens[end].case is Case.CAPITALISED:
        return True
    return tokens[end].key in _COMPOUNDS and len(tokens[end].word) > 2


def _is_living(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "a cedar of Lebanon"."""
    return (
        start - 2 >= sentence.first and tokens[start - 1].key == "of" and tokens[start - 2].key in _LIVING_OF
    ) and tokens[start - 2].case is Case.LOWER


def _is_called(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "un espion nommé Chypre": who or what is so called, and no country of that name."""
    place = start - 1
    if place > sentence.first and tokens[place].word in '«“"':
        place -= 1
    if place <= sentence.first or tokens[place].key not in _CALLED:
        return False
    if end < sentence.last and tokens[end].letters and tokens[end].case:
        return False  # "named Ukraine President …"
    bearer = tokens[place - 1]
    if bearer.word == "," or bearer.key in ("was", "were", "been", "is", "a", "ont", "has", "have", "had"):
        return False
    return bearer.case is Case.LOWER and bearer.letters and bearer.key not in _STATES_CALLED


def _is_borne(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "l'hôtel Panama", "le groupe Japan" in a text about music: the noun right before the name owns it."""
    if start - 1 < sentence.first or sentence.titled:
        return False
    if tokens[start - 1].case:
        return sentence.language == "en" and tokens[start - 1].key in ("storm", "hurricane", "cyclone", "typhoon")
    key = tokens[start - 1].key
    if key not in (_BEARERS_EN if sentence.language == "en" else _BEARERS):
        return False
    return key not in _MUSICIANS or any(t.key in _MUSIC for t in tokens[sentence.first : sentence.last])


def _is_addressed(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "Mme Russie, sa cliente", "Mr. England"."""
    place = start - 1
    if place > sentence.first and tokens[place].word == ".":
        place -= 1
    return place >= sentence.first and tokens[place].key in _ADDRESSES and bool(tokens[place].case)


def is_only_called(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    """ "a building that the staff call the Kremlin": a house's name that is given to something else."""
    for place in range(start - 1, max(sentence.first, start - 5), -1):
        key = tokens[place].key
        if key in _NICKNAMED:
            return True
        if key in _CALLING:  # without "that" or "it" somebody rings there, or calls on it
            if {token.key for token in tokens[max(sentence.first, place - 6) : place]} & _RELATIVES:
                return True
            return place + 1 < start - 1 and tokens[place + 1].key in _OBJECTS
        if key in _PREPOSITIONS:
            return False
    return False


def _is_kind(tokens: list[Token], start: int, sentence: Sentence, *, adjective: bool) -> bool:
    if start - 1 < sentence.first:
        return False
    before = tokens[start - 1]
    if adjective:
        return before.key in _KINDS and tokens[start].case is Case.LOWER
    return before.key in _OF and start - 2 >= sentence.first and tokens[start - 2].key in _LIVING


def _is_street(tokens: list[Token], start: int, sentence: Sentence) -> bool:
    place = start - 1
    if place > sentence.first and tokens[place].key in _ARTICLES:
        place -= 1
    if place - 1 < sentence.first or tokens[place].key not in _OF or tokens[start].case is Case.LOWER:
        return False
    noun = tokens[place - 1].key
    if noun in _ROADS:
        return True
    if tokens[place].key == "des" and noun in _CAPES:
        return True
    return noun in _STOPS and place == start - 1 and tokens[place].key in ("de", "d'")


def _in_a_state(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "Lebanon, Ga.", "Cuba, Alabama": a town of that state; "the Gambia, Georgia, Guinea" is a list."""
    if start > sentence.first and tokens[start - 1].key in (",", "the", "and"):
        return False
    if end + 1 >= sentence.last or tokens[end].word != ",":
        return False
    state = tokens[end + 1]
    if state.key not in _STATES or not state.case:
        return False
    closed = end + 2 >= sentence.last or tokens[end + 2].word in ".,;)–—-:"
    return closed and (len(state.key) > 4 or (end + 2 < sentence.last and tokens[end + 2].word == "."))


def _has_an_age(tokens: list[Token], end: int, sentence: Sentence) -> bool:
    """ "His daughter China, 9, has …", "Chad, 24 ans, …"."""
    if end + 2 >= sentence.last or tokens[end].word != "," or not tokens[end + 1].word.isdecimal():
        return False
    follows = tokens[end + 2]
    return int(tokens[end + 1].word[:4]) < _OLDEST and (follows.word == "," or follows.key == "ans")


def _is_given_name(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "Mali Stevens", "Holland Pruitt", "Turkey Creek": one word before a capitalised one, in English."""
    if sentence.language != "en" or end - start != 1 or end >= sentence.last or sentence.capitals:
        return False
    if sentence.titled and tokens[sentence.first].word not in "([":
        return False
    before = tokens[start - 1] if start > sentence.first else None
    if before is not None and before.word in _LATIN_MARKS:
        return False
    if before is not None and before.case is Case.CAPITALISED and start - 1 > sentence.first:
        return False
    if before is not None and before.key == "of" and start - 2 >= sentence.first and tokens[start - 2].key in HEADS:
        return False  # "President of Niger Mahamadou Issoufou"
    after = tokens[end]
    if after.case is not Case.CAPITALISED or not after.word.isalpha() or len(after.word) < 3:
        return False
    if after.key in _NO_SURNAMES:
        return False
    if after.key.endswith(_ADJECTIVES):
        return False  # "Iran Revolutionary Guards", "Turkey Special Forces"
    following = tokens[end + 1] if end + 1 < sentence.last else None
    return following is None or following.key not in INSTITUTIONS  # "Israel Space Agency"


def is_family_name(tokens: list[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "Lucas Roumain", "Stade Français": a capitalised adjective after a capitalised word, and one that no office or
    institution has ("la République Française")."""
    word = tokens[start]
    if (
        sentence.language != "fr"
        or end - start != 1
        or word.case is not Case.CAPITALISED
        or start - 1 < sentence.first
    ):
        return False
    if sentence.titled and sentence.last - sentence.first > 4:
        return False
    before = tokens[start - 1]
    if before.case is not Case.CAPITALISED or not before.word.isalpha() or word.joined:
        return False
    if before.key.endswith("s") and word.key.endswith("s"):
        return False  # "Militaires Français": an agreement
    if before.key in _NO_GIVEN_NAMES:
        return False
    if start - 1 == sentence.first and (before.key in _FIRST_WORDS or before.key.endswith("ment")):
        return False
    follows = tokens[end] if end < sentence.last else None
    return follows is None or not follows.case
