"""Capitals that act as states do in German, Italian and Spanish: "Moskau warnt Kiew", "Mosca accusa Londra"."""

from collections.abc import Sequence

from articles.reading.name_words import words
from articles.reading.prose import Sentence
from articles.reading.tokens import Case, Token

LANGUAGES = ("de", "it", "es")
_ACTS = words(
    "wirft werfen fordert fordern warnt warnen droht drohen kritisiert weist weisen lehnt lehnen verlangt verlangen"
    " plant planen setzt liefert liefern beschuldigt verurteilt begrusst reagiert kundigt bestatigt dementiert"
    " unterstutzt stimmt schickt verhangt verhandelt forderte warnte drohte wies wollte plante lehnte kundigte"
    " kritisierte beschuldigte verurteilte begrusste reagierte bestatigte dementierte unterstutzte stimmte verhangte"
    " schickte verlangte lieferte einigten einigen mitteilte erklarte erklart vermittelt"
    " accusa accusano chiede chiedono vuole vogliono annuncia minaccia respinge condanna condannano risponde avverte"
    " propone rifiuta invia conferma smentisce esige accuso respinse"
    " acusa acusan pide piden quiere quieren anuncia anuncian amenaza rechaza rechazan condena condenan responde"
    " advierte rehusa envia confirma desmiente exige exigen apuesta acuso rechazo pidio anuncio"
)
_AUXILIARIES = words("hat haben hatte ha hanno han habia aveva")
_DONE = words(
    "zuruckgewiesen angekundigt gefordert gewarnt gedroht kritisiert verurteilt begrusst bestatigt dementiert zugesagt"
    " geliefert beschlossen verhangt abgelehnt zugestimmt vorgeworfen unterzeichnet erklart mitgeteilt beschuldigt"
    " annunciato chiesto accusato respinto condannato risposto avvertito proposto rifiutato inviato confermato"
    " criticato firmato deciso minacciato approvato"
    " anunciado pedido acusado rechazado condenado respondido advertido propuesto enviado confirmado desmentido"
    " criticado firmado decidido amenazado exigido aprobado"
)
_AGREED = words("einig uneins besorgt bereit d'accordo pronta pronte dispuesto dispuesta")
_WITH = words("mit gegen zwischen con contro contra tra fra entre")
_CLAUSE = 24  # words in which a German clause ends with its participle


def acts_abroad(tokens: Sequence[Token], place: int, sentence: Sentence) -> bool:
    """Whether the verb at `place`, behind a capital, is of what states do."""
    if place >= sentence.last or tokens[place].case is not Case.LOWER:
        return False
    key = tokens[place].key
    if key in _ACTS:
        return True
    rest = [token.key for token in tokens[place + 1 : min(sentence.last, place + _CLAUSE)]]
    if key in _AUXILIARIES:
        return not _DONE.isdisjoint(rest if sentence.language == "de" else rest[:3])
    return key in ("ist", "sind", "e", "sono", "esta", "estan") and not _AGREED.isdisjoint(rest[:3])


def is_dealt_with(tokens: Sequence[Token], start: int, sentence: Sentence) -> bool:
    """ "mit Moskau", "zwischen Moskau und Peking", "acusa a Londres", "accusa Londra": a state on the other side."""
    before = tokens[start - 1] if start > sentence.first else None
    if before is None:
        return False
    if before.key in _WITH or (before.key in _ACTS and before.case is Case.LOWER):
        return True
    earlier = tokens[start - 2] if start - 2 >= sentence.first else None
    if before.key == "a" and earlier is not None and earlier.key in _ACTS:
        return True
    joined = before.key in ("und", "e", "y") and start - 3 >= sentence.first
    return joined and tokens[start - 3].key in ("zwischen", "tra", "fra", "entre")
