"""Verbs and phrases of reported speech, French and English, as folded keys; regular verbs are given by their stems."""

from articles.reading.name_words import words

_FRENCH_ER = words(
    "accus admonest affirm agac ajout alert amus annonc appuy argument argu articul assen assur avanc avou badin balay"
    " bougonn cing claironn clam clarifi comment compar conced condamn confess confi confirm consider"
    " constat conseill critiqu declar demand denonc deplor detaill diagnostiqu enfonc enonc"
    " ergot estim etonn evoqu exhort exig expliqu explos exult felicit fulmin fustig glaps gliss grommel grond"
    " hasard indiqu ignor indign insist insurg interpell interrog invoqu ironis jubil jug juge justifi lach lament"
    " lanc martel mentionn minimis murmur moqu not nuanc object observ ordonn parl pest plaid plaisant"
    " point pouff precis proclam profess pron propos protest racont raill rajout rappel"
    " rappell rassur reaffirm recapitul reclam recommand recus redout reformul refut regrett reiter relat"
    " relativis relev remarqu remerci repet repliqu reproch resum retorqu revendiqu revel ricann rigol salu"
    " savour scand siffl signal souffl soulign soupir specul sugger suppli susurr tacl"
    " temoign temper tempet tonn tranch trepign tweet twitt vant vocifer enumer eruct exclam"
)
_FRENCH_ENDINGS = ("e", "ent", "ait", "eait", "aient", "a", "erent", "era", "eront", "erait")  # "exigeait" as well
# Stems that also make common nouns or other words in these forms; what remains are listed below.
_NO_FORMS = words(
    "consola dout doute doutent loua loue louent note notent nota menace menacent condamne ignore ignorent"
    " compare comparent opposent critique salua demande parle interpellent propose proposent"
)
_FRENCH_OTHER = words(
    "dit dite dites disent disait disaient dira diront redit predit averti avertie avertit avertissait repondu repond"
    " repondait repondent conclu conclut concluait poursuivi poursuit poursuivait reconnu reconnait reconnaissait"
    " admis admet admettait prevenu previent prevenait promis promet promettait ecrit ecrivait soutenu soutient"
    " soutenait maintient maintenait maintenu convient convenait convenu fait declarer affirmer rencherit rencheri"
    " resume plaisante sourit souriait predisait contredit garantit garantissait reagit"
    " reagissait compatit fremit rugit gemit glapit note notait demande critique parle repete releve cede concede"
    " appele appelle appelait cite jure jurait declaree suggere repetait sermonne tempere soupire emet admettent"
    " promettent"
)
# Participles and finite forms that take spoken words as their object.
SPEECH_VERBS = (
    frozenset(stem + ending for stem in _FRENCH_ER for ending in _FRENCH_ENDINGS) - _NO_FORMS
    | _FRENCH_OTHER
    | words(
        "say said says told tells added adds stated states noted notes explained explains warned warns stressed"
        " stresses argued argues insisted insists announced announces declared declares remarked replied replies"
        " responded wrote writes tweeted posted continued concluded recalled recalls emphasised emphasized underlined"
        " acknowledged admitted admits claimed claims vowed vows pledged pledges urged urges quipped joked conceded"
        " concedes cautioned cautions asserted asserts asked asks mused sighed lamented boasted predicted predicts"
        " suggested suggests observed reiterated repeated reported testified complained countered retorted recounted"
        " reaffirmed affirmed commented"
        " recounts dijo afirmo declaro senalo anadio explico aseguro preciso subrayo recordo advirtio insistio indico"
        # Spanish, Italian and German
        " espresso expresado"
        " agrego manifesto sostuvo reitero destaco expreso apunto admitio reconocio detallo matizo concluyo lamento"
        " denuncio prometio dicho afirmado declarado senalado anadido explicado asegurado subrayado recordado"
        " advertido insistido indicado afirma senala anade explica asegura subraya advierte"
        " detto dichiarato affermato spiegato aggiunto sottolineato ribadito avvertito ricordato scritto osservato"
        " precisato annunciato afferma spiega aggiunge sottolinea ribadisce ricorda scrive"
        " sagte erklarte betonte nannte meinte warnte forderte kritisierte schrieb bezeichnete lobte"
        " erganzte versicherte unterstrich sagt erklart betont warnt fordert gesagt mitgeteilt"
    )
)
# "s'est exclamé X", "se souvient X"
REFLEXIVES = words(
    "exclame exclamee insurge insurgee felicite felicitee interroge interrogee emporte emportee rejoui rejouie rejouit"
    " amuse amusee indigne indignee agace agacee defendu defendue defend etonne etonnee inquiete enthousiasme souvenu"
    " souvenue souvient souvenait desole desolee alarme alarmee plaint plainte lamente desespere moque vante justifie"
    " rememore rappelle feliciter ecrie ecriee gausse enorgueillit offusque emeut"
)
# They govern the words quoted right after them, and are no verbs of speech elsewhere: "called it “…”".
DESCRIBES = words(
    "called calls described describes accused accuses blamed dismissed dismisses hailed hails branded labelled labeled"
    " expressed expresses voiced voices underscored highlighted lauded lauds commended underlined"
    " slammed praised praises denounced denounces criticised criticized condemned condemns decried welcomed rejected"
    " qualifie qualifiait traite traitait taxe accuse accusait decrit decrivait voit voyait craint craignait invoque"
    " invoquait brandit prone defend defendait rejette rejetait refuse refusait vise espere esperait souhaite"
    " souhaitait veut voulait reclame attend attendait redoute"
)
# "selon X", "d'après X", "according to X"
SOURCES = words("selon dixit laut segun")
AUXILIARIES = words("a ont avait avaient aura est ha han hat")
PASSIVE = words("ete been was were be being is are")
PRONOUNS = {
    "il": "m", "elle": "f", "he": "m", "she": "f",
}  # fmt: skip

# Before a title the marks quote nobody: "le rapport intitulé « … »", "sous le slogan « … »" …
TITLED = words(
    "intitule intitulee intitules baptise baptisee nomme nommee denomme denommee dit dite theme themes slogan titre"
    " titled entitled named dubbed devise surnomme surnommee"
)
# … and before the name of a work, which has a capital: "le livre « La Guerre des autres »".
WORKS = words(
    "livre ouvrage film rapport album chanson roman exposition programme projet operation exercice journal revue"
    " article called book report exhibition song documentaire initiative plan colloque conference mission"
)
GERUNDS = words(
    "citant evoquant saluant soulignant ajoutant precisant denoncant estimant appelant rappelant affirmant"
    " declarant indiquant disant promettant assurant jugeant martelant deplorant regrettant reconnaissant"
    " insistant expliquant annoncant qualifiant accusant avertissant exhortant repetant plaidant reaffirmant"
    " vantant fustigeant concluant notant invoquant reclamant exigeant demandant critiquant commentant arguant"
    " reiterant commending praising hailing lauding thanking welcoming expressing voicing highlighting emphasising"
    " saying adding calling noting warning stressing telling describing insisting"
    " citing denouncing arguing accusing urging"
)
OTHER_CLAUSE = words("qui que qu' dont alors tandis lorsque quand which who that while when whose")
INFINITIVES = words(
    "preciser ajouter souligner rappeler indiquer affirmer declarer dire conclure insister expliquer estimer"
    " assurer annoncer lancer denoncer regretter deplorer reconnaitre avertir add say stress warn promettre"
    " poursuivre rencherir encherir marteler repondre retorquer repliquer glisser confier resumer prevenir nuancer"
    " trancher repeter ironiser tempeter plaider enchainer reprendre continuer confirmer commenter temoigner"
    " reaffirmer lacher plaisanter admettre completer argumenter"
)
