"""The tables of a vault's catalogue, as each version of the program made them."""

_FIRST = """
CREATE TABLE sources (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, sha256 TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL, modified INTEGER NOT NULL,
    state TEXT NOT NULL, reason TEXT NOT NULL DEFAULT '',
    pages INTEGER NOT NULL DEFAULT 0, pages_read INTEGER NOT NULL DEFAULT 0);
CREATE TABLE pages (
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    number INTEGER NOT NULL, label TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
    text TEXT NOT NULL, lines TEXT NOT NULL, problem TEXT NOT NULL,
    PRIMARY KEY (document_id, number)) WITHOUT ROWID;
CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document_id INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    page INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    heading TEXT NOT NULL, text TEXT NOT NULL);
CREATE INDEX chunks_of_document ON chunks (document_id);
CREATE VIRTUAL TABLE words USING fts5 (
    text, about, tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE vectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chunk_id INTEGER NOT NULL UNIQUE REFERENCES chunks ON DELETE CASCADE,
    embedder TEXT NOT NULL, vector BLOB NOT NULL);
CREATE TABLE generations (
    id INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT NOT NULL, embedder TEXT NOT NULL,
    machine TEXT NOT NULL, state TEXT NOT NULL,
    last_vector INTEGER NOT NULL DEFAULT 0, size INTEGER NOT NULL DEFAULT 0);
CREATE TABLE chats (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL);
CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    question TEXT NOT NULL, answer TEXT NOT NULL);
"""
_CONVERSATIONS = """
ALTER TABLE chats ADD COLUMN created INTEGER NOT NULL DEFAULT 0;
ALTER TABLE chats ADD COLUMN changed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE turns ADD COLUMN record TEXT NOT NULL DEFAULT '{}';
CREATE INDEX turns_of_chat ON turns (chat_id);
CREATE TABLE choices (
    name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE examples (
    id INTEGER PRIMARY KEY AUTOINCREMENT, question TEXT NOT NULL, quote TEXT NOT NULL,
    answer TEXT NOT NULL);
"""
_UPKEEP = """
ALTER TABLE generations ADD COLUMN sum TEXT NOT NULL DEFAULT '';
DELETE FROM generations;
ALTER TABLE documents ADD COLUMN presence TEXT NOT NULL DEFAULT 'here';
ALTER TABLE sources ADD COLUMN mount TEXT NOT NULL DEFAULT '';
CREATE TABLE left_out (
    mark TEXT PRIMARY KEY) WITHOUT ROWID;
"""
_ROWS_OF_TABLES = """
CREATE TABLE rows_noted (
    document_id INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE);
CREATE TABLE table_rows (
    document_id INTEGER NOT NULL REFERENCES rows_noted ON DELETE CASCADE, page INTEGER NOT NULL,
    line TEXT NOT NULL, years TEXT NOT NULL, of_a_statement INTEGER NOT NULL);
CREATE INDEX table_rows_of_line ON table_rows (line);
CREATE INDEX table_rows_of_document ON table_rows (document_id);
"""
STEPS = (_FIRST, _CONVERSATIONS, _UPKEEP, _ROWS_OF_TABLES)
"""A file of version n was made by the first n. One that was released is never changed."""
VERSION = len(STEPS)
