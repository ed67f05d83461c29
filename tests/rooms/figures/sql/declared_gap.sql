-- 申报与统计差额 / Declared minus statistical
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."completed_ytd") END AS "part_0",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."stat_completed_ytd") END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
