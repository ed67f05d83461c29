-- 到位资金 / Funds paid in
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."funds_paid_in") END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
