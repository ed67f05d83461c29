-- 在谈与已签约项目数 / In talks or signed
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."stage" IN ('negotiating', 'signed', 'permitting', 'landed'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
