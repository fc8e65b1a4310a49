/** Of a social card, in pixels: what those who show previews ask for. */
export const cardSize = { width: 1200, height: 630 } as const;
