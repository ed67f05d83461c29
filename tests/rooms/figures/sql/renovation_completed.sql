-- 技改投资 / Renovation investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."nature" IN ('renovation'), FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."completed_ytd") FILTER(WHERE
      COALESCE("t0"."nature" IN ('renovation'), FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
