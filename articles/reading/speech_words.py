"""Verbs and phrases of reported speech, French and English, as folded keys."""

from articles.reading.name_words import words

# Participles and finite forms that take spoken words as their object.
SPEECH_VERBS = words(
    "declare declaree declarait dit disait indique indiquait affirme affirmait ajoute ajoutait explique expliquait precise"
    " precisait souligne soulignait rappele rappelle rappelait insiste insistait estime estimait assure assurait annonce"
    " annoncait confie confiait lance lancait alerte alertait averti avertit repondu repond martele martelait conclu conclut"
    " poursuivi poursuit note notait observe observait reconnu reconnait admis admet prevenu previent promis promet"
    " deplore deplorait regrette regrettait denonce denoncait salue saluait resume resumait commente commentait ecrit"
    " ecrivait raconte racontait soutenu soutient juge jugeait fait confirme confirmait reitere reaffirme appele"
    " fustige fustigeait plaide ironise retorque replique tonne glisse justifie argumente declarent affirment disent"
    " declara affirma ajouta dira declarer affirmer temoigne temoignait detaille evoque evoquait relate cite"
    " relevait releve releve signale signalait mentionne interroge exhorte prone nuance tempere twitte tweete"
    " parle parlait parlent remarque renchérit rencherit pointe enfonce lache tranche critique avance considere plaisante jure"
    " said says told tells added adds stated states noted notes explained explains warned warns stressed stresses argued"
    " insisted insists announced declared declares remarked replied responded wrote writes tweeted posted continued"
    " concluded recalled emphasised emphasized underlined acknowledged admitted claimed vowed pledged urged quipped"
    " dijo afirmo declaro senalo anadio explico aseguro"
)
# "selon X", "d'après X", "according to X"
SOURCES = words("selon")
AUXILIARIES = words("a ont avait avaient aura est")
PRONOUNS = {
    "il": "m", "elle": "f", "he": "m", "she": "f",
}  # fmt: skip
