"""The monthly workbook: the blank form written, the filled form read back, judged and turned into cards."""
