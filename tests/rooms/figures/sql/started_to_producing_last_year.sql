-- 上年开工转投产率 / Started to producing, last year
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."started_on" >= '@last_year'
      ) AND (
        "t0"."started_on" < '@year'
      ),
      FALSE
    )
    AND COALESCE("t0"."producing_on" <> '', FALSE)) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."started_on" >= '@last_year'
      ) AND (
        "t0"."started_on" < '@year'
      ),
      FALSE
    )) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
