-- 建成不达产项目总投资 / Projects built, not at capacity: total investment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."stall" IN ('built_not_at_capacity'), FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."total_investment") FILTER(WHERE
      COALESCE("t0"."stall" IN ('built_not_at_capacity'), FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
