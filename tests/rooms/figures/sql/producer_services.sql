-- 生产性服务业项目数 / Projects of producer services
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."service" IN ('producer'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
