"""The patterns by which copy says who signed: "Par X", "de notre envoyé spécial à Y", "X, à Z", initials of a desk."""

import re

from articles.reading.agencies import AGENCY
from articles.reading.signers import PLACE

_WORK = (
    r"(?:(?:une?|le|la|the|a|an|cet?|cette|this)\s+)?(?:newsletter|lettre|édition|numéro|texte|article|papier|récit|reportage|enquête|dossier|analyse|synthèse|chronique|tribune|"
    r"décryptage|traduction|story|report|analysis)"
)
_MADE = (
    r"(?:(?:a\s+été|est|was|has\s+been|is)\s+)?"
    r"(?:(?:réalisée?|signée?|écrite?|rédigée?|préparée?|proposée?|compilée?|written|compiled)\s+)?"
)
BY = re.compile(
    rf"(?:{_WORK}\s+{_MADE}(?:par|by|de)|"
    r"(?:words|story|text|written|reporting|posted|published|submitted|écrit|rédigé|publié|posté|recueilli|réalisé|préparé|compilé|publicado|escrito|redactado|elaborado|pubblicato|propos\s+recueillis|"
    r"propos\s+traduits|entretien\s+(?:réalisé|recueilli|mené|conduit)|interview(?:\s+(?:réalisée|menée)|ed)|signé)\s+(?:par|by|de|por|da)|"
    r"(?:auteure?s?|autrices?|authors?|autor(?:es|a)?|textes?|journalistes?|reporters?|contribut(?:eur|rice|or)s?|correspondante?|"
    r"rédact(?:eur|rice)s?|synthèse|compte[- ]rendu|correspondance|signé|byline|par|by|por|von|di|door)\s*:|"
    r"par|by|por|(?P<elsewhere>von|di|door))\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
CLOSING_BYLINE = re.compile(
    r"(?:[.!?…»”]\s+|\()(?P<byline>(?i:propos\s+(?:recueillis|traduits)|entretien\s+(?:réalisé|recueilli|mené|conduit)|interview\s+(?:réalisée|menée)|"
    r"interviewed|recueilli)\s+(?i:par|by)\s+[^.!?()]{4,120})[.)]*\s*\Z"
)
PICTURES = re.compile(
    r"\s*[.,;|–-]\s*(?:photos?|photographies|vidéos?|images|dessins?|illustrations?|infographies?|cartes?|pictures|video)\b.{2,80}$",
    re.IGNORECASE,
)
# "Par Belga, édité par Jean Dupont"
THEN_EDITED = re.compile(
    r"\s*[,;(]\s*(?i:éditée?|edited|relue?|revue?|mise?\s+en\s+ligne)\s+(?:par|by)\s+(?P<who>[^();]{4,80})\)?$"
)
LOCATION = re.compile(rf"(?:Location|Lieu|Place|Ort|Luogo|Lugar|Dateline)\s*:\s*(?P<place>{PLACE})(?:,\s*{PLACE})?")
FOLLOW = re.compile(r"\s+(?:Suivre|Follow|S[’']abonner)$")  # the button behind the author's name
LABEL_BEHIND = re.compile(
    r"\s+(?:published|posted|updated|publié)(?:\s+(?:date|on|at|le))?\s*:?$", re.IGNORECASE
)  # the day is next
POSTED_AT = re.compile(r"\s+(?:à|at|a\s+las)\s+\d{1,2}[:h.]\d\d(?:\s?[AP]M)?$")
TEXT_AND_PICTURES = re.compile(r"textes?\s+(?P<names>[A-ZÀ-Ý].*)", re.IGNORECASE)

_CORRESPONDENT = (
    r"(?:(?:(?:reportage|récit)\s+)?(?:(?:de|avec|with)\s+)?(?:notre|nos|our)\s+|our\s+|from\s+our\s+|de\s+nuestr[oa]\s+)?"
    r"(?:envoyé(?:e|s|es)?\s+spécia(?:l|le|ux|les)|correspondant(?:e|s|es)?(?:\s+(?:permanente?|locale?|régionale?|particuli(?:er|ère)))?|"
    r"(?:special\s+|foreign\s+|staff\s+)?correspondents?|"
    r"special\s+envoy|enviad[oa]\s+especial|corresponsal)"
)
OURS = re.compile(r"(?:de|from)\s+(?:notre|nos|our)\s", re.IGNORECASE)
TOWN = re.compile(PLACE)
TOWN_AND_POST = re.compile(rf"(?P<place>{PLACE})\.\s+{_CORRESPONDENT}\.?", re.IGNORECASE)  # "Bucarest. Corresponsal"
CORRESPONDENTS = ("correspon", "envoy", "enviad")  # in each of their titles
POSTED = re.compile(
    rf"(?:(?P<before>[^,–—|()]{{3,60}}?)\s*[,–—|(-]\s*)?(?P<role>{_CORRESPONDENT})(?:\s+(?:à|au|aux|en|in|a|"
    rf"dans\s+le|du)\s+(?P<place>{PLACE})(?:\s*\((?:[A-ZÀ-Ý][\w’'-]+\s?){{1,4}}(?=\)))?)?\)?"
    rf"(?:\s*[,:–—|/-]\s*(?P<after>[^,–—|]{{2,60}}))?",
    re.IGNORECASE,
)
POSTED_AND_NAMED = re.compile(
    rf"(?P<before>)(?P<role>{_CORRESPONDENT})(?P<place>)\s+(?P<after>[^,–—|]{{4,60}})", re.IGNORECASE
)
POSTED_LEAD = re.compile(_CORRESPONDENT, re.IGNORECASE)
# "Clémence Aubry (Antalya, envoyée spéciale)", "… (Bruxelles, bureau européen)"
PLACE_AND_POST = re.compile(
    rf"(?P<name>[^,()]{{4,60}}?)\s*\(\s*(?P<place>{PLACE})\s*,\s*(?P<post>[a-zà-ÿ][^(),.]{{3,40}})\)\.?"
)

AFTER_BRACKET = re.compile(r"(?<=\))\s*(?:,|;|et|and)\s+")
POST_NEXT = re.compile(r"\s*,\s*[a-zà-ÿ]")

NAME_AND_PLACE = re.compile(
    rf"(?P<name>[^,()]{{4,60}}?)\s*(?:,|\()?\s+(?:à|in|en|a)\s+(?P<place>{PLACE})\)?(?:\s*[,–—|"
    rf"/-]\s*(?P<after>[^,–—|]{{2,60}}))?"
)
NAME_AND_OUTLET = re.compile(
    r"(?P<name>[^|–—/,()]{3,60}?)\s*(?:\||–|—|-(?=\s)|/|,|\(|\s(?=avec\s|with\s|con\s|pour\s|for\s|para\s))\s*(?:(?:avec|with|con|pour|for|para)\s+(?:l[’'](?=[A-Z]{3}))?)?"
    r"(?P<outlet>[^|–—/,()]{2,60}?)\)?"
)
WITH = re.compile(
    r"\(?\s*(?:avec|with|con|d[’']après|selon|after)\s+(?:l[’'](?=[A-Z]))?(?P<rest>[^()]{2,80}?)\s*\)?[.]?",
    re.IGNORECASE,
)
_INITIALS = r"(?:[A-ZÀ-Ý]\.(?:\s?-?)){1,4}"
# "M.D/APS", "sb/AFP", "SB/MD/APS"
INITIALS_AND_AGENCY = re.compile(
    rf"\(?(?:(?:[A-ZÀ-Ý]\.){{1,3}}[A-ZÀ-Ý]?|(?:[A-Z]{{2,3}}|[a-z]{{2,3}})(?:/(?:[A-Z]{{2,3}}|[a-z]{{2,3}}))?)\s?/\s?(?P<agency>{AGENCY.pattern})\)?"
)
DESK = re.compile(  # "R. N. / APS", "J.D. avec AFP", "//Petra// AA"
    rf"(?:{_INITIALS}\s*(?:[/|,–-]\s*)?\(?\s*(?:avec\s+(?:l[’'])?|with\s+)?|//\s*)(?P<agency>{AGENCY.pattern})\s*\)?\s*(?://\s*[A-Z]{{0,4}})?"
)
PLACE_AND_AGENCY = re.compile(
    rf"(?P<place>{PLACE})\s*(?:[–—/|,•·-])\s*(?P<agency>{AGENCY.pattern})"
)  # "KARS - Anadolu Agency"
FROM = re.compile(rf"(?:Reporting|Reportage)\s+(?:from|in|à|depuis)\s+(?P<place>{PLACE})(?:,\s+{PLACE})?")
NAME_WITH_AGENCIES = re.compile(r"(?P<name>[^,|–—/()]{4,60}?)\s+(?:with|avec|mit|con)\s+(?P<agencies>\S.{1,60})")
WIRE_DESK = re.compile(r"\(?[a-z]{2,3}[a-z\d]{0,2}(?:[-/][a-z]{1,5})+\)?")  # a wire's desk: "abc-def/gh"
# "kruc avec ats", "ats/jpr": a station's desk writes agencies small.
_SMALL_WIRE = r"ats|afp|reuters|belga|dpa|efe|ansa|ap"
SMALL_DESK = re.compile(
    rf"\(?(?:[a-z]{{2,5}}(?:/[a-z]{{2,5}})?\s+(?:avec|with|mit)\s+(?P<wire>{_SMALL_WIRE})(?:\s*[,/]\s*[a-z]{{2,8}})?|(?P<first>{_SMALL_WIRE})/[a-z]{{2,5}}(?:/[a-z]{{2,5}})?)\)?"
)
INITIALS_ALONE = re.compile(
    rf"\(?\s*(?!U\.\s?[SNKE]\.|E\.\s?U\.)(?:[A-ZÀ-Ý]\.[\s-]?){{2,3}}(?:(?:et|and|/|,)\s*{_INITIALS})?\s*\)?"
)
ARABIC = re.compile(r"(?:^|\s)(?:مراسلة?|بقلم|إعداد)\s")  # "correspondent of", "by the pen of", "prepared by"
CONTRIBUTED = re.compile(
    r"[^.]{0,160}\b(?:contributed\s+(?:to\s+this|reporting)|ont\s+contribué\s+à\s+cet\s+article|"
    r"a\s+contribué\s+à\s+cet\s+article)\b[^.]{0,60}\.?"
)
JOB = re.compile(
    r"(?:grand[e]?\s+)?(?:journaliste|reporter|éditorialiste|chroniqueu\w+|rédact\w+(?:\s+en\s+chef)?|correspondante?|correspondent|editor|"
    r"chef\w*\s+(?:du|de)\s+(?:service|bureau)|direct(?:eur|rice|or|ora)\s+(?:de|du|des|del|of)\s(?=.{3,60}$)|corresponsal|periodista|redactora?|envoyée?s?\s+spécia\w+|"
    r"(?:political|diplomatic|defen[cs]e|foreign|world|security)\s+(?:editor|reporter|writer|correspondent)|"
    r"chercheu\w+|professeure?|politologue|historien\w*|analyste?|columnist|enseignant\w*|docteure?|doctorante?|"
    r"maître\s+de\s+conférences|stagiaire|collaborat\w+(?:\s+spéciale)?|pigiste|freelance|intern|consultante?|spécialiste|expert\w*|research\s+fellow|senior\s+fellow|fellow|professor)\b.*",
    re.IGNORECASE,
)
# "Jane Doe Defence and security editor": the post follows with no mark between.
POST_AFTER_NAME = re.compile(
    r"(?P<name>[A-ZÀ-Ý][\w’'.-]+(?:\s+[A-ZÀ-Ý][\w’'.-]+){1,2}?)\s+(?:(?:BBC|AP|CNN|Sky)\s+)?(?P<post>(?i:defen[cs]e|security|political|diplomatic|foreign|world|"
    r"europe(?:an)?|africa|asia|middle\s+east|international|national|global|military|chief|senior|deputy|staff|special|news|business|"
    r"correspondent|reporter|editor|pentagon|white\s+house|journaliste|envoyée?)\b(?:[\s,&]+[\w’'-]+){0,5})"
)
POST_NOUN = re.compile(
    r"(?:correspondent|editor|reporter|writer|analyst|columnist|producer|journaliste|spéciale?)s?$", re.IGNORECASE
)
POST = re.compile(
    r"(?:[\w&-]+,?\s+){0,5}?(?i:correspondent|editor|reporter|writer|analyst|columnist|producer|correspondante?|envoyée?\s+spéciale?)(?:,\s.{2,50}|\s+(?:in|at|for|à|au)\s.{2,50})?"
)
NAME_THEN_AGENCY = re.compile(rf"(?P<name>.{{4,60}}?)\s+(?P<agency>{AGENCY.pattern})")
NAME_THEN_JOB = re.compile(r"(?P<name>[^,()]{4,60}?)\s*(?:,|\()\s*(?P<job>[^()]{4,110}?)\)?\.?")
