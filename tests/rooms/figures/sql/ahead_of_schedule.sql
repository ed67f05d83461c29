-- 序时偏差 / Ahead of schedule
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      "t0"."annual_plan" IS NOT NULL) = 0
    THEN 0
    ELSE SUM("t0"."completed_ytd") FILTER(WHERE
      "t0"."annual_plan" IS NOT NULL)
  END AS "part_0",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."annual_plan") END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
