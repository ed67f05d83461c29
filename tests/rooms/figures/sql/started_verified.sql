-- 核验开工项目数 / Newly started, verified
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."started_verified_on" >= '@year'
      )
      AND (
        "t0"."started_verified_on" <= '@end'
      ),
      FALSE
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
