"""The pack of a meeting: papers, slides and tables of one gathering, so that no two of them can disagree."""
