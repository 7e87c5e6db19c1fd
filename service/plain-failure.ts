/** The members of Node's system errors. */
interface SystemFailure extends Partial<Error> {
  code?: string;
  path?: string;
  address?: string;
  port?: number;
  hostname?: string;
}

type Sentence = (failure: SystemFailure) => string;

const place = ({ path }: SystemFailure): string => path ?? 'A file';
const listener = ({ address, port }: SystemFailure): string => `${address ?? 'HOST'}, port ${port}`;
const tooManyFiles: Sentence = () =>
  'too many files are open. Raise the limit of open files (ulimit -n) to 4096 or more.';

/** What an operator can do about a system error, by its code. */
const sentences: Record<string, Sentence> = {
  EMFILE: tooManyFiles,
  ENFILE: tooManyFiles,
  EADDRINUSE: (failure) =>
    `${listener(failure)} is in use by another process. Stop that, or set PORT to another one.`,
  EADDRNOTAVAIL: (failure) =>
    `${listener(failure)} is not an address of this machine. Set HOST to one that is.`,
  ENOTFOUND: ({ hostname }) => `HOST is ${hostname}, which is not a name of this machine.`,
  EAI_AGAIN: ({ hostname }) => `HOST is ${hostname}, which could not be looked up.`,
  EACCES: (failure) =>
    failure.port === undefined
      ? `${place(failure)} may not be read or written by this user.`
      : `${listener(failure)} may not be used by this user. Set PORT to 1024 or more.`,
  EPERM: (failure) => `${place(failure)} may not be read or written by this user.`,
  EEXIST: (failure) => `${place(failure)} is a file, where a folder is needed.`,
  ENOTDIR: (failure) => `${place(failure)} does not lie in a folder: a part of this path is a file.`,
  EISDIR: (failure) => `${place(failure)} is a folder, where a file is needed.`,
  ENOENT: (failure) => `${place(failure)} is not there, and can't be created.`,
  EROFS: (failure) => `${place(failure)} is on a disk that can only be read.`,
  ENOSPC: (failure) => `${place(failure)} can't be written: the disk is full.`,
};

/** A failure as one line for the operator, without a stack. */
export function plainFailure(reason: unknown): string {
  const failure = (
    typeof reason === 'object' && reason !== null ? reason : { message: String(reason) }
  ) as SystemFailure;
  const sentence = failure.code !== undefined && sentences[failure.code];
  const text = sentence ? sentence(failure) : (failure.message ?? 'an unknown error');
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
