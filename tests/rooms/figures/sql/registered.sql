-- 入库纳统项目数 / Registered
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."registered_on" <> '', FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
