"""Picture credits: who made or owns a picture, on a line of its own or behind what the picture shows."""

import re
from functools import lru_cache

from articles.reading.agencies import AGENCY, is_agency, is_outlet, is_person
from articles.reading.lines import small_letters

# Agencies that sell pictures, beside those of the wires.
_DESKS = (
    r"Sipa(?:\s+Press|\s+USA)?|SIPA(?:\s+PRESS|\s+USA)?|Abaca(?:press)?|ABACA(?:PRESS)?|Maxppp|MAXPPP|Hans\s+Lucas|HANS\s+LUCAS|Getty(?:\s+Images)?|GETTY(?:\s+IMAGES)?|"
    r"EPA(?:[-/]EFE)?|EFE(?:[-/]EPA)?|Belga(?:image)?|BELGA(?:\s+PHOTO)?|NurPhoto|NURPHOTO|Shutterstock|Alamy|iStock|Imago|IMAGO|Photo\s?News|Divergence|"
    r"La\s+Presse\s+canadienne|LA\s+PRESSE\s+CANADIENNE|The\s+Canadian\s+Press|AP\s+Photo|Keystone|KEYSTONE|Bestimage|Reuters|REUTERS|"
    r"picture[\s-]alliance|Wikimedia(?:\s+Commons)?|Flickr|Ansa|Afp|Epa|LaPresse|Handout|HANDOUT|Pool|POOL|DR|D\.R\.?|DVIDS"
)
_HOUSE = rf"(?:{AGENCY.pattern}|{_DESKS})"
_CAPITALS = r"[A-ZÀ-Ý][A-ZÀ-Ý.’'-]+(?:\s+[A-ZÀ-Ý][A-ZÀ-Ý.’'-]*){0,4}"
_NAME = r"[A-ZÀ-Ý][\w.’'-]+(?:\s+[\w.’'-]+){0,3}"
_HOUSES = rf"{_HOUSE}(?:\s*(?:/|-|–|,|via|pour|for)\s*(?:{_HOUSE}|{_NAME}))*"
# What comes before a credit with no mark of its own: the words about the picture are over.
_OVER = r"(?:[.!?…»”\")\]]\s+|\s+[–—|/]\s*|\s+-\s+)"

_AGENCY = AGENCY.pattern.lower()
_CREDIT_AT_END = re.compile(  # asked of small letters
    rf"(?:©|\(c\)|\[(?:photo|image|foto|credit|crédit|getty|reuters|afp|ap)\b(?!\s+\d)|\(\s*(?:photo|image|foto|credits?|crédits?|archives?|file)\b"
    rf"|(?:photo(?:graph(?:ie|y)?)?|image|foto(?:graf[íi]a)?|picture|bild)\s*(?::|©|by|par|de|credits?\s*:?)\s|cr[ée]dit(?:s|os?)?(?:\s+photos?)?\s*:|\bap\s+photo|\bgetty\s+images|\breuters/|\bpurchase\s+licensing\s+rights"
    rf"|(?:/|\s-\s|\s–\s|\|)\s*(?:{_AGENCY})\s*[)\]]?\.?$|[(\[](?:{_AGENCY})\s*(?:/|-|–)\s*[^()]{{2,40}}[)\]]\.?$)"
    r"(?P<rest>.{0,80})$"
)
# "… à Antalya. JEAN DUPONT / AFP", "… lundi. Ph. K. Benjelloun", "… (Jean Dupont via AP)", "… jeudi. EFE"
_NAMED_AT_END = re.compile(
    rf"(?:{_OVER}\(?(?:{_CAPITALS}|{_NAME})\s*(?:/|,|\bvia\b|\bpour\b|\bfor\b)\s*"
    rf"(?:{_HOUSES}|(?=[A-ZÀ-Ý’' ]+\W*$){_CAPITALS})"
    rf"|{_OVER}\(?(?:{_HOUSE})(?:\s*(?:/|[-–]\s|,)\s*(?:{_NAME}|{_HOUSE})|\s+{_CAPITALS})?"
    rf"|\s\|\s*{_CAPITALS}|{_OVER}[A-Z]{{2,4}}/{_NAME}"
    rf"|\(\s*(?:{_NAME}\s*(?:/|,|\bvia\b)\s*)?{_HOUSES}"
    rf"|(?:{_OVER}|\()\s*(?:Ph|Phot|PH|Photos?|PHOTOS?)\b\.?\s*:?\s*(?:(?:\w+\s)?@\w+|[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,4}}|{_NAME}(?:\s*/\s*{_NAME})?|{_HOUSES}|(?:droits?\s+)?tiers|droits\s+réservés|courtoisie|internet)"
    rf"|{_OVER}[A-ZÀ-Ý][\w]{{0,2}}[A-ZÀ-Ý]\s+[A-ZÀ-Ý][\w’'-]+\s+[A-ZÀ-Ý][\w’'-]+"
    rf"|(?:{_OVER}|\()\s*(?:{_NAME}\s+)?(?:[Cc]rown\s+[Cc]opyright|[Aa]rchives?|[Ff]ile\s+[Pp]hoto|(?:[Pp]hoto|[Ii]mage)\s+d[’'](?:archives?|illustration)|[Ii]llustration)"
    rf"|{_OVER}{_NAME}\s+(?:pour|for)\s+(?:L(?:e|a|es)\s|L[’']|The\s)[A-ZÀ-Ý][\w’' -]{{2,30}}"
    rf"|(?:{_OVER}|\()\s*(?:U\.?S\.?\s+)?(?:Army|Navy|Air\s+Force|Marine\s+Corps|DoD|DOD|NATO|OTAN)\s+[Pp]hoto\b.{{0,60}}"
    rf"|{_OVER}{_NAME}\s?/\s?(?:[Pp]h|[Pp]hoto|PH)\b\.?\s*:?\s*{_NAME}"
    rf"|{_OVER}\[{_HOUSE}\s*[-–/,]\s*{_NAME}"
    rf"|{_OVER}[A-Z][\w&’'-]+(?:\s[A-Z][\w&’'-]+){{0,3}}\s(?:[Pp]hotos?|[Pp]ic|[Ii]mage|[Pp]icture)"
    r")\s*[)\]]*\.?$"
)
# Where one of them can begin.
_LEAD = re.compile(r"[.!?…»”\")\](]|\s(?=[–—|/]|-\s)")
# What none of them does without: most lines have nothing of it near their end.
_SIGNS_OF_CREDIT = ("(", ":", "/", "©", "[", "|", "phot", "image", "foto", "picture")
_DASH = re.compile(r"[-–](?<=\s.)\s")
_BEHIND_A_STOP = re.compile(r"[.!?…»”\"]\s+\S.{1,60}$|[Pp]h\b")
_PHOTO_CREDIT = re.compile(
    r"[(\[]?\s*(?:(?i:(?:image|photo|video|media|picture)\s+(?:source|copyright|credit)\b[,:]?\s|(?:crédits?|credits?)(?:\s+(?:photos?|images?))?\s*:|©|\(c\)\s|copyright\b|AP\s+Photo|Getty\b|"
    r"(?:photos?|images?|fotos?|pictures?|photograph(?:s|y|ies?)?|fotografías?|illustrations?|dessins?|infographies?)\s*(?:credits?\s*:?|:|©|by\s|par\s|de\s|por\s|/)|ph\.?\s*:\s*|ph\.\s+)"
    rf"|(?:{AGENCY.pattern}|(?:afp|reuters|ap)\.com)\s*/\s*\w|(?:(?i:stock\s+photo|foto\s+de\s+archivo|(?:photos?|images?|videos?|vidéos?)\s+(?:and|et|y|&)\s+[\w-]+))\s*:|(?P<name>{_NAME})\s*/\s*(?P<house>{AGENCY.pattern}|[A-Z]\w+)(?![^:]{{0,30}}:\s)|(?i:photo|foto)\s+(?:{_HOUSE}|[A-ZÀ-Ý]{{2,}})|(?:{_HOUSE})\s+[-–]\s+(?:{_CAPITALS}|{_NAME})$|{_NAME}\s*\((?:{_HOUSE}|[A-Z]{{2,4}})(?:\s*/\s*(?:{_HOUSE}|{_NAME}))+\)$)"
)
# "Garoua:Formation:Copyright BIR": the name of a picture's file.
_TAGGED = re.compile(r"(?:[^\s:]+:){1,3}\s?(?:copyright|©|crédits?|credits?|photos?)\s?:?\s?\S.{1,40}", re.IGNORECASE)
_SMALL_WORD = re.compile(
    r"\b(?:le|la|les|des|du|au|aux|un|une|lors|avec|dans|sur|pendant|the|at|of|during|with|in|on|to|attend\w*|is|are|el|los|en)\b"
)
# Words that name nobody: what is to be seen.
_TOLD = re.compile(
    r"(?<![\w’'@.-])(?!(?:agence|agency|images?|archives?|courtesy|photos?|news|pour|from|tous|droits|réservés|picture|alliance)\b)"
    r"[a-zà-ÿ]{4,}\b"
)
_LONGEST_CAPTION = 320
_AGENCY_WORDS = {"agence", "agency", "agencia", "agenzia", "agentur"}
_ACRONYM_AT_END = re.compile(r"\((?P<acronym>[A-Z]{2,6})\)\.?$")
_WIRE_INITIALS = re.compile(rf"[.!?»”]\s*\((?!(?:{_HOUSE})\b)[A-Z]{{2,3}}/(?!(?:{_HOUSE})\b)[A-Z]{{2,3}}\)$")


def is_credit(words: str) -> bool:
    """A credit on a line of its own: who made or owns a picture, and nothing of what it shows."""
    if len(words) <= 80 and _TAGGED.fullmatch(words):
        return True
    match = _PHOTO_CREDIT.match(words) if len(words) <= 120 else None
    if match is None or len(_TOLD.findall(words, match.end())) > 1:
        return False
    if match["name"] and (is_person(match["name"]) or (is_outlet(match["name"]) and not is_agency(match["name"]))):
        house = words[match.start("house") :].strip(" .)")
        if is_outlet(house) and not is_agency(house):
            return False  # "Jean Dupont / Le Soir" signs the text
    return len(_SMALL_WORD.findall(words)) <= 1 and len(words.split()) <= 12


def ends_with_credit(words: str) -> bool:
    """Whether a line says what a picture shows and closes with who made it."""
    return _credit_in(words) is not None


def part_credit(words: str) -> tuple[str, str]:
    """A caption's words, and the credit that closes them, without its brackets; empty where there is none."""
    start = _credit_in(words)
    if start is None:
        return words, ""
    start = min(start, _name_at_end(words) or start)  # "JEAN DUPONT / AFP": whoever made it belongs to the agency
    if words.count("(", 0, start) > words.count(")", 0, start):
        start = words.rfind("(", 0, start)  # "(U.S. Army photo by …)"
    if words[start] in '.!?…»”"':
        start += 1  # the mark closes what is told
    told, credit = words[:start].rstrip(" –—|/-(["), words[start:].strip(" –—|/-").rstrip(".")
    return told, credit.strip("()[] ") if credit.count("(") == credit.count(")") else credit.rstrip(")] ")


@lru_cache(maxsize=128)  # the steps of layout ask it of the same line
def _credit_in(words: str) -> int | None:
    """Where the credit begins that closes a line about a picture; None for a line without one."""
    start = max(0, len(words) - 140)
    end = words[start:].lower()
    signed = any(map(end.__contains__, _SIGNS_OF_CREDIT)) or _DASH.search(end) is not None
    if not signed and _BEHIND_A_STOP.search(words, start) is None:
        return None
    found = _CREDIT_AT_END.search(small_letters(words), start) if signed else None
    if found is not None and found.start() >= 12 and len(found["rest"].split()) <= 8:
        return found.start()
    if len(words) > _LONGEST_CAPTION:
        return None
    if _spells_out(words):
        return None
    if _WIRE_INITIALS.search(words, max(0, len(words) - 20)):
        return None  # "… de la Marine. (BTR/VDK)": who wrote the dispatch
    return _name_at_end(words)


def _name_at_end(words: str) -> int | None:
    """Where a maker's name or a house begins that closes the line with no mark of its own."""
    leads = (lead.start() for lead in _LEAD.finditer(words, max(12, len(words) - 90)))
    named = next((place for place in leads if _NAMED_AT_END.match(words, place)), None)
    return named if named is not None and len(words[:named].split()) >= 3 else None


def _spells_out(words: str) -> bool:
    """Whether an acronym closes the line right behind its full name: "… l'agence malienne de presse (AMAP)."."""
    found = _ACRONYM_AT_END.search(words, max(0, len(words) - 12))
    if found is None:
        return False
    before = re.findall(r"[^\W\d_]+", words[max(0, found.start() - 90) : found.start()])[-2 * len(found["acronym"]) :]
    initials = iter(word[0].upper() for word in before)
    return not _AGENCY_WORDS.isdisjoint(word.lower() for word in before) or all(
        letter in initials for letter in found["acronym"]
    )
