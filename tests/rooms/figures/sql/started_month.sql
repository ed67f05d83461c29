-- 本月开工项目数 / Started in the month
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."started_on" >= '@month'
    ) AND (
      "t0"."started_on" <= '@end'
    ), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
