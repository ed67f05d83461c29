-- 园区项目数 / Projects in parks
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."park" <> '', FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
