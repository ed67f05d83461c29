-- 今年上规项目数 / Rose above scale this year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."above_scale_on" >= '@year'
      ) AND (
        "t0"."above_scale_on" <= '@end'
      ),
      FALSE
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
