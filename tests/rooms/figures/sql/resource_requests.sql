-- 要素申请件数 / Resource requests
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."cases") END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
