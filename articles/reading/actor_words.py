"""The words around a capital city that acts, or is acted with, as a state does (see `articles.reading.actors`).

All of them are folded keys (see `articles.reading.tokens.fold`); the verbs are spelled out from stems and endings.
"""

from articles.reading.name_words import words

VERBS_ER = (
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
IRREGULAR = (
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
ENDINGS = ("e", "ent", "ait", "aient", "a", "era", "eront", "erait", "eraient", "ait", "erent", "t", "d")
HOSTING = ("accueil", "abrit", "heberg", "reçoi", "recoi", "recevra", "organis")
ACTS = frozenset(
    {stem + ending for stem in VERBS_ER.split() for ending in ENDINGS}
    | set(IRREGULAR.replace("ç", "c").replace("é", "e").split())
)
PARTICIPLES = frozenset(
    {stem + "e" for stem in VERBS_ER.split()}
    | words(
        "dit fait mis pris repris compris attendu craint soutenu tenu maintenu obtenu retenu promis permis"
        " admis offert ouvert poursuivi suivi conduit reduit su vu prevu vendu defendu repondu suspendu rendu"
        " pretendu perdu interdit choisi agi reagi averti fourni garanti investi durci saisi reussi convaincu"
        " cru reconnu voulu pu du combattu intervenu acquis requis dementi consenti exclu inclus conclu rejoint"
        " donne decide convenu oppose rapproche"
    )
)
AUXILIARIES = words(
    "a ont avait avaient aura aurait est etait sera serait vient va vont fut ait aient soit soient eut"
)
BETWEEN_SUBJECT_AND_VERB = words(
    "tous toutes both all ne n' se s' lui leur y en l' le la les pas toujours encore aussi deja desormais"
    " egalement donc ainsi bien alors meme jamais plus pourtant cependant officiellement clairement notamment elle"
    " t - has have had is was will would also now still not"
)
SERIES = 24  # tokens: a longer list of capitals says nothing about its head
ASIDE = 14  # tokens of an aside between a subject and its verb
HEADING = 8  # tokens
KEEPS = words("keep keeps kept keeping leave leaves left leaving")
ATTITUDES = words(
    "attentif attentifs attentive attentives inquiet inquiets inquiete furieux furieuse prudent prudents prudente"
    " satisfait satisfaits satisfaite divise divises isole isoles isolee favorable favorables hostile hostiles"
    " sceptique sceptiques reserve reserves vigilant vigilants silencieux mefiant mefiants mefiante embarrasse"
    " embarrasses determine determines absent absents oppose opposes unis solidaire solidaires reticent reticents"
    " soulage soulages perplexe perplexes mediateur mediateurs intransigeant intransigeants furious wary cautious"
    " silent unmoved undeterred"
)
STANDS = (
    ("sur", "la", "meme", "ligne"), ("sous", "pression"), ("sur", "la", "defensive"), ("sur", "ses", "gardes"),
    ("en", "colere"), ("a", "la", "manoeuvre"), ("dans", "l'", "embarras"), ("dans", "l'", "expectative"),
    ("en", "embuscade"), ("en", "retrait"), ("en", "mediateur"), ("au", "pied", "du", "mur"), ("en", "arbitre"),
    ("under", "pressure"), ("on", "edge"), ("on", "the", "defensive"),
)  # fmt: skip
WILLING = words(
    "pret prete prets favorable hostile determine determinee dispose disposee ouvert ouverte inquiet inquiete ready"
)
SUFFERED = words(
    "bombarde bombardee attaque attaquee vise visee frappe frappee touche touchee bombed hit struck attacked"
)
VERB_ENDS = ("er", "ir", "oir", "re", "ed")
ACTS_EN = words(
    "said says wants want announced announces accused accuses denied denies warned warns urged urges seeks"
    " sought rejected rejects refused refuses condemned condemns backed backs agreed agrees hopes hoped plans"
    " planned insists insisted called calls vowed vows offered offers signed signs believes maintains considers"
    " fears supports supported pledged pledges demands demanded proposed proposes sent sends needs remains must"
    " should could may might can cannot would will has had is was blames blamed blocked blocks threatened"
    " threatens responded responds launched launches claims claimed argues argued sees welcomed welcomes invited"
    " invites imposed imposes struck continues continued expects expected decided decides confirmed confirms"
    " does did aims views provides provided"
)
PLURAL_ACTS_EN = words(
    "hope want say fear seek plan refuse accuse deny support back oppose need believe insist warn agree disagree"
    " trade hold share face remain see call vow push reject welcome dispute exchange resume normalise normalize"
)
WITH = words("avec contre envers selon par with against")
GOING = words(
    "passera passeront passait passaient tournee concerts affrontera affronte affronter affrontent"
    " vol vols train trains liaison liaisons route trajet trajets avion ligne lignes passer passe passant"
    " transiter transite via partir parti partie partis part partait decoller decolle s'envoler envole embarquer"
    " quitter flight flights road match rallye course tgv autoroute km kilometres voyage"
)
GIVEN_TO = words(
    "soutien soutiens aide aides assistance appui opposition ultimatum message messages reponse livrer livre"
    " livrent livraison livraisons fournir fournit fourni fourniture fournitures demander demande demandent"
    " apporter apporte accorder accorde octroyer octroye vendre vend vendu vente ventes reprocher reproche imposer"
    " impose imposees imposes promettre promis promet offrir offre offert donner donne confier adresse adresser"
    " rappeler allie allies fidele favorable favorables hostile hostiles destine destinee destinees destines"
    " avertissement garanties concessions preter livres livree livrees fournis fournies fournie envoi envois"
    " transfert transferts financements prets pret opposer opposent oppose opposait resister resiste resistent"
    " faite faites fait adressee adressees adresses accordee accordees accordes octroyee donnee donnees donnes"
    " reserver reserve reservera"
    " promise promises vendue vendues vendus offerte offertes offerts envoyee envoyees envoyes cedes cedees confie"
    " imposee destines demandee demandees demandes posees reprochee reproches"
)
# What is handed over in a town as often as to a state …
HANDED_OVER = words(
    "livrer livre livrent fournir fournit fourni vendre vend vendu vendue vendues vendus offrir offre offert offerte"
    " offertes offerts donner donne donnee donnees donnes preter sent supply supplied deliver delivered sell"
)
# … and what only states are given.
ARMS = words(
    "armes arme missiles missile chars avions munitions obus drones systemes batteries batterie blindes fregates"
    " fregate canons helicopteres radars rafale garanties soutien aide milliards millions assurances feu vert weapons"
    " tanks jets shells ammunition rockets billion million guarantees artillery aircraft patriot"
)
GIVEN_TO_EN = words(
    "support aid assistance help weapons arms deliveries message response supplied supply loyal ally sent"
    " deliver delivered allied close ultimatum shipments sales sell provide opposed"
)
BELONGS = words(
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
    " comportement agressivite provocation provocations craintes"
    " disponibilite determination attachement souhait souhaits"
    " ultimatum proposition propositions argument arguments ligne tropisme"
)
BELONGS_EN = words(
    "government regime authorities policy decision position ally allies support ambitions influence control"
    " interests leadership approval backing part side invasion aggression behaviour behavior"
    " stance demands refusal offer perspectives"
)
COMING = words("venu venue venus venues vient viennent viendra emane emanent emanant arrive arrivee arrives arrivees")
BOUND_WITH = words("pression pressions sanctions embargo influence")
TOWARDS = words(
    "invite inviter invitent invitant invita exhorte exhorter exhortent appelle appeler appellent accuse"
    " accuser accusent accusant soutenir soutient soutiennent soutenant menace menacer menacent menacant presse"
    " estimer surestimer"
    " presser pressent sanctionner sanctionne sanctionnent condamner condamne condamnent condamnant aider aide"
    " aident aidant armer arme arment rassurer rassure convaincre convainc contraindre contraint forcer force"
    " pousser pousse isoler isole dissuader dissuade defier defie provoquer provoque soupconner soupconne"
    " affaiblir affaiblit avertir avertit courtiser courtise inquieter inquiete irriter irrite agacer agace"
    " opposer oppose opposent impliquer associer urge urges urged accuses accused accusing support supports"
    " supported supporting invited invites inviting warn warns warned help helps helped helping arming pressure"
    " pressures pressured blame blames blamed sanctioning condemn condemned persuade convince forced deter"
    " threaten threatened urging telling tells told asked asks asking irked angered angers pressing pressed pushes"
    " pushed pushing lobby lobbied lobbying reminded reminds reassure reassured reassuring isolate isolated isolating"
    " menager menage menagent vise visent visait viser ciblait cible ciblent exasperer exaspere contrarier contrarie"
    " contrariait vexer vexe froisser froisse heurter heurte braquer braque brusquer embarrasser embarrasse"
    " embarrassait inquietait irritait agacait accusait fustiger fustige fustigeait critiquer critique critiquait"
    " denoncer denonce consulter consulte consultait prevenir previent informer informe informait solliciter"
    " sollicite sollicitait supplier implorer courtisait narguer nargue braver brave bravait seduire seduit"
    " tromper trompe lacher lache trahir trahit embarrassed embarrasses annoy annoys"
    " annoyed unsettle unsettled unsettles placate placated appease appeased defy defied defies court courted"
    " courting consult consulted inform informed antagonise antagonised antagonize antagonized provoke provoked"
    " infuriated alarmed admettre admet admis punir punit priver prive defier affronter affronte apaiser apaise"
)
PLACE_NOUNS = words(
    "streets airport mayor suburbs suburb metro embassy museum residents centre center outskirts stadium"
    " university hotel city old subway skyline red marathon police court"
)
ALLIANCES = words(
    "axe axis relations relation tandem couple dialogue tensions alliance partenariat duo crise front ligne"
)
# After these "vers Moscou" looks to a state: "les regards se tournent vers", "pivot towards".
TURNING = words(
    "tourne tournent tournait tournaient tourner tournee tourna tourneront regard regards penche penchent pencher"
    " bascule basculer basculait virage pivot inflechissement rapprochement yeux espoirs attentes ouverture signal"
    " signaux turn turns turned turning eyes look looks looked looking shift lean leans leaning gestes geste"
)
# "mal accueillie à Alger", "diversement appréciée à Paris": what a state thinks of it.
RECEIVED = words(
    "apprecie appreciee apprecies appreciees percu percue percus percues accueilli accueillie accueillis accueillies"
    " vu vue vus vues juge jugee redoute redoutee goute goutee ressenti ressentie interprete interpretee lu lue"
    " inquietude irritation agacement colere embarras consternation soulagement prudence mefiance satisfaction"
)
MANNERS = words("mal bien peu tres fort guere froidement fraichement diversement plutot moins")
PREPOSITIONS = (
    words(
        "a to au de d' of pour for sur on entre between in en dans vers near pres depuis from at sous chez hors"
        " devant jusqu'a via towards outside inside around over rejoindre quitter visiter gagner through into"
        " jusque derriere apres avant outre malgre comme dont"
    )
    | WITH
)
