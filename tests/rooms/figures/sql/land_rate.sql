-- 用地保障率 / Land granted ÷ requested
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      "t0"."land_requested" IS NOT NULL) = 0
    THEN 0
    ELSE SUM("t0"."land_granted") FILTER(WHERE
      "t0"."land_requested" IS NOT NULL)
  END AS "part_0",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."land_requested") END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
