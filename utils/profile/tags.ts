/** The portal keeps tags in one comma-separated string. */
export const splitTags = (value: string): string[] => [
  ...new Set(
    value
      .split(/[,\n]/)
      .map(tag => tag.trim())
      .filter(Boolean),
  ),
];

export const joinTags = (tags: readonly string[]): string => tags.join(',');
