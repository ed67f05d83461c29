-- 产值达成率 / Output ÷ promised
-- the month itself
SELECT
  COALESCE("t0"."county", '') AS "key",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."producing_on" <> '', FALSE)
      AND (
        "t0"."promised_output" IS NOT NULL
      )) = 0
    THEN 0
    ELSE SUM("t0"."output") FILTER(WHERE
      COALESCE("t0"."producing_on" <> '', FALSE)
      AND (
        "t0"."promised_output" IS NOT NULL
      ))
  END AS "part_0",
  CASE
    WHEN COUNT(*) FILTER(WHERE
      COALESCE("t0"."producing_on" <> '', FALSE)) = 0
    THEN 0
    ELSE SUM("t0"."promised_output") FILTER(WHERE
      COALESCE("t0"."producing_on" <> '', FALSE))
  END AS "part_1"
FROM "known_snapshot" AS "t0"
GROUP BY
  1;
