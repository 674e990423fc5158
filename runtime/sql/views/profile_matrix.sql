-- What each live profile requires, one row a cell of the matrix of profiles and competencies.
SELECT
  profile.framework_id,
  profile.id AS profile_id,
  profile.title AS profile_title,
  profile.family_id,
  family.title AS family_title,
  competency.id AS competency_id,
  competency.title AS competency_title,
  competency.kind AS competency_kind,
  category.id AS category_id,
  category.title AS category_title,
  requirement.position,
  requirement.level_id,
  coalesce(offer.title, level.title) AS level_title,
  level.ordinal,
  requirement.level_value,
  requirement.importance,
  requirement.weight
FROM profile
JOIN requirement ON requirement.profile_id = profile.id
JOIN competency ON competency.id = requirement.competency_id
LEFT JOIN family ON family.id = profile.family_id
LEFT JOIN competency_category AS place
  ON place.competency_id = competency.id AND place.position = 1
LEFT JOIN category ON category.id = place.category_id
LEFT JOIN competency_level AS offer
  ON offer.competency_id = requirement.competency_id AND offer.level_id = requirement.level_id
LEFT JOIN level ON level.scale_id = offer.scale_id AND level.id = offer.level_id
WHERE profile.retired_in IS NULL
