/** What an actor of the dataset is. */
export const actorTypes = [
  'person',
  'armed_group',
  'armed_group_government',
  'government',
  'state',
  'state_body',
  'delegation',
  'party',
  'group',
  'organisation',
  'unnamed_source',
  'media',
  'platform',
  'document',
  'place',
] as const;
