"""Who may do what at the desk: the table of the README, as data."""

from articles.models import Stage

ROLES = ["reporter", "editor", "chief", "importer", "registry keeper"]
DESK = {"reporter", "editor", "chief", "importer"}
REVIEWERS = {"editor", "chief"}

# What each page of an article asks for; a role that is not named gets 403, and nothing of the article.
PAGES = {
    "change": DESK,
    "history": DESK,
    "proposals": DESK,
    "compare": DESK,
    "preview": DESK,
    "share": DESK,
    "pictures": DESK,
}
# Which roles may take which step, and at which stages it applies to an article that is not public.
ANY = set(Stage)
STEPS = {
    "submit": (DESK, {Stage.DRAFT}),
    "approve": (REVIEWERS, {Stage.IN_REVIEW}),
    "send_back": (REVIEWERS, {Stage.IN_REVIEW, Stage.READY}),
    "publish": (REVIEWERS, ANY),
    "schedule": (REVIEWERS, ANY),
    "trash": (REVIEWERS, ANY),
    # this applies where a second person is wanted
    "ask_approval": (REVIEWERS, set()),
    # these apply to what is public or scheduled
    "take_offline": (REVIEWERS, set()),
    "cancel_schedule": (REVIEWERS, set()),
    "keep_online": (REVIEWERS, set()),
    "lead": (REVIEWERS, set()),
    "withdraw": ({"chief"}, set()),
    "restore": (REVIEWERS, set()),
}
# Who may change the words, by stage.
WRITERS = {Stage.DRAFT: DESK, Stage.IN_REVIEW: DESK, Stage.READY: REVIEWERS}
# Lists and other pages of the desk.
LISTS = {
    "articles_article": DESK,
    "articles_edition": DESK,
    "articles_revision": DESK,
    "articles_proposal": DESK,
    "articles_quote": DESK,
    "articles_sourcetext": DESK,
    "articles_waiver": DESK,
    "articles_brief": DESK,
    "articles_byline": DESK,
    "articles_incoming": REVIEWERS | {"importer"},
    "articles_journalentry": {"chief"},
    "articles_entrychange": {"chief", "registry keeper"},
    "articles_checklevel": DESK,
    "articles_picture": set(ROLES),
    "articles_portrait": set(ROLES),
    "articles_silentedit": {"chief"},
    "articles_sharedpreview": DESK,
    "articles_source": DESK,
    "articles_theme": DESK | {"registry keeper"},
    "partners_country": set(ROLES),
    "partners_official": set(ROLES),
    "auth_user": set(),
    "auth_group": set(),
}
# Who may add, change and delete rows of the registry.
KEEPERS = {
    "add": {"editor", "chief", "registry keeper"},
    "change": {"chief", "registry keeper"},
    "delete": {"registry keeper"},
}
