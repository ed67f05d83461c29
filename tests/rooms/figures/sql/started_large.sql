-- 新开工亿元以上项目数 / Newly started, 1 亿 and above
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."started_on" >= '@year'
    ) AND (
      "t0"."started_on" <= '@end'
    ), FALSE)
    AND COALESCE("t0"."total_investment" >= 100000000, FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
