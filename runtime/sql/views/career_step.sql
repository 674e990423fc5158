-- What the steps of live career paths take: a row for each competency to gain or level to climb, as
-- in profile_gap. A step that takes nothing new has none.
SELECT
  path.framework_id,
  path.id AS path_id,
  path.title AS path_title,
  path_step.chain,
  path_step.position AS step_position,
  gap.from_profile_id,
  gap.from_profile_title,
  gap.to_profile_id,
  gap.to_profile_title,
  gap.position,
  gap.competency_id,
  gap.competency_title,
  gap.has_level_id,
  gap.has_level_value,
  gap.needs_level_id,
  gap.needs_level_value,
  gap.distance,
  gap.difference,
  gap.importance,
  gap.weight
FROM path
JOIN path_step ON path_step.path_id = path.id
JOIN profile_gap AS gap
  ON gap.from_profile_id = path_step.from_profile_id
  AND gap.to_profile_id = path_step.to_profile_id
WHERE path.retired_in IS NULL AND gap.difference IN ('missing', 'below', 'not comparable')
