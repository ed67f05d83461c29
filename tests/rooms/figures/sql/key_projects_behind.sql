-- 落后序时的重点产业项目数 / Key industrial projects behind plan
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(CONTAINS("t0"."lists", '|key69|'), FALSE)
    AND COALESCE("t0"."behind", FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
