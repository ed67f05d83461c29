-- 项目总数 / Projects
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
