"""What a text is about, where that changes what its names are: in the sports pages a town is its club, in a review
a quoted name is a film's, and a decorator bears a minister's name."""

from functools import lru_cache

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
    "fregate fregates destroyer bataillon regiment militaire militaires escadre amiral ambassade navale frigate"
    " frigates battalion regiment warship warships "
    "ministre ministres ministere ambassadeur armee armees soldats militaires otan nato guerre sommet diplomatie"
    " minister ministry army troops war summit diplomacy soldiers military ambassador missiles sanctions"
    " gouvernement government defense defence ministro ejercito regierung soldaten"
)
# Arts and shows, tables, fashion, nature, travel, games: pages on which states do not act.
_LEISURE = words(
    "film films cinema cinemas cineaste realisateur realisatrice acteur acteurs actrice comedien comedienne scenario"
    " scenariste casting metrage bande-annonce projection ecran spectateur spectateurs spectatrice tournage roman"
    " romancier romanciere recueil poeme poemes poete editrice bibliotheque librairie album albums chanson chansons"
    " concert concerts musicien musiciens musicienne guitare guitariste batteur violon violoniste pianiste orchestre"
    " chef-d'oeuvre opera ballet danseur danseuse choregraphe theatre metteur piece tableau tableaux peintre peintres"
    " sculpteur galerie vernissage exposition musee decors costume costumes partition melodie refrain rappeur chanteur"
    " chanteuse festival festivals serie episode saisons recette recettes cuisine cuisinier cuisiniere restaurant"
    " plat plats dessert farine beurre sucre sauce four gateau vin vins vigneron cepage fromage chefs gourmand"
    " gastronomie mode couturier couturiere collection defile podium mannequin robe robes tissu parfum styliste"
    " jardin jardins jardinier botaniste plante plantes fleur fleurs espece especes oiseau oiseaux graines arbre"
    " arbres abeille abeilles ornithologue zoo randonnee plage plages vacances touristes touriste hotel hotels"
    " croisiere baignade camping meteo averses thermometre jeu jeux joueur joueuse manette console echecs puzzle"
    " movie movies cinema director filmmaker screenplay actor actors actress cast sequel plot novel novelist poem"
    " poet poetry song songs singer guitar guitarist drummer violin pianist orchestra band audience stage playwright"
    " painter painting paintings sculptor gallery exhibition museum museums episode sitcom soundtrack recipe"
    " recipes chef kitchen oven butter flour sugar dessert wine wines winery cheese fashion designer runway catwalk"
    " dress dresses fabric perfume garden gardens gardener botanist botanists plant plants flower flowers species"
    " bird birds seeds tree trees oak oaks bee bees zoo animals hiking beach beaches holiday holidays tourists"
    " cruise forecast showers gamer gamers console chess puzzle arboretum rodents soil growth pelicula actriz novela"
    " cancion cantante receta cocina romanzo attore attrice canzone cantante ricetta cucina schauspieler"
    " schauspielerin romane lied lieder sanger sangerin rezept kuche konzert"
)
_ENOUGH = 5  # different words


def is_sport(prose: Prose) -> bool:
    """Whether a text reports on sport, and not on the state of it."""
    return _is_about(_SPORT, prose.vocabulary)


def is_leisure(prose: Prose) -> bool:
    """Whether a text is on sport, on an art or a pastime: no state acts in it, and nobody holds an office unsaid."""
    return _is_about(_SPORT, prose.vocabulary) or _is_about(_LEISURE, prose.vocabulary)


@lru_cache(maxsize=8)  # several steps ask it of one text
def _is_about(subject: frozenset[str], keys: frozenset[str]) -> bool:
    told = len(keys & subject)
    return told >= _ENOUGH and told > 2 * len(keys & _STATE)
