-- 有年度计划的项目数 / Projects with an annual plan
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    "t0"."annual_plan" IS NOT NULL) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
