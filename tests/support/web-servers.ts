/** Serves the finished site with the web servers of this machine, each by the file that the build makes for it. */
import { spawn, spawnSync, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { find } from './tools.js';

/**
 * What a program is to serve: the site, under a path, by the text of its file; it listens on a port and may write into
 * a folder.
 */
interface Task {
  published: string;
  base: string;
  text: string;
  port: number;
  folder: string;
}
/** How it is called: to look at its file, and to serve. */
interface Call {
  check: string[];
  serve: string[];
  env?: Record<string, string>;
}

interface Program {
  tool: 'nginx' | 'caddy' | 'apache';
  write(task: Task): Call;
  /** What it says of a file that is right, and what it then does not say. */
  content: RegExp;
  remarks: RegExp;
}

const { uid, username } = userInfo(),
  isRoot = uid === 0;

const nginx: Program = {
  tool: 'nginx',
  content: /syntax is ok/,
  remarks: /warn|emerg|error/,
  write({ published, text, port, folder }) {
    writeFileSync(join(folder, 'reader.conf'), text);
    writeFileSync(
      join(folder, 'nginx.conf'),
      [
        // Started by root, nginx would become somebody who may not look into this folder.
        ...(isRoot ? [`user ${username};`] : []),
        'daemon off;',
        'worker_processes 1;',
        `pid ${folder}/pid;`,
        // An address that is not there is no error here: tests ask for some.
        'error_log stderr crit;',
        'events {}',
        'http {',
        '  access_log off;',
        ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `  ${name}_temp_path ${folder}/${name};`),
        '  server {',
        `    listen 127.0.0.1:${port};`,
        `    set $reader_folder "${published}";`,
        `    include ${folder}/reader.conf;`,
        '  }',
        '}',
        '',
      ].join('\n'),
    );
    const serve = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
    return { serve, check: [...serve, '-t'] };
  },
};

const caddy: Program = {
  tool: 'caddy',
  content: /Valid configuration/,
  remarks: /"level":"(?:warn|error)"/,
  write({ published, text, port, folder }) {
    writeFileSync(join(folder, 'reader'), text);
    // The door for its administrator is the same for every Caddy of a machine.
    writeFileSync(
      join(folder, 'Caddyfile'),
      `{\n\tadmin off\n\tlog {\n\t\tlevel WARN\n\t}\n}\n\nimport ${folder}/reader\n`,
    );
    const given = ['--config', join(folder, 'Caddyfile')];
    return {
      check: ['validate', ...given],
      serve: ['run', ...given],
      env: {
        READER_ADDRESS: `http://127.0.0.1:${port}`,
        READER_FOLDER: published,
        XDG_DATA_HOME: folder,
        XDG_CONFIG_HOME: folder,
      },
    };
  },
};

/** The folders in which Apache keeps its modules. */
const modules = [
  '/usr/lib/apache2/modules',
  '/usr/lib64/httpd/modules',
  '/usr/local/apache2/modules',
  '/opt/homebrew/lib/httpd/modules',
];

const apache: Program = {
  tool: 'apache',
  content: /Syntax OK/,
  remarks: /warn|error/i,
  write({ published, base, text, port, folder }) {
    const root = join(folder, 'root'),
      site = join(root, base),
      place = modules.find(existsSync) ?? 'modules';
    mkdirSync(site, { recursive: true });
    cpSync(published, site, { recursive: true });
    writeFileSync(join(site, '.htaccess'), text);
    // Started by root, it becomes somebody else, who must be able to look into this folder.
    chmodSync(folder, 0o755);
    writeFileSync(
      join(folder, 'apache.conf'),
      [
        `ServerRoot ${folder}`,
        'ServerName 127.0.0.1',
        `Listen 127.0.0.1:${port}`,
        `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/errors`,
        'LogLevel crit',
        ...['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'].map(
          name => `LoadModule ${name}_module ${place}/mod_${name}.so`,
        ),
        ...(isRoot ? ['User nobody', 'Group nogroup'] : []),
        'TypesConfig /dev/null',
        `DocumentRoot ${root}`,
        `<Directory ${root}>`,
        '  AllowOverride FileInfo Indexes',
        '  Require all granted',
        '</Directory>',
        '',
      ].join('\n'),
    );
    const given = ['-f', join(folder, 'apache.conf')];
    return { check: [...given, '-t'], serve: [...given, '-D', 'FOREGROUND'] };
  },
};

const programs = { nginx, Caddy: caddy, Apache: apache };

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

export interface WebServer {
  origin: string;
  /** What it says of its file, and whether that is that it is right, and no more. */
  verdict: string;
  isContent: boolean;
  stop(): Promise<void>;
  /** Brings a stopped server back, on the same port. */
  start(): Promise<void>;
  /** Stops it and removes what it wrote. */
  close(): Promise<void>;
}

/**
 * @param name which of them
 * @param published the folder of the site
 * @param base the path that the site stands under, with a slash at both ends
 * @param text the text of the file that the build makes for it
 * @returns the running server, in a folder and on a port of its own; the caller closes it
 * @throws Error when there is no such program, or it refuses the file
 */
export async function serveBy(
  name: keyof typeof programs,
  published: string,
  base: string,
  text: string,
): Promise<WebServer> {
  const program = programs[name],
    path = find(program.tool),
    folder = mkdtempSync(join(tmpdir(), 'reader-server-')),
    port = await freePort();
  const { check, serve, env } = program.write({ published, base, text, port, folder }),
    given = { env: { ...process.env, ...env } };
  const { status, stdout, stderr } = spawnSync(path, check, { ...given, encoding: 'utf8' }),
    verdict = stdout + stderr;
  if (status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(`${name} refuses its configuration:\n${verdict}`);
  }

  const origin = `http://127.0.0.1:${port}`,
    stdio: StdioOptions = ['ignore', 'ignore', 'inherit'];
  let running: ReturnType<typeof spawn> | undefined;
  const start = async () => {
    running = spawn(path, serve, { ...given, stdio });
    for (let tries = 0; tries < 1200; tries++) {
      if (
        await fetch(origin).then(
          () => true,
          () => false,
        )
      )
        return;
      await new Promise(done => setTimeout(done, 50));
    }
    throw new Error(`${name} did not answer within a minute.`);
  };
  const stop = async () => {
    const ended = running && once(running, 'exit');
    running?.kill('SIGTERM');
    running = undefined;
    await ended;
  };
  await start();
  return {
    origin,
    verdict,
    isContent: program.content.test(verdict) && !program.remarks.test(verdict),
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
