"""Records: the monthly workbook in, checks, acceptance, seal, indicators of areas."""
