-- 社会服务业项目总投资 / Social services: total investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."service" IN ('social'), FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."total_investment") FILTER(WHERE
      COALESCE("t0"."service" IN ('social'), FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
