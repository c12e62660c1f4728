/** The forms in which a difference can be shown. */
export const DIFF_FORMATS = ['sql', 'text', 'json', 'markdown'] as const;

export type DiffFormat = (typeof DIFF_FORMATS)[number];
