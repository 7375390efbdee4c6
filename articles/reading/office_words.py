"""The vocabulary of public posts: French and English, and the usual posts in Spanish, German and Italian.

All words are folded keys.
"""

from articles.reading.name_words import words


def _joined(beginnings: str, heads: str) -> frozenset[str]:
    return frozenset(beginning + head for beginning in beginnings.split() for head in heads.split())


# A post whose title alone makes its holder an official …
PUBLIC_HEADS = words(
    "whip ministre chancelier chanceliere roi reine emir sultan prince princesse khedive ambassadeur ambassadrice"
    " consul consule senateur senatrice depute deputee eurodepute eurodeputee maire prefet prefete wali"
    " parlementaire charge chargee general generale amiral amirale colonel colonelle marechal capitaine commissaire"
    " procureur procureure gouverneur gouverneure pape vizir minister chancellor king queen ambassador senator"
    " congressman congresswoman mayor governor premier speaker commissioner admiral marshal captain brigadier"
    " undersecretary mp mep lawmaker prosecutor taoiseach tanaiste bourgmestre nonce regent regente gen adm col amb"
    " gov sen congressperson assemblyman assemblywoman councillor councilman councilwoman councilor alderman"
    " hakem diplomat diplomate"
    " viceroy sheriff ministra ministro embajador embajadora canciller diputado diputada senador senadora alcalde"
    " alcaldesa gobernador gobernadora eurodiputado eurodiputada almirante coronel mariscal rey reina deputato"
    " deputata senatore senatrice sindaco ambasciatore ambasciatrice ammiraglio generale colonnello cancelliere"
    " minister ministerin aussenminister aussenministerin verteidigungsminister verteidigungsministerin"
    " innenminister innenministerin finanzminister finanzministerin staatsminister staatsministerin"
    " ministerprasident ministerprasidentin premierminister premierministerin regierungschef regierungschefin"
    " staatschef bundeskanzler bundeskanzlerin kanzler kanzlerin bundesprasident aussenbeauftragte"
    " aussenbeauftragter abgeordnete abgeordneter botschafter botschafterin generalinspekteur generalleutnant"
    " generalmajor brigadegeneral oberst konteradmiral vizeadmiral kapitan burgermeister burgermeisterin"
    " oberburgermeister wehrbeauftragte senatorin staatssekretar staatssekretarin konig konigin premierministro"
    " governatore deputado embaixador embaixadora prefeito chanceler vicepremier vicepresidente vicepresidenta"
    " viceministro viceministra sottosegretario sottosegretaria subsecretario subsecretaria prefetto questore"
    " procuratore procuratrice commissario comisario comisaria tenente colonnello teniente fiscal gobernante"
    " vizekanzler vizekanzlerin vizeprasident vizeprasidentin landrat ministra"
)
# … one that also exists in companies, clubs and parties, and needs its institution to tell …
OPEN_HEADS = words(
    "president presidente secretaire directeur directrice chef cheffe commandant commandante representant"
    " representante envoye envoyee conseiller conseillere parole delegue deleguee responsable coordinateur"
    " coordinatrice patron patronne inspecteur inspectrice attache attachee rapporteur rapporteuse adjoint"
    " adjointe administrateur administratrice dirigeant dirigeante officier sherpa numero"
    " leader chairman chairwoman chair chairperson secretary director head chief commander representative envoy"
    " adviser advisor spokesman spokeswoman spokesperson coordinator officer inspector delegate presidenta"
    " lieutenant major sergeant sergent adjudant judge juge mediateur mediatrice ombudsman emissaire presidente"
    " secretario secretaria portavoz jefe jefa comandante director directora representante enviado enviada"
    " segretario segretaria portavoce capo comandante direttore direttrice prasident prasidentin"
    " generalsekretar generalsekretarin sprecher sprecherin chefin kommandeur direktor vorsitzender vorsitzende"
    " beauftragter beauftragte rep inviato inviata rappresentante consigliere consigliera delegato delegata delegado"
    " delegada consejero consejera gesandter gesandte sondergesandter sonderbeauftragter sonderbeauftragte"
    " referente vertreter vertreterin berater beraterin membre member miembro mitglied membro"
)
# … and one that is no public post at all.
PRIVATE_HEADS = words(
    "chercheur chercheuse professeur professeure analyste expert experte journaliste historien historienne"
    " politologue economiste avocat avocate militant militante activiste ecrivain ecrivaine enseignant"
    " enseignante pdg entrepreneur sociologue specialiste joueur joueuse entraineur entraineuse acteur actrice"
    " chanteur chanteuse fondateur fondatrice candidat candidate opposant opposante auteur auteure autrice"
    " correspondant correspondante consultant consultante editorialiste cofondateur cofondatrice geopolitologue"
    " medecin habitant habitante temoin temoins etudiant etudiante researcher professor analyst journalist"
    " lawyer fellow author economist historian founder ceo coach activist reporter correspondent editor writer"
    " scholar strategist resident student player striker opposition cofounder blogger columnist scientist"
    " engineer periodista analista investigador investigadora profesor profesora experto experta activista abogado"
    " abogada opositor opositora jugador forscher forscherin expertin journalistin historiker historikerin politologin"
    " spieler giornalista ricercatore ricercatrice professore professoressa attivista"
)
# Titles that sport has, too.
PLAYED = words("capitaine captain kapitan president presidente presidenta general generale major commandant director")
COLLEAGUES = words("collegue colleague colega collega colleghi kollege kollegin")
# Posts that are of the kind of another that the text has named.
COUNTERPARTS = COLLEAGUES | words("homologue counterpart amtskollege amtskollegin omologo omologa homologo homologa")
# A member of these holds a public office, one of other bodies need not.
MEMBERS = words("membre member miembro mitglied membro")
MEMBERS_OF = words(
    "presidence presidency presidentiel presidential gouvernement government cabinet parlement parliament assemblee"
    " assembly senat senate congress congres bundestag bundesrat knesset douma duma presidenza governo parlamento"
    " parliamentary parlementaire gobierno congreso junte regierung majlis tetrarchie directoire"
)
# German joins the portfolio to the head: "Justizministerin", "Kremlsprecher", "Generalstabschef".
PUBLIC_HEADS |= _joined(
    "verteidigungs aussen innen finanz wirtschafts justiz gesundheits verkehrs umwelt energie bildungs landwirtschafts"
    " arbeits familien kultur bau forschungs digital entwicklungs europa kriegs sozial agrar sport",
    "minister ministerin",
)
PUBLIC_HEADS |= _joined("regierungs kreml ministeriums armee militar bundeswehr nato", "sprecher sprecherin")
PUBLIC_HEADS |= _joined("armee generalstabs geheimdienst marine luftwaffen heeres kabinetts nato", "chef chefin")
PUBLIC_HEADS |= _joined("parlaments bundestags kommissions rats us landtags", "prasident prasidentin")
PUBLIC_HEADS |= _joined("eu un menschenrechts", "kommissar kommissarin")
HEADS = PUBLIC_HEADS | OPEN_HEADS | PRIVATE_HEADS | COUNTERPARTS
MILITARY = words(
    "general generale amiral amirale colonel colonelle marechal capitaine commandant lieutenant gen adm col lt"
    " maj brig admiral marshal captain brigadier major cdt cne cap capt gal cmdr commander sergeant sergent"
    " adjudant adjudante lieutenante commandante"
)
# "the Foreign Minister H.E. Mr. X"; small letters would be a pronoun
SHORT_STYLES = frozenset({"H.E.", "H.E", "HE", "H.R.H.", "HRH", "H.M.", "H.H."})
# What may stand between a rank and the name: "général de corps d'armée aérien", "vice-amiral d'escadre".
RANK_COMPLEMENTS = words(
    "de d' corps armee division brigade escadre aerien aerienne major vaisseau fregate corvette general gen col"
    " lt adm air marine ( 2s ) lieutenant lieutenante sous chef . - vice rear contre admiral brigadier maj"
)
CIVILITIES = words(
    "m mm mme mmes mlle monsieur madame mr mrs ms sir lord lady dr docteur maitre me cheikh sheikh cheik sm sar"
    " se sem excellence majeste altesse eminence hon dame don dona sr sra pr prof baron baronne comte sidi"
    " moulay"
)

# Institutions that make an open post public …
PUBLIC_WORDS = words(
    "ambassade embassy republique etat senat assemblee parlement conseil commission comite gouvernement"
    " ministere ministeres defense diplomatie marine armee armees forces police gendarmerie region wilaya cour"
    " agence centrale transition junte presidence chambre diete bundestag knesset douma duma eurocorps otan onu"
    " nations unies securite interieur justice affaires armement renseignement renseignements douanes tresor"
    " cabinet premier ministre mission operation division republiques executif legislatif nation peuple majlis"
    " presidential presidentiel presidentielle"
    " choura constitutionnelle republic state senate assembly parliament council government ministry defence"
    " army navy force staff joint chiefs foreign affairs security national military allied house congress"
    " operations commons pentagon white interior treasury intelligence fleet corps command court supreme homeland"
    " esercito stato ministero esteri difesa consiglio governo senato camera parlamento marina aeronautica farnesina"
    " quirinale missione forze estado gobierno ministerio exteriores defensa ejercito armada fuerzas seguridad"
    " consejo congreso senado casa mision amtes amts bundeswehr bundesregierung regierung ministeriums ministerium"
    " verteidigungsministeriums aussenministeriums generalstabs streitkrafte heeres kreml kremls cremlino"
    " far dgsi dgse dgsn dgst dgss fsb gru cia fbi bnd mossad idf tsahal"
    " permanent permanente commandement flotte groupement brigade regiment bataillon escadron wilayas province"
    " district federal federale legionnaire europe european europeen europeenne peninsule naval navale aerienne terre"
    " air"
)
# … and those that make it private, whatever else is said.
PRIVATE_WORDS = words(
    "parti club federation societe groupe entreprise institut centre universite think tank fondation ong"
    " association syndicat observatoire recherche recherches media journal redaction chaine radio television"
    " hopital ecole programme startup filiale banque medef usine chantiers industries party company institute"
    " university foundation research ngo newspaper bank group studies program college school firm industry business"
    " corporation league football olympique lobby campagne campaign laboratoire collectif mouvement movement"
    " opposition front rassemblement hezbollah hamas fetes jumelage interprofessionnel interprofessionnelle"
    " riverains quartier commercants agriculteurs eleveurs parents copropriete locataires supporters amicale"
    " cooperative mutuelle editions maison production productions casting concours festival jury tribune sarl"
    " restaurant hotel empresa sociedad asociacion equipo unternehmen verein konzern instituto universidad"
    " universitat fondazione"
)
# Words that end an office's complement: what follows is another clause.
CLAUSE_WORDS = words(
    "a ont est sont etait etaient avait avaient sera seront serait aura aurait ete va vont qui que qu' dont ou"
    " lors avec contre selon par dans entre sans vers chez sous pendant depuis apres avant lorsque quand mais"
    " afin ce cette ne n' se s' il elle ils elles on y lui leur puis ainsi notamment comme hier jeudi lundi"
    " mardi mercredi vendredi samedi dimanche alors doit peut veut pourrait devrait fait dit rencontre recoit"
    " accuse invite remercie salue felicite nomme remplace visite annonce declare estime souhaite appelle"
    " affirme assure indique rappelle souligne explique precise ajoute accueille recu rencontrait rencontrera"
    " recevra effectue effectuera effectuait juge has have had is was were be been will would said says told met"
    " meets who whom which that with by against after before when while as during from at in his her its their"
    " not it he she they but also monday tuesday wednesday thursday friday saturday sunday announced called"
    " warned added welcomed arrived visited dijo afirmo declaro aseguro explico senalo recibio visito pidio quien con"
    " por segun ha han fue fueron tras sagte erklarte ist hat war wird wurde mit bei nach gegen traf empfing detto"
)
# English titles are read word by word to the left of a name; only these belong to them.
ENGLISH_TITLE_WORDS = HEADS | words(
    "republic kingdom federation commonwealth"
    " foreign defence defense interior finance justice prime deputy vice acting interim former ex late first second"
    " assistant permanent special high joint staff chiefs of the for and to army navy naval air force marine corps"
    " state external affairs security national military committee council european commission union parliament"
    " house senate general lt maj brig sir dr mr mrs ms lord supreme allied forces europe public policy relations"
    " cooperation development home trade energy health 's . - under outgoing incoming new newly appointed elected"
    " then crown political armed services agency intelligence affairs' country's minister's elect designate d'"
    " at north atlantic alliance"
    " affaires affaire homeland veterans commerce treasury labour labor culture education environment agriculture"
    " chancellor's lady shadow chamber federal ministry department office embassy presidency kremlin pentagon"
    " cabinet principal industrialization industrialisation industry investments cooperatives tourism lands water"
    " roads mining fisheries planning devolution infrastructure climate global presidential government administration"
    " middle near east eastern south southern western africa african asia asian gulf sahel indo pacific mediterranean"
    " maghreb hemisphere press"
    " ranking customs border coast guard retired union's alliance's bloc's kingdom's white"
)
# Capitalised words of institutions: no part of a person's name.
INSTITUTIONS = (
    words(
        "defense affaires interieur armees armee justice etat senat nation nations finances economie transition"
        " union europe commission conseil comite assemblee parlement republique ministere ministre premier premiere"
        " vaisseau fregate corvette escadre escadron north atlantic"
        " majesty highness excellency mesdames messieurs brigade corps squadron battalion regiment signal"
        " president presidente secretaire general directeur division sante education environnement energie"
        " transport transports cooperation francophonie gouvernement mission force forces marine terre air police"
        " gendarmerie agence cour organisation organization alliance ligue groupe fonds banque institut centre"
        " universite ecole fondation forum sommet conference dialogue accord traite plan operation exercice hub"
        " initiative declaration concept charte statut code loi journee semaine maison palais hotel place rue"
        " avenue boulevard aeroport port base camp chef cheffe defence foreign affairs minister secretary prime"
        " deputy vice chief staff joint council committee parliament house senate ministry department state army"
        " navy corps office agency court command european security national international nato otan onu ue un eu us"
        " uk war treasury pentagon kremlin interieure exterieur exterieures relations peche peches agriculture"
        " industrie commerce tourisme culture jeunesse sports travail logement numerique budget planification eau"
        " hydraulique mines petrole monsieur madame m mm mme mlle mr mrs ms dr sir lord lady excellence majeste"
        " altesse saint sainte afrique asie amerique orient occident maghreb sahel golfe mediterranee sud nord est"
        " ouest moyen pacifique atlantique balkans caucase occidentale centrale securite cooperative politique"
        " strategique internationale nationale social sociale solidarite travaux publics publique developpement"
        " rural finance ministers ministres presidents chefs leaders allied powers supreme high press presse news"
        " media radio tv television times post daily journal gazette tribune telegraph reuters afp aps map"
        " bloomberg agencia quotidien lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday"
        " thursday friday saturday sunday january february june july september october november december allies"
        " allie alliee gen lt adm col maj brig capt cdt amb se sem sm douane douanes ambassade embassy embassies"
        " consulate consulat garde gardes administration government africa middle east hemisphere assembly"
        " assemblies secretariat directorate headquarters inspectorate intelligence"
        " congress congres democratic party parti coalition mouvement movement"
        " protection territoire communaute chambre tribunal diplomatie sante economy trade energy health education"
        " environment labour labor culture mining maritime tourism fisheries industry housing welfare youth sports"
        " transport works planning water lands sea ocean gulf strait straits street valley desert islands isles"
        " peninsula ocean mer detroit fleuve ile iles presqu'ile gobierno ministerio republica ejercito parlamento"
        " consejo governo ministero repubblica esercito consiglio regierung bundesregierung bundeswehr ministerium"
        " verteidigungsministerium bundestag republic kingdom federation confederation commonwealth emirate emirates"
        " principality royaume principaute emirat emirats difesa esteri interni interno giustizia finanze camera stato"
        " maggiore governo tesoro affari ambasciata nazioni unite sicurezza marina aeronautica carabinieri polizia"
        " vigili questura ministeri parlamento presidenza defensa exteriores interior asuntos hacienda fuerzas"
        " armadas gobierno seguridad estado mayor auswartiges auswartigen verteidigung bundesrat landtag"
    )
    | HEADS
)
PARTICLES = words(
    "de du d' des von van der den ten ter la le el al ar as ash ad an ben bin bint ibn ould mint abou abu dos"
    " da di del della zu y e ag agh oul af"
)

FORMER = words("ancien ancienne ex former feu defunt defunte late previous anciennement then retired")
LATE = words("feu feue defunt defunte late")
ACTING = words("interim interimaire acting")
DESIGNATED = words("futur future designe designee elu elue designate elect incoming nominee pressenti pressentie")
