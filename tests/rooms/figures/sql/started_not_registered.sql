-- 开工未入库项目数 / Started, not registered
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  COUNT(*) FILTER(WHERE
    COALESCE(
      "t0"."stage" IN ('started', 'building', 'completed', 'producing', 'at_capacity'),
      FALSE
    )
    AND NOT (
      COALESCE("t0"."registered_on" <> '', FALSE)
    )) AS "part_0"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
