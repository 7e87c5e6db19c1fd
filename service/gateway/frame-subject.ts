/** The message or contact of a frame, as its answer names it. */
export interface FrameSubject {
  clientToken?: string;
  contactId?: string;
}

/** The message only. */
export const tokenOf = (frame: object): FrameSubject =>
  'clientToken' in frame && typeof frame.clientToken === 'string' ? { clientToken: frame.clientToken } : {};

export const subjectOf = (frame: object): FrameSubject => ({
  ...tokenOf(frame),
  ...('contactId' in frame && typeof frame.contactId === 'string' && { contactId: frame.contactId }),
});
