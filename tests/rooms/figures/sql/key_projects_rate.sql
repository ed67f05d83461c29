-- 重点产业项目投资完成率 / Key industrial projects: completion rate
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE(CONTAINS("t0"."lists", '|key69|'), FALSE)
      AND (
        "t0"."annual_plan" IS NOT NULL
      )) = 0
    THEN 0
    ELSE SUM("t0"."completed_ytd") FILTER(WHERE
      COALESCE(CONTAINS("t0"."lists", '|key69|'), FALSE)
      AND (
        "t0"."annual_plan" IS NOT NULL
      ))
  END AS "part_0",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE(CONTAINS("t0"."lists", '|key69|'), FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."annual_plan") FILTER(WHERE
      COALESCE(CONTAINS("t0"."lists", '|key69|'), FALSE))
  END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
