"""The SQL engine: SQLite and PostgreSQL through SQLAlchemy Core."""
