"""How a text names its publisher: agencies, outlets, and telling them from people."""

import re

from articles.reading.chunks import OncePerChunk
from articles.reading.known_houses import KNOWN_HOUSES

AGENCY = re.compile(
    r"(?:AFP|Agence\s+France[- ]Presse|Reuters|AP|Associated\s+Press|The\s+Associated\s+Press|EFE|"
    r"Europa\s+Press|MAP|APS|TAP|AMI|"
    r"ITALPRESS|Italpress|Adnkronos|ADNKRONOS|AGI|Petra|ANSA|DPA|dpa-AFX|dpa|AFX|AIP|AIB|AMAP|ATOP|ACP|Xinhua|Chine\s+Nouvelle|TASS|RIA\s+Novosti|Anadolu(?:\s+Agency)?|Agence\s+Anadolu|"
    r"AA|Belga|Interfax|Ukrinform|PTI|UPI|SPA|"
    r"QNA|KUNA|WAM|BNA|NNA|ONA|MENA|INA|ANP|PAP|MTI|CTK|ČTK|LUSA|Lusa|Agenzia\s+Nova|Nova|Kyodo|Yonhap|"
    r"Bloomberg|ATS|Keystone[- ]ATS|"
    r"PA|PA\s+Media|APA|AGERPRES|Agerpres|BTA|HINA|STA|SITA|ELTA|BNS|LETA|NTB|TT|STT|Ritzau|Sputnik|SANA|IRNA|AMNA|"
    r"ANI|PANA|Panapress|RFI|"
    r"PRNewswire|PR\s+Newswire|Business\s+Wire|GlobeNewswire|Globe\s+Newswire|EUROPA\s+PRESS|REUTERS|"
    r"UNN|UNIAN|Hibya|IANS|MOLDPRES|Moldpres|ARMENPRESS|Armenpress|AZERTAC|Azertac|Kazinform|TANJUG|Tanjug|BelTA|BELTA|Bernama|BERNAMA|Antara|ANTARA|"
    r"ANGOP|Angop|Inforpress|Télam|Prensa\s+Latina|Colprensa|"
    r"XINHUA|PETRA|BELGA|ANADOLU)"
)
_OUTLET_LEAD = re.compile(
    r"(?:Le|La|Les|L[’'](?=\w)|The|El|Agence|Radio|RFI|TV|France\s+\d+|BBC|CNN|Al\s+Jazeera|Al[- ]\w+|Jeune)\b"
)
_OUTLET_WORD = re.compile(
    r"\b(?:Press|Presse|News|Times|Post|Journal|Quotidien|Hebdo|Agency|Agence|Agencia|Médias?|Media|"
    r"Tribune|Gazette|Magazine|Actu\w*|"
    r"Infos?|Matinale?|Hebdomadaire|Rédaction|Redacción|Staff|Desk|Monde|Figaro|Matin|Soir|Observateur|Opinion|Courrier|Echos|"
    r"Échos|Point|Express|Herald|"
    r"Guardian|Telegraph|Daily|Review|Online|Web|Radio|Télé\w*|Libre|Euractiv|EURACTIV|Politico|POLITICO|"
    r"Correo|Vanguardia|Gaceta|Mercurio|Noticias|Noticiero|Prensa|Periódico|Televisión|Télévision|Television|Broadcasting|Heraldo|Observer|Sentinel|Examiner|Mirror|Bulletin|Newsroom|Watch|Weekly|Monthly|Chronicle|Gazette|Zeitung|Kurier|Nachrichten|Corriere|Diario|Dépêche|Today|24|360|Ouest-France|Sud[-\s]Ouest|Paris-(?:Match|Normandie))\b|\.(?:com|fr|org|net|int|eu|be|ma|dz|tn|mr|info)\b"
)
_SHOUTED_BRAND = re.compile(r"[A-Z]{2,}(?:NEWS|INFO|PRESS|MEDIA|ACTU)\d{0,3}")  # "AMMONNEWS"
_ADDRESS = re.compile(r"[\w-]{3,}(?:\.[\w-]{3,})*\.(?:[a-z]{2,4}|[A-Z]{2,4})")  # "TODAY.AZ", "lematin.ma"
# "Sputnik Afrique", "Xinhua Net": an agency's service for a part of the world.
_SERVICE = re.compile(
    rf"{AGENCY.pattern}\s+(?:Afrique|Africa|Français|French|English|Arabic|Brasil|International|Maghreb|Monde|World|Europe|Net|News|TV|"
    r"France|FR|EN|AR|ES|[A-Z][a-zà-ÿ]+\.(?:com|fr|net|org))"
)
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'‐-]*\.?|(?:[A-Z]\.)+(?:-[A-Z]\.)?)"
_PARTICLE = (
    r"(?:de|du|des|da|dos|das|del|della|di|van|von|der|den|ten|ter|zu|ben|bin|ibn|ould|mint|al|el|bint|le|la|y|e|af)"
)
_PERSON = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s*)*{_NAME_WORD}){{1,4}}")
_OFFICE_LEAD = re.compile(
    r"(?:Secretary|President|Minister|Prime|Chief|NATO|OTAN|EU|UE|ONU|UN|Président|Ministre|Premier|Pope|King|Roi|"
    r"Exercice|Exercise|Opération|Operation|Déclaration|Declaration|Traité|Treaty|Accords?|Agreement|Sommet|Summit|Réunion|Meeting|"
    r"Visite|Visit|Discours|Forum|Journée|Accueil|Home|Article|Dossier|Vidéo|Video|Explore|EXPLORE|Police|Plan|Projet|Project|Programme|"
    r"SUJETS|TAGS|TOPICS|ÉTIQUETTES|ETIQUETTES|MOTS-CLÉS|NEW|READ|Read|Lire|LIRE|Voir|Leave|View|Archives?|Post|Sujets|Tags|Topics|Thèmes|Temas|Étiquettes|New|Los|Las|Oficina|Gabinete|Servicio|Dirección|Departamento|Secretaría|Subsecretaría|Unidad|Cuartel|Comando|Fuerzas?|Armada|Ejército|Estado|"
    r"Direct(?:eur|rice|or|ora)|Journaliste|Periodista|Corresponsal|Correspondante?|Correspondent|Reporter|Redactora?|Rédact(?:eur|rice)|Editor|Professeure?|Professor|Chercheu(?:r|se))\b"
)
_BODY_INSIDE = re.compile(
    r"\b(?:OTAN|NATO|ONU|Conseil|Council|Commission|Comité|Committee|Alliance|Conférence|Conference|Sommet|Summit|Army|Navy|Forces?|Affairs|Command|"
    r"Defen[cs]e|Défense|Defensa|Ministry|Ministère|Department|Agency|Unit|Officer|Office|Centre|Center|Institute?|University|Université|Directorate|Division|Bureau|"
    r"Group|Groupe|Brigade|Battalion|Regiment|Squadron|Fleet|Corps|Battlegroup|Academy|School|College|Association|Foundation|Button)\b"
)
_SHOUTED_LINK = re.compile(
    r"\b(?:OF|THE|AND|FOR|TO|IN|ON|AT|WITH|DES|LES|ET|AU|AUX|EN|POUR|SUR|PAR|NEWS|GRAND|NOTRE|NOS|PLUS)\b"
)
_ADDRESSED = re.compile(
    r"(?:Mon|Mes|Monsieur|Madame|Mesdames|Messieurs|Mesdemoiselles|Chers?|Chères?|Dear|Ladies)\b|.*\s(?:Published|Updated|Posted)\b",
    re.IGNORECASE,
)
_TITLE_BEFORE_NAME = re.compile(r"(?:M\.|MM\.|Mme|Mlle|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?)\s+")

_INSTITUTION = re.compile(
    r"(?:République|Royaume|Ministère|Présidence|Gouvernement|Secrétariat|Ambassade|Délégation|Conseil|"
    r"Commission|État-[Mm]ajor|Etat-[Mm]ajor|"
    r"Forces|Armée|Union|Organisation|Agence|Direction|Parlement|Assemblée|Sénat|Maison|Palais|Cabinet|"
    r"Représentation|Mission|Service|"
    r"Republic|Kingdom|Ministry|Presidency|Government|Secretariat|Embassy|Delegation|Council|Department|"
    r"Office|Parliament|Senate|"
    r"House|Headquarters|Organization|North|European|United|Royal|Allied|Supreme|Ministerio|Gobierno|"
    r"Presidencia|Embajada)\b"
)
# A letterhead in capitals: a public body and what it is for, so that no shouted headline passes for one.
_SHOUTED_INSTITUTION = re.compile(
    r"(?:MINIST[ÈE]RE|PR[ÉE]SIDENCE|[ÉE]TAT-MAJOR|SECR[ÉE]TARIAT|AMBASSADE|D[ÉE]L[ÉE]GATION|DIRECTION|CABINET|GOUVERNEMENT|"
    r"COMMANDEMENT|PREFECTURE|PR[ÉE]FECTURE|PR[ÉE]F[EÈ]TE?|PR[ÉE]FET|MINISTRY|DEPARTMENT|OFFICE|EMBASSY|PRESIDENCY|HEADQUARTERS|"
    r"MINISTERIO|PRESIDENCIA|EMBAJADA)(?:\s+G[ÉE]N[ÉE]RALE?)?\s+(?:D[EU]S?|D[’']\w+|DE\s+LA|OF|FOR|DEL)\b[^:!?«“\"]*"
    r"|(?:R[ÉE]PUBLIQUE|ROYAUME|REPUBLIC|KINGDOM|REINO)\s[^:!?«“\"]{3,60}"
    r"|ASSEMBL[ÉE]E\s+(?:NATIONALE|G[ÉE]N[ÉE]RALE)|S[ÉE]NAT|CHAMBRE\s+DES\s+\w+|PARLEMENT(?:\s+EUROP[ÉE]EN)?|HOUSE\s+OF\s+\w+|EUROPEAN\s+PARLIAMENT"
    r"|(?:AFRICAN|EUROPEAN)\s+(?:UNION|COMMISSION|COUNCIL)|(?:UNION|COMMISSION)\s+(?:AFRICAINE|EUROP[ÉE]ENNE)|CONSEIL\s+(?:EUROP[ÉE]EN|DE\s+L[’']EUROPE)"
    r"|UNITED\s+NATIONS|NATIONS\s+UNIES|SECURITY\s+COUNCIL|CONSEIL\s+DE\s+S[ÉE]CURIT[ÉE]|COUNCIL\s+OF\s+EUROPE"
)
# "Ministère de la Défense nationale": what it is for may be written small; a headline goes on with other words.
_OFFICE_OF_STATE = re.compile(
    r"(?:Ministère|Présidence|Gouvernement|Secrétariat|Ambassade|Direction|[ÉE]tat-major|Commandement|Préfecture|Cabinet|Commissariat|Primature|"
    r"Oficina|Gabinete|Dirección|Departamento|Préfète?|Bureau|Haut-[Cc]ommissariat|Représentation|Ministry|Department|Office|Embassy|Headquarters|Ministerio|Embajada|Presidencia|Ministerium|République|Royaume)"
    r"(?:\s+(?:générale?|permanente?|d[’']État|fédérale?|royale?|islamique))*\s+"
    r"(?:de\s+la\s+|de\s+l[’']\s?|du\s+|des\s+|de\s+|d[’']|of\s+(?:the\s+)?|for\s+|del?\s+)"
    r"(?!.*\b(?:à|dans|par|contre|face|après|avant|selon|est|sont|ont|va|vont|sera|in|at|to|says|said|sous|sans|vers|en)\b)"
    r"[\w’' -]+(?:,\s+[\w’' -]+)*"
)
_INSTITUTION_WORD = re.compile(
    r"\b(?:Information\s+Bureau|Ministère|Ministry|Ministerio|Department|Command|Forces|Council|Commission|Union|Delegation|Embassy)\b"
)

# What tells a headline in capitalised words from the body that it is about.
_HEADLINE_VERB = re.compile(
    r"(?<=\s)(?:Says?|Tells?|Meets?|Sends?|Needs?|Calls?|Urges?|Warns?|Agrees?|Approves?|Adopts?|Signs?|Hosts?|Visits?|Welcomes?|Launch(?:es)?|"
    r"Holds?|Discuss(?:es)?|Opens?|Backs?|Seeks?|Plans?|Wants?|Vows?|Pledges?|Condemns?|Announces?|Will|Begins?|Ends?|Joins?|Leaves?|Takes?|"
    r"Gets?|Gives?|Makes?|Receives?|Trains?|Delivers?|Fires?|Votes?|Wins?|Rejects?|Accuses?|Returns?|Considers?|Extends?|Is|Are|Has|Have)\b"
)
SPLIT_NAMES = re.compile(r"\s*(?:,|;|/|&|\+|•|\||\s(?:et|and|y|with|avec|con|ET|AND|Y)\s)\s*")
_ELISION = re.compile(r"[dDlL][’'](?=\w)")
_GENERIC = re.compile(
    r"(?:la\s+|notre\s+|our\s+)?(?:rédaction|redaction|redacción|staff(?:\s+(?:writer|reporter)s?)?|"
    r"editorial\s+(?:staff|team|board)|editors?|(?:online|web|news)\s+editors?|web\s?desk|"
    r"agences?|agencies|agencias|wires?|wire\s+(?:reports|services)|news\s?desk|news\s+agencies|admin|"
    r"administrateur|webmaster|équipe.*)",
    re.IGNORECASE,
)


# "Scotland Business Editor" is what somebody is.
_POSTS_AT_END = frozenset({"Editor", "Correspondent", "Reporter", "Writer", "Columnist", "Analyst", "Producer"})
_PARTS_OF_THE_WORLD = frozenset(
    {"Asia", "Africa", "America", "Europe", "Pacific", "Asie", "Afrique", "Amérique", "África"}
)
# What a page's labels say and nobody is called.
_LABELS = """
most viewed popular latest stories story policy comments related trending recommended privacy terms cookies archive
archives newsletter videos photos topics gallery advertisement sponsored homepage subscribe recomendamos recomendados
relacionadas relacionados últimas leídas vistas boletín noticias populaires récents actualités articles commentaires
mentions légales erklärung meldungen nachrichten themen
"""
_PAGE_WORDS = frozenset(_LABELS.split())
_LONGEST_SHORTENED = 5  # characters of a part of a name with its stop: "Chr.", "Alex."
_PROPER_WORD = re.compile(r"[\w’'.&-]+")
_IS_AGENCY = OncePerChunk(lambda words: AGENCY.fullmatch(words) is not None)


def is_agency(words: str) -> bool:
    return _IS_AGENCY[words]


def is_small_agency(words: str) -> bool:
    """Whether it is an agency's acronym written as a word, as some papers do: "Wam", "Tap"."""
    return words.istitle() and len(words) <= 5 and is_agency(words.upper())


def is_generic(words: str) -> bool:
    """ "La rédaction", "agences", "staff": nobody and no publisher in particular."""
    return _GENERIC.fullmatch(words) is not None


def is_person(words: str) -> bool:
    """Whether it is a person's name by its form: two to five capitalised words, and none that outlets wear."""
    if _ADDRESSED.match(words):
        return False  # "Monsieur le Président", "PTI Published Date"
    words = _TITLE_BEFORE_NAME.sub("", words, count=1)
    if not 4 <= len(words) <= 60 or _PERSON.fullmatch(words) is None:
        return False
    tokens = words.split()
    shouted = [token.isupper() and len(token) > 2 and "." not in token for token in tokens]
    if len(tokens[-1]) <= 2 and tokens[-1].isupper() and not tokens[0].isupper() and not tokens[-1].endswith("."):
        return False  # "Hespress FR"
    if any(len(token) > _LONGEST_SHORTENED and token.endswith(".") for token in tokens[:-1]):
        return False  # "Bucarest. Corresponsal"
    if any(shouted[1:-1]) and not all(shouted[1:]) and not all(shouted[:-1]):
        return False  # "Secretary Austin Hosts NATO Counterparts"; surnames may shout: "Jean DUPONT"
    if words.isupper() and _SHOUTED_LINK.search(words):
        return False  # "END OF SEGMENT"
    if is_institution(words) or _OFFICE_LEAD.match(words) or _BODY_INSIDE.search(words):
        return False
    if words in KNOWN_HOUSES or tokens[-1] in _POSTS_AT_END or tokens[-1] in _PARTS_OF_THE_WORLD:
        return False
    if not _PAGE_WORDS.isdisjoint(words.lower().split()):
        return False  # "Most Viewed", "Comments Policy", "TE RECOMENDAMOS"
    return not (is_agency(words) or is_generic(words) or _OUTLET_LEAD.match(words) or _OUTLET_WORD.search(words))


def is_institution(words: str) -> bool:
    """Whether it is the letterhead of a public body: "Ministère des Armées", "U.S. Department of Defense"."""
    if len(words) > 90 or len(words.split()) > 12 or words.endswith((".", "!", "?", ":", ";", ",")):
        return False
    if words.isupper():
        return _SHOUTED_INSTITUTION.fullmatch(words) is not None and len(words.split()) <= 9
    if _OFFICE_OF_STATE.fullmatch(words) and len(words.split()) <= 12:
        return True
    named = _INSTITUTION.match(words) or _INSTITUTION_WORD.search(words)
    return named is not None and is_proper(words) and _HEADLINE_VERB.search(words) is None


def is_outlet(words: str) -> bool:
    """Whether it can be the name of a paper, a site, a station or an agency."""
    if words in KNOWN_HOUSES or is_agency(words) or _SERVICE.fullmatch(words) or _ADDRESS.fullmatch(words):
        return True
    if (
        not 2 <= len(words) <= 60
        or len(words.split()) > 7
        or words.endswith((".", "!", "?", ":", ";"))
        or is_generic(words)
    ):
        return False
    if not words[0].isupper() and not re.fullmatch(r"[\w-]+(?:\.[\w-]+)+", words):
        return False
    return bool(_OUTLET_LEAD.match(words) or _OUTLET_WORD.search(words) or _SHOUTED_BRAND.fullmatch(words))


def names_a_medium(words: str) -> bool:
    """Whether one of the words is such as papers and agencies wear: what "La Paz" and "El Paso" have not."""
    if words in KNOWN_HOUSES:
        return True
    return is_outlet(words) and (_OUTLET_WORD.search(words) is not None or AGENCY.match(words) is not None)


def is_headline(words: str) -> bool:
    """Whether capitalised words tell something rather than name somebody: "Minister Visits News Agency"."""
    return _HEADLINE_VERB.search(words) is not None


def is_proper(words: str) -> bool:
    """Whether every word of weight is capitalised: a name of something."""
    tokens = [_ELISION.sub("", token) for token in _PROPER_WORD.findall(words)]
    heavy = [token for token in tokens if len(token) > 3 or token.isupper()]
    return bool(heavy) and all(token[0].isupper() or token[0].isdigit() or "." in token for token in heavy)
