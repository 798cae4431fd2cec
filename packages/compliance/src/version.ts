/** Kept with every ruling, so that it can be read against the rules it was made by. */
export const rulePackVersion = 'fr@2026.11.1';
