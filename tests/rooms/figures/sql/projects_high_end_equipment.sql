-- 高端装备项目数 / Projects of high-end equipment
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE("t0"."lead_industry" IN ('high_end_equipment'), FALSE)) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
