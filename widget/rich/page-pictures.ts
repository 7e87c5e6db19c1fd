/**
 * Whether this page's own policy lets pictures from other hosts in. Staff pages have none, so that no host learns which
 * agent reads a chat, and when: there a picture is a link.
 */
export const pagePictures = { areShown: true };
