-- 社会服务业项目数 / Projects of social services
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."service" IN ('social'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
