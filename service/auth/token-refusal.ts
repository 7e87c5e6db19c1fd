/** Why a chat's token was refused, and what a website's developer does about it. Visitors hear one answer for all. */
export const tokenRefusals = {
  MISSING: 'No token came with the chat. The page answers `authenticate` with one.',
  TOO_LARGE: 'The token is larger than 6,144 bytes.',
  MALFORMED: 'It is no token: three parts of base64url with dots between, each claim once.',
  ALGORITHM: 'It is not signed by HS256: the header says another `alg`.',
  HEADER:
    'Its header tells which key to trust, or what must be understood: leave out everything but `typ` and `alg`.',
  SIGNATURE:
    'No live key of this widget made this signature. Was the key changed, or is it another widget’s?',
  KEY_DECODED: 'It is signed with the decoded key. Sign with the 44 characters as they are.',
  SUB: 'Its `sub` is not this widget’s id.',
  IAT: 'Its `iat` is missing or no number: the seconds since 1970 at which it was made.',
  EXP: 'Its `exp` is missing or no number: the seconds since 1970 at which it ends.',
  NBF: 'Its `nbf` is no number.',
  LIFETIME: 'Between `iat` and `exp` there are more than 600 seconds, or none.',
  EARLY: 'It begins in the future: is the web server’s clock right?',
  EXPIRED: 'It has expired. Make one for each new chat.',
  CUSTOMER_ID: 'Its `customerId` is no text of 1 to 256 characters.',
  ATTRIBUTES: 'Its `attributes` are not texts by name: 200 at most, names of letters, digits, - and _.',
} as const;

/** A reason for which a token is refused: for logs and administrators only. */
export type TokenRefusal = keyof typeof tokenRefusals;
