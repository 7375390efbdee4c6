"""From files to drafts."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles import importing, publishing, revising
from articles.drafting import Options
from articles.importing import import_articles
from articles.models import (
    Article,
    Brief,
    Contributor,
    Decision,
    Edition,
    ImportRun,
    Proposal,
    ProposalKind,
    Quote,
    Revision,
    Rights,
    Source,
    SourceText,
    Stage,
)
from articles.reading.decode import MAX_BYTES
from articles.sanitising import plain_text
from partners.dates import PartialDate
from partners.models import Official
from tests.making import make_user
from tests.tables import load_registry

pytestmark = pytest.mark.django_db

WIRE = """Le port de Nouadhibou accueillera une base logistique

• 12 Mar. 2024 -
• |
• Mis à jour le: 13 Mar. 2024 10:05

La Mauritanie et l'Espagne ont signé mardi un accord sur la surveillance des côtes, ont annoncé les deux pays.

Le secrétaire général de l'OTAN, Jens Stoltenberg, a salué l'accord.
« Nous avons besoin de partenaires solides sur le flanc sud », a déclaré M. Stoltenberg.

Par Aminata Sow
"""


@pytest.fixture
def registry(db):
    load_registry()


@pytest.fixture
def registry_kept(transactional_db):
    load_registry()


@pytest.fixture
def wire(tmp_path):
    path = tmp_path / "nouadhibou.txt"
    path.write_text(WIRE, encoding="utf-8")
    return path


def seeds() -> list[Path]:
    return sorted((settings.BASE_DIR / "seeds").glob("*.txt"))


def test_a_text_becomes_a_draft_with_its_fields_source_text_and_first_revision(registry, wire):
    report = import_articles([wire])
    assert [outcome.result for outcome in report.outcomes] == ["imported"]
    article = Article.objects.get()
    assert article.title == "Le port de Nouadhibou accueillera une base logistique"
    assert article.title_proposed is False
    assert (article.stage, article.language, article.rights) == (Stage.DRAFT, "fr", Rights.UNKNOWN)
    assert article.slug == "le-port-de-nouadhibou-accueillera-une-base-logistique"
    assert (article.dated, article.revised) == (PartialDate(2024, 3, 12), PartialDate(2024, 3, 13))
    assert [str(byline.contributor) for byline in article.bylines.all()] == ["Aminata Sow"]
    assert "Aminata Sow" not in article.body
    assert "Mis à jour" not in article.body
    held = article.source_text
    assert bytes(held.data) == wire.read_bytes()
    assert held.sha256 == hashlib.sha256(wire.read_bytes()).hexdigest()
    assert article.revisions.get().number == 1
    assert not article.editions.exists()


def test_links_are_proposed_with_the_passage_and_nothing_is_linked(registry, wire):
    import_articles([wire])
    article = Article.objects.get()
    labels = {(p.kind, p.key) for p in article.proposals.all()}
    assert {("country", "MR"), ("country", "ES"), ("official", "jens-stoltenberg"), ("organisation", "OTAN")} <= labels
    official = article.proposals.get(kind=ProposalKind.OFFICIAL)
    assert official.official == Official.objects.get(key="jens-stoltenberg")
    assert "a salué l'accord" in official.passage
    assert all(proposal.decision == Decision.PENDING for proposal in article.proposals.all())
    for links in (article.countries, article.officials, article.organisations, article.meetings):
        assert not links.exists()


def test_a_quote_is_kept_pending_with_its_speaker(registry, wire):
    import_articles([wire])
    quote = Quote.objects.get()
    assert quote.text == "Nous avons besoin de partenaires solides sur le flanc sud"
    assert quote.speaker.key == "jens-stoltenberg"
    assert quote.decision == Decision.PENDING


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem[:3])
def test_every_proposal_and_quote_of_a_seed_is_its_span_of_the_source_text(registry, path):
    import_articles([path])
    text = SourceText.objects.get().text
    found = [*Proposal.objects.all(), *Quote.objects.all()]
    assert found
    for row in found:
        words = row.surface if isinstance(row, Proposal) else row.text
        assert text[row.start : row.end] == words
        assert row.passage_start <= row.start < row.end <= row.passage_end


def test_the_same_bytes_are_imported_once_even_under_another_name(registry, wire, tmp_path):
    copy = tmp_path / "copie.txt"
    copy.write_bytes(wire.read_bytes())
    assert [o.result for o in import_articles([wire, copy]).outcomes] == ["imported", "already held"]
    again = import_articles([wire])
    assert [o.result for o in again.outcomes] == ["already held"]
    assert again.outcomes[0].article == Article.objects.get().pk
    assert Article.objects.count() == SourceText.objects.count() == Revision.objects.count() == 1


def test_a_folder_is_read_by_name_and_only_its_text_files(registry, tmp_path):
    for name in ["b.txt", "a.md", "c.jpg", "sub/d.txt"]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Un texte au sujet de {name}, sans autre forme de procès.")
    files = [Path(outcome.file).name for outcome in import_articles([tmp_path]).outcomes]
    assert files == ["a.md", "b.txt", "d.txt"]


def test_files_that_cannot_be_read_are_refused_by_name_and_the_others_go_on(registry, wire, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "large.txt").write_bytes(b"a" * (MAX_BYTES + 1))
    os.mkfifo(tmp_path / "pipe.txt")
    names = ["empty.txt", "binary.txt", "large.txt", "pipe.txt", "missing.txt", wire.name]
    report = import_articles([tmp_path / name for name in names])
    assert [outcome.result for outcome in report.outcomes] == ["refused"] * 5 + ["imported"]
    assert all(outcome.remarks[0] for outcome in report.refused)
    assert Article.objects.count() == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_refused(registry, wire):
    wire.chmod(0)
    assert import_articles([wire]).refused


def test_a_text_without_a_title_gets_a_proposed_one(registry, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(
        "Les ministres de la Défense se retrouvent jeudi à Bruxelles, où ils doivent débattre des stocks de munitions "
        "et de la protection des câbles sous-marins de la mer Baltique. Rien n'est décidé à ce stade, dit-on.\n"
    )
    import_articles([path])
    article = Article.objects.get()
    assert article.title_proposed
    assert article.title.startswith("Les ministres de la Défense")
    assert len(article.title) <= 100


def test_the_brief_leaves_the_text_and_is_kept_as_requirements(registry):
    import_articles([path for path in seeds() if path.name.startswith("002")])
    brief = Brief.objects.get()
    assert (brief.language, brief.least_words, brief.seo) == ("fr", 700, True)
    assert brief.least_subheadings >= 1
    assert brief.text.startswith("Make this article seo compatible")
    article = brief.article
    everywhere = [article.title, article.slug, article.standfirst, article.body, article.meta_description]
    everywhere += [str(list(Revision.objects.get().snapshot.values())), *Quote.objects.values_list("text", flat=True)]
    everywhere += [p.passage + p.label for p in article.proposals.all()]
    for words in ["seo", "subheadings", "700", "Make this"]:
        assert not any(words.lower() in text.lower() for text in everywhere)


@pytest.mark.parametrize("path", seeds(), ids=lambda path: path.stem[:3])
def test_no_word_of_a_seed_is_lost_between_its_fields_and_what_was_left_out(registry, path):
    import_articles([path])
    article = Article.objects.get()
    held = article.source_text
    left_out = [held.text[start:end] for _kind, start, end in held.removed]
    kept = " ".join([article.title, article.standfirst, plain_text(article.body), *left_out])
    assert set(held.text.split()) <= set(kept.split())


def test_a_dry_run_says_what_would_happen_and_writes_nothing(registry, wire):
    foretold = import_articles([wire], Options(dry_run=True))
    for model in (Article, ImportRun, Contributor, Source):
        assert not model.objects.exists()
    done = import_articles([wire])
    keys = ["outcome", "title", "words", "proposals", "quotes", "remarks"]
    told, made = foretold.as_json()["files"][0], done.as_json()["files"][0]
    assert {key: told[key] for key in keys} == {key: made[key] for key in keys}


def test_a_dry_run_foretells_that_an_unmet_brief_keeps_a_text_from_being_published(registry):
    seed = [path for path in seeds() if path.name.startswith("002")]
    options = {"rights": Rights.OWN, "published": PartialDate(2024, 4, 4), "publish_as": make_user("editor")}
    told = import_articles(seed, Options(dry_run=True, **options)).outcomes[0]
    for model in (Article, Brief, Edition, SourceText):
        assert not model.objects.exists()
    done = import_articles(seed, Options(**options)).outcomes[0]
    assert told.result == done.result == "imported"
    assert told.remarks == done.remarks
    assert any("700" in remark for remark in told.remarks)


def test_what_the_staff_says_goes_before_what_the_text_says(registry, wire):
    options = Options(source="Le Calame", rights=Rights.AGENCY, published=PartialDate(2023, 5), language="en")
    import_articles([wire], options)
    article = Article.objects.get()
    assert (str(article.source), article.rights, article.dated, article.language) == (
        "Le Calame",
        Rights.AGENCY,
        PartialDate(2023, 5),
        "en",
    )


def test_the_first_revision_is_what_a_later_look_at_the_article_would_keep(registry, wire):
    import_articles([wire])
    article = Article.objects.get()
    kept = article.revisions.get()
    assert (kept.number, kept.snapshot) == (article.version, revising.snapshot(article))
    assert kept.snapshot["bylines"]


def test_a_name_that_a_failed_text_made_is_made_again_for_the_next(wire, tmp_path, monkeypatch, transactional_db):
    second = tmp_path / "zz.txt"
    second.write_text(WIRE.replace("Nouadhibou", "Nouakchott"))
    real = importing.create_draft

    def fails_late(name, *args, **kwargs):
        draft = real(name, *args, **kwargs)
        if name == wire.name:
            raise RuntimeError("power cut")
        return draft

    monkeypatch.setattr(importing, "create_draft", fails_late)
    assert [outcome.result for outcome in import_articles([wire, second]).outcomes] == ["refused", "imported"]
    assert Article.objects.get().bylines.get().contributor.name == "Aminata Sow"


def test_a_contributor_and_an_official_deleted_during_a_run_do_not_stop_it(registry_kept, wire, tmp_path):
    second = tmp_path / "zz.txt"
    second.write_text(WIRE.replace("Nouadhibou", "Nouakchott"))

    def delete_after_the_first(done, total):
        if done == 1:
            Article.objects.get().bylines.all().delete()
            Contributor.objects.all().delete()
            Quote.objects.all().delete()
            Official.objects.get(key="jens-stoltenberg").delete()

    report = import_articles([wire, second], progress=delete_after_the_first)
    assert [outcome.result for outcome in report.outcomes] == ["imported", "imported"]
    article = Article.objects.latest("pk")
    assert article.bylines.get().contributor.name == "Aminata Sow"
    assert not article.proposals.filter(official__isnull=False).exists()
    assert article.quotes.get().speaker is None


def test_an_unexpected_error_leaves_nothing_of_its_text_and_stops_no_other(registry, wire, tmp_path, monkeypatch):
    second = tmp_path / "zz.txt"
    second.write_text("Un autre texte, tout à fait différent du premier, mais qui tombe en panne.")
    real = importing.create_draft

    def fails_late(name, *args, **kwargs):
        draft = real(name, *args, **kwargs)
        if name == second.name:
            raise RuntimeError("power cut")
        return draft

    monkeypatch.setattr(importing, "create_draft", fails_late)
    third = tmp_path / "zzz.txt"
    third.write_text("Un troisième texte, qui n'a rien à voir avec les deux autres et qui arrive après eux.")
    report = import_articles([wire, second, third])
    assert [outcome.result for outcome in report.outcomes] == ["imported", "refused", "imported"]
    assert "RuntimeError" in report.outcomes[1].remarks[0]
    assert {held.name for held in SourceText.objects.all()} == {wire.name, third.name}
    assert Article.objects.count() == Revision.objects.count() == 2
    assert ImportRun.objects.get().finished_at is not None


def test_bytes_that_another_process_brought_in_between_are_reported_as_held(registry, wire, monkeypatch):
    import_articles([wire])
    real, calls = importing._held, []

    def late(sha256, *rest):
        calls.append(sha256)
        return None if len(calls) == 1 else real(sha256, *rest)

    monkeypatch.setattr(importing, "_held", late)
    assert [outcome.result for outcome in import_articles([wire]).outcomes] == ["already held"]
    assert Article.objects.count() == 1


def test_an_archive_is_published_at_its_own_date_by_who_may_publish(registry, wire):
    editor = make_user("editor")
    report = import_articles([wire], Options(rights=Rights.OWN, publish_as=editor))
    assert [outcome.result for outcome in report.outcomes] == ["published"]
    edition = Article.objects.get().public_edition()
    assert timezone.localtime(edition.first_public_at).date().isoformat() == "2024-03-12"
    assert edition.published_by == editor


def test_publishing_by_who_may_not_is_refused_before_anything_is_read(registry, wire):
    with pytest.raises(PermissionDenied):
        import_articles([wire], Options(publish_as=make_user("reporter")))
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("first_line", "options", "why"),
    [
        ("", {"rights": Rights.OWN}, "date"),
        (
            "SOUS EMBARGO JUSQU'AU 18 OCTOBRE 2099, 12 H\n\n",
            {"rights": Rights.OWN, "published": PartialDate(2024, 3, 12)},
            "embargo",
        ),
        ("", {"published": PartialDate(2024, 3, 12)}, "à quel titre"),
        (
            "SOUS EMBARGO JUSQU'À NOUVEL ORDRE\n\n",
            {"rights": Rights.OWN, "published": PartialDate(2024, 3, 12)},
            "embargo dont",
        ),
        ("", {"rights": Rights.OWN, "published": PartialDate(2099, 3, 12)}, "date du texte est à venir"),
    ],
)
def test_an_archive_that_may_not_be_published_stays_a_draft_and_says_why(registry, tmp_path, first_line, options, why):
    path = tmp_path / "a.txt"
    path.write_text(f"{first_line}La frégate a quitté le port de Brest pour une mission de trois mois en mer Rouge.\n")
    editor = make_user("editor")
    for dry_run in (True, False):
        outcome = import_articles([path], Options(publish_as=editor, dry_run=dry_run, **options)).outcomes[0]
        assert outcome.result == "imported"
        assert any(why in remark for remark in outcome.remarks), outcome.remarks
    assert not Article.objects.get().editions.exists()


def test_an_embargo_line_is_set_on_the_draft(registry, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("SOUS EMBARGO JUSQU'AU 18 OCTOBRE 2099, 12 H\n\nLa frégate quittera le port de Brest jeudi.\n")
    import_articles([path])
    article = Article.objects.get()
    assert timezone.localtime(article.embargo_until).isoformat() == "2099-10-18T12:00:00+02:00"
    assert "EMBARGO" not in article.body


def test_the_run_is_kept_with_what_came_of_each_file(registry, wire):
    user = make_user("importer")
    import_articles([wire, wire.parent / "missing.txt"], by=user)
    run = ImportRun.objects.get()
    assert run.started_by == user
    assert [outcome["outcome"] for outcome in run.outcomes] == ["imported", "refused"]
    assert run.finished_at is not None


def test_the_command_prints_a_table_and_fails_naming_what_was_refused(registry, wire, capsys):
    with pytest.raises(CommandError, match=r"missing\.txt") as refusal:
        call_command("import_articles", str(wire), str(wire.parent / "missing.txt"))
    assert refusal.value.returncode == 1
    printed = capsys.readouterr().out
    assert wire.name in printed
    assert "Le port de Nouadhibou" in printed


def test_the_command_reports_in_json(registry, wire, capsys):
    call_command("import_articles", str(wire), "--format", "json", "--dry-run")
    report = json.loads(capsys.readouterr().out)
    assert report["counts"]["imported"] == 1
    assert report["dry_run"] is True


def test_what_comes_again_is_taken_out_of_the_trash_by_who_may_and_only_when_asked(db, wire, capsys):
    import_articles([wire])
    chief, reporter = make_user("chief", username="chief"), make_user("reporter", username="rose")
    publishing.trash(Article.objects.get(), by=chief)
    (held,) = import_articles([wire]).outcomes
    assert held.result == "already held"
    assert "--restore" in held.remarks[0]
    with pytest.raises(CommandError, match="rose"):
        call_command("import_articles", str(wire), "--restore", "--as", reporter.username)
    (told,) = import_articles([wire], Options(restore_as=chief, dry_run=True)).outcomes
    assert told.result == "restored"
    assert Article.objects.get().trashed_at is not None
    call_command("import_articles", str(wire), "--restore", "--as", chief.username, "--format", "json")
    assert json.loads(capsys.readouterr().out)["counts"]["restored"] == 1
    assert Article.objects.get().trashed_at is None


def test_the_table_names_files_from_their_common_folder_and_hides_no_sign(db, tmp_path, capsys):
    for name in ["a/x.txt", "b/x.txt", "b/c.jpg"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Un \u202etitre\x1b[2J {name}\n\nLa frégate {name} a quitté le port de Brest.\n")
    call_command("import_articles", str(tmp_path))
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()[1:3]] == ["a/x.txt", "b/x.txt"]
    assert printed.splitlines()[-1].endswith(": 1")
    assert not {"\u202e", "\x1b"} & set(printed)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--restore"],
        ["--publish"],
        ["--publish", "--as", "nobody"],
        ["--published", "17/10/2024"],
        ["--rights", "stolen"],
    ],
)
def test_the_command_refuses_wrong_options_with_a_sentence(registry, wire, arguments):
    with pytest.raises(CommandError):
        call_command("import_articles", str(wire), *arguments)
    assert not Article.objects.exists()


def test_a_file_whose_name_is_no_utf8_is_imported_or_refused_by_a_name_that_can_be_shown(tmp_path):
    folder = os.fsencode(tmp_path)
    for name, data in {b"caf\xe9.txt": "Un titre\n\nLe ministre a parlé.\n".encode(), b"vid\xe9.txt": b""}.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)
    report = import_articles([tmp_path])
    assert [(Path(each.file).name, each.result) for each in report.outcomes] == [
        ("caf\ufffd.txt", "imported"),
        ("vid\ufffd.txt", "refused"),
    ]
    assert SourceText.objects.get().name == "caf\ufffd.txt"
    assert [each["file"] for each in ImportRun.objects.get().outcomes] == [each.file for each in report.outcomes]
