/** The forms in which access can be shown. */
export const ACCESS_FORMATS = ['text', 'json', 'markdown', 'html'] as const;

export type AccessFormat = (typeof ACCESS_FORMATS)[number];
