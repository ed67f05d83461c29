-- 应开工项目数 / Starts due
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      (
        "t0"."planned_started_on" >= '@year'
      )
      AND (
        "t0"."planned_started_on" <= '@end'
      ),
      FALSE
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
