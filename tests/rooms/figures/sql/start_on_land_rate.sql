-- 拿地即开工兑现率 / Start-on-land promises kept
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."promise_kept", FALSE)) AS "part_0",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."promise_due", FALSE)) AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
