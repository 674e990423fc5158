-- How far live competencies are put to use: one row for each level that a competency offers (one
-- alone on a numeric scale or none), with the live profiles that require the competency, those that
-- require that level, and the indicators that describe it.
SELECT
  competency.framework_id,
  competency.id AS competency_id,
  competency.title AS competency_title,
  competency.kind AS competency_kind,
  competency.scale_id,
  offer.level_id,
  coalesce(offer.title, level.title) AS level_title,
  level.ordinal,
  (SELECT count(*)
   FROM requirement
   JOIN profile ON profile.id = requirement.profile_id AND profile.retired_in IS NULL
   WHERE requirement.competency_id = competency.id) AS profile_count,
  (SELECT count(*)
   FROM requirement
   JOIN profile ON profile.id = requirement.profile_id AND profile.retired_in IS NULL
   WHERE requirement.competency_id = competency.id
     AND (offer.level_id IS NULL OR requirement.level_id = offer.level_id)) AS level_profile_count,
  (SELECT count(*)
   FROM indicator
   WHERE indicator.competency_id = competency.id AND indicator.retired_in IS NULL
     AND (offer.level_id IS NULL OR indicator.level_id = offer.level_id)) AS indicator_count
FROM competency
LEFT JOIN competency_level AS offer
  ON offer.competency_id = competency.id AND offer.retired_in IS NULL
LEFT JOIN level ON level.scale_id = offer.scale_id AND level.id = offer.level_id
WHERE competency.retired_in IS NULL
