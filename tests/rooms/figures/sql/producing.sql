-- 今年投产项目数 / Went into production this year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."producing_on" >= '@year'
      ) AND (
        "t0"."producing_on" <= '@end'
      ),
      FALSE
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
