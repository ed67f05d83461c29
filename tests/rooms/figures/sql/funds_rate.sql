-- 资金到位率 / Funds paid in ÷ agreed
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      "t0"."funds_agreed" IS NOT NULL) = 0
    THEN 0
    ELSE SUM("t0"."funds_paid_in") FILTER(WHERE
      "t0"."funds_agreed" IS NOT NULL)
  END AS "part_0",
  CASE WHEN COUNT(*) = 0 THEN 0 ELSE SUM("t0"."funds_agreed") END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
