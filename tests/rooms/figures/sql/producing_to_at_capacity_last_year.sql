-- 上年投产转达产达效率 / Producing to at capacity, last year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."producing_on" >= '@last_year'
      ) AND (
        "t0"."producing_on" < '@year'
      ),
      FALSE
    )
    AND COALESCE("t0"."at_capacity_on" <> '', FALSE)) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."producing_on" >= '@last_year'
      ) AND (
        "t0"."producing_on" < '@year'
      ),
      FALSE
    )) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
