"""verify, match, stats, export and import as a user runs them, on a TinyDB file and on SQLite."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quotes.cli.app import app
from quotes.cli.search_index import open_index
from quotes.errors import QuotesError
from quotes.model import Cue, Document, Mention, Quote, Span, Speaker, quote_id
from quotes.writing import FORMATS
from store import Decision, open_store

SHARED = Path(__file__).parents[4] / "shared" / "articles"
RUTTE = Speaker("rutte", "مارك روته", "أمين عام الناتو", "person", ("روته",))
BLINKEN = Speaker("blinken", "أنتوني بلينكن", None, "person", ("بلينكن",))
ARTICLES = {
    "one": (
        "أخبار أولى",
        [
            (RUTTE, "علينا أن نفعل المزيد لضمان قدرة الجيران على البقاء في السوق وصد 5 خسائر"),
            (BLINKEN, "سنواصل دعمنا للمشروع حتى نهاية عام 2025"),
        ],
    ),
    "two": (
        "أخبار ثانية",
        [
            (RUTTE, "من الواضح أن علينا فعل المزيد لضمان بقاء الجيران في السوق وصد 3 خسائر"),
            (RUTTE, "الشركة لم تنتصر"),
        ],
    ),
}


def document_of(name: str) -> tuple[Document, list[Quote]]:
    outlet, statements = ARTICLES[name]
    text, quotes = "", []
    places = []
    for speaker, words in statements:
        start = len(text)
        text += f"قال {speaker.name}: «{words}».\n"
        places.append((start, text.index(words, start), speaker, words))
    document = Document(f"{name}.txt", text, f"عنوان {name}", outlet, None, "2024-11-13")
    for start, place, speaker, words in places:
        cue = Cue(start, start + 3, "قال", "قال", "neutral", "verb")
        content = (Span(place, place + len(words), words),)
        mention = Mention(start + 4, start + 4 + len(speaker.name), speaker.name)
        quotes.append(
            Quote(
                quote_id(document.sha256, cue, content),
                "direct",
                "clause",
                content,
                cue,
                mention,
                speaker,
                confidence=0.8,
                evidence=("marks",),
            )
        )
    return document, quotes


@pytest.fixture(params=["tinydb", "sqlite"])
def database(request, tmp_path, monkeypatch) -> str:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("QUOTES_REVIEWER", "tester")
    name = "q.json" if request.param == "tinydb" else "q.sqlite"
    location = str(tmp_path / name)
    if request.param == "sqlite":
        location = f"sqlite:///{location}"
    monkeypatch.setenv("QUOTES_DB", location)
    with open_store(location) as store:
        store.add_many([document_of(name) for name in ARTICLES])
    return location


def run(*arguments: str | Path, code: int = 0) -> str:
    result = CliRunner().invoke(app, list(map(str, arguments)))
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == code, result.output
    return result.stdout


def told(*arguments: str | Path) -> str:
    """What the command says on standard error."""
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert result.exit_code == 0, result.output
    return result.stderr.removeprefix("quotes: ").removesuffix("\n")


class TestVerify:
    def test_who_is_quoted_so_and_where(self, database):
        answer = json.loads(run("verify", "الشركه لم تنتصر", "--speaker", "روته", "--json"))
        assert (answer["level"], answer["speaker"]) == ("word for word", "as asked")
        finding = answer["findings"][0]
        assert (finding["speaker"], finding["outlet"]) == ("مارك روته", "أخبار ثانية")
        assert finding["published"] == "2024-11-13"
        shown = run("verify", "الشركه لم تنتصر", "--speaker", "روته")
        assert "found word for word; said by روته" in shown
        assert "أخبار ثانية, 2024-11-13" in shown

    def test_another_is_quoted_so(self, database):
        shown = run("verify", "الشركة لم تنتصر", "--speaker", "بلينكن")
        assert "not by بلينكن: another is quoted so" in shown
        assert "مارك روته" in shown

    def test_not_found_shows_the_nearest(self, database):
        shown = run("verify", "المشروع سينتقل إلى المريخ قريبا")
        assert shown.startswith("not found: nobody is quoted so")
        assert "سنواصل دعمنا للمشروع" in shown

    def test_the_difference_and_what_matters_in_it(self, database):
        shown = run("verify", "سنواصل دعمنا للمشروع حتى نهاية عام 2026")
        assert "[-2026-]{+2025+}" in shown
        assert "! another date: 2026 / 2025" in shown

    def test_sees_what_a_reviewer_changed_since(self, database):
        assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] == "word for word"
        with open_store(database) as store:
            (stored,) = store.find("text:تنتصر")
            reading = stored.reading
            span = reading.content[0]
            shorter = Span(span.start, span.start + 6, span.text[:6])
            decision = Decision(stored.id, "fix", reading=replace(reading, content=(shorter,)))
            store.decide(decision, reviewer="tester")
        assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] == "not found"
        with open_store(database) as store:
            store.undo(reviewer="tester")
        assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] == "word for word"

    def test_sees_what_is_changed_while_the_review_app_is_open(self, database):
        with open_store(database) as store:
            assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] != "not found"
            (stored,) = store.find("text:تنتصر")
            span = stored.reading.content[0]
            shorter = Span(span.start, span.start + 6, span.text[:6])
            reading = replace(stored.reading, content=(shorter,))
            store.decide(Decision(stored.id, "fix", reading=reading), reviewer="tester")
            assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] == "not found"

    def test_what_a_reviewer_rejected_does_not_count(self, database):
        with open_store(database) as store:
            (stored,) = store.find("text:تنتصر")
            store.decide(Decision(stored.id, "reject"), reviewer="tester")
        assert json.loads(run("verify", "الشركة لم تنتصر", "--json"))["level"] == "not found"

    def test_the_index_is_only_built_once(self, database, tmp_path):
        run("verify", "الشركة")
        (file,) = (tmp_path / "cache").rglob("*.sqlite")
        before = file.stat().st_mtime_ns
        run("verify", "الشركة")
        assert file.stat().st_mtime_ns == before
        with open_store(database, create=False) as store, open_index(store, database) as index:
            assert len(index) == 4

    def test_works_where_no_cache_can_be_written(self, database, tmp_path, monkeypatch):
        (tmp_path / "file").write_text("in the way")
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
        assert "found word for word" in run("verify", "الشركة لم تنتصر")

    @pytest.mark.parametrize("text", ["", "?!", "😀"])
    def test_no_word_is_a_usage_error(self, database, text):
        with pytest.raises(QuotesError) as error:
            run("verify", text)
        assert error.value.exit_code == 2

    def test_no_database_is_not_made(self, tmp_path):
        with pytest.raises(QuotesError):
            run("verify", "كلام", "--db", tmp_path / "none.json")
        assert not (tmp_path / "none.json").exists()


class TestMatch:
    def test_two_translations(self, database):
        (cluster,) = [json.loads(line) for line in run("match", "--json").splitlines()]
        assert cluster["speaker"] == "مارك روته"
        assert cluster["documents"] == 2
        assert len(cluster["variants"]) == 2
        warned = {w["aspect"] for v in cluster["variants"] for w in v["warnings"]}
        assert "number" in warned
        shown = run("match")
        assert "2 articles, 2 wordings" in shown
        assert "! another number: 5 / 3" in shown

    def test_what_a_reviewer_rejected_does_not_count(self, database):
        with open_store(database) as store:
            (stored,) = store.find("text:واضح")
            store.decide(Decision(stored.id, "reject"), reviewer="tester")
        assert "no statement" in run("match")
        assert "2 articles" in run("match", "status:rejected,pending")

    def test_filters(self, database):
        assert "no statement" in run("match", "speaker:بلينكن")
        assert "no statement" in run("match", "outlet:ثانية")

    @pytest.mark.parametrize("command", ["match", "agreement"])
    def test_a_filter_that_nothing_matches(self, database, command):
        assert told(command, "outlet:ثالثة") == "no quote matches"
        assert run(command, "outlet:ثالثة") == ""


class TestStats:
    def test_counts(self, database):
        counted = json.loads(run("stats", "--json"))
        assert (counted["quotes"], counted["documents"]) == (4, 2)
        assert counted["speakers"][0]["name"] == "مارك روته"
        assert counted["speakers"][0]["outlets"] == {"أخبار أولى": 1, "أخبار ثانية": 2}
        assert counted["periods"] == {"2024-11-13": 4}
        shown = run("stats")
        assert "4 quotes in 2 articles" in shown
        assert "█ مارك روته" in shown.replace("  ", "").replace("█" * 20, "█")

    def test_sources_without_a_name_and_quotes_without_a_source(self, database):
        document, quotes = document_of("one")
        official = Speaker("official", "مسؤول", None, "unnamed", ())
        other = replace(document, name="other.txt", text=f"{document.text}\n")
        given = [replace(quotes[0], speaker=official), replace(quotes[1], speaker=None)]
        ids = [quote_id(other.sha256, quote.cue, quote.content) for quote in quotes]
        with open_store(database) as store:
            store.add(other, [replace(q, id=id) for q, id in zip(given, ids, strict=True)])
        counted = json.loads(run("stats", "--json"))
        assert (counted["unattributed"], counted["unnamed"]) == (1, 1)
        shown = run("stats")
        assert "1 (17%) without any speaker; 1 (17%) by unnamed sources" in shown
        assert "speakers (3, unnamed sources among them)" in shown
        assert "2 speakers in the list (unnamed sources not counted)" in run("db", "info")

    def test_report(self, database, tmp_path):
        run("stats", "--html", tmp_path / "report.html")
        page = (tmp_path / "report.html").read_text("utf-8")
        assert 'dir="rtl"' in page
        assert "مارك روته" in page


class TestExportAndImport:
    @pytest.mark.parametrize("name", sorted(FORMATS))
    def test_every_format(self, database, tmp_path, name):
        target = tmp_path / f"out{FORMATS[name].suffix}"
        run("export", "--format", name, "-o", target)
        assert target.stat().st_size > 500

    def test_filter_and_reviewer(self, database, tmp_path):
        with open_store(database) as store:
            (stored,) = store.find("text:تنتصر")
            store.decide(Decision(stored.id, "accept"), reviewer="ريم")
        rows = run("export", "status:accepted", "--format", "csv")
        assert len(rows.splitlines()) == 2
        assert '"accepted","ريم"' in rows
        records = [json.loads(line) for line in run("export", "speaker:بلينكن").splitlines()]
        assert [record["speaker"]["name"] for record in records] == ["أنتوني بلينكن"]

    def test_says_how_much_went_where(self, database, tmp_path):
        target = tmp_path / "a.csv"
        assert told("export", "-o", target) == f"4 quotes of 2 articles written to {target}"
        assert told("export", "speaker:بلينكن", "-o", target).startswith("1 quote of 1 article ")
        terms = "status:accepted,fixed"
        nothing = f"no quote matches {terms}"
        assert told("export", terms, "-o", target) == f"{nothing}; {target} holds none"
        assert told("export", terms) == nothing
        assert told("export") == ""

    def test_folder_for_formats_with_a_file_an_article(self, database, tmp_path):
        folder = tmp_path / "brat"
        said = told("export", "--format", "brat", "-o", folder)
        assert len(list(folder.glob("*.ann"))) == 2
        files = len(list(folder.iterdir()))
        assert said == f"4 quotes of 2 articles written to {folder} ({files} files)"

    def test_jsonl_to_store_to_jsonl_is_identical(self, database, tmp_path):
        with open_store(database) as store:
            for status, stored in zip(("accept", "reject"), store.find(), strict=False):
                store.decide(Decision(stored.id, status), reviewer="tester")
        run("export", "-o", tmp_path / "a.jsonl")
        articles = tmp_path / "articles"
        articles.mkdir()
        for name in ARTICLES:
            (articles / f"{name}.txt").write_text(document_of(name)[0].text, "utf-8", newline="")
        other = tmp_path / "other.json"
        with open_store(other) as store:
            store.add_many([(document_of(name)[0], []) for name in ARTICLES])
        fresh = tmp_path / "fresh.json"
        run("import", tmp_path / "a.jsonl", "--db", fresh, "--articles", articles)
        run("export", "--db", fresh, "-o", tmp_path / "b.jsonl")

        def records(path: Path) -> list[dict]:
            lines = path.read_text("utf-8").splitlines()
            # Text files carry no title, outlet or date, and lie in another place.
            outside = dict.fromkeys(("document", "title", "outlet", "published"))
            return [json.loads(line) | outside for line in lines]

        assert records(tmp_path / "a.jsonl") == records(tmp_path / "b.jsonl")

    def test_label_studio_round_trip_is_a_review(self, database, tmp_path):
        path = tmp_path / "tasks.json"
        run("export", "--format", "label-studio", "-o", path)
        tasks = json.loads(path.read_text("utf-8"))
        for task in tasks:
            result = task["predictions"][0]["result"]
            for item in result:
                if item["type"] == "labels" and "الشركة" in item["value"]["text"]:
                    item["value"]["end"] -= 6
            task["annotations"] = [{"result": result, "completed_by": 7}]
        path.write_text(json.dumps(tasks))
        summary = json.loads(run("import", path, "--accept-unchanged", "--json"))
        assert (summary["fixed"], summary["accepted"]) == (1, 3)
        with open_store(database) as store:
            assert store.counts() == {"pending": 0, "accepted": 3, "rejected": 0, "fixed": 1}
            (stored,) = store.find("status:fixed")
            assert stored.quote.text == "الشركة لم"
            assert [event.action for event in store.history(stored.id)] == ["fix"]

    def test_records_of_unknown_articles_are_told_and_the_rest_goes_on(self, database, tmp_path):
        run("export", "-o", tmp_path / "a.jsonl")
        shown = run("import", tmp_path / "a.jsonl", "--db", tmp_path / "new.json", code=1)
        assert "added" not in shown

    def test_spans_that_do_not_fit_change_nothing(self, database, tmp_path):
        record = json.loads(run("export", "text:تنتصر"))
        record["content"][0]["start"] += 1
        record["status"] = "fixed"
        (tmp_path / "bad.jsonl").write_text(json.dumps(record))
        run("import", tmp_path / "bad.jsonl", code=1)
        with open_store(database) as store:
            assert store.counts()["pending"] == 4

    def test_unknown_format_and_ambiguous_ending(self, database, tmp_path):
        for arguments in (
            ["--format", "docx"],
            ["-o", tmp_path / "x.jsonld"],
            ["-o", tmp_path / "name"],
            ["-o", tmp_path],
        ):
            with pytest.raises(QuotesError) as error:
                run("export", *arguments)
            assert error.value.exit_code == 2


@pytest.mark.skipif(not SHARED.exists(), reason="the first articles are not on this machine")
class TestFirstArticles:
    """The five articles that the project began with."""

    @pytest.fixture(scope="class")
    def first(self, tmp_path_factory):
        folder = tmp_path_factory.mktemp("first")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
            patch.setenv("QUOTES_DB", str(folder / "q.json"))
            run("add", SHARED)
            yield folder

    def test_two_translations_of_one_sentence(self, first):
        clusters = [json.loads(line) for line in run("match", "--json").splitlines()]
        wanted = [c for c in clusters if any("نفعل المزيد" in v["text"] for v in c["variants"])]
        assert len(wanted) == 1
        documents = {q["document"] for v in wanted[0]["variants"] for q in v["quotes"]}
        assert {Path(name).name[:3] for name in documents} == {"001", "004"}
        assert any(
            change["operation"] == "changed" for change in wanted[0]["variants"][1]["changes"]
        )

    def test_found_not_by_another_and_not_found(self, first):
        asked = json.loads(run("verify", "روسيا لم تنتصر", "--speaker", "روته", "--json"))
        assert (asked["level"], asked["speaker"]) == ("word for word", "as asked")
        asked = json.loads(run("verify", "روسيا لم تنتصر", "--speaker", "بلينكن", "--json"))
        assert asked["speaker"] == "another"
        asked = json.loads(run("verify", "سنرسل رواد فضاء إلى القمر", "--json"))
        assert asked["level"] == "not found"
