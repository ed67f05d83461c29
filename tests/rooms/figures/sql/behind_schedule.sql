-- 落后序时项目数 / Projects behind schedule
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."behind", FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
