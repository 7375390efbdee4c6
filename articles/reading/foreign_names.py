"""Countries by their adjectives and capitals in Italian, Spanish and German, for texts in these languages.

The registry has the names of countries in these languages, and adjectives and capitals in French and English.
"""

from collections.abc import Iterator

# The masculine singular in Italian; in Spanish; the stem in German.
_ADJECTIVES = {
    "AF": "afghano; afgano; afghanisch", "AL": "albanese; albanés; albanisch", "AM": "armeno; armenio; armenisch",
    "AE": "emiratino; emiratí; emiratisch", "AR": "argentino; argentino; argentinisch",
    "AT": "austriaco; austríaco; österreichisch", "AU": "australiano; australiano; australisch",
    "AZ": "azero; azerbaiyano; aserbaidschanisch", "BA": "bosniaco; bosnio; bosnisch",
    "BE": "belga; belga; belgisch", "BF": "burkinabé; burkinés; burkinisch", "BG": "bulgaro; búlgaro; bulgarisch",
    "BR": "brasiliano; brasileño; brasilianisch", "BY": "bielorusso; bielorruso; belarussisch",
    "CA": "canadese; canadiense; kanadisch", "CH": "svizzero; suizo; schweizerisch",
    "CL": "cileno; chileno; chilenisch", "CN": "cinese; chino; chinesisch",
    "CO": "colombiano; colombiano; kolumbianisch", "CU": "cubano; cubano; kubanisch",
    "CY": "cipriota; chipriota; zyprisch", "CZ": "ceco; checo; tschechisch", "DE": "tedesco; alemán; deutsch",
    "DK": "danese; danés; dänisch", "DZ": "algerino; argelino; algerisch", "EE": "estone; estonio; estnisch",
    "EG": "egiziano; egipcio; ägyptisch", "ES": "spagnolo; español; spanisch", "ET": "etiope; etíope; äthiopisch",
    "FI": "finlandese; finlandés; finnisch", "FR": "francese; francés; französisch",
    "GB": "britannico; británico; britisch", "GE": "georgiano; georgiano; georgisch",
    "GR": "greco; griego; griechisch", "HR": "croato; croata; kroatisch", "HU": "ungherese; húngaro; ungarisch",
    "ID": "indonesiano; indonesio; indonesisch", "IE": "irlandese; irlandés; irisch",
    "IL": "israeliano; israelí; israelisch", "IN": "indiano; hindú; indisch", "IQ": "iracheno; iraquí; irakisch",
    "IR": "iraniano; iraní; iranisch", "IS": "islandese; islandés; isländisch",
    "IT": "italiano; italiano; italienisch", "JO": "giordano; jordano; jordanisch",
    "JP": "giapponese; japonés; japanisch", "KP": "nordcoreano; norcoreano; nordkoreanisch",
    "KR": "sudcoreano; surcoreano; südkoreanisch", "KW": "kuwaitiano; kuwaití; kuwaitisch",
    "KZ": "kazako; kazajo; kasachisch", "LB": "libanese; libanés; libanesisch",
    "LT": "lituano; lituano; litauisch", "LU": "lussemburghese; luxemburgués; luxemburgisch",
    "LV": "lettone; letón; lettisch", "LY": "libico; libio; libysch", "MA": "marocchino; marroquí; marokkanisch",
    "MD": "moldavo; moldavo; moldauisch", "ME": "montenegrino; montenegrino; montenegrinisch",
    "MK": "macedone; macedonio; mazedonisch", "ML": "maliano; maliense; malisch",
    "MR": "mauritano; mauritano; mauretanisch", "MT": "maltese; maltés; maltesisch",
    "MX": "messicano; mexicano; mexikanisch", "NE": "nigerino; nigerino; nigrisch",
    "NG": "nigeriano; nigeriano; nigerianisch", "NL": "olandese; neerlandés; niederländisch",
    "NO": "norvegese; noruego; norwegisch", "PK": "pachistano; pakistaní; pakistanisch",
    "PL": "polacco; polaco; polnisch", "PS": "palestinese; palestino; palästinensisch",
    "PT": "portoghese; portugués; portugiesisch", "QA": "qatariota; catarí; katarisch",
    "RO": "romeno; rumano; rumänisch", "RS": "serbo; serbio; serbisch", "RU": "russo; ruso; russisch",
    "SA": "saudita; saudí; saudisch", "SD": "sudanese; sudanés; sudanesisch", "SE": "svedese; sueco; schwedisch",
    "SI": "sloveno; esloveno; slowenisch", "SK": "slovacco; eslovaco; slowakisch",
    "SN": "senegalese; senegalés; senegalesisch", "SO": "somalo; somalí; somalisch",
    "SY": "siriano; sirio; syrisch", "TD": "ciadiano; chadiano; tschadisch", "TN": "tunisino; tunecino; tunesisch",
    "TR": "turco; turco; türkisch", "UA": "ucraino; ucraniano; ukrainisch",
    "US": "statunitense; estadounidense; amerikanisch", "VE": "venezuelano; venezolano; venezolanisch",
    "VN": "vietnamita; vietnamita; vietnamesisch", "XK": "kosovaro; kosovar; kosovarisch",
    "YE": "yemenita; yemení; jemenitisch",
}  # fmt: skip
# Spelled otherwise than in French and English.
_CAPITALS = {
    "AE": "Abu Dabi", "AT": "Viena Wien", "AZ": "Bakú", "BG": "Sofía", "CN": "Pechino Pekín Peking",
    "CU": "L'Avana", "CY": "Nikosia", "CZ": "Praga Prag", "DE": "Berlino Berlín",
    "DK": "Copenaghen Copenhague Kopenhagen", "DZ": "Algeri Argel Algier", "EG": "Il Cairo; El Cairo; Kairo",
    "FR": "Parigi París", "GB": "Londra Londres", "GE": "Tiflis", "GR": "Atene Atenas Athen", "HR": "Zagabria",
    "IE": "Dublino Dublín", "IL": "Gerusalemme Jerusalén", "IQ": "Bagdad", "IT": "Roma Rom", "KR": "Seul Seúl",
    "LT": "Vilna", "LU": "Lussemburgo", "LV": "Riga", "LY": "Tripoli Trípoli Tripolis", "ML": "Bamako",
    "NL": "L'Aia; La Haya; Den Haag", "NO": "Oslo", "PL": "Varsavia Varsovia Warschau",
    "PT": "Lisbona Lisboa Lissabon", "RO": "Bucarest Bukarest", "RS": "Belgrado Belgrad",
    "RU": "Mosca Moscú Moskau", "SE": "Estocolmo Stoccolma", "SI": "Lubiana Liubliana", "SY": "Damasco Damaskus",
    "TN": "Tunisi Túnez", "US": "Washington", "UA": "Kiev Kyiv Kiew", "VA": "Vatikan",
}  # fmt: skip
_LANGUAGES = ("it", "es", "de")
_ENDINGS = {
    "it": {"co": "co ca ci chi che", "go": "go ga ghi ghe", "o": "o a i e", "a": "a i e", "e": "e i", "é": "é"},
    "es": {"és": "és esa eses esas", "án": "án ana anes anas", "ón": "ón ona ones onas", "o": "o a os as",
           "ol": "ol ola oles olas", "ar": "ar ares", "a": "a as", "e": "e es", "í": "í íes", "ú": "ú úes"},
    "de": {"": " e en er es em"},
}  # fmt: skip


def foreign_adjectives() -> Iterator[tuple[str, str, str]]:
    """Each country's code, its adjective in one of its forms, and the language of that."""
    for code, written in _ADJECTIVES.items():
        for language, word in zip(_LANGUAGES, written.split("; "), strict=True):
            ending = next(end for end in sorted(_ENDINGS[language], key=len, reverse=True) if word.endswith(end))
            stem = word[: len(word) - len(ending)]
            for form in _ENDINGS[language][ending].split(" "):
                yield code, stem + form, language


def foreign_capitals() -> Iterator[tuple[str, str]]:
    """Each country's code and its capital as these languages spell it."""
    for code, written in _CAPITALS.items():
        for city in written.split("; ") if ";" in written else written.split():
            yield code, city
