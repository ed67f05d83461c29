-- 在谈与已签约重点产业项目总投资 / Industrial projects in talks or signed: total
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."stage" IN ('negotiating', 'signed', 'permitting', 'landed'), FALSE)
      AND COALESCE("t0"."industrial", FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."total_investment") FILTER(WHERE
      COALESCE("t0"."stage" IN ('negotiating', 'signed', 'permitting', 'landed'), FALSE)
      AND COALESCE("t0"."industrial", FALSE))
  END AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
