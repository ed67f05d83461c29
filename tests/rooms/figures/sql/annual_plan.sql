-- 年度计划投资 / Annual plan
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."annual_plan") END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
