"""The pages of the monthly loop: the month, the worklist, typing, reviewing, workbooks, slips and the board."""
