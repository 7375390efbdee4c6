"""Papers, stations and sites whose names say of themselves neither "Times" nor "Journal": known by name alone."""

_NAMES = """
Le Télégramme | Le Monde | Le Figaro | Les Echos | Les Échos | La Croix | L'Express | L’Express | L'Opinion
L’Opinion | Le Parisien | Le Point | L'Obs | L’Obs | Le Soir | La Libre | La Libre Belgique | Le Temps | Le Devoir
La Presse | Le Progrès | Le Dauphiné libéré | L'Est Républicain | franceinfo | france info | francetv info
Mediapart | Libération | HuffPost | Le HuffPost | 20 Minutes | CNews | BFMTV | BFM | LCI | TF1 | TF1 Info | M6
M6 Info | RMC | RMC Sport | Europe 1 | France Culture | France Inter | France Bleu | TV5Monde | TV5MONDE | ARTE
Acteurs publics | Ouest-France | Midi Libre | Nice-Matin | Var-Matin | Corse-Matin | La Voix du Nord
Paris-Normandie | Presse-Océan | Vosges Matin | DNA | Reporterre | Opex360 | Opex 360 | Zone Militaire
Mer et Marine | Bruxelles2 | Meta-Defense | Forces Operations Blog | Air & Cosmos | Air et Cosmos | RTBF | RTL
RTL Info | VRT | VRT NWS | De Standaard | De Morgen | Het Laatste Nieuws | DH Les Sports | Sudinfo | SudPresse
RTS | SRF | RSI | NZZ | Swissinfo | swissinfo.ch | Heidi.news | Arcinfo | Blick | 24 heures | Hespress | Le360
Yabiladi | TelQuel | Bladi | Hibapress | Barlamane | Kapitalis | Mosaïque FM | Shems FM | Webdo | Nawaat
Tunisie Numérique | Algérie360 | TSA | El Watan | El Khabar | Echorouk | Cridem | CRIDEM | Alakhbar | ALAKHBAR
Sahara Médias | Seneweb | Dakaractu | DakarActu | PressAfrik | Maliweb | Malijet | Bamada | Studio Tamani
Burkina24 | LeFaso | Lefaso.net | Abidjan.net | Fraternité Matin | Koaci | KOACI | ActuNiger | Tchadinfos | APAnews
Financial Afrik | Wakat Séra | Sidwaya | Camer.be | Digital Congo | Radio Okapi | NPR | PBS | NBC | NBC News
ABC News | CBS News | Fox News | MSNBC | Axios | Semafor | Newsweek | Bellingcat | Janes | Jane's | Jane’s
Defense One | Stars and Stripes | VOA | RFE/RL | RFERL | ITV | ITV News | Sky News | Channel 4 | Euronews
Euractiv | EUobserver | bne IntelliNews | Eurasianet | OC Media | JAMnews | Civil.ge | Agenda.ge | Meduza
Kommersant | Izvestia | Vedomosti | Rossiyskaya Gazeta | Novaya Gazeta | Suspilne | UNIAN | UNN | Ukrainska Pravda
Ukrayinska Pravda | Interfax-Ukraine | Moldpres | MOLDPRES | IPN | Infotag | Armenpress | ARMENPRESS | Azertac
AZERTAC | Report.az | Kazinform | Montsame | Novinite | Digi24 | HotNews | G4Media | ERR | LRT | LSM | Delfi
Postimees | Yle | YLE | NRK | SVT | TV2 | Politiken | Aftonbladet | Expressen | Dagens Nyheter | Aftenposten | Onet
Gazeta Wyborcza | Rzeczpospolita | TVP | TVN24 | Defence24 | N1 | Tanjug | Hina | FENA | SRNA | Kathimerini
Haaretz | Ynet | i24NEWS | Hürriyet | Hurriyet | Milliyet | Cumhuriyet | TRT | TRT World | Al-Monitor | Al-Ahram
Ahram Online | Asharq Al-Awsat | Asharq Al Awsat | Rudaw | Kurdistan24 | RTVE | RTVE.es | TVE | Cadena SER
Onda Cero | laSexta | Antena 3 | Telecinco | ABC | Infodefensa | Infobae | elDiario.es | TV3 | Rai | RAI | RaiNews
Rai News | la Repubblica | La Repubblica | La Stampa | Il Foglio | Il Post | Avvenire | Il Sole 24 Ore | AGI
Der Spiegel | DER SPIEGEL | Spiegel | Die Zeit | DIE ZEIT | Die Welt | WELT | FAZ | Tagesschau | ZDF | ARD | taz
Süddeutsche | n-tv | ORF | Der Standard | Kleine Zeitung | POLITICO | Politico | The New York Times
The Washington Post | The Wall Street Journal | Financial Times | The Economist | The Guardian | The Telegraph
The Independent | El País | EL PAÍS | El Mundo | EL MUNDO | La Vanguardia | La Razón | El Confidencial
Courrier international | Le Journal du Dimanche | L'Humanité | L’Humanité | Valeurs actuelles | Jeune Afrique
ONU Info | UN News | Noticias ONU
"""

KNOWN_HOUSES = frozenset(name.strip() for line in _NAMES.split("\n") for name in line.split("|") if name.strip())
