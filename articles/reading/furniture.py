"""Lines that a web page or a print-out adds around an article: links, buttons, boxes, rubrics."""

import re

_LONGEST = 400
_LONGEST_MENU = 200
# The patterns of what pages say are asked of lines in small letters: to try both cases of each letter costs more.
_LETTER = re.compile(r"[^\W\d_]")
_BARS = re.compile(r"[\W_]*", re.UNICODE)

_LINK = re.compile(
    r"(?:(?:à\s+|a\s+)?(?:lire|voir|écouter|regarder|relire|revoir)\s+(?:aussi|également|plus|la\s+suite|"
    r"encore|notre\s+\w+|(?=:))"
    r"|(?:read|watch|listen|leer|lea|ver|vea|leggi|lesen\s+sie)\s*(?=:)"
    r"|(?:also\s+read|read\s+(?:also|more|next)|see\s+also|watch(?:\s+also)?\s*:|(?:latest|other|more)\s+(?:articles?|stories|posts)\s*$|more\s+like\s+this|autres\s+(?:vidéos|sujets)|related(?:\s+(?:articles?|"
    r"stories|news|content|topics))?\s*(?::|$))"
    r"|(?:(?:notre|nos|voir\s+notre)\s+(?:dossiers?|sélection)\s*:|autres\s+articles|articles\s+en\s+rapport)"
    r"|(?:sur\s+le\s+même\s+(?:sujet|thème)|dans\s+la\s+même\s+rubrique|articles?\s+(?:similaires|liés|"
    r"associés|connexes)|"
    r"(?:pour\s+)?aller\s+plus\s+loin|à\s+découvrir|à\s+lire\s+(?:demain|prochainement|dans\s+.{3,30})|vous\s+aimerez\s+aussi|les?\s+plus\s+lus|more\s+(?:from|"
    r"on\s+this\s+story|stories|news)|"
    r"you\s+(?:may|might)\s+also\s+like|most\s+(?:read|popular)|recommended(?:\s+for\s+you)?|lea\s+también|"
    r"le\s+puede\s+interesar|"
    r"(?:next|previous)\s+in\s+[\w’' -]{3,25}$|"
    r"(?:associated|useful)\s+links|liens?\s+(?:connexes?|associés?|utiles?)|enlaces\s+(?:relacionados|de\s+interés)|"
    r"top\s+stories|trending(?:\s+now)?|editor[’']s\s+(?:picks?|choice)|don[’']t\s+miss|à\s+ne\s+pas\s+(?:manquer|rater)|les\s+articles\s+les\s+plus\s+lus|"
    r"lo\s+más\s+(?:leído|visto|reciente|nuevo)|archivado\s+en\s*:?$|(?:las?\s+)?más\s+(?:leídas?|vistas?)|te\s+puede\s+interesar|puede\s+interesarte|"
    r"más\s+información|noticias\s+relacionadas|temas(?:\s+relacionados)?(?=\s*:?$)|related\s+(?:topics|events|links)|explore\s+more\s+on\s+these\s+topics|leer\s+más|ver\s+también)\b)"
)
_MORE_ON = re.compile(r"(?:read\s+more|more)\s+(?:on|about|from)\s+[\w’' -]{2,40}")  # "Read more on Nato"
_LINK_COMES_NEXT = re.compile(r"[^:]*:?\s*$")

_BUTTONS = re.compile(
    r"(?:partage[rz]?|share|compartir|tweet(?:er)?|facebook|twitter|x|whats\s?app|linked\s?in|telegram|"
    r"pinterest|messenger|"
    r"instagram|youtube|flipboard|reddit|e-?mail|courriel|mail|envoyer|imprimer|print|imprimir|pdf|"
    r"copier(?:\s+le\s+lien)?|"
    r"copy\s+link|lien\s+copié|save|enregistrer|sauvegarder|bookmark|écouter|listen|suivre|follow|like|j['’]aime|"
    r"delicious|printer|feedback|unsubscribe|google|plus|buttons?|boutons?|icons?|icônes?|commenter|commentaires?|comments?|réagir|offrir|favoris|menu|accueil|home|fermer|close|retour|back|"
    r"next|suivant|précédent|"
    r"previous|rechercher|search|s['’]abonner|subscribe|suscribirse|se\s+connecter|log\s?in|sign\s+(?:in|"
    r"up)|connexion|"
    r"cet\s+article|l['’]article|this\s+(?:article|story|page)|on|sur|par|via|by|de|this|et|and|ou|or|with|avec|to|"
    r"merken|teilen|drucken|kommentieren|subscribe\s+for\s+\$?\d+|envoyer\s+à\s+un\s+ami|guardar|imprimir|"
    r"ajouter|aux|add|favorites?|translate|traduire|fr|en|es|ar|de|\d+)"
)
_BUTTON_LEADS = re.compile(
    r"partage|share|compart|tweet|facebook|twitter|x$|whats|linked|telegram|pinterest|messenger|instagram|"
    r"youtube|flipboard|"
    r"guardar|reddit|e-?mail|courriel|mail|envoyer|imprim|print|pdf|copi|save|merken|teilen|drucken|enregistrer|sauvegarder|bookmark|"
    r"écouter|listen|suivre|"
    r"follow|like|j['’]|comment|réagir|offrir|menu|accueil|home|fermer|close|retour|back|next|suivant|"
    r"précédent|previous|"
    r"recherch|search|s['’]abonner|subscribe|suscrib|se\s+connecter|log|sign|connexion|ajouter|add|\d"
)
_WHOLE = re.compile(
    r"(?:"
    r"(?:temps\s+de\s+lecture|durée\s+de\s+lecture|lecture|reading\s+time|read\s+time|tiempo\s+de\s+lectura)\b.{0,30}"
    r"|(?:<\s*)?\d+\s*[-–]?\s*(?:min(?:ut(?:e|o|i|en)?)?s?|mn)\.?(?:\s+(?:de\s+lecture|read|(?:de\s+)?lectura|di\s+lettura|lesezeit))?"
    r"|(?:la\s+)?suite\s+après\s+(?:cette|la)\s+publicité|publicité|advertisement|advertising|annonce|"
    r"sponsored|publicidad|pub"
    r"|(?:article|contenu)\s+réservé\s+aux\s+abonnés.*|réservé\s+aux\s+abonnés.*|subscribers?\s+only.*|premium"
    r"|il\s+vous\s+reste\s+[\d.,]+\s?%.*"
    r"|(?:0|\d+|aucun|no)\s+(?:commentaires?|comments?|partages?|shares?|vues?|views?|réactions?|likes?).{0,30}"
    r"|(?:laissez|laisser|leave)\s+(?:un|a)\s+(?:commentaire|comment|reply|réponse)\b.{0,60}|r[ée]actions"
    r"|(?:tags?|mots[- ]clés|keywords|étiquettes?|thèmes?|topics?|sujets?|etiquetas|catégories?|categor(?:y|ies)|"
    r"categorías?|filed\s+under|rubriques?)\s*:.*"
    r"|(?:tous\s+droits\s+réservés|all\s+rights\s+reserved|todos\s+los\s+derechos\s+reservados).{0,80}"
    r"|(?:suivez|retrouvez)\s+(?:toute\s+)?l[’']actualité\b.{0,60}\s(?:sur|avec)\s.{0,80}"
    r"|(?:suivez[- ]nous|follow\s+us|retrouvez[- ]nous|rejoignez[- ]nous|join\s+us)\b.{0,120}"
    r"|(?:haut|retour\s+en\s+haut)\s+de\s+(?:la\s+)?page|back\s+to\s+top|skip\s+to\s+(?:main\s+)?content|"
    r"aller\s+au\s+contenu(?:\s+principal)?"
    r"|(?:inscrivez-vous|abonnez-vous|recevez|sign\s+up|subscribe|get\s+(?:the|our)|suscríb[ae]\w*|"
    r"découvrez|s['’]inscrire|s['’]abonner)\b"
    r".{0,160}(?:newsletter|lettre\s+d['’]information|e-?mails?|boîte\s+mail|inbox|alertes?|alerts|"
    r"notifications?|chaîne|channel|whatsapp|boletín)\b.{0,120}"
    r"|(?:la\s+)?newsletter\b.{0,40}"
    r"|(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?:#\w+\s*)+|(?:@\w+\s*)+"
    r"|(?:accueil|home|inicio)\s*(?:[>›»/|]|&gt;).*"
    r"|(?:(?:press\s+|news\s+)?release|communiqué|réf(?:érence)?s?|ref(?:erence)?)\s*(?:no\.?|n[°ºo]\.?|"
    r"number|#)?\s*[.:]?\s*[\w()/-]*\d[\w()/-]*"
    r"|a\s+version\s+of\s+this\s+(?:article|story)\s+(?:appears?|appeared|was)\b.{0,200}"
    r"|p[aá]g(?:e|ina)\s+\d+(?:\s*(?:/|sur|of|de)\s*\d+)?|\d+\s*/\s*\d+"
    r"|(?:voir|view|afficher)\s+(?:plus|moins|tout|more|less|all|la\s+galerie|gallery).{0,30}"
    r"|(?:crédits?|source)\s+image"
    r"|(?:-\s*)?(?:fin|end|ends|finis|the\s+end)(?:\s*-)?|###|-?\s*30\s*-|to\s+be\s+continued|\(\s*à\s+suivre[\s.…]*\)|à\s+suivre\s*(?:…|\.{2,})"
    r"|(?:for\s+(?:further|more)\s+information|pour\s+(?:de\s+)?plus\s+(?:amples\s+informations|d['’]informations?)|"
    r"contacts?(?:\s+(?:de\s+)?(?:presse|press|media|médias))?|press\s+contacts?|media\s+contacts?)\s*[:,].{0,200}"
    r"|(?:ajouter|add|save|enregistrer)\s+(?:à|aux|to|dans)\s+(?:vos|mes|my|your)?\s*(?:sélections?|"
    r"favoris|favou?rites|list|liste)"
    r"|(?!(?:19|20)\d\d)\d{1,6}|spot_img|photo_news|plein\s+écran|chargement(?:\s+en\s+cours)?|loading|j[’']en\s+profite|j[’']aime\s+(?:ça|chargement)\W*"
    r"|(?:déjà|already)\s+(?:abonnée?|inscrite?|a\s+subscriber).{0,60}|(?:la\s+)?suite\s+(?:est\s+)?réservée\s+aux\s+abonnés.{0,60}"
    r"|cet\s+article(?:\s+[\w-]+)?\s+est\s+réservé.{0,80}|(?:free\s+)?(?:this\s+)?(?:article|content)\s+(?:is\s+)?(?:usually\s+)?(?:reserved\s+for|only\s+for)\s.{0,40}"
    r"|(?:este\s+(?:artículo|contenido)|contenido|artículo)\s+(?:es\s+)?(?:exclusivo|solo|reservado)\s+para\s.{0,40}|this\s+(?:article|story)\s+is\s+more\s+than\s+\d+\s+\w+\s+old"
    r"|(?:read|lire|leer|lesen)\s+(?:(?:this|cet|este|l[’']|el)\s*(?:article|story|artículo)\s+)?(?:in|en|auf)\s+(?:english|french|spanish|anglais|français|espagnol|arabe|inglés|español|deutsch)"
    r"|support\s+us(?:\s+by)?\b.{0,60}|make\s+a\s+donation|faire\s+un\s+don|soutenez(?:-nous|\s+(?:notre|nos|la|une))\b.{0,60}|haga\s+(?:una\s+donación|su\s+donativo)"
    r"|see\s+all\s+topics|ad\s+feedback|video\s+ad\s+feedback|this\s+was\s+published\s+under\s+the\s.{4,60}|this\s+audio\s+is\s+created\s+with\s+ai.{0,30}"
    r"|(?:plus\s+d[’']informations?|pour\s+en\s+savoir\s+plus|further\s+information|more\s+information|additional\s+information|más\s+información)\s*:?"
    r"|(?:sujets?|thèmes?|mots[- ]clés|tags|dossiers?|temas|topics?)\s+(?:associés?|liés?|relacionados?)\s*:.*"
    r"|-?\d{1,2}(?:[.,]\d)?\s?°?\s?[cf]"
    r"|(?:découvrir|consulter|voir|lire|télécharger)\s+(?:le|la|les|l[’']\s?)\s?(?:sondage|dossier|article|reportage|enquête|vidéo|galerie|diaporama|infographie|carte|interview|"
    r"entretien|podcast|classement|programme|communiqué|rapport|document)s?|(?:abonnez|inscrivez)-vous(?:\s+(?:ici|maintenant))?|suscríb(?:ete|ase)|subscribe(?:\s+now)?"
    r"|(?:publiée?|mise?\s+à\s+jour|modifiée?|posted|published|updated|publicado|actualizado)(?:\s+(?:le|on|el|à))?\s*:?"
    r"|(?:publiée?|mise?\s+à\s+jour|modifiée?|published|posted|updated|actualizado)\s+(?:(?:à|at|a\s+las?)\s+)?\d{1,2}\s?[h:]\s?\d{0,2}(?:\s?h|\s?[ap]\.?m\.?)?"
    r"|liberté\s*[,•–-]?\s*égalité\s*[,•–-]?\s*fraternité"
    r"|your\s+support\s+(?:helps|makes)\b.{0,80}|join\s+(?:our|the)\s+(?:commenting|conversation).{0,40}|share\s+full\s+article"
    r"|explore\s+more\s+on\b.{0,40}|reuse\s+this\s+content|purchase\s+licensing\s+rights.{0,30}|our\s+standards\s*:.{0,60}|go\s+to\s+accessibility\s+shortcuts|next\s+story\s*:.{0,160}"
    r"|\d\d:\d\d\s*/\s*\d\d:\d\d|sujets|topics|tags|mots[- ]clés|keywords|étiquettes|etiquetas"
    r"|vous\s+(?:désirez|souhaitez|voulez)\s+lire\s+la\s+suite.{0,60}|vous\s+avez\s+lu\s+gratuitement.{0,120}"
    r"|pour\s+lire\s+la\s+suite.{0,100}|(?:\d+\s?[€$]|[€$]\s?\d+)\s+(?:pour|par|for|per)\s.{0,60}"
    r"|(?:votre\s+adresse\s+e-?mail|your\s+email\s+address|tu\s+dirección\s+de\s+correo).{0,200}|(?:ce\s+site\s+utilise|this\s+site\s+uses)\s+akismet.{0,200}"
    r"|(?:deja|laisser|leave)\s+(?:una?|a)\s+(?:respuesta|réponse|commentaire|reply|comment)|lancer\s+l[’']impression|version\s+imprimable"
    r"|jump\s+to\s+comments.{0,5}|article\s+topic\s+follows\s*:.{0,60}|be\s+part\s+of\s+the\s+conversation|please\s+keep\s+your\s+comments.{0,80}"
    r"|contenus?\s+sponsorisés?|sujets?\s+associés?|thèmes?\s+associés?|dossiers?\s+associés?|vidéo\s+suivante.{0,40}|lire\s+l[’']article\s+complet.{0,80}"
    r"|an\s+official\s+website\s+of\s+the\b.{0,80}|here[’']s\s+how\s+you\s+know|official\s+websites\s+use\s+\.\w+|\.\w{3}\s+website\s+belongs\s.{0,120}"
    r"|(?:a\s+)?(?:secure\s+)?\.\w{3}\s+websites?\s+(?:use|belongs).{0,120}|secure\s+\.\w{3}\s+websites?\s+use.{0,40}|a\s+lock\s*\(.{0,220}"
    r"|-\s?0\s?-.{0,60}|=?\(?(?:photos?|vidéos?|infographies?|graphiques?|archives?|texte|\s|\+|/)*\+(?:photos?|vidéos?|infographies?|graphiques?|archives?|\s|\+|/)+\)?=?"
    r"|\(\(?[^()]{0,80}@[^()]{0,80}\)?\)"
    r"|\d+\s+(?:réponses?|commentaires?|réactions?|thoughts?|responses?|comments?|replies)\s+(?:à|sur|on|to|pour)\s.{2,200}"
    r"|(?:signaler\s+(?:une\s+erreur|un\s+(?:abus|contenu)).{0,40}|contribuer|réutiliser\s+ce\s+contenu|nous\s+contacter|mentions\s+légales.{0,60})"
    r"|(?:réagir|répondre)\s+à\s+cet\s+article.{0,60}|ir\s+a\s+los\s+comentarios|archivado\s+en\s*:.*|mehr\s+zum\s+thema.{0,40}|lese(?:zeit|dauer)\s*:.{0,20}"
    r"|(?:votre|your|su|adresse|entrez\s+votre)\s+(?:adresse\s+)?(?:e-?mail|mail|email|correo)(?:\s+address)?|je\s+m[’']inscris|ok"
    r"|recevez\s+(?:notre|nos|la|les)\s+(?:lettre|infolettre|newsletter|alerte)s?\b.{0,120}|aussi\s+paru\s+dans\b.{0,200}|également\s+paru\s+dans\b.{0,200}"
    r"|\d[\d\s]*\s(?:mots|words)|(?:français|anglais|english|french|ukrainian|ukrainien|russian|russe|arabe|arabic|español|deutsch|\s|[|/,·•-])+"
    r"|(?:note|encadré|document|annexe)s?\s*(?:\(s\))?\s*:|(?:section|length|longueur|load-date|dateline|end\s+of\s+(?:document|segment|transcript|story))\b\s*:?.{0,60}"
    r"|\(?\s*(?:english|french|la\s+version\s+(?:anglaise|française)|version\s+française|le\s+texte\s+(?:anglais|français))(?:\s+version)?\s+(?:follows|suit|below|ci-dessous)\s*\)?"
    r"|(?:commentaires?|comments?)\s+\d+|[\"«“]?\s*les\s+(?:articles|commentaires|propos|opinions|textes)\b.{0,100}\b(?:propriété|n[’']engagent|responsabilité)\b.{0,200}"
    r"|(?:the\s+(?:views|opinions)\s+expressed|les\s+(?:opinions|propos|points\s+de\s+vue)\s+exprimés)\b.{0,200}"
    r"|(?:see|show|view|hide|voir|afficher)\s+(?:all|toutes?|tous)\s+(?:les\s+)?(?:updates?|mises\s+à\s+jour|articles?|comments?|commentaires?)"
    r"|(?:classer|offrir|écouter)\s+(?:l[’']article|cet\s+article)?"
    r"|(?:lue?s?|vue?s?|views?|visites?|hits|read|lectures?|nombre\s+de\s+(?:vues|lectures)|page\s+views)\s*:?\s*\d[\d\s.,]*(?:\s*(?:fois|times))?|\d[\d\s.,]*\s(?:lectures|clics|hits|times)"
    r"|lecture\s+\d+\s+min\.?|réagir\s*\(\d+\)|(?:partages?|partager|share|condividi)\s+(?:social|sur\s+les\s+réseaux(?:\s+sociaux)?|on\s+social\s+media)\s*:?|partage\s+social\s*:?"
    r"|(?:articles?|contenus?|actualités?|infos?|sujets|vidéos?|news|contents?)\s+(?:connexes?|mentionnée?s?|associée?s?|liée?s?|similaires?|recommandée?s?|related)"
    r"|aucun\s+commentaire\s+(?:trouvé|pour\s+le\s+moment|n[’'].{0,40})|no\s+comments?\s+(?:found|yet).{0,30}|comments?\s*/\s*comments?"
    r"|print(?:able)?\s+version|version\s+(?:pdf|à\s+imprimer)|bouton\s+retour\s+en\s+haut.{0,30}|submit\s+(?:a\s+)?(?:press\s+)?release|video\s*player\s*close"
    r"|(?:si|if)\s+(?:ce\s+message|cet\s+e-?mail|cette\s+lettre|vous\s+ne\s+(?:voyez|parvenez)|you\s+(?:can[’']t|cannot|are\s+having\s+trouble)|this\s+(?:e-?mail|message))\b.{0,120}"
    r"|(?:vous\s+recevez|you\s+(?:are\s+receiving|received?))\s+(?:cette?|ce|this)\s.{0,200}|(?:se\s+désinscrire|se\s+désabonner|unsubscribe)\b.{0,80}|voir\s+(?:la\s+version|ce\s+message)\s+(?:en\s+ligne|dans\s+.{0,30})"
    r"|cliquez\s+ici\s+pour\s+lire\s+l[’']article\b.{0,60}|click\s+here\s+to\s+read\s+(?:the|this)\s+(?:article|story)\b.{0,60}|explore\s+xinhuanet|short\s+link\s*:?.{0,60}"
    r"|vous\s+avez\s+lu\s+\d.{0,80}|condividi|ascolta\s+l[’']articolo|leggi\s+anche.{0,120}|(?:©.{0,60}?[-–.]?\s*)?riproduzione\s+riservata.{0,60}|shares|para\s+leer\s+más|abonnés?|abonné\s+offert|article\s+abonnés?(?:\s+offert)?|subscribers"
    r"|(?:partager|envoyer|copier(?:/coller)?|imprimer|share|copy|print)\s+(?:cet\s+article|le\s+lien|l[’']article|this\s+article|the\s+link)\b[^.]{0,90}"
    r"|you\s+are\s+here\s*:?.{0,80}|vous\s+êtes\s+ici\s*:?.{0,80}|(?:subscribe\s+to|s[’']abonner\s+au\s+flux)\s.{2,60}?(?:\sfeed)?|zur\s+startseite|(?:zurück\s+)?zur\s+übersicht"
    r"|torna\s+(?:alla\s+home|su|indietro)|volver\s+al?\s+(?:inicio|listado)|(?:sur|à)\s+ce\s+sujet\s*:.{0,160}|more\s+in\s+\w+(?:\s\w+)?"
    r"|\d+\s?(?:j|h|min|sem|d|w|m|ans?|y)\.?\s+·.{0,40}|toutes\s+les\s+réactions\s*:?.{0,40}|all\s+reactions\s*:?.{0,40}|(?:\d[\d,.]*\s?k?\s+(?:commentaires?|comments?|partages?|shares?)\s*){1,2}"
    r"|questions?\s+(?:écrites?|orales?)\s+(?:(?:avec|sans)\s+débat\s+)?n[°º]\s*\w+\s.{0,120}"
    r"|(?:[a-zà-ý][\w’'-]+\s*[-–|]\s*)?(?:publi(?:ée?|cado|shed|cato)|actuali(?:sée?|zado)|updated|mise?\s+à\s+jour|aggiornato)(?:\s+(?:le|el|on|il|à))?"
    r"(?:\s*[-–|,]\s*(?:publi(?:ée?|cado|shed|cato)|actuali(?:sée?|zado)|updated|mise?\s+à\s+jour|aggiornato)(?:\s+(?:le|el|on|il|à))?)+"
    r"|suivre\s+ce\s+blog.{0,60}|overblog|repost\s?\d+|logo(?:\s+[\w-]+){0,3}|\d+\s+(?:out\s+)?of\s+\d+\s+(?:articles?|results?|stories)"
    r"|télécharger\s+(?:(?:le|la|en|au)\s+)?(?:format\s+)?\.?(?:pdf|document|communiqué|fichier|discours).{0,40}"
    r"|download\s+(?:the\s+)?(?:pdf|document|file).{0,30}|connectez-vous\s+(?:à|pour)\s.{3,100}|déjà\s+membre\b.{0,80}"
    r"|[a-z]{2,4}\d{3,5}(?:\s+(?:[a-z]{1,4}|\d{1,4}|/[a-z]{2,5}[-\w]*)){2,8}"
    r"|re?voir\s+(?:la|le|l[’'])\s?(?:déclaration|vidéo|conférence|discours|allocution|intervention)\b.{0,60}:"
    r"|(?:re)?(?:trouvez|lisez|découvrez|lire)\s+(?:l[’']intégralité|la\s+suite|l[’']intégral)\s+d[eu]\s?(?:(?:cet|cette|la|l[’'])\s?)?(?:article|interview|entretien|texte|tribune|enquête|reportage)\b.{0,100}"
    r"|conforme\s+a\s+los\s+criterios\s+de.{0,40}|the\s+trust\s+project|saber\s+más|texte\s+intégral|full\s+text|intervenante?(?:s|\(s\))?\s*:.{0,160}|le|je\s+m[’']abonne|(?:vos\s+)?outils|comentarios?|l[’']actualité\s+mondiale\s+un\s+regard\s+humain|global\s+perspective\s+human\s+stories|mirada\s+global\s+historias\s+humanas|\d{1,2}\s+(?:of|sur|de)\s+\d{1,2}\s*\||(?:si\s+vous\s+n[’']êtes\s+pas\s+journaliste|if\s+you\s+are\s+not\s+a\s+journalist)\b.{0,160}|cet\s+article\s+a\s+été\s+publié\s+automatiquement.{0,60}|(?:jpe?g|png|gif|webp)(?:\s*[-–]\s*[\d.,]+\s*[km]?[ob])?|(?:écouter|listen|escuchar|audio|durée|regarder)\s*[-–:(]*\s*\d{1,2}:\d\d(?::\d\d)?\)?"
    r"|\d\d:\d\d(?:monde|politique|sports?|auto|france|économie|société)\s*-\s.{0,160}|vos\s+réactions\s+doivent.{0,60}|(?:this\s+entry|cette\s+entrée|ce\s+contenu|ce\s+billet)\s+(?:was|a\s+été)\s+(?:posted|publiée?|filed)\s+(?:in|dans|under)\s.{0,240}|[«<]\s*(?:back|retour)\s+(?:to|à|au)\s.{2,30}"
    r"|(?:se\s+(?:dé)?connecter|s[’']identifier|(?:mon|my)\s+(?:compte|account)|iniciar\s+sesión|créer\s+un\s+compte)|view\s+as\s*:.{0,60}|(?:view|voir\s+les)\s+archives?|desktop\s*\|\s*mobile"
    r"|all\s+comments\s+are\s+(?:reviewed|moderated).{0,120}|(?:ouvrir|open)\s+(?:dans|in)\s+(?:une|a)\s+.{0,30}(?:fenêtre|window|tab)"
    r")[\s.!:…]*"
)
# What a house says of its rights and its cookies, behind other words.
_LEGAL_SIGNS = ("réservé", "reserv", "cookies")  # none of the lines is without one of them
_LEGAL = re.compile(
    r"(?:.{0,80}(?:tous\s+droits\s+(?:de\s+\w+\s+)*réservés|all\s+rights\s+reserved|"
    r"todos\s+los\s+derechos\s+reservados)\.?"
    r"|.{0,60}\bcookies\b.{0,120}(?:accepter|accept|paramètres|settings|politique|policy)\b.{0,60})[\s.!:…]*"
)
_RUBRICS = re.compile(
    r"(?:international(?:es?)?|monde|world|politique|politics|política|défense|defen[cs]e|defensa|sécurité|"
    r"security|économie|economy|"
    r"business|société|afrique|africa|europe|europa|maghreb|sahel|moyen[- ]orient|middle\s+east|amériques?|"
    r"americas?|asie|asia|maroc|algérie|tunisie|"
    r"mauritanie|actualités?|actu|à\s+la\s+une|une|news|breaking(?:\s+news)?|dernières?\s+(?:minutes?|"
    r"nouvelles)|latest(?:\s+news)?|"
    r"urgent|flash|alerte|alert|exclusi(?:f|ve)|dépêches?|dispatch|opinions?|tribune|éditorial|editorial|"
    r"chronique|analyses?|analysis|"
    r"(?:(?:rush\s+)?transcript(?:ion)?|verbatim|script)(?:\s*[.–—:-]\s*.{0,90})?|seul\s+le\s+(?:prononcé|texte\s+prononcé)\s+fait\s+foi|"
    r"check\s+against\s+delivery|as\s+(?:delivered|prepared)|"
    r"(?:le\s+)?grand\s+entretien|l[’']entretien|l[’']interview|grand\s+format|l[’']invitée?|(?:trois|cinq|3|5)\s+questions\s+à|"
    r"questions?[- ]réponses?|"
    r"(?:local|news|feature|top)\s+(?:news|stories)|news\s+(?:releases|articles)|press\s+releases|"
    r"(?:press|media|news)\s?(?:room|cent(?:re|er)|office|corner|hub)|(?:salle|espace)\s+(?:de\s+)?presse|sala\s+de\s+prensa|"
    r"commentary|comment|feature|explainer|factbox|spotlight|insight|perspectives?|point\s+de\s+vue|cartes?\s+blanches?|justice|faits\s+divers|"
    r"décryptage|reportage|enquête|entretien|interview|portrait|dossier|focus|brèves?|briefs?|en\s+bref|"
    r"en\s+direct|live|"
    r"(?:\d+\s?e\s+|[ivx]+e\s+)?législature|session\s+(?:extra)?ordinaire(?:\s.{0,30})?|"
    r"compte[- ]rendu(?:\s+(?:intégral|analytique|de\s+séance))?|"
    r"communiqués?(?:\s+de\s+presse|\s+conjoint)?|press\s+(?:release|statement|communiqué)|news\s+release|"
    r"media\s+advisory|avis\s+aux\s+médias|"
    r"note\s+(?:d['’]information|aux\s+rédactions|to\s+editors)|statement|déclaration|discours|speech|"
    r"comunicado(?:\s+de\s+prensa)?|nota\s+de\s+prensa|"
    r"nieuwsbericht|persbericht|nieuws|pressemitteilung|meldung|comunicat[io](?:\s+stampa)?|"
    r"seguridad|internacional|economía|sociedad|españa|noticias|tribunales|sucesos|entrevista|"
    r"paix|peace|migrants|migrations?|réfugiés|refugees|droits\s+de\s+l[’']homme|human\s+rights|aide\s+humanitaire|humanitarian\s+aid|"
    r"diplomatie|diplomacy|géopolitique|geopolitics|otan|nato|ue|eu|onu|un|armées?|military|militaire|"
    r"(?:for\s+)?immediate\s+release|"
    r"pour\s+diffusion\s+immédiate|mundo|nacional|national|région(?:al)?|magazine|culture|sciences?|technologies?)"
)
_MENU_MARKS = "|•·/>›\t–—-\u00a0\u202f"  # no joint is without one, or two spaces
_MENU_JOINTS = re.compile(r"\s*[|•·]\s*|\s+[/>›–—-]\s+|\s{2,}|\t")
_ROW_MARKS = ("|", "•", "·", "  ")
_ROW_JOINTS = re.compile(r"\s*[|•·]\s*|\s{2,}")
_BUTTON_JOINTS = re.compile(r"[\s|•·/,;:–—()\[\]]+")
_BUTTON_MARKS = re.compile(r"[|•·/,;:–—()\[\]!.]+")
_ROW_OF_BUTTONS = re.compile(rf"(?:{_BUTTONS.pattern})(?:\s+(?:{_BUTTONS.pattern}))*")
_GAPS = re.compile(r"\s{3,}")
_MENU_ENTRY = re.compile(
    r"(?:menu|accueil|home|inicio|startseite|à\s+propos|about(?:\s+us)?|contacts?(?:ez-nous)?|archives|qui\s+sommes-nous|abonnements?|s[’']abonner|newsletter|"
    r"se\s+connecter|connexion|login|sign\s+in|rechercher|search|vidéos?|podcasts?|sports?|culture|météo)"
)
_RUBRIC_JOINTS = re.compile(r"\s*(?:[|/>›•·,&–—-]|\bet\b|\band\b|\by\b)\s*")
_RUBRIC_FIRST = re.compile(rf"(?:{_RUBRIC_JOINTS.pattern})*\s*{_RUBRICS.pattern}")
_RUBRIC_NUMBER = re.compile(r"\s*(?:[–—-]\s*)?(?:(?:n[°ºo]\.?|no\.|#)\s*)?(?:\(?\d{4}\)?\s*)?[\d/]*$")


def is_menu(words: str) -> bool:
    """ "Accueil | À propos | Archives | Contact": the entries of a page's menu on one line."""
    if len(words) > _LONGEST_MENU or not ("  " in words or any(map(words.__contains__, _MENU_MARKS))):
        return False
    parts = [part for part in _MENU_JOINTS.split(words) if part]
    if len(parts) < 3 or not all(len(part.split()) <= 4 for part in parts):
        return False
    if words[0] == "|" and all(len(part.split()) <= 2 for part in parts):
        return True  # "| Drones | Espace | Mer | TV"
    return any(_MENU_ENTRY.fullmatch(part.lower()) for part in parts)


def is_ticker(words: str) -> bool:
    """ "Agadir : grève    Météo : retour de la pluie    Tennis : la finale": headlines that run across a page."""
    if "   " not in words:
        return False
    entries = [entry for entry in _GAPS.split(words) if entry]
    return len(entries) >= 3 and sum(len(entry.split()) >= 3 and " : " in entry for entry in entries) >= 3


def is_separator(words: str) -> bool:
    """Only punctuation: a rule, a lone bullet, "• |"."""
    return _BARS.fullmatch(words) is not None


def is_furniture(words: str) -> bool:
    """Whether the whole line is part of the page and not of the article."""
    if len(words) > _LONGEST:
        return False
    if is_separator(words) or _is_of_page(words) or is_menu(words) or is_ticker(words):
        return True
    row = len(words) <= _LONGEST_MENU and any(map(words.__contains__, _ROW_MARKS))
    parts = _ROW_JOINTS.split(words) if row else []
    if len(parts) > 1 and all(part and _is_of_page(part) for part in parts):
        return True  # "Lecture 3 min. | Offrir l’article | Réagir (3)"
    return is_link(words) or _is_buttons(words)


def _is_of_page(words: str) -> bool:
    words = words.lower()
    if _WHOLE.fullmatch(words):
        return True
    return any(map(words.__contains__, _LEGAL_SIGNS)) and _LEGAL.fullmatch(words) is not None


def is_link(words: str) -> bool:
    """ "Lire aussi : …", with or without the title of what to read."""
    words = words.lstrip("[(►▶→>» ")
    return len(words) <= 300 and _LINK.match(words.lower()) is not None and not _is_sentence_about_reading(words)


def announces_links(words: str) -> bool:
    """ "Lire aussi" alone: the next line is the link."""
    words = words.lower()
    match = _LINK.match(words)
    if match is not None and _MORE_ON.fullmatch(words):
        return True
    return (
        match is not None and len(words) - match.end() <= 3 and _LINK_COMES_NEXT.match(words, match.end()) is not None
    )


def is_rubric(words: str) -> bool:
    """ "INTERNATIONAL", "Politique | Défense", "Communiqué de presse n° 12": where it stands, not what it says."""
    stem = words.strip(" .:[]()")
    if len(words) > _LONGEST or _RUBRIC_FIRST.match(stem.lower()) is None:
        return False
    if stem[-1].isdigit() or stem[-1] in "/°ºoO#–—-)":
        stem = _RUBRIC_NUMBER.sub("", stem).strip()
    parts = [part for part in _RUBRIC_JOINTS.split(stem) if part]
    return bool(parts) and len(parts) <= 4 and all(_RUBRICS.fullmatch(part.lower()) for part in parts)


def _is_sentence_about_reading(words: str) -> bool:
    """ "Lire plus tôt dans la semaine…": a paragraph that begins like a link has a full stop and no colon."""
    return ":" not in words[:60] and words.endswith(".") and len(words.split()) > 14


def _is_buttons(words: str) -> bool:
    """A row of buttons: nothing but the words of buttons, the first of them one that leads such a row."""
    if len(words) > _LONGEST_MENU:
        return False
    words = words.lower()
    pieces = [piece for piece in _BUTTON_JOINTS.split(words) if piece]
    if not pieces or not _BUTTON_LEADS.match(pieces[0]) or not _LETTER.search(words) or pieces[0].isdigit():
        return False
    return _ROW_OF_BUTTONS.fullmatch(_BUTTON_MARKS.sub(" ", words).strip()) is not None
