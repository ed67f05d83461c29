-- 百亿级技改项目数 / Renovations of 100 亿 and above
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."nature" IN ('renovation'), FALSE)
    AND COALESCE("t0"."total_investment" >= 10000000000, FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
