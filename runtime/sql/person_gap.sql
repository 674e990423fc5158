-- What lies between a person and a live profile: for each competency that the profile requires, how
-- far the person comes. It reads a table of yours, assessment (person_id, competency_id, level_id,
-- level_value), with one row for each competency that somebody has; whoever has none is not here.
SELECT
  compared.person_id,
  compared.profile_id,
  compared.profile_title,
  compared.position,
  compared.competency_id,
  compared.competency_title,
  compared.has_level_id,
  compared.has_level_value,
  compared.needs_level_id,
  compared.needs_level_value,
  compared.needs - compared.has AS distance,
  CASE
    WHEN compared.found_id IS NULL THEN 'missing'
    WHEN compared.has < compared.needs THEN 'below'
    WHEN compared.has = compared.needs THEN 'met'
    WHEN compared.has > compared.needs THEN 'above'
    WHEN compared.needs_level_id IS NULL AND compared.needs_level_value IS NULL THEN 'met'
    ELSE 'not comparable'
  END AS difference,
  compared.importance,
  compared.weight
FROM (
  SELECT
    person.person_id,
    profile.id AS profile_id,
    profile.title AS profile_title,
    need.position,
    need.competency_id,
    competency.title AS competency_title,
    had.competency_id AS found_id,
    had.level_id AS has_level_id,
    had.level_value AS has_level_value,
    need.level_id AS needs_level_id,
    need.level_value AS needs_level_value,
    CASE
      WHEN had.level_value IS NOT NULL THEN
        CASE
          WHEN need.level_value IS NOT NULL
            AND had.level_value BETWEEN scale.minimum AND scale.maximum
            THEN had.level_value
        END
      WHEN had_offer.scale_id = coalesce(need_offer.scale_id, competency.scale_id)
        THEN had_level.ordinal
      WHEN need.level_value IS NOT NULL THEN pair.to_level_value
      ELSE landing.ordinal
    END AS has,
    coalesce(need_level.ordinal, need.level_value) AS needs,
    need.importance,
    need.weight
  FROM (SELECT DISTINCT assessment.person_id FROM assessment) AS person
  JOIN profile ON profile.retired_in IS NULL
  JOIN requirement AS need ON need.profile_id = profile.id
  JOIN competency ON competency.id = need.competency_id
  LEFT JOIN scale ON scale.id = competency.scale_id
  LEFT JOIN competency_level AS need_offer
    ON need_offer.competency_id = need.competency_id AND need_offer.level_id = need.level_id
  LEFT JOIN level AS need_level
    ON need_level.scale_id = need_offer.scale_id AND need_level.id = need_offer.level_id
  LEFT JOIN assessment AS had
    ON had.person_id = person.person_id AND had.competency_id = need.competency_id
  LEFT JOIN competency_level AS had_offer
    ON had_offer.competency_id = had.competency_id AND had_offer.level_id = had.level_id
  LEFT JOIN level AS had_level
    ON had_level.scale_id = had_offer.scale_id AND had_level.id = had_offer.level_id
  LEFT JOIN crosswalk AS bridge
    ON bridge.from_scale_id = had_offer.scale_id
    AND bridge.to_scale_id = coalesce(need_offer.scale_id, competency.scale_id)
    AND bridge.retired_in IS NULL
    AND NOT EXISTS (SELECT 1 FROM crosswalk AS other
                    WHERE other.from_scale_id = bridge.from_scale_id
                      AND other.to_scale_id = bridge.to_scale_id
                      AND other.retired_in IS NULL AND other.id < bridge.id)
  LEFT JOIN crosswalk_pair AS pair
    ON pair.crosswalk_id = bridge.id AND pair.from_level_id = had.level_id
  LEFT JOIN level AS landing
    ON landing.scale_id = pair.to_scale_id AND landing.id = pair.to_level_id
) AS compared
