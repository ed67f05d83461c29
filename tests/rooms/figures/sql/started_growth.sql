-- 新开工项目数同比 / Growth of new starts
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."started_on" >= '@year'
    ) AND (
      "t0"."started_on" <= '@end'
    ), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
-- 12 months before
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE((
      "t0"."started_on" >= '@year'
    ) AND (
      "t0"."started_on" <= '@end'
    ), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
