/** A text without line ends and other control characters: for the subject of a message, or a line of its text. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim();
