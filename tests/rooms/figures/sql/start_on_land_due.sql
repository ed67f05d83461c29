-- 拿地即开工到期承诺数 / Start-on-land promises due
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."promise_due", FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
