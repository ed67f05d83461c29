-- 今年签约履约率 / Fulfilment, this year's agreements
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."signed_on" >= '@year'
    ) AND (
      "t0"."signed_on" <= '@end'
    ), FALSE)
    AND (
      COALESCE("t0"."landed_on" <> '', FALSE)
      OR COALESCE("t0"."started_on" <> '', FALSE)
    )) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."signed_on" >= '@year'
    ) AND (
      "t0"."signed_on" <= '@end'
    ), FALSE)) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
