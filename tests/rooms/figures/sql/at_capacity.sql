-- 今年达产达效项目数 / Reached capacity this year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."at_capacity_on" >= '@year'
      ) AND (
        "t0"."at_capacity_on" <= '@end'
      ),
      FALSE
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
