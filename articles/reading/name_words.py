"""Words around the names of countries: what makes a city act as a state, and what makes a name somebody else's.

All of them are folded keys (see `articles.reading.tokens.fold`) unless said otherwise.
"""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split(";"))


# --- phrases that hold a country's name and name no country, or not that one (as written)
TRAPS = phrases(
    """
    golfe de Guinée; Gulf of Guinea; golfe du Mexique; Gulf of Mexico; golfe d'Oman; mer d'Oman; Gulf of Oman;
    mer de Chine; mer de Chine méridionale; mer de Chine orientale; South China Sea; East China Sea; mer du
    Japon; Sea of Japan; océan Indien; Indian Ocean; lac Tchad; Lake Chad; fleuve Niger; delta du Niger; bassin
    du Niger; Niger Delta; fleuve Sénégal; fleuve Congo; bassin du Congo; Congo Basin; Congo belge; Belgian
    Congo; Congo français; Afrique occidentale française; Afrique équatoriale française; French West Africa;
    Indochine française; Algérie française; Somalie italienne; Empire britannique; British Empire; Empire russe;
    Russian Empire; Nouvelle-Angleterre; New England; Nouveau-Mexique; New Mexico; Nouvelle-Guinée; New Guinea;
    Nouvelle-Géorgie; Géorgie du Sud; South Georgia; Amérique latine; Amérique du Sud; Amérique du Nord;
    Amérique centrale; Latin America; South America; North America; Central America; Latin American; South
    American; North American; Central American; Native American; Native Americans; montagnes russes; poupées
    russes; roulette russe; tête de Turc; têtes de Turc; New York Times; Washington Post; Washington Times; Wall
    Street; Moscow Times; Jerusalem Post; Times of Israel; Kyiv Independent; Kyiv Post; Pékin Express; Radio
    France; Radio France Internationale; Agence France-Presse; Agence France Presse; Air France; Stade de
    France; Tour de France; Miss France; Collège de France; Île-de-France; Crédit suisse; Credit Suisse; Royal
    Air Maroc; Air Algérie; Air Sénégal; Air Canada; Air Mauritanie; Air Côte d'Ivoire; Air India; Voice of
    America; Bank of America; Captain America; Made in France; Panama Papers; Cuba libre; Voix de l'Amérique;
    Deutsche Welle; Real Madrid; Atlético de Madrid; Rome antique; Champs-Élysées; traité de Rome; traités de
    Rome; Treaty of Rome; convention de Vienne; conventions de Vienne; convention de Genève; Statut de Rome;
    Statut de Rome de la CPI; Rome Statute; Vienna Convention; traité de Washington; traité de Paris; accord de
    Paris; accords de Paris; Paris Agreement; Club de Paris; format Normandie; Black American; African American;
    African Americans; Paris Saint-Germain; Paris Match; Washington DC; Washington D.C.; English Channel; French
    Guiana Space Centre; Irish Sea; Persian Gulf;
    Autriche-Hongrie; Austria-Hungary; Nouvelle-France; Inde britannique; British India; Indes néerlandaises; Dutch
    East Indies; French Indochina; Soudan français; French Sudan; Guinée portugaise; Portuguese Guinea; Rhodésie du
    Nord; Rhodésie du Sud; Empire allemand; German Empire; Empire espagnol; Spanish Empire; Empire français; French
    Empire; Bank of China; Bank of Ireland; Bank of Scotland; Bank of Cyprus; Bank of Georgia; Bank of India; China
    Eastern; China Southern; China Airlines; Swiss Re; Swiss Life; encre de Chine; papier d'Arménie; cuir de Russie;
    point d'Angleterre; India Today; Japan Airlines; Korean Air; Little Italy; Little Egypt; Petite Italie;
    Austria Vienne; Austria Wien; Austria Vienna; Ouest-France; France insoumise
    """
)

# A joined prefix names a country ("franco-allemand"); the word after it must be an adjective.
PREFIXES = {
    "franco": "FR", "germano": "DE", "russo": "RU", "sino": "CN", "americano": "US", "hispano": "ES", "italo": "IT",
    "turco": "TR", "israelo": "IL", "irano": "IR", "nippo": "JP", "anglo": "GB", "britannico": "GB", "belgo": "BE",
    "greco": "GR", "helleno": "GR", "algero": "DZ", "maroco": "MA", "tuniso": "TN", "polono": "PL", "ukraino": "UA",
    "syro": "SY", "libano": "LB", "saoudo": "SA", "palestino": "PS", "canado": "CA", "indo": "IN", "egypto": "EG",
    "luso": "PT", "mauritano": "MR", "senegalo": "SN", "malo": "ML", "libyo": "LY", "irako": "IQ", "armeno": "AM",
    "georgio": "GE", "serbo": "RS", "suedo": "SE", "finno": "FI", "afghano": "AF", "pakistano": "PK",
    "austro": "AT", "helvetico": "CH", "soudano": "SD", "tchado": "TD", "nigero": "NE", "ivoiro": "CI",
    "rwando": "RW", "congolo": "", "jordano": "JO", "qataro": "QA", "emirato": "AE", "cubano": "CU",
    "roumano": "RO", "bulgaro": "BG", "hungaro": "HU", "lituano": "LT", "norvego": "NO", "dano": "DK",
    "coreano": "", "arabo": "",
}  # fmt: skip
# … but not before these ("gréco-romain", "anglo-saxon", "indo-pacifique", "indo-européen").
NO_ADJECTIVE = words("romain romaine romains romaines saxon saxonne saxons saxonnes pacifique pacific europeen")

# English people whose name is no regular plural of the adjective.
PEOPLES = {
    "ES": "Spaniard Spaniards", "PL": "Poles", "TR": "Turk Turks", "DK": "Dane Danes", "SE": "Swede Swedes",
    "FI": "Finns", "GB": "Briton Britons Scots Englishmen Welshmen", "FR": "Frenchman Frenchmen",
    "NL": "Dutchman Dutchmen",
    "IE": "Irishman Irishmen", "RS": "Serb Serbs", "HR": "Croat Croats", "GR": "Greek Greeks", "IS": "Icelanders",
    "BG": "Bulgars", "PH": "Filipinos", "SA": "Saudis", "NZ": "Kiwis",
}  # fmt: skip

# Lower-case English words that are adjectives of countries only when capitalised.
ENGLISH_WORDS = words("polish swiss thai greenlandic central")
# Acronyms that are common words, so that "Shape" or, in a headline in capitals, "WHO" says nothing.
ACRONYM_WORDS = words("shape quad who us it is as can au un eu ami fin las cis ice aes pic")

# --- who stands around a name
NUMERALS = words("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")  # of monarchs and popes
FUNCTION_WORDS = words(
    "le la les l' un une des du de d' au aux en et ou mais or ni car donc a dans par pour sur sous avec sans"
    " vers chez entre contre selon depuis pendant avant apres si que qu' qui quand comme lorsque lorsqu' puisque"
    " quant dont ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes tout toute tous toutes"
    " celui celle ceux celles"
    " outre face malgre hors pres loin hier demain aujourd' ainsi alors aussi cependant toutefois pourtant enfin"
    " ensuite puis deja ici il elle ils elles on nous vous je tu se s' ne n' y c' j' m' t' jusqu' jusque via"
    " dixit cote parce tant mieux the an of in at to from by with for and but nor as if when while that which"
    " who whose this these those its their his her our my your into over under after before since until against"
    " between among about like than both not no yes all some any each every more most many few such only also"
    " however meanwhile yet still then there here why how what where will would can could may might should has"
    " have had is are was were be been he she it they we you i amid despite during within without across through"
    " toward towards around near el los las del al o con por para sin sobre segun"
)
# Capitalised nouns that go before a country's name and leave it one ("Sommet États-Unis – Afrique").
GENERIC_NOUNS = words(
    "sommet summit conseil council forum dialogue commission partenariat partnership accord agreement groupe"
    " group contact mission operation task force dossier guerre war conflit conflict crise crisis sommets"
    " coalition fonds fund initiative relations axe frontiere front cooperation traite treaty comite committee"
    " plan direct tribune analyse invade support help defend arm back free allied exercice exercise gouvernement"
    " government republique republic islamique grande grand greater northern southern eastern western nord sud"
    " est ouest central centre president minister ministre premier prime foreign defence defense king roi queen"
    " reine federation etat state"
)
# Words that make a company, a club, a paper or a broadcaster of the name before them.
BRAND_WORDS = words(
    "airlines airways airline express telecom telecoms televisions television tele tv inter info infos culture"
    " bleu musique travail today times post daily herald star gazette tribune independent mobile petroleum oil"
    " gas bank banque banking energy energies steel motors railways railroad open cup united city fc rugby"
    " football basket numerique matin soir hebdo presse press news media radio papers galop strategie assureurs"
    " insoumise hilton match review journal chronicle observer eagle bancorp holdings jeunes unbowed ecologie"
    " terre nature victoires musiques masters tobacco cola fries toast curry mist"
)
SHIP_WORDS = words(
    "fregate fregates corvette destroyer croiseur croiseurs patrouilleur navire vaisseau batiment paquebot"
    " petrolier cargo chalutier ravitailleur hms uss rfa hmcs hmas frigate cruiser carrier submarine tanker"
    " ferry vessel yacht voilier marin avions helicopteres"
)
REGIONS = words(
    "afrique africa europe asie asia amerique maghreb sahel golfe gulf pacifique pacific mediterranee balkans"
    " caucase celac asean afro orient ligue afriques eurasie arctique baltique benelux taiwan gaza otan nato ue"
    " eu onu"
)
NATION_PREFIXES = words("pro anti ex non post pre inter trans mini hors sud nord ouest est")
LATIN = words("sud nord latino ibero centre centro pan south north latin central")  # "sud-américain" is not the US

# --- languages: "en français", "parler russe", "in French"
SPEAK = words("parler parle parlent parlait parlant parles apprendre apprend enseigner traduit traduite traduits")
LANGUAGE_NOUNS = words("langue langues cours lecons professeur professeurs version traduction accent mots locuteurs")
ENGLISH_SPEAK = words("speak speaks speaking spoke spoken learn learns learning teach fluent translated")

# --- what settles a name that is a place of its own elsewhere, by country: in the text, for or against
EVIDENCE = {
    "GE": words(
        "tbilissi tbilisi georgien georgienne georgiens georgiennes georgian georgians caucase caucasus ossetie"
        " abkhazie abkhazia ossetia batoumi batumi saakachvili ivanichvili kobakhidze zourabichvili"
    ),
    "CD": words(
        "rdc drc kinshasa goma kivu m23 tshisekedi fardc ituri bukavu monusco kabila katanga lubumbashi"
    ),
    "CG": words("brazzaville sassou nguesso"),
    "MU": words("mauricien mauricienne mauriciens chagos mauritius"),
    "JO": words("jordanie jordanien jordanienne amman jordanian jordanians hashemite abdullah aqaba"),
    "TD": words("tchad tchadien ndjamena n'djamena chadian chadians deby sahel djamena"),
    "DO": words("dominicaine republique santo"),
    "DM": words("roseau dominiquais dominica"),
    "GD": words("grenadian grenadien caraibes caricom"),
    "US": words("americain americaine americains usa trump biden pentagone"),
}  # fmt: skip
AGAINST = {
    "GE": words(
        "atlanta savannah floride florida alabama caroline carolina tennessee arizona michigan nevada wisconsin"
        " pennsylvanie pennsylvania comte county senateur senator gouverneur governor"
    ),
}  # fmt: skip
# A given name far more often than a country: only evidence makes it one.
FIRST_NAMES = words("maurice")
# These forms need the article that the country takes in French ("la Grenade", "la Dominique").
ARTICLE_NEEDED = words("grenade dominique amerique")
