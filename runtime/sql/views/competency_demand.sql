-- Who needs what: how many live profiles require a competency, level by level.
SELECT
  competency.framework_id,
  competency.id AS competency_id,
  competency.title AS competency_title,
  requirement.level_id,
  coalesce(offer.title, level.title) AS level_title,
  level.ordinal,
  requirement.level_value,
  count(*) AS profile_count,
  count(CASE requirement.importance WHEN 'essential' THEN 1 END) AS essential_count,
  count(CASE requirement.importance WHEN 'desired' THEN 1 END) AS desired_count,
  count(CASE requirement.importance WHEN 'optional' THEN 1 END) AS optional_count
FROM requirement
JOIN profile ON profile.id = requirement.profile_id AND profile.retired_in IS NULL
JOIN competency ON competency.id = requirement.competency_id
LEFT JOIN competency_level AS offer
  ON offer.competency_id = requirement.competency_id AND offer.level_id = requirement.level_id
LEFT JOIN level ON level.scale_id = offer.scale_id AND level.id = offer.level_id
GROUP BY
  competency.framework_id, competency.id, competency.title, requirement.level_id, offer.title,
  level.title, level.ordinal, requirement.level_value
