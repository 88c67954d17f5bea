/** What the network answers when it cannot: an error number of POSIX `<errno.h>`, as Linux numbers them. */
export class Fault {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

/** Everybody waits, and nothing is under way that could end it. */
export class NothingCanHappen {
  readonly waiting: string;
  constructor(waiting: string) {
    this.waiting = waiting;
  }
}

export const EBADF = 9;
export const EAGAIN = 11;
export const EEXIST = 17;
export const ENOENT = 2;
export const EINVAL = 22;
export const EMFILE = 24;
export const EPIPE = 32;
export const EDESTADDRREQ = 89;
export const EMSGSIZE = 90;
export const EOPNOTSUPP = 95;
export const EADDRINUSE = 98;
export const EADDRNOTAVAIL = 99;
export const ECONNABORTED = 103;
export const ECONNRESET = 104;
export const EISCONN = 106;
export const ENOTCONN = 107;
export const ETIMEDOUT = 110;
export const ECONNREFUSED = 111;
export const EALREADY = 114;
export const EINPROGRESS = 115;

/** The error numbers' texts, as Linux has them. */
export const faultTexts: Readonly<Record<number, string>> = {
  [EBADF]: 'Bad file descriptor',
  [EAGAIN]: 'Resource temporarily unavailable',
  [EEXIST]: 'File exists',
  [ENOENT]: 'No such file or directory',
  [EINVAL]: 'Invalid argument',
  [EMFILE]: 'Too many open files',
  [EPIPE]: 'Broken pipe',
  [EDESTADDRREQ]: 'Destination address required',
  [EMSGSIZE]: 'Message too long',
  [EOPNOTSUPP]: 'Operation not supported',
  [EADDRINUSE]: 'Address already in use',
  [EADDRNOTAVAIL]: 'Cannot assign requested address',
  [ECONNABORTED]: 'Software caused connection abort',
  [ECONNRESET]: 'Connection reset by peer',
  [EISCONN]: 'Transport endpoint is already connected',
  [ENOTCONN]: 'Transport endpoint is not connected',
  [ETIMEDOUT]: 'Connection timed out',
  [ECONNREFUSED]: 'Connection refused',
  [EALREADY]: 'Operation already in progress',
  [EINPROGRESS]: 'Operation now in progress',
};
