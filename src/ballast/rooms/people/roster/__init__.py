"""The roster workbook: who gets an account, and who is appointed where; one form for both administrators."""
