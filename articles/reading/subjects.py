"""What a text is about, where that changes what its names are: in the sports pages a town is its club."""

from articles.reading.name_words import words
from articles.reading.prose import Prose

_SPORT = words(
    "football foot rugby basket basketball handball tennis hockey cyclisme athletisme judo ligue championnat match"
    " matchs buts gardien attaquant attaquants defenseur entraineur coach mercato vestiaires arbitre penalty corner"
    " stade supporters derby club clubs joueur joueurs joueuse joueuses passeur buteur finale demi-finale"
    " selectionneur qualifications eliminatoires mondial can podium medaille medailles marathon maillot tribunes"
    " prolongations score tournoi seleccion goals striker strikers goalkeeper midfielder defender league cup kick-"
    " off referee fans stadium matches season seasons playoffs innings wicket touchdown quarterback tournament"
    " scored championship semi-final semifinal medal medals partido gol goles delantero portero entrenador liga"
    " torneo spieltag tor tore torwart sturmer trainer bundesliga halbzeit partita calciatore allenatore"
)
_STATE = words(
    "ministre ministres ministere ambassadeur armee armees soldats militaires otan nato guerre sommet diplomatie"
    " minister ministry army troops war summit diplomacy soldiers military ambassador missiles sanctions"
    " gouvernement government defense defence ministro ejercito regierung soldaten"
)
_ENOUGH = 5  # different words


def is_sport(prose: Prose) -> bool:
    """Whether a text reports on sport, and not on the state of it."""
    sport = len(prose.keys & _SPORT)
    return sport >= _ENOUGH and sport > 2 * len(prose.keys & _STATE)
