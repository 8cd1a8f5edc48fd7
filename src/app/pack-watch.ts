import { type FSWatcher, watch } from 'node:fs';
import type { Log } from '../log.ts';
import type { LivePack } from './live-pack.ts';

/** An editor writes a file in several steps, and a person several files (ms). */
const settling = 500;

/** Reloads the pack when a file of its folder changes, and on SIGHUP. @returns ends that */
export function watchPack(dir: string, pack: Pick<LivePack, 'reload'>, log: Log): () => void {
  let timer: NodeJS.Timeout | undefined;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void pack.reload(), settling);
  };
  const now = () => void pack.reload();
  process.on('SIGHUP', now);
  const watcher = watcherOf(dir, soon, log);
  return () => {
    clearTimeout(timer);
    process.off('SIGHUP', now);
    watcher?.close();
  };
}

function watcherOf(dir: string, changed: () => void, log: Log): FSWatcher | undefined {
  const failed = (error: unknown) => {
    const mend = 'after a change of the pack send SIGHUP, or restart';
    log.warn({ err: error, mend }, 'changes of the pack are not noticed');
  };
  try {
    return watch(dir, { recursive: true }, changed).on('error', failed);
  } catch (error) {
    failed(error);
    return undefined;
  }
}
