"""Examples that stand at the end of a command's help, by the words that call it."""

from __future__ import annotations

import typer

EXAMPLES = {
    "extract": """
        quotes extract article.txt --explain
        quotes extract articles/ -f jsonl -o quotes.jsonl
        zcat corpus.jsonl.gz | quotes extract - --from jsonl --column text=body -f csv
        """,
    "add": """
        quotes add articles/
        quotes add https://example.org/news/1 --db desk.json
        quotes add corpus/ --db sqlite:///corpus.sqlite --workers 8 --resume
        """,
    "review": """
        quotes review --reviewer me
        quotes review --filter 'speaker:بلينكن status:pending'
        quotes review --second --db sqlite:///desk.sqlite
        """,
    "list": """
        quotes list speaker:بلينكن status:accepted date:2024
        quotes list is:disputed --order newest
        quotes list stance:deny -status:rejected --json
        """,
    "search": """
        quotes search "وقف إطلاق النار"
        """,
    "show": """
        quotes show 0825842c
        """,
    "agreement": """
        quotes agreement
        """,
    "export": """
        quotes export status:accepted,fixed -o accepted.csv
        quotes export --format brat -o for-brat
        quotes export speaker:بلينكن --format claim-review -o drafts.jsonld
        """,
    "import": """
        quotes import for-brat
        quotes import project.json --reviewer me --accept-unchanged
        """,
    "verify": """
        quotes verify "كل يوم يبقى لنا سنستخدمه" --speaker بلينكن
        pbpaste | quotes verify -
        """,
    "match": """
        quotes match outlet:reuters --warnings
        """,
    "stats": """
        quotes stats date:2024 --html report.html
        """,
    "doctor": """
        quotes doctor
        quotes doctor --json --no-input
        """,
    "evaluate": """
        quotes evaluate annotated/ --errors
        """,
    "speakers list": """
        quotes speakers list بلين
        """,
    "speakers show": """
        quotes speakers show بلينكن
        """,
    "speakers proposals": """
        quotes speakers proposals
        """,
    "speakers merge": """
        quotes speakers merge "دونالد ترامب" "دونالد ترمب"
        """,
    "speakers split": """
        quotes speakers split "دونالد ترمب"
        """,
    "speakers rename": """
        quotes speakers rename "دونالد ترمب" "دونالد ترامب"
        """,
    "speakers alias": """
        quotes speakers alias "كير ستارمر" "السير كير ستارمر"
        """,
    "speakers distinct": """
        quotes speakers distinct "محمد الخامس" "محمد السادس"
        """,
    "db info": """
        quotes db info --db desk.json
        """,
    "db check": """
        quotes db check --repair
        """,
    "db backup": """
        quotes db backup /mnt/backups/desk.json
        """,
    "db restore": """
        quotes db restore quotes.json.bak2
        """,
    "db migrate": """
        quotes db migrate --db sqlite:///desk.sqlite
        """,
    "db copy": """
        quotes db copy quotes.json postgresql+psycopg://desk@db.example.org/quotes
        """,
}


def add_examples(app: typer.Typer, path: str = "") -> None:
    """Put the examples under the help of every command of ``app`` and of its groups."""
    for command in app.registered_commands:
        name = command.name or getattr(command.callback, "__name__", "")
        if text := EXAMPLES.get(f"{path}{name}"):
            lines = "\n".join(f"  {line.strip()}" for line in text.strip().splitlines())
            # The backspace keeps click from wrapping the lines into one paragraph.
            command.epilog = f"\b\nExamples:\n{lines}"
    for group in app.registered_groups:
        if group.typer_instance is not None:
            add_examples(group.typer_instance, f"{group.name} ")
