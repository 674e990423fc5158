-- What the steps of live career paths take: a row for each competency to gain or level to climb.
-- A step that takes nothing new has none.
SELECT
  path.framework_id,
  path.id AS path_id,
  path.title AS path_title,
  path_step.chain,
  path_step.position AS step_position,
  profile_gap.from_profile_id,
  profile_gap.from_profile_title,
  profile_gap.to_profile_id,
  profile_gap.to_profile_title,
  profile_gap.position,
  profile_gap.competency_id,
  profile_gap.competency_title,
  profile_gap.has_level_id,
  profile_gap.has_level_value,
  profile_gap.needs_level_id,
  profile_gap.needs_level_value,
  profile_gap.distance,
  profile_gap.difference,
  profile_gap.importance,
  profile_gap.weight
FROM path
JOIN path_step ON path_step.path_id = path.id
JOIN profile_gap
  ON profile_gap.from_profile_id = path_step.from_profile_id
  AND profile_gap.to_profile_id = path_step.to_profile_id
WHERE path.retired_in IS NULL AND profile_gap.difference NOT IN ('met', 'above')
