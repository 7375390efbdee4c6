"""Verbs and phrases of reported speech, French and English, as folded keys."""

from articles.reading.name_words import words

# Participles and finite forms that take spoken words as their object.
SPEECH_VERBS = words(
    "declare declaree declarait dit disait indique indiquait affirme affirmait ajoute ajoutait explique"
    " expliquait precise precisait souligne soulignait rappele rappelle rappelait insiste insistait estime"
    " estimait assure assurait annonce annoncait confie confiait lance lancait alerte alertait averti avertit"
    " repondu repond martele martelait conclu conclut poursuivi poursuit note notait observe observait reconnu"
    " reconnait admis admet prevenu previent promis promet deplore deplorait regrette regrettait denonce"
    " denoncait salue saluait resume resumait commente commentait ecrit ecrivait raconte racontait soutenu"
    " soutient juge jugeait fait confirme confirmait reitere reaffirme appele fustige fustigeait plaide ironise"
    " retorque replique tonne glisse justifie argumente declarent affirment disent declara affirma ajouta dira"
    " declarer affirmer temoigne temoignait detaille evoque evoquait relate cite relevait releve signale"
    " signalait mentionne interroge exhorte prone nuance tempere twitte tweete parle parlait parlent repete"
    " repetait reclame reclamait exige exigeait demande demandait remarque renchérit rencherit pointe enfonce"
    " lache tranche critique avance considere plaisante jure said says told tells added adds stated states noted"
    " notes explained explains warned warns stressed stresses argued insisted insists announced declared"
    " declares remarked replied responded wrote writes tweeted posted continued concluded recalled emphasised"
    " emphasized underlined acknowledged admitted claimed vowed pledged urged quipped dijo afirmo declaro senalo"
    " anadio explico aseguro"
)
# "s'est exclamé X"
REFLEXIVES = words(
    "exclame exclamee insurge insurgee felicite felicitee interroge interrogee emporte rejoui rejouie amuse"
    " indigne agace defendu etonne etonnee inquiete enthousiasme souvenu"
)
# "selon X", "d'après X", "according to X"
SOURCES = words("selon")
AUXILIARIES = words("a ont avait avaient aura est")
PRONOUNS = {
    "il": "m", "elle": "f", "he": "m", "she": "f",
}  # fmt: skip

# Before a title the marks quote nobody: "le rapport intitulé « … »".
TITLED = words(
    "intitule intitulee intitules baptise baptisee nomme nommee denomme denommee dit dite theme themes slogan"
    " titre livre ouvrage film rapport album chanson roman exposition programme projet operation exercice"
    " journal revue article titled entitled named dubbed called book report exhibition song documentaire devise"
)
GERUNDS = words(
    "citant evoquant saluant soulignant ajoutant precisant denoncant estimant appelant rappelant affirmant"
    " declarant indiquant disant promettant assurant jugeant martelant deplorant regrettant reconnaissant"
    " insistant expliquant annoncant qualifiant accusant avertissant exhortant repetant plaidant reaffirmant"
    " vantant fustigeant concluant saying adding calling noting warning stressing telling describing insisting"
    " citing denouncing"
)
OTHER_CLAUSE = words("qui que qu' dont alors tandis lorsque quand which who that while when whose")
INFINITIVES = words(
    "preciser ajouter souligner rappeler indiquer affirmer declarer dire conclure insister expliquer estimer"
    " assurer annoncer lancer denoncer regretter deplorer reconnaitre avertir add say stress warn promettre"
)
