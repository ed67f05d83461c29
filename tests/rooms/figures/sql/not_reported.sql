-- 在建未报项目数 / Not reported
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stage" IN ('started', 'building'), FALSE)
    AND NOT (
      COALESCE("t0"."reported", FALSE)
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
