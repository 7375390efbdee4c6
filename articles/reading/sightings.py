"""Every place where a sentence names a person, with what stands around the name. The grouping is in `people`."""

from dataclasses import replace

from articles.reading.aides import with_aides
from articles.reading.directory import Directory
from articles.reading.lexicon import Lexicon
from articles.reading.name_words import NUMERALS, SHIP_WORDS, words
from articles.reading.names import NameMentions
from articles.reading.office_words import CIVILITIES, CLAUSE_WORDS, HEADS, MILITARY, RANK_COMPLEMENTS, SHORT_STYLES
from articles.reading.offices import Office, Owners, office_after, office_before
from articles.reading.person_names import Run, is_institution, run_at, runs_of
from articles.reading.prose import Prose, Sentence, between
from articles.reading.shared_offices import Sighting, with_shared_offices
from articles.reading.speech_words import AUXILIARIES, REFLEXIVES, SOURCES, SPEECH_VERBS
from articles.reading.tokens import Case, Token

_AT_PLACES = words("a au aux in at en vers depuis dans from near outside")
_ARTICLES = words("un une le la l' les des a an the")
# Nouns whose apposition is no person: "La ville côtière, Saint Louis, …".
THINGS = words(
    "ville capitale port village ile region province station base societe groupe entreprise journal quotidien agence"
    " navire fregate exercice operation programme club pays hotel festival film roman livre bateau avion ministere"
    " etat royaume fleuve mer lac camp site banque parti equipe universite institut centre ecole musee chaine radio"
    " city town capital island company group newspaper ship agency party team country river sea camp state county"
    " district quartier localite commune usine filiale firme startup association ong fondation organisation mission"
)
_NAMED_AFTER = words(
    "rue avenue boulevard place quai pont lycee college ecole universite hopital clinique aeroport stade mausolee"
    " mosquee fondation prix salle amphitheatre esplanade square allee impasse gymnase bibliotheque mediatheque"
    " theatre gare station caserne camp complexe residence musee institut villa palais barrage rond"
)
_ADVERBS = words("earlier later elsewhere meanwhile today yesterday hier ensuite auparavant")
_OF_PLACES = words("a in at from vers depuis de d' to")


def owners_of(prose: Prose, mentions: NameMentions) -> Owners:
    """Where countries and organisations are named, by token."""
    masked: set[int] = set()
    countries = {}
    organisations = {}
    ends = {}
    for country in mentions.countries:
        places = prose.inside(country.span)
        countries[places.start] = country
        masked.update(places)
    for organisation in mentions.organisations:
        places = prose.inside(organisation.span)
        organisations[places.start] = organisation
        ends[places.start] = places.stop
        masked.update(places)
    return Owners(countries, organisations, ends, frozenset(masked))


def sightings_of(
    prose: Prose, sentence: Sentence, owners: Owners, directory: Directory, lexicon: Lexicon, in_office: set[str]
) -> list[Sighting]:
    """The names of a sentence in order, the registry's own first, then every run of capitalised words.

    `in_office`: the family names of those whom the text has named in office so far; this sentence's are added.
    """
    tokens = prose.tokens
    known: list[tuple[Run, str]] = []
    taken: set[int] = set()
    after = sentence.first
    for index in between(prose.numbers_of(directory.beginnings), sentence.first, sentence.last):
        if index >= after and tokens[index].case and directory.names.may_begin(tokens, index):
            end, key = directory.official_at(tokens, index, sentence.last)
            if end and end < sentence.last and tokens[end].case is Case.CAPITALS and tokens[end].key in NUMERALS:
                end += 1  # "Lloyd J. Austin III"
            if end and not _goes_on(tokens, end, sentence):
                known.append((run_at(prose, index, end), key))
                taken.update(range(index, end))
                after = end
    masked = (owners.masked | taken) if taken else owners.masked
    runs = [(_without_city(prose, run, sentence, lexicon), "") for run in runs_of(prose, sentence, masked)]
    ordered = sorted([*known, *((run, key) for run, key in runs if run is not None)], key=lambda item: item[0].first)
    if not ordered:
        return []
    found = []
    next_full: list[int | None] = []
    ahead: int | None = None
    for run, _ in reversed(ordered):
        next_full.append(ahead)
        ahead = run.first if run.full else ahead
    next_full.reverse()
    previous = sentence.first
    for number, (run, key) in enumerate(ordered):
        following = next_full[number]
        found.append(_sighting(prose, run, key, sentence, owners, previous, following))
        if found[-1].rule or (run.full and not _complements(tokens, run, sentence)):
            previous = run.last
    shared = with_shared_offices(prose, sentence, owners, found) if len(found) > 1 else found
    in_office.update(
        [each.run.keys[-1] for each in shared if each.key or (each.office is not None and each.office.public)]
    )
    return with_aides(prose, sentence, owners, shared, in_office) if len(found) > 1 else found


def _goes_on(tokens: list[Token], end: int, sentence: Sentence) -> bool:
    """ "Ben Wallace-Hughes": another bearer of a longer name."""
    if end + 1 >= sentence.last or not (tokens[end].hyphen and tokens[end].joined):
        return False
    return tokens[end + 1].joined and bool(tokens[end + 1].case)


def _complements(tokens: list[Token], run: Run, sentence: Sentence) -> bool:
    """ "Le wali du Hodh Chargui, X": a place's name that completes a title, and is nobody's."""
    return run.first > sentence.first and tokens[run.first - 1].key in ("de", "du", "des", "d'", "of")


def _without_city(prose: Prose, run: Run, sentence: Sentence, lexicon: Lexicon) -> Run | None:
    """ "à Kiev Volodymyr Zelensky": the city after a preposition is no given name."""
    tokens = prose.tokens
    first = run.first
    placed = first > sentence.first and tokens[first - 1].key in _OF_PLACES
    if placed and tokens[first].key in lexicon.cities:
        first += 1
    if first == run.last:
        return None
    return run if first == run.first else run_at(prose, first, run.last)


def _sighting(
    prose: Prose, run: Run, key: str, sentence: Sentence, owners: Owners, previous: int, following: int | None
) -> Sighting:
    if _is_ship(prose, run, sentence) or _is_namesake(prose.tokens, run, sentence):
        return Sighting(run, sentence, key)
    before = office_before(prose, run.first, sentence, owners, previous)
    after = None
    if not _is_placed(prose.tokens, run, key, sentence):
        after = office_after(prose, run.last, sentence, owners, following)
    office = _better(before, after)
    if office is not None and not run.full and not _is_called(prose.tokens, run, office, owners):
        office = None
    if office is not None:
        rule = "office before the name" if office is before else "office after the name"
    elif key:
        rule = "name in the registry"
    elif _has_civility(prose.tokens, run, sentence):
        rule = "civility"
    elif run.full and _speaks(prose.tokens, run, sentence):
        rule = "speaker"
    elif run.full and _in_apposition(prose.tokens, run, sentence):
        rule = "apposition"
    else:
        rule = ""
    if office is not None and not office.country and not office.organisation:
        code = _bracketed_country(prose.tokens, run, office, sentence, owners)
        office = replace(office, country=code) if code else office
    return Sighting(run, sentence, key, office, rule)


def _is_placed(tokens: list[Token], run: Run, key: str, sentence: Sentence) -> bool:
    """ "À Cotonou, un officier béninois regrette": a town after its preposition has no post.

    "à Jean Dupont, ministre de la Défense" keeps his, which has no article.
    """
    if key or run.first == sentence.first or tokens[run.first - 1].key not in _AT_PLACES:
        return False
    if not run.full:
        return True
    follows = tokens[run.last + 1].key if run.last + 1 < sentence.last else ""
    return follows in _ARTICLES


def _better(before: Office | None, after: Office | None) -> Office | None:
    """ "Le général Rohling, président délégué du Comité militaire": the post says more than the rank."""
    if before is None or after is None:
        return before or after
    if before.rank and after.public is None:
        return replace(after, public=True)  # a general who heads a bureau heads it as an officer
    if before.rank or (after.public and not before.public):
        return after
    return before


def _is_ship(prose: Prose, run: Run, sentence: Sentence) -> bool:
    """ "le patrouilleur français Commandant Birot": the name is a ship's; "capitaine de vaisseau" is a rank."""
    tokens = prose.tokens
    return prose.has_any(SHIP_WORDS, max(sentence.first, run.first - 3), run.first) and any(
        tokens[place].key in SHIP_WORDS
        and not (place - 2 >= sentence.first and tokens[place - 1].key == "de" and tokens[place - 2].key in MILITARY)
        for place in range(max(sentence.first, run.first - 3), run.first)
    )


def _is_namesake(tokens: list[Token], run: Run, sentence: Sentence) -> bool:
    """ "la rue Emmanuel Macron", "le lycée Jacques Chirac": what bears a name right after its noun."""
    return run.first > sentence.first and tokens[run.first - 1].key in _NAMED_AFTER and run.full


def _bracketed_country(tokens: list[Token], run: Run, office: Office, sentence: Sentence, owners: Owners) -> str:
    """ "le général Ahmed Salem (Tunisie)", "X, chef de la Défense (Italie)": the country whose post it is."""
    place = max(run.last, office.last)
    if place + 1 < sentence.last and tokens[place].key == "of" and place + 1 in owners.countries:
        return owners.countries[place + 1].code  # "President Paul Kagame of Rwanda"
    if place + 2 >= sentence.last or tokens[place].word != "(" or place + 1 not in owners.countries:
        return ""
    after = place + 2
    while after in owners.masked:
        after += 1
    return owners.countries[place + 1].code if after < sentence.last and tokens[after].word == ")" else ""


def _is_called(tokens: list[Token], run: Run, office: Office, owners: Owners) -> bool:
    """Whether a single word after a title is a surname: "le président français Macron", not "la Division Sécurité"."""
    if _is_participle(tokens, run):
        return False
    if office.first >= run.last:
        if run.keys[-1] in _ADVERBS or run.keys[-1].endswith(("ly", "ment")):
            return False  # "Earlier, the Chief of Staff, General X, said"
        before = tokens[run.first - 1].key if run.first else ""
        return before not in ("le", "la", "les", "l'", "des", "the") and not is_institution(run.keys[-1])
    last = run.first - 1
    while last > office.first and tokens[last].word in ".,":
        last -= 1
    key = tokens[last].key
    return (
        key in HEADS
        or key in CIVILITIES
        or key in RANK_COMPLEMENTS
        or key in ("etat", "generale")
        or (last in owners.masked and last not in owners.organisations)
    )


def _is_participle(tokens: list[Token], run: Run) -> bool:
    """ "Invité, le président …", "… le chef d'état-major gambien Publié le 3 mai": no name goes on so."""
    follows = [token.key for token in tokens[run.last : run.last + 2]]
    article = follows[:1] in (["le"], ["la"], ["par"]) or (
        follows[:1] == [","] and follows[1:] in (["le"], ["la"], ["l'"])
    )
    return article and tokens[run.last - 1].word.endswith(("é", "ée", "és", "ées"))


def _has_civility(tokens: list[Token], run: Run, sentence: Sentence) -> bool:
    place = run.first - 1
    if place >= sentence.first and tokens[place].word == ".":
        place -= 1
    if place < sentence.first:
        return False
    return tokens[place].word in SHORT_STYLES or (tokens[place].key in CIVILITIES and tokens[place].case > 0)


def _speaks(tokens: list[Token], run: Run, sentence: Sentence) -> bool:
    """Whether the name is the subject of a verb of speech right beside it, or follows "selon"."""
    if any(is_institution(key) for key in run.keys):
        return False
    before = [token.key for token in tokens[max(sentence.first, run.first - 3) : run.first]]
    if before and before[-1] in ("the", "of", "de", "du", "la", "le", "l'", "au", "d'"):
        return False
    if before[-2:-1] in (["se"], ["s'"]) and before[-1] in REFLEXIVES:
        return True
    if before and (before[-1] in SPEECH_VERBS or before[-1] in SOURCES or before[-2:] == ["according", "to"]):
        return True
    after = [token.key for token in tokens[run.last : min(sentence.last, run.last + 3)]]
    if after and after[0] in SPEECH_VERBS:
        return True
    return len(after) > 1 and after[0] in AUXILIARIES and after[1] in SPEECH_VERBS


def _in_apposition(tokens: list[Token], run: Run, sentence: Sentence) -> bool:
    """ "Le second-maître coq, Maurice Le Goff, …": a name between commas after a noun phrase, whatever the noun."""
    first, last = run.first, run.last
    if (
        first - 3 < sentence.first
        or tokens[first - 1].word != ","
        or last >= sentence.last
        or tokens[last].word != ","
    ):
        return False
    for place in range(first - 2, max(sentence.first, first - 10) - 1, -1):
        token = tokens[place]
        if token.key in ("le", "la", "l'", "un", "une", "the", "a", "an") and token.word != "à":
            opens = place == sentence.first or tokens[place - 1].word in ',;:«“"'
            return opens and place + 1 < first - 1 and tokens[place + 1].key not in THINGS
        plain = token.case is Case.LOWER and (token.letters or token.hyphen)
        if not plain or (token.key in CLAUSE_WORDS and token.word != "à") or token.key in THINGS:
            return False
    return False
