-- 新开工十亿元以上项目数 / Newly started, 10 亿 and above
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."started_on" >= '@year'
    ) AND (
      "t0"."started_on" <= '@end'
    ), FALSE)
    AND COALESCE("t0"."total_investment" >= 1000000000, FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
