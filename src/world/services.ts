/** The peers that answer, each under a name that every program may use. The addresses are those set aside for documentation (RFC 5737). */
import type { Link } from './flow.ts';
import type { Network, Service } from './network.ts';

/** Across a town: 20 ms each way, 1 MB/s, in pieces as Ethernet carries them. */
const town: Link = { latency: 0.02, bandwidth: 1_000_000, segment: 1460 };

/** Sends back what it is sent. RFC 862. */
const echo: Service = {
  link: town,
  connect(line) {
    line.onData = (data) => line.send(data);
  },
  datagram: (data) => ({ data, after: 0 }),
};

/** HTTP/1.1, one second for each answer; `/3` takes three seconds, `/0.5` half of one. Keeps the connection for more requests. RFC 9112. */
const http: Service = {
  link: town,
  connect(line) {
    let heard = '';
    let busy = false;
    const next = (): void => {
      const end = heard.indexOf('\r\n\r\n');
      if (end < 0 || busy) return;
      const head = heard.slice(0, end);
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (heard.length < end + 4 + length) return;
      heard = heard.slice(end + 4 + length);
      const [, method = '', path = '/', version = ''] = /^(\S+) (\S+)(?: (\S+))?/.exec(head) ?? [];
      const seconds = /^\/(\d+(?:\.\d+)?)$/.exec(path)?.[1];
      const closes =
        /^connection: *close/im.test(head) || (version !== 'HTTP/1.1' && !/^connection: *keep-alive/im.test(head));
      busy = true;
      line.later(seconds === undefined ? 1 : Number(seconds), () => {
        const body = `You asked for ${path}\n`;
        line.send(
          `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\nConnection: ${closes ? 'close' : 'keep-alive'}\r\n\r\n${method === 'HEAD' ? '' : body}`,
        );
        busy = false;
        if (closes) line.close();
        else next();
      });
    };
    line.onData = (data) => {
      heard += data;
      next();
    };
  },
};

/** One name a line, or a datagram; the answer is its address, or `unknown`. */
const names = (network: Network): Service => {
  const answer = (text: string): string => `${network.resolve(text.trim()) ?? 'unknown'}\n`;
  return {
    link: town,
    connect(line) {
      let heard = '';
      line.onData = (data) => {
        const lines = (heard + data).split('\n');
        heard = lines.pop()!;
        for (const text of lines) line.later(0.05, () => line.send(answer(text)));
      };
    },
    datagram: (data) => ({ data: answer(data), after: 0.05 }),
  };
};

/** Begins an answer to whatever it hears, and cuts the line in the middle of it. */
const drop: Service = {
  link: town,
  connect(line) {
    line.onData = () => {
      line.onData = () => {};
      line.send('to be conti');
      line.later(0.1, () => line.drop());
    };
  },
};

/** Takes what it is sent, and never says a word. */
const silent: Service = { link: town, connect: () => {} };

/** Puts the peers into a network. */
export function populate(network: Network): void {
  const hosts: [name: string, host: string, port: number, service: Service][] = [
    ['echo.example', '192.0.2.7', 7, echo],
    ['slow.example', '192.0.2.80', 80, http],
    ['names.example', '192.0.2.53', 53, names(network)],
    ['drop.example', '192.0.2.66', 7, drop],
    ['silent.example', '192.0.2.9', 9, silent],
  ];
  for (const [name, host, port, service] of hosts) {
    network.name(name, host);
    network.serve(host, port, service);
  }
}
