/** Addresses of the simulated network, as Python writes and asks for them. Source: the library reference, "socket", "Socket families", `getaddrinfo`. */
import type { Address } from '../../../world/network.ts';
import { LOOKUP, isAddress, isLocal } from '../../../world/network.ts';
import { AF_INET, AF_INET6, AF_UNIX, DATAGRAM, STREAM, type Socket } from '../../../world/socket.ts';
import { clock } from '../clock.ts';
import { raise } from '../errors.ts';
import type { Value } from '../object.ts';
import { indexOf, intValue, strValue } from '../operands.ts';
import { None } from '../singletons.ts';
import { R, since } from '../state.ts';
import { PyBytes, PyTuple, PyUnicode } from '../values.ts';
import { errorClass, failure, network } from './network.ts';

export const num = (v: Value): number => Number(indexOf(v));
export const text = (v: Value): string | undefined =>
  strValue(v) ?? (v instanceof PyUnicode ? v.v : since(300) && v instanceof PyBytes ? v.s : undefined);

const gaierror = (code: number, message: string): Value => failure(errorClass('gaierror'), code, message);
/** The address of a name. Asking for one that is not this host's takes a moment. Errors: gaierror. */
export function lookup(name: string): string {
  if (/^\d+(\.\d+)*$/.test(name) && !/^\d{1,3}(\.\d{1,3}){3}$/.test(name))
    throw gaierror(-2, 'Name or service not known');
  const host = network.resolve(name);
  if (!isAddress(name) && (host === undefined || !isLocal(host))) clock.advance(LOOKUP);
  if (host === undefined) throw gaierror(-2, 'Name or service not known');
  return host;
}
/** An address as Python writes it, for a socket of that family. Errors: TypeError, OverflowError, gaierror. */
export function addressOf(s: Socket, v: Value, what: string): Address {
  if (s.family === AF_UNIX) {
    const path = text(v);
    if (path === undefined) throw raise('TypeError', `a bytes-like object is required, not '${v.cls.name}'`);
    return { host: path, port: -1 };
  }
  const family = s.family === AF_INET6 ? 'AF_INET6' : 'AF_INET';
  if (!(v instanceof PyTuple))
    throw raise(
      'TypeError',
      since(300)
        ? `${what}(): ${family} address must be tuple, not ${v.cls.name}`
        : `getsockaddrarg: ${family} address must be tuple, not ${v.cls.name}`,
    );
  if (v.a.length < 2 || (s.family === AF_INET && v.a.length > 2))
    throw raise('TypeError', `${family} address must be a pair (host, port)`);
  const host = text(v.a[0]);
  if (host === undefined)
    throw raise(
      'TypeError',
      since(300)
        ? `str, bytes or bytearray expected, not ${v.a[0].cls.name}`
        : `coercing to Unicode: need string or buffer, ${v.a[0].cls.name} found`,
    );
  if (intValue(v.a[1]) === undefined)
    throw raise(
      'TypeError',
      since(300) ? `'${v.a[1].cls.name}' object cannot be interpreted as an integer` : 'an integer is required',
    );
  const port = num(v.a[1]);
  if (port < 0 || port > 65535)
    throw raise(
      'OverflowError',
      since(300) ? `${what}(): port must be 0-65535.` : 'getsockaddrarg: port must be 0-65535.',
    );
  const any = s.family === AF_INET6 ? '::' : '0.0.0.0';
  return { host: host === '' ? any : s.family === AF_INET6 && host === 'localhost' ? '::1' : lookup(host), port };
}
/** An address as a socket of that family tells it. */
export function address(s: Socket, { host, port }: Address): Value {
  if (s.family === AF_UNIX) return host;
  return new PyTuple(s.family === AF_INET6 ? [host, port, 0, 0] : [host, port]);
}

export const services: Record<string, number> = {
  echo: 7,
  discard: 9,
  daytime: 13,
  ftp: 21,
  telnet: 23,
  smtp: 25,
  time: 37,
  domain: 53,
  http: 80,
  pop3: 110,
  https: 443,
};
/** getaddrinfo. Errors: gaierror. */
export function addresses(host: Value, port: Value, family: number, type: number, flags: number): Value {
  const name = host === None ? undefined : text(host);
  if (host !== None && name === undefined) throw raise('TypeError', 'getaddrinfo() argument 1 must be string or None');
  let number = 0;
  if (port !== None) {
    const given = text(port);
    if (given === undefined && intValue(port) === undefined)
      throw raise(since(300) ? 'OSError' : 'TypeError', 'Int or String expected');
    const found = given === undefined ? num(port) : /^\d+$/.test(given) ? Number(given) : services[given];
    if (found === undefined) throw gaierror(-8, 'Servname not supported for ai_socktype');
    number = found & 0xffff;
  } else if (host === None) throw gaierror(-2, 'Name or service not known');
  const wants6 = family === AF_INET6;
  if (family !== 0 && family !== AF_INET && !wants6) throw gaierror(-6, 'ai_family not supported');
  if ((flags & 4) !== 0 && name !== undefined && !isAddress(name)) throw gaierror(-2, 'Name or service not known');
  const any = (flags & 1) !== 0;
  const found =
    name === undefined
      ? wants6
        ? any
          ? '::'
          : '::1'
        : any
          ? '0.0.0.0'
          : '127.0.0.1'
      : wants6 && name === 'localhost'
        ? '::1'
        : name === ''
          ? '127.0.0.1'
          : lookup(name);
  const six = found.includes(':');
  if ((wants6 && !six) || (family === AF_INET && six)) throw gaierror(-9, 'Address family for hostname not supported');
  const kinds: [number, number][] = [
    [STREAM, 6],
    [DATAGRAM, 17],
    [3, 0],
  ];
  const where = new PyTuple(six ? [found, number, 0, 0] : [found, number]);
  return R.list!(
    kinds
      .filter(([t]) => type === 0 || t === type)
      .map(([t, p]) => new PyTuple([six ? AF_INET6 : AF_INET, t, p, (flags & 2) !== 0 ? (name ?? '') : '', where])),
  );
}

/** The four numbers of an address in text. Errors: OSError. */
export const quad = (v: Value, what: string): number[] => {
  const parts = (text(v) ?? '').split('.').map(Number);
  if (parts.length !== 4 || parts.some((n) => !(n >= 0 && n < 256)))
    throw failure(errorClass('error'), `illegal IP address string passed to ${what}`);
  return parts;
};
