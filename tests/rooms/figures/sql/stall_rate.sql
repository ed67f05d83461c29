-- 停滞率 / Stall rate
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      "t0"."stall" IN ('signed_not_started', 'started_not_building', 'built_not_at_capacity'),
      FALSE
    )) AS "part_0",
  COUNT(*) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
