-- 今年以来投产转达产达效率 / Producing to at capacity, since January
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
    )
    AND COALESCE("t0"."at_capacity_on" <> '', FALSE)) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."producing_on" >= '@year'
      ) AND (
        "t0"."producing_on" <= '@end'
      ),
      FALSE
    )) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
