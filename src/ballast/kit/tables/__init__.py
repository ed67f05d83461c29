"""Workbooks (.xlsx) of official tables; every number carries what it claims to be, and no cell is a formula."""

from ballast.kit.tables.checker import check_tables
from ballast.kit.tables.description import Sheet, TableColumn, Tables
from ballast.kit.tables.writing import write_tables

__all__ = ["Sheet", "TableColumn", "Tables", "check_tables", "write_tables"]
