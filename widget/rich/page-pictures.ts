/**
 * Whether this page's policy allows pictures from other hosts. Staff pages allow none, so that no host learns which
 * agent reads a chat, and when; there a picture is a link.
 */
export const pagePictures = { areShown: true };
