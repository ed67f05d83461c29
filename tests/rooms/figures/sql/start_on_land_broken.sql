-- 拿地即开工未兑现数 / Start-on-land promises broken or late
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."promise_due", FALSE)
    AND NOT (
      COALESCE("t0"."promise_kept", FALSE)
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
