"""Whether a capital city stands for its state: only where it acts, or is acted with, as a state does.

"Madrid souhaite inviter Rabat", "un soutien à Kiev", "les relations avec Moscou" are states; "à Madrid", "le sommet de
Madrid", "Bruxelles, le 4 décembre" are places.
"""

import unicodedata
from collections.abc import Callable, Sequence

from articles.reading.clauses import BEFALLS, COMES_FROM, begins_clause, is_finite, speaks_last
from articles.reading.name_words import BRAND_WORDS, words
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

_VERBS_ER = (
    "abandonn accept accord accus achet adopt affirm aid alert annex annonc appel appell apport appui appuy arm "
    "assur attaqu augment autoris averti bloqu bombard celebr cherch commenc compt concentr condamn confirm "
    "consider constat continu control convoqu critiqu decid declar defi demand dement denonc depech deploi deploy "
    "devoil dialogu dispos domin donn efforc engag envisag envoi envoy esper estim evit evoqu exig export expuls "
    "felicit financ fourn frein gagn gard hesit ignor import impos incit inquiet insist intensifi invit invoqu "
    "jou jug juge justifi lanc livr martel masqu menac mene milit mis mobilis modernis multipli negoci normalis "
    "not observ occup octroi octroy oeuvr oppos parl partag particip pein perd pilot plaid pouss preconis prepar "
    "press privilegi profit propos protest qualifi rappel rappell rapproch rassur ratifi reaffirm reclam recus "
    "redout refus refut regrett rejet relanc renforc renonc repet repliqu reproch reserv rest retir revendiqu "
    "ripost salu sanctionn signal souhait soupconn tabl temporis tent valid vant vis vot"
)
_IRREGULAR = (
    "veut voulait voudrait voudra entend entendait dit disait peut pouvait pourrait pourra doit devait devrait devra"
    " fait faisait fera ferait met mettait prend prenait reprend comprend attend attendait craint craignait"
    " soutient soutenait tient tenait maintient obtient retient detient convient vient revient promet promettait"
    " permet admet soumet offre offrait ouvre ouvrait souffre decouvre poursuit poursuivait suit conduit produit"
    " construit reduit sait savait voit voyait prevoit reçoit recoit perçoit deçoit vend vendait defend defendait"
    " repond repondait suspend rend prétend pretend perd interdit predit redit choisit agit reagit subit averti"
    " avertit fournit fournissait garantit investit durcit saisit reussit convainc vainc croit connait reconnait"
    " est etait sera serait a avait aura aurait va allait ira reste combat bat intervient dispose acquiert requiert"
    " dement ment sent consent assoit craint feint plaint contraint joint exclut inclut conclut veulent entendent"
    " disent peuvent doivent font mettent prennent attendent craignent soutiennent tiennent promettent permettent"
    " offrent ouvrent poursuivent suivent attendent savent voient prevoient vendent defendent repondent"
    " rendent fournissent ont sont"
    " vont etaient avaient seraient auraient signent s'efforce efforce oppose opposait s'oppose rapproche"
    " felicite inquiete refuse rejoint fut fit dut voulut decida annonca accusa"
)
_ENDINGS = ("e", "ent", "ait", "aient", "a", "era", "eront", "erait", "eraient", "ait", "erent", "t", "d")
_HOSTING = ("accueil", "abrit", "heberg", "reçoi", "recoi", "recevra", "organis")
ACTS = frozenset(
    {stem + ending for stem in _VERBS_ER.split() for ending in _ENDINGS}
    | set(_IRREGULAR.replace("ç", "c").replace("é", "e").split())
)
_PARTICIPLES = frozenset(
    {stem + "e" for stem in _VERBS_ER.split()}
    | words(
        "dit fait mis pris repris compris attendu craint soutenu tenu maintenu obtenu retenu promis permis"
        " admis offert ouvert poursuivi suivi conduit reduit su vu prevu vendu defendu repondu suspendu rendu"
        " pretendu perdu interdit choisi agi reagi averti fourni garanti investi durci saisi reussi convaincu"
        " cru reconnu voulu pu du combattu intervenu acquis requis dementi consenti exclu inclus conclu rejoint"
        " donne decide convenu oppose rapproche"
    )
)
_AUXILIARIES = words(
    "a ont avait avaient aura aurait est etait sera serait vient va vont fut ait aient soit soient eut"
)
_BETWEEN_SUBJECT_AND_VERB = words(
    "tous toutes both all ne n' se s' lui leur y en l' le la les pas toujours encore aussi deja desormais"
    " egalement donc ainsi bien alors meme jamais plus pourtant cependant officiellement clairement notamment elle"
    " t - has have had is was will would also now still not"
)
_SERIES = 24  # tokens: a longer list of capitals says nothing about its head
_ASIDE = 14  # tokens of an aside between a subject and its verb
_HEADING = 8  # tokens
_KEEPS = words("keep keeps kept keeping leave leaves left leaving")
_ATTITUDES = words(
    "attentif attentifs attentive attentives inquiet inquiets inquiete furieux furieuse prudent prudents prudente"
    " satisfait satisfaits satisfaite divise divises isole isoles isolee favorable favorables hostile hostiles"
    " sceptique sceptiques reserve reserves vigilant vigilants silencieux mefiant mefiants mefiante embarrasse"
    " embarrasses determine determines absent absents oppose opposes unis solidaire solidaires reticent reticents"
    " soulage soulages perplexe perplexes mediateur mediateurs intransigeant intransigeants furious wary cautious"
    " silent unmoved undeterred"
)
_STANDS = (
    ("sur", "la", "meme", "ligne"), ("sous", "pression"), ("sur", "la", "defensive"), ("sur", "ses", "gardes"),
    ("en", "colere"), ("a", "la", "manoeuvre"), ("dans", "l'", "embarras"), ("dans", "l'", "expectative"),
    ("en", "embuscade"), ("en", "retrait"), ("en", "mediateur"), ("au", "pied", "du", "mur"), ("en", "arbitre"),
    ("under", "pressure"), ("on", "edge"), ("on", "the", "defensive"),
)  # fmt: skip
_WILLING = words(
    "pret prete prets favorable hostile determine determinee dispose disposee ouvert ouverte inquiet inquiete ready"
)
_SUFFERED = words(
    "bombarde bombardee attaque attaquee vise visee frappe frappee touche touchee bombed hit struck attacked"
)
_VERB_ENDS = ("er", "ir", "oir", "re", "ed")
_ACTS_EN = words(
    "said says wants want announced announces accused accuses denied denies warned warns urged urges seeks"
    " sought rejected rejects refused refuses condemned condemns backed backs agreed agrees hopes hoped plans"
    " planned insists insisted called calls vowed vows offered offers signed signs believes maintains considers"
    " fears supports supported pledged pledges demands demanded proposed proposes sent sends needs remains must"
    " should could may might can cannot would will has had is was blames blamed blocked blocks threatened"
    " threatens responded responds launched launches claims claimed argues argued sees welcomed welcomes invited"
    " invites imposed imposes struck continues continued expects expected decided decides confirmed confirms"
    " does did aims views provides provided"
)
_PLURAL_ACTS_EN = words(
    "hope want say fear seek plan refuse accuse deny support back oppose need believe insist warn agree disagree"
    " trade hold share face remain see call vow push reject welcome dispute exchange resume normalise normalize"
)
_WITH = words("avec contre envers selon par with against")
_GOING = words(
    "vol vols train trains liaison liaisons route trajet trajets avion ligne lignes passer passe passant"
    " transiter transite via partir parti partie partis part partait decoller decolle s'envoler envole embarquer"
    " quitter flight flights road match rallye course tgv autoroute km kilometres voyage"
)
_GIVEN_TO = words(
    "soutien soutiens aide aides assistance appui opposition ultimatum message messages reponse livrer livre"
    " livrent livraison livraisons fournir fournit fourni fourniture fournitures demander demande demandent"
    " apporter apporte accorder accorde octroyer octroye vendre vend vendu vente ventes reprocher reproche imposer"
    " impose imposees imposes promettre promis promet offrir offre offert donner donne confier adresse adresser"
    " rappeler allie allies fidele favorable favorables hostile hostiles destine destinee destinees destines"
    " avertissement garanties concessions preter livres livree livrees fournis fournies fournie envoi envois"
    " transfert transferts financements prets pret opposer opposent oppose opposait resister resiste resistent"
    " faite faites fait adressee adressees adresses accordee accordees accordes octroyee donnee donnees donnes"
    " promise promises vendue vendues vendus offerte offertes offerts envoyee envoyees envoyes cedes cedees confie"
    " imposee destines demandee demandees demandes posees reprochee reproches"
)
_GIVEN_TO_EN = words(
    "support aid assistance help weapons arms deliveries message response supplied supply loyal ally sent"
    " deliver delivered allied close ultimatum shipments sales sell provide opposed"
)
_BELONGS = words(
    "junte putschistes gouvernement autorites regime pouvoir diplomatie position positions decision decisions"
    " volonte reponse refus soutien soutiens accusations demande demandes allie allies alliee partenaire"
    " partenaires ambition ambitions politique strategie offre proposition initiative intention intentions interets"
    " interet part cotes colere feu vert aval revendications adhesion exigences menace menaces engagement aide"
    " pression pressions silence offensive promesse promesses influence mains main controle forces armee troupes"
    " agression invasion ingerence ingerences dependance rapprochement appui attitude posture vues yeux veto accord"
    " ligne rouge rouges reaction reactions responsabilite condamnation rupture isolement approche sanctions rival"
    " rivaux emissaires emissaire discours narratif propagande choix candidature tutelle orbite giron voix"
    " hostilite mefiance objectif objectifs bailleur bailleurs donateur donateurs fournisseur fournisseurs parrain"
    " parrains protecteur creancier adversaire adversaires ennemi ennemis amis voisin voisins armes arsenal visees"
    " pretentions manoeuvres calculs doutes reticences reserves griefs reproches preferences inquietude inquietudes"
    " craintes ultimatum proposition propositions argument arguments ligne tropisme"
)
_BELONGS_EN = words(
    "government regime authorities policy decision position ally allies support ambitions influence control"
    " interests leadership approval backing part side invasion aggression"
)
_COMING = words("venu venue venus venues vient viennent viendra emane emanent emanant arrive arrivee arrives arrivees")
_BOUND_WITH = words("pression pressions sanctions embargo influence")
_TOWARDS = words(
    "invite inviter invitent invitant invita exhorte exhorter exhortent appelle appeler appellent accuse"
    " accuser accusent accusant soutenir soutient soutiennent soutenant menace menacer menacent menacant presse"
    " presser pressent sanctionner sanctionne sanctionnent condamner condamne condamnent condamnant aider aide"
    " aident aidant armer arme arment rassurer rassure convaincre convainc contraindre contraint forcer force"
    " pousser pousse isoler isole dissuader dissuade defier defie provoquer provoque soupconner soupconne"
    " affaiblir affaiblit avertir avertit courtiser courtise inquieter inquiete irriter irrite agacer agace"
    " opposer oppose opposent impliquer associer urge urges urged accuses accused accusing support supports"
    " supported supporting invited invites inviting warn warns warned help helps helped helping arming pressure"
    " pressures pressured blame blames blamed sanctioning condemn condemned persuade convince forced deter"
    " threaten threatened urging telling tells told asked asks asking irked angered angers pressing pressed pushes"
    " pushed pushing lobby lobbied lobbying reminded reminds reassure reassured reassuring isolate isolated isolating"
    " infuriated alarmed admettre admet admis punir punit priver prive defier affronter affronte apaiser apaise"
)
_PLACE_NOUNS = words(
    "streets airport mayor suburbs suburb metro embassy museum residents centre center outskirts stadium"
    " university hotel city old subway skyline red marathon police court"
)
_ALLIANCES = words(
    "axe axis relations relation tandem couple dialogue tensions alliance partenariat duo crise front ligne"
)


def stands_for_state(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """Whether the city at `tokens[start:end]` is used for its state.

    `is_actor(index)` gives the index after a country, capital or organisation that begins there, else 0.
    """
    before = _before(tokens, start, sentence)
    after = tokens[end] if end < sentence.last else None
    if _in_longer_name(tokens, start, end, sentence):
        return False
    if before and before.word == "-":
        return _in_pair(tokens, start, end, sentence, is_actor)
    if after and after.word in "-–" and after.start == tokens[end - 1].end:
        return _in_pair(tokens, start, end, sentence, is_actor)
    if before and before.key in ("cher", "capital", "ville", "capitale"):
        return False
    if after and after.key == "'s":
        owned = tokens[end + 1].key if end + 1 < sentence.last else ""
        return owned not in _PLACE_NOUNS
    if _is_cleft(tokens, start, end, sentence) or _heads_a_line(tokens, start, end, sentence, is_actor):
        return True
    listed = end < sentence.last and tokens[end].key in ("et", "and", ",")
    governed = _governed(tokens, start, sentence, is_actor, listed)
    if governed is not None:
        return governed
    if _is_subject(tokens, start, end, sentence, is_actor) or speaks_last(tokens, start, end, sentence):
        return True
    return before is not None and before.key in _TOWARDS


def _is_cleft(tokens: Sequence[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "c'est Moscou qui le fixe", "it was Moscow that broke the deal", "kept Stockholm guessing"."""
    if end >= sentence.last or start - 2 < sentence.first:
        return False
    before, earlier, after = tokens[start - 1].key, tokens[start - 2].key, tokens[end].key
    if before in ("est", "etait", "sera") and earlier in ("c'", "ce"):
        return after == "qui"
    if before in ("is", "was") and earlier == "it":
        return after in ("that", "which", "who")
    return before in _KEEPS and after.endswith("ing") and after not in ("waiting", "during", "evening", "morning")


def _heads_a_line(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """A heading without a verb: "Alger et Dakar attentifs", "Berlin sous pression"."""
    if start - _HEADING < sentence.first and sentence.last - sentence.first <= _HEADING:
        place = _end_of_series(tokens, end, sentence, is_actor)
        first = _first_of_series(tokens, start, sentence, is_actor, listed=True)
        if first > sentence.first or place >= sentence.last or tokens[sentence.last - 1].word in ".,;":
            return False
        rest = [token.key for token in tokens[place : sentence.last]]
        if rest[0] in _ATTITUDES:
            return True
        return any(tuple(rest[: len(stand)]) == stand for stand in _STANDS)
    return False


def _before(tokens: Sequence[Token], index: int, sentence: Sentence) -> Token | None:
    return tokens[index - 1] if index > sentence.first else None


def _in_longer_name(tokens: Sequence[Token], start: int, end: int, sentence: Sentence) -> bool:
    """ "Paris Hilton", "Real Madrid", "Washington Post": a capitalised neighbour owns the name."""
    if sentence.capitals or sentence.titled:
        return end < sentence.last and tokens[end].key in BRAND_WORDS
    if end < sentence.last and tokens[end].case and tokens[end].word.isalpha():
        return True
    before = _before(tokens, start, sentence)
    if before is None or not before.case or start - 1 == sentence.first:
        return False
    return before.word[-1].isalpha() and before.start < tokens[start].start and before.case is not Case.LOWER


def _in_pair(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    """ "l'axe Moscou-Téhéran", "pro-Kiev", but not "le vol Paris-Alger"."""
    if tokens[start - 1].word == "-" and start - 2 >= sentence.first:
        if tokens[start - 2].key in ("pro", "anti"):
            return True
        start -= 2
    return start > sentence.first and tokens[start - 1].key in _ALLIANCES


def _governed(
    tokens: Sequence[Token], start: int, sentence: Sentence, is_actor: Callable[[int], int], listed: bool
) -> bool | None:
    """What the preposition before the city says; None when there is none. `listed`: a series goes on after it."""
    first = _first_of_series(tokens, start, sentence, is_actor, listed)
    if first <= sentence.first:
        return None
    preposition = tokens[first - 1].key
    back = [token.key for token in tokens[max(sentence.first, first - 7) : first - 1]]
    if any(key in _GOING for key in back[-4:]):
        return False if preposition in _PREPOSITIONS else None
    if preposition in _WITH or (preposition in ("face",)):
        return True
    if preposition in ("a", "to", "au"):
        if back and back[-1] in ("face", "grace", "quant", "oppose", "opposee", "opposees", "opposes"):
            return True
        return _reaches(back, _GIVEN_TO | _GIVEN_TO_EN)
    if preposition in ("de", "d'", "of") and back and back[-1] in _COMING:
        return not COMES_FROM.isdisjoint(back)
    if preposition in ("de", "d'", "of"):
        return (
            bool(back)
            and (
                back[-1] in _BELONGS
                or back[-2:] == ["homme", "fort"]
                or (len(back) > 1 and back[-2] in _BELONGS)
                or back[-1] in _BELONGS_EN
            )
        ) or (len(back) > 1 and back[-2:] in (["vis-a", "vis"], ["l'egard", "-"]))
    if preposition in ("pour", "for"):
        return True if preposition == "pour" else bool(back) and _reaches(back, _GIVEN_TO_EN)
    if preposition in ("sur", "on"):
        return _reaches(back, _BOUND_WITH) or "pressure" in back[-2:]
    if preposition in ("entre", "between"):
        return True
    if preposition in ("from", "by"):
        return bool(back) and (back[-1] in COMES_FROM or back[-1] in _BELONGS_EN)
    if preposition in _PREPOSITIONS:
        return False
    return None


_PREPOSITIONS = (
    words(
        "a to au de d' of pour for sur on entre between in en dans vers near pres depuis from at sous chez hors"
        " devant jusqu'a via towards outside inside around over rejoindre quitter visiter gagner through into"
        " jusque derriere apres avant outre malgre comme dont"
    )
    | _WITH
)


def _reaches(back: list[str], nouns: frozenset[str]) -> bool:
    """Whether one of the nouns governs what follows: it stands close, and no stop or other clause between."""
    for distance, key in enumerate(reversed(back)):
        if key in nouns:
            return True
        if (not key[-1].isalnum() and key not in ("l'", "d'", "-")) or distance > 4:
            return False
        if key in ("a", "avec", "dans", "en", "qui", "que", "lors", "sommet", "reunion"):
            return False
    return False


def _first_of_series(
    tokens: Sequence[Token], start: int, sentence: Sentence, is_actor: Callable[[int], int], listed: bool
) -> int:
    """In "entre Paris et Alger" the preposition of the second stands before the first: where the series begins.

    "Après Paris, Londres annonce" is no series: a comma joins only what goes on with another name.
    """
    index = start
    while (
        index - 2 >= sentence.first
        and start - index < _SERIES
        and (tokens[index - 1].key in ("et", "and") or (tokens[index - 1].word == "," and (listed or index < start)))
    ):
        for width in (1, 2, 3):
            begin = index - 1 - width
            if begin >= sentence.first and is_actor(begin) == index - 1:
                index = begin
                if index > sentence.first and tokens[index - 1].key in ("la", "le", "l'", "les", "the"):
                    index -= 1
                break
        else:
            break
    return index


def _end_of_series(tokens: Sequence[Token], end: int, sentence: Sentence, is_actor: Callable[[int], int]) -> int:
    """In "Paris, Rome et La Haye souhaitent" the verb of the first follows the last: where the series ends."""
    place = end
    while (
        place + 1 < sentence.last
        and place - end < _SERIES
        and tokens[place].key in ("et", "and", "y", "e", "und", ",")
    ):
        following = place + 1
        if tokens[following].key in ("et", "and", "y", "e", "und"):
            following += 1
        second = is_actor(following) if following < sentence.last else 0
        if not second and following < sentence.last and tokens[following].key in ("la", "le", "l'", "les", "the"):
            second = is_actor(following + 1)
        if not second:
            break
        place = second
    return place


def _is_subject(
    tokens: Sequence[Token], start: int, end: int, sentence: Sentence, is_actor: Callable[[int], int]
) -> bool:
    if start > sentence.first and tokens[start - 1].key in _PREPOSITIONS:
        return False
    place = _end_of_series(tokens, end, sentence, is_actor)
    several = place > end or (start > sentence.first and tokens[start - 1].key == "and")
    # ", qui a signé," and ", de son côté,"
    if place + 1 < sentence.last and tokens[place].word == ",":
        if tokens[place + 1].key == "qui":
            place += 2
        else:
            for comma in range(place + 1, min(place + _ASIDE, sentence.last)):
                if tokens[comma].word == ",":
                    place = comma + 1
                    break
            else:
                return False
    auxiliary = passive = False
    for index in range(place, min(place + 7, sentence.last)):
        key = tokens[index].key
        if auxiliary and key in _SUFFERED and passive:
            return False
        if auxiliary and key in ("ete", "been"):
            passive = True
            continue
        if key.startswith(_HOSTING) or key in BEFALLS:
            return False
        if auxiliary and (key in _PARTICIPLES or key in _ACTS_EN or key in _WILLING or key.endswith(_VERB_ENDS)):
            return True
        if auxiliary and unicodedata.normalize("NFC", tokens[index].word).endswith(("é", "és", "ée", "ées")):
            return True
        if key in _AUXILIARIES or (auxiliary and key in '«“"'):
            auxiliary = True  # "Washington ait « fait des concessions »"
            continue
        if several and key in _PLURAL_ACTS_EN and sentence.language == "en":
            return tokens[index].case is Case.LOWER
        if is_finite(tokens, index, sentence) and begins_clause(tokens, start, sentence) and not auxiliary:
            return True
        if key in ACTS or key in _ACTS_EN:
            return tokens[index].case is Case.LOWER or sentence.capitals or sentence.titled
        if key not in _BETWEEN_SUBJECT_AND_VERB and not key.endswith(("ment", "ly")):
            return False
    return False
