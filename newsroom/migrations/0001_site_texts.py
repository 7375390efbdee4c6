"""The texts about the site, in French and English. An editor may change them: running migrations again changes nothing."""

from django.db import migrations

NBSP = "\u00a0"

TEXTS = [
    (
        "/a-propos/",
        "À propos",
        """<p>Ce site suit l’actualité de la défense et de la sécurité autour de l’Alliance atlantique et de ses pays partenaires : réunions, responsables, pays, et ce qui a été dit.</p>
<h2>Comment nous travaillons</h2>
<p>Chaque article est relu par la rédaction avant d’être publié. Nous indiquons d’où vient un texte et, quand nous le connaissons, le jour dont il date. Les liens vers les responsables, les pays, les organisations et les réunions sont vérifiés un par un, passage à l’appui. Une date que nous ne connaissons qu’à l’année ou au mois est donnée telle quelle.</p>
<h2>Citations</h2>
<p>Les citations sont reproduites mot pour mot, avec la fonction exercée ce jour-là par la personne citée lorsqu’elle est établie.</p>
<h2>Corriger une erreur</h2>
<p>Nos règles se trouvent à la page <a href="/rectificatifs/">Rectificatifs</a>. Pour nous écrire : <a href="/contact/">Contact</a>.</p>""",
    ),
    (
        "/mentions-legales/",
        "Mentions légales",
        """<p>Cette page est à compléter par l’éditeur du site avant l’ouverture au public : nom et adresse de l’éditeur, directeur ou directrice de la publication, hébergeur.</p>
<h2>Droits</h2>
<p>Les textes de la rédaction appartiennent à l’éditeur. Les textes repris d’agences, d’organisations ou d’autres publications restent la propriété de leurs auteurs ; leur origine est indiquée sous chaque article. Les courtes citations sont permises avec mention de la source et un lien vers l’article.</p>
<h2>Responsabilité</h2>
<p>Nous vérifions ce que nous publions et rectifions ce qui est inexact. Nous ne répondons pas du contenu des sites extérieurs vers lesquels mènent nos liens.</p>""",
    ),
    (
        "/vie-privee/",
        "Vie privée",
        """<p>Ce site se lit sans compte, sans cookie et sans script. Aucune page ne charge de contenu depuis un autre site, et votre lecture n’est pas suivie.</p>
<h2>Ce que le serveur enregistre</h2>
<p>Comme tout serveur, celui-ci peut noter l’adresse IP, la page demandée et l’heure, pour la sécurité et le dépannage. Ces journaux ne servent à rien d’autre et sont effacés régulièrement.</p>
<h2>La rédaction</h2>
<p>Les membres de la rédaction se connectent à un espace qui leur est réservé et qui dépose un cookie de session, nécessaire à la connexion.</p>
<h2>Vos droits</h2>
<p>Vous pouvez demander à consulter, à corriger ou à effacer les données qui vous concernent : voyez la page <a href="/contact/">Contact</a>.</p>""",
    ),
    (
        "/rectificatifs/",
        "Rectificatifs",
        """<p>Nous corrigeons nos erreurs vite et ouvertement.</p>
<ul>
<li><strong>Rectificatif :</strong> un fait était inexact. L’article est corrigé et le dit.</li>
<li><strong>Précision :</strong> le texte était exact mais pouvait être mal compris. Il est précisé et le dit.</li>
<li><strong>Mise à jour :</strong> l’actualité a avancé. L’heure de la mise à jour est indiquée.</li>
<li><strong>Retrait :</strong> un article ne peut pas rester en ligne. Son adresse en donne alors la raison.</li>
</ul>
<p>Une simple faute de frappe est corrigée sans mention.</p>
<p>Vous avez relevé une erreur ? Écrivez-nous en indiquant l’adresse de l’article et le passage : <a href="/contact/">Contact</a>.</p>""",
    ),
    (
        "/contact/",
        "Contact",
        """<p>Cette page est à compléter par la rédaction : adresse électronique, adresse postale et numéro de téléphone.</p>
<p>Pour signaler une erreur, indiquez l’adresse de l’article, le passage concerné et, si possible, une source. Nos règles se trouvent à la page <a href="/rectificatifs/">Rectificatifs</a>.</p>""",
    ),
    (
        "/en/about/",
        "About",
        """<p>This site follows defence and security news around the Atlantic Alliance and its partner countries: meetings, officials, countries, and what was said.</p>
<h2>How we work</h2>
<p>The newsroom reviews every article before it is published. We say where a text comes from and, where we know it, what day it dates from. Links to officials, countries, organisations and meetings are checked one by one against the passage that supports them. A date that we know only to the year or the month is given as it is.</p>
<h2>Quotes</h2>
<p>Quotes are reproduced word for word, with the office that the speaker held that day where it is established.</p>
<h2>Putting an error right</h2>
<p>Our rules are on the page <a href="/en/corrections/">Corrections</a>. To write to us: <a href="/en/contact/">Contact</a>.</p>""",
    ),
    (
        "/en/legal-notice/",
        "Legal notice",
        """<p>The publisher has to complete this page before the site opens to the public: name and address of the publisher, person responsible for the content, hosting provider.</p>
<h2>Rights</h2>
<p>Texts by the newsroom belong to the publisher. Texts taken over from agencies, organisations or other publications remain the property of their authors; where they come from is stated below each article. Short quotations are welcome with the source named and a link to the article.</p>
<h2>Liability</h2>
<p>We check what we publish and correct what is wrong. We do not answer for the content of other sites to which our links lead.</p>""",
    ),
    (
        "/en/privacy/",
        "Privacy",
        """<p>This site is read without an account, without cookies and without scripts. No page loads anything from another site, and your reading is not tracked.</p>
<h2>What the server records</h2>
<p>Like every server, this one may note the IP address, the page asked for and the time, for security and troubleshooting. These logs serve no other purpose and are deleted regularly.</p>
<h2>The newsroom</h2>
<p>Members of the newsroom sign in to an area of their own, which sets a session cookie that signing in needs.</p>
<h2>Your rights</h2>
<p>You may ask to see, correct or delete the data that concern you: see the page <a href="/en/contact/">Contact</a>.</p>""",
    ),
    (
        "/en/corrections/",
        "Corrections",
        """<p>We correct our errors quickly and openly.</p>
<ul>
<li><strong>Correction:</strong> a fact was wrong. The article is corrected and says so.</li>
<li><strong>Clarification:</strong> the text was right but could be misunderstood. It is made clear and says so.</li>
<li><strong>Update:</strong> the news has moved on. The time of the update is stated.</li>
<li><strong>Withdrawal:</strong> an article cannot stay online. Its address then gives the reason.</li>
</ul>
<p>A mere slip of the keyboard is corrected without a note.</p>
<p>Have you found an error? Write to us with the address of the article and the passage: <a href="/en/contact/">Contact</a>.</p>""",
    ),
    (
        "/en/contact/",
        "Contact",
        """<p>The newsroom has to complete this page: e-mail address, postal address and telephone number.</p>
<p>To report an error, give the address of the article, the passage and, if possible, a source. Our rules are on the page <a href="/en/corrections/">Corrections</a>.</p>""",
    ),
]


def with_french_spaces(text):
    for sign in ":;!?":
        text = text.replace(f" {sign}", f"{NBSP}{sign}")
    return text


def write_texts(apps, schema_editor):
    FlatPage = apps.get_model("flatpages", "FlatPage")
    Site = apps.get_model("sites", "Site")
    db = schema_editor.connection.alias
    # The site's row is otherwise made only after all migrations. Its name and domain are not used anywhere.
    site = Site.objects.using(db).order_by("pk").first()
    site = site or Site.objects.using(db).create(domain="localhost", name="Newsroom")
    for url, title, content in TEXTS:
        if not url.startswith("/en/"):
            content = with_french_spaces(content)
        page, made = FlatPage.objects.using(db).get_or_create(url=url, defaults={"title": title, "content": content})
        if made:
            page.sites.add(site)


class Migration(migrations.Migration):
    dependencies = [("flatpages", "0001_initial"), ("sites", "0002_alter_domain_unique")]

    operations = [migrations.RunPython(write_texts, migrations.RunPython.noop)]
