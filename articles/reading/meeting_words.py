"""The vocabulary of meetings, French and English, as folded keys."""

from articles.reading.name_words import words

SUMMITS = words("sommet summit cumbre gipfel gipfeltreffen vertice cimeira")
GATHERINGS = words(
    "reunion rencontre session meeting debat ministerielle seance entretiens gathering talks consultations"
    " reunions meetings treffen sitting diner dejeuner dinner lunch"
    " riunione incontro sesion encuentro tagung"
)
# A meal is a meeting only of those who meet.
MEALS = words("diner dejeuner dinner lunch")
CONFERENCES = words(
    "conference forum roundtable colloque seminaire atelier ceremonie symposium congres workshop seminar ceremony"
    " convention assises salon dialogue"
    " conferencia conferenza konferenz foro"
)
EXERCISES = words(
    "exercice exercices exercise exercises manoeuvre manoeuvres drill drills wargame"
    " ejercicio ejercicios esercitazione ubung maniobras"
)
BODIES = words("commission comite conseil division groupe committee council board group assemblee direction")
MINISTERS = words("ministres ministers ministros ministri ministerielle ministerial ministeriel")
CHIEFS_OF_DEFENCE = words("chefs chiefs")

# "se réunissent", "will meet", "tiendra": what a group does when it meets.
MEETS = words(
    "reunir reunissent reuniront reunis reunies reuni reunie reunit reunissaient retrouvent retrouver retrouveront"
    " retrouves rencontrent rencontreront rencontrer concertent concerter concertes concertees meet meets met"
    " meeting gather gathered gathering convene convened convenes discuteront examineront debattront parleront"
    " revoient reverront revoir revus siegera siegeront siegeait siegerait"
    " riuniscono riuniranno riuniti riunite reuniran reunieron reunen reunidos incontreranno treffen trafen tagen"
)
# What a group does to a gathering that it takes part in, and what it does once it has met.
OPENS = words(
    "ouvert ouvrent ouvriront ouvraient tenu tiennent tiendront tenaient tenir entame entament conclu concluent clos"
    " acheve achevent debute commence participent participe participeront hold held opened open began begun concluded"
    " closed attended attend auront aura eu wrapped"
)
DECIDES = words(
    "adopte approuve decide convenu enterine valide signe avalise ratifie arrete agreed adopted approved"
    " endorsed decided signed backed examine discute evalue reaffirme etudie reviewed discussed examined reaffirmed"
)
# What may stand between a subject and its verb without being another clause.
CLITICS = words(
    "se s' est sont ont a va vont doit doivent devait devaient devrait devraient pourrait pourraient avait avaient"
    " etait etaient ete de nouveau encore ensuite egalement aussi y en ne hier demain aujourd' hui d' urgence lundi"
    " mardi mercredi jeudi vendredi samedi dimanche ce matin soir midi apres prochainement bientot regulierement will"
    " would is are was were have has had to be been due set also again jointly formally unanimously reunis on monday"
    " tuesday wednesday thursday friday saturday sunday yesterday"
)
HOLDS = words(
    "tenu tenue tient tiendra tiendront tenait tenir tiennent organise organisera organisent hosts hosted holds"
    " held hold will convoque convoquera reuni reunie reunira reunit reunir meets met convened hosting tiendrait"
    " tendra tendran terra terranno celebrara celebraran celebro celebra svolgera svolta svolto"
    " tenuta tenuto stattfinden"
)
HOSTS = words(
    "abritera abrite abritait accueille accueillera accueillait accueilli accueillir hebergera organise"
    " organisera hosts host hosted hosting recevra"
)

PORTFOLIOS = {
    "defence": words("defense defence armees defensa difesa verteidigung verteidigungsminister"),
    "foreign": words(
        "etrangeres etrangers foreign diplomatie exterieures exteriores esteri aussenminister auswartigen"
    ),
    "interior": words("interieur interior"),
    "justice": words("justice"),
    "finance": words("finances finance economie"),
}
# What the ministers' portfolios look like in order, so that "Affaires étrangères et Défense" keeps the first.
OTHER_PORTFOLIOS = words(
    "agriculture peche transports energie sante commerce environnement education health trade energy"
)

# An indefinite, repeated or hypothetical one is no meeting.
VAGUE = words(
    "chaque tout toute aucun aucune plusieurs certains regulieres regulierement any every each several futures"
)
ANAPHORA = words("cette ce cet ladite ledit this that the la le l'")
NEXT = words("prochain prochaine next upcoming futur future dernier derniere last precedent previous prochains")
PRESS = words("presse press news")

# Verbs of talks between two sides; the other side stands after them.
TALKS = words(
    "rencontrer recevoir entretenir entretenu entretenue entretenus entretient entretiendra entretenait"
    " discussed"
    " rencontre rencontrera rencontrait rencontrerait recu recue recus recues recoit recevra"
    " recevait met meets received receives hosted"
    " recevrait entretiendrait recevront recoivent recevaient"
    " dejeunera dejeune dinera dine"
    " reunio reunira recibio recibe recibira entrevisto entrevistara incontrato incontra incontrera ricevuto riceve"
)
TALK_NOUNS = MEALS | words(
    "entretien entretiens entrevue tete"
    " pourparlers talks rencontre echange discussions incontro colloquio colloqui encuentro"
    " conversaciones gesprach gesprache"
)
OFFICIAL_VISIT = words(
    "officielle travail etat amitie historique inaugurale eclair official working state"
    " oficial ufficiale offiziellen offizieller"
)
VISITS = words("visite visit deplacement trip voyage visita viaje viaggio besuch")
TRAVELS = words(
    "rendu rendue rendra rend rendait attendu attendue attendus attendues visited visits travelled traveled flew"
    " visitera rendrait"
)

MARGINS = words("marge marges margin margins sidelines")
PLACE_PREPOSITIONS = words("a au aux en in at dans")
NO_PLACES = words(
    "monde ensemble cours fin debut marge mars avril mai juin juillet aout septembre octobre novembre decembre"
    " janvier fevrier january february march april may june july august september october november december"
    " occident etat english french arabic spanish german russian swahili anglais francais arabe julio junio mayo abril"
)
# In "au sommet de l'État" nobody meets.
FIGURATIVE = words(
    "etat pouvoir hierarchie pyramide montagne mont colline art gloire armee classement vague page carriere"
)

PLANNING = words(
    "preparer organiser proposer evoquer prevoir planifier prepare organise organize propose plan discuss"
    " preparation preparatifs preparations prelude"
)

# Exercises that the press names without saying what they are.
_NAMES = (
    "african lion|air defender|anakonda|baltops|bright star|cold response|cutlass express|defender europe"
    "|dynamic manta|dynamic mongoose|eager lion|flintlock|formidable shield|joint viking|neptune strike"
    "|nordic response|obangame express|phoenix express|ramstein flag|saber strike|sea breeze|spring storm"
    "|steadfast dart|steadfast defender|steadfast duel|steadfast noon|trident juncture|zapad"
)
EXERCISE_NAMES = frozenset(tuple(name.split()) for name in _NAMES.split("|"))
EXERCISE_STARTS = frozenset(name[0] for name in EXERCISE_NAMES)
