-- 完成投资同比 / Growth of completed investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."completed_ytd") END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
-- 12 months before
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."completed_ytd") END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
