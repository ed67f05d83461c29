-- 百亿级技改项目总投资 / Their total investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."nature" IN ('renovation'), FALSE)
      AND COALESCE("t0"."total_investment" >= 10000000000, FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."total_investment") FILTER(WHERE
      COALESCE("t0"."nature" IN ('renovation'), FALSE)
      AND COALESCE("t0"."total_investment" >= 10000000000, FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
