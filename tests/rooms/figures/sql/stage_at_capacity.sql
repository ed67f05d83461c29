-- 达产达效项目数 / At capacity: projects
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stage" IN ('at_capacity'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
