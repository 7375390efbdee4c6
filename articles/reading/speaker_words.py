"""The small words around the subject of a verb of speech, French and English, as folded keys."""

from articles.reading.name_words import words
from articles.reading.office_words import CLAUSE_WORDS

STOPS = frozenset('.;:!?…«»“”"()[]')
DETERMINERS = words(
    "le la l' les un une des deux trois plusieurs certains son sa ce cette the a an one two several some"
    " another senior unnamed anonymous"
)
INDEFINITE = words(
    "un une des deux trois plusieurs certains a an one two several some another anonymous unnamed senior"
)
CLITICS = words(
    "lui leur en y ne n' se s' me nous vous l' le la les aussi egalement notamment ensuite encore alors ainsi"
    " deja toutefois cependant d' abord par ailleurs pour sa part enfin also then later further again previously"
    " reportedly has had jeudi lundi mardi mercredi vendredi samedi dimanche hier on monday tuesday wednesday"
    " thursday friday saturday sunday"
)
ADJUNCTS = words(
    "jeudi lundi mardi mercredi vendredi samedi dimanche hier monday tuesday wednesday thursday friday saturday"
    " sunday ensuite encore notamment aussi egalement soir matin later also"
)
PREPOSITIONS = words(
    "a de d' du des avec par pour selon sur contre chez entre vers sans of to with by from for against about"
)
PREPOSED = words("of to with by from for against about avec par pour contre chez vers sans sur")
END_OF_SOURCE = CLAUSE_WORDS | words("et and mais but parce puisque car tout alors y interrogee cite citee")
