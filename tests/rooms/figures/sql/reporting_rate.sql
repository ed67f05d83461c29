-- 在建项目报送率 / Reporting rate
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stage" IN ('started', 'building'), FALSE)
    AND COALESCE("t0"."reported", FALSE)) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stage" IN ('started', 'building'), FALSE)) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
