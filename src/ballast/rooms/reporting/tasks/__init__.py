"""任务分解表: one workbook a year for what is set - projects' tasks by month, land developed, areas' targets."""
