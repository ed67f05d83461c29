-- 签约不开工项目数 / Projects signed, not started
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stall" IN ('signed_not_started'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
