"""How well readings agree with labels: precision, recall and F1 of each field. The labels' keys are in texts/README.md.

What is forgiven: case, accents, punctuation and quotation marks everywhere; titles, initials and close spellings of
names; French and English names of the usual organisations and places; the first 40 characters decide a quote.
"""

import json
import re
import unicodedata

LIST_FIELDS = [
    "byline",
    "officials",
    "countries",
    "countries_metonym",
    "organisations",
    "meetings",
    "subheadings",
    "captions",
    "quotes",
]
EXACT_FIELDS = ["lang", "title", "published", "updated", "source"]

# ------------------------------------------------------------------ text


def fold(s):
    """Lower case, no accents, one kind of apostrophe, single spaces."""
    s = unicodedata.normalize("NFKD", str(s))
    s = "".join(c for c in s if not unicodedata.combining(c))
    s = s.replace("\ufeff", "").replace("’", "'").replace("‘", "'").replace("ʼ", "'")
    return " ".join(s.casefold().split())


def words(s):
    """Folded, punctuation turned into spaces: for comparing running text."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(s)).split())


# ------------------------------------------------------------------ persons

TITLES = set(
    [
        "m",
        "mm",
        "mr",
        "mrs",
        "ms",
        "mme",
        "mlle",
        "dr",
        "prof",
        "pr",
        "sir",
        "lord",
        "hon",
        "general",
        "gal",
        "gen",
        "amiral",
        "admiral",
        "adm",
        "colonel",
        "col",
        "lieutenant",
        "commandant",
        "capitaine",
        "president",
        "presidente",
        "premier",
        "ministre",
        "prime",
        "minister",
        "secretaire",
        "secretary",
        "senateur",
        "senator",
        "sen",
        "gov",
        "governor",
        "ambassadeur",
        "ambassadrice",
        "ambassador",
        "roi",
        "king",
        "cheikh",
        "sheikh",
        "prince",
        "se",
        "sem",
        "excellence",
        "jr",
        "sr",
        "senor",
        "sra",
        "don",
        "herr",
        "frau",
        "deputy",
    ]
)
NICK = {
    "mike": "michael",
    "joe": "joseph",
    "bill": "william",
    "tony": "antony",
    "jim": "james",
    "mick": "michael",
    "tom": "thomas",
    "bob": "robert",
}


def name_tokens(s):
    w = words(s).split()
    return [x for x in w if x not in TITLES] or w


def edit_at_most(a, b, k):
    if abs(len(a) - len(b)) > k:
        return False
    prev = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        cur = [i]
        for j, y in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[-1] + 1, prev[j - 1] + (x != y)))
        prev = cur
    return prev[-1] <= k


def first_ok(a, b):
    """Compatible given names: one of them absent, an initial, a short form, or a near spelling."""
    if not a or not b:
        return True
    x, y = NICK.get(a[0], a[0]), NICK.get(b[0], b[0])
    if x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]):
        return True
    return min(len(x), len(y)) >= 4 and (x.startswith(y) or y.startswith(x) or edit_at_most(x, y, 1))


def same_person(p, g):
    a, b = name_tokens(p), name_tokens(g)
    if not a or not b:
        return False
    if sorted(a) == sorted(b):
        return True
    if len(a) == 1 or len(b) == 1:  # a bare surname (or name in use) on one side
        one, many = (a, b) if len(a) == 1 else (b, a)
        return one[0] in many[-3:] or (len(one[0]) >= 7 and any(edit_at_most(one[0], m, 1) for m in many[-2:]))
    if a[-1] == b[-1]:
        return first_ok(a[:-1], b[:-1])
    if a[-2:] == b[:2][::-1] or (a[0] == b[-1] and a[-1] == b[0]):  # family name first
        return True
    # transliterations: same given name and a close surname
    return (
        len(a[-1]) >= 6
        and len(b[-1]) >= 6
        and edit_at_most(a[-1], b[-1], 2)
        and a[:-1] != []
        and first_ok(a[:1], b[:1])
        and a[0][0] == b[0][0]
    )


# ------------------------------------------------------------------ organisations, places

ORG_GROUPS = """
otan|nato|alliance atlantique|alliance|organisation du traite de l atlantique nord|north atlantic treaty organization|north atlantic alliance|atlantic alliance
ue|eu|union europeenne|union europea|european union
onu|un|united nations|nations unies|organisation des nations unies
conseil de securite|conseil de securite de l onu|united nations security council|un security council
union africaine|ua|african union|au
ligue arabe|ligue des etats arabes|arab league|league of arab states|lea|las
conseil de cooperation du golfe|conseil de cooperation des etats arabes du golfe|ccg|gulf cooperation council|gcc
osce|organisation pour la securite et la cooperation en europe|organization for security and co operation in europe
cedeao|ecowas|communaute economique des etats de l afrique de l ouest|economic community of west african states
commission europeenne|european commission
conseil europeen|european council
etat major militaire international|etat major militaire international de l otan|emi|international military staff|nato international military staff|ims
etat major de l union europeenne|emue|european union military staff|eu military staff|eums
comite militaire|comite militaire de l otan|military committee|nato military committee
conseil de l atlantique nord|north atlantic council|nac
commission otan georgie|nato georgia commission
kfor|force pour le kosovo|kosovo force
monusco|mission de l organisation des nations unies pour la stabilisation en republique democratique du congo
sadc|communaute de developpement de l afrique australe|southern african development community
cae|eac|communaute d afrique de l est|communaute de l afrique de l est|east african community
alliance des etats du sahel|aes
nmi|mission otan en irak|mission de l otan en irak|mission en irak|nato mission iraq
hub pour le sud|hub de l otan pour le sud|nato strategic direction south hub
eiil|etat islamique|daech|isil|isis|islamic state
coalition mondiale contre l eiil|coalition mondiale contre daech|global coalition against isis
"""
ORG = {}
for _line in ORG_GROUPS.strip().splitlines():
    _names = _line.split("|")
    for _n in _names:
        ORG[words(_n)] = _names[0]


def org_key(s):
    w = words(re.sub(r"\(.*?\)", " ", str(s)))
    w2 = re.sub(r"^(l|la|le|les|the) ", "", w)
    m = re.search(r"\(([^()]+)\)", str(s))
    for c in (w, w2, words(m.group(1)) if m else ""):
        if c in ORG:
            return ORG[c]
    return w2


PLACE_GROUPS = """
bruxelles|brussels|brussel|capitale belge|siege de l otan|siege de l alliance|nato headquarters|nato hq
la haye|the hague|den haag
washington|washington dc
londres|london
lisbonne|lisbon|lisboa
varsovie|warsaw
bucarest|bucharest
nouvelle york|new york
le caire|cairo
turquie|turkiye|turkey|ankara
"""
PLACE = {}
for _line in PLACE_GROUPS.strip().splitlines():
    _names = _line.split("|")
    for _n in _names:
        PLACE[words(_n)] = words(_names[0])


def place_keys(s):
    out = set()
    for part in re.split(r"[,;/()]| - ", str(s or "")):
        w = words(part)
        if w:
            out.add(PLACE.get(w, w))
    whole = words(s or "")
    if whole:
        out.add(PLACE.get(whole, whole))
    return out


def source_key(s):
    w = words(re.sub(r"\.(com|fr|org|net|int|mr)\b", "", str(s), flags=re.I))
    return re.sub(r"^(le|la|les|the|l) ", "", w)


# ------------------------------------------------------------------ values


def text_of(x, *keys):
    if isinstance(x, dict):
        for k in keys + ("name", "text", "label", "title", "value"):
            if x.get(k):
                return str(x[k])
        return ""
    return str(x)


def months(d, alt=False):
    s = d.get("start_alt") if alt else d.get("start")
    e = d.get("end_alt") if alt else d.get("end")
    return {str(v)[:7] for v in (s, e) if v and len(str(v)) >= 7}


def meeting_score(p, g, need_kind=True):
    """0 = no match; higher = better."""
    kinds = [fold(g.get("kind", ""))] + [fold(k) for k in g.get("kind_alt", [])]
    if need_kind and fold(p.get("kind", "")) not in kinds:
        return 0
    pm, gm = months(p), months(g) | months(g, True)
    pp = place_keys(p.get("place"))
    gp = place_keys(g.get("place")).union(*[place_keys(x) for x in g.get("place_alt", [])])
    month_ok = bool(pm & gm)
    place_ok = bool(pp & gp) or any(len(x) > 3 and len(y) > 3 and (x in y or y in x) for x in pp for y in gp)
    if pm and gm and not month_ok:
        return 0
    if pp and gp and not place_ok and not g.get("place_optional"):
        return 0
    stop = set(
        [
            "de",
            "la",
            "le",
            "les",
            "du",
            "des",
            "et",
            "the",
            "of",
            "and",
            "l",
            "d",
            "a",
            "in",
            "on",
            "with",
            "au",
            "aux",
            "reunion",
            "meeting",
        ]
    )
    common = len((set(words(p.get("label", "")).split()) - stop) & (set(words(g.get("label", "")).split()) - stop))
    if not month_ok and not place_ok:
        if gm and gp:  # the label states both, the prediction gives neither
            return 0
        if common < 2:
            return 0
    day = p.get("start") and p.get("start") in (g.get("start"), g.get("start_alt"))
    return 1 + 4 * bool(day) + 2 * place_ok + month_ok + 0.1 * min(common, 9)


def quote_text_ok(p, g):
    a, b = words(text_of(p, "text", "quote")), words(text_of(g, "text"))
    if not a or not b:
        return False
    n = min(40, len(a), len(b))
    if n < min(40, len(b)) and n < 12 and a != b:
        return False
    return a[:n] == b[:n] and (n >= 12 or a == b)


def speaker_ok(p, g):
    sp = p.get("speaker") if isinstance(p, dict) else None
    if isinstance(sp, dict):
        sp = text_of(sp)
    gs = g.get("speaker")
    if gs:
        return bool(sp) and same_person(sp, gs)
    if not sp:
        return True
    alts = [str(x) for x in g.get("speaker_alt", [])]
    if any(same_person(sp, x) for x in alts):
        return True
    at = g.get("attribution")
    return bool(at) and (org_key(sp) == org_key(at) or words(sp) in words(at) or words(at) in words(sp))


def caption_ok(p, g):
    a, b = words(text_of(p, "text", "caption")), words(text_of(g))
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= 0.6 * max(len(a), len(b)) and (a in b or b in a))


def metonym_key(x):
    if isinstance(x, dict):
        return words(x.get("text", "")) or fold(x.get("country", ""))
    return words(x)


def metonym_ok(p, g):
    k = metonym_key(p)
    return bool(k) and k in (metonym_key(g), fold(g.get("country", "")))


MATCH = {
    "byline": lambda p, g: same_person(text_of(p), text_of(g)),
    "officials": lambda p, g: same_person(text_of(p), text_of(g)),
    "countries": lambda p, g: text_of(p, "code", "iso", "country").upper() == g,
    "countries_metonym": metonym_ok,
    "organisations": lambda p, g: org_key(text_of(p)) == org_key(text_of(g)),
    "meetings": lambda p, g: meeting_score(p, g) if isinstance(p, dict) else 0,
    "meetings_anykind": lambda p, g: meeting_score(p, g, False) if isinstance(p, dict) else 0,
    "subheadings": lambda p, g: words(text_of(p)) == words(text_of(g)),
    "captions": caption_ok,
    "quotes": quote_text_ok,
    "quotes+speaker": lambda p, g: quote_text_ok(p, g) and speaker_ok(p, g),
}


def align(preds, golds, optional, match):
    """One-to-one alignment, best score first. Returns pairs, missed golds, invented predictions.

    A prediction that only repeats a gold already found, or that meets an optional label, is ignored."""
    cand = sorted(
        ((float(match(p, g)), -i, -j) for i, p in enumerate(preds) for j, g in enumerate(golds) if match(p, g)),
        reverse=True,
    )
    up, ug, pairs = set(), set(), []
    for s, i, j in cand:
        if -i not in up and -j not in ug:
            up.add(-i)
            ug.add(-j)
            pairs.append((preds[-i], golds[-j]))
    missed = [g for j, g in enumerate(golds) if j not in ug]
    invented = [
        p
        for i, p in enumerate(preds)
        if i not in up and not any(match(p, o) for o in optional) and not any(match(p, g) for g in golds)
    ]
    return pairs, missed, invented


def exact_ok(field, pred, gold, optional):
    if field == "lang":
        return bool(pred) and str(pred)[:2].lower() == gold
    if pred in ("", []):
        pred = None
    if field in ("published", "updated"):
        return (str(pred)[:10] if pred else None) == gold
    if field == "source":
        ok = [source_key(x) for x in optional.get("source", [])] + ([source_key(gold)] if gold else [])
        if pred is None:
            return gold is None
        return source_key(pred) in ok
    if pred is None or gold is None:
        return pred is None and gold is None
    return words(pred) in [words(gold)] + [words(x) for x in optional.get("title", [])]


# ------------------------------------------------------------------ scoring


def prf(tp, fp, fn):
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)


def as_list(v):
    return v if isinstance(v, list) else [] if v is None else [v]


def get_pred(pred, key):
    if key in pred:
        return pred[key]
    return (pred.get("extra") or {}).get(key)


def score(gold, preds):
    """gold, preds: stem -> dict. Returns (totals, details)."""
    names = LIST_FIELDS + ["meetings_anykind", "quotes+speaker"]
    tot = {f: [0, 0, 0] for f in names}
    exact = {f: [0, 0] for f in EXACT_FIELDS}
    null_exact = {f: [0, 0] for f in EXACT_FIELDS}
    coverage = dict.fromkeys(LIST_FIELDS + EXACT_FIELDS, 0)
    dates = [0, 0]
    extra = {f: [0, 0] for f in ("dateline", "standfirst", "brief", "editors")}
    details = {}
    for stem, g in sorted(gold.items()):
        p = preds.get(stem) or {}
        opt = g.get("optional", {})
        det = details.setdefault(stem, {})
        for f in LIST_FIELDS + EXACT_FIELDS:
            coverage[f] += f in p
        for f in EXACT_FIELDS:
            ok = exact_ok(f, p.get(f), g.get(f), opt)
            exact[f][0] += ok
            exact[f][1] += 1
            if g.get(f) is None:
                null_exact[f][0] += ok
                null_exact[f][1] += 1
            if not ok:
                det[f] = {"gold": g.get(f), "pred": p.get(f)}
        for f in names:
            base = f.split("+")[0].split("_any")[0]
            pl, gl = as_list(p.get(base)), as_list(g.get(base))
            if base == "countries":
                pl = list(dict.fromkeys(text_of(x, "code", "iso", "country").upper() for x in pl))
            ol = as_list(opt.get(base))
            if f == "quotes+speaker":  # the text must fit some label; then the speaker decides
                pairs, missed, invented = align(pl, gl, ol, MATCH["quotes"])
                good = [x for x in pairs if speaker_ok(x[0], x[1])]
                tp, fp, fn = len(good), len(invented) + len(pairs) - len(good), len(gl) - len(good)
                wrong = [
                    {
                        "text": x[1]["text"],
                        "gold": x[1].get("speaker"),
                        "pred": x[0].get("speaker") if isinstance(x[0], dict) else None,
                    }
                    for x in pairs
                    if x not in good
                ]
                if wrong:
                    det["quote speakers"] = wrong
            else:
                pairs, missed, invented = align(pl, gl, ol, MATCH[f])
                tp, fp, fn = len(pairs), len(invented), len(missed)
                if f != "meetings_anykind" and (missed or invented):
                    det[f] = {"missed": missed, "invented": invented}
                if f == "meetings":
                    for a, b in pairs:
                        want = {b.get("start"), b.get("start_alt")} - {None}
                        if want:
                            dates[1] += 1
                            dates[0] += a.get("start") in want
            for k, v in enumerate((tp, fp, fn)):
                tot[f][k] += v
        for f in extra:
            v = get_pred(p, f)
            if f in p or f in (p.get("extra") or {}):
                want = (g.get("extra") or {}).get(f)
                extra[f][1] += 1
                if f == "editors":
                    a = align(as_list(v), want or [], [], MATCH["byline"])
                    extra[f][0] += not a[1] and not a[2]
                elif f == "dateline":
                    extra[f][0] += (not v and not want) or bool(v and want and place_keys(v) & place_keys(want))
                else:
                    extra[f][0] += (not v and not want) or bool(v and want and words(v)[:60] == words(want)[:60])
    return {
        "lists": tot,
        "exact": exact,
        "null_exact": null_exact,
        "coverage": coverage,
        "meeting_dates": dates,
        "extra": extra,
        "texts": len(gold),
        "without_prediction": sorted(s for s in gold if s not in preds),
    }, details


def report(t, details=None):
    out = ["texts: %d   without a prediction file: %d" % (t["texts"], len(t["without_prediction"]))]
    out.append(
        "%-20s %6s %6s %6s   %5s %5s %5s  %s" % ("field", "prec", "rec", "F1", "tp", "fp", "fn", "key present in")
    )
    for f, (tp, fp, fn) in t["lists"].items():
        cov = t["coverage"].get(f)
        out.append(
            "%-20s %6.3f %6.3f %6.3f   %5d %5d %5d  %s"
            % ((f,) + prf(tp, fp, fn) + (tp, fp, fn, "" if cov is None else cov))
        )
    d = t["meeting_dates"]
    out.append("matched meetings with the exact start: %d of %d" % tuple(d))
    for f, (a, n) in t["exact"].items():
        na, nn = t["null_exact"][f]
        out.append(
            "%-20s exact %.3f (%d/%d); of which label null: %d/%d; key present in %d"
            % (f, a / n if n else 0, a, n, na, nn, t["coverage"][f])
        )
    for f, (a, n) in t["extra"].items():
        if n:
            out.append("%-20s agreed %d of %d texts where predicted" % (f, a, n))
    if details is not None:
        for s, det in details.items():
            out.append("\n== " + s)
            for f, v in det.items():
                out.append("   %s: %s" % (f, json.dumps(v, ensure_ascii=False)))
    return "\n".join(out)
