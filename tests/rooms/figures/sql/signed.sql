-- 今年签约项目数 / Signed this year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."signed_on" >= '@year'
    ) AND (
      "t0"."signed_on" <= '@end'
    ), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
