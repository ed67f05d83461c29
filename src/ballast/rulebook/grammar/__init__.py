"""The grammar of policy books: tables, exact amounts, fields, conditions, spans of time."""
