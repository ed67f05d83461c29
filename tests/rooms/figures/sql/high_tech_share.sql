-- 高技术制造业投资占比 / Share of high-tech manufacturing
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."high_tech", FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."completed_ytd") FILTER(WHERE
      COALESCE("t0"."high_tech", FALSE))
  END AS "part_0",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      "t0"."high_tech" IS NOT NULL) = 0
    THEN 0
    ELSE SUM("t0"."completed_ytd") FILTER(WHERE
      "t0"."high_tech" IS NOT NULL)
  END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
