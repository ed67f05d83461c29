-- 生物医药产值增速 / Output growth of biopharmaceuticals
-- indicator output biopharma
-- the month itself
SELECT
  "t1"."indicator",
  "t1"."industry",
  "t1"."key",
  SUM("t1"."amount") AS "value"
FROM (
  SELECT
    "t0"."indicator",
    "t0"."lead_industry" AS "industry",
    "t0"."area" AS "key",
    "t0"."year_to_date" AS "amount"
  FROM "known_published" AS "t0"
  WHERE
    "t0"."month" = '@month' AND "t0"."level" = 'county'
) AS "t1"
GROUP BY
  1,
  2,
  3;
-- indicator output biopharma
-- 12 months before
SELECT
  "t1"."indicator",
  "t1"."industry",
  "t1"."key",
  SUM("t1"."amount") AS "value"
FROM (
  SELECT
    "t0"."indicator",
    "t0"."lead_industry" AS "industry",
    "t0"."area" AS "key",
    "t0"."year_to_date" AS "amount"
  FROM "known_published" AS "t0"
  WHERE
    "t0"."month" = '@month' AND "t0"."level" = 'county'
) AS "t1"
GROUP BY
  1,
  2,
  3;
