-- 新开工亿元以上项目总投资 / Their total investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE((
        "t0"."started_on" >= '@year'
      ) AND (
        "t0"."started_on" <= '@end'
      ), FALSE)
      AND COALESCE("t0"."total_investment" >= 100000000, FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."total_investment") FILTER(WHERE
      COALESCE((
        "t0"."started_on" >= '@year'
      ) AND (
        "t0"."started_on" <= '@end'
      ), FALSE)
      AND COALESCE("t0"."total_investment" >= 100000000, FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
