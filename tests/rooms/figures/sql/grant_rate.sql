-- 要素保障率 / Requests granted
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."cases_granted") END AS "part_0",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."cases") END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
