"""The texts about the site itself: which French and which English address belong together."""

PAIRS = [
    ("/a-propos/", "/en/about/"),
    ("/mentions-legales/", "/en/legal-notice/"),
    ("/vie-privee/", "/en/privacy/"),
    ("/rectificatifs/", "/en/corrections/"),
    ("/contact/", "/en/contact/"),
]
_OTHER = dict(PAIRS) | {english: french for french, english in PAIRS}


def other_address(address: str) -> str:
    """Where the same text stands in the other language; empty for what is no text about the site."""
    return _OTHER.get(address, "")
